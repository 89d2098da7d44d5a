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
  if (progress_ && done_.reports > 0) {
    wipe();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    std::fputs(fmt::format("{} reports in {:.1f} s\n", done_.reports, seconds).c_str(), stderr);
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

void Messages::done(std::size_t text_bytes, const Reader::Position& input, std::uint64_t passed_over) {
  const std::lock_guard<std::mutex> lock(mutex_);
  ++done_.reports;
  done_.text_bytes += text_bytes;
  const auto now = std::chrono::steady_clock::now();
  if (!progress_ || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  done_.seconds = std::chrono::duration<double>(now - begin_).count();
  done_.read = input.read;
  done_.all = input.all;
  done_.passed_over = passed_over;
  std::fputs(fmt::format("\r\x1b[K{}", progress_line(done_)).c_str(), stderr);
  std::fflush(stderr);
  progress_shown_ = true;
}

}  // namespace wireroom::cli
