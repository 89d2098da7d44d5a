// What kind of character stands at a place of a UTF-8 text, as far as the tokenizer cares.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wireroom {

enum class CharacterKind : std::uint8_t {
  end,    // past the text
  space,  // white space in the sense of Unicode and of Python's str.split
  upper,
  lower,
  letter,  // without case: Arabic, Chinese, modifier letters
  digit,   // also fractions and raised digits
  mark,    // combining marks, invisible format characters: belong to what stands before them
  symbol,  // everything else
};

struct Character {
  char32_t point = 0;
  std::uint32_t size = 0;  // bytes
  CharacterKind kind = CharacterKind::end;

  [[nodiscard]] bool is_letter() const { return kind >= CharacterKind::upper && kind <= CharacterKind::letter; }
  [[nodiscard]] bool is_digit() const { return kind == CharacterKind::digit; }
  [[nodiscard]] bool is_word() const { return is_letter() || is_digit(); }
  [[nodiscard]] bool is_space() const { return kind == CharacterKind::space || kind == CharacterKind::end; }
  // Any of the marks printed for an apostrophe within a word.
  [[nodiscard]] bool is_apostrophe() const;
};

// The text must be valid UTF-8 and `at` a code point boundary; a broken sequence counts as a symbol of one byte.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);
// The character that ends at `at`; kind `end` at the beginning of the text.
[[nodiscard]] Character character_before(std::string_view text, std::size_t at);

[[nodiscard]] inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_ascii_word(char c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Lower case, every apostrophe the straight one. Code points are kept one for one. `out` is overwritten.
void fold(std::string_view text, std::string& out);

}  // namespace wireroom
