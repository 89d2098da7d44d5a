// Clock times: "10:35 a.m.", "1035 GMT", "noon", with the day beside them ("10 p.m. Wednesday"). A number is a clock
// time only with something that makes it sure: a half of the day, a zone, "o'clock", or a colon behind "at", "by",
// "until".
#include "base/numerals.h"
#include "time/time_rules.h"

namespace wireroom {

FoundTime TimeRules::clock_time(std::size_t i) const {
  TimeMeaning m;
  m.shape = Shape::clock;
  std::size_t k = i;
  if (is(k, "around") || is(k, "about") || is(k, "approximately") || is(k, "shortly")) {
    if (is(k, "shortly"))
      k += 2, m.modifier = is(i + 1, "before") ? "BEFORE" : "AFTER";
    else
      ++k, m.modifier = "APPROX";
  }
  bool sure = false;
  if (const TimeWord* named = word(k, Kind::clock)) {
    m.minute = named->number;
    ++k;
    sure = true;
    if (m.modifier == "BEFORE" || m.modifier == "AFTER") sure = true;
  } else if (!clock_digits(k, m, sure)) {
    return std::nullopt;
  }
  if (!m.modifier.empty() && (m.modifier == "BEFORE" || m.modifier == "AFTER") && i + 2 > k) return std::nullopt;
  if (const FoundEntry zone = longest(k, Kind::zone); zone.word && (capital(k) || is(k, "local"))) {
    m.universal = zone.word->value == "GMT" || zone.word->value == "UTC";
    k = zone.end;
    sure = true;
  }
  if (!sure) return std::nullopt;
  // "10 p.m. Wednesday", "noon today"
  std::size_t next = is(k, ",") && (word(k + 1, Kind::weekday) || month_at(k + 1) != kNone) ? k + 1 : k;
  if (FoundTime day = weekday(next); day && day->meaning.part.empty() && !day->meaning.plural)
    join(m, *day, k);
  else if (FoundTime relative = relative_day(next); relative && relative->meaning.shape == Shape::day)
    join(m, *relative, k);
  else if (FoundTime date = month_date(next); date && date->meaning.day != kNone)
    join(m, *date, k);
  return phrase(i, k, m);
}

void TimeRules::join(TimeMeaning& clock, const TimePhrase& day, std::size_t& end) {
  const int minute = clock.minute;
  const std::string modifier = clock.modifier;
  const bool universal = clock.universal;
  clock = day.meaning;
  clock.minute = minute;
  clock.modifier = modifier;
  clock.universal = universal;
  clock.part.clear();
  end = day.end;
}

// "at 0600", "at 1400 this afternoon": four digits alone may be a year or a number, but not behind "at" with a leading
// zero or with a day beside them.
bool TimeRules::is_bare_clock(std::size_t k) const {
  if (k == 0 || !(is(k - 1, "at") || is(k - 1, "around") || is(k - 1, "about"))) return false;
  if (lower_[k].front() == '0') return true;
  for (const std::string_view next : {"this", "today", "yesterday", "tonight", "on"})
    if (is(k + 1, next)) return true;
  return false;
}

// "10", "10:35", "14.30", "1035" before GMT, "four" before p.m.; `text` is the word at k without a glued "am".
bool TimeRules::hour_and_minute(std::string_view text, std::size_t& k, int& hour, int& minute, bool& sure) const {
  const std::size_t colon = text.find_first_of(":.");
  if (all_digits(text) && text.size() <= 2) {
    hour = to_number(text);
  } else if (colon != std::string_view::npos && colon <= 2 && all_digits(text.substr(0, colon)) &&
             text.size() >= colon + 3 && all_digits(text.substr(colon + 1, 2))) {
    hour = to_number(text.substr(0, colon));
    minute = to_number(text.substr(colon + 1, 2));
    if (text.size() != colon + 3 && !(text.size() == colon + 6 && text[colon + 3] == ':')) return false;
  } else if (all_digits(text) && text.size() == 4 &&
             (is(k + 1, "gmt") || is(k + 1, "utc") || is(k + 1, "hours") || is(k + 1, "local") || is(k + 1, "est") ||
              is(k + 1, "edt"))) {
    hour = to_number(text.substr(0, 2));
    minute = to_number(text.substr(2));
    if (is(k + 1, "hours")) {
      ++k;
      sure = true;
    }
  } else if (all_digits(text) && text.size() == 4 && is_bare_clock(k)) {
    hour = to_number(text.substr(0, 2));
    minute = to_number(text.substr(2));
    sure = true;
  } else if (const auto small = read_numeral(sentence_, k);
             small && small->end == k + 1 && small->value >= 1 && small->value <= 12 && half_of_day(k + 1) != kNone) {
    hour = static_cast<int>(small->value);
  } else {
    return false;
  }
  return true;
}

// "10:35 a.m.", "10 p.m.", "10pm", "1035 GMT", "at 14:30", "4 in the morning". Moves k behind it.
bool TimeRules::clock_digits(std::size_t& k, TimeMeaning& m, bool& sure) const {
  if (k >= lower_.size()) return false;
  std::string text = lower_[k];
  int half = kNone;
  for (const auto& [suffix, add] : {std::pair<std::string_view, int>{"am", 0}, {"pm", 720}, {"a.m.", 0}, {"p.m.", 720}})
    if (text.size() > suffix.size() && text.ends_with(suffix)) {
      text.resize(text.size() - suffix.size());
      half = add;
      break;
    }
  int hour = 0, minute = 0;
  const std::size_t colon = text.find_first_of(":.");
  if (!hour_and_minute(text, k, hour, minute, sure)) return false;
  std::size_t end = k + 1;
  if (half == kNone) {
    half = half_of_day(end);
    if (half != kNone) ++end;
  }
  if (half == kNone && is(end, "o'clock")) {
    ++end;
    sure = true;
    half = 0;
  }
  if (half == kNone && is(end, "in") && is(end + 1, "the") && word(end + 2, Kind::part)) {
    half = word(end + 2, Kind::part)->value == "MO" ? 0 : 720;
    end += 3;
  }
  if (hour > 24 || minute > 59) return false;
  if (half != kNone) {
    if (hour > 12) half = 0;
    hour = hour == 12 ? (half == 720 ? 12 : 0) : hour + half / 60;
    sure = true;
  } else if (colon != std::string::npos && text[colon] == ':' && k > 0 &&
             (is(k - 1, "at") || is(k - 1, "by") || is(k - 1, "until") || is(k - 1, "from") || is(k - 1, "around") ||
              is(k - 1, "about") || is(k - 1, "before") || is(k - 1, "after"))) {
    sure = true;
  }
  m.minute = (hour % 24) * 60 + minute;
  k = end;
  return true;
}

}  // namespace wireroom
