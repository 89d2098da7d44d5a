#include "model/matrix.h"

namespace wireroom {

Matrix::Matrix(std::size_t outputs, std::size_t inputs)
    : outputs_(outputs), inputs_(inputs), packed_(padded(outputs) * inputs), bias_(padded(outputs)) {}

void Matrix::set_row(std::size_t output, const WeightFile::Tensor& tensor, std::size_t row) {
  const std::size_t panel = output / kPanel;
  tensor.copy_row(row, packed_.data() + panel * kPanel * inputs_ + output % kPanel, kPanel);
}

Result<Matrix> Matrix::read(const WeightFile& file, const std::vector<std::string>& names, std::size_t outputs,
                            std::size_t inputs) {
  Matrix matrix(outputs, inputs);
  const std::size_t rows = outputs / names.size();
  std::size_t output = 0;
  for (const std::string& name : names) {
    WIREROOM_TRY(weight, file.tensor(name + ".weight", rows, inputs));
    WIREROOM_TRY(bias, file.tensor(name + ".bias", 1, rows));
    bias.copy_row(0, matrix.bias_.data() + output);
    for (std::size_t row = 0; row < rows; ++row) matrix.set_row(output++, weight, row);
  }
  return matrix;
}

void Matrix::apply(const Kernels& kernels, const float* x, std::size_t x_stride, std::size_t rows, float* y,
                   std::size_t y_stride) const {
  kernels.product({.a = x,
                   .a_stride = x_stride,
                   .b = packed_.data(),
                   .b_stride = kPanel,
                   .b_panel = kPanel * inputs_,
                   .bias = bias_.data(),
                   .c = y,
                   .c_stride = y_stride,
                   .rows = rows,
                   .inner = inputs_,
                   .panels = width() / kPanel});
}

}  // namespace wireroom
