#include "record/record_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "record/explain.h"
#include "record/record_test_report.h"

namespace wireroom {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string written(WriterOptions options, int reports = 1) {
  const RecordWriter writer(options);
  std::string out = writer.begin();
  for (int i = 0; i < reports; ++i) {
    if (i != 0) out += writer.between();
    out += writer.report(testing::example_report());
  }
  return out + writer.end();
}

TEST(RecordWriter, NdjsonIsOneObjectALine) {
  std::istringstream lines(written({.format = Format::ndjson, .choice = {}, .page = {}}, 2));
  int number = 0;
  for (std::string line; std::getline(lines, line); ++number) EXPECT_TRUE(nlohmann::json::accept(line)) << line;
  EXPECT_EQ(number, 12);
}

TEST(RecordWriter, JsonIsOneArrayAlsoOfNothing) {
  EXPECT_EQ(nlohmann::json::parse(written({.format = Format::json, .choice = {}, .page = {}}, 2)).size(), 12u);
  EXPECT_EQ(nlohmann::json::parse(written({.format = Format::json, .choice = {}, .page = {}}, 0)).size(), 0u);
}

TEST(RecordWriter, CsvOfOneRecordTypeHasItsColumns) {
  const std::string csv = written({.format = Format::csv, .choice = {LayerSet::of({Layer::time}), 0}, .page = {}});
  EXPECT_EQ(csv,
            "id,report,span,text,kind,value,mod,earliest,latest,precision,basis,anchor\n"
            "wire.t1,wire,32-38,Monday,DATE,2016-03-21,,2016-03-21,2016-03-21,day,tense,\n");
}

TEST(RecordWriter, CsvOfSeveralRecordTypesBeginsWithTheType) {
  std::istringstream lines(written({.format = Format::csv, .choice = {}, .page = {}}));
  std::string head, report;
  std::getline(lines, head);
  std::getline(lines, report);
  EXPECT_TRUE(head.starts_with("type,id,source,title_text,"));
  EXPECT_TRUE(report.starts_with("report,wire,wire.txt,A visit,"));
}

TEST(RecordWriter, CellsWithCommasQuotesAndTabsAreQuotedOrEscaped) {
  Coded coded = testing::example_report();
  coded.report.title = TextPiece{"One, \"two\"\tthree\nfour", std::nullopt};
  const RecordChoice choice{LayerSet::of({Layer::report}), 0};
  EXPECT_THAT(RecordWriter({.format = Format::csv, .choice = choice, .page = {}}).report(coded),
              HasSubstr(",\"One, \"\"two\"\"\tthree\nfour\","));
  EXPECT_THAT(RecordWriter({.format = Format::tsv, .choice = choice, .page = {}}).report(coded),
              HasSubstr("\tOne, \"two\"\\tthree\\nfour\t"));
}

TEST(RecordWriter, ConlluHasRangeLinesSpansAndNames) {
  const std::string conllu = written({.format = Format::conllu, .choice = {}, .page = {}});
  EXPECT_TRUE(
      conllu.starts_with("# newdoc id = wire\n# sent_id = wire-1\n# text = Élise Dupont arrived in Oslo on Monday .\n"
                         "1\tÉlise\tÉlise\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tSpan=0-5|NER=B-PER\n"))
      << conllu;
  EXPECT_THAT(conllu, HasSubstr("\n3-4\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n3\tca\tcan\tAUX\tMD\t_\t5\taux\t_\tSpan="));
}

TEST(RecordWriter, TheTableShowsEachHappeningOnceWithAllItsWords) {
  const std::string table = written({.format = Format::table, .choice = {}, .page = {100, false}});
  EXPECT_TRUE(table.starts_with("A visit\n2016-03-24 (option)\nwire  wire.txt\n")) << table;
  EXPECT_THAT(table, HasSubstr("  2016-03-21  CONSULT visit  Élise Dupont (FRA GOV) → Norway (NOR)  in Oslo  e1\n"
                               "      Élise Dupont [arrived] in Oslo on Monday .\n"
                               "      again, e2:\n"));
  EXPECT_THAT(table, HasSubstr("  Élise Dupont (FRA GOV) [carried over]: “We can't wait”  s1\n"));
  EXPECT_THAT(table, Not(HasSubstr("\x1b[")));
}

TEST(RecordWriter, ColourIsOnlyColour) {
  const std::string plain = written({.format = Format::table, .choice = {}, .page = {60, false}});
  std::string colored = written({.format = Format::table, .choice = {}, .page = {60, true}});
  EXPECT_THAT(colored, HasSubstr("\x1b[1;36mCONSULT"));
  for (std::size_t at; (at = colored.find('\x1b')) != std::string::npos;)
    colored.erase(at, colored.find('m', at) + 1 - at);
  std::string bare = plain;  // without colour the marked words stand in brackets
  std::erase_if(bare, [](char c) { return c == '[' || c == ']' || c == ' ' || c == '\n'; });
  std::erase_if(colored, [](char c) { return c == '[' || c == ']' || c == ' ' || c == '\n'; });
  EXPECT_EQ(colored, bare);
}

TEST(StyledText, LinesKeepTheWidthAndCountColumnsNotBytes) {
  Paragraph paragraph;
  paragraph.add("ééééé ééééé").add(" 日本").add("!", Style::mark);
  std::string out;
  paragraph.append_to(out, {11, false}, {0, 2});
  EXPECT_EQ(out, "ééééé ééééé\n  日本!\n");
}

TEST(StyledText, WordsCannotSteerTheTerminal) {
  std::string out;
  Paragraph().add("a\x1b[31mb\x9C\tc\xC2\x9B").append_to(out, {}, {});
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_EQ(out.find("\xC2\x9B"), std::string::npos);
}

TEST(Explain, AnIdIsCutAtItsLastPoint) {
  const auto name = record_name("wire.7.e12");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->report, "wire.7");
  EXPECT_EQ(name->letter, 'e');
  EXPECT_EQ(name->index, 11u);
  for (const char* id : {"wire", "wire.e", "wire.e0", "wire.x1", "wire.e1x", ".e1"})
    EXPECT_FALSE(record_name(id)) << id;
}

TEST(Explain, AnEventNamesItsRuleAndTheBasisOfItsParts) {
  std::string out;
  ASSERT_TRUE(explain(testing::example_report(), {"wire", 'e', 0}, {100, false}, out));
  EXPECT_THAT(out, HasSubstr("[Élise Dupont = source] [arrived = trigger] in [Oslo = target] on [Monday = date] ."));
  EXPECT_THAT(out, HasSubstr("  rule            rules/event/consult.rules:visit\n"));
  EXPECT_THAT(out, HasSubstr("basis tense, words “Monday” (wire.t1 2016-03-21);"));
  EXPECT_THAT(out, HasSubstr("known by title"));
  std::string none;
  EXPECT_FALSE(explain(testing::example_report(), {"wire", 'e', 2}, {100, false}, none));
}

}  // namespace
}  // namespace wireroom
