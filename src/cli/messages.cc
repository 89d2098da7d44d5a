#include "cli/messages.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>
#include <string>

#include "cli/terminal.h"

namespace wireroom::cli {

Messages::Messages(const Options& options)
    : quiet_(options.quiet),
      // On a terminal that also shows the records the line of progress would be in the way.
      progress_(options.progress == When::always || (options.progress == When::automatic && !options.quiet &&
                                                     is_terminal(STDERR_FILENO) && !is_terminal(STDOUT_FILENO))),
      begin_(std::chrono::steady_clock::now()),
      last_(begin_) {}

Messages::~Messages() {
  if (progress_ && reports_ > 0) {
    wipe();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    std::fputs(fmt::format("{} reports in {:.1f} s\n", reports_, seconds).c_str(), stderr);
  }
}

void Messages::wipe() {
  if (progress_shown_) std::fputs("\r\x1b[K", stderr);
  progress_shown_ = false;
}

void Messages::line(std::string_view message) {
  wipe();
  std::fputs(fmt::format("wireroom: {}\n", message).c_str(), stderr);
}

void Messages::error(std::string_view message) {
  const std::lock_guard<std::mutex> lock(mutex_);
  any_error_ = true;
  line(message);
}

void Messages::note(std::string_view message) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (!quiet_) line(message);
}

void Messages::done(std::size_t bytes) {
  const std::lock_guard<std::mutex> lock(mutex_);
  ++reports_;
  bytes_ += bytes;
  const auto now = std::chrono::steady_clock::now();
  if (!progress_ || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  std::fputs(fmt::format("\r\x1b[K{} reports, {:.1f} MB, {:.0f} reports a second", reports_,
                         static_cast<double>(bytes_) / 1e6, static_cast<double>(reports_) / seconds)
                 .c_str(),
             stderr);
  std::fflush(stderr);
  progress_shown_ = true;
}

}  // namespace wireroom::cli
