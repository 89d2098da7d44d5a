#include "time/time_words.h"

#include <cmath>

#include "base/numerals.h"

namespace wireroom {

bool TimeWords::all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int TimeWords::to_number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

TimeWords::TimeWords(const Sentence& sentence, const TimeLexicon& lexicon) : sentence_(sentence), lexicon_(lexicon) {
  lower_.reserve(sentence.words.size());
  for (const Word& word : sentence.words) {
    std::string text = lower_ascii(word.form);
    for (std::size_t at; (at = text.find("\u2019")) != std::string::npos;) text.replace(at, 3, 1, '\'');
    lower_.push_back(std::move(text));
  }
}

bool TimeWords::in_other_name(std::size_t i) const {
  const NameType type = sentence_.words[i].name;
  if (type != NameType::PER && type != NameType::ORG) return false;
  // A weekday or a date alone is no name, whatever the recogniser says.
  // "Iran Saturday condemned …": a weekday at the end of a name, before a verb, is the day of the deed.
  if (type == NameType::ORG || type == NameType::PER)
    if (const auto& words = sentence_.words; word(i, Kind::weekday) && capital(i) && i + 1 < words.size() &&
                                             words[i + 1].name != type && words[i + 1].upos == "VERB")
      return false;
  const bool begins = sentence_.words[i].name_begins || i == 0 || sentence_.words[i - 1].name != type;
  const bool ends =
      i + 1 >= sentence_.words.size() || sentence_.words[i + 1].name != type || sentence_.words[i + 1].name_begins;
  return !(begins && ends &&
           (word(i, Kind::weekday) || (word(i, Kind::month) && day_number(i + 1) != kNone) || year_number(i) != kNone));
}

bool TimeWords::overlaps_name(const TimePhrase& phrase) const {
  for (std::size_t i = phrase.first; i < phrase.end; ++i)
    if (in_other_name(i)) return true;
  return false;
}

TimeWords::FoundEntry TimeWords::longest(std::size_t i, Kind kind) const {
  FoundEntry best;
  std::string text;
  for (std::size_t k = i; k < std::min(lower_.size(), i + TimeLexicon::kMostWords); ++k) {
    if (k > i) text += ' ';
    text += lower_[k];
    if (const TimeWord* found = lexicon_.find(text, kind)) best = {found, k + 1};
  }
  return best;
}

int TimeWords::month_at(std::size_t i) const {
  const TimeWord* found = word(i, Kind::month);
  if (!found || !capital(i)) return kNone;
  const Word& w = sentence_.words[i];
  if (w.upos == "VERB" || w.upos == "AUX" || w.xpos == "MD") return kNone;
  const bool short_form = lower_[i].size() == 3 && lower_[i] != "may" && lower_[i].back() != '.';
  if (short_form && day_number(i + 1) == kNone && (i == 0 || day_number(i - 1) == kNone) && year_number(i + 1) == kNone)
    return kNone;
  // "the March for Life", "a March on Washington"
  if (is(i, "march") && i > 0 && (is(i - 1, "the") || is(i - 1, "a") || is(i - 1, "annual")) &&
      (is(i + 1, "for") || is(i + 1, "on") || is(i + 1, "of")))
    return kNone;
  if ((is(i, "march") || is(i, "may") || is(i, "august")) && w.upos != "PROPN" && w.upos != "NOUN") return kNone;
  return found->number;
}

int TimeWords::day_number(std::size_t i) const {
  if (i >= lower_.size()) return kNone;
  if (all_digits(lower_[i]) && lower_[i].size() <= 2) {
    const int day = to_number(lower_[i]);
    return day >= 1 && day <= 31 ? day : kNone;
  }
  if (lower_[i].size() >= 3 && lower_[i][0] >= '0' && lower_[i][0] <= '9')
    if (const auto day = ordinal_of(lower_[i]); day && *day >= 1 && *day <= 31) return *day;
  return kNone;
}

int TimeWords::year_number(std::size_t i) const {
  if (i >= lower_.size()) return kNone;
  if (all_digits(lower_[i]) && lower_[i].size() == 4) {
    const int year = to_number(lower_[i]);
    return year >= 1000 && year <= 2100 ? year : kNone;
  }
  if (lower_[i].size() == 3 && lower_[i][0] == '\'' && all_digits(std::string_view(lower_[i]).substr(1))) {
    const int two = to_number(std::string_view(lower_[i]).substr(1));
    return two <= 30 ? 2000 + two : 1900 + two;
  }
  return kNone;
}

int TimeWords::year_of_era(std::size_t& i, bool& before_christ) const {
  const auto era = [&](std::size_t k) {
    return is(k, "bc") || is(k, "b.c.") || is(k, "bce") || is(k, "b.c.e.") || is(k, "b.c") ? -1
           : (is(k, "ad") || is(k, "a.d.") || is(k, "a.d")) && capital(k)                  ? 1
                                                                                           : 0;
  };
  const auto digits = [&](std::size_t k) { return all_digits(at(k)) && at(k).size() <= 4 && to_number(at(k)) > 0; };
  if (era(i) == 1 && digits(i + 1)) {  // "A.D. 70"
    before_christ = false;
    const int year = to_number(at(i + 1));
    i += 2;
    return year;
  }
  if (!digits(i)) return kNone;
  std::size_t k = i + 1;
  if (era(k) == 0 && (dash(k) || is(k, "to") || is(k, "and") || is(k, "or")) && digits(k + 1) && era(k + 2) == -1) {
    before_christ = true;  // "264" of "264 to 241 BC", "264-241 BC"
    return to_number(at(i++));
  }
  if (era(k) == 0) return kNone;
  before_christ = era(k) == -1;
  const int year = to_number(at(i));
  i = k + 1;
  return year;
}

int TimeWords::spoken_year(std::size_t& i) const {
  if (!is(i, "nineteen") && !is(i, "eighteen") && !is(i, "twenty")) return kNone;
  std::size_t k = i + 1;
  if (hyphen(k)) ++k;
  const auto rest = read_numeral(sentence_, k);
  if (!rest || rest->digits || rest->value < 10 || rest->value > 99 || rest->value != std::floor(rest->value))
    return kNone;
  const int century = is(i, "nineteen") ? 1900 : is(i, "eighteen") ? 1800 : 2000;
  if (century == 2000 && hyphen(i + 1)) return kNone;
  i = rest->end;
  return century + static_cast<int>(rest->value);
}

int TimeWords::half_of_day(std::size_t i) const {
  if (is(i, "a.m.") || is(i, "am") || is(i, "a.m")) return 0;
  if (is(i, "p.m.") || is(i, "pm") || is(i, "p.m")) return 720;
  return kNone;
}

}  // namespace wireroom
