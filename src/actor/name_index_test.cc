#include "actor/name_index.h"

#include <gtest/gtest.h>

namespace wireroom {
namespace {

using Actors = std::vector<std::int32_t>;

TEST(NameIndex, GivesThoseBeforeAndBehindInTheOrderOfTheText) {
  NameIndex names;
  names.add("smith", 2, 30);
  names.add("smith", 1, 10);
  names.add("jones", 3, 20);
  names.add("smith", 1, 10);
  EXPECT_EQ(names.around("smith", 20), (Actors{1, 2}));
  EXPECT_EQ(names.around("smith", 99), (Actors{1, 2}));
  EXPECT_EQ(names.around("doe", 20), Actors{});
}

TEST(NameIndex, LooksAtTheNearestNamesakesOnly) {
  NameIndex names;
  for (int i = 0; i < 1000; ++i) names.add("smith", i, static_cast<std::size_t>(i));
  const Actors near = names.around("smith", 500);
  ASSERT_EQ(near.size(), 2U * NameIndex::kMostNamesakes);
  EXPECT_EQ(near.front(), 500 - NameIndex::kMostNamesakes);
  EXPECT_EQ(near.back(), 499 + NameIndex::kMostNamesakes);
}

}  // namespace
}  // namespace wireroom
