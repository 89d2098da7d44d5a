// What the writer and the reader of weight files agree on. The page of the format: docs/model.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace wireroom::weight_format {

inline constexpr std::string_view kMagic = "WIREROOM";
inline constexpr std::uint32_t kFormat = 2;
// Bytes 0-7 magic, 8-11 format, 12-15 length of the header, 16-23 checksum, then the header.
inline constexpr std::size_t kHeaderBegin = 24;
inline constexpr std::size_t kAlignment = 64;

[[nodiscard]] constexpr std::size_t aligned(std::size_t offset) {
  return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

// FNV-1a taken eight bytes at a time (little-endian, the last word filled with zeros), with a fold after each step so
// that high bits reach low ones: 24 MB in a few milliseconds. Guards against damage, not against malice.
[[nodiscard]] inline std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto take = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * 1099511628211ULL;
    hash ^= hash >> 32;
  };
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    take(word);
  }
  if (at < bytes.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, bytes.size() - at);
    take(word);
  }
  return hash;
}

}  // namespace wireroom::weight_format
