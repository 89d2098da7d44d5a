#include "record/stored_report.h"

#include <gtest/gtest.h>

#include "record/json_records.h"
#include "record/record_test_report.h"

namespace wireroom {
namespace {

std::string record_of(const Report& report) {
  Coded coded;
  coded.report = report;
  std::string record;
  json_records(coded, {LayerSet::of({Layer::report}), 0}, [&](std::string_view one) { record = one; });
  return record;
}

TEST(StoredReport, TheWayBackGivesTheReportThatWasRead) {
  Report report = testing::example_report().report;
  report.title = TextPiece{"Élise Dupont", Span{0, 13}};
  report.authors = {{"Jane Roe", std::nullopt}};
  report.published = Published{*parse_iso_date("2016-03-24"), Precision::day, DateBasis::metadata, std::nullopt};
  report.publisher = "The Wire";
  report.url = "https://example.org/1";
  report.lang = "en";
  report.text_offset = 3;
  report.notes = {"odd"};
  report.meta = R"({"desk":"foreign"})";
  report.dateline = Dateline{"Oslo", parse_iso_date("2016-03-21"), "", Span{22, 36}, Span{25, 29}};
  const auto back = report_of_record(record_of(report), report.text.utf8());
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(record_of(*back), record_of(report));
  EXPECT_EQ(back->text.utf8(), report.text.utf8());
  EXPECT_EQ(back->dateline->place_span, report.dateline->place_span);
  EXPECT_EQ(back->blocks.size(), report.blocks.size());
}

TEST(StoredReport, AMonthStandsForItsFirstDay) {
  Report report = testing::example_report().report;
  report.published = Published{*parse_iso_date("2016-03-01"), Precision::month, DateBasis::metadata, std::nullopt};
  const auto back = report_of_record(record_of(report), report.text.utf8());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->published->date, report.published->date);
  EXPECT_EQ(back->published->precision, Precision::month);
}

TEST(StoredReport, DamagedRecordsAreErrors) {
  EXPECT_FALSE(report_of_record("{", "text"));
  EXPECT_FALSE(report_of_record("[]", "text"));
  EXPECT_FALSE(report_of_record(R"({"id":7})", "text"));
  EXPECT_FALSE(report_of_record(R"({"id":"a","blocks":[{"kind":"paragraph","span":[0,99]}]})", "text"));
  EXPECT_FALSE(report_of_record(R"({"id":"a","blocks":[{"kind":"song","span":[0,1]}]})", "text"));
}

}  // namespace
}  // namespace wireroom
