// Which day, month, quarter, season or year? Where the words leave the year or the week open ("in May", "on Friday"),
// the tense of the telling chooses the side of publication; in a report of old times the last date told does.
#include <algorithm>

#include "time/calendar_arithmetic.h"
#include "time/time_resolver.h"

namespace wireroom {
namespace {

int first_month_of(const std::string& season) {
  return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
}

}  // namespace

void TimeResolver::date(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  time.kind = TimeKind::DATE;
  if (m.decade != kNone) return set_decade(m.decade, time);
  if (m.century != kNone) {
    time.value = two_digits(m.century);
    if (m.century > 0) {
      set_span(make_date(m.century * 100, 1, 1), make_date(m.century * 100 + 99, 12, 31), Precision::decade, time);
      time.precision.reset();
    }
    return;
  }
  if (m.before_christ) {  // before the calendar of the intervals
    std::string digits = std::to_string(m.year);
    digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
    time.value = "BC" + digits + (m.season.empty() ? "" : "-" + m.season) +
                 (m.month == kNone ? "" : "-" + two_digits(m.month)) +
                 (m.month == kNone || m.day == kNone ? "" : "-" + two_digits(m.day));
    time.precision = m.month == kNone ? Precision::year : m.day == kNone ? Precision::month : Precision::day;
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
                          : make_date(year, static_cast<unsigned>(m.month),
                                      std::min(static_cast<unsigned>(m.day), static_cast<unsigned>(last.day())));
  };
  const auto set = [&](int year) { m.day == kNone ? set_month(year, m.month, time) : set_day(make(year), time); };
  if (const int year = year_by(m); year != kNone) {
    if (m.year == kNone)
      time.basis = TimeBasis::publication;
    else
      note_year(m.year);
    return set(year);
  }
  if (m.value == "9/11" && this_year_ && *this_year_ > 2001) return set(2001);
  // A month that owns what happened in it ("December's rampage") is one that the readers remember.
  const bool remembered = m.owner && m.day == kNone && today_;
  if (historical_ && told_.grain != Grain::none && tense != Tense::future && !remembered) {
    // The telling goes forward: the first such day from shortly before the last one named.
    const int year = year_of(told_.day);
    const int gap = month_of(told_.day) - m.month;
    time.basis = TimeBasis::narrative;
    time.anchor = told_.index;
    return set(told_.grain != Grain::year && gap > 7 ? year + 1 : year);
  }
  if (!today_ && !this_year_) {
    time.value = "XXXX-" + two_digits(m.month) + (m.day == kNone ? "" : "-" + two_digits(m.day));
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
  // "March" told in June of something planned is next year's only if nothing nearer lies behind
  if (m.day == kNone && tense == Tense::future && m.month < now && now - m.month <= 3) return set(year);
  if (m.day == kNone && tense == Tense::future) return set(m.month >= now ? year : year + 1);
  // A day more than some eight months ago would have its year: "declared a dividend payable Dec. 7", written in
  // October.
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
  if (year == kNone && historical_ && tense != Tense::future && told_.grain != Grain::none && m.which.empty()) {
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
    if (m.which == "last" && !over && m.season != "WI")
      --year;
    else if (m.which == "last" && m.season == "WI")
      year -= 1;
    else if (m.which == "next" && !ahead)
      ++year;
    else if (m.which.empty() && ahead && tense == Tense::past)
      --year;
    else if (m.which.empty() && over && tense == Tense::future)
      ++year;
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
  if (of_text && told_lately() && (tense == Tense::future || historical_ || !told_ahead())) {
    int days = (m.weekday - weekday_of(told_.day) + 7) % 7;
    if (m.which == "following" && days == 0) days = 7;
    if (m.which == "previous") days = days == 0 ? -7 : days - 7;
    time.basis = TimeBasis::narrative;
    time.anchor = told_.index;
    return set_day(add_days(told_.day, days), time);
  }
  if (historical_ && tense != Tense::future && told_lately() && m.which.empty() && told_.grain == Grain::day) {
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
  if (m.which == "this")
    return set_day(tense == Tense::past ? add_days(*today_, -back) : add_days(*today_, ahead), time);
  if (tense != Tense::unknown) time.basis = TimeBasis::tense;
  set_day(tense == Tense::future ? add_days(*today_, ahead) : add_days(*today_, -back), time);
}

}  // namespace wireroom
