#include "cli/progress.h"

#include <gtest/gtest.h>

namespace wireroom::cli {
namespace {

TEST(Progress, TellsRateShareAndTimeLeft) {
  Progress done{300, 1'500'000, 10, 2'000'000, 0, 8'000'000};
  EXPECT_EQ(progress_line(done), "300 reports, 1.5 MB, 30 reports a second, 25 %, 30 s left");
  done.all = 80'000'000;
  EXPECT_EQ(progress_line(done), "300 reports, 1.5 MB, 30 reports a second, 2 %, 7 min left");
  done.all = 1'600'000'000;
  EXPECT_EQ(progress_line(done), "300 reports, 1.5 MB, 30 reports a second, 0 %, 2 h 14 min left");
}

TEST(Progress, WhatTheStoreHadIsNoMeasureForTheRest) {
  const Progress done{300, 1'500'000, 10, 6'000'000, 4'000'000, 8'000'000};
  EXPECT_EQ(progress_line(done), "300 reports, 1.5 MB, 30 reports a second, 75 %, 10 s left");
}

TEST(Progress, OfAPipeNobodyKnowsTheEnd) {
  EXPECT_EQ(progress_line({300, 1'500'000, 10, 2'000'000, 0, {}}), "300 reports, 1.5 MB, 30 reports a second");
}

TEST(Progress, AtTheStartAndBehindTheEndItMakesNoGuess) {
  EXPECT_EQ(progress_line({3, 15'000, 0.5, 2'000'000, 0, 8'000'000}), "3 reports, 0.0 MB, 6 reports a second, 25 %");
  EXPECT_EQ(progress_line({300, 1'500'000, 10, 9'000'000, 0, 8'000'000}),
            "300 reports, 1.5 MB, 30 reports a second, 100 %, 0 s left");
  EXPECT_EQ(progress_line({300, 1'500'000, 10, 0, 0, 0}), "300 reports, 1.5 MB, 30 reports a second");
}

}  // namespace
}  // namespace wireroom::cli
