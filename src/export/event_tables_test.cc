// The tables of others, stated by hand from their definitions: columns, order, separators, codes, words for nothing.
#include <gmock/gmock.h>

#include <algorithm>
#include <tuple>

#include "export/sample_store_fixture.h"
#include "store/export_tables.h"

namespace wireroom {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> cut(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

// The lines of a file, each cut at its tabs.
std::vector<std::vector<std::string>> rows(const std::string& bytes) {
  std::vector<std::vector<std::string>> all;
  for (const std::string& line : cut(bytes, '\n'))
    if (!line.empty()) all.push_back(cut(line, '\t'));
  return all;
}

std::vector<std::string> cells(const std::string& text) { return cut(text, '|'); }

TEST_F(SampleStore, PolecatHasItsFortyColumns) {
  fill({visit_report(), attack_report()});
  const Exported exported = write("polecat");
  const auto table = rows(read("polecat.txt"));
  ASSERT_EQ(table.size(), 5u);
  EXPECT_EQ(table[0],
            cells("Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor "
                  "Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia "
                  "Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient "
                  "Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|"
                  "Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|"
                  "Publication Date|Story People|Story Organizations|Story Locations|Language|Version"));
  EXPECT_EQ(table[1],
            cells("r1.e1|2016-03-23|CONSULT|visit|4|VERBAL COOPERATION|None|Élise Dupont|FRA|220|GOV|GOV|"
                  "minister|French minister Élise Dupont|None|Norway|NOR|385|GOV|GOV|None|Oslo|None|Oslo|Oslo|"
                  "None|Oslo|NOR|59.9127|10.7461|3143244|Oslo|None|Wire|2016-03-24|Élise Dupont|None|Oslo|en|"
                  "wireroom 1"));
  EXPECT_EQ(table[2],
            cells("r2.e1|2016-02-01|ASSAULT|None|-9|MATERIAL CONFLICT|None|Rebels|SYR|652|REB|REB|None|Rebels|"
                  "None|police|SYR|652|COP|COP|None|police|None|Syria|None|None|None|SYR|35|38|163843|Syria|"
                  "None|None|2016-03-25|None|None|None|None|wireroom 1"));
  EXPECT_EQ(table[4][5], "MATERIAL CONFLICT") << "a sanction, by PLOVER's own quad classes";
  EXPECT_THAT(exported.homeless,
              Contains("left out: events not told as having happened (planned, denied, …); --status takes them (1)"));
  EXPECT_THAT(exported.homeless,
              Contains("left out: second and later records of the same happening in a report (same_as) (1)"));
  EXPECT_THAT(exported.homeless,
              Contains("no column: events dated to a week or coarser; their first day stands for it (1)"));
  EXPECT_THAT(exported.homeless, Contains("no column: numbers of killed, arrested, protesters, … (1)"));
  EXPECT_THAT(exported.homeless, Contains("no column: statements (1)"));
}

TEST_F(SampleStore, PolecatListsASideAndCutsItIntoPairsWhenAsked) {
  StoredReport report = visit_report();
  const std::string party = R"({"actor":"r1.a1",)";
  auto& event = report.records[3];
  event.insert(event.find(party), R"({"text":"a man","name":"Man"},)");
  fill({report});
  (void)write("polecat");
  auto table = rows(read("polecat.txt"));
  ASSERT_EQ(table.size(), 2u);
  EXPECT_EQ(table[1][7], "Man; Élise Dupont");
  EXPECT_EQ(table[1][8], "None; FRA") << "elements keep step";
  ExportRequest request;
  request.format = "polecat";
  request.dyads = true;
  (void)write(request);
  table = rows(read("polecat.txt"));
  ASSERT_EQ(table.size(), 3u);
  EXPECT_EQ(table[1][0], "r1.e1-1-1");
  EXPECT_EQ(table[1][7], "Man");
  EXPECT_EQ(table[2][7], "Élise Dupont");
  EXPECT_EQ(table[2][15], "Norway");
}

TEST_F(SampleStore, IcewsHasItsTwentyColumnsAndTellsAVisitFromBothSides) {
  fill({visit_report(), attack_report()});
  const Exported exported = write("icews");
  const auto table = rows(read("icews.tab"));
  ASSERT_EQ(table.size(), 5u);
  EXPECT_EQ(table[0],
            cells("Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|"
                  "Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|"
                  "District|Province|Country|Latitude|Longitude"));
  EXPECT_EQ(table[1],
            cells("1055|2016-03-23|Élise Dupont|Government|France|Make a visit|042|1.9|Norway||Norway|1||Wire|"
                  "Oslo||Oslo|Norway|59.9127|10.7461"));
  EXPECT_EQ(table[2],
            cells("2016|2016-03-23|Norway||Norway|Host a visit|043|2.8|Élise Dupont|Government|France|1||Wire|"
                  "Oslo||Oslo|Norway|59.9127|10.7461"));
  EXPECT_EQ(table[3], cells("2079|2016-02-01|Armed Rebel (Syria)|Rebel,Dissident|Syria|Use conventional military force|"
                            "190|-10|Police (Syria)|Police,Government|Syria|2||||||Syria|35|38"));
  EXPECT_EQ(table[4][6], "160") << "a root alone is the code of what is not specified";
  EXPECT_THAT(exported.homeless, Contains("left out: events without a pair of actors with CAMEO codes (1)"));
}

TEST_F(SampleStore, GdeltHasItsSixtyOneColumnsWithoutAHeader) {
  fill({visit_report(), attack_report()});
  (void)write("gdelt");
  const auto table = rows(read("gdelt.export.CSV"));
  ASSERT_EQ(table.size(), 5u);
  for (const auto& row : table) EXPECT_EQ(row.size(), 61u);
  EXPECT_EQ(table[0],
            cells("1055|20160323|201603|2016|2016.2274|FRAGOV|Élise Dupont|FRA|||||GOV|||NOR|Norway|NOR||||||||"
                  "1|042|042|04|1|1.9|1|1|1||0||||||||0||||||||4|Oslo, Oslo, Norway|NO|||59.9127|10.7461||"
                  "20160325080000|https://example.org/1"));
  EXPECT_EQ(table[1][26], "043");
  EXPECT_EQ(table[1][5], "NOR");
  EXPECT_EQ(table[2],
            cells("2079|20160201|201602|2016|2016.0849|SYRREB|Rebels|SYR|||||REB|||SYRCOP|police|SYR|||||COP|||"
                  "0|190|190|19|4|-10.0|2|1|1||0||||||||0||||||||1|Syria|SY|SY||35|38|SY|20160325080000|r2"));
  EXPECT_EQ(table[3][5], "USA");
  EXPECT_EQ(table[3][15], "") << "whom the first sanction meets is not known";
  EXPECT_EQ(table[3][4], "2016.2329") << "without a date of its own it has that of publication";
  EXPECT_EQ(table[4][29], "4") << "CAMEO's root 16 is material conflict";
}

TEST_F(SampleStore, PhoenixHasItsTwentySixColumnsAndItsOwnQuadClasses) {
  fill({visit_report(), attack_report()});
  (void)write("phoenix");
  const auto table = rows(read("phoenix.txt"));
  ASSERT_EQ(table.size(), 4u);
  for (const auto& row : table) EXPECT_EQ(row.size(), 26u);
  EXPECT_EQ(table[0],
            cells("1055_1|20160323|2016|03|23|FRAGOV|FRA|GOV||NOR|NOR|||042|04|1|1.9||59.9127|10.7461|Oslo|Oslo|"
                  "NOR|r1.e1|https://example.org/1|Wire"));
  EXPECT_EQ(table[2],
            cells("2079_1|20160201|2016|02|01|SYRREB|SYR|REB||SYRCOP|SYR|COP||190|19|4|-10.0||35|38|Syria||SYR|"
                  "r2.e1||"));
  EXPECT_EQ(table[3][15], "3") << "Phoenix takes root 16 for verbal conflict";
}

TEST_F(SampleStore, AMeetingIsToldOfEachPairInBothDirections) {
  StoredReport report = visit_report();
  std::string& event = report.records[3];
  event.replace(event.find("\"042\""), 5, "\"040\"");
  const std::string target = R"("target":[)";
  event.insert(event.find(target) + target.size(), R"({"text":"Italy","name":"Italy","country":"ITA","code":"ITA"},)");
  fill({report});
  (void)write("icews");
  std::vector<std::string> pairs;
  for (const auto& row : rows(read("icews.tab"))) pairs.push_back(row[2] + " " + row[6] + " " + row[8]);
  pairs.erase(pairs.begin());
  std::sort(pairs.begin(), pairs.end());
  EXPECT_THAT(pairs, ElementsAre("Italy 040 Norway", "Italy 040 Élise Dupont", "Norway 040 Italy",
                                 "Norway 040 Élise Dupont", "Élise Dupont 040 Italy", "Élise Dupont 040 Norway"));
}

TEST_F(SampleStore, ATabInANameBecomesABlankAndIsCounted) {
  StoredReport report = attack_report();
  std::string& event = report.records[3];
  event.replace(event.find(R"("name":"Rebels")"), 15, R"("name":"Re\tbels")");
  fill({report});
  const Exported exported = write("polecat");
  EXPECT_THAT(read("polecat.txt"), HasSubstr("\tRe bels\t"));
  EXPECT_THAT(exported.homeless, Contains("no column: tabs and line breaks, for which a blank stands (cells: 1)"));
}

// One place defines the columns: what the views of the store say is what the exports say.
TEST_F(SampleStore, TheViewsOfTheStoreHoldTheSame) {
  fill({visit_report(), attack_report()});
  for (const auto& [view, file, header] :
       {std::tuple{"v_icews", "icews.tab", true}, std::tuple{"v_phoenix", "phoenix.txt", false},
        std::tuple{"v_gdelt", "gdelt.export.CSV", false}, std::tuple{"v_polecat", "polecat.txt", true}}) {
    (void)write(std::string(view).substr(2));
    auto database = Database::open(db(), Database::Mode::read);
    ASSERT_TRUE(database && make_temporary_views(**database));
    auto query = (*database)->prepare("SELECT * FROM " + std::string(view));
    ASSERT_TRUE(query) << query.error().message;
    const auto table = rows(read(file));
    std::size_t number = 0;
    while (query->step().value()) ++number;
    EXPECT_EQ(number, table.size() - (header ? 1 : 0)) << view;
    if (!header) continue;
    for (int i = 0; i < query->columns(); ++i) EXPECT_EQ(query->column_name(i), table[0][static_cast<std::size_t>(i)]);
  }
  auto database = Database::open(db(), Database::Mode::read);
  auto names = (*database)->prepare(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND name IN ('v_polecat', "
      "'v_icews', 'v_gdelt', 'v_phoenix')");
  ASSERT_TRUE(names && names->step().value());
  EXPECT_EQ(names->integer(0), 4) << "for R, pandas and Datasette they stand in the file";
}

TEST_F(SampleStore, PlannedEventsComeWhenAskedFor) {
  fill({attack_report()});
  ExportRequest request;
  request.format = "icews";
  request.statuses = {"planned"};
  (void)write(request);
  const auto table = rows(read("icews.tab"));
  ASSERT_EQ(table.size(), 2u);
  EXPECT_EQ(table[1][6], "100");
}

}  // namespace
}  // namespace wireroom
