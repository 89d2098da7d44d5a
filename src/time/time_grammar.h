// From words to meanings: which words of a sentence name a time and what they say, before any calendar is asked.
// Private to this folder.
//
//   for (const TimePhrase& phrase : find_time_phrases(sentence, lexicon)) ...
//   // "late last Friday": first 0, end 3, shape weekday, weekday 5, which "last", modifier END
//
// Numbers: months 1 to 12, days 1 to 31, weekdays 1 (Monday) to 7 as in ISO 8601, quarters 1 to 4, halves 1 and 2,
// decades and centuries by their first digits (199, 19), minutes from midnight; kNone where not told. Units by letters:
// s, min, h, D, WE (weekend), W, FN (fortnight), M, Q, Y, DE, CE. Modifiers are the mod values of TIMEX3 (ISO-TimeML,
// ISO 24617-1). Never fails; what is no time is left out.
#pragma once

#include <string>
#include <vector>

#include "time/time_lexicon.h"
#include "wireroom/sentence.h"

namespace wireroom {

inline constexpr int kNone = -1;

struct TimeMeaning {
  enum class Shape : std::uint8_t {
    date,     // year, month, day, quarter, half, season, decade, century: as far as they are told
    weekday,  // weekday, which
    unit,     // which unit: "last week", "the previous day", "the quarter"
    count,    // amount of units before or after: "two days ago" (negative), "three weeks later"
    length,   // amount of a unit: a duration
    day,      // amount of days from publication: "yesterday"
    part,     // a part of a day alone: "this morning", "that night"
    clock,    // minute
    holiday,
    ref,
    set,
  };
  Shape shape = Shape::date;
  int year = kNone, month = kNone, day = kNone, weekday = kNone, quarter = kNone, half = kNone, decade = kNone,
      century = kNone;
  int minute = kNone;
  std::string season, part, which, unit, modifier;
  std::string value;  // ready-made: sets and references
  double amount = 0;
  bool vague = false;          // "several", "a few"
  bool from_text = false;      // counted from what was told before ("later"), not from publication ("ago")
  bool plural = false;         // "Sundays"
  bool owner = false;          // "December's rampage"
  bool universal = false;      // a clock time of Greenwich
  bool year_earlier = false;   // "the year-earlier quarter", "last year's quarter", "the same period last year"
  bool before_christ = false;  // of `year`
  const Holiday* holiday = nullptr;
};

struct TimePhrase {
  std::size_t first = 0, end = 0;  // words first..end-1
  TimeMeaning meaning;
};

// In the order of the sentence, without overlaps. Names of persons and organisations are left alone.
[[nodiscard]] std::vector<TimePhrase> find_time_phrases(const Sentence& sentence, const TimeLexicon& lexicon);

}  // namespace wireroom
