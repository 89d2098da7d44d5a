// The decoded text of a report: valid UTF-8, with code point positions on demand.
//
// Example:
//   Text text = Text::decode(bytes);            // invalid sequences and NULs have become U+FFFD, a BOM is gone
//   text.view({0, 5});                          // the first five bytes
//   text.code_points_before(span.begin);        // what the records print
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wireroom/span.h"

namespace wireroom {

class Text {
 public:
  Text() = default;

  // Decodes bytes of any quality. A leading byte order mark is dropped; each maximal invalid UTF-8 subsequence (as the
  // Unicode standard, section 3.9, "substitution of maximal subparts") and each NUL becomes one U+FFFD; nothing else
  // changes. Never fails. Texts are limited to 4 GiB - 1 bytes; callers refuse longer ones before.
  [[nodiscard]] static Text decode(std::string_view bytes);
  // The same for bytes that nobody else needs; they are not copied if nothing is to be replaced.
  [[nodiscard]] static Text adopt(std::string&& bytes);

  [[nodiscard]] const std::string& utf8() const& { return utf8_; }
  [[nodiscard]] std::string utf8() && { return std::move(utf8_); }
  [[nodiscard]] std::string_view view() const { return utf8_; }
  [[nodiscard]] std::string_view view(Span span) const {
    return std::string_view(utf8_).substr(span.begin, span.end - span.begin);
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(utf8_.size()); }

  // Number of code points in the first `byte` bytes. `byte` must lie on a code point boundary and within the text.
  [[nodiscard]] std::uint32_t code_points_before(std::uint32_t byte) const;
  // Byte offset of the code point with this number; size() if there are fewer.
  [[nodiscard]] std::uint32_t byte_of(std::uint32_t code_point) const;
  [[nodiscard]] std::uint32_t code_points() const { return code_points_; }
  // How many invalid sequences and NULs were replaced.
  [[nodiscard]] std::uint32_t replaced() const { return replaced_; }

 private:
  void count();
  std::string utf8_;
  std::vector<std::uint32_t> code_points_at_;  // code points before every kStride-th byte; empty if all is ASCII
  std::uint32_t code_points_ = 0;
  std::uint32_t replaced_ = 0;
};

}  // namespace wireroom
