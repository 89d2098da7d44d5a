// Kernels for CPUs with AVX-512 VNNI (Intel servers since 2019, AMD since 2022). Compiled with -mavx2 -mfma -mavx512f
// -mavx512vl -mavx512vnni. The products of bytes are made by the instruction that multiplies four pairs and adds them
// in 32 bits, for two panels at once; all else is that of AVX2.
#include "model/kernels/kernels.h"

#if defined(__AVX512VNNI__) && defined(__AVX512VL__) && defined(__AVX512F__) && defined(__FMA__)

#include "model/kernels/avx2_lanes.h"

namespace {

constexpr int kByteRows = 8;

// Two sums a row, so that each waits for the addition of the step before only.
template <int kRows>
inline void byte_sums(const unsigned char* a, unsigned long a_stride, const signed char* b, unsigned long inner,
                      Lanes (*sums)[2]) {
  __m512i even[kRows], odd[kRows];
#pragma GCC unroll 8
  for (int row = 0; row < kRows; ++row) even[row] = odd[row] = _mm512_setzero_si512();
  const auto weights = [](const signed char* from) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  };
  const auto four = [](const unsigned char* from) {
    int bytes;
    __builtin_memcpy(&bytes, from, sizeof bytes);
    return _mm512_set1_epi32(bytes);
  };
  const signed char* other = b + inner * 8;
  for (unsigned long k = 0; k < inner; k += 8) {
    const __m512i first = _mm512_inserti64x4(_mm512_castsi256_si512(weights(b + k * 8)), weights(other + k * 8), 1);
    const __m512i second =
        _mm512_inserti64x4(_mm512_castsi256_si512(weights(b + k * 8 + 32)), weights(other + k * 8 + 32), 1);
#pragma GCC unroll 8
    for (int row = 0; row < kRows; ++row) {
      const unsigned char* from = a + static_cast<unsigned long>(row) * a_stride + k;
      even[row] = _mm512_dpbusd_epi32(even[row], four(from), first);
      odd[row] = _mm512_dpbusd_epi32(odd[row], four(from + 4), second);
    }
  }
#pragma GCC unroll 8
  for (int row = 0; row < kRows; ++row) {
    const __m512i total = _mm512_add_epi32(even[row], odd[row]);
    sums[row][0] = {_mm256_cvtepi32_ps(_mm512_castsi512_si256(total))};
    sums[row][1] = {_mm256_cvtepi32_ps(_mm512_extracti64x4_epi64(total, 1))};
  }
}

}  // namespace

#include "model/kernels/generic.h"

namespace wireroom {

const Kernels* avx512_vnni_kernels() {
  static constexpr Kernels kKernels = kernels_named("avx512_vnni");
  const bool there =
      __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
  return there && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kKernels : nullptr;
}

}  // namespace wireroom

#else

namespace wireroom {
const Kernels* avx512_vnni_kernels() { return nullptr; }
}  // namespace wireroom

#endif
