// From meanings to calendar values: one resolver reads one report from its beginning to its end and remembers the last
// day that was told. Private to this folder.
//
//   TimeResolver resolver(report);                                       // of Thursday 2016-03-24
//   resolver.resolve(last_friday, Tense::past, sentence, index, time);   // time.value == "2016-03-18"
//
// The order of the calls is the order of the text. It never fails: what cannot be told stays open in the value
// (XXXX-WXX-5) and without interval. Values follow TIMEX3 (ISO-TimeML, ISO 24617-1); the ways of counting (from
// publication, from the last time told, by tense) are those of rule-based taggers such as HeidelTime (Strötgen and
// Gertz 2010) and SUTime (Chang and Manning 2012). Intervals are whole civil days, both ends included; durations are
// seconds.
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

  // Fills kind, value, modifier, interval, precision, basis, anchor and duration of `time`, whose index will be
  // `index`.
  void resolve(const TimeMeaning& meaning, Tense tense, std::uint32_t sentence, std::int32_t index,
               TimeExpression& time);

 private:
  enum class Grain : std::uint8_t { none, day, week, month, quarter, year, decade };
  static Grain grain_of(Precision precision);
  struct Told {  // what the text named last
    Date day{};
    Grain grain = Grain::none;
    std::uint32_t sentence = 0;
    std::int32_t index = -1;
  };

  // resolve_dates.cc
  void date(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void month_or_day(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void quarter(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void season(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void weekday(const TimeMeaning& m, Tense tense, TimeExpression& time);
  // resolve_units.cc
  void unit(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void weekend(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void count(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void length(const TimeMeaning& m, TimeExpression& time);
  // resolve_days.cc
  void holiday(const TimeMeaning& m, Tense tense, TimeExpression& time);
  void day_or_part(const TimeMeaning& m, TimeExpression& time);
  void clock(const TimeMeaning& m, TimeExpression& time);
  void add_time_of_day(const TimeMeaning& m, TimeExpression& time);

  // time_resolver.cc
  void set_day(const Date& day, TimeExpression& time);
  void set_week(const Date& day, TimeExpression& time);
  void set_month(int year, int month, TimeExpression& time);
  void set_quarter(int year, int quarter, TimeExpression& time);
  void set_year(int year, TimeExpression& time);
  void set_decade(int decade, TimeExpression& time);
  void set_span(const Date& first, const Date& last, Precision precision, TimeExpression& time);

  [[nodiscard]] bool told_lately() const;                 // may what was told still be meant by "the next day"?
  [[nodiscard]] int year_by(const TimeMeaning& m) const;  // from "last year" and the like; kNone if it cannot be told
  // The occurrence, among those of three years, that the tense asks for.
  [[nodiscard]] Date nearest(const Date& before, const Date& same, const Date& after, Tense tense) const;

  // Is the time told last still to come, though what is resolved now is past? "Less than 24 hours later" does not then
  // hang on the planned day.
  [[nodiscard]] bool told_ahead() const { return today_ && told_.grain != Grain::none && told_.day > *today_; }
  void remember_quarter(const TimeMeaning& m, const TimeExpression& time, std::int32_t index);
  [[nodiscard]] bool account_lately() const {
    return account_.grain != Grain::none && sentence_ - account_.sentence <= 4;
  }
  // The quarter of the account, `years` away.
  void set_account(int years, TimeExpression& time);

  std::optional<Date> today_;     // the report's day
  std::optional<int> this_year_;  // known also where the day is not
  Told told_;
  Told account_;  // the quarter whose results the report tells, not the one they are compared with
  Tense tense_ = Tense::unknown;
  std::uint32_t sentence_ = 0;
  void note_year(int year);  // of a full date told: does the report tell of years long past?
  int old_dates_ = 0, new_dates_ = 0;
  bool historical_ = false;  // mostly old dates were named: months and days without year belong to them
};

}  // namespace wireroom
