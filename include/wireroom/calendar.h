// Calendar days and intervals as the records hold them. No clocks: the program never asks the machine for the time.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wireroom {

using Date = std::chrono::year_month_day;

enum class Precision : std::uint8_t { minute, hour, day, week, month, quarter, year, decade };
[[nodiscard]] const char* name(Precision precision);

// A moment of a day: minutes since midnight, or none where only the day is known.
struct Moment {
  Date day;
  std::optional<std::uint16_t> minute;
  friend bool operator==(const Moment&, const Moment&) = default;
};

// Both ends included: 2016-03-23..2016-03-23 is one day. An absent end is open.
struct Interval {
  std::optional<Moment> earliest, latest;
  friend bool operator==(const Interval&, const Interval&) = default;
};

// "2016-03-24", and with a minute "2016-03-24T10:35".
[[nodiscard]] std::string iso(const Date& date);
[[nodiscard]] std::string iso(const Moment& moment);
// Reads YYYY-MM-DD, also as the beginning of YYYY-MM-DDThh:mm…; nothing if it is no real day.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

}  // namespace wireroom
