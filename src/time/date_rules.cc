// Dates by their numbers and names: "2016-03-24", "Thursday, April 6", "the 24th of March", "March 3-5", "last Friday",
// "yesterday morning", a bare "1998". Numeric dates that both orders of day and month allow (07/08/1998) are left open.
#include <algorithm>

#include "base/numerals.h"
#include "time/time_rules.h"

namespace wireroom {

// 2016-03-24, 3/24/2016, 24.3.2016; as one word or cut at the hyphens.
FoundTime TimeRules::iso_date(std::size_t i) const {
  std::string text(at(i));
  std::size_t end = i + 1;
  if (all_digits(text) && text.size() == 4 && hyphen(i + 1) && hyphen(i + 3) && all_digits(at(i + 2)) &&
      all_digits(at(i + 4)) && at(i + 2).size() == 2 && at(i + 4).size() == 2) {
    text += "-" + std::string(at(i + 2)) + "-" + std::string(at(i + 4));
    end = i + 5;
  }
  TimeMeaning m;
  int part[3] = {0, 0, 0}, k = 0, digits = 0;
  char sign = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (++digits > 4) return std::nullopt;
      part[k] = part[k] * 10 + (c - '0');
    } else if ((c == '-' || c == '/' || c == '.') && (sign == 0 || sign == c) && digits > 0 && k < 2) {
      sign = c;
      ++k;
      digits = 0;
    } else {
      return std::nullopt;
    }
  }
  if (k != 2 || digits == 0) return std::nullopt;
  if (part[0] >= 1000)
    m.year = part[0], m.month = part[1], m.day = part[2];
  else if (part[2] >= 1000 && sign == '/' && part[1] > 12)
    m.year = part[2], m.month = part[0], m.day = part[1];
  else if (part[2] >= 1000 && (sign == '.' || part[0] > 12))
    m.year = part[2], m.month = part[1], m.day = part[0];
  else if (part[2] >= 1000 && part[0] == part[1])
    m.year = part[2], m.month = part[0], m.day = part[1];
  else
    return std::nullopt;  // 07/08/1998: left open
  if (m.month < 1 || m.month > 12 || m.day < 1 || m.day > 31) return std::nullopt;
  return phrase(i, end, m);
}

// The year after a date: ", 1998", " 1998", " of 1998", "this year", ", last year". Moves i behind it.
void TimeRules::year_after(std::size_t& i, TimeMeaning& m) const {
  std::size_t k = i;
  if (is(k, ",")) ++k;
  if (is(k, "of") || is(k, "in")) ++k;
  if (const int year = year_number(k); year != kNone && (k == i || !is(k - 1, "in"))) {
    m.year = year;
    i = k + 1;
    return;
  }
  std::size_t era = k;
  if (const int year = year_of_era(era, m.before_christ); year != kNone) {
    m.year = year;
    i = era;
    return;
  }
  std::size_t spoken = k;
  if (const int year = spoken_year(spoken); year != kNone) {
    m.year = year;
    i = spoken;
    return;
  }
  if (k != i && !is(k - 1, "of")) return;
  if ((is(k, "this") || is(k, "last") || is(k, "next")) && is(k + 1, "year")) {
    m.which = at(k);
    m.unit = "Y";
    i = k + 2;
  }
}

// "March 24, 2016", "Thursday, April 6", "March 2016", "March".
FoundTime TimeRules::month_date(std::size_t i) const {
  std::size_t k = i;
  TimeMeaning m;
  if (const TimeWord* day = word(k, Kind::weekday); day && capital(k)) {
    m.weekday = day->number;
    ++k;
    if (is(k, ",")) ++k;
  } else if (word(k, Kind::which) && month_at(k + 1) != kNone &&
             (is(k, "last") || is(k, "this") || is(k, "next") || is(k, "past"))) {
    m.which = word(k, Kind::which)->value;
    ++k;
  }
  m.month = month_at(k);
  if (m.month == kNone) {
    if (m.weekday != kNone) {  // "Thursday, 6 April"
      FoundTime other = day_of_month(k);
      if (other && other->meaning.day != kNone) {
        other->first = i;
        other->meaning.weekday = m.weekday;
        return other;
      }
    }
    return std::nullopt;
  }
  ++k;
  int day = day_number(k);
  if (day == kNone && k < lower_.size())
    if (const auto ordinal = ordinal_of(lower_[k]); ordinal && !is(k, "second")) day = *ordinal;  // "March eighth"
  if (day != kNone && day <= 31 && m.which.empty() && !counts_things(k)) {
    m.day = day;
    ++k;
    // "Sept. 11 attacks", "since Sept. 11": the day of 2001, see the resolver
    if (m.month == 9 && m.day == 11 &&
        (at(k).substr(0, 6) == "attack" || at(k).substr(0, 6) == "terror" || (i > 0 && is(i - 1, "since"))))
      m.value = "9/11";
  } else if (m.weekday != kNone) {
    return std::nullopt;
  }
  year_after(k, m);
  if (m.month == 5 && m.day == kNone && m.year == kNone && m.which.empty() && k == i + 1 && i == 0 &&
      sentence_.words[i].upos != "PROPN")
    return std::nullopt;
  return phrase(i, k, m);
}

// "10" in "March 10 people" never happens in news; in "March 3 percent" it would not be a day.
bool TimeRules::counts_things(std::size_t i) const {
  return is(i + 1, "percent") || is(i + 1, "%") || is(i + 1, "million");
}

// "24 March 2016", "the 24th of March", "3rd March".
FoundTime TimeRules::day_of_month(std::size_t i) const {
  std::size_t k = i;
  if (is(k, "the")) ++k;
  TimeMeaning m;
  m.day = day_number(k);
  const bool ordinal = k < lower_.size() && !all_digits(lower_[k]);
  if (m.day == kNone) return std::nullopt;
  ++k;
  // "6-15 October", "from 15 to 22 February": the first day of two
  const bool two = dash(k) || is(k, "to") || (is(k, "and") && i > 0 && is(i - 1, "between"));
  if (const int last = two ? day_number(k + 1) : kNone; last > m.day && month_at(k + 2) != kNone) {
    m.month = month_at(k + 2);
    std::size_t end = k + 3;
    year_after(end, m);
    return phrase(i, k, m);
  }
  if (is(k, "of") && (ordinal || k > i + 1)) ++k;
  if (k > i + 1 && is(i, "the") && !ordinal) return std::nullopt;
  m.month = month_at(k);
  if (m.month == kNone) return std::nullopt;
  ++k;
  year_after(k, m);
  return phrase(i, k, m);
}

// "the 2009-2010 season": the words of the second half are read by themselves; "March 3-5": the 5 is.
FoundTime TimeRules::second_of_range(const TimePhrase& left) const {
  const TimeMeaning& m = left.meaning;
  if (m.shape != Shape::date) return std::nullopt;
  std::size_t k = left.end;
  if (m.day != kNone && m.month != kNone && m.year == kNone &&
      (dash(k) || is(k, "to") || is(k, "and") || is(k, "through") || is(k, "until"))) {
    const int day = day_number(k + 1);
    if (day != kNone && day > m.day && month_at(k + 2) == kNone && !next_is_counted(k + 2)) {
      TimeMeaning second = m;
      second.day = day;
      second.weekday = kNone;
      std::size_t end = k + 2;
      year_after(end, second);
      return phrase(k + 1, end, second);
    }
  }
  if (m.year != kNone && m.month == kNone && dash(k) && all_digits(at(k + 1)) && at(k + 1).size() == 2) {
    TimeMeaning second;
    second.year = m.year / 100 * 100 + to_number(at(k + 1));
    if (second.year > m.year) return phrase(k + 1, k + 2, second);
  }
  return std::nullopt;
}

bool TimeRules::next_is_counted(std::size_t i) const {
  return i < sentence_.words.size() &&
         (sentence_.words[i].upos == "NOUN" || sentence_.words[i].upos == "ADJ" || is(i, "percent") || is(i, "%"));
}

// "Wednesday", "last Friday", "Wednesday night", "Sundays".
FoundTime TimeRules::weekday(std::size_t i) const {
  std::size_t k = i;
  TimeMeaning m;
  m.shape = Shape::weekday;
  if (const TimeWord* which = word(k, Kind::which)) {
    m.which = which->value;
    ++k;
  } else if (is(k, "the") && word(k + 1, Kind::which)) {
    m.which = word(k + 1, Kind::which)->value;
    k += 2;
  }
  if (k >= lower_.size() || !capital(k)) return std::nullopt;
  const TimeWord* day = word(k, Kind::weekday);
  if (!day && lower_[k].size() > 5 && lower_[k].back() == 's')
    if ((day = lexicon_.find(std::string_view(lower_[k]).substr(0, lower_[k].size() - 1), Kind::weekday)))
      m.plural = true;
  const bool abbreviated = day && !m.plural && lower_[k].size() <= 5 && lower_[k].back() != '.';
  if (!day) return std::nullopt;
  // "Sun", "Sat", "Wed" are other words too: only "this Fri", "Fri night", "(Mon)"
  if (abbreviated && m.which.empty() && !word(k + 1, Kind::part) && !(k > 0 && is(k - 1, "(") && is(k + 1, ")")) &&
      month_at(k + 1) == kNone)
    return std::nullopt;
  m.weekday = day->number;
  ++k;
  if (const TimeWord* part = word(k, Kind::part)) {
    m.part = part->value;
    m.plural = m.plural || (at(k).back() == 's');
    ++k;
  } else if (hyphen(k) && word(k + 1, Kind::part)) {
    m.part = word(k + 1, Kind::part)->value;
    k += 2;
  }
  return phrase(i, k, m);
}

// "today", "yesterday morning", "tonight", "this evening", "last night", "that night".
FoundTime TimeRules::relative_day(std::size_t i) const {
  TimeMeaning m;
  if (const FoundEntry day = longest(i, Kind::day); day.word) {
    m.shape = Shape::day;
    m.amount = day.word->number;
    std::size_t k = day.end;
    if (is(k, "'s")) return phrase(i, k, m);
    if (const TimeWord* part = word(k, Kind::part)) {
      m.part = part->value;
      ++k;
    }
    return phrase(i, k, m);
  }
  if (is(i, "tonight") || (is(i, "last") && is(i + 1, "night"))) {
    m.shape = Shape::day;
    m.amount = is(i, "last") ? -1 : 0;
    m.part = "NI";
    return phrase(i, is(i, "last") ? i + 2 : i + 1, m);
  }
  std::size_t k = is(i, "the") ? i + 1 : i;
  if (const TimeWord* which = word(k, Kind::which); which && word(k + 1, Kind::part) && !is(k + 1, "overnight")) {
    m.shape = Shape::part;
    m.which = which->value;
    m.part = word(k + 1, Kind::part)->value;
    return phrase(i, k + 2, m);
  }
  return std::nullopt;
}

// A bare year, where it is not a number of things nor part of a name.
FoundTime TimeRules::year(std::size_t i) const {
  TimeMeaning m;
  std::size_t k = i;
  bool told = false;
  if (is(k, "fiscal") || is(k, "fy")) {
    ++k;
    if (is(k, "year")) ++k;
    told = true;
  }
  std::size_t era = k;
  m.year = year_of_era(era, m.before_christ);
  if (m.year != kNone) return phrase(i, era, m);
  std::size_t spoken = k;
  m.year = spoken_year(spoken);
  if (m.year != kNone && spoken > k) return phrase(i, spoken, m);
  m.year = year_number(k);
  if (m.year == kNone) return std::nullopt;
  if (told) return phrase(i, k + 1, m);
  if (!year_stands_here(k)) return std::nullopt;
  return phrase(i, k + 1, m);
}

// Is the number at i a year, not an amount, a part of a name or of a list?
bool TimeRules::year_stands_here(std::size_t i) const {
  const Word& w = sentence_.words[i];
  const std::string_view before = i > 0 ? at(i - 1) : std::string_view();
  if (is(i + 1, "percent") || is(i + 1, "%") || is(i + 1, "hours") || before == "$" || before == "\u00A3" ||
      before == "\u20AC" || before == "no.")
    return false;
  if (i + 1 < lower_.size() && (word(i + 1, Kind::unit) || is(i + 1, "million") || is(i + 1, "billion")) &&
      at(i + 1).back() == 's')
    return false;
  static constexpr std::string_view kBefore[] = {"in",  "since", "until",  "till",    "before", "after",   "from",
                                                 "by",  "of",    "during", "through", "to",     "between", "and",
                                                 "for", "circa", "early",  "late",    "mid",    "year",    "(",
                                                 "the", "-",     "\u2013", "or",      "this",   "back"};
  const bool preposition = std::find(std::begin(kBefore), std::end(kBefore), before) != std::end(kBefore);
  // "1861-1865", "(1861-65)"
  if (dash(i + 1) && year_number(i + 2) > year_number(i) && year_number(i) >= 1000) return true;
  const bool counts = w.relation == "nummod" && w.head > static_cast<std::int32_t>(i) &&
                      sentence_.words[static_cast<std::size_t>(w.head)].xpos == "NNS" && before != "the" &&
                      before != "'s" && before != "its" && before != "their" && before != "his" && before != "our";
  if (counts) return false;
  const int year = year_number(i);
  if (year < 1500 && before != "in" && before != "since") return false;
  if (preposition) {
    // "to 2000 from 1900": amounts; years after "to" need a year before
    if (before == "to" || before == "and" || before == "or" || before == "by" || before == "of")
      return year >= 1700 && year <= 2060;
    return true;
  }
  if (i > 0 && capital(i - 1) && sentence_.words[i - 1].upos == "PROPN" && w.relation != "obl:unmarked" &&
      w.relation != "obl")
    return w.name == NameType::MISC;
  return year >= 1800 && year <= 2060;
}

// "mid-1996", "mid-November", "mid-1990s" as one word.
FoundTime TimeRules::middle(std::size_t i) const {
  const std::size_t k = is(i, "the") ? i + 1 : i;
  if (at(k).substr(0, 4) != "mid-") return std::nullopt;
  const std::string_view rest = at(k).substr(4);
  TimeMeaning m;
  m.modifier = "MID";
  std::size_t end = k + 1;
  if (const TimeWord* month = lexicon_.find(rest, Kind::month)) {
    m.month = month->number;
    year_after(end, m);
  } else if (rest.size() == 4 && all_digits(rest)) {
    m.year = to_number(rest);
  } else if (rest.size() == 5 && rest[4] == 's' && all_digits(rest.substr(0, 4))) {
    m.decade = to_number(rest.substr(0, 3));
  } else {
    return std::nullopt;
  }
  return phrase(i, end, m);
}

}  // namespace wireroom
