// Standard output: whole reports only, in few system calls, errors told apart.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace wireroom::cli {

class Output {
 public:
  enum class State { open, closed_pipe, failed };

  explicit Output(int descriptor) : descriptor_(descriptor) {}

  // Writes all bytes, or notes why not. False after the first failure, and for ever after it.
  bool write(std::string_view bytes);
  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] const std::string& error() const { return error_; }

  // Until the bytes that are being written are written, so that a signal never cuts a report in two; for ever after it
  // nothing is written any more.
  void wait() { busy_.lock(); }

 private:
  int descriptor_;
  State state_ = State::open;
  std::string error_;
  std::mutex busy_;
};

// Writes a text that is all there is to say (a help, a version); how the program ends, as output_status().
[[nodiscard]] int print(std::string_view text);

// 0 or 3: how the program ends as far as the output is concerned. Says on standard error what failed.
[[nodiscard]] int output_status(const Output& output);

}  // namespace wireroom::cli
