// The words of one sentence as the rules of time read them: small, folded, with the questions that every rule asks (a
// month here? a day's number? a year?). Base of TimeRules; kept apart so that the rules hold nothing but rules. Private
// to this folder.
//
//   words.month_at(3) == 5      // "May" as a month, not as the verb
//   words.year_number(4)        // 1998 of "1998" and of "'98", kNone of "12"
//
// Every question looks a bounded number of words ahead; indices beyond the sentence answer "nothing", never an error.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "time/time_grammar.h"
#include "time/time_lexicon.h"
#include "wireroom/sentence.h"

namespace wireroom {

// What a rule answers: the words that it took and their meaning, or nothing.
using FoundTime = std::optional<TimePhrase>;

class TimeWords {
 public:
  TimeWords(const Sentence& sentence, const TimeLexicon& lexicon);

 protected:
  using Shape = TimeMeaning::Shape;
  using Kind = TimeWordKind;

  [[nodiscard]] static bool all_digits(std::string_view text);
  [[nodiscard]] static int to_number(std::string_view text);  // of digits
  [[nodiscard]] std::string_view at(std::size_t i) const {
    return i < lower_.size() ? std::string_view(lower_[i]) : std::string_view();
  }
  [[nodiscard]] bool is(std::size_t i, std::string_view text) const { return at(i) == text; }
  [[nodiscard]] bool hyphen(std::size_t i) const { return is(i, "-") || is(i, "\u2013") || is(i, "\u2010"); }
  [[nodiscard]] bool dash(std::size_t i) const { return hyphen(i) || is(i, "--") || is(i, "\u2014") || is(i, "/"); }
  [[nodiscard]] bool capital(std::size_t i) const {
    return i < sentence_.words.size() && !sentence_.words[i].form.empty() && sentence_.words[i].form[0] >= 'A' &&
           sentence_.words[i].form[0] <= 'Z';
  }
  [[nodiscard]] const TimeWord* word(std::size_t i, Kind kind) const {
    return i < lower_.size() ? lexicon_.find(lower_[i], kind) : nullptr;
  }

  // Does word i belong to the name of a person or an organisation?
  [[nodiscard]] bool in_other_name(std::size_t i) const;
  [[nodiscard]] bool overlaps_name(const TimePhrase& phrase) const;

  struct FoundEntry {
    const TimeWord* word = nullptr;
    std::size_t end = 0;
  };
  // The longest entry of a kind that begins at i.
  [[nodiscard]] FoundEntry longest(std::size_t i, Kind kind) const;
  // The same for a table of modifiers: its value and the end, or nullptr.
  template <typename Map>
  [[nodiscard]] std::pair<const std::string*, std::size_t> longest_in(std::size_t i, const Map& map) const {
    std::pair<const std::string*, std::size_t> best{nullptr, i};
    std::string text;
    for (std::size_t k = i; k < std::min(lower_.size(), i + 4); ++k) {
      if (k > i) text += ' ';
      text += lower_[k];
      if (const auto found = map.find(text); found != map.end()) best = {&found->second, k + 1};
    }
    return best;
  }

  // The month named at i, 1 to 12; kNone where "May", "March" or "Sun" is no month.
  [[nodiscard]] int month_at(std::size_t i) const;
  // The day of a month at i, 1 to 31: "24", "3rd".
  [[nodiscard]] int day_number(std::size_t i) const;
  // The year at i: "1998", "'98" (up to '30 of this century).
  [[nodiscard]] int year_number(std::size_t i) const;
  // "480 BC", "A.D. 70", "70 AD": the year and whether before Christ; moves i behind it. kNone if no era is told.
  [[nodiscard]] int year_of_era(std::size_t& i, bool& before_christ) const;
  // "nineteen ninety-six": two numbers below 100, as broadcasters' scripts write years. Moves i behind it.
  [[nodiscard]] int spoken_year(std::size_t& i) const;
  // "a.m." or "pm" at i: minutes to add, kNone if there is none.
  [[nodiscard]] int half_of_day(std::size_t i) const;

  const Sentence& sentence_;
  const TimeLexicon& lexicon_;
  std::vector<std::string> lower_;  // the words in small letters, apostrophes plain
};

}  // namespace wireroom
