#include "model/matrix.h"

#include <algorithm>
#include <cstring>

#include "model/byte_row.h"

namespace wireroom {
namespace {

std::size_t up_to_multiple(std::size_t size, std::size_t of) { return (size + of - 1) / of * of; }
std::size_t blocks_of(std::size_t inputs) { return up_to_multiple(inputs, kByteBlock); }

}  // namespace

void ByteRows::begin(std::size_t count, std::size_t inputs) {
  rows = count;
  inner = blocks_of(inputs);
  stride = up_to_multiple(inner, kByteTile);
  if (bytes.size() < rows * stride) bytes.resize(rows * stride);
  room(scales, rows);
  room(leasts, rows);
}

void ByteRows::set(const Kernels& kernels, std::size_t row, const float* x) {
  std::uint8_t* to = bytes.data() + row * stride;
  kernels.quantise(x, inner, to, &scales[row], &leasts[row]);
  std::fill(to + inner, to + stride, std::uint8_t{0});
}

void ByteRows::fill(const Kernels& kernels, const float* x, std::size_t x_stride, std::size_t count,
                    std::size_t inputs) {
  begin(count, inputs);
  for (std::size_t row = 0; row < rows; ++row) set(kernels, row, x + row * x_stride);
}

Matrix::Matrix(std::size_t outputs, std::size_t inputs)
    : outputs_(outputs),
      inputs_(inputs),
      inner_(blocks_of(inputs)),
      packed_(padded(outputs) * inner_ + (up_to_multiple(inner_, kByteTile) - inner_) * kBytePanel),
      scales_(padded(outputs)),
      sums_(padded(outputs)),
      bias_(padded(outputs)) {}

void Matrix::set_row(std::size_t output, const WeightFile::Tensor& tensor, std::size_t row) {
  std::vector<std::int8_t> bytes(inner_);
  if (tensor.type == WeightFile::Type::i8) {
    scales_[output] = tensor.scale(row) * fit_row(tensor.bytes(row), inputs_, bytes.data());
  } else {
    std::vector<float> values(inputs_);
    tensor.copy_row(row, values.data());
    scales_[output] = quantise_row(values.data(), inputs_, bytes.data());
  }
  std::int8_t* to = packed_.data() + output / kBytePanel * kBytePanel * inner_ + output % kBytePanel * 4;
  int sum = 0;
  for (std::size_t k = 0; k < inner_; k += 4) {
    std::memcpy(to + k * kBytePanel, bytes.data() + k, 4);
    sum += bytes[k] + bytes[k + 1] + bytes[k + 2] + bytes[k + 3];
  }
  sums_[output] = static_cast<float>(sum);
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

void Matrix::apply(const Kernels& kernels, const ByteRows& x, float* y, std::size_t y_stride) const {
  kernels.byte_product({.a = x.bytes.data(),
                        .a_stride = x.stride,
                        .row_scale = x.scales.data(),
                        .row_least = x.leasts.data(),
                        .b = packed_.data(),
                        .column_scale = scales_.data(),
                        .column_sum = sums_.data(),
                        .bias = bias_.data(),
                        .c = y,
                        .c_stride = y_stride,
                        .rows = x.rows,
                        .inner = inner_,
                        .panels = width() / kBytePanel});
}

FloatMatrix::FloatMatrix(std::size_t outputs, std::size_t inputs)
    : outputs_(outputs), inputs_(inputs), packed_(padded(outputs) * inputs) {}

void FloatMatrix::set_row(std::size_t output, const WeightFile::Tensor& tensor, std::size_t row) {
  tensor.copy_row(row, packed_.data() + output / kPanel * kPanel * inputs_ + output % kPanel, kPanel);
}

void FloatMatrix::apply(const Kernels& kernels, const float* x, std::size_t x_stride, std::size_t rows, float* y,
                        std::size_t y_stride) const {
  kernels.product({.a = x,
                   .a_stride = x_stride,
                   .b = packed_.data(),
                   .b_stride = kPanel,
                   .b_panel = kPanel * inputs_,
                   .bias = nullptr,
                   .c = y,
                   .c_stride = y_stride,
                   .rows = rows,
                   .inner = inputs_,
                   .panels = width() / kPanel});
}

}  // namespace wireroom
