// Products of rows of floats with a matrix, through the workspace's bytes: what the heads share.
#pragma once

#include <cstddef>

#include "model/model.h"
#include "model/workspace.h"

namespace wireroom {

inline constexpr float kLeakySlope = 0.1F;

// y = x W^T + b for `rows` rows of `stride` floats, into `out` (matrix.width() floats a row).
inline float* multiply(const Model& model, const Matrix& matrix, const float* x, std::size_t stride, std::size_t rows,
                       ByteRows& bytes, Floats& out) {
  float* y = room(out, rows * matrix.width());
  bytes.fill(*model.kernels, x, stride, rows, matrix.inputs());
  matrix.apply(*model.kernels, bytes, y, matrix.width());
  return y;
}

// leaky(x W^T + b) for the rows that the bytes hold, from `first` on: one filling serves several matrices.
inline float* project(const Model& model, const Matrix& matrix, const ByteRows& bytes, std::size_t first, Floats& out) {
  const std::size_t rows = bytes.rows - first;
  float* y = room(out, rows * matrix.width());
  matrix.apply(*model.kernels, bytes, y, matrix.width(), first);
  model.kernels->leaky(y, rows * matrix.width(), kLeakySlope);
  return y;
}

// y = leaky(x W^T + b) for `rows` rows of `stride` floats.
inline float* project(const Model& model, const Matrix& matrix, const float* x, std::size_t stride, std::size_t rows,
                      ByteRows& bytes, Floats& out) {
  float* y = multiply(model, matrix, x, stride, rows, bytes, out);
  model.kernels->leaky(y, rows * matrix.width(), kLeakySlope);
  return y;
}

}  // namespace wireroom
