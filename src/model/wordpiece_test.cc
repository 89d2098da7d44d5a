#include "model/wordpiece.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wireroom {
namespace {

//                                  0     1     2     3   4     5    6    7   8     9     10
constexpr std::string_view kWords = "[UNK]\n[CLS]\n[SEP]\nun\n##aff\n##able\ntalk\n##s\ncafe\nu\n.\ns\n中\n##ß";

std::vector<std::int32_t> encode(std::string_view form) {
  static const Wordpiece wordpiece(kWords);
  std::string scratch;
  std::vector<std::int32_t> pieces;
  wordpiece.encode(form, scratch, pieces);
  return pieces;
}

using Pieces = std::vector<std::int32_t>;

TEST(Wordpiece, KnowsItsMarks) {
  const Wordpiece wordpiece(kWords);
  EXPECT_EQ(wordpiece.size(), 14);
  EXPECT_EQ(wordpiece.unknown(), 0);
  EXPECT_EQ(wordpiece.begin(), 1);
  EXPECT_EQ(wordpiece.end(), 2);
}

TEST(Wordpiece, TakesTheLongestPieceFirst) {
  EXPECT_EQ(encode("unaffable"), (Pieces{3, 4, 5}));
  EXPECT_EQ(encode("Talks"), (Pieces{6, 7}));
}

TEST(Wordpiece, LowersAndStripsAccents) { EXPECT_EQ(encode("CAFÉ"), (Pieces{8})); }

TEST(Wordpiece, PunctuationIsAPartOfItsOwnAndWhatFollowsBeginsAnew) {
  EXPECT_EQ(encode("U.S."), (Pieces{9, 10, 11, 10}));
  EXPECT_EQ(encode("中中"), (Pieces{12, 12}));
}

TEST(Wordpiece, AnUnknownCharacterMakesItsPartUnknown) {
  EXPECT_EQ(encode("talkzs"), (Pieces{0}));
  EXPECT_EQ(encode("zz.talk"), (Pieces{0, 10, 6}));
}

TEST(Wordpiece, NeverEmptyNeverOverSixteen) {
  EXPECT_EQ(encode(""), (Pieces{0}));
  EXPECT_EQ(encode("\xCC\x81"), (Pieces{0}));  // an accent alone
  EXPECT_EQ(encode("\xFF\xFE"), (Pieces{0}));
  EXPECT_EQ(encode(std::string(300, '.')).size(), Wordpiece::kMostPiecesOfWord);
}

}  // namespace
}  // namespace wireroom
