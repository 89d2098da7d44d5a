// Kernels for CPUs with AVX-VNNI but without AVX-512 (Intel since 2021). Compiled with -mavx2 -mfma -mavxvnni. The
// products of bytes are made as by AVX-512 VNNI, in registers half as long; all else is that of AVX2.
#include "model/kernels/kernels.h"

#if defined(__AVXVNNI__) && defined(__AVX2__) && defined(__FMA__)

#include "model/kernels/avx2_lanes.h"
#include "model/kernels/cpu.h"
#include "model/kernels/two_lanes.h"

namespace {

constexpr int kTileRows = 6;
constexpr int kTilePanels = 1;
constexpr int kByteRows = 6;
constexpr int kBytePanels = 1;

template <int kRows, int kPanels>
inline void byte_sums(const unsigned char* a, unsigned long a_stride, const signed char* b, unsigned long inner,
                      int* sums) {
  static_assert(kPanels == 1);
  __m256i totals[kRows][2];
#pragma GCC unroll 6
  for (int row = 0; row < kRows; ++row) totals[row][0] = totals[row][1] = _mm256_setzero_si256();
  const RowsOfThree<kRows> rows(a, a_stride);
  for (unsigned long k = 0; k < inner; k += 4) {
    const __m256i weights[2] = {load_bytes(b + k * 16), load_bytes(b + k * 16 + 32)};
#pragma GCC unroll 6
    for (int row = 0; row < kRows; ++row) {
      const __m256i four = _mm256_set1_epi32(four_bytes(rows.at(row) + k));
      totals[row][0] = _mm256_dpbusd_avx_epi32(totals[row][0], four, weights[0]);
      totals[row][1] = _mm256_dpbusd_avx_epi32(totals[row][1], four, weights[1]);
    }
  }
#pragma GCC unroll 6
  for (int row = 0; row < kRows; ++row) {
    store_sums(sums + row * 16, totals[row][0]);
    store_sums(sums + row * 16 + 8, totals[row][1]);
  }
}

}  // namespace

#include "model/kernels/generic.h"

namespace wireroom {

const Kernels* avx_vnni_kernels() {
  static constexpr Kernels kKernels = kernels_named("avx_vnni", byte_product);
  const bool there = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  return there && cpu_has_avx_vnni() ? &kKernels : nullptr;
}

}  // namespace wireroom

#else

namespace wireroom {
const Kernels* avx_vnni_kernels() { return nullptr; }
}  // namespace wireroom

#endif
