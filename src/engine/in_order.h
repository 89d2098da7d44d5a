// Work on a stream of items with several threads; the results come out in the order of the items.
//
//   InOrder<std::string> results([&](std::string&& records) { return write(records); });   // false: stop
//   run_in_order<Report>(
//       jobs,
//       [&]() -> std::optional<Report> { return next report, or nothing at the end },
//       [&](Report&& report, unsigned worker) { return render(report, scratch[worker]); },
//       results, stop);
//   results.close(std::chrono::hours(1));
//
// Promises: `next` and the sink are never called by two threads at once, the sink in the order of `next`. No thread
// runs further ahead of the sink than a few items per thread, so memory stays bounded. With one job no thread is made.
// When `stop` becomes true no new item is taken; those in hand are finished. `work` must not throw.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace wireroom {

// The results that are finished, given to the sink in order. There is no queue of items: every worker takes the next
// one itself, and whoever finishes the result that the sink waits for gives all that is ready. The worker of the oldest
// item never waits, so there is no deadlock.
template <typename Out>
class InOrder {
 public:
  using Sink = std::function<bool(Out&&)>;  // false: it takes no more
  explicit InOrder(Sink sink) : sink_(std::move(sink)) {}

  // Waits until fewer than `most` items are in hand or wait for others; false if no more are wanted.
  bool wait_for_room(std::uint64_t most) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || taken_ < given_ + most; });
    return !ended_;
  }

  // The number of an item that is now in hand.
  std::uint64_t take() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return taken_++;
  }

  // The result of the item with this number. False if no more items are wanted.
  bool give(std::uint64_t number, Out&& out) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (closing_ || refused_) return false;
    ++finished_;
    ready_.emplace(number, std::move(out));
    give_ready(lock, Gaps::wait);
    return !closing_ && !refused_;
  }

  // No more items come.
  void end() {
    const std::lock_guard<std::mutex> lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  // From now on nothing is given any more: those that are ready and wait for an unfinished one are given before, in
  // order. A thread of its own may call it while others are at work. False if it was called before, or if the sink is
  // still busy with one result when the patience is over.
  bool close(std::chrono::milliseconds patience) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (closing_) return false;
    closing_ = ended_ = true;
    changed_.notify_all();
    if (!changed_.wait_for(lock, patience, [&] { return !giving_; })) return false;
    give_ready(lock, Gaps::pass_over);
    return true;
  }

  // Items that were taken and have no result.
  [[nodiscard]] std::uint64_t unfinished() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return taken_ - finished_;
  }

 private:
  enum class Gaps { wait, pass_over };

  // Without the lock while the sink is at work: others may go on meanwhile.
  void give_ready(std::unique_lock<std::mutex>& lock, Gaps gaps) {
    if (giving_) return;  // whoever is at it gives these too
    giving_ = true;
    while (!ready_.empty() && !refused_) {
      if (gaps == Gaps::wait && (closing_ || ready_.begin()->first != given_)) break;
      auto first = ready_.extract(ready_.begin());
      lock.unlock();
      const bool more = sink_(std::move(first.mapped()));
      lock.lock();
      given_ = first.key() + 1;
      if (!more) refused_ = ended_ = true;
      changed_.notify_all();
    }
    giving_ = false;
    changed_.notify_all();
  }

  const Sink sink_;
  std::mutex mutex_;  // guards all below
  std::condition_variable changed_;
  std::map<std::uint64_t, Out> ready_;
  std::uint64_t taken_ = 0, finished_ = 0, given_ = 0;  // items; given_: those before it went to the sink
  bool giving_ = false, ended_ = false, refused_ = false, closing_ = false;
};

template <typename Item, typename Next, typename Work, typename Out>
void run_in_order(unsigned jobs, Next&& next, Work&& work, InOrder<Out>& results, const std::atomic<bool>& stop) {
  constexpr std::uint64_t kAheadPerJob = 8;
  std::mutex taking;
  const auto worker = [&](unsigned number) {
    for (;;) {
      std::optional<Item> item;
      std::uint64_t ticket = 0;
      {
        const std::lock_guard<std::mutex> lock(taking);
        if (!results.wait_for_room(kAheadPerJob * jobs)) return;
        if (stop.load(std::memory_order_relaxed)) return;
        item = next();
        if (!item) return results.end();  // no one takes any more; those in hand are still given
        ticket = results.take();
      }
      if (!results.give(ticket, work(std::move(*item), number))) return;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < jobs; ++i) threads.emplace_back(worker, i);
  worker(0);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace wireroom
