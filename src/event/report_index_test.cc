#include "event/report_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wireroom {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ReportIndex, StatementsAreFoundByTheSentencesOfTheirParts) {
  Coded coded;
  for (const Span span : {Span{0, 10}, Span{11, 20}, Span{21, 30}}) coded.parse.sentences.emplace_back().span = span;
  Statement over_two, within_one;
  over_two.cue_words = {{0, 1, 1, 1}};
  over_two.content = {{5, 10}, {11, 15}, {16, 20}};
  over_two.speaker.emplace().words = {0, 0, 0, 0};
  within_one.cue_words = {{1, 2, 2, 2}};
  within_one.content = {{12, 14}};
  coded.statements = {over_two, within_one};
  const ReportIndex index(coded);
  EXPECT_THAT(index.cued_in(0), ElementsAre(0));
  EXPECT_THAT(index.cued_in(1), ElementsAre(1));
  EXPECT_THAT(index.spoken_in(0), ElementsAre(0));
  EXPECT_THAT(index.spoken_in(1), IsEmpty());
  EXPECT_THAT(index.said_in(0), ElementsAre(0));
  EXPECT_THAT(index.said_in(1), ElementsAre(0, 1)) << "once, though two pieces stand there";
  EXPECT_THAT(index.said_in(2), IsEmpty());
  EXPECT_EQ(index.content_size(0), 13u);
}

TEST(ReportIndex, TheFirstActorThatIsTheCountryAndTheFirstPlaceOfTheDateline) {
  Coded coded;
  coded.actors.actors.resize(3);
  coded.actors.actors[0].country = "FRA";
  coded.actors.actors[0].kind = ActorKind::person;
  for (const std::size_t i : {1u, 2u}) {
    coded.actors.actors[i].country = "FRA";
    coded.actors.actors[i].kind = ActorKind::country;
  }
  coded.report.dateline = Dateline{"PARIS, France", std::nullopt, "", {}, std::nullopt};
  coded.places.resize(3);
  coded.places[1].name = coded.places[2].name = "Paris";
  const ReportIndex index(coded);
  EXPECT_EQ(index.country_actor("FRA"), 1u);
  EXPECT_EQ(index.country_actor("DEU"), std::nullopt);
  EXPECT_EQ(index.dateline_place(), 1u);
}

}  // namespace
}  // namespace wireroom
