// Days, weeks and months counted: small functions over std::chrono's calendar for the resolver of times.
// Pure; every date is one of the proleptic Gregorian calendar, days are civil days without zone. Callers pass months 1
// to 12 and days that exist (the resolver's rules see to that); the functions do not check.
//
//   week_value(make_date(2016, 3, 24)) == "2016-W12"; weekday_of(make_date(2016, 3, 24)) == 4   // a Thursday
#pragma once

#include <string>
#include <utility>

#include "wireroom/calendar.h"

namespace wireroom {

[[nodiscard]] Date add_days(const Date& day, int days);
[[nodiscard]] Date add_months(const Date& day, int months);  // the day is kept, or the last of a shorter month
[[nodiscard]] int days_between(const Date& from, const Date& to);
[[nodiscard]] int weekday_of(const Date& day);  // 1 Monday … 7 Sunday
[[nodiscard]] Date make_date(int year, unsigned month, unsigned day);
[[nodiscard]] Date last_of_month(int year, unsigned month);
[[nodiscard]] Date first_of_week(const Date& day);                             // its Monday
[[nodiscard]] std::pair<int, int> iso_week(const Date& day);                   // year and number of its week (ISO 8601)
[[nodiscard]] Date easter(int year);                                           // Gregorian (Meeus, Jones, Butcher)
[[nodiscard]] Date nth_weekday(int year, unsigned month, int weekday, int n);  // n = -1 the last
[[nodiscard]] int year_of(const Date& day);
[[nodiscard]] int month_of(const Date& day);
[[nodiscard]] int day_of(const Date& day);

// Values as in TIMEX3 (ISO-TimeML, ISO 24617-1): "2016-03-24", "2016-W12", "2016-03", "2016-Q1", "2016".
[[nodiscard]] std::string two_digits(int number);  // "03"
[[nodiscard]] std::string week_value(const Date& day);
[[nodiscard]] std::string month_value(int year, int month);
[[nodiscard]] std::string year_value(int year);

}  // namespace wireroom
