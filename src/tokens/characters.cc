#include "tokens/characters.h"

#include <utf8proc.h>

#include <array>

namespace wireroom {
namespace {

constexpr CharacterKind ascii_kind(unsigned byte) {
  if (byte == ' ' || (byte >= 0x09 && byte <= 0x0d) || (byte >= 0x1c && byte <= 0x1f)) return CharacterKind::space;
  if (byte >= 'A' && byte <= 'Z') return CharacterKind::upper;
  if (byte >= 'a' && byte <= 'z') return CharacterKind::lower;
  if (byte >= '0' && byte <= '9') return CharacterKind::digit;
  return CharacterKind::symbol;
}

constexpr std::array<CharacterKind, 128> kAscii = [] {
  std::array<CharacterKind, 128> kinds{};
  for (unsigned byte = 0; byte < kinds.size(); ++byte) kinds[byte] = ascii_kind(byte);
  return kinds;
}();

CharacterKind wide_kind(utf8proc_int32_t point) {
  if (point == 0x85) return CharacterKind::space;
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return CharacterKind::space;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharacterKind::upper;
    case UTF8PROC_CATEGORY_LL:
      return CharacterKind::lower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharacterKind::letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return CharacterKind::digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
      return CharacterKind::mark;
    default:
      return CharacterKind::symbol;
  }
}

}  // namespace

bool Character::is_apostrophe() const {
  switch (point) {
    case U'\'':
    case U'`':
    case U'\u00b4':
    case U'\u02bc':
    case U'\u2018':
    case U'\u2019':
      return true;
    default:
      return false;
  }
}

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, kAscii[byte]};
  utf8proc_int32_t point = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  if (size <= 0) return {0xfffd, 1, CharacterKind::symbol};
  return {static_cast<char32_t>(point), static_cast<std::uint32_t>(size), wide_kind(point)};
}

Character character_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) --begin;
  return character_at(text, begin);
}

void fold(std::string_view text, std::string& out) {
  out.clear();
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.point < 0x80) {
      const char byte = text[at];
      out += byte == '`' ? '\'' : byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    } else if (character.is_apostrophe()) {
      out += '\'';
    } else {
      std::array<utf8proc_uint8_t, 4> bytes{};
      const auto size =
          utf8proc_encode_char(utf8proc_tolower(static_cast<utf8proc_int32_t>(character.point)), bytes.data());
      for (utf8proc_ssize_t i = 0; i < size; ++i) out += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
    }
    at += character.size;
  }
}

}  // namespace wireroom
