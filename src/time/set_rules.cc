// How often ("every two weeks", "each Thursday", "daily") and words that only point to a time ("now", "recently").
#include "base/numerals.h"
#include "time/time_rules.h"

namespace wireroom {

// "every day", "each Thursday", "every two weeks", "daily".
FoundTime TimeRules::every(std::size_t i) const {
  TimeMeaning m;
  m.shape = Shape::set;
  if (const FoundEntry set = longest(i, Kind::set); set.word) {
    m.value = set.word->value;
    return phrase(i, set.end, m);
  }
  if (!is(i, "every") && !is(i, "each")) return std::nullopt;
  std::size_t k = i + 1;
  if (is(k, "single") || is(k, "other")) ++k;
  if (const TimeWord* day = word(k, Kind::weekday); day && capital(k)) {
    m.value = "XXXX-WXX-" + std::to_string(day->number);
    return phrase(i, k + 1, m);
  }
  if (const int month = month_at(k); month != kNone) {
    m.value = "XXXX-" + std::string(month < 10 ? "0" : "") + std::to_string(month);
    return phrase(i, k + 1, m);
  }
  if (const TimeWord* part = word(k, Kind::part)) {
    m.value = "XXXX-XX-XXT" + part->value;
    return phrase(i, k + 1, m);
  }
  if (const TimeWord* season = word(k, Kind::season)) {
    m.value = "XXXX-" + season->value;
    return phrase(i, k + 1, m);
  }
  int amount = is(k - 1, "other") ? 2 : 1;
  if (const auto number = read_numeral(sentence_, k); number && number->value >= 1 && number->value < 1000) {
    amount = static_cast<int>(number->value);
    k = number->end;
  }
  const TimeWord* unit = word(k, Kind::unit);
  if (!unit) return std::nullopt;
  const bool of_day = unit->value == "h" || unit->value == "min" || unit->value == "s";
  const std::string letter = of_day ? (unit->value == "h" ? "H" : unit->value == "min" ? "M" : "S") : unit->value;
  m.value = (of_day ? "PT" : "P") + std::to_string(amount) + letter;
  return phrase(i, k + 1, m);
}

FoundTime TimeRules::reference(std::size_t i) const {
  const FoundEntry ref = longest(i, Kind::ref);
  if (!ref.word) return std::nullopt;
  if (is(i, "shortly") && (is(i + 1, "before") || is(i + 1, "after"))) return std::nullopt;
  if ((is(i, "soon") || is(i, "recently")) && i > 0 && (is(i - 1, "as") || is(i - 1, "how"))) return std::nullopt;
  if (is(i, "soon") && is(i + 1, "after")) return std::nullopt;
  TimeMeaning m;
  m.shape = Shape::ref;
  m.value = ref.word->value;
  return phrase(i, ref.end, m);
}

}  // namespace wireroom
