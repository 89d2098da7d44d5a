#include "wireroom/text.h"

#include <algorithm>
#include <utility>

namespace wireroom {
namespace {

constexpr std::uint32_t kStride = 128;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool continues(unsigned char c) { return (c & 0xC0) == 0x80; }

// Bytes of the well-formed sequence at `at`, or 0 and in `bad` the length of the maximal ill-formed subpart (Unicode
// standard, table 3-7).
std::size_t sequence(std::string_view bytes, std::size_t at, std::size_t& bad) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char first = byte(at);
  bad = 1;
  if (first < 0x80) return first == 0 ? 0 : 1;
  std::size_t size = 0;
  unsigned char low = 0x80, high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF)
    size = 2;
  else if (first >= 0xE0 && first <= 0xEF) {
    size = 3;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    size = 4;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  for (std::size_t i = 1; i < size; ++i) {
    if (at + i >= bytes.size() || byte(at + i) < low || byte(at + i) > high) {
      bad = i;
      return 0;
    }
    low = 0x80;
    high = 0xBF;
  }
  return size;
}

// Where the first byte stands that decoding replaces; the size if there is none.
std::size_t first_replaced(std::string_view bytes) {
  std::size_t at = 0, bad = 0;
  while (at < bytes.size()) {
    const std::size_t size = sequence(bytes, at, bad);
    if (size == 0) break;
    at += size;
  }
  return at;
}

}  // namespace

Text Text::adopt(std::string&& bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF") || first_replaced(bytes) < bytes.size()) return decode(bytes);
  Text text;
  text.utf8_ = std::move(bytes);
  text.count();
  return text;
}

Text Text::decode(std::string_view bytes) {
  Text text;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  text.utf8_.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t plain = at;
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80 && bytes[at] != '\0') ++at;
    text.utf8_.append(bytes, plain, at - plain);
    if (at == bytes.size()) break;
    std::size_t bad = 0;
    const std::size_t size = sequence(bytes, at, bad);
    if (size > 0) {
      text.utf8_.append(bytes, at, size);
      at += size;
    } else {
      text.utf8_.append(kReplacement);
      ++text.replaced_;
      at += bad;
    }
  }
  text.count();
  return text;
}

void Text::count() {
  std::uint32_t number = 0;
  bool ascii = true;
  for (const char c : utf8_) {
    if (static_cast<unsigned char>(c) >= 0x80) ascii = false;
    if (!continues(static_cast<unsigned char>(c))) ++number;
  }
  code_points_ = number;
  if (ascii) return;
  code_points_at_.reserve(utf8_.size() / kStride + 1);
  number = 0;
  for (std::size_t at = 0; at < utf8_.size(); ++at) {
    if (at % kStride == 0) code_points_at_.push_back(number);
    if (!continues(static_cast<unsigned char>(utf8_[at]))) ++number;
  }
}

std::uint32_t Text::code_points_before(std::uint32_t byte) const {
  byte = std::min(byte, size());
  if (code_points_at_.empty()) return byte;
  if (byte == size()) return code_points_;
  std::uint32_t count = code_points_at_[byte / kStride];
  for (std::uint32_t at = byte - byte % kStride; at < byte; ++at)
    if (!continues(static_cast<unsigned char>(utf8_[at]))) ++count;
  return count;
}

std::uint32_t Text::byte_of(std::uint32_t code_point) const {
  if (code_point >= code_points_) return size();
  if (code_points_at_.empty()) return code_point;
  const auto block =
      std::upper_bound(code_points_at_.begin(), code_points_at_.end(), code_point) - code_points_at_.begin() - 1;
  auto at = static_cast<std::uint32_t>(block) * kStride;
  // A block may begin within a code point that belongs to the block before; its continuation bytes are passed over.
  for (std::uint32_t count = code_points_at_[static_cast<std::size_t>(block)]; at < size(); ++at)
    if (!continues(static_cast<unsigned char>(utf8_[at])) && count++ == code_point) return at;
  return size();
}

}  // namespace wireroom
