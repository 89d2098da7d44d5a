#include "cli/progress.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace wireroom::cli {
namespace {

constexpr double kFirstGuess = 2;  // seconds; before, the rate is that of the start of the program

std::string time_left(double seconds) {
  const auto minutes = static_cast<long>(std::ceil(seconds / 60));
  if (seconds < 60) return fmt::format("{} s left", static_cast<long>(std::ceil(seconds)));
  if (minutes < 60) return fmt::format("{} min left", minutes);
  return fmt::format("{} h {} min left", minutes / 60, minutes % 60);
}

}  // namespace

std::string progress_line(const Progress& done) {
  std::string line =
      fmt::format("{} reports, {:.1f} MB, {:.0f} reports a second", done.reports,
                  static_cast<double>(done.text_bytes) / 1e6, static_cast<double>(done.reports) / done.seconds);
  if (!done.all || *done.all == 0) return line;
  const double all = static_cast<double>(*done.all);
  const double read = std::min(static_cast<double>(done.read), all);  // a file may have grown
  line += fmt::format(", {:.0f} %", std::floor(100 * read / all));
  const double worked = read - static_cast<double>(done.passed_over);
  if (worked > 0 && done.seconds >= kFirstGuess)
    line += fmt::format(", {}", time_left((all - read) * done.seconds / worked));
  return line;
}

}  // namespace wireroom::cli
