// Keys by which names of persons are compared, so that spellings of one name meet.
//
//   name_key("Kim Jong-un") == name_key("KIM Jong Un")          // "kim jong un"
//   sound_key("Sergey Lavrov") == sound_key("Sergei Lavrov")    // transcriptions of one name
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wireroom {

// Lower case without accents, hyphens as blanks, no dots and apostrophes; articles (al, el) and forms of address left
// out.
[[nodiscard]] std::string name_key(std::string_view name);
// A name_key with what transcriptions from Cyrillic, Arabic and others vary made the same. Not to be shown.
[[nodiscard]] std::string sound_key(std::string_view key);
// Cut at blanks.
[[nodiscard]] std::vector<std::string_view> key_words(std::string_view key);

}  // namespace wireroom
