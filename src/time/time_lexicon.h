// The words of data/times/ in memory. Private to this folder.
//
//   lexicon.find("wednesday", TimeWordKind::weekday)->number == 3
//
// Keys are in small letters with plain apostrophes, holidays as printed. Columns and sources: data/times/README.md.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "wireroom/sentence.h"

namespace wireroom {

enum class TimeWordKind : std::uint8_t {
  month,
  weekday,
  unit,
  part,
  clock,
  season,
  day,
  ref,
  set,
  which,
  count,
  zone,
  decade,
};

struct TimeWord {
  TimeWordKind kind;
  std::string value;
  int number = 0;  // of value, where it is a number
};

struct Holiday {
  enum class Rule : std::uint8_t { fixed, weekday, easter, once } rule = Rule::fixed;
  int year = 0, month = 0, day = 0;  // weekday: `day` is the weekday
  int number = 0;                    // the Nth weekday, or days from Easter
};

struct TimeLexicon {
  static constexpr std::size_t kMostWords = 5;
  std::map<std::string, std::vector<TimeWord>, std::less<>> words;
  std::map<std::string, Holiday, std::less<>> holidays;
  std::map<std::string, std::string, std::less<>> length_modifiers, point_modifiers;
  std::set<std::string, std::less<>> planning, timetable;

  // An error names the file and line of a wrong entry.
  static Result<TimeLexicon> load();
  // The word if it is of this kind, else nullptr.
  [[nodiscard]] const TimeWord* find(std::string_view word, TimeWordKind kind) const;
};

}  // namespace wireroom
