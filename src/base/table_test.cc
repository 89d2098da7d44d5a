#include "base/table.h"

#include <gtest/gtest.h>

#include "base/assets.h"
#include "base/unicode.h"
#include "wireroom/calendar.h"
#include "wireroom/proposition.h"

namespace wireroom {
namespace {

TEST(Table, ReadsCellsByColumnAndKnowsLines) {
  const auto table =
      Table::read("x.tsv", "# note\nname\tother\nRussia\tRussian Federation|  Moscow \nChad\n", {"name"});
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows().size(), 2U);
  EXPECT_EQ(table->rows()[0].list("other"), (std::vector<std::string_view>{"Russian Federation", "Moscow"}));
  EXPECT_EQ(table->rows()[1]["other"], "");
  EXPECT_EQ(table->rows()[1].place(), "x.tsv:4");
}

TEST(Table, StaysWholeWhenMoved) {
  auto first = Table::read("x.tsv", "name\nRussia\n", {"name"});
  ASSERT_TRUE(first);
  const Table second = std::move(*first);
  EXPECT_EQ(second.rows()[0]["name"], "Russia");
}

TEST(Table, NamesFileLineAndRemedy) {
  EXPECT_NE(Table::read("x.tsv", "name\n", {"code"}).error().message.find("x.tsv:1: the header has no column \"code\""),
            std::string::npos);
  EXPECT_NE(Table::read("x.tsv", "name\na\tb\n", {"name"}).error().message.find("x.tsv:2: 2 cells"), std::string::npos);
  EXPECT_FALSE(Table::read("x.tsv", "# only a comment\n", {"name"}));
}

TEST(Assets, AreEmbeddedAndNamed) {
  ASSERT_TRUE(asset("data/countries.tsv"));
  EXPECT_FALSE(asset("data/none.tsv"));
  EXPECT_FALSE(assets_below("rules/").empty());
}

TEST(Unicode, FoldsAccentsAndCase) {
  EXPECT_EQ(folded("Élysée São"), "elysee sao");
  EXPECT_EQ(lower("ÉLYSÉE"), "élysée");
  EXPECT_TRUE(is_capitals("U.S."));
  EXPECT_FALSE(is_capitals("I"));
  EXPECT_TRUE(is_space(0xA0));
}

TEST(Calendar, ReadsOnlyRealDays) {
  EXPECT_EQ(iso(*parse_iso_date("2016-03-24T10:35:00Z")), "2016-03-24");
  EXPECT_FALSE(parse_iso_date("2015-02-29"));
  EXPECT_FALSE(parse_iso_date("24.03.2016"));
}

TEST(Names, AreTheWordsOfTheContract) {
  EXPECT_STREQ(name(EventStatus::called_for), "called_for");
  EXPECT_STREQ(name(EventType::ASSAULT), "ASSAULT");
  EXPECT_EQ(event_type("SANCTION"), EventType::SANCTION);
  EXPECT_FALSE(event_type("sanction"));
}

}  // namespace
}  // namespace wireroom
