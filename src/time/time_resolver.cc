// What all kinds of times share: the days that the report gives to count from, the values and intervals of calendar
// units, the memory of what was told, and the choice of the function for a meaning. Those functions lie in
// resolve_dates.cc, resolve_units.cc and resolve_days.cc.
#include "time/time_resolver.h"

#include <cstdlib>

#include "time/calendar_arithmetic.h"

namespace wireroom {

TimeResolver::TimeResolver(const Report& report) {
  if (report.published) {
    this_year_ = year_of(report.published->date);
    if (report.published->precision == Precision::day || report.published->precision == Precision::minute ||
        report.published->precision == Precision::hour)
      today_ = report.published->date;
  }
  // A story filed before the day of the page: its weekdays hang on the day of filing.
  if (report.dateline && report.dateline->date) {
    const Date filed = *report.dateline->date;
    if (!today_ || (days_between(filed, *today_) > 0 && days_between(filed, *today_) < 10)) today_ = filed;
    if (!this_year_) this_year_ = year_of(filed);
  }
}

void TimeResolver::set_span(const Date& first, const Date& last, Precision precision, TimeExpression& time) {
  time.kind = TimeKind::DATE;
  time.interval = {Moment{first, {}}, Moment{last, {}}};
  time.precision = precision;
}
void TimeResolver::set_day(const Date& day, TimeExpression& time) {
  time.value = iso(day);
  set_span(day, day, Precision::day, time);
}
void TimeResolver::set_week(const Date& day, TimeExpression& time) {
  const Date monday = first_of_week(day);
  time.value = week_value(day);
  set_span(monday, add_days(monday, 6), Precision::week, time);
}
void TimeResolver::set_month(int year, int month, TimeExpression& time) {
  time.value = month_value(year, month);
  set_span(make_date(year, static_cast<unsigned>(month), 1), last_of_month(year, static_cast<unsigned>(month)),
           Precision::month, time);
}
void TimeResolver::set_quarter(int year, int quarter, TimeExpression& time) {
  time.value = year_value(year) + "-Q" + std::to_string(quarter);
  const auto first = static_cast<unsigned>(3 * quarter - 2);
  set_span(make_date(year, first, 1), last_of_month(year, first + 2), Precision::quarter, time);
}
void TimeResolver::set_year(int year, TimeExpression& time) {
  time.value = year_value(year);
  set_span(make_date(year, 1, 1), make_date(year, 12, 31), Precision::year, time);
}
void TimeResolver::set_decade(int decade, TimeExpression& time) {
  time.value = std::to_string(decade);
  set_span(make_date(decade * 10, 1, 1), make_date(decade * 10 + 9, 12, 31), Precision::decade, time);
}

void TimeResolver::note_year(int year) {
  if (!this_year_ || year > *this_year_ + 1) return;
  (year < *this_year_ - 4 ? old_dates_ : new_dates_) += 1;
  historical_ = old_dates_ >= 2 && old_dates_ > 2 * new_dates_;
}

bool TimeResolver::told_lately() const {
  return told_.grain != Grain::none && (historical_ || !today_ || sentence_ - told_.sentence <= 3);
}

int TimeResolver::year_by(const TimeMeaning& m) const {
  if (m.year != kNone) return m.year;
  if (m.unit != "Y" || !this_year_) return kNone;
  return *this_year_ + (m.which == "last" ? -1 : m.which == "next" ? 1 : 0);
}

Date TimeResolver::nearest(const Date& before, const Date& same, const Date& after, Tense tense) const {
  const Date today = *today_;
  const Date choices[] = {before, same, after};
  const int wait = days_between(today, same >= today ? same : after),
            past = days_between(same <= today ? same : before, today);
  // A day almost a year ahead would be told with its year.
  if (tense == Tense::future && wait > 240 && past < 110) return same <= today ? same : before;
  if (tense == Tense::past) return same <= today ? same : before;
  if (tense == Tense::future) return same >= today ? same : after;
  // Reports tell what was more than what will be: without a verb the past is nearer than it is.
  if (10 * past < 13 * wait) return same <= today ? same : before;
  const Date* best = &choices[0];
  for (const Date& choice : choices)
    if (std::abs(days_between(choice, today)) < std::abs(days_between(*best, today))) best = &choice;
  return *best;
}

TimeResolver::Grain TimeResolver::grain_of(Precision precision) {
  switch (precision) {
    case Precision::minute:
    case Precision::hour:
    case Precision::day:
      return Grain::day;
    case Precision::week:
      return Grain::week;
    case Precision::month:
      return Grain::month;
    case Precision::quarter:
      return Grain::quarter;
    case Precision::year:
      return Grain::year;
    case Precision::decade:
      return Grain::decade;
  }
  return Grain::none;
}

void TimeResolver::resolve(const TimeMeaning& m, Tense tense, std::uint32_t sentence, std::int32_t index,
                           TimeExpression& time) {
  using Shape = TimeMeaning::Shape;
  sentence_ = sentence;
  tense_ = tense;
  switch (m.shape) {
    case Shape::date:
      date(m, tense, time);
      break;
    case Shape::weekday:
      weekday(m, tense, time);
      break;
    case Shape::unit:
      unit(m, tense, time);
      break;
    case Shape::count:
      count(m, tense, time);
      break;
    case Shape::length:
      length(m, time);
      break;
    case Shape::day:
      ++new_dates_;
      [[fallthrough]];
    case Shape::part:
      day_or_part(m, time);
      break;
    case Shape::clock:
      clock(m, time);
      break;
    case Shape::holiday:
      holiday(m, tense, time);
      break;
    case Shape::ref:
      time.kind = TimeKind::DATE;
      time.value = m.value;
      break;
    case Shape::set:
      time.kind = TimeKind::SET;
      time.value = m.value;
      break;
  }
  add_time_of_day(m, time);
  time.modifier = m.modifier;
  if (time.kind == TimeKind::DURATION || time.kind == TimeKind::SET || !time.interval.earliest || !time.precision)
    return;
  Grain grain = grain_of(*time.precision);
  if (!m.season.empty() || m.half != kNone) grain = Grain::month;
  told_ = {time.interval.earliest->day, grain, sentence, index};
  if (grain == Grain::quarter) remember_quarter(m, time, index);
}

void TimeResolver::remember_quarter(const TimeMeaning& m, const TimeExpression& time, std::int32_t index) {
  const bool compared = m.which == "last" || m.which == "same" || m.shape == TimeMeaning::Shape::count ||
                        (m.shape == TimeMeaning::Shape::unit && m.unit == "Y");
  if (compared && account_.grain != Grain::none) {
    account_.sentence = sentence_;  // the account goes on
    return;
  }
  if (!compared) account_ = {time.interval.earliest->day, Grain::quarter, sentence_, index};
}

void TimeResolver::set_account(int years, TimeExpression& time) {
  time.basis = TimeBasis::narrative;
  time.anchor = account_.index;
  set_quarter(year_of(account_.day) + years, (month_of(account_.day) + 2) / 3, time);
}

}  // namespace wireroom
