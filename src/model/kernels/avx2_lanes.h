// Eight lanes of floats in a register of AVX2. Included only by the files of the instruction sets that have it, inside
// their unnamed namespaces' file, like generic.h.
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
  static Lanes from_integers(const int* from) {
    return {_mm256_cvtepi32_ps(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)))};
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
  [[nodiscard]] Lanes keep(unsigned long count, Lanes other) const {
    const __m256i numbers = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    const __m256i mask = _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(count)), numbers);
    return {_mm256_blendv_ps(other.v, v, _mm256_castsi256_ps(mask))};
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

inline void transpose_eight(Lanes* rows) {
  __m256 pairs[8], fours[8];
#pragma GCC unroll 4
  for (int i = 0; i < 8; i += 2) {
    pairs[i] = _mm256_unpacklo_ps(rows[i].v, rows[i + 1].v);
    pairs[i + 1] = _mm256_unpackhi_ps(rows[i].v, rows[i + 1].v);
  }
#pragma GCC unroll 2
  for (int i = 0; i < 8; i += 4) {
    fours[i] = _mm256_shuffle_ps(pairs[i], pairs[i + 2], 0x44);
    fours[i + 1] = _mm256_shuffle_ps(pairs[i], pairs[i + 2], 0xEE);
    fours[i + 2] = _mm256_shuffle_ps(pairs[i + 1], pairs[i + 3], 0x44);
    fours[i + 3] = _mm256_shuffle_ps(pairs[i + 1], pairs[i + 3], 0xEE);
  }
#pragma GCC unroll 4
  for (int i = 0; i < 4; ++i) {
    rows[i].v = _mm256_permute2f128_ps(fours[i], fours[i + 4], 0x20);
    rows[i + 4].v = _mm256_permute2f128_ps(fours[i], fours[i + 4], 0x31);
  }
}

inline int four_bytes(const unsigned char* from) {
  int four;
  __builtin_memcpy(&four, from, sizeof four);
  return four;
}

// The beginnings of up to twelve rows in so few registers that all stay in registers: a pointer for each three rows,
// which stand at 0, 1 and 2 strides from it.
template <int kRows>
struct RowsOfThree {
  const unsigned char* first[4];
  unsigned long stride;

  RowsOfThree(const unsigned char* a, unsigned long a_stride) : stride(a_stride) {
    for (unsigned long group = 0; group < 4; ++group) first[group] = a + group * 3 * stride;
  }
  [[nodiscard]] const unsigned char* at(int row) const {
    return first[row / 3] + static_cast<unsigned long>(row % 3) * stride;
  }
};

inline __m256i load_bytes(const signed char* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}

inline void store_sums(int* to, __m256i sums) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), sums); }

}  // namespace
