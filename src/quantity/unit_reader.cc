// Units behind a number: alone, glued to it, and what they are counted by.
#include "quantity/amount_reader.h"

namespace wireroom {

std::pair<const std::string*, std::size_t> AmountReader::unit_at(std::size_t k) const {
  auto found = longest(k, lexicon_.units);
  if (!found.first && hyphen(k)) {
    found = longest(k + 1, lexicon_.units);
    if (!found.first) found.second = k;
  }
  if (!found.first && k > 0 && joined(k - 1) && !(k + 1 < lower_.size() && joined(k) && number_of_digits(at(k + 1)))) {
    if (const auto sign = longest(k, lexicon_.signs, true); sign.first) return sign;  // "1,200€"
  }
  if (found.first && found.second == k + 1) {
    const std::string_view word = at(k);
    if (sentence_.words[k].form == "EV" || (word == "pc" && k > 0 && !joined(k - 1))) found.first = nullptr;
    if (word == "m" && (k == 0 || million_by_m(k, false))) found.first = nullptr;
    if (word.size() == 1 && word != "%" && word != "p" && word != "m" && word != "°" && word != "\u00B0")
      found.first = nullptr;
    // "in", "min" and the like as plain words; "May" is no unit either
    if (word == "real" || word == "won" || word == "min" || word == "sec" || word == "franc")
      if (sentence_.words[k].upos != "NOUN" && sentence_.words[k].upos != "SYM") found.first = nullptr;
  }
  return found;
}

std::optional<std::string> AmountReader::glued_unit_of(std::size_t i) const {
  const std::string_view text = at(i);
  std::size_t cut = 0;
  while (cut < text.size() && ((text[cut] >= '0' && text[cut] <= '9') || text[cut] == '.' || text[cut] == ',')) ++cut;
  if (cut == 0 || cut == text.size()) return std::nullopt;
  const auto found = lexicon_.units.find(text.substr(cut));
  if (found == lexicon_.units.end()) return std::nullopt;
  return found->second;
}

std::pair<std::string, std::size_t> AmountReader::each_at(std::size_t k) const {
  const std::pair<std::string, std::size_t> none{{}, k};
  std::size_t noun = k + 1;
  bool told = false;  // "per", "/" : whatever noun follows
  if (is(k, "per") || (is(k, "/") && joined(k))) {
    told = true;
  } else if (hyphen(k) && (is(k + 1, "a") || is(k + 1, "per")) && hyphen(k + 2)) {  // "a 52,000 barrel-a-day refinery"
    noun = k + 3;
  } else if (!is(k, "a") && !is(k, "an") && !is(k, "each") && !is(k, "every")) {
    return none;
  }
  if (noun >= sentence_.words.size()) return none;
  if (const auto [unit, end] = longest(noun, lexicon_.units); unit) {
    if (is(end, "ago") || is(end, "earlier") || is(end, "later") || is(end, "before") || is(end, "after")) return none;
    return {*unit, end};
  }
  const Word& word = sentence_.words[noun];
  if (is(noun, "annum")) return {"year", noun + 1};
  if (is(noun, "capita")) return {"person", noun + 1};
  if (lexicon_.shares.contains(at(noun)) || (told && word.upos == "NOUN" && word.xpos == "NN"))
    return {lower_[noun], noun + 1};
  return none;
}

}  // namespace wireroom
