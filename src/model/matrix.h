// A weight matrix with its bias as the kernels want it: dequantised and packed into panels of 16 outputs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/floats.h"
#include "model/kernels/kernels.h"
#include "model/weight_file.h"

namespace wireroom {

class Matrix {
 public:
  Matrix() = default;
  // All zero; the bias too.
  Matrix(std::size_t outputs, std::size_t inputs);

  // Output `output` = row `row` of the tensor, whose columns are this matrix's inputs.
  void set_row(std::size_t output, const WeightFile::Tensor& tensor, std::size_t row);
  void set_bias(std::size_t output, float value) { bias_[output] = value; }
  // Tensors `name`.weight and `name`.bias of all names below each other, each with outputs / names.size() rows.
  [[nodiscard]] static Result<Matrix> read(const WeightFile& file, const std::vector<std::string>& names,
                                           std::size_t outputs, std::size_t inputs);

  // y = x W^T + b for `rows` rows. y_stride >= width(): columns from outputs() to width() become 0.
  void apply(const Kernels& kernels, const float* x, std::size_t x_stride, std::size_t rows, float* y,
             std::size_t y_stride) const;

  [[nodiscard]] std::size_t outputs() const { return outputs_; }
  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t width() const { return padded(outputs_); }

 private:
  std::size_t outputs_ = 0, inputs_ = 0;
  Floats packed_, bias_;
};

}  // namespace wireroom
