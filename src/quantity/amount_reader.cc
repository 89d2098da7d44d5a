#include "quantity/amount_reader.h"

#include <array>

#include "quantity/counted_noun.h"

namespace wireroom {

AmountReader::AmountReader(const Sentence& sentence, const QuantityLexicon& lexicon, std::vector<char> blocked)
    : sentence_(sentence), lexicon_(lexicon), blocked_(std::move(blocked)) {
  for (const Word& word : sentence.words) lower_.push_back(lower_ascii(word.form));
}

bool AmountReader::begins_amount(std::size_t i) const {
  if (i >= lower_.size()) return false;
  if (blocked_[i] && !longest(i, lexicon_.signs, true).first) return read_glued_money(i).has_value();
  if (read_part(i) || read_numeral(sentence_, i) || longest(i, lexicon_.vague).first || glued(i)) return true;
  if (read_glued_money(i) || after_minus(i) > i) return true;
  if (is(i, "the") && read_numeral(sentence_, i + 1)) return false;
  const auto [sign, after] = longest(i, lexicon_.signs, true);
  return sign && after < lower_.size() && read_numeral(sentence_, after).has_value();
}

std::optional<Amount> AmountReader::read_amount(std::size_t i, bool between) const {
  Amount amount;
  std::size_t k = i;
  if (i >= lower_.size()) return std::nullopt;
  const bool sign_begins = longest(i, lexicon_.signs, true).first != nullptr;  // "HK$", though HK is a place
  if (blocked_[i] && !sign_begins) return read_glued_money(i);                 // "GBP738", taken for a name
  if (const auto part = read_part(i)) return part;
  if (auto money = read_glued_money(i)) {
    read_range(*money, between);
    return money;
  }
  if (const auto [vague, after] = longest(i, lexicon_.vague); vague) {
    amount = {vague->low, vague->high, after, false, true, false, i, {}, i};
    return amount;
  }
  if (const auto [sign, after] = longest(k, lexicon_.signs, true); sign) {
    amount.unit = *sign;
    k = after;
  }
  const std::size_t minus = k;
  k = after_minus(k);
  if (k >= lower_.size() || blocked_[k]) return std::nullopt;
  std::optional<Numeral> number = read_numeral(sentence_, k);
  // "37m" is read as a number by its scale, and as "37" "m" too
  if (number && number->digits && !amount.unit.empty() && number->end == k + 1 && is(k + 1, "t") && joined(k)) {
    number->value *= 1e12;  // "$2.1T"
    ++number->end;
  } else if (number && number->digits && number->end == k + 1 && is(k + 1, "b") && joined(k) &&
             (!amount.unit.empty() || unit_at(k + 2).first)) {
    number->value *= 1e9;
    ++number->end;
  } else if (number && number->digits && number->end == k + 2 && is(k + 1, "m") &&
             !million_by_m(k + 1, !amount.unit.empty())) {
    number->value /= 1e6;
    number->end = k + 1;
  }
  const bool with_unit = !number || unit_at(number->end).first;
  if (!number) number = glued(k);
  if (!number) return std::nullopt;
  if (amount.unit.empty() && !with_unit && !stands_for_amount(k, *number)) return std::nullopt;
  if (minus < k) {
    if (amount.unit.empty() && !with_unit) return std::nullopt;
    number->value = -number->value;
  }
  amount.number_at = amount.last_number = k;
  amount.low = amount.high = number->value;
  amount.end = number->end;
  amount.digits = number->digits;
  if (amount.low < 0) return amount;
  read_fraction(amount);
  read_range(amount, between);
  return amount;
}

std::size_t AmountReader::after_minus(std::size_t i) const {
  if (i + 1 >= lower_.size()) return i;
  std::size_t k = i;
  if (is(k, "minus")) {
    ++k;
    if (hyphen(k)) ++k;
  } else if ((is(k, "-") || is(k, "\u2212") || is(k, "\u2013")) && joined(k) &&
             (k == 0 || !joined(k - 1) || is(k - 1, "("))) {
    ++k;
  }
  if (k == i || k >= lower_.size() || !number_of_digits(at(k))) return i;
  return k;
}

bool AmountReader::million_by_m(std::size_t k, bool money) const {
  if (money || sentence_.words[k].form == "M") return true;
  std::size_t next = k + 1;
  if (is(next, "of")) return true;  // "35m of its phones"
  while (next < lower_.size() && next < k + 5 &&
         (sentence_.words[next].upos == "ADJ" || sentence_.words[next].xpos == "NN" ||
          sentence_.words[next].xpos == "VBN" || sentence_.words[next].upos == "CCONJ"))
    ++next;
  if (next >= lower_.size()) return false;
  const std::string_view tag = sentence_.words[next].xpos;
  if (tag == "NNS" || tag == "NNPS") return true;  // "2.7m people", "2m new homes"
  const auto [unit, end] = longest(k + 1, lexicon_.units);
  return unit && *unit != "metre";  // "5m euros"
}

std::optional<Amount> AmountReader::read_glued_money(std::size_t i) const {
  constexpr std::size_t kMostWords = 9;
  if (i >= lower_.size()) return std::nullopt;
  const std::string_view form = sentence_.words[i].form;
  if (form.size() < 2 && !(form == "$" && joined(i))) return std::nullopt;
  std::string text;  // the joined words
  std::array<std::size_t, kMostWords> ends{};
  std::size_t words = 0;
  for (std::size_t k = i; k < lower_.size() && words < kMostWords; ++k) {
    text += sentence_.words[k].form;
    ends[words++] = text.size();
    if (!joined(k)) break;
  }
  std::size_t letters = 0;
  while (letters < text.size() && letters < 5 && !(text[letters] >= '0' && text[letters] <= '9')) ++letters;
  if (letters < 2 || letters == text.size() || letters == ends[0]) return std::nullopt;
  const auto sign = lexicon_.signs.find(std::string_view(text).substr(0, letters));
  if (sign == lexicon_.signs.end()) return std::nullopt;
  // The longest run of words whose text behind the sign is a number.
  for (std::size_t count = words; count-- > 0;) {
    std::string_view digits = std::string_view(text).substr(letters, ends[count] - letters);
    double scale = 1;
    for (const auto& [suffix, factor] : {std::pair<std::string_view, double>{"bn", 1e9},
                                         {"tn", 1e12},
                                         {"mn", 1e6},
                                         {"m", 1e6},
                                         {"M", 1e6},
                                         {"b", 1e9},
                                         {"B", 1e9},
                                         {"k", 1e3},
                                         {"K", 1e3}})
      if (digits.ends_with(suffix)) {
        digits.remove_suffix(suffix.size());
        scale = factor;
        break;
      }
    const auto value = number_of_digits(digits);
    if (!value) continue;
    std::size_t end = i + count + 1;
    for (const auto& [word, factor] : {std::pair<std::string_view, double>{"thousand", 1e3},
                                       {"million", 1e6},
                                       {"billion", 1e9},
                                       {"trillion", 1e12},
                                       {"bn", 1e9},
                                       {"m", 1e6}})
      if (scale == 1 && is(end, word)) {
        scale = factor;
        ++end;
        break;
      }
    Amount amount;
    amount.low = amount.high = *value * scale;
    amount.end = end;
    amount.digits = true;
    amount.last_number = amount.number_at = i;
    amount.unit = sign->second;
    return amount;
  }
  return std::nullopt;
}

std::optional<Amount> AmountReader::read_part(std::size_t i) const {
  std::size_t k = i;
  double value = 0;
  if (const auto share = read_one_in(i)) return share;
  // "the second half of the year", "the other half"
  if (is(k, "half") && k > 0 && (ordinal_of(at(k - 1)) || is(k - 1, "latter") || is(k - 1, "other")))
    return std::nullopt;
  if (is(k, "half") && (is(k + 1, "million") || is(k + 1, "billion") || is(k + 1, "trillion"))) {
    value = is(k + 1, "million") ? 5e5 : is(k + 1, "billion") ? 5e8 : 5e11;
    ++k;
  } else if (is(k, "half") && (is(k + 1, "of") || is(k + 1, "the") || is(k + 1, "its") || is(k + 1, "their"))) {
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

std::optional<Amount> AmountReader::read_one_in(std::size_t i) const {
  if (i + 2 >= lower_.size() || blocked_[i]) return std::nullopt;
  const auto some = read_numeral(sentence_, i);
  if (!some || some->value < 1 || some->value > 20 || some->end != i + 1) return std::nullopt;
  std::size_t k = i + 1;
  const bool out_of = is(k, "out") && is(k + 1, "of");
  const bool every = is(k, "in") && is(k + 1, "every");
  if (!out_of && !is(k, "in")) return std::nullopt;
  k += out_of || every ? 2 : 1;
  if (k >= lower_.size() || blocked_[k]) return std::nullopt;
  const auto all = read_numeral(sentence_, k);
  if (!all || all->value <= some->value || all->value > 100000 || unit_at(all->end).first) return std::nullopt;
  // "two in 2016", "one in 12 schools": only "one" and round tens are shares
  const bool round = all->value == 10 || all->value == 100 || all->value == 1000;
  if (!out_of && !every && some->value != 1 && !round && !(some->value == 2 && all->value == 3) &&
      !(all->value <= 5 && all->value > 2))
    return std::nullopt;
  if (all->digits && all->value >= 1500 && all->value <= 2100) return std::nullopt;
  const double value = some->value / all->value;
  return Amount{value, value, all->end, false, false, false, k, {}, i};
}

std::optional<Numeral> AmountReader::glued(std::size_t i) const {
  const std::string_view text = at(i);
  std::size_t cut = 0;
  while (cut < text.size() && ((text[cut] >= '0' && text[cut] <= '9') || text[cut] == '.' || text[cut] == ',')) ++cut;
  if (cut == 0 || cut == text.size()) return std::nullopt;
  const auto value = number_of_digits(text.substr(0, cut));
  if (!value || !lexicon_.units.contains(text.substr(cut))) return std::nullopt;
  if (sentence_.words[i].form.ends_with("G")) return std::nullopt;  // networks, 5G
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
  const bool spaced = hyphen(k) && !joined(k) && !joined(k - 1);  // "40 - 50 years old"
  const bool by_hyphen = hyphen(k) && (spaced || (joined(k) && joined(k - 1)));
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
    if (low < second->value / scale) low *= scale;  // not "200 to 4 million"
  }
  if (second->value <= low) return;
  if (by_or && second->value - low > std::max(2.0, low * 0.5)) return;
  if (by_hyphen && hyphen(second->end) && joined(second->end) && !unit_at(second->end).first) return;  // 555-12-1234
  if (spaced && !unit_at(second->end).first) return;
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

}  // namespace wireroom
