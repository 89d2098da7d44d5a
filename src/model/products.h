// Products of rows of floats with a matrix, through the workspace's bytes, and the rows of states by blocks: what the
// heads share.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

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

// leaky(x W^T + b) for the rows that the bytes hold: one filling serves several matrices.
inline float* project(const Model& model, const Matrix& matrix, const ByteRows& bytes, Floats& out) {
  float* y = room(out, bytes.rows * matrix.width());
  matrix.apply(*model.kernels, bytes, y, matrix.width());
  model.kernels->leaky(y, bytes.rows * matrix.width(), kLeakySlope);
  return y;
}

// y = leaky(x W^T + b) for `rows` rows of `stride` floats.
inline float* project(const Model& model, const Matrix& matrix, const float* x, std::size_t stride, std::size_t rows,
                      ByteRows& bytes, Floats& out) {
  float* y = multiply(model, matrix, x, stride, rows, bytes, out);
  model.kernels->leaky(y, rows * matrix.width(), kLeakySlope);
  return y;
}

// Rows of states that a head takes at once.
inline constexpr std::size_t kRowBlock = 48;

// Calls use(first row, rows) for blocks of the rows of states, whatever sentences they are of.
template <typename Use>
void for_row_blocks(const Workspace& workspace, Use use) {
  const std::size_t rows = workspace.row_words.size();
  for (std::size_t row = 0; row < rows; row += kRowBlock) use(row, std::min(kRowBlock, rows - row));
}

// Calls use(word of the pack, row in the block) for the words of a block; what the block says of roots is for nobody.
template <typename Use>
void for_words(const Workspace& workspace, std::size_t row, std::size_t count, Use use) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t word = workspace.row_words[row + i];
    if (word >= 0) use(static_cast<std::size_t>(word), i);
  }
}

}  // namespace wireroom
