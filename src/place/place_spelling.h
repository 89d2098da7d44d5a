// How names of places are spelled in reports and in the tables: capitals of agency headlines, apostrophes, blanks.
// Private to this folder.
//
//   as_in_tables("New\nYork") == "New York"; title_case("NEW YORK") == "New York"
//
// Bytes are UTF-8 and stay so; only ASCII letters change.
#pragma once

#include <string>
#include <string_view>

namespace wireroom {

// Begins with an ASCII capital or any character from U+00C0 on. Wider than begins_upper of base/unicode.h on purpose: a
// cheap sieve before the tables, which decide.
[[nodiscard]] bool begins_like_name(std::string_view text);
// At least four letters, all capital: "KABUL", not "UN".
[[nodiscard]] bool all_capitals(std::string_view text);
// KABUL -> Kabul, NEW YORK -> New York.
[[nodiscard]] std::string title_case(std::string_view text);
// The text as names stand in the tables: single blanks, plain apostrophes.
[[nodiscard]] std::string as_in_tables(std::string_view text);

}  // namespace wireroom
