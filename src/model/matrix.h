// A weight matrix with its bias as the kernels want it: bytes in panels of 16 outputs, with a scale an output; and rows
// of activations as bytes, with a scale and a least value a row. What they stand for: docs/model.md, "Arithmetic in
// bytes".
//
//   ByteRows bytes;                                        // of the workspace
//   bytes.fill(kernels, x, x_stride, rows, inputs);
//   matrix.apply(kernels, bytes, y, y_stride);             // y = x W^T + b
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/floats.h"
#include "model/kernels/kernels.h"
#include "model/weight_file.h"

namespace wireroom {

struct ByteRows {
  // Rows of `inputs` floats, with room up to the next multiple of kByteBlock: what stands there meets weights of zero
  // but takes part in scale and least value, so let it be zero. Grows, never shrinks.
  void fill(const Kernels& kernels, const float* x, std::size_t x_stride, std::size_t count, std::size_t inputs);
  // The same in two steps: room for the rows, then one row after the other, while it is in the first cache.
  void begin(std::size_t count, std::size_t inputs);
  void set(const Kernels& kernels, std::size_t row, const float* x);

  std::vector<std::uint8_t, CacheLineAllocator<std::uint8_t>> bytes;
  Floats scales, leasts;
  std::size_t rows = 0, inner = 0, stride = 0;
};

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

  // y = x W^T + b. y_stride >= width(): columns from outputs() to width() become 0.
  void apply(const Kernels& kernels, const ByteRows& x, float* y, std::size_t y_stride) const;

  [[nodiscard]] std::size_t outputs() const { return outputs_; }
  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t width() const { return padded(outputs_); }

 private:
  std::size_t outputs_ = 0, inputs_ = 0, inner_ = 0;  // inner: inputs, up to a multiple of kByteBlock
  std::vector<std::int8_t, CacheLineAllocator<std::int8_t>> packed_;
  Floats scales_, sums_, bias_;
};

// A matrix of floats, for products whose result decides at once: y = x W^T, without bias.
class FloatMatrix {
 public:
  FloatMatrix() = default;
  FloatMatrix(std::size_t outputs, std::size_t inputs);
  void set_row(std::size_t output, const WeightFile::Tensor& tensor, std::size_t row);
  // y_stride >= width(): columns from the outputs to width() become 0.
  void apply(const Kernels& kernels, const float* x, std::size_t x_stride, std::size_t rows, float* y,
             std::size_t y_stride) const;
  [[nodiscard]] std::size_t width() const { return padded(outputs_); }

 private:
  std::size_t outputs_ = 0, inputs_ = 0;
  Floats packed_;  // in panels of 16 outputs
};

}  // namespace wireroom
