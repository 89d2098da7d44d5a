#include "time/calendar_arithmetic.h"

#include <cstdio>

namespace wireroom {

using std::chrono::days;
using std::chrono::sys_days;

Date make_date(int year, unsigned month, unsigned day) {
  return Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
}
Date add_days(const Date& day, int count) { return Date(sys_days(day) + days(count)); }
int days_between(const Date& from, const Date& to) { return static_cast<int>((sys_days(to) - sys_days(from)).count()); }
int weekday_of(const Date& day) { return static_cast<int>(std::chrono::weekday(sys_days(day)).iso_encoding()); }
int year_of(const Date& day) { return static_cast<int>(day.year()); }
int month_of(const Date& day) { return static_cast<int>(static_cast<unsigned>(day.month())); }
int day_of(const Date& day) { return static_cast<int>(static_cast<unsigned>(day.day())); }

Date last_of_month(int year, unsigned month) {
  return Date(std::chrono::year_month_day_last(std::chrono::year(year),
                                               std::chrono::month_day_last(std::chrono::month(month))));
}

Date add_months(const Date& day, int months) {
  const int count = year_of(day) * 12 + month_of(day) - 1 + months;
  const int year = count / 12;
  const auto month = static_cast<unsigned>(count % 12 + 1);
  const Date last = last_of_month(year, month);
  return day.day() > last.day() ? last : Date(last.year(), last.month(), day.day());
}

Date first_of_week(const Date& day) { return add_days(day, 1 - weekday_of(day)); }

std::pair<int, int> iso_week(const Date& day) {
  const Date thursday = add_days(day, 4 - weekday_of(day));
  const int year = year_of(thursday);
  return {year, days_between(make_date(year, 1, 1), thursday) / 7 + 1};
}

Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return make_date(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

Date nth_weekday(int year, unsigned month, int weekday, int n) {
  if (n < 0) {
    const Date last = last_of_month(year, month);
    return add_days(last, -((weekday_of(last) - weekday + 7) % 7));
  }
  const Date first = make_date(year, month, 1);
  return add_days(first, (weekday - weekday_of(first) + 7) % 7 + 7 * (n - 1));
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }
std::string week_value(const Date& day) {
  const auto [year, week] = iso_week(day);
  char text[24];
  std::snprintf(text, sizeof text, "%04d-W%02d", year, week);
  return text;
}
std::string month_value(int year, int month) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d", year, month);
  return text;
}
std::string year_value(int year) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d", year);
  return text;
}

}  // namespace wireroom
