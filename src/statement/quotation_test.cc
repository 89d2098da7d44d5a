// Quotation marks of newspapers as they are: single, straight, missing, over paragraphs, with apostrophes between.
#include "statement/quotation.h"

#include <gtest/gtest.h>

#include <string>

namespace wireroom {
namespace {

// One paragraph a block, divided by empty lines.
Report report_of(const std::string& text) {
  Report report;
  report.text = Text::decode(text);
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find("\n\n", begin);
    if (end == std::string::npos) end = text.size();
    report.blocks.push_back(
        {BlockKind::paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end + 2;
  }
  return report;
}

// "[a] [b]", with "+" before the next piece of the one before.
std::string quoted(const std::string& text) {
  const Report report = report_of(text);
  std::string result;
  for (const Quotation& q : find_quotations(report)) {
    if (!result.empty()) result += ' ';
    result += std::string(q.continues ? "+" : "") + "[" + std::string(report.text.view(q.inner)) + "]";
  }
  return result;
}

TEST(Quotation, StraightAndCurlyMarks) {
  EXPECT_EQ(quoted("\"We will,\" he said, \"but later.\""), "[We will,] [but later.]");
  EXPECT_EQ(quoted("She said: “We will.”"), "[We will.]");
  EXPECT_EQ(quoted("``We will,'' he said."), "[We will,]");
}

TEST(Quotation, InnerQuotationIsPartOfTheOuter) {
  EXPECT_EQ(quoted("“They call it ‘the wall’ here,” he said."), "[They call it ‘the wall’ here,]");
}

TEST(Quotation, BritishSingleMarks) { EXPECT_EQ(quoted("May ‘will not resign’ today"), "[will not resign]"); }

TEST(Quotation, ApostrophesAreNoMarks) {
  EXPECT_EQ(quoted("The voters’ choice in the ’90s wasn't the party's."), "");
  EXPECT_EQ(quoted("“The voters’ choice isn’t ours,” he said."), "[The voters’ choice isn’t ours,]");
}

TEST(Quotation, UnclosedEndsWithItsParagraph) {
  EXPECT_EQ(quoted("“We will never\n\nThe town lies in the north. “Yes,” he said."), "[We will never] [Yes,]");
}

TEST(Quotation, ParagraphsThatEachOpenAreTied) {
  EXPECT_EQ(quoted("“We came early.\n\n“We left late,” he said."), "[We came early.] +[We left late,]");
}

// The last byte of "à" is that of a no-break space, too.
TEST(Quotation, EndsNeverInsideACharacter) {
  EXPECT_EQ(quoted("“Oh là là” he sang."), "[Oh là là]");
  EXPECT_EQ(quoted("“Yes\u00A0” he said."), "[Yes]");
}

// Whatever the marks: inside one block, in order, never overlapping.
TEST(Quotation, NeverLeavesItsParagraph) {
  const char* const pieces[] = {"\"",   "“", "”", "‘", "’",    "'",    "``",  "''", "«", "»",     " ",
                                "word", "s", ".", ",", "\n\n", "’90s", "5\"", "é",  "à", "\u00A0"};
  std::uint32_t random = 12345;
  for (int round = 0; round < 3000; ++round) {
    std::string text = "x";
    for (int i = 0; i < 40; ++i) {
      random = random * 1664525u + 1013904223u;
      text += pieces[(random >> 16) % std::size(pieces)];
    }
    const Report report = report_of(text);
    std::uint32_t end = 0;
    for (const Quotation& q : find_quotations(report)) {
      ASSERT_LT(q.block, report.blocks.size()) << text;
      ASSERT_TRUE(report.blocks[q.block].span.contains(q.outer)) << text;
      ASSERT_LE(q.outer.begin, q.inner.begin) << text;
      ASSERT_LE(q.inner.begin, q.inner.end) << text;
      ASSERT_LE(q.inner.end, q.outer.end) << text;
      ASSERT_LE(end, q.outer.begin) << text;
      const std::string_view view = report.text.view();
      ASSERT_TRUE(q.inner.end == view.size() || (static_cast<unsigned char>(view[q.inner.end]) & 0xC0u) != 0x80u)
          << text;
      end = q.outer.end;
    }
  }
}

}  // namespace
}  // namespace wireroom
