#include "actor/plural_nominals.h"

#include <gtest/gtest.h>

#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

using testing::Fixture;
using testing::fixture;

constexpr std::string_view kMeeting = R"(
1 Orlova Orlova PROPN NNP Number=Sing 4 nsubj NER=B-PER
2 and and CCONJ CC _ 3 cc _
3 Tanaka Tanaka PROPN NNP Number=Sing 1 conj NER=B-PER
4 met meet VERB VBD Tense=Past 0 root SpaceAfter=No
5 . . PUNCT . _ 4 punct _

1 The the DET DT _ 3 det _
2 two two NUM CD _ 3 nummod _
3 leaders leader NOUN NNS Number=Plur 4 nsubj _
4 signed sign VERB VBD Tense=Past 0 root _
5 maps map NOUN NNS Number=Plur 4 obj SpaceAfter=No
6 . . PUNCT . _ 4 punct _
)";

void resolve(const Fixture& fixture, Actors& actors) {
  static const Countries countries = Countries::load().value();
  resolve_plural_nominals({{"Koreas", {"PRK", "KOR"}}}, countries, fixture.report, fixture.parse, actors);
}

Mention mention(const Fixture& fixture, std::uint32_t sentence, std::uint32_t word, std::uint32_t actor) {
  Mention made;
  made.words = {sentence, word, word, word};
  made.span = fixture.parse.sentences[sentence].words[word].span;
  made.actor = actor;
  return made;
}

Actor actor(ActorKind kind, std::string country, std::uint32_t its_mention) {
  Actor made;
  made.kind = kind;
  made.country = std::move(country);
  made.mentions = {its_mention};
  return made;
}

TEST(PluralNominals, TheTwoLeadersAreThoseNamedTogether) {
  const Fixture f = fixture(kMeeting, "2016-03-24");
  Actors actors;
  actors.actors = {actor(ActorKind::person, "RUS", 0), actor(ActorKind::person, "JPN", 1)};
  actors.mentions = {mention(f, 0, 0, 0), mention(f, 0, 2, 1)};
  resolve(f, actors);
  const Mention* leaders = actors.with_head(1, 2);
  ASSERT_TRUE(leaders);
  EXPECT_EQ(leaders->members, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(f.report.text.view(leaders->span), "The two leaders");
  EXPECT_EQ(actors.actors[leaders->actor].kind, ActorKind::group);
  EXPECT_TRUE(actors.actors[leaders->actor].plural);
}

TEST(PluralNominals, WhereOnlyOneFitsNobodyIsGuessed) {
  const Fixture f = fixture(kMeeting, "2016-03-24");
  Actors actors;
  actors.actors = {actor(ActorKind::person, "RUS", 0)};
  actors.mentions = {mention(f, 0, 0, 0)};
  resolve(f, actors);
  EXPECT_EQ(actors.mentions.size(), 1u);
  EXPECT_EQ(actors.with_head(1, 2), nullptr);
}

// Both lands are members, though neither is named elsewhere.
TEST(PluralNominals, TwoLandsUnderOneName) {
  const Fixture f = fixture(R"(
1 Both both DET DT _ 2 det _
2 Koreas Korea PROPN NNPS Number=Plur 3 nsubj NER=B-GPE
3 agreed agree VERB VBD Tense=Past 0 root SpaceAfter=No
4 . . PUNCT . _ 3 punct _
)");
  Actors actors;
  resolve(f, actors);
  ASSERT_EQ(actors.mentions.size(), 3u);
  const Mention* said = actors.with_head(0, 1);
  ASSERT_NE(said, nullptr);
  ASSERT_EQ(said->members.size(), 2u);
  EXPECT_EQ(actors.actors[said->members[0]].country, "PRK");
  EXPECT_EQ(actors.actors[said->members[1]].country, "KOR");
}

}  // namespace
}  // namespace wireroom
