#include "input/layout.h"

#include <gtest/gtest.h>

#include <random>

namespace wireroom {
namespace {

const LayoutReader& reader() {
  static const auto layout = LayoutReader::load();
  return *layout;
}

Report read(std::string_view text) {
  Report report;
  report.text = Text::decode(text);
  reader().read(report, std::nullopt);
  return report;
}

std::string shape(const Report& report) {
  std::string out;
  for (const Block& block : report.blocks) out += std::string(out.empty() ? "" : " ") + name(block.kind);
  return out;
}

constexpr std::string_view kPrintView =
    "Minister: 'Frank' Exchange With Neighbour\n\nBy Anna Petrova\n\nMarch 24, 2016\n\n\n\n"
    "Foreign Minister A. Example (L) and his guest shake hands as they meet in Oslo, Norway, March 24, 2016.\n\n"
    "The two ministers met in Oslo and spoke for two hours about the border. \"We hope that it will bring wisdom to our\n\n"
    "conversations,\" the host said.\n\nContact the author at a.petrova@example.org\n\nOriginal url:\n\n"
    "https://www.example.org/2016/03/24/minister-frank-exchange\n";

TEST(Layout, NamesTheBlocksOfAPrintView) {
  const Report report = read(kPrintView);
  EXPECT_EQ(shape(report), "headline byline date caption paragraph contact url url");
  ASSERT_TRUE(report.title);
  EXPECT_EQ(report.title->text, "Minister: 'Frank' Exchange With Neighbour");
  ASSERT_EQ(report.authors.size(), 1U);
  EXPECT_EQ(report.text.view(*report.authors[0].span), "Anna Petrova");
  ASSERT_TRUE(report.published);
  EXPECT_EQ(iso(report.published->date), "2016-03-24");
  EXPECT_EQ(report.published->basis, DateBasis::date_line);
  EXPECT_EQ(report.text.view(*report.published->span), "March 24, 2016");
  EXPECT_EQ(report.url, "https://www.example.org/2016/03/24/minister-frank-exchange");
  EXPECT_EQ(report.publisher, "example.org");
}

TEST(Layout, JoinsAParagraphTornInMidSentence) {
  const Report report = read(kPrintView);
  EXPECT_NE(report.text.view(report.blocks[4].span).find("wisdom to our\n\nconversations"), std::string_view::npos);
}

TEST(Layout, CutsADatelineOffItsParagraph) {
  const Report report = read("KABUL, March 3 (Reuters) - Troops left the town on Monday, the ministry said.\n\nIt gave no reason for it.\n");
  ASSERT_EQ(shape(report), "dateline paragraph paragraph");
  ASSERT_TRUE(report.dateline);
  EXPECT_EQ(report.dateline->place, "KABUL");
  EXPECT_EQ(report.dateline->agency, "Reuters");
  EXPECT_TRUE(report.text.view(report.blocks[1].span).starts_with("Troops"));
}

TEST(Layout, GivesADatelineTheYearOfTheAddress) {
  const Report report = read("KABUL, Dec 31 (Reuters) - Troops left the town on Monday, the ministry said.\n\nhttps://news.example.org/2020/01/01/kabul\n");
  ASSERT_TRUE(report.published);
  EXPECT_EQ(iso(report.published->date), "2019-12-31");
  EXPECT_EQ(report.published->basis, DateBasis::dateline);
}

TEST(Layout, ASentencesDashIsNoDateline) {
  EXPECT_EQ(shape(read("Troops left the town - and nobody knew why they had done so.\n\nThe mayor was not told of it.\n")), "paragraph paragraph");
}

TEST(Layout, JoinsWrappedLines) {
  const Report report = read(
      "The government and the rebels agreed on Tuesday to stop fighting in the\n"
      "north of the country, a mediator said. The agreement takes effect at noon\n"
      "and will be watched by observers of the African Union, who arrived in the\n"
      "capital last week.\n\nIt is the third truce this year, and both earlier ones were broken\nwithin days, residents said.\n");
  EXPECT_EQ(shape(report), "paragraph paragraph");
}

TEST(Layout, ByWordsOfASentenceIsNoByline) {
  EXPECT_EQ(shape(read("By the time the troops arrived in the village, everybody had left it for the hills.\n\nNobody was hurt, officials said.\n")),
            "paragraph paragraph");
}

TEST(Layout, AnAmbiguousNumericDateGivesNoDay) {
  EXPECT_FALSE(read("A headline about the talks\n\n03/04/2016\n\nThe talks began in the morning and ended at night.\n").published);
  EXPECT_EQ(iso(read("A headline about the talks\n\n24/03/2016\n\nThe talks began in the morning and ended at night.\n").published->date), "2016-03-24");
}

// Whatever the bytes: blocks are in order, do not overlap, and every byte that is no white space lies in one.
TEST(Layout, CoversRandomAndMutatedTexts) {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    std::string bytes(kPrintView);
    for (int i = 0; i < 12; ++i) {
      const std::size_t at = random() % bytes.size();
      if (random() % 2) bytes[at] = static_cast<char>(random() % 256);
      else bytes.insert(at, 1, "\n\r \t-\"(:\xE2"[random() % 9]);
    }
    const Report report = read(bytes);
    std::uint32_t at = 0;
    const std::string& text = report.text.utf8();
    for (const Block& block : report.blocks) {
      ASSERT_LE(at, block.span.begin);
      ASSERT_LT(block.span.begin, block.span.end);
      for (; at < block.span.begin; ++at) ASSERT_TRUE(static_cast<unsigned char>(text[at]) <= 32 || static_cast<unsigned char>(text[at]) >= 0x80) << at;
      ASSERT_EQ(report.text.byte_of(report.text.code_points_before(block.span.begin)), block.span.begin);
      ASSERT_EQ(report.text.byte_of(report.text.code_points_before(block.span.end)), block.span.end);
      at = block.span.end;
    }
    for (; at < text.size(); ++at) ASSERT_TRUE(static_cast<unsigned char>(text[at]) <= 32 || static_cast<unsigned char>(text[at]) >= 0x80);
  }
}

}  // namespace
}  // namespace wireroom
