// Units counted from publication or from what was told ("last week", "two years ago", "a month later"), and lengths,
// which are counted from nothing. Lengths are in seconds, with the mean Gregorian year of 365.25 days and month
// of 30.4375.
#include <cmath>
#include <cstdlib>

#include "time/calendar_arithmetic.h"
#include "time/time_resolver.h"

namespace wireroom {
namespace {

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
  if (unit == "Q") return {false, "Q", 1, 91.3125 * kDay};
  if (unit == "Y") return {false, "Y", 1, 365.25 * kDay};
  if (unit == "DE") return {false, "Y", 10, 3652.5 * kDay};
  if (unit == "CE") return {false, "Y", 100, 36525 * kDay};
  return {false, "D", 1, kDay};
}

constexpr double kMostYears = 3000;  // longer spans are geology and would leave the calendar

}  // namespace

void TimeResolver::weekend(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  if (!today_) {
    time.value = "XXXX-WXX-WE";
    return;
  }
  time.basis = TimeBasis::publication;
  Date monday = first_of_week(*today_);
  const int now = weekday_of(*today_);
  if (m.which == "last" || m.which == "previous")
    monday = add_days(monday, -7);
  else if (m.which == "next" || m.which == "following")
    monday = add_days(monday, now >= 6 ? 7 : m.which == "next" ? 7 : 0);
  else if (now < 5 && tense != Tense::future && (m.which.empty() || (tense == Tense::past && now <= 2)))
    monday = add_days(monday, -7);
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
    if ((m.which.empty() || m.which == "latest") && account_lately()) return set_account(0, time);
    if (m.which.empty() || m.which == "latest") step = -1;
    const int number = year * 4 + (month_of(*from) - 1) / 3 + step;
    return set_quarter(number / 4, number % 4 + 1, time);
  }
  if (m.unit == "Y") {
    // "the year-earlier quarter"
    if (account_lately() && m.which == "last" && m.year_earlier) return set_account(-1, time);
    return set_year(year + step, time);
  }
  if (m.unit == "DE") return set_decade(year / 10 + step, time);
  if (m.unit == "CE") time.value = two_digits(year / 100 + step);
}

void TimeResolver::count(const TimeMeaning& m, Tense tense, TimeExpression& time) {
  time.kind = TimeKind::DATE;
  if (m.from_text && told_ahead() && tense != Tense::future && !historical_) return length(m, time);
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
    const Date month = add_months(make_date(year_of(*from), static_cast<unsigned>(month_of(*from)), 1),
                                  m.unit == "Q" ? 3 * amount : amount);
    return set_month(year_of(month), month_of(month), time);
  }
  if (form.of_day) return set_day(add_days(*from, static_cast<int>(m.amount * form.seconds / 86400)), time);
  // Years. In business news "a year ago" takes the grain of what it is compared with.
  const int year = year_of(*from) + amount;
  if (account_lately() && amount < 0 && amount > -3 && !(told && told_.grain == Grain::day))
    return set_account(amount, time);
  if (told && told_.grain == Grain::month) return set_month(year, month_of(*from), time);
  set_year(year, time);
}

void TimeResolver::length(const TimeMeaning& m, TimeExpression& time) {
  time.kind = TimeKind::DURATION;
  const UnitForm form = form_of(m.unit);
  const double amount = std::abs(m.amount) * form.factor;
  if (m.vague) {
    time.value = (form.of_day ? "PTX" : "PX") + std::string(m.unit == "DE"   ? "DE"
                                                            : m.unit == "CE" ? "CE"
                                                                             : form.letter);
    return;
  }
  if (form.of_day && form.letter[0] == 'H' && amount != std::floor(amount))
    time.value = "PT" + amount_text(std::round(amount * 60)) + "M";
  else if (!form.of_day && form.letter[0] == 'Y' && amount != std::floor(amount) && amount < 100)
    time.value = "P" + amount_text(std::round(amount * 12)) + "M";
  else
    time.value = (form.of_day ? "PT" : "P") + amount_text(amount) + form.letter;
  time.duration_low = time.duration_high = std::abs(m.amount) * form.seconds;
}

}  // namespace wireroom
