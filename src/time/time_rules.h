// The rules that find times in a sentence. Each tries one kind of expression at one word and answers how far it
// reaches; the longest answer wins. One class, because rules use one another ("10 p.m. Wednesday" is a clock time and a
// weekday); its parts lie in files by kind of expression. Private to this folder; others call find_time_phrases.
//
//   TimeRules(sentence, lexicon).run()   // "two days ago": words 0..2, shape count, amount -2, unit D
//
// Sentences are at most some hundred words and every rule looks a bounded way ahead, so the whole is linear.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "time/time_words.h"

namespace wireroom {

class TimeRules : private TimeWords {
 public:
  using TimeWords::TimeWords;

  // The phrases in the order of the sentence, without overlaps.
  std::vector<TimePhrase> run();

 private:
  static TimePhrase phrase(std::size_t first, std::size_t end, TimeMeaning meaning) {
    return {first, end, std::move(meaning)};
  }

  // Choosing (time_grammar.cc)
  FoundTime best_at(std::size_t i);
  FoundTime plain(std::size_t i);
  FoundTime modified(std::size_t i);

  // Days and years (date_rules.cc)
  FoundTime iso_date(std::size_t i) const;
  void year_after(std::size_t& i, TimeMeaning& m) const;
  FoundTime month_date(std::size_t i) const;
  [[nodiscard]] bool counts_things(std::size_t i) const;
  FoundTime day_of_month(std::size_t i) const;
  FoundTime second_of_range(const TimePhrase& left) const;
  [[nodiscard]] bool next_is_counted(std::size_t i) const;
  FoundTime weekday(std::size_t i) const;
  FoundTime relative_day(std::size_t i) const;
  FoundTime year(std::size_t i) const;
  [[nodiscard]] bool year_stands_here(std::size_t i) const;
  FoundTime middle(std::size_t i) const;

  // Weeks, months, quarters, seasons, decades, centuries, holidays (period_rules.cc)
  FoundTime unit(std::size_t i) const;
  FoundTime pointed_unit(std::size_t i, std::size_t k, bool article) const;
  FoundTime joined_year(std::size_t i, std::size_t k, bool article) const;
  FoundTime unit_with_article(std::size_t i, std::size_t k) const;
  static FoundTime plural_unit(std::size_t i, std::size_t k, const std::string& which, const std::string& unit);
  FoundTime quarter(std::size_t i) const;
  FoundTime season(std::size_t i) const;
  FoundTime decade(std::size_t i) const;
  FoundTime century(std::size_t i) const;
  FoundTime holiday(std::size_t i) const;

  // Times of the day (clock_rules.cc)
  FoundTime clock_time(std::size_t i) const;
  static void join(TimeMeaning& clock, const TimePhrase& day, std::size_t& end);
  [[nodiscard]] bool is_bare_clock(std::size_t k) const;
  [[nodiscard]] bool hour_and_minute(std::string_view text, std::size_t& k, int& hour, int& minute, bool& sure) const;
  [[nodiscard]] bool clock_digits(std::size_t& k, TimeMeaning& m, bool& sure) const;

  // Lengths, and points told by them (length_rules.cc)
  FoundTime length(std::size_t i) const;
  FoundTime bare_length(std::size_t i, std::size_t k, const TimeWord& unit) const;
  void read_length_pointer(std::size_t& k, TimeMeaning& m) const;
  void read_length_modifier(std::size_t& k, TimeMeaning& m) const;
  [[nodiscard]] bool read_amount(std::size_t& k, TimeMeaning& m) const;
  FoundTime after_amount(std::size_t i, std::size_t k, TimeMeaning m) const;
  [[nodiscard]] bool case_less(std::size_t i) const;

  // How often; vague references (set_rules.cc)
  FoundTime every(std::size_t i) const;
  FoundTime reference(std::size_t i) const;
};

}  // namespace wireroom
