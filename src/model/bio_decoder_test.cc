#include "model/bio_decoder.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace wireroom {
namespace {

using Decoder = BioDecoder<9>;

std::vector<std::uint8_t> decode(const std::vector<Decoder::Scores>& scores) {
  static Decoder decoder;
  std::vector<std::uint8_t> labels(scores.size());
  decoder.decode(scores.data(), scores.size(), labels.data());
  return labels;
}

Decoder::Scores favouring(std::size_t label, float by = 5) {
  Decoder::Scores scores{};
  scores[label] = by;
  return scores;
}

constexpr std::size_t kO = 0, kBPer = 1, kIPer = 2, kBOrg = 3, kIOrg = 4;

TEST(BioDecoder, InsideFollowsOnlyItsOwnType) {
  EXPECT_TRUE(may_follow(kBPer, kIPer));
  EXPECT_TRUE(may_follow(kIPer, kIPer));
  EXPECT_FALSE(may_follow(kO, kIPer));
  EXPECT_FALSE(may_follow(kBOrg, kIPer));
  EXPECT_FALSE(may_follow(kIOrg, kIPer));
  EXPECT_TRUE(may_follow(kIOrg, kBPer));
  EXPECT_TRUE(may_follow(kIOrg, kO));
}

TEST(BioDecoder, KeepsWhatIsAllowed) {
  EXPECT_EQ(decode({favouring(kO), favouring(kBPer), favouring(kIPer), favouring(kO)}),
            (std::vector<std::uint8_t>{0, 1, 2, 0}));
}

TEST(BioDecoder, MendsWhatIsNot) {
  // I-PER at the beginning becomes B-PER, which stands next to it in the scores.
  Decoder::Scores first = favouring(kIPer, 5);
  first[kBPer] = 4;
  EXPECT_EQ(decode({first, favouring(kIPer)}), (std::vector<std::uint8_t>{1, 2}));
}

TEST(BioDecoder, RandomScoresGiveAllowedSequencesOfTheBestSum) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<Decoder::Scores> scores(3);
    for (Decoder::Scores& word : scores)
      for (float& score : word) score = static_cast<float>(random() % 20);
    const auto labels = decode(scores);
    float best = -1, sum = 0;
    for (std::size_t a = 0; a < 9; ++a)
      for (std::size_t b = 0; b < 9; ++b)
        for (std::size_t c = 0; c < 9; ++c)
          if (may_follow(0, a) && may_follow(a, b) && may_follow(b, c))
            best = std::max(best, scores[0][a] + scores[1][b] + scores[2][c]);
    std::size_t previous = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      ASSERT_TRUE(may_follow(previous, labels[i]));
      sum += scores[i][labels[i]];
      previous = labels[i];
    }
    ASSERT_EQ(sum, best);
  }
}

}  // namespace
}  // namespace wireroom
