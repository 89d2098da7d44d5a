// The hash that ids of reports and the identity of stored texts hang on: FNV-1a over bytes with a final mix.
// It must never change.
#pragma once

#include <cstdint>
#include <string_view>

namespace wireroom {

[[nodiscard]] constexpr std::uint64_t text_hash(std::string_view text) {
  std::uint64_t h = 1469598103934665603ULL;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdULL;
  return h ^ (h >> 33);
}

}  // namespace wireroom
