// The story format itself: a wrong record must be caught, a right one not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "golden/story.h"
#include "record/record_test_report.h"

namespace wireroom::golden {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string reasons(std::string_view story) {
  std::string all;
  for (const Failure& failure : unmet(story, testing::example_report()))
    all += std::to_string(failure.line) + ": " + failure.expectation + ": " + failure.reason + "\n";
  return all;
}

TEST(Story, WhatIsSoIsMet) {
  EXPECT_THAT(reasons(R"(
# comment
report: title="a visit" date=2016-03-24 basis=option
event: CONSULT visit | Dupont (FRA GOV) -> Norway (NOR) | 2016-03-21 | Oslo
  | "arrived" | basis=tense | cameo=04
event: AGREE/CONSULT planned | "Dupont" -> | no-date
event: CONSULT planned | in="we can't … wait"
)"),
              HasSubstr("taken by another line"));
  EXPECT_THAT(reasons(R"(
event: CONSULT visit asserted | "Élise" + … -> "Oslo" | 2016-03-21..2016-03-21 | "arrived"
event: CONSULT planned | no-date | in="We … wait"
statement: direct say | Élise Dupont | "We can't wait" | cue="said" | basis=carried_over
actor: Élise Dupont | FRA GOV | person | "she", "Élise Dupont"
time: "Monday" = 2016-03-21
same: "arrived" = "said"
not: ASSAULT
not: CONSULT | Norway ->  | "arrived" | visit
not: statement | nobody
complete: events
complete: statements
)"),
              IsEmpty());
}

TEST(Story, WhatIsNotSoIsCaught) {
  for (const char* line : {"report: title=\"Another\"",
                           "report: date=2016-03-25",
                           "report: author=\"Roe\"",
                           "event: ASSAULT",
                           "event: CONSULT talk",
                           "event: CONSULT denied",
                           "event: CONSULT | Norway -> Dupont | \"arrived\" | visit",
                           "event: CONSULT visit | Dupont (USA GOV) ->",
                           "event: CONSULT visit | Dupont (FRA MIL) ->",
                           "event: CONSULT | Dupont -> nobody",
                           "event: CONSULT | nobody ->",
                           "event: CONSULT | 2016-03-22",
                           "event: CONSULT | 2016-03",
                           "event: CONSULT | Bergen",
                           "event: CONSULT | \"departed\"",
                           "event: CONSULT | host=Norway",
                           "event: CONSULT | Dupont + Lavrov -> Norway",
                           "statement: indirect",
                           "statement: direct say | Norway",
                           "statement: direct | \"can't … said\"",
                           "actor: Élise | USA",
                           "actor: Kerry",
                           "time: \"Monday\" = 2016-03-22",
                           "same: \"arrived\" = \"left\"",
                           "not: CONSULT",
                           "complete: events",
                           "not: statement | Dupont",
                           "evnt: CONSULT"})
    EXPECT_NE(reasons(line), "") << line;
}

TEST(Story, AFailureNamesItsLineAndTheNearestRecord) {
  EXPECT_THAT(reasons("\n\nevent: CONSULT visit | Dupont -> Sweden | 2016-03-21"),
              HasSubstr("3: event: CONSULT visit | Dupont -> Sweden | 2016-03-21: no record is so; nearest are\n  "
                        "wire.e1: CONSULT visit"));
}

TEST(Story, ATodoMustFailUntilItIsMet) {
  EXPECT_EQ(reasons("todo event: ASSAULT"), "");
  EXPECT_THAT(reasons("todo event: CONSULT visit | Dupont ->"), HasSubstr("take the word todo away"));
  // It does not take the record of a line that is met.
  EXPECT_EQ(reasons("todo event: CONSULT visit | Dupont -> Sweden\nevent: CONSULT visit"), "");
}

TEST(Story, AnOpenRecordIsNeitherMissedNorAFault) {
  const std::string known = "event: CONSULT\n";
  EXPECT_EQ(reasons("open event: ASSAULT\nopen statement: deny"), "");
  EXPECT_NE(reasons(known + "complete: events"), "");
  EXPECT_NE(reasons(known + "open event: ASSAULT\ncomplete: events"), "");
  EXPECT_EQ(reasons(known + "open event: CONSULT planned\ncomplete: events"), "");
  EXPECT_EQ(reasons("open statement: say\ncomplete: statements"), "");
  EXPECT_NE(reasons("open actor: Kerry"), "");
}

TEST(Story, CountsWhatIsFoundWithPartiesAndWhole) {
  Tally tally;
  count(
      "todo event: CONSULT visit | Dupont (FRA GOV) -> Norway (NOR) | 2016-03-20 | \"arrived\"\n"
      "event: ASSAULT\nstatement: direct say | Norway | \"We can't wait\"\n",
      testing::example_report(), tally);
  EXPECT_EQ(tally.events.expected, 2U);
  EXPECT_EQ(tally.events.found, 1U);
  EXPECT_EQ(tally.events.who, 1U);
  EXPECT_EQ(tally.events.all, 0U);
  EXPECT_EQ(tally.events.records, 2U);
  EXPECT_EQ(tally.events.unknown, 1U);
  EXPECT_EQ(tally.statements.found, 1U);
  EXPECT_EQ(tally.statements.who, 0U);
}

TEST(Story, TwoLinesNeedTwoRecords) {
  EXPECT_NE(reasons("event: CONSULT | \"arrived\"\nevent: CONSULT | 2016-03-21"), "");
  EXPECT_EQ(reasons("event: CONSULT/AGREE planned\nevent: CONSULT"), "");
}

}  // namespace
}  // namespace wireroom::golden
