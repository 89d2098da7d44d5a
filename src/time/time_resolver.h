// From meanings to calendar values: one resolver reads one report from its beginning to its end and remembers the last
// day that was told. Private to this folder.
#pragma once

#include <optional>
#include <string>

#include "time/tense.h"
#include "time/time_grammar.h"
#include "wireroom/mention.h"
#include "wireroom/report.h"

namespace wireroom {

class TimeResolver {
 public:
  explicit TimeResolver(const Report& report);

  // Fills kind, value, modifier, interval, precision, basis, anchor and duration of `time`, whose index will be `index`.
  void resolve(const TimeMeaning& meaning, Tense tense, std::uint32_t sentence, std::int32_t index, TimeExpression& time);

 private:
  enum class Grain : std::uint8_t { none, day, week, month, quarter, year, decade };
  struct Told {  // what the text named last
    Date day{};
    Grain grain = Grain::none;
    std::uint32_t sentence = 0;
    std::int32_t index = -1;
  };

  void date(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void month_or_day(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void quarter(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void season(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void weekday(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void unit(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void weekend(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void count(const TimeMeaning& m, TimeExpression& time);
  void length(const TimeMeaning& m, TimeExpression& time);
  void holiday(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void day_or_part(const TimeMeaning& m, TimeExpression& time);
  void clock(const TimeMeaning& m, TimeExpression& time);
  void add_time_of_day(const TimeMeaning& m, TimeExpression& time);

  void set_day(const Date& day, TimeExpression& time);
  void set_week(const Date& day, TimeExpression& time);
  void set_month(int year, int month, TimeExpression& time);
  void set_quarter(int year, int quarter, TimeExpression& time);
  void set_year(int year, TimeExpression& time);
  void set_decade(int decade, TimeExpression& time);
  void set_span(const Date& first, const Date& last, Precision precision, TimeExpression& time);

  [[nodiscard]] bool told_lately() const;  // may what was told still be meant by "the next day"?
  [[nodiscard]] int year_by(const TimeMeaning& m) const;  // from "last year" and the like; kNone if it cannot be told
  // The occurrence, among those of three years, that the tense asks for.
  [[nodiscard]] Date nearest(const Date& before, const Date& same, const Date& after, Tense tense) const;

  std::optional<Date> today_;      // the report's day
  std::optional<int> this_year_;   // known also where the day is not
  Told told_;
  std::uint32_t sentence_ = 0;
  void note_year(int year);        // of a full date told: does the report tell of years long past?
  int old_dates_ = 0, new_dates_ = 0;
  bool historical_ = false;        // mostly old dates were named: months and days without year belong to them
};

}  // namespace wireroom
