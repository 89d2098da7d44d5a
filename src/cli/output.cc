#include "cli/output.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace wireroom::cli {

bool Output::write(std::string_view bytes) {
  const std::lock_guard<std::mutex> lock(busy_);
  while (!bytes.empty() && state_ == State::open) {
    const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
    if (done >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(done));
    } else if (errno == EAGAIN) {  // a pipe that somebody else has made non-blocking
      pollfd ready{descriptor_, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      state_ = errno == EPIPE ? State::closed_pipe : State::failed;
      error_ = std::strerror(errno);
    }
  }
  return state_ == State::open;
}

int print(std::string_view text) {
  Output output(STDOUT_FILENO);
  output.write(text);
  return output_status(output);
}

int output_status(const Output& output) {
  if (output.state() != Output::State::failed) return 0;  // who closed a pipe has read enough
  std::fprintf(stderr, "wireroom: standard output: %s; what was not written is lost, make room and run again\n",
               output.error().c_str());
  return 3;
}

}  // namespace wireroom::cli
