#include "base/by_sentence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wireroom {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(BySentence, GivesTheNumbersOfASentenceAsTheyWereAdded) {
  BySentence list;
  for (const auto& [sentence, number] : {std::pair(4u, 7u), {2u, 9u}, {4u, 1u}, {0u, 3u}, {4u, 7u}})
    list.add(sentence, number);
  list.settle();
  EXPECT_THAT(list.in(4), ElementsAre(7, 1, 7));
  EXPECT_THAT(list.in(0), ElementsAre(3));
  EXPECT_THAT(list.in(3), IsEmpty());
  EXPECT_THAT(list.in(5), IsEmpty());
}

TEST(BySentence, SentencesOverASpanAreThoseThatShareAByteWithIt) {
  Parse parse;
  for (const Span span : {Span{0, 10}, Span{11, 20}, Span{22, 30}}) parse.sentences.emplace_back().span = span;
  const auto over = [&](Span span) {
    const SentenceRange range = sentences_over(parse, span);
    return std::pair(range.first, range.end);
  };
  EXPECT_EQ(over({0, 1}), std::pair(0u, 1u));
  EXPECT_EQ(over({9, 12}), std::pair(0u, 2u));
  EXPECT_EQ(over({11, 30}), std::pair(1u, 3u));
  EXPECT_EQ(over({20, 22}), std::pair(2u, 2u)) << "between two";
  EXPECT_EQ(over({40, 50}), std::pair(3u, 3u)) << "behind the last";
}

}  // namespace
}  // namespace wireroom
