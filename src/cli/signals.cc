// The signals are blocked in all threads and waited for in one: no handler runs in the middle of anything.
#include "cli/signals.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include <utility>

namespace wireroom::cli {
namespace {

constexpr int kToFinish = 2000;  // milliseconds for the reports in hand
constexpr int kToClose = 5000;   // for what is finished: somebody may read it slowly
constexpr int kAtOnce = 200;     // after a second signal

sigset_t endings() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGUSR1);  // our own: the run has ended
  return set;
}

// The signal that came, 0 if none did in time. Negative time: wait for ever.
int wait_for_signal(int milliseconds) {
  const sigset_t set = endings();
  if (milliseconds < 0) {
    int number = 0;
    return sigwait(&set, &number) == 0 ? number : 0;
  }
  const timespec time{milliseconds / 1000, milliseconds % 1000 * 1'000'000L};
  const int number = sigtimedwait(&set, nullptr, &time);
  return number > 0 ? number : 0;
}

}  // namespace

Signals::Signals(Output& output) : output_(output) {
  const sigset_t set = endings();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  watcher_ = std::thread([this] { watch(); });
}

Signals::~Signals() {
  done_ = true;
  pthread_kill(watcher_.native_handle(), SIGUSR1);
  watcher_.join();
}

void Signals::watch() {
  int number = 0;
  while (number != SIGINT && number != SIGTERM) {
    if (done_) return;
    number = wait_for_signal(-1);
  }
  came_ = number;
  stop_ = true;
  const int second = wait_for_signal(kToFinish);
  if (done_) return;
  std::thread closer([this] { close(); });
  wait_for_signal(second != 0 ? kAtOnce : kToClose);
  if (!done_) ::_exit(128 + number);
  closer.join();  // the run has ended by itself meanwhile
}

void Signals::close() {
  const std::lock_guard<std::mutex> lock(closing_);
  if (close_)
    close_();
  else
    output_.wait();  // not in the middle of a report
  pthread_kill(watcher_.native_handle(), SIGUSR1);
}

void Signals::close_with(std::function<void()> close) {
  const std::lock_guard<std::mutex> lock(closing_);
  close_ = std::move(close);
}

int Signals::status(int otherwise) const { return came_ != 0 ? 128 + came_ : otherwise; }

}  // namespace wireroom::cli
