// Arrays of floats that begin at a cache line.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace wireroom {

template <typename T>
struct CacheLineAllocator {
  using value_type = T;
  static constexpr std::align_val_t kAlignment{64};
  CacheLineAllocator() = default;
  template <typename U>
  CacheLineAllocator(const CacheLineAllocator<U>&) {}  // NOLINT: implicit by the rules for allocators
  T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), kAlignment)); }
  void deallocate(T* memory, std::size_t) { ::operator delete(memory, kAlignment); }
  friend bool operator==(const CacheLineAllocator&, const CacheLineAllocator&) { return true; }
};

using Floats = std::vector<float, CacheLineAllocator<float>>;

// Scratch memory: at least `size` floats of any content. Grows, never shrinks.
inline float* room(Floats& floats, std::size_t size) {
  if (floats.size() < size) floats.resize(size);
  return floats.data();
}

}  // namespace wireroom
