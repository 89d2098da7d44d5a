#include "engine/in_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

namespace wireroom {
namespace {

std::vector<int> run(unsigned jobs, int items, int stop_after = -1) {
  std::vector<int> result;
  std::atomic<bool> stop = false;
  int at = 0;
  InOrder<int> results([&](int out) {
    result.push_back(out);
    return static_cast<int>(result.size()) != stop_after;
  });
  run_in_order<int>(
      jobs, [&]() -> std::optional<int> { return at < items ? std::optional<int>(at++) : std::nullopt; },
      [&](int item, unsigned) {
        if (item % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
        return item * 2;
      },
      results, stop);
  return result;
}

TEST(RunInOrder, ResultsComeInTheOrderOfTheItemsForAnyNumberOfJobs) {
  std::vector<int> expected;
  for (int i = 0; i < 300; ++i) expected.push_back(i * 2);
  for (unsigned jobs : {1u, 2u, 7u}) EXPECT_EQ(run(jobs, 300), expected) << jobs;
}

TEST(RunInOrder, NothingIsGivenAfterTheSinkHasRefused) {
  for (unsigned jobs : {1u, 2u, 7u}) EXPECT_EQ(run(jobs, 300, 20).size(), 20u) << jobs;
}

TEST(RunInOrder, EndsWithoutItemsAndWhenAskedToStop) {
  EXPECT_TRUE(run(3, 0).empty());
  std::atomic<bool> stop = false;
  int taken = 0, given = 0;
  InOrder<int> results([&](int) { return ++given > 0; });
  run_in_order<int>(
      3, [&]() -> std::optional<int> { return ++taken; },
      [&](int item, unsigned) {
        if (item == 50) stop = true;
        return item;
      },
      results, stop);
  EXPECT_EQ(taken, given) << "what was taken is finished";
}

TEST(RunInOrder, DoesNotRunFarAheadOfASlowItem) {
  std::atomic<bool> stop = false;
  std::atomic<int> taken = 0;
  int most = 0, given = 0;
  InOrder<int> results([&](int) {
    most = std::max(most, taken - given);
    ++given;
    return true;
  });
  run_in_order<int>(
      2, [&]() -> std::optional<int> { return taken < 400 ? std::optional<int>(taken++) : std::nullopt; },
      [&](int item, unsigned) {
        if (item == 0) std::this_thread::sleep_for(std::chrono::milliseconds(30));
        return item;
      },
      results, stop);
  EXPECT_EQ(given, 400);
  EXPECT_LE(most, 18);
}

TEST(RunInOrder, WhatWaitsBehindAnUnfinishedItemIsGivenWhenClosed) {
  std::atomic<bool> stop = false, closed = false;
  std::vector<int> given;
  InOrder<int> results([&](int out) {
    given.push_back(out);
    return true;
  });
  std::thread run([&] {
    int at = 0;
    run_in_order<int>(
        3, [&]() -> std::optional<int> { return at++; },
        [&](int item, unsigned) {
          while (item == 4 && !closed) std::this_thread::sleep_for(std::chrono::milliseconds(1));
          return item;
        },
        results, stop);
  });
  while (results.unfinished() != 1) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  std::this_thread::sleep_for(std::chrono::milliseconds(50));  // the others run ahead as far as they may
  EXPECT_TRUE(results.close(std::chrono::seconds(10)));
  EXPECT_FALSE(results.close(std::chrono::seconds(10))) << "once only";
  const std::vector<int> written = given;
  closed = true;
  run.join();
  EXPECT_EQ(given, written) << "nothing is given behind the end";
  ASSERT_GT(given.size(), 10u);
  EXPECT_EQ(given[3], 3);
  EXPECT_EQ(given[4], 5) << "the unfinished one is left out";
  EXPECT_TRUE(std::is_sorted(given.begin(), given.end()));
}

TEST(RunInOrder, ClosingDoesNotWaitForASinkThatIsStuck) {
  std::atomic<bool> stop = false, stuck = false, free = false;
  InOrder<int> results([&](int) {
    for (stuck = true; !free;) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return true;
  });
  std::thread run([&] {
    run_in_order<int>(
        1, [] { return std::optional<int>(1); }, [](int i, unsigned) { return i; }, results, stop);
  });
  while (!stuck) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_FALSE(results.close(std::chrono::milliseconds(20)));
  free = true;
  run.join();
}

}  // namespace
}  // namespace wireroom
