// From words to meanings: which words of a sentence name a time and what they say, before any calendar is asked.
// Private to this folder.
//
// "late last Friday": words 0..3, shape weekday, weekday 5, which "last", modifier END.
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
    holiday, ref, set,
  };
  Shape shape = Shape::date;
  int year = kNone, month = kNone, day = kNone, weekday = kNone, quarter = kNone, half = kNone, decade = kNone, century = kNone;
  int minute = kNone;
  std::string season, part, which, unit, modifier;
  std::string value;       // ready-made: sets and references
  double amount = 0;
  bool vague = false;      // "several", "a few"
  bool from_text = false;  // counted from what was told before ("later"), not from publication ("ago")
  bool plural = false;     // "Sundays"
  const Holiday* holiday = nullptr;
};

struct TimePhrase {
  std::size_t first = 0, end = 0;  // words first..end-1
  TimeMeaning meaning;
};

// In the order of the sentence, without overlaps. Names of persons and organisations are left alone.
[[nodiscard]] std::vector<TimePhrase> find_time_phrases(const Sentence& sentence, const TimeLexicon& lexicon);

}  // namespace wireroom
