#include "base/numerals.h"

#include <gtest/gtest.h>

#include <sstream>

namespace wireroom {
namespace {

std::optional<Numeral> read(const std::string& text) {
  Sentence sentence;
  std::istringstream in(text);
  for (std::string form; in >> form;) {
    Word word;
    word.form = form;
    sentence.words.push_back(word);
  }
  return read_numeral(sentence, 0);
}

TEST(Numerals, Values) {
  const std::pair<const char*, double> cases[] = {{"1,700", 1700},
                                                  {"85.5", 85.5},
                                                  {"2.4 million", 2.4e6},
                                                  {"2.4m", 2.4e6},
                                                  {"48bn", 48e9},
                                                  {"twenty - five", 25},
                                                  {"twenty-five", 25},
                                                  {"two hundred and fifty", 250},
                                                  {"two hundred and fifty thousand", 250000},
                                                  {"a dozen", 12},
                                                  {"half a million", 500000},
                                                  {"10 1/2", 10.5},
                                                  {"three and a half", 3.5},
                                                  {"seven", 7},
                                                  {"a hundred", 100},
                                                  {"12,34,567", 1234567},
                                                  {"five thousand", 5000},
                                                  {"two dozen", 24},
                                                  {"½", 0.5}};
  for (const auto& [text, value] : cases) {
    const auto numeral = read(text);
    ASSERT_TRUE(numeral) << text;
    EXPECT_DOUBLE_EQ(numeral->value, value) << text;
  }
}

TEST(Numerals, TakesAllItsWordsAndNoMore) {
  EXPECT_EQ(read("two hundred and fifty people")->end, 4u);
  EXPECT_EQ(read("five men and two women")->end, 1u);
  EXPECT_EQ(read("two million and five others")->end, 4u);
  EXPECT_EQ(read("85 to 90")->end, 1u);
}

TEST(Numerals, OtherWordsAreNone) {
  for (const char* text :
       {"A320", "1990s", "10:35", "third", "22nd", "a", "million", "1,70", "2016-03-24", "-", "/", "1/0"})
    EXPECT_FALSE(read(text)) << text;
}

TEST(Numerals, Ordinals) {
  EXPECT_EQ(ordinal_of("third"), 3);
  EXPECT_EQ(ordinal_of("22nd"), 22);
  EXPECT_FALSE(ordinal_of("22"));
  EXPECT_FALSE(ordinal_of("month"));
}

}  // namespace
}  // namespace wireroom
