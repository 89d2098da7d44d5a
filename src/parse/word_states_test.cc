#include "parse/word_states.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/pack.h"

namespace wireroom {
namespace {

Sentence sentence(std::uint32_t block, const std::vector<std::string>& forms) {
  Sentence result;
  result.block = block;
  for (const std::string& form : forms) result.words.emplace_back().form = form;
  return result;
}

using States = std::vector<std::uint8_t>;

TEST(WordStates, QuotationsGoOnOverSentencesButNotOverParagraphs) {
  WordStates states;
  EXPECT_EQ(states.of(sentence(0, {"He", "said", ":", "“", "Go", "."})), (States{2, 2, 2, 3, 3, 3}));
  EXPECT_EQ(states.of(sentence(0, {"Stay", "away", "."})), (States{1, 1, 1}));
  EXPECT_EQ(states.of(sentence(0, {"Now", "!", "”", "They", "left", "."})), (States{1, 1, 1, 0, 0, 0}));
  EXPECT_EQ(states.of(sentence(0, {"“", "Never"})), (States{1, 1}));
  EXPECT_EQ(states.of(sentence(1, {"A", "new", "day"})), (States{2, 2, 2}));
}

TEST(WordStates, StraightMarksOpenAndCloseInTurn) {
  WordStates states;
  EXPECT_EQ(states.of(sentence(4, {"\"", "Go", "\"", ",", "she", "said"})), (States{3, 3, 3, 2, 2, 2}));
  EXPECT_EQ(states.of(sentence(4, {"voters", "’", "``", "will", "''", "."})), (States{0, 0, 1, 1, 1, 0}));
}

}  // namespace
}  // namespace wireroom
