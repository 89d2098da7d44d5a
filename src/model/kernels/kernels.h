// The arithmetic of the model, once for each instruction set; chosen once, at run time.
//
//   const Kernels& kernels = best_kernels();
//   kernels.product({.a = x, .a_stride = 384, .b = packed, ...});
//
// Every set gives the same bytes: products of bytes are sums of integers, each sum of floats is taken in one fixed
// order (products term after term with fused multiply-add, other sums in eight lanes and then a fixed tree), and exp
// and erf are polynomials of our own. A new set (NEON) is one more file with a vector type of eight lanes and
// its own sums of bytes; kernels_test.cc compares bytes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace wireroom {

inline constexpr std::size_t kPanel = 16;  // columns that a product makes at once

[[nodiscard]] constexpr std::size_t padded(std::size_t columns) { return (columns + kPanel - 1) / kPanel * kPanel; }

// c[row][column] = bias[column] + sum over k of a[row][k] * B[k][column], for columns 0 .. 16 * panels - 1.
// Column 16 p + i of row k of B stands at b[p * b_panel + k * b_stride + i]; so B is a packed matrix (b_stride 16) or a
// plain one by rows (b_panel 16). bias may be null (zero). Strides count floats.
struct Product {
  const float* a = nullptr;
  std::size_t a_stride = 0;
  const float* b = nullptr;
  std::size_t b_stride = 0, b_panel = 0;
  const float* bias = nullptr;
  float* c = nullptr;
  std::size_t c_stride = 0;
  std::size_t rows = 0, inner = 0, panels = 0;
};

inline constexpr std::size_t kBytePanel = 16;  // columns of a panel of a product of bytes
inline constexpr std::size_t kByteBlock = 8;   // its inner size is a multiple of this
inline constexpr std::size_t kByteTile = 64;   // so many inputs may be read at once

// c[row][column] = s w (sum over k of a[row][k] * B[k][column]) + m w (sum over k of B[k][column]) + bias[column],
// where s and m are the row's scale and least value, w the column's scale: the product of the floats that the bytes
// stand for (docs/model.md). B is packed in panels of 16 columns: byte k of column i of panel p stands at b[(p * inner
// + k / 4 * 4) * 16 + i * 4 + k % 4]. It fits (model/byte_row.h), so that no 16-bit sum overflows. Up to the next
// multiple of kByteTile behind `inner`, the rows of a are zeros, and behind the last panel is as much as that of any
// content.
struct ByteProduct {
  const std::uint8_t* a = nullptr;
  std::size_t a_stride = 0;
  const float* row_scale = nullptr;
  const float* row_least = nullptr;
  const std::int8_t* b = nullptr;
  const float* column_scale = nullptr;
  const float* column_sum = nullptr;  // of the bytes
  const float* bias = nullptr;
  float* c = nullptr;
  std::size_t c_stride = 0;
  std::size_t rows = 0, inner = 0, panels = 0;
};

// Sizes are multiples of 8 where nothing else is said.
struct Kernels {
  const char* name;
  void (*product)(const Product& product);
  void (*byte_product)(const ByteProduct& product);
  // bytes[i] = (x[i] - least) / scale, rounded to nearest, ties to even; least and scale so that x fills 0 to 255.
  void (*quantise)(const float* x, std::size_t size, std::uint8_t* bytes, float* scale, float* least);
  // y = (x - mean) / sqrt(variance + 1e-12) * weight + bias, for rows one behind the other, to which `change` is added
  // first (unless it is null). y may be x.
  void (*layer_norm)(const float* x, const float* change, std::size_t rows, const float* weight, const float* bias,
                     std::size_t size, float* y);
  // x[i] = exp(scale * x[i]) / sum, for any size and rows a stride apart; each has room up to the next multiple of 8,
  // which is filled with 0.
  void (*softmax)(float* x, std::size_t rows, std::size_t stride, std::size_t size, float scale);
  void (*gelu)(float* x, std::size_t size);
  void (*leaky)(float* x, std::size_t size, float slope);   // x < 0 ? slope * x : x
  void (*add)(float* y, const float* x, std::size_t size);  // y += x
  // y[i] = sum over k of x[k][i] * shares[k], term after term with fused multiply-add.
  void (*mix)(const float* const* x, const float* shares, std::size_t count, float* y, std::size_t size);
  void (*add_bytes)(float* y, const std::int8_t* x, float scale, std::size_t size);  // y = fma(x, scale, y)
  // sums[i] = sum over k of a[k] * b[i * stride + k]
  void (*dots)(const float* a, const float* b, std::size_t stride, std::size_t count, std::size_t size, float* sums);
  // y[column * y_stride + row] = x[row * stride + column]; rows beyond up to a multiple of kPanel are zeros.
  void (*transpose)(const float* x, std::size_t stride, std::size_t rows, std::size_t columns, float* y,
                    std::size_t y_stride);
};

[[nodiscard]] const Kernels& portable_kernels();
// Null where this CPU or this build lacks them.
[[nodiscard]] const Kernels* avx2_kernels();
[[nodiscard]] const Kernels* avx_vnni_kernels();
[[nodiscard]] const Kernels* avx512_vnni_kernels();
[[nodiscard]] const Kernels* amx_kernels();

// The fastest that this CPU has. WIREROOM_KERNELS=NAME in the environment overrides (for tests): portable, avx2, ….
[[nodiscard]] const Kernels& best_kernels();

}  // namespace wireroom
