// Characters: classes and case beyond ASCII, without locales. Fast where the text is ASCII.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wireroom {

// Reads the code point at byte `at` of valid UTF-8 and moves `at` behind it. `at` must be within the text.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);
// The code point that ends before byte `at`; 0 at the beginning.
[[nodiscard]] char32_t code_point_before(std::string_view text, std::size_t at);
void append_code_point(char32_t code_point, std::string& text);

[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);  // upper and title case letters
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_space(
    char32_t c);  // white space and line breaks, NBSP and other Unicode blanks, zero-width space
[[nodiscard]] bool is_punctuation(char32_t c);  // general categories P* and S*

// Lower case, code point by code point; accents stay.
[[nodiscard]] std::string lower(std::string_view text);
// The text with its first letter in upper case.
[[nodiscard]] std::string upper_first(std::string_view text);
// Lower case without accents, for matching of names ("Élysée" = "elysee").
[[nodiscard]] std::string folded(std::string_view text);
// Whether all letters are upper case and there are at least two.
[[nodiscard]] bool is_capitals(std::string_view text);
[[nodiscard]] bool begins_upper(std::string_view text);

}  // namespace wireroom
