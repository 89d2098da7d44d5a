#include <cstdlib>
#include <cstring>

#include "model/kernels/kernels.h"

namespace wireroom {
namespace {

const Kernels& choose() {
  const char* wish = std::getenv("WIREROOM_KERNELS");
  if (wish != nullptr && std::strcmp(wish, "portable") == 0) return portable_kernels();
  const Kernels* avx2 = avx2_kernels();
  return avx2 != nullptr ? *avx2 : portable_kernels();
}

}  // namespace

const Kernels& best_kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

}  // namespace wireroom
