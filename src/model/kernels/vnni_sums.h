// Sums of products of bytes by the instruction that multiplies four pairs and adds them in 32 bits (VNNI). Included
// only by the files of the sets that have it, each of which defines add_products(sums, unsigned bytes, signed bytes)
// before. What is added is integers: the sums are those of every other set.
namespace {

// Two sums a row, so that each waits for an addition of the step before only.
template <int kRows>
inline void byte_sums(const unsigned char* a, unsigned long a_stride, const signed char* b, unsigned long inner,
                      Lanes* sums) {
  __m256i even[kRows], odd[kRows];
#pragma GCC unroll 6
  for (int row = 0; row < kRows; ++row) even[row] = odd[row] = _mm256_setzero_si256();
  for (unsigned long k = 0; k < inner; k += 8) {
    const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b));
    const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b + 32));
    b += 64;
#pragma GCC unroll 6
    for (int row = 0; row < kRows; ++row) {
      const unsigned char* from = a + static_cast<unsigned long>(row) * a_stride + k;
      even[row] = add_products(even[row], broadcast_four(from), first);
      odd[row] = add_products(odd[row], broadcast_four(from + 4), second);
    }
  }
#pragma GCC unroll 6
  for (int row = 0; row < kRows; ++row) sums[row] = {_mm256_cvtepi32_ps(_mm256_add_epi32(even[row], odd[row]))};
}

}  // namespace
