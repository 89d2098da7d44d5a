// Kernels for CPUs with AVX-512 VNNI (Intel servers since 2019, AMD since 2022). Compiled with -mavx2 -mfma -mavx512f
// -mavx512vl -mavx512vnni. The products of bytes are made by the instruction that multiplies four pairs and adds them
// in 32 bits.
#include "model/kernels/kernels.h"

#if defined(__AVX512VNNI__) && defined(__AVX512VL__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && \
    defined(__AVX512F__) && defined(__FMA__)

#include "model/kernels/avx512_lanes.h"

namespace {

// 24 sums in registers: two additions a cycle, each waiting five cycles for the one before, want ten at least; and the
// more of them stand on each other, the fewer loads come to a product.
constexpr int kTileRows = 12;
constexpr int kTilePanels = 2;
constexpr int kByteRows = 12;
constexpr int kBytePanels = 2;

template <int kRows, int kPanels>
inline void byte_sums(const unsigned char* a, unsigned long a_stride, const signed char* b, unsigned long inner,
                      int* sums) {
  __m512i totals[kRows][kPanels];
#pragma GCC unroll 12
  for (int row = 0; row < kRows; ++row)
#pragma GCC unroll 2
    for (int panel = 0; panel < kPanels; ++panel) totals[row][panel] = _mm512_setzero_si512();
  const RowsOfThree<kRows> rows(a, a_stride);
  for (unsigned long k = 0; k < inner; k += 4) {
    __m512i weights[kPanels];
#pragma GCC unroll 2
    for (int panel = 0; panel < kPanels; ++panel)
      weights[panel] = _mm512_loadu_si512(b + (static_cast<unsigned long>(panel) * inner + k) * 16);
#pragma GCC unroll 12
    for (int row = 0; row < kRows; ++row) {
      const __m512i four = _mm512_set1_epi32(four_bytes(rows.at(row) + k));
#pragma GCC unroll 2
      for (int panel = 0; panel < kPanels; ++panel)
        totals[row][panel] = _mm512_dpbusd_epi32(totals[row][panel], four, weights[panel]);
    }
  }
#pragma GCC unroll 12
  for (int row = 0; row < kRows; ++row)
#pragma GCC unroll 2
    for (int panel = 0; panel < kPanels; ++panel)
      _mm512_store_si512(sums + (row * kPanels + panel) * 16, totals[row][panel]);
}

}  // namespace

#include "model/kernels/generic.h"

namespace wireroom {

const Kernels* avx512_vnni_kernels() {
  static constexpr Kernels kKernels = kernels_named("avx512_vnni", byte_product);
  const bool there = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                     __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                     __builtin_cpu_supports("avx512vnni");
  return there && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kKernels : nullptr;
}

}  // namespace wireroom

#else

namespace wireroom {
const Kernels* avx512_vnni_kernels() { return nullptr; }
}  // namespace wireroom

#endif
