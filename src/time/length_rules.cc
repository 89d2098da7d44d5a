// Amounts of units: "almost four hours", "two-day", "the past two months"; and the points in time that they become by
// what follows: "two days ago", "three weeks later". What "a" counts may be a rate ("100 barrels a day").
#include <algorithm>

#include "base/numerals.h"
#include "time/time_rules.h"

namespace wireroom {

// "almost four hours", "two-day", "the past two months", "several years ago", "a week later", "decades".
FoundTime TimeRules::length(std::size_t i) const {
  TimeMeaning m;
  m.shape = Shape::length;
  std::size_t k = i;
  if (is(k, "the") || is(k, "these") || is(k, "those")) ++k;
  read_length_modifier(k, m);
  const bool article = k > i;
  if (is(k, "recent") && word(k + 1, Kind::unit) && at(k + 1).back() == 's') {
    m.shape = Shape::ref;
    m.value = "PAST_REF";
    return phrase(i, k + 2, m);
  }
  read_length_pointer(k, m);
  read_length_modifier(k, m);
  const std::size_t amount_at = k;
  bool told = read_amount(k, m);
  static constexpr std::string_view kBetween[] = {"more",     "full",    "additional", "consecutive", "straight",
                                                  "whole",    "long",    "extra",      "solid",       "further",
                                                  "short",    "trading", "business",   "working",     "successive",
                                                  "calendar", "fiscal",  "running",    "school"};
  if (told && std::find(std::begin(kBetween), std::end(kBetween), at(k)) != std::end(kBetween)) ++k;
  const bool joined = told && hyphen(k);
  if (joined) ++k;
  const TimeWord* unit = word(k, Kind::unit);
  if (!unit || (k > 0 && is(k - 1, "light"))) return std::nullopt;  // "50 light years" are no time
  // "three-quarters of its food", "more than a quarter"
  if (unit->value == "Q" && ((joined && at(k).back() == 's') || is(k - 1, "a"))) return std::nullopt;
  const bool plural = at(k).back() == 's';
  if (!told) {
    if (!plural || article || !m.which.empty() || unit->value == "s") return bare_length(i, k, *unit);
    if (unit->value == "Q" || unit->value == "WE") return std::nullopt;
    m.vague = true;
  }
  // "a second look", "a minute" as such; "the 60 second": seconds need a number
  if (unit->value == "s" && is(k, "second") && !(told && m.amount == 1 && !is(amount_at, "a"))) {
    if (!hyphen(k - 1)) return std::nullopt;
  }
  m.unit = unit->value;
  ++k;
  if (is(k, "old") || (hyphen(k) && is(k + 1, "old")) || (is(k, "of") && is(k + 1, "age"))) return std::nullopt;
  if (is(k, "and") && is(k + 1, "a") && is(k + 2, "half")) {
    m.amount += 0.5;
    k += 3;
  }
  if (hyphen(k) && is(k + 1, "long")) k += 2;
  if (article && is(i, "the") && m.which.empty() && !told) return std::nullopt;
  return after_amount(i, k, m);
}

// "a day-long siege"
FoundTime TimeRules::bare_length(std::size_t i, std::size_t k, const TimeWord& unit) const {
  if (k != i || !hyphen(k + 1) || !is(k + 2, "long")) return std::nullopt;
  TimeMeaning m;
  m.shape = Shape::length;
  m.amount = 1;
  m.vague = at(k).back() == 's';
  m.unit = unit.value;
  return phrase(i, k + 3, m);
}

// "past" in "the past two months", "first" in "the first three days". Moves k behind it.
void TimeRules::read_length_pointer(std::size_t& k, TimeMeaning& m) const {
  if (const TimeWord* which = word(k, Kind::which); which && which->value != "same") {
    m.which = which->value;
    ++k;
  } else if (is(k, "first") || is(k, "final") || is(k, "another") || is(k, "opening")) {
    m.which = "first";
    ++k;
  }
}

// "almost", "more than": only where an amount follows. Moves k behind it.
void TimeRules::read_length_modifier(std::size_t& k, TimeMeaning& m) const {
  const auto [mod, end] = longest_in(k, lexicon_.length_modifiers);
  if (!mod) return;
  TimeMeaning unused;
  std::size_t probe = end;
  if (!read_amount(probe, unused) && !word(end, Kind::which) && !is(end, "the")) return;  // "about", "over" as such
  if (is(k, "just") || is(k, "only")) {
    k = end;
    return;
  }
  m.modifier = *mod;
  k = end;
  if (is(k, "the")) ++k;
}

// "four", "several", "a couple of", "a"; "between two and three", "two to three", "two or three". Moves k behind it.
bool TimeRules::read_amount(std::size_t& k, TimeMeaning& m) const {
  if (const auto number = read_numeral(sentence_, k)) {
    if (year_number(k) >= 1900 && number->end == k + 1) return false;  // "the 1988 quarter"
    m.amount = number->value;
    m.vague = false;
    k = number->end;
    std::size_t next = k;
    if (is(next, "to") || is(next, "or") || hyphen(next)) {
      if (const auto second = read_numeral(sentence_, next + 1); second && second->value > number->value) {
        const std::size_t end = second->end;
        if (word(end, Kind::unit) || (hyphen(end) && word(end + 1, Kind::unit))) {
          m.modifier = m.modifier.empty() ? "APPROX" : m.modifier;
          k = end;
        }
      }
    }
    return true;
  }
  const FoundEntry count = longest(k, Kind::count);
  if (!count.word) return false;
  if (count.word->value == "X")
    m.vague = true;
  else if (const auto value = number_of_digits(count.word->value))
    m.amount = *value;
  if (is(k, "a") && is(k + 1, "couple")) m.modifier = "APPROX";
  k = count.end;
  return true;
}

// What follows an amount makes it a point in time: ago, earlier, later, from now.
FoundTime TimeRules::after_amount(std::size_t i, std::size_t k, TimeMeaning m) const {
  const auto point = [&](int sign, bool from_text, std::size_t end) {
    if (m.vague) {
      m.shape = Shape::ref;
      m.value = sign < 0 ? "PAST_REF" : "FUTURE_REF";
    } else {
      m.shape = Shape::count;
      m.amount *= sign;
      m.from_text = from_text;
    }
    return phrase(i, end, m);
  };
  const bool ends = k + 1 >= lower_.size() || sentence_.words[k + 1].upos == "PUNCT";
  if (is(k, "ago")) return point(-1, false, k + 1);
  if (is(k, "earlier") || is(k, "previously")) return point(-1, true, k + 1);
  if (is(k, "later") || is(k, "afterward") || is(k, "afterwards") || is(k, "hence"))
    return point(1, !is(k, "hence"), k + 1);
  if (is(k, "from") && (is(k + 1, "now") || is(k + 1, "today"))) return point(1, false, k + 2);
  if (is(k, "before") && ends) return point(-1, true, k + 1);
  if (is(k, "after") && ends) return point(1, true, k + 1);
  // "100 barrels a day", "twice a week": how often
  if (is(i, "a") && k == i + 2 && i > 0 && (is(i - 1, "twice") || is(i - 1, "once") || is(i - 1, "times"))) {
    m.shape = Shape::set;
    m.value = "P1" + m.unit;
  } else if ((is(i, "a") || is(i, "an")) && k == i + 2 && i > 0 && m.unit != "s" && m.unit != "min") {
    const Word& head = sentence_.words[k - 1];
    const bool rate = head.relation.substr(0, 4) == "nmod" && head.head < static_cast<std::int32_t>(i) &&
                      head.head >= 0 && case_less(i);
    if (rate) {
      m.shape = Shape::set;
      m.value = (m.unit == "h" ? "PT1H" : "P1" + m.unit);
    }
  }
  return phrase(i, k, m);
}

bool TimeRules::case_less(std::size_t i) const { return i == 0 || sentence_.words[i - 1].upos != "ADP"; }

}  // namespace wireroom
