#include "tokens/contractions.h"

#include <algorithm>

#include "tokens/characters.h"

namespace wireroom {
namespace {

constexpr std::size_t kLongestContraction = 64;
constexpr std::size_t kMostWords = 4;  // I'd've

bool has_word_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.is_word()) return true;
    at += character.size;
  }
  return false;
}

// The 1930's, the 80's: a plural, one word.
bool is_decade(std::string_view host, std::string_view clitic) {
  if (clitic != "'s" || (host.size() != 2 && host.size() != 4) || host.back() != '0') return false;
  return host.find_first_not_of("0123456789") == std::string_view::npos;
}

// Where the last word of the token begins; its size if it is but one word.
std::size_t last_word(const Lexicon& lexicon, std::string_view token, std::string& scratch) {
  std::size_t mark = token.size();
  Character apostrophe;
  for (std::size_t points = 0; mark > 0 && points < 4; ++points) {
    apostrophe = character_before(token, mark);
    mark -= apostrophe.size;
    if (apostrophe.is_apostrophe()) break;
  }
  if (!apostrophe.is_apostrophe() || mark == 0 || !has_word_character(token.substr(0, mark))) return token.size();
  fold(token.substr(mark), scratch);
  if (lexicon.is_clitic(scratch)) return is_decade(token.substr(0, mark), scratch) ? token.size() : mark;
  const Character before = character_before(token, mark);
  if (scratch == "'t" && (before.point == U'n' || before.point == U'N') && mark > before.size) {
    return mark - before.size;
  }
  const bool plural = before.point == U's' || before.point == U'S' || before.point == U'z' || before.point == U'x';
  return scratch == "'" && plural ? mark : token.size();
}

// "du+n+no" was counted in code points, because an apostrophe may have one byte or three.
void cut_at_points(std::string_view token, const std::vector<std::uint32_t>& points, std::vector<std::uint32_t>& ends) {
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < token.size(); ++number) {
    if (std::find(points.begin(), points.end(), number) != points.end()) ends.push_back(static_cast<std::uint32_t>(at));
    at += character_at(token, at).size;
  }
  ends.push_back(static_cast<std::uint32_t>(token.size()));
}

}  // namespace

void cut_contraction(const Lexicon& lexicon, std::string_view token, std::string& scratch,
                     std::vector<std::uint32_t>& ends) {
  ends.clear();
  if (token.size() > 1 && token.size() <= kLongestContraction) {
    fold(token, scratch);
    if (const auto* points = lexicon.contraction(scratch)) return cut_at_points(token, *points, ends);
    if (!lexicon.is_joined(scratch)) {
      for (std::size_t end = token.size(); ends.size() + 1 < kMostWords;) {
        const std::size_t begin = last_word(lexicon, token.substr(0, end), scratch);
        if (begin == end) break;
        ends.push_back(static_cast<std::uint32_t>(begin));
        end = begin;
      }
      std::reverse(ends.begin(), ends.end());
    }
  }
  ends.push_back(static_cast<std::uint32_t>(token.size()));
}

}  // namespace wireroom
