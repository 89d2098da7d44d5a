// Kernels for CPUs with AVX2 and FMA (Intel since 2013, AMD since 2015). Compiled with -mavx2 -mfma.
#include "model/kernels/kernels.h"

#if defined(__AVX2__) && defined(__FMA__)

#include "model/kernels/avx2_lanes.h"
#include "model/kernels/two_lanes.h"

namespace {

constexpr int kTileRows = 6;
constexpr int kTilePanels = 1;
constexpr int kByteRows = 3;
constexpr int kBytePanels = 1;

// Four products are added in 16 bits, which cannot overflow where the weights fit; then pairs in 32 bits.
template <int kRows, int kPanels>
inline void byte_sums(const unsigned char* a, unsigned long a_stride, const signed char* b, unsigned long inner,
                      int* sums) {
  static_assert(kPanels == 1);
  __m256i totals[kRows][2];
#pragma GCC unroll 3
  for (int row = 0; row < kRows; ++row) totals[row][0] = totals[row][1] = _mm256_setzero_si256();
  const __m256i ones = _mm256_set1_epi16(1);
  for (unsigned long k = 0; k < inner; k += 8) {
    const signed char* from_b = b + k * 16;
    const __m256i first[2] = {load_bytes(from_b), load_bytes(from_b + 32)};
    const __m256i second[2] = {load_bytes(from_b + 64), load_bytes(from_b + 96)};
#pragma GCC unroll 3
    for (int row = 0; row < kRows; ++row) {
      const unsigned char* from = a + static_cast<unsigned long>(row) * a_stride + k;
      const __m256i four = _mm256_set1_epi32(four_bytes(from)), next = _mm256_set1_epi32(four_bytes(from + 4));
#pragma GCC unroll 2
      for (int half = 0; half < 2; ++half) {
        const __m256i products =
            _mm256_add_epi16(_mm256_maddubs_epi16(four, first[half]), _mm256_maddubs_epi16(next, second[half]));
        totals[row][half] = _mm256_add_epi32(totals[row][half], _mm256_madd_epi16(products, ones));
      }
    }
  }
#pragma GCC unroll 3
  for (int row = 0; row < kRows; ++row) {
    store_sums(sums + row * 16, totals[row][0]);
    store_sums(sums + row * 16 + 8, totals[row][1]);
  }
}

}  // namespace

#include "model/kernels/generic.h"

namespace wireroom {

const Kernels* avx2_kernels() {
  static constexpr Kernels kKernels = kernels_named("avx2", byte_product);
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kKernels : nullptr;
}

}  // namespace wireroom

#else

namespace wireroom {
const Kernels* avx2_kernels() { return nullptr; }
}  // namespace wireroom

#endif
