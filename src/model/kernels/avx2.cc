// Kernels for CPUs with AVX2 and FMA (Intel since 2013, AMD since 2015). Compiled with -mavx2 -mfma.
#include "model/kernels/kernels.h"

#if defined(__AVX2__) && defined(__FMA__)

#include <immintrin.h>

namespace {

struct Lanes {
  __m256 v;

  static Lanes load(const float* from) { return {_mm256_loadu_ps(from)}; }
  static Lanes all(float value) { return {_mm256_set1_ps(value)}; }
  static Lanes from_bytes(const signed char* from) {
    const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(from));
    return {_mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes))};
  }
  void store(float* to) const { _mm256_storeu_ps(to, v); }
  friend Lanes operator+(Lanes a, Lanes b) { return {_mm256_add_ps(a.v, b.v)}; }
  friend Lanes operator-(Lanes a, Lanes b) { return {_mm256_sub_ps(a.v, b.v)}; }
  friend Lanes operator*(Lanes a, Lanes b) { return {_mm256_mul_ps(a.v, b.v)}; }
  friend Lanes operator/(Lanes a, Lanes b) { return {_mm256_div_ps(a.v, b.v)}; }
  friend Lanes fma(Lanes a, Lanes b, Lanes c) { return {_mm256_fmadd_ps(a.v, b.v, c.v)}; }
  friend Lanes max(Lanes a, Lanes b) { return {_mm256_max_ps(a.v, b.v)}; }
  friend Lanes min(Lanes a, Lanes b) { return {_mm256_min_ps(a.v, b.v)}; }
  friend Lanes sqrt(Lanes a) { return {_mm256_sqrt_ps(a.v)}; }
  [[nodiscard]] Lanes keep(unsigned long count) const {
    const __m256i numbers = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    const __m256i mask = _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(count)), numbers);
    return {_mm256_and_ps(v, _mm256_castsi256_ps(mask))};
  }
  [[nodiscard]] Lanes negative_scaled(float slope) const {
    const __m256 negative = _mm256_cmp_ps(v, _mm256_setzero_ps(), _CMP_LT_OQ);
    return {_mm256_blendv_ps(v, _mm256_mul_ps(v, _mm256_set1_ps(slope)), negative)};
  }
  [[nodiscard]] Lanes times_power_of_two(Lanes n) const {
    const __m256i shift = _mm256_slli_epi32(_mm256_cvtps_epi32(n.v), 23);
    return {_mm256_castsi256_ps(_mm256_add_epi32(_mm256_castps_si256(v), shift))};
  }
  // (0+4, 1+5, 2+6, 3+7), then (0+2, 1+3), then 0+1.
  [[nodiscard]] float sum() const {
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    four = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(four, _mm_movehdup_ps(four)));
  }
  [[nodiscard]] float greatest() const {
    __m128 four = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    four = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(four, _mm_movehdup_ps(four)));
  }
  [[nodiscard]] float least() const {
    __m128 four = _mm_min_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    four = _mm_min_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_min_ss(four, _mm_movehdup_ps(four)));
  }
  void store_bytes(unsigned char* to) const {
    const __m256i numbers = _mm256_cvtps_epi32(v);
    const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(numbers), _mm256_extracti128_si256(numbers, 1));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(words, words));
  }
};

inline __m256i broadcast_four(const unsigned char* from) {
  int four;
  __builtin_memcpy(&four, from, sizeof four);
  return _mm256_set1_epi32(four);
}

// Four products are added in 16 bits, which cannot overflow where the weights fit; then pairs in 32 bits.
template <int kRows>
inline void byte_sums(const unsigned char* a, unsigned long a_stride, const signed char* b, unsigned long inner,
                      Lanes* sums) {
  __m256i totals[kRows];
#pragma GCC unroll 6
  for (int row = 0; row < kRows; ++row) totals[row] = _mm256_setzero_si256();
  const __m256i ones = _mm256_set1_epi16(1);
  for (unsigned long k = 0; k < inner; k += 8) {
    const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b));
    const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b + 32));
    b += 64;
#pragma GCC unroll 6
    for (int row = 0; row < kRows; ++row) {
      const unsigned char* from = a + static_cast<unsigned long>(row) * a_stride + k;
      const __m256i products = _mm256_add_epi16(_mm256_maddubs_epi16(broadcast_four(from), first),
                                                _mm256_maddubs_epi16(broadcast_four(from + 4), second));
      totals[row] = _mm256_add_epi32(totals[row], _mm256_madd_epi16(products, ones));
    }
  }
#pragma GCC unroll 6
  for (int row = 0; row < kRows; ++row) sums[row] = {_mm256_cvtepi32_ps(totals[row])};
}

}  // namespace

#include "model/kernels/generic.h"

namespace wireroom {

const Kernels* avx2_kernels() {
  static constexpr Kernels kKernels = kernels_named("avx2");
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kKernels : nullptr;
}

}  // namespace wireroom

#else

namespace wireroom {
const Kernels* avx2_kernels() { return nullptr; }
}  // namespace wireroom

#endif
