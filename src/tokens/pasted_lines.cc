#include "tokens/pasted_lines.h"

#include <string>

namespace wireroom {
namespace {

constexpr std::uint32_t kLongestClosing = 4;  // words of "with best regards,"

std::string_view form(std::string_view text, const Token& token) {
  return text.substr(token.span.begin, token.span.size());
}

// Numbers of one or more digits with `mark` between them, as 04/26/2001 or 07:17.
bool is_numbers_with(std::string_view form, char mark, std::size_t marks) {
  std::size_t found = 0;
  bool digit = false;
  for (const char c : form) {
    if (c >= '0' && c <= '9') {
      digit = true;
    } else if (c == mark && digit) {
      digit = false;
      ++found;
    } else {
      return false;
    }
  }
  return digit && found >= marks;
}

// The date, clock and half of the day that a mail's header ends with.
bool is_stamp(std::string_view text, const std::vector<Token>& tokens, std::uint32_t i) {
  if (i + 2 >= tokens.size()) return false;
  const std::string_view half = form(text, tokens[i + 2]);
  return (half == "AM" || half == "PM") && is_numbers_with(form(text, tokens[i]), '/', 2) &&
         is_numbers_with(form(text, tokens[i + 1]), ':', 1);
}

bool is_closing(const Lexicon& lexicon, std::string_view text, const std::vector<Token>& tokens, std::uint32_t begin,
                std::uint32_t i) {
  if (i == begin || i - begin > kLongestClosing || form(text, tokens[i]) != ",") return false;
  std::string words, word;
  for (std::uint32_t at = begin; at < i; ++at) {
    fold(form(text, tokens[at]), word);
    words += (at == begin ? "" : " ") + word;
  }
  return lexicon.is_closing(words);
}

}  // namespace

bool ends_pasted_line(const Lexicon& lexicon, std::string_view text, const std::vector<Token>& tokens,
                      std::uint32_t begin, std::uint32_t i) {
  const Token& token = tokens[i];
  const Token& next = tokens[i + 1];
  if (!next.space_before) return false;
  if (i >= begin + 2 && is_stamp(text, tokens, i - 2)) return true;
  const bool upper = next.first == CharacterKind::upper;
  if (token.first == CharacterKind::upper && is_stamp(text, tokens, i + 1)) return true;
  if (token.kind == TokenKind::address) return next.kind == TokenKind::address || upper;
  if (!upper) return false;
  if (token.kind == TokenKind::emoticon) return true;
  if (form(text, token) == ">" && i > begin && tokens[i - 1].kind == TokenKind::address) return true;
  return is_closing(lexicon, text, tokens, begin, i);
}

}  // namespace wireroom
