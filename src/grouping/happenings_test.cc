#include "grouping/happenings.h"

#include <gtest/gtest.h>

namespace wireroom {
namespace {

using Firsts = std::vector<std::size_t>;

const TellingParty kKerry{"John Kerry", "USA", "GOV", "USAGOV"};
const TellingParty kRussia{"Russia", "RUS", "", "RUS"};
const TellingParty kKremlin{"Foreign Ministry", "RUS", "GOV", "RUSGOV"};

Telling visit(std::size_t report, std::int64_t day) {
  Telling event;
  event.report = report;
  event.event = "CONSULT";
  event.mode = "visit";
  event.status = "asserted";
  event.earliest = event.latest = day;
  event.sources = {kKerry};
  event.targets = {kRussia};
  event.sentence = report + 1;
  event.trigger = "visited";
  return event;
}

TEST(Happenings, TheSameActOfTheSamePartiesOnTheSameDayIsOneHappening) {
  Telling retold = visit(1, 5);
  retold.sources.front().name = "Kerry";
  retold.targets = {kKremlin};
  EXPECT_EQ(find_happenings({visit(0, 5), retold}), (Firsts{0, 0}));
}

TEST(Happenings, AnotherDayPartyModeOrStatusIsAnother) {
  Telling other_day = visit(1, 7), other_party = visit(2, 5), other_mode = visit(3, 5), planned = visit(4, 5);
  other_party.sources = {{"Angela Merkel", "DEU", "GOV", "DEUGOV"}};
  other_mode.mode = "phone";
  planned.status = "planned";
  EXPECT_EQ(find_happenings({visit(0, 5), other_day, other_party, other_mode, planned}), (Firsts{0, 1, 2, 3, 4}));
}

TEST(Happenings, WhoMeetsStandsOnEitherSideWhoVisitsDoesNot) {
  Telling meeting = visit(0, 5), turned = visit(1, 5);
  turned.sources.swap(turned.targets);
  EXPECT_EQ(find_happenings({meeting, turned}), (Firsts{0, 1}));
  meeting.mode = turned.mode = "";
  EXPECT_EQ(find_happenings({meeting, turned}), (Firsts{0, 0}));
}

TEST(Happenings, AnotherStoryIsAnother) {
  Telling elsewhere = visit(1, 5);
  elsewhere.story = 1;
  EXPECT_EQ(find_happenings({visit(0, 5), elsewhere}), (Firsts{0, 1}));
}

TEST(Happenings, AnUnnamedSideIsNoContradictionButOneSideMustFit) {
  Telling no_target = visit(1, 5), no_party = visit(2, 5);
  no_target.targets.clear();
  no_party.targets.clear();
  no_party.sources.clear();
  EXPECT_EQ(find_happenings({visit(0, 5), no_target, no_party}), (Firsts{0, 0, 2}));
}

TEST(Happenings, SentencesThatAreTheSameTellTheSame) {
  Telling copied = visit(1, 5);
  copied.sentence = visit(0, 5).sentence;
  copied.sources = {{"", "", "", ""}};  // coreference failed in the cut copy
  EXPECT_EQ(find_happenings({visit(0, 5), copied}), (Firsts{0, 0}));
}

TEST(Happenings, WhatAReportKeepsApartStaysApart) {
  Telling second = visit(0, 5), retold = visit(0, 5);
  retold.same_as = 0;
  EXPECT_EQ(find_happenings({visit(0, 5), second, retold}), (Firsts{0, 1, 0}));
}

TEST(Happenings, PartiesFitByNameOrByTheStateTheySpeakFor) {
  EXPECT_TRUE(same_party(kKerry, {"Kerry", "", "", ""}));
  EXPECT_TRUE(same_party(kRussia, kKremlin));
  EXPECT_FALSE(same_party(kKerry, kRussia));
  EXPECT_FALSE(same_party(kKerry, {"Barack Obama", "USA", "GOV", "USAGOV"})) << "two persons of one government";
  EXPECT_TRUE(same_party({"", "ISR", "MIL", "ISRMIL"}, {"Golani Brigade", "ISR", "MIL", "ISRMIL"}));
  EXPECT_FALSE(same_party({"", "", "", ""}, {"", "", "", ""})) << "nothing known is nothing in common";
}

}  // namespace
}  // namespace wireroom
