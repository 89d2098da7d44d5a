// Work on a stream of items with several threads; the results come out in the order of the items.
//
//   run_in_order<Report, std::string>(
//       jobs,
//       [&]() -> std::optional<Report> { return next report, or nothing at the end },
//       [&](Report&& report, unsigned worker) { return render(report, scratch[worker]); },
//       [&](std::string&& records) { return write(records); },   // false: stop
//       stop);
//
// Promises: `next` and `sink` are never called by two threads at once, `sink` in the order of `next`. No thread runs
// further ahead of the sink than a few items per thread, so memory stays bounded. With one job no thread is made. When
// `stop` becomes true no new item is taken; those in hand are finished. `work` must not throw.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace wireroom {

// There is no queue: every worker takes the next item itself, and whoever finishes the item that the sink waits for
// hands over all that is ready. The worker of the oldest item never waits, so there is no deadlock.
template <typename Item, typename Out, typename Next, typename Work, typename Sink>
void run_in_order(unsigned jobs, Next&& next, Work&& work, Sink&& sink, const std::atomic<bool>& stop) {
  if (jobs <= 1) {
    while (!stop.load(std::memory_order_relaxed)) {
      std::optional<Item> item = next();
      if (!item || !sink(work(std::move(*item), 0u))) return;
    }
    return;
  }
  constexpr std::uint64_t kAheadPerJob = 8;
  std::mutex taking, giving;
  std::condition_variable room;
  std::uint64_t taken = 0;  // guarded by `taking`
  std::uint64_t given = 0;  // guarded by `giving`, like all below
  bool ended = false;
  std::map<std::uint64_t, Out> ready;

  const auto worker = [&](unsigned number) {
    for (;;) {
      std::optional<Item> item;
      std::uint64_t ticket = 0;
      {
        const std::lock_guard<std::mutex> lock(taking);
        {
          std::unique_lock<std::mutex> wait(giving);
          room.wait(wait, [&] { return ended || taken < given + kAheadPerJob * jobs; });
          if (ended) return;
        }
        if (stop.load(std::memory_order_relaxed)) return;
        item = next();
        if (!item) {
          const std::lock_guard<std::mutex> end(giving);
          ended = true;  // no one takes any more; those in hand are still given
          room.notify_all();
          return;
        }
        ticket = taken++;
      }
      Out out = work(std::move(*item), number);
      const std::lock_guard<std::mutex> lock(giving);
      ready.emplace(ticket, std::move(out));
      for (auto first = ready.begin(); first != ready.end() && first->first == given; first = ready.begin()) {
        const bool more = sink(std::move(first->second));
        ready.erase(first);
        ++given;
        if (!more) {
          given = UINT64_MAX / 2;  // nothing is handed over any more
          ended = true;
        }
      }
      room.notify_all();
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < jobs; ++i) threads.emplace_back(worker, i);
  worker(0);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace wireroom
