// Kernels for CPUs with AVX-512 VNNI (Intel servers since 2019, AMD since 2022), in registers of 256 bits. Compiled
// with -mavx2 -mfma -mavx512vl -mavx512vnni.
#include "model/kernels/kernels.h"

#if defined(__AVX512VNNI__) && defined(__AVX512VL__) && defined(__FMA__)

#include "model/kernels/avx2_lanes.h"

namespace {

inline __m256i add_products(__m256i sums, __m256i bytes, __m256i weights) {
  return _mm256_dpbusd_epi32(sums, bytes, weights);
}

}  // namespace

#include "model/kernels/vnni_sums.h"
//
#include "model/kernels/generic.h"

namespace wireroom {

const Kernels* avx512_vnni_kernels() {
  static constexpr Kernels kKernels = kernels_named("avx512_vnni");
  const bool there = __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512vl");
  return there && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kKernels : nullptr;
}

}  // namespace wireroom

#else

namespace wireroom {
const Kernels* avx512_vnni_kernels() { return nullptr; }
}  // namespace wireroom

#endif
