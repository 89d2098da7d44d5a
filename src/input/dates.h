// Dates as date lines, datelines and URLs print them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "base/table.h"
#include "wireroom/calendar.h"

namespace wireroom {

struct PrintedDate {
  int year = 0;                    // 0: not printed
  unsigned month = 0;              // 1..12
  unsigned day = 0;                // 0: not printed
  std::size_t begin = 0, end = 0;  // bytes within the text that was searched
  // The calendar day; the first of the month if there is no day. Nothing without a year or if there is no such day.
  [[nodiscard]] std::optional<Date> date() const;
  [[nodiscard]] Precision precision() const { return day ? Precision::day : Precision::month; }
};

class DateReader {
 public:
  static Result<DateReader> load();

  // The first date in the text from byte `from` on: "March 24, 2016", "24 March 2016", "Mar 24", "2016-03-24",
  // "2016/03/24", "24/03/2016" (only where one number is over 12), "March 2016".
  [[nodiscard]] std::optional<PrintedDate> find(std::string_view text, std::size_t from = 0) const;
  // The day in an address's path: "/2016/03/24/", "/2016-03-24-", "/20160324".
  [[nodiscard]] std::optional<PrintedDate> in_url(std::string_view url) const;
  // 1..12 if the word is a month's name or short form (case ignored, a full stop allowed), else 0.
  [[nodiscard]] unsigned month(std::string_view word) const;

 private:
  explicit DateReader(Table months) : months_(std::move(months)) {}
  Table months_;
};

}  // namespace wireroom
