// A stretch of a report's text.
//
// Inside the program spans count bytes of the decoded UTF-8 text (cheap to cut with string_view); what users see
// counts Unicode code points (see Text::code_points_before). The writers convert, nobody else.
#pragma once

#include <algorithm>
#include <cstdint>

namespace wireroom {

struct Span {
  std::uint32_t begin = 0;  // first byte
  std::uint32_t end = 0;    // one past the last byte

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return end <= begin; }
  [[nodiscard]] bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
};

// The smallest span that covers both.
[[nodiscard]] inline Span cover(const Span& a, const Span& b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace wireroom
