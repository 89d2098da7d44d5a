#include "time/time_resolver.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "time/calendar_arithmetic.h"

namespace wireroom {
namespace {

using Shape = TimeMeaning::Shape;

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

int first_month_of(const std::string& season) { return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12; }

Date date_of(const Holiday& holiday, int year) {
  switch (holiday.rule) {
    case Holiday::Rule::fixed: return make_date(year, static_cast<unsigned>(holiday.month), static_cast<unsigned>(holiday.day));
    case Holiday::Rule::weekday: return nth_weekday(year, static_cast<unsigned>(holiday.month), holiday.day, holiday.number);
    case Holiday::Rule::easter: return add_days(easter(year), holiday.number);
    case Holiday::Rule::once: break;
  }
  return make_date(holiday.year, static_cast<unsigned>(holiday.month), static_cast<unsigned>(holiday.day));
}

// "4", "2.5"
std::string amount_text(double amount) {
  if (amount == std::floor(amount) && amount < 1e15) return std::to_string(static_cast<long long>(amount));
  std::string text = std::to_string(amount);
  while (text.back() == '0') text.pop_back();
  return text;
}

struct UnitForm {
  bool of_day;
  const char* letter;
  double factor;   // in units of the letter
  double seconds;  // of one
};

UnitForm form_of(const std::string& unit) {
  constexpr double kDay = 86400;
  if (unit == "s") return {true, "S", 1, 1};
  if (unit == "min") return {true, "M", 1, 60};
  if (unit == "h") return {true, "H", 1, 3600};
  if (unit == "W") return {false, "W", 1, 7 * kDay};
  if (unit == "FN") return {false, "W", 2, 14 * kDay};
  if (unit == "WE") return {false, "D", 2, 2 * kDay};
  if (unit == "M") return {false, "M", 1, 30.4375 * kDay};
  if (unit == "Q") return {false, "M", 3, 91.3125 * kDay};
  if (unit == "Y") return {false, "Y", 1, 365.25 * kDay};
  if (unit == "DE") return {false, "Y", 10, 3652.5 * kDay};
  if (unit == "CE") return {false, "Y", 100, 36525 * kDay};
  return {false, "D", 1, kDay};
}

constexpr double kMostYears = 3000;  // longer spans are geology and would leave the calendar

}  // namespace

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

// ---------------------------------------------------------------------------------------------------- setting values

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
  set_span(make_date(year, static_cast<unsigned>(month), 1), last_of_month(year, static_cast<unsigned>(month)), Precision::month, time);
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
  if (tense == Tense::past) return same <= today ? same : before;
  if (tense == Tense::future) return same >= today ? same : after;
  const Date* best = &choices[0];
  for (const Date& choice : choices)
    if (std::abs(days_between(choice, today)) < std::abs(days_between(*best, today))) best = &choice;
  return *best;
}

// ---------------------------------------------------------------------------------------------------------- dates

void TimeResolver::date(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  time.kind = TimeKind::DATE;
  if (m.decade != kNone) return set_decade(m.decade, time);
  if (m.century != kNone) {
    time.value = two(m.century);
    if (m.century > 0) {
      set_span(make_date(m.century * 100, 1, 1), make_date(m.century * 100 + 99, 12, 31), Precision::decade, time);
      time.precision.reset();
    }
    return;
  }
  if (m.quarter != kNone || m.half != kNone) return quarter(m, tense, time);
  if (!m.season.empty()) return season(m, tense, time);
  if (m.month != kNone) return month_or_day(m, tense, time);
  if (m.year != kNone) {
    set_year(m.year, time);
    note_year(m.year);
  }
}

void TimeResolver::month_or_day(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  const auto make = [&](int year) {
    const Date last = last_of_month(year, static_cast<unsigned>(m.month));
    return m.day == kNone ? make_date(year, static_cast<unsigned>(m.month), 1)
                          : make_date(year, static_cast<unsigned>(m.month), std::min(static_cast<unsigned>(m.day), static_cast<unsigned>(last.day())));
  };
  const auto set = [&](int year) { m.day == kNone ? set_month(year, m.month, time) : set_day(make(year), time); };
  if (const int year = year_by(m); year != kNone) {
    if (m.year == kNone) time.basis = TimeBasis::publication;
    else note_year(m.year);
    return set(year);
  }
  if (m.value == "9/11" && this_year_ && *this_year_ > 2001) return set(2001);
  if (historical_ && told_.grain != Grain::none) {
    // The telling goes forward: the first such day from shortly before the last one named.
    const int year = year_of(told_.day);
    const int gap = month_of(told_.day) - m.month;
    time.basis = TimeBasis::narrative;
    time.anchor = told_.index;
    return set(told_.grain != Grain::year && gap > 7 ? year + 1 : year);
  }
  if (!today_ && !this_year_) {
    time.value = "XXXX-" + two(m.month) + (m.day == kNone ? "" : "-" + two(m.day));
    time.precision = m.day == kNone ? Precision::month : Precision::day;
    return;
  }
  if (!today_) {
    time.basis = TimeBasis::publication;
    return set(*this_year_);
  }
  time.basis = tense == Tense::unknown || !m.which.empty() ? TimeBasis::publication : TimeBasis::tense;
  const int year = year_of(*today_), now = month_of(*today_);
  if (m.which == "last") return set(m.month < now ? year : year - 1);
  if (m.which == "next") return set(m.month > now ? year : year + 1);
  if (m.which == "this") return set(year);
  if (m.day == kNone && m.month == now) return set(year);
  if (m.day == kNone && tense == Tense::past) return set(m.month <= now ? year : year - 1);
  if (m.day == kNone && tense == Tense::future) return set(m.month >= now ? year : year + 1);
  // A day more than some eight months ago would have its year: "declared a dividend payable Dec. 7", written in October.
  if (m.day != kNone && tense == Tense::past) {
    const int ahead = days_between(*today_, make(year)), wrapped = days_between(*today_, make(year + 1));
    if (ahead > 0 && ahead < 110) return set(year);
    if (ahead < 0 && wrapped < 110) return set(year + 1);
  }
  set(year_of(nearest(make(year - 1), make(year), make(year + 1), tense)));
}

void TimeResolver::quarter(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  int year = year_by(m);
  if (year == kNone) {
    time.basis = TimeBasis::publication;
    if (!today_) {
      time.value = m.quarter != kNone ? "XXXX-Q" + std::to_string(m.quarter) : "XXXX-H" + std::to_string(m.half);
      return;
    }
    year = year_of(*today_);
    const int begins = m.quarter != kNone ? 3 * m.quarter - 2 : 6 * m.half - 5;
    // Companies tell of the quarter that ended last; one long over and still to come is next year's.
    if (begins > month_of(*today_) && (tense != Tense::future || begins > month_of(*today_) + 3)) --year;
    if (tense == Tense::future && begins + 8 < month_of(*today_)) ++year;
  }
  if (m.quarter != kNone) return set_quarter(year, m.quarter, time);
  time.value = year_value(year) + "-H" + std::to_string(m.half);
  const auto first = static_cast<unsigned>(6 * m.half - 5);
  set_span(make_date(year, first, 1), last_of_month(year, first + 5), Precision::quarter, time);
}

void TimeResolver::season(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  int year = year_by(m);
  const int begins = first_month_of(m.season);
  if (year == kNone && historical_ && told_.grain != Grain::none && m.which.empty()) {
    year = year_of(told_.day);
    time.basis = TimeBasis::narrative;
    time.anchor = told_.index;
  }
  if (year == kNone) {
    time.basis = TimeBasis::publication;
    if (!today_) {
      time.value = "XXXX-" + m.season;
      return;
    }
    const int month = month_of(*today_);
    year = year_of(*today_);
    if (m.season == "WI" && month <= 2 && m.which != "next") --year;  // the winter that began last December
    const bool over = begins + 2 < month || (begins == 12 && month > 2 && month < 12);
    const bool ahead = begins > month && !(begins == 12 && month <= 2);
    if (m.which == "last" && !over && m.season != "WI") --year;
    else if (m.which == "last" && m.season == "WI") year -= 1;
    else if (m.which == "next" && !ahead) ++year;
    else if (m.which.empty() && ahead && tense == Tense::past) --year;
    else if (m.which.empty() && over && tense == Tense::future) ++year;
  }
  time.value = year_value(year) + "-" + m.season;
  const Date first = make_date(year, static_cast<unsigned>(begins), 1);
  set_span(first, add_days(add_months(first, 3), -1), Precision::quarter, time);
}

void TimeResolver::weekday(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  if (m.plural) {
    time.kind = TimeKind::SET;
    time.value = "XXXX-WXX-" + std::to_string(m.weekday) + (m.part.empty() ? "" : "T" + m.part);
    return;
  }
  time.kind = TimeKind::DATE;
  const bool of_text = m.which == "previous" || m.which == "following" || m.which == "same";
  if (of_text && told_lately()) {
    int days = (m.weekday - weekday_of(told_.day) + 7) % 7;
    if (m.which == "following" && days == 0) days = 7;
    if (m.which == "previous") days = days == 0 ? -7 : days - 7;
    time.basis = TimeBasis::narrative;
    time.anchor = told_.index;
    return set_day(add_days(told_.day, days), time);
  }
  if (historical_ && told_lately() && m.which.empty() && told_.grain == Grain::day) {
    time.basis = TimeBasis::narrative;
    time.anchor = told_.index;
    return set_day(add_days(told_.day, (m.weekday - weekday_of(told_.day) + 7) % 7), time);
  }
  if (!today_) {
    time.value = "XXXX-WXX-" + std::to_string(m.weekday);
    time.precision = Precision::day;
    return;
  }
  const int now = weekday_of(*today_);
  const int back = (now - m.weekday + 7) % 7, ahead = (m.weekday - now + 7) % 7;
  time.basis = TimeBasis::publication;
  ++new_dates_;
  if (m.which == "last") return set_day(add_days(*today_, back == 0 ? -7 : -back), time);
  if (m.which == "next") {
    // Of the following week; on a Saturday or Sunday the next one that comes.
    const int days = now >= 6 ? (ahead == 0 ? 7 : ahead) : 8 - now + m.weekday - 1;
    return set_day(add_days(*today_, days), time);
  }
  if (m.which == "this") return set_day(tense == Tense::past ? add_days(*today_, -back) : add_days(*today_, ahead), time);
  if (tense != Tense::unknown) time.basis = TimeBasis::tense;
  set_day(tense == Tense::future ? add_days(*today_, ahead) : add_days(*today_, -back), time);
}

// ---------------------------------------------------------------------------------------------------------- units

void TimeResolver::weekend(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  if (!today_) {
    time.value = "XXXX-WXX-WE";
    return;
  }
  time.basis = TimeBasis::publication;
  Date monday = first_of_week(*today_);
  const int now = weekday_of(*today_);
  if (m.which == "last" || m.which == "previous") monday = add_days(monday, -7);
  else if (m.which == "next" || m.which == "following") monday = add_days(monday, now >= 6 ? 7 : m.which == "next" ? 7 : 0);
  else if (now < 5 && tense != Tense::future && (m.which.empty() || (tense == Tense::past && now <= 2))) monday = add_days(monday, -7);
  time.value = week_value(monday) + "-WE";
  set_span(add_days(monday, 5), add_days(monday, 6), Precision::day, time);
}

void TimeResolver::unit(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  time.kind = TimeKind::DATE;
  if (m.unit == "WE") return weekend(m, tense, time);
  const bool of_text = m.which == "previous" || m.which == "following" || m.which == "same";
  const bool told = told_lately();
  std::optional<Date> from = today_;
  time.basis = TimeBasis::publication;
  if ((of_text || (m.which.empty() && historical_)) && told) {
    from = told_.day;
    time.basis = TimeBasis::narrative;
    time.anchor = told_.index;
  }
  int step = m.which == "last" || m.which == "previous" ? -1 : m.which == "next" || m.which == "following" ? 1 : 0;
  if (!from && this_year_ && m.unit == "Y") return set_year(*this_year_ + step, time);
  if (!from) {
    time.value = m.unit == "W" ? "XXXX-WXX" : m.unit == "D" ? "XXXX-XX-XX" : m.unit == "M" ? "XXXX-XX" : "XXXX";
    time.basis = TimeBasis::expression;
    return;
  }
  const int year = year_of(*from);
  if (m.unit == "D") return set_day(add_days(*from, step), time);
  if (m.unit == "W") return set_week(add_days(*from, 7 * step), time);
  if (m.unit == "FN") return set_week(add_days(*from, 14 * step), time);
  if (m.unit == "M") {
    const Date month = add_months(make_date(year, static_cast<unsigned>(month_of(*from)), 1), step);
    return set_month(year_of(month), month_of(month), time);
  }
  if (m.unit == "Q") {
    // "the quarter", "the latest quarter": the one told, else the one that ended last.
    if ((m.which.empty() || m.which == "latest") && told && told_.grain == Grain::quarter) {
      time.basis = TimeBasis::narrative;
      time.anchor = told_.index;
      return set_quarter(year_of(told_.day), (month_of(told_.day) + 2) / 3, time);
    }
    if (m.which.empty() || m.which == "latest") step = -1;
    const int number = year * 4 + (month_of(*from) - 1) / 3 + step;
    return set_quarter(number / 4, number % 4 + 1, time);
  }
  if (m.unit == "Y") {
    // "the year-earlier quarter"
    if (told && told_.grain == Grain::quarter && m.which == "last" && tense == Tense::unknown && time.words.first + 1 < time.words.last)
      return set_quarter(year_of(told_.day) - 1, (month_of(told_.day) + 2) / 3, time);
    return set_year(year + step, time);
  }
  if (m.unit == "DE") return set_decade(year / 10 + step, time);
  if (m.unit == "CE") time.value = two(year / 100 + step);
}

void TimeResolver::count(const TimeMeaning& m, TimeExpression& time) {
  time.kind = TimeKind::DATE;
  const bool told = m.from_text && told_lately();
  std::optional<Date> from = told ? std::optional(told_.day) : today_;
  time.basis = told ? TimeBasis::narrative : TimeBasis::publication;
  if (told) time.anchor = told_.index;
  if (!from && this_year_ && (m.unit == "Y" || m.unit == "DE") && std::abs(m.amount) < kMostYears / 10)
    return set_year(*this_year_ + static_cast<int>(std::lround(m.amount * (m.unit == "DE" ? 10 : 1))), time);
  const UnitForm form = form_of(m.unit);
  if (!from || std::abs(m.amount) * form.seconds > kMostYears * 365.25 * 86400 / 2) {
    length(m, time);  // how long before is told, not when
    return;
  }
  const int amount = static_cast<int>(std::lround(m.amount * form.factor));
  if (m.unit == "D") return set_day(add_days(*from, amount), time);
  if (m.unit == "W" || m.unit == "FN") {
    if (told && told_.grain == Grain::day) return set_day(add_days(*from, 7 * amount), time);
    return set_week(add_days(*from, 7 * amount), time);
  }
  if (m.unit == "M" || m.unit == "Q") {
    const Date month = add_months(make_date(year_of(*from), static_cast<unsigned>(month_of(*from)), 1), amount);
    return set_month(year_of(month), month_of(month), time);
  }
  if (form.of_day) return set_day(add_days(*from, static_cast<int>(m.amount * form.seconds / 86400)), time);
  // Years. In business news "a year ago" takes the grain of what it is compared with.
  const int year = year_of(*from) + amount;
  if (told_.grain == Grain::quarter && told_lately() && amount < 0) {
    time.basis = TimeBasis::narrative;
    time.anchor = told_.index;
    return set_quarter(year_of(told_.day) + amount, (month_of(told_.day) + 2) / 3, time);
  }
  if (told && told_.grain == Grain::month) return set_month(year, month_of(*from), time);
  set_year(year, time);
}

void TimeResolver::length(const TimeMeaning& m, TimeExpression& time) {
  time.kind = TimeKind::DURATION;
  const UnitForm form = form_of(m.unit);
  const double amount = std::abs(m.amount) * form.factor;
  if (m.vague) {
    time.value = (form.of_day ? "PTX" : "PX") + std::string(m.unit == "DE" ? "DE" : m.unit == "CE" ? "CE" : form.letter);
    return;
  }
  if (form.of_day && form.letter[0] == 'H' && amount != std::floor(amount)) time.value = "PT" + amount_text(std::round(amount * 60)) + "M";
  else if (!form.of_day && form.letter[0] == 'Y' && amount != std::floor(amount) && amount < 100) time.value = "P" + amount_text(std::round(amount * 12)) + "M";
  else time.value = (form.of_day ? "PT" : "P") + amount_text(amount) + form.letter;
  time.duration_low = time.duration_high = std::abs(m.amount) * form.seconds;
}

// ---------------------------------------------------------------------------------------------- days, holidays, clocks

void TimeResolver::holiday(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  time.kind = TimeKind::DATE;
  const int year = year_by(m);
  std::optional<Date> day;
  if (m.holiday->rule == Holiday::Rule::once) day = date_of(*m.holiday, 0);
  else if (year != kNone) day = date_of(*m.holiday, year);
  else if (today_) {
    const int now = year_of(*today_);
    time.basis = tense == Tense::unknown ? TimeBasis::publication : TimeBasis::tense;
    const Date same = date_of(*m.holiday, now);
    if (m.which == "last") day = same < *today_ ? same : date_of(*m.holiday, now - 1);
    else if (m.which == "next") day = same > *today_ ? same : date_of(*m.holiday, now + 1);
    else if (m.which == "this") day = same;
    else day = nearest(date_of(*m.holiday, now - 1), same, date_of(*m.holiday, now + 1), tense);
  }
  if (!day) {
    time.value = m.holiday->rule == Holiday::Rule::fixed ? "XXXX-" + two(m.holiday->month) + "-" + two(m.holiday->day) : "XXXX-XX-XX";
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
    time.value += "T" + two(m.minute / 60) + ":" + two(m.minute % 60);
    time.precision = m.minute % 60 == 0 ? Precision::hour : Precision::minute;
    const auto minute = static_cast<std::uint16_t>(m.minute);
    if (time.interval.earliest) time.interval.earliest->minute = minute;
    if (time.interval.latest) time.interval.latest->minute = minute;
  } else if (!m.part.empty()) {
    time.kind = TimeKind::TIME;
    time.value += "T" + m.part;
  }
}

// ------------------------------------------------------------------------------------------------------------------

void TimeResolver::resolve(const TimeMeaning& m, Tense tense, std::uint32_t sentence, std::int32_t index, TimeExpression& time) {
  sentence_ = sentence;
  switch (m.shape) {
    case Shape::date: date(m, tense, time); break;
    case Shape::weekday: weekday(m, tense, time); break;
    case Shape::unit: unit(m, tense, time); break;
    case Shape::count: count(m, time); break;
    case Shape::length: length(m, time); break;
    case Shape::day:
      ++new_dates_;
      [[fallthrough]];
    case Shape::part: day_or_part(m, time); break;
    case Shape::clock: clock(m, time); break;
    case Shape::holiday: holiday(m, tense, time); break;
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
  if (time.kind == TimeKind::DURATION || time.kind == TimeKind::SET || !time.interval.earliest || !time.precision) return;
  Grain grain = Grain::none;
  switch (*time.precision) {
    case Precision::minute:
    case Precision::hour:
    case Precision::day: grain = Grain::day; break;
    case Precision::week: grain = Grain::week; break;
    case Precision::month: grain = Grain::month; break;
    case Precision::quarter: grain = Grain::quarter; break;
    case Precision::year: grain = Grain::year; break;
    case Precision::decade: grain = Grain::decade; break;
  }
  if (!m.season.empty() || m.half != kNone) grain = Grain::month;
  told_ = {time.interval.earliest->day, grain, sentence, index};
}

}  // namespace wireroom
