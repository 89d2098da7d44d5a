#include "engine/in_order.h"

#include <gtest/gtest.h>

#include <chrono>

namespace wireroom {
namespace {

std::vector<int> run(unsigned jobs, int items, int stop_after = -1) {
  std::vector<int> result;
  std::atomic<bool> stop = false;
  int at = 0;
  run_in_order<int, int>(
      jobs, [&]() -> std::optional<int> { return at < items ? std::optional<int>(at++) : std::nullopt; },
      [&](int item, unsigned) {
        if (item % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
        return item * 2;
      },
      [&](int out) {
        result.push_back(out);
        return static_cast<int>(result.size()) != stop_after;
      },
      stop);
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
  run_in_order<int, int>(
      3, [&]() -> std::optional<int> { return ++taken; },
      [&](int item, unsigned) {
        if (item == 50) stop = true;
        return item;
      },
      [&](int) { return ++given > 0; }, stop);
  EXPECT_EQ(taken, given) << "what was taken is finished";
}

TEST(RunInOrder, DoesNotRunFarAheadOfASlowItem) {
  std::atomic<bool> stop = false;
  std::atomic<int> taken = 0;
  int most = 0, given = 0;
  run_in_order<int, int>(
      2, [&]() -> std::optional<int> { return taken < 400 ? std::optional<int>(taken++) : std::nullopt; },
      [&](int item, unsigned) {
        if (item == 0) std::this_thread::sleep_for(std::chrono::milliseconds(30));
        return item;
      },
      [&](int) {
        most = std::max(most, taken - given);
        ++given;
        return true;
      },
      stop);
  EXPECT_EQ(given, 400);
  EXPECT_LE(most, 18);
}

}  // namespace
}  // namespace wireroom
