// What all fuzz targets share: the bytes as text, and an end that names what was broken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace wireroom::fuzz {

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Ends the run as a finding unless the promise is kept.
inline void promise(bool kept, const std::string& what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what.c_str());
  std::abort();
}

// What a load() of the program's own tables gives; they are right, or every test would fail.
template <typename Loaded>
auto loaded(Loaded&& result) {
  if (!result.has_value()) promise(false, result.error().message);
  return std::move(result).value();
}

}  // namespace wireroom::fuzz
