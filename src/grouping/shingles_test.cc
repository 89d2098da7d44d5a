#include "grouping/shingles.h"

#include <gtest/gtest.h>

namespace wireroom {
namespace {

const char* const kText =
    "The foreign ministers of the two countries met in the capital on Tuesday to discuss the border. Talks went on "
    "until "
    "late in the evening, and both sides spoke of progress.";

TEST(Shingles, PunctuationCaseAndLineBreaksDoNotCount) {
  EXPECT_EQ(shingles("The “talks” went on; until\nlate"), shingles("the talks went ON until late."));
  EXPECT_NE(shingles("the talks went on until late"), shingles("the talks went on until later"));
}

TEST(Shingles, AShortTextIsOneRun) {
  EXPECT_EQ(shingles("two words").size(), 1U);
  EXPECT_TRUE(shingles(" . … ").empty());
}

TEST(Shingles, ACutTextIsContained) {
  const std::string whole = kText;
  const Likeness like = likeness(shingles(whole), shingles(whole.substr(0, whole.find(" Talks"))));
  EXPECT_DOUBLE_EQ(like.containment, 1);
  EXPECT_GT(like.jaccard, 0.4);
  EXPECT_LT(like.jaccard, 0.6);
  EXPECT_DOUBLE_EQ(likeness({}, shingles(whole)).jaccard, 0);
}

TEST(Shingles, TheShareOfEqualMinimaEstimatesTheLikeness) {
  std::string one, other;  // 1000 words each, of which the first 600 are the same
  for (int i = 0; i < 1000; ++i) {
    one += "w" + std::to_string(i) + " ";
    other += (i < 600 ? "w" : "v") + std::to_string(i) + " ";
  }
  const Shingles a = shingles(one), b = shingles(other);
  const Signature x = signature(a), y = signature(b);
  double equal = 0;
  for (std::size_t i = 0; i < x.size(); ++i) equal += x[i] == y[i] ? 1 : 0;
  EXPECT_NEAR(equal / static_cast<double>(x.size()), likeness(a, b).jaccard, 0.12);
}

TEST(Shingles, ValuesNeverChange) {  // stores of other machines have them
  EXPECT_EQ(shingles("one two three four five").front(), shingles("One two, three four five").front());
  EXPECT_EQ(sentence_hashes(kText).size(), 2U);
  EXPECT_TRUE(sentence_hashes("Too short a sentence.").empty());
}

}  // namespace
}  // namespace wireroom
