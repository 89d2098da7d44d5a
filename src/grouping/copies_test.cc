#include "grouping/copies.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace wireroom {
namespace {

// Text of so many words of its own, by a seed.
std::string words(unsigned seed, int count) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 1; i <= count; ++i) text += "w" + std::to_string(random() % 5000) + (i % 12 == 0 ? ". " : " ");
  return text;
}

std::vector<std::optional<Copy>> copies_of(const std::vector<std::string>& texts,
                                           const std::vector<CopyReport>& known = {}) {
  return find_copies(known.empty() ? std::vector<CopyReport>(texts.size(), {1, ""}) : known,
                     [&](std::size_t i) { return texts[i]; });
}

TEST(Copies, FindsEqualChangedAndCutTexts) {
  const std::string original = words(1, 300);
  std::string changed = original;
  changed.replace(changed.find(' '), 1, " said ");
  const std::string cut = original.substr(0, original.size() / 4);
  const auto copies = copies_of({words(2, 300), original, changed, words(3, 300), cut, original});
  EXPECT_FALSE(copies[0] || copies[1] || copies[3]);
  ASSERT_TRUE(copies[2] && copies[4] && copies[5]);
  EXPECT_EQ(copies[2]->of, 1U);
  EXPECT_EQ(copies[4]->of, 1U) << "a copy cut to a quarter";
  EXPECT_EQ(copies[5]->of, 1U);
  EXPECT_DOUBLE_EQ(copies[5]->likeness, 1);
}

TEST(Copies, ALongerVersionOfAnEarlierReportIsItsCopy) {
  const std::string first = words(4, 120);
  const auto copies = copies_of({first, first + words(5, 200)});
  ASSERT_TRUE(copies[1]);
  EXPECT_EQ(copies[1]->of, 0U);
}

TEST(Copies, HalfTheWordsIsNoCopy) {
  const auto copies = copies_of({words(6, 150) + words(7, 150), words(6, 150) + words(8, 150)});
  EXPECT_FALSE(copies[1]);
}

TEST(Copies, AFormOfWordsOfAnotherMonthIsNoCopy) {
  const std::string form = words(9, 100);
  EXPECT_FALSE(copies_of({form, form}, {{1, ""}, {40, ""}})[1]);
  EXPECT_TRUE(copies_of({form, form}, {{1, ""}, {20, ""}})[1]);
  EXPECT_TRUE(copies_of({form, form}, {{1, ""}, {std::nullopt, ""}})[1]);
}

TEST(Copies, AnotherTakeUnderTheSameTitleIsACopy) {
  const std::string one = words(11, 100) + words(12, 100), other = words(11, 100) + words(13, 100);
  EXPECT_TRUE(copies_of({one, other}, {{1, "Union votes to strike plant"}, {2, "UNION VOTES TO STRIKE PLANT"}})[1]);
  EXPECT_FALSE(copies_of({one, other}, {{1, "Union votes to strike plant"}, {2, "Plant reopens after strike"}})[1]);
  EXPECT_FALSE(copies_of({one, other}, {{1, "Union votes to strike plant"}, {9, "Union votes to strike plant"}})[1]);
}

TEST(Copies, NothingIsACopyOfNothing) {
  const auto copies = copies_of({"", "", "Short.", "Short."});
  EXPECT_FALSE(copies[1]);
}

TEST(Copies, ManyEqualTextsCostLittle) {
  const std::vector<std::string> texts(3000, words(10, 200));
  const auto begin = std::chrono::steady_clock::now();
  const auto copies = copies_of(texts);
  EXPECT_EQ(copies.back()->of, 0U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << "not every pair is compared";
}

}  // namespace
}  // namespace wireroom
