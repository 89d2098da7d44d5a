// SIGINT and SIGTERM: no new report is taken, those in hand are finished, the status is 130 or 143.
//
//   Signals signals(output);          // before any other thread is made
//   signals.close_with([&] { write what is finished and the end of the output });
//   run(…, signals.stop());
//   signals.close_with({});           // not any more; waits where it is being done
//   return signals.status(0);         // 130 or 143 if a signal came, else the given status
//
// If the run does not end within two seconds (standard input gives nothing, a very long report), the reports in hand
// are dropped whole, what is finished is written, and the program ends there. A second signal ends it at once: what is
// finished is written only where that takes no time.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

#include "cli/output.h"

namespace wireroom::cli {

class Signals {
 public:
  explicit Signals(Output& output);
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  // What a thread of its own does before a program that has to end ends. None: output that is being written is waited
  // for.
  void close_with(std::function<void()> close);
  [[nodiscard]] const std::atomic<bool>& stop() const { return stop_; }
  [[nodiscard]] int status(int otherwise) const;

 private:
  void watch();
  void close();
  Output& output_;
  std::atomic<bool> stop_ = false, done_ = false;
  std::atomic<int> came_ = 0;
  std::mutex closing_;  // held while close_ runs
  std::function<void()> close_;
  std::thread watcher_;
};

}  // namespace wireroom::cli
