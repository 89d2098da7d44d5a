#include "model/kernels/cpu.h"

#if defined(__x86_64__)
#include <cpuid.h>
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace wireroom {
namespace {

// Registers of leaf 7, the extended features; all zero where there is no such leaf.
struct Leaf {
  unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
};
Leaf extended_features(unsigned part) {
  Leaf first, leaf;
  if (__get_cpuid_count(7, 0, &first.eax, &first.ebx, &first.ecx, &first.edx) == 0 || first.eax < part) return {};
  return __get_cpuid_count(7, part, &leaf.eax, &leaf.ebx, &leaf.ecx, &leaf.edx) == 0 ? Leaf{} : leaf;
}

}  // namespace

bool cpu_has_avx_vnni() { return (extended_features(1).eax >> 4 & 1) != 0; }

bool cpu_has_amx_int8() {
#if defined(__linux__) && defined(SYS_arch_prctl)
  constexpr long kRequestState = 0x1023, kTiles = 18;  // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
  const unsigned features = extended_features(0).edx;
  const bool there = (features >> 24 & 1) != 0 && (features >> 25 & 1) != 0;  // the tiles, their products of bytes
  return there && syscall(SYS_arch_prctl, kRequestState, kTiles) == 0;
#else
  return false;
#endif
}

}  // namespace wireroom

#else

namespace wireroom {
bool cpu_has_avx_vnni() { return false; }
bool cpu_has_amx_int8() { return false; }
}  // namespace wireroom

#endif
