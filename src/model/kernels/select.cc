#include <cstdlib>
#include <cstring>
#include <initializer_list>

#include "model/kernels/kernels.h"

namespace wireroom {
namespace {

const Kernels& choose() {
  const char* wish = std::getenv("WIREROOM_KERNELS");
  const Kernels* best = nullptr;
  for (const Kernels* set :
       {amx_kernels(), avx512_vnni_kernels(), avx_vnni_kernels(), avx2_kernels(), &portable_kernels()}) {
    if (set == nullptr) continue;
    if (best == nullptr) best = set;
    if (wish != nullptr && std::strcmp(wish, set->name) == 0) return *set;
  }
  return *best;
}

}  // namespace

const Kernels& best_kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

}  // namespace wireroom
