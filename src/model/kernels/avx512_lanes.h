// Sixteen lanes of floats in a register of AVX-512, beside the eight of AVX2. Included only by the files of the
// instruction sets that have it, like generic.h.
#include "model/kernels/avx2_lanes.h"

namespace {

struct Wide {
  __m512 v;

  static Wide load(const float* from) { return {_mm512_loadu_ps(from)}; }
  static Wide all(float value) { return {_mm512_set1_ps(value)}; }
  static Wide from_bytes(const signed char* from) {
    return {_mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))))};
  }
  static Wide from_integers(const int* from) { return {_mm512_cvtepi32_ps(_mm512_loadu_si512(from))}; }
  void store(float* to) const { _mm512_storeu_ps(to, v); }
  friend Wide operator+(Wide a, Wide b) { return {_mm512_add_ps(a.v, b.v)}; }
  friend Wide operator-(Wide a, Wide b) { return {_mm512_sub_ps(a.v, b.v)}; }
  friend Wide operator*(Wide a, Wide b) { return {_mm512_mul_ps(a.v, b.v)}; }
  friend Wide operator/(Wide a, Wide b) { return {_mm512_div_ps(a.v, b.v)}; }
  friend Wide fma(Wide a, Wide b, Wide c) { return {_mm512_fmadd_ps(a.v, b.v, c.v)}; }
  friend Wide max(Wide a, Wide b) { return {_mm512_max_ps(a.v, b.v)}; }
  friend Wide min(Wide a, Wide b) { return {_mm512_min_ps(a.v, b.v)}; }
  [[nodiscard]] Lanes low() const { return {_mm512_castps512_ps256(v)}; }
  [[nodiscard]] Lanes high() const { return {_mm256_castpd_ps(_mm512_extractf64x4_pd(_mm512_castps_pd(v), 1))}; }
  static Wide twice(Lanes lanes) { return {_mm512_broadcast_f32x8(lanes.v)}; }
  [[nodiscard]] Wide negative_scaled(float slope) const {
    const __mmask16 negative = _mm512_cmp_ps_mask(v, _mm512_setzero_ps(), _CMP_LT_OQ);
    return {_mm512_mask_mul_ps(v, negative, v, _mm512_set1_ps(slope))};
  }
  [[nodiscard]] Wide times_power_of_two(Wide n) const {
    const __m512i shift = _mm512_slli_epi32(_mm512_cvtps_epi32(n.v), 23);
    return {_mm512_castsi512_ps(_mm512_add_epi32(_mm512_castps_si512(v), shift))};
  }
};

constexpr unsigned long kWidesOfGroup = 4;

// What is no number becomes the least integer, which the packing cuts to 0.
inline void store_group(const Wide* values, unsigned char* to) {
  const auto words = [](Wide low, Wide high) {
    return _mm512_packs_epi32(_mm512_cvtps_epi32(low.v), _mm512_cvtps_epi32(high.v));
  };
  const __m512i mixed = _mm512_packus_epi16(words(values[0], values[1]), words(values[2], values[3]));
  const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
  _mm512_storeu_si512(to, _mm512_permutexvar_epi32(order, mixed));
}

}  // namespace
