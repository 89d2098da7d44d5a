// What goes to standard error: errors always, notes and progress unless --quiet.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>

#include "cli/options.h"
#include "cli/progress.h"
#include "input/source.h"

namespace wireroom::cli {

// Thread-safe. A line of progress is wiped before any other line is printed.
class Messages {
 public:
  explicit Messages(const Options& options);
  ~Messages();

  void error(std::string_view message);
  void note(std::string_view message);
  // One more report is done. `input` tells how far the input is; of its bytes, `passed_over` took no time.
  void done(std::size_t text_bytes, const Reader::Position& input, std::uint64_t passed_over);
  [[nodiscard]] bool any_error() const { return any_error_; }

 private:
  void line(std::string_view message);
  void wipe();
  bool quiet_, progress_;
  bool any_error_ = false, progress_shown_ = false;
  Progress done_;
  std::chrono::steady_clock::time_point begin_, last_;
  std::mutex mutex_;
};

}  // namespace wireroom::cli
