// What goes to standard error: errors always, notes and progress unless --quiet.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string_view>

#include "cli/options.h"

namespace wireroom::cli {

// Thread-safe. A line of progress is wiped before any other line is printed.
class Messages {
 public:
  explicit Messages(const Options& options);
  ~Messages();

  void error(std::string_view message);
  void note(std::string_view message);
  // One more report is done.
  void done(std::size_t bytes);
  [[nodiscard]] bool any_error() const { return any_error_; }

 private:
  void line(std::string_view message);
  void wipe();
  bool quiet_, progress_;
  bool any_error_ = false, progress_shown_ = false;
  std::size_t reports_ = 0, bytes_ = 0;
  std::chrono::steady_clock::time_point begin_, last_;
  std::mutex mutex_;
};

}  // namespace wireroom::cli
