// Single days and their hours: holidays, "yesterday", "that night", clock times. Minutes are counted from midnight in
// the zone of the words; no zone is converted.
#include "time/calendar_arithmetic.h"
#include "time/time_resolver.h"

namespace wireroom {
namespace {

using Shape = TimeMeaning::Shape;

Date date_of(const Holiday& holiday, int year) {
  switch (holiday.rule) {
    case Holiday::Rule::fixed:
      return make_date(year, static_cast<unsigned>(holiday.month), static_cast<unsigned>(holiday.day));
    case Holiday::Rule::weekday:
      return nth_weekday(year, static_cast<unsigned>(holiday.month), holiday.day, holiday.number);
    case Holiday::Rule::easter:
      return add_days(easter(year), holiday.number);
    case Holiday::Rule::once:
      break;
  }
  return make_date(holiday.year, static_cast<unsigned>(holiday.month), static_cast<unsigned>(holiday.day));
}

}  // namespace

void TimeResolver::holiday(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  time.kind = TimeKind::DATE;
  const int year = year_by(m);
  std::optional<Date> day;
  if (m.holiday->rule == Holiday::Rule::once)
    day = date_of(*m.holiday, 0);
  else if (year != kNone)
    day = date_of(*m.holiday, year);
  else if (today_) {
    const int now = year_of(*today_);
    time.basis = tense == Tense::unknown ? TimeBasis::publication : TimeBasis::tense;
    const Date same = date_of(*m.holiday, now);
    if (m.which == "last")
      day = same < *today_ ? same : date_of(*m.holiday, now - 1);
    else if (m.which == "next")
      day = same > *today_ ? same : date_of(*m.holiday, now + 1);
    else if (m.which == "this")
      day = same;
    else
      day = nearest(date_of(*m.holiday, now - 1), same, date_of(*m.holiday, now + 1), tense);
  }
  if (!day) {
    time.value = m.holiday->rule == Holiday::Rule::fixed
                     ? "XXXX-" + two_digits(m.holiday->month) + "-" + two_digits(m.holiday->day)
                     : "XXXX-XX-XX";
    time.precision = Precision::day;
    return;
  }
  if (m.unit == "W") return set_week(*day, time);
  set_day(*day, time);
}

void TimeResolver::day_or_part(const TimeMeaning& m, TimeExpression& time) {
  time.kind = TimeKind::DATE;
  std::optional<Date> day = today_;
  time.basis = TimeBasis::publication;
  int step = static_cast<int>(m.amount);
  if (m.shape == Shape::part) {
    const bool of_text = m.which == "previous" || m.which == "following" || m.which == "same" || m.which == "next";
    step = m.which == "last" || m.which == "previous" ? -1 : m.which == "next" || m.which == "following" ? 1 : 0;
    if (of_text && told_lately()) {
      day = told_.day;
      time.basis = TimeBasis::narrative;
      time.anchor = told_.index;
    }
  }
  if (!day) {
    time.value = "XXXX-XX-XX";
    time.basis = TimeBasis::expression;
    return;
  }
  set_day(add_days(*day, step), time);
}

void TimeResolver::clock(const TimeMeaning&, TimeExpression& time) {
  if (told_lately() && told_.grain == Grain::day && (told_.sentence == sentence_ || historical_ || !today_)) {
    time.basis = TimeBasis::narrative;
    time.anchor = told_.index;
    set_day(told_.day, time);
  } else if (today_) {
    time.basis = TimeBasis::publication;
    set_day(*today_, time);
  } else {
    time.value = "XXXX-XX-XX";
  }
}

void TimeResolver::add_time_of_day(const TimeMeaning& m, TimeExpression& time) {
  if (time.kind == TimeKind::SET) return;
  if (m.minute != kNone) {
    time.kind = TimeKind::TIME;
    time.value += "T" + two_digits(m.minute / 60) + ":" + two_digits(m.minute % 60) + (m.universal ? "Z" : "");
    time.precision = m.minute % 60 == 0 ? Precision::hour : Precision::minute;
    const auto minute = static_cast<std::uint16_t>(m.minute);
    if (time.interval.earliest) time.interval.earliest->minute = minute;
    if (time.interval.latest) time.interval.latest->minute = minute;
  } else if (!m.part.empty()) {
    time.kind = TimeKind::TIME;
    time.value += "T" + m.part;
  }
}

}  // namespace wireroom
