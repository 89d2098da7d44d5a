// SIGINT and SIGTERM: no new report is taken, the one in hand is finished, the status is 130 or 143.
//
//   Signals signals(output);          // before any other thread is made
//   run(…, signals.stop());
//   return signals.status(0);         // 130 or 143 if a signal came, else the given status
//
// If the run does not end within two seconds (standard input gives nothing, a very long report) or a second signal
// comes, the report in hand is dropped whole and the program ends there.
#pragma once

#include <atomic>
#include <thread>

#include "cli/output.h"

namespace wireroom::cli {

class Signals {
 public:
  explicit Signals(Output& output);
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  [[nodiscard]] const std::atomic<bool>& stop() const { return stop_; }
  [[nodiscard]] int status(int otherwise) const;

 private:
  void watch();
  Output& output_;
  std::atomic<bool> stop_ = false, done_ = false;
  std::atomic<int> came_ = 0;
  std::thread watcher_;
};

}  // namespace wireroom::cli
