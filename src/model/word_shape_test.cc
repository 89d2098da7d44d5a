#include "model/word_shape.h"

#include <gtest/gtest.h>

namespace wireroom {
namespace {

TEST(WordShape, Classes) {
  EXPECT_EQ(word_shape("minister", false), 0);
  EXPECT_EQ(word_shape("Minister", false), 1);
  EXPECT_EQ(word_shape("U.S.", false), 2);
  EXPECT_EQ(word_shape("A", false), 3);
  EXPECT_EQ(word_shape("McCain", false), 4);
  EXPECT_EQ(word_shape("85.5", false), 5);
  EXPECT_EQ(word_shape("F-16", false), 6);
  EXPECT_EQ(word_shape("...", false), 7);
  EXPECT_EQ(word_shape("", false), 7);
}

TEST(WordShape, LettersBeyondAsciiCountByTheirCase) {
  EXPECT_EQ(word_shape("Élysée", false), 1);
  EXPECT_EQ(word_shape("ЛАВРОВ", false), 2);
  EXPECT_EQ(word_shape("習", false), 0);
}

TEST(WordShape, FirstWordsHaveTheirOwnClasses) {
  EXPECT_EQ(word_shape("The", true), 9);
  EXPECT_EQ(word_shape("…", true), 15);
}

}  // namespace
}  // namespace wireroom
