// Which numbers are no amounts but names, scores, years, list numbers.
#include <array>

#include "quantity/amount_reader.h"

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 18> kStreets = {"road",  "rd.",   "street", "st.",   "avenue", "ave.",
                                                       "lane",  "drive", "way",    "place", "square", "boulevard",
                                                       "blvd.", "court", "close",  "ave",   "st",     "rd"};

bool one_of(std::string_view word, const std::array<std::string_view, 18>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool AmountReader::stands_for_amount(std::size_t k, const Numeral& number) const {
  const Word& word = sentence_.words[k];
  if (is(k, "one") && !number.digits && number.end == k + 1) {
    if (word.upos == "PRON" || is(k + 1, "of") || is(k + 1, "another") || is(k + 1, "'s") || word.relation != "nummod")
      return false;
  }
  if (number.article && word.upos == "PROPN") return false;
  if (number.digits && k > 0) {
    const Word& before = sentence_.words[k - 1];
    if (lexicon_.numbered.contains(at(k - 1)) && !(before.upos == "ADP")) return false;
    if (is(k - 1, "#") || is(k - 1, "/") || (hyphen(k - 1) && joined(k - 1) && k > 1 && joined(k - 2))) return false;
    const bool left_name = before.upos == "PROPN" && word.head == static_cast<std::int32_t>(k) - 1;
    if (left_name) return false;
    // "Big 12", "iPhone 11": a name's number counts nothing to its right
    const bool counts = word.relation.substr(0, 6) == "nummod" && word.head > static_cast<std::int32_t>(k);
    if (before.upos == "PROPN" && k > 1 && !counts && !unit_at(number.end).first) return false;
  }
  if (number.digits && number.end == k + 1 && joined(k)) {
    if (is(k + 1, "/") || is(k + 1, ":")) return false;
    // "3-1", "555-1234"
    if (hyphen(k + 1) && joined(k + 1) && k + 2 < lower_.size())
      if (const auto other = number_of_digits(sentence_.words[k + 2].form); other && *other <= number.value)
        return false;
  }
  if (k == 0 && number.digits && number.end == 1 && (is(1, ".") || is(1, ")")) && lower_.size() > 2) return false;
  // A year standing alone that the times did not take.
  if (number.digits && number.end == k + 1 && at(k).size() == 4 && number.value >= 1500 && number.value <= 2100 &&
      word.relation != "nummod" && !unit_at(number.end).first)
    return false;
  if (names_a_thing(k, number)) return false;
  if (word.upos == "NOUN" || word.upos == "VERB") return number.digits || number.end > k + 1;
  return true;
}

bool AmountReader::names_a_thing(std::size_t k, const Numeral& number) const {
  if (!number.digits || number.end != k + 1) return false;
  const auto word = [&](std::size_t i) -> const Word* {
    return i < sentence_.words.size() ? &sentence_.words[i] : nullptr;
  };
  // "Smith (4)": a number on a shirt or a note
  if (k > 1 && is(k - 1, "(") && is(k + 1, ")") && word(k - 2)->upos == "PROPN") return true;
  // "575 Mill Road"
  for (std::size_t i = k + 1; i < k + 5 && word(i) && word(i)->upos == "PROPN"; ++i)
    if (i > k + 1 && one_of(at(i), kStreets)) return true;
  // "the 717 jet", "the 500 index": a large number before a singular noun that it does not measure
  const Word* next = word(k + 1);
  const bool definite = k > 0 && (is(k - 1, "the") || is(k - 1, "its") || is(k - 1, "a") || is(k - 1, "final") ||
                                  is(k - 1, "new") || is(k - 1, "first") || is(k - 1, "'s"));
  return definite && next && next->xpos == "NN" && number.value >= 100 && at(k).find(',') == std::string_view::npos &&
         !lexicon_.persons.contains(next->lemma) && next->lemma != "people" && !hyphen(k + 2);
}

}  // namespace wireroom
