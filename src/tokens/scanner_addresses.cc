// Web and mail addresses: the part of the scanner that takes marks as parts of a token which elsewhere end one.
#include <algorithm>
#include <array>

#include "tokens/scanner.h"

namespace wireroom {

bool Scanner::scan_address(Token& token) {
  const std::uint32_t begin = token.span.begin;
  if (before(begin).is_word()) return false;
  static constexpr std::array<std::string_view, 5> kStarts{"http://", "https://", "ftp://", "www.", "mailto:"};
  const std::string_view start = folded(begin, std::min(block_.end, begin + 8));
  for (const std::string_view known : kStarts) {
    if (start.substr(0, known.size()) != known) continue;
    std::uint32_t end = begin;
    for (Character c = at(end); !c.is_space() && c.point != U'<' && c.point != U'>' && c.point != U'"' &&
                                c.point != U'\u201c' && c.point != U'\u201d';
         c = at(end)) {
      end += c.size;
    }
    end = trim_address(begin, end);
    if (end <= begin + known.size()) return false;
    token.span.end = end;
    token.kind = TokenKind::address;
    return true;
  }
  return scan_mail(token) || scan_domain(token);
}

// Marks that end the sentence rather than the address; a closing bracket stays if its opening one is inside.
std::uint32_t Scanner::trim_address(std::uint32_t begin, std::uint32_t end) const {
  int depth = 0;
  for (std::uint32_t i = begin; i < end; ++i) depth += text_[i] == '(' ? 1 : text_[i] == ')' ? -1 : 0;
  while (end > begin) {
    const Character last = character_before(text_, end);
    if (last.point == U')') {
      if (depth >= 0) break;
      ++depth;
    } else if (std::u32string_view(U".,;:!?'\u2019]}*").find(last.point) == std::u32string_view::npos) {
      break;
    }
    end -= last.size;
  }
  return end;
}

bool Scanner::scan_mail(Token& token) {
  constexpr std::uint32_t kLongestName = 64, kLongestHost = 253;
  std::uint32_t end = token.span.begin;
  const std::uint32_t limit = std::min(block_.end, end + kLongestName);
  const auto in_name = [](char c) {
    return is_ascii_word(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
  };
  while (end < limit && in_name(text_[end])) ++end;
  if (end >= block_.end || text_[end] != '@' || !at(end + 1).is_word()) return false;
  ++end;
  const std::uint32_t host_limit = std::min(block_.end, end + kLongestHost);
  while (end < host_limit &&
         (is_ascii_word(text_[end]) || text_[end] == '.' || text_[end] == '-' || text_[end] == '_')) {
    ++end;
  }
  while (text_[end - 1] == '.' || text_[end - 1] == '-') --end;
  if (text_[end - 1] == '@') return false;
  token.span.end = end;
  token.kind = TokenKind::address;
  return true;
}

// "example.org", "example.org/page": letters, digits and hyphens with points, the last part a known domain.
bool Scanner::scan_domain(Token& token) {
  constexpr std::uint32_t kLongestHost = 253;
  const std::uint32_t begin = token.span.begin, limit = std::min(block_.end, begin + kLongestHost);
  std::uint32_t end = begin, last = begin;
  while (end < limit && (is_ascii_word(text_[end]) || text_[end] == '-' || (text_[end] == '.' && end > begin))) {
    if (text_[end] == '.') {
      if (text_[end - 1] == '.') return false;
      last = end + 1;
    }
    ++end;
  }
  if (end > begin && text_[end - 1] == '.') {
    --end;
    std::size_t point = text_.substr(begin, end - begin).rfind('.');
    if (point == std::string_view::npos) return false;
    last = begin + static_cast<std::uint32_t>(point) + 1;
  }
  if (last == begin || end - last < 2 || is_ascii_digit(text_[last]) || at(end).is_word()) return false;
  const std::uint32_t hyphen = static_cast<std::uint32_t>(view(last, end).find('-'));
  if (hyphen < end - last || !lexicon_.is_domain(folded(last, end))) return false;
  if (at(end).point == U'/' && at(end + 1).is_word()) {
    while (!at(end).is_space()) end += at(end).size;
    end = trim_address(begin, end);
  }
  token.span.end = end;
  token.kind = TokenKind::address;
  return true;
}

}  // namespace wireroom
