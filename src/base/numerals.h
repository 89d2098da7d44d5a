// Numbers in the words of a sentence: "1,700", "2.4 million", "twenty-five", "two hundred and fifty", "half a million",
// "a dozen", "10 1/2". For times and quantities.
//
//   if (auto numeral = read_numeral(sentence, i)) numeral->value, numeral->end;
//
// Positions are word indices of the sentence, not bytes. Values are plain numbers without unit, on the short scale (a
// billion is 10^9). Commas part thousands and the point decimals, as in English. Nothing fails: what is no number gives
// nothing. Ordinals, years as such, hedges and ranges are the callers' affair. Linear in the words read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "wireroom/sentence.h"

namespace wireroom {

struct Numeral {
  double value = 0;
  std::size_t end = 0;   // one past the last word
  bool digits = false;   // begins with digits
  bool article = false;  // "a dozen", "a hundred": the first word is an article
};

// The number that begins at word `first`, as long as it gets; nothing if none begins there.
[[nodiscard]] std::optional<Numeral> read_numeral(const Sentence& sentence, std::size_t first);

// "1,700.5" -> 1700.5; "3/4", "½" too. Nothing if the text is anything else ("A320", "1990s", "10:35").
[[nodiscard]] std::optional<double> number_of_digits(std::string_view text);
// "third" -> 3, "22nd" -> 22, "twenty-first" is three words and not read. Nothing if it is no ordinal.
[[nodiscard]] std::optional<int> ordinal_of(std::string_view lower);
// ASCII letters made small.
[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace wireroom
