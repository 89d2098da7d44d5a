// Kernels for CPUs with AVX-VNNI (Intel since 2021, AMD since 2024). Compiled with
// -mavx2 -mfma -mavxvnni.
#include "model/kernels/kernels.h"

#if defined(__AVXVNNI__) && defined(__AVX2__) && defined(__FMA__)

#include "model/kernels/avx2_lanes.h"

namespace {

inline __m256i add_products(__m256i sums, __m256i bytes, __m256i weights) {
  return _mm256_dpbusd_avx_epi32(sums, bytes, weights);
}

}  // namespace

#include "model/kernels/vnni_sums.h"
//
#include "model/kernels/generic.h"

namespace wireroom {

const Kernels* avx_vnni_kernels() {
  static constexpr Kernels kKernels = kernels_named("avx_vnni");
  const bool there = __builtin_cpu_supports("avxvnni");
  return there && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kKernels : nullptr;
}

}  // namespace wireroom

#else

namespace wireroom {
const Kernels* avx_vnni_kernels() { return nullptr; }
}  // namespace wireroom

#endif
