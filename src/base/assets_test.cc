#include "base/assets.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wireroom {
namespace {

TEST(Assets, AFileThatIsPutTakesTheOthersPlaceOrStandsBesideThem) {
  EXPECT_TRUE(asset("data/countries.tsv").has_value());
  EXPECT_FALSE(asset("rules/event/own.rules").has_value());
  const std::size_t before = assets_below("rules/event/").size();
  put_asset("rules/event/own.rules", "event");
  put_asset("rules/event/consult.rules", "");
  EXPECT_EQ(*asset("rules/event/own.rules"), "event");
  EXPECT_EQ(*asset("rules/event/consult.rules"), "");
  const auto paths = assets_below("rules/event/");
  EXPECT_EQ(paths.size(), before + 1);
  EXPECT_TRUE(std::is_sorted(paths.begin(), paths.end()));
}

}  // namespace
}  // namespace wireroom
