#include "model/tree_decoder.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <vector>

namespace wireroom {
namespace {

using Scores = std::vector<float>;

std::vector<std::int32_t> decode(const Scores& scores, std::size_t words) {
  static TreeDecoder decoder;  // reused, as in a workspace
  std::vector<std::int32_t> heads(words, -2);
  decoder.decode(scores.data(), words + 1, words, heads.data());
  return heads;
}

// One root, and every word reaches it.
bool is_tree(const std::vector<std::int32_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] == -1;
    auto at = static_cast<std::int32_t>(i);
    for (std::size_t steps = 0; at >= 0; ++steps) {
      if (steps > heads.size()) return false;
      at = heads[static_cast<std::size_t>(at)];
    }
  }
  return roots == 1;
}

double total(const Scores& scores, const std::vector<std::int32_t>& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i)
    sum += static_cast<double>(scores[i * (heads.size() + 1) + static_cast<std::size_t>(heads[i] + 1)]);
  return sum;
}

double best_of_all(const Scores& scores, std::size_t words) {
  std::vector<std::int32_t> heads(words, -1);
  double best = -1e30;
  for (;;) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < words && ++heads[i] == static_cast<std::int32_t>(words)) heads[i++] = -1;
    if (i == words) return best;
  }
}

// Whole numbers, so that sums are exact and ties are common.
Scores random_scores(std::size_t words, std::uint32_t reach, std::mt19937& random) {
  Scores scores(words * (words + 1));
  for (float& score : scores) score = static_cast<float>(random() % reach);
  return scores;
}

TEST(TreeDecoder, EqualsTheBestOfAllTrees) {
  std::mt19937 random(3);
  for (int round = 0; round < 1500; ++round) {
    const std::size_t words = 1 + random() % 5;
    const Scores scores = random_scores(words, round % 2 == 0 ? 5 : 1000, random);
    const auto heads = decode(scores, words);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_EQ(total(scores, heads), best_of_all(scores, words));
  }
}

TEST(TreeDecoder, AlwaysATreeWithOneRoot) {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    const std::size_t words = 1 + random() % 60;
    ASSERT_TRUE(is_tree(decode(random_scores(words, round % 3 == 0 ? 3 : 100000, random), words)));
  }
  ASSERT_TRUE(is_tree(decode(random_scores(500, 50, random), 500)));
}

TEST(TreeDecoder, BreaksACycleAtTheRightPlace) {
  // Words 0 and 1 want each other; the root would rather have 1.
  const Scores scores = {1, 0, 9,   // word 0: root, itself, word 1
                         3, 8, 0};  // word 1: root, word 0, itself
  EXPECT_EQ(decode(scores, 2), (std::vector<std::int32_t>{1, -1}));
}

TEST(TreeDecoder, OneRootThoughTwoScoreHigher) {
  const Scores scores = {9, 0, 1,   //
                         8, 2, 0};  //
  EXPECT_EQ(decode(scores, 2), (std::vector<std::int32_t>{-1, 0}));
}

TEST(TreeDecoder, TiesGoToTheLowerIndex) {
  const Scores scores = {5, 0, 0, 0,  //
                         1, 4, 0, 4,  //
                         1, 4, 4, 0};
  EXPECT_EQ(decode(scores, 3), (std::vector<std::int32_t>{-1, 0, 0}));
}

TEST(TreeDecoder, ScoresThatAreNoNumbersStillGiveATree) {
  Scores scores(6 * 7, std::numeric_limits<float>::quiet_NaN());
  EXPECT_TRUE(is_tree(decode(scores, 6)));
  for (std::size_t i = 0; i < scores.size(); i += 3) scores[i] = std::numeric_limits<float>::infinity();
  EXPECT_TRUE(is_tree(decode(scores, 6)));
}

TEST(TreeDecoder, NoWordsNoTree) { EXPECT_TRUE(decode({}, 0).empty()); }

// Long chains of nested cycles: quadratic, not cubic.
TEST(TreeDecoder, NestedCyclesAreQuick) {
  const std::size_t words = 510;
  Scores scores(words * (words + 1), -1000);
  for (std::size_t i = 0; i < words; ++i) {
    scores[i * (words + 1)] = -5000;
    if (i + 1 < words) scores[i * (words + 1) + i + 2] = static_cast<float>(words - i);
    if (i > 0) scores[i * (words + 1) + i] = static_cast<float>(words - i) + 0.5F;
  }
  EXPECT_TRUE(is_tree(decode(scores, words)));
}

}  // namespace
}  // namespace wireroom
