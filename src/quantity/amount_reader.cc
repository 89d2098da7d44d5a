#include "quantity/amount_reader.h"

#include "quantity/counted_noun.h"

namespace wireroom {

AmountReader::AmountReader(const Sentence& sentence, const QuantityLexicon& lexicon, std::vector<char> blocked)
    : sentence_(sentence), lexicon_(lexicon), blocked_(std::move(blocked)) {
  for (const Word& word : sentence.words) lower_.push_back(lower_ascii(word.form));
}

bool AmountReader::begins_amount(std::size_t i) const {
  if (i >= lower_.size()) return false;
  if (blocked_[i] && !longest(i, lexicon_.signs, true).first) return false;
  if (read_part(i) || read_numeral(sentence_, i) || longest(i, lexicon_.vague).first) return true;
  if (is(i, "the") && read_numeral(sentence_, i + 1)) return false;
  const auto [sign, after] = longest(i, lexicon_.signs, true);
  return sign && after < lower_.size() && read_numeral(sentence_, after).has_value();
}

std::optional<Amount> AmountReader::read_amount(std::size_t i, bool between) const {
  Amount amount;
  std::size_t k = i;
  if (i >= lower_.size()) return std::nullopt;
  const bool sign_begins = longest(i, lexicon_.signs, true).first != nullptr;  // "HK$", though HK is a place
  if (blocked_[i] && !sign_begins) return std::nullopt;
  if (const auto part = read_part(i)) return part;
  if (const auto [vague, after] = longest(i, lexicon_.vague); vague) {
    amount = {vague->low, vague->high, after, false, true, false, i, {}, i};
    return amount;
  }
  if (const auto [sign, after] = longest(k, lexicon_.signs, true); sign) {
    amount.unit = *sign;
    k = after;
  }
  if (k >= lower_.size() || blocked_[k]) return std::nullopt;
  std::optional<Numeral> number = read_numeral(sentence_, k);
  if (!number) number = glued(k);
  if (!number) return std::nullopt;
  if (amount.unit.empty() && !stands_for_amount(k, *number)) return std::nullopt;
  amount.number_at = amount.last_number = k;
  amount.low = amount.high = number->value;
  amount.end = number->end;
  amount.digits = number->digits;
  read_fraction(amount);
  read_range(amount, between);
  return amount;
}

std::optional<Amount> AmountReader::read_part(std::size_t i) const {
  std::size_t k = i;
  double value = 0;
  if (is(k, "half") && (is(k + 1, "of") || is(k + 1, "the") || is(k + 1, "its") || is(k + 1, "their"))) {
    value = 0.5;
  } else if (is(k, "a") || is(k, "one")) {
    ++k;
    if (hyphen(k)) ++k;
    if (!is(k + 1, "of")) return std::nullopt;
    if (is(k, "quarter"))
      value = 0.25;
    else if (is(k, "half"))
      value = 0.5;
    else if (const auto ordinal = k < lower_.size() ? ordinal_of(lower_[k]) : std::nullopt;
             ordinal && *ordinal >= 3 && *ordinal <= 10)
      value = 1.0 / *ordinal;
  }
  if (value == 0) return std::nullopt;
  return Amount{value, value, k + 1, false, false, false, i, {}, i};
}

std::optional<Numeral> AmountReader::glued(std::size_t i) const {
  const std::string_view text = at(i);
  std::size_t cut = 0;
  while (cut < text.size() && ((text[cut] >= '0' && text[cut] <= '9') || text[cut] == '.' || text[cut] == ',')) ++cut;
  if (cut == 0 || cut == text.size()) return std::nullopt;
  const auto value = number_of_digits(text.substr(0, cut));
  if (!value || !lexicon_.units.contains(text.substr(cut))) return std::nullopt;
  return Numeral{*value, i + 1, true, false};
}

void AmountReader::read_fraction(Amount& amount) const {
  std::size_t k = amount.end;
  if (hyphen(k)) ++k;
  double parts = 0;
  std::string_view word = at(k);
  if (word == "half" || word == "halves")
    parts = 2;
  else if (word == "quarter" || word == "quarters")
    parts = 4;
  else {
    if (word.size() > 4 && word.back() == 's') word.remove_suffix(1);
    if (const auto ordinal = ordinal_of(word);
        ordinal && *ordinal >= 3 && *ordinal <= 20 && !(word[0] >= '0' && word[0] <= '9'))
      parts = *ordinal;
  }
  if (parts == 0 || amount.low >= parts || amount.low < 1 || amount.digits) return;
  if (parts == 4 && !hyphen(amount.end) && !(is(k + 1, "of"))) return;  // "three quarters" of a year are times
  amount.low = amount.high = amount.low / parts;
  amount.end = k + 1;
}

void AmountReader::read_range(Amount& amount, bool between) const {
  std::size_t k = amount.end;
  const bool by_hyphen = hyphen(k) && joined(k) && joined(k - 1);
  if (!(is(k, "to") || by_hyphen || (between && is(k, "and")) || is(k, "or"))) return;
  const bool by_or = is(k, "or");
  std::size_t second_at = k + 1;
  if (const auto [sign, after] = longest(second_at, lexicon_.signs, true); sign) second_at = after;
  const auto second = read_numeral(sentence_, second_at);
  if (!second || second_at >= blocked_.size() || blocked_[second_at]) return;
  double low = amount.low;
  // "2 to 3 million": the scale is told once.
  if (second->value >= 1000 && low < 1000 && low > 0 && second->end > second_at + 1) {
    double scale = 1;
    while (second->value / scale >= 1000) scale *= 1000;
    if (low * scale < second->value) low *= scale;
  }
  if (second->value <= low) return;
  if (by_or && second->value - low > std::max(2.0, low * 0.5)) return;
  if (by_hyphen && hyphen(second->end) && joined(second->end)) return;  // 555-12-1234
  // "a 3-4 loss": bare figures joined by a hyphen are a score unless something is counted
  if (by_hyphen && second->value < 30 && amount.unit.empty() && !unit_at(second->end).first &&
      !counted_noun(sentence_, second_at, second->end))
    return;
  amount.low = low;
  amount.high = second->value;
  amount.range = true;
  amount.last_number = second_at;
  amount.end = second->end;
}

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
  if (word.upos == "NOUN" || word.upos == "VERB") return number.digits || number.end > k + 1;
  return true;
}

std::pair<const std::string*, std::size_t> AmountReader::unit_at(std::size_t k) const {
  auto found = longest(k, lexicon_.units);
  if (!found.first && hyphen(k)) {
    found = longest(k + 1, lexicon_.units);
    if (!found.first) found.second = k;
  }
  if (found.first && found.second == k + 1) {
    const std::string_view word = at(k);
    if (word.size() == 1 && word != "%" && word != "p" && word != "°" && word != "\u00B0") found.first = nullptr;
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

}  // namespace wireroom
