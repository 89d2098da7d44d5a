// Kernels for CPUs with AMX (Intel servers since 2023). Compiled as those of AVX-512 VNNI, with -mamx-tile -mamx-int8
// added. The products of bytes are made in tiles of 16 rows of 64 bytes: one instruction multiplies a tile of
// activations (16 rows, 64 inputs) with one of weights (64 inputs, a panel). All else is that of AVX-512.
#include "model/kernels/kernels.h"

#if defined(__AMX_INT8__) && defined(__AMX_TILE__) && defined(__AVX512VL__) && defined(__AVX512BW__) && \
    defined(__AVX512DQ__) && defined(__AVX512F__) && defined(__FMA__)

#include "model/kernels/avx512_lanes.h"
#include "model/kernels/cpu.h"

namespace {

constexpr int kTileRows = 12;
constexpr int kTilePanels = 2;

}  // namespace

#define WIREROOM_OWN_BYTE_PRODUCT
#include "model/kernels/generic.h"

namespace wireroom {
namespace {

constexpr std::size_t kRowsOfTile = 16, kInputsOfTile = 64;

// What the CPU reads to know the sizes of the eight tiles. Here: sums 0 to 3 (by rows of activations, then panels),
// activations 4 and 5, weights 6 and 7.
struct alignas(64) TileSizes {
  std::uint8_t palette = 1, start_row = 0, reserved[14] = {};
  std::uint16_t bytes_a_row[16] = {};
  std::uint8_t rows[16] = {};

  TileSizes(std::size_t above, std::size_t below) {
    for (int tile = 0; tile < 8; ++tile) bytes_a_row[tile] = 64;
    rows[0] = rows[1] = rows[4] = static_cast<std::uint8_t>(above);
    rows[2] = rows[3] = rows[5] = static_cast<std::uint8_t>(below);
    rows[6] = rows[7] = kInputsOfTile / 4;
  }
};

// Up to 16 rows above and 16 below (or none) with two panels (or one).
template <bool kBelow, bool kSecond>
inline void tiles_product(const ByteProduct& p, std::size_t row, std::size_t above, std::size_t below,
                          std::size_t panel) {
  alignas(64) int sums[4][kRowsOfTile * kBytePanel];
  const std::uint8_t* a = p.a + row * p.a_stride;
  const std::int8_t* b = p.b + panel * kBytePanel * p.inner;
  _tile_zero(0);
  if constexpr (kSecond) _tile_zero(1);
  if constexpr (kBelow) _tile_zero(2);
  if constexpr (kBelow && kSecond) _tile_zero(3);
  for (std::size_t k = 0; k < p.inner; k += kInputsOfTile) {
    _tile_loadd(4, a + k, p.a_stride);
    _tile_loadd(6, b + k * kBytePanel, 64);
    _tile_dpbusd(0, 4, 6);
    if constexpr (kSecond) {
      _tile_loadd(7, b + (p.inner + k) * kBytePanel, 64);
      _tile_dpbusd(1, 4, 7);
    }
    if constexpr (kBelow) {
      _tile_loadd(5, a + kRowsOfTile * p.a_stride + k, p.a_stride);
      _tile_dpbusd(2, 5, 6);
    }
    if constexpr (kBelow && kSecond) _tile_dpbusd(3, 5, 7);
  }
  _tile_stored(0, sums[0], 64);
  if constexpr (kSecond) _tile_stored(1, sums[1], 64);
  if constexpr (kBelow) _tile_stored(2, sums[2], 64);
  if constexpr (kBelow && kSecond) _tile_stored(3, sums[3], 64);
  finish(p, row, above, panel, sums[0], kBytePanel);
  if constexpr (kBelow) finish(p, row + kRowsOfTile, below, panel, sums[2], kBytePanel);
  if constexpr (kSecond) finish(p, row, above, panel + 1, sums[1], kBytePanel);
  if constexpr (kBelow && kSecond) finish(p, row + kRowsOfTile, below, panel + 1, sums[3], kBytePanel);
}

// Rows [row, row_end) in pairs of tiles of these sizes. Panels outside: they stay in the first cache meanwhile.
template <bool kBelow>
inline void rows_product(const ByteProduct& p, std::size_t row, std::size_t row_end, std::size_t above,
                         std::size_t below) {
  const TileSizes sizes(above, below);
  _tile_loadconfig(&sizes);
  for (std::size_t panel = 0; panel < p.panels; panel += 2) {
    for (std::size_t at = row; at < row_end; at += 2 * kRowsOfTile) {
      if (panel + 1 < p.panels)
        tiles_product<kBelow, true>(p, at, above, below, panel);
      else
        tiles_product<kBelow, false>(p, at, above, below, panel);
    }
  }
}

void tile_product(const ByteProduct& p) {
  const std::size_t whole = p.rows / (2 * kRowsOfTile) * (2 * kRowsOfTile), left = p.rows - whole;
  if (whole > 0) rows_product<true>(p, 0, whole, kRowsOfTile, kRowsOfTile);
  if (left > kRowsOfTile)
    rows_product<true>(p, whole, p.rows, kRowsOfTile, left - kRowsOfTile);
  else if (left > 0)
    rows_product<false>(p, whole, p.rows, left, 1);
  _tile_release();
}

}  // namespace

const Kernels* amx_kernels() {
  static constexpr Kernels kKernels = kernels_named("amx", tile_product);
  const bool there = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                     __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                     __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  return there && cpu_has_amx_int8() ? &kKernels : nullptr;
}

}  // namespace wireroom

#else

namespace wireroom {
const Kernels* amx_kernels() { return nullptr; }
}  // namespace wireroom

#endif
