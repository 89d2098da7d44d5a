#include "join/join.h"

#include <gtest/gtest.h>

#include "join/doers.h"
#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

void join_all(Coded& coded) {
  static const Doers doers = Doers::load().value();
  join(coded, doers);
}

Coded two_sentences() {
  testing::Fixture f = testing::fixture(R"(
1 Kerry  Kerry  PROPN NNP _ 2 nsubj NER=B-PER
2 met    meet   VERB VBD _ 0 root _
3 Lavrov Lavrov PROPN NNP _ 2 obj NER=B-PER

1 He     he     PRON PRP _ 2 nsubj _
2 met    meet   VERB VBD _ 0 root _
3 Lavrov Lavrov PROPN NNP _ 2 obj _
4 near   near   ADP IN _ 5 case _
5 gunmen gunman NOUN NNS _ 2 obl _
)",
                                        "2016-03-24");
  Coded coded;
  coded.report = std::move(f.report);
  coded.parse = std::move(f.parse);
  coded.actors.actors.resize(2);
  coded.actors.actors[0].name = "John Kerry";
  coded.actors.actors[1].name = "Sergei Lavrov";
  const auto mention = [&](std::uint32_t s, std::uint32_t w, std::uint32_t actor) {
    coded.actors.actors[actor].mentions.push_back(static_cast<std::uint32_t>(coded.actors.mentions.size()));
    coded.actors.mentions.push_back({{s, w, w, w}, coded.parse.sentences[s].words[w].span, MentionForm::name, actor});
  };
  mention(0, 0, 0);
  mention(0, 2, 1);
  mention(1, 0, 0);
  mention(1, 2, 1);
  return coded;
}

Party party(const Coded& coded, std::uint32_t mention) {
  const Mention& m = coded.actors.mentions[mention];
  return {m.actor, mention, m.words, m.span};
}

Event meeting(const Coded& coded, std::uint32_t sentence, std::uint32_t source, std::uint32_t target) {
  Event event;
  event.sentence = sentence;
  event.source = {party(coded, source)};
  event.target = {party(coded, target)};
  event.trigger = {coded.parse.sentences[sentence].words[1].span};
  return event;
}

TEST(Join, SameMeetingPointsToTheFirstRecord) {
  Coded coded = two_sentences();
  coded.events = {meeting(coded, 1, 2, 3), meeting(coded, 0, 0, 1)};
  join_all(coded);
  EXPECT_EQ(coded.events[0].sentence, 0u);  // in the order of the text
  EXPECT_FALSE(coded.events[0].same_as.has_value());
  EXPECT_EQ(coded.events[1].same_as, 0u);
}

TEST(Join, PlannedAndDoneAreTwo) {
  Coded coded = two_sentences();
  coded.events = {meeting(coded, 0, 0, 1), meeting(coded, 1, 2, 3)};
  coded.events[1].status = EventStatus::planned;
  join_all(coded);
  EXPECT_FALSE(coded.events[1].same_as.has_value());
}

TEST(Join, PartiesWithoutActorBecomeUnnamedActors) {
  Coded coded = two_sentences();
  Event event = meeting(coded, 1, 2, 3);
  Party gunmen;
  gunmen.words = {1, 4, 4, 4};
  gunmen.span = coded.parse.sentences[1].words[4].span;
  event.target = {gunmen};
  coded.events = {event};
  join_all(coded);
  ASSERT_EQ(coded.actors.actors.size(), 3u);
  const Actor& actor = coded.actors.actors[*coded.events[0].target[0].actor];
  EXPECT_EQ(actor.name, "gunmen");
  EXPECT_EQ(actor.kind, ActorKind::unnamed);
  EXPECT_EQ(coded.actors.mentions.back().span, gunmen.span);
  const Coded once = coded;
  join_all(coded);
  EXPECT_EQ(coded.actors.actors.size(), once.actors.actors.size());
}

// A thing keeps its words and the country that they tell, and is no actor.
TEST(Join, ThingsAreNoActors) {
  testing::Fixture f = testing::fixture(R"(
1 Rebels  rebel   NOUN NNS _ 2 nsubj _
2 shelled shell   VERB VBD _ 0 root _
3 the     the     DET DT _ 5 det _
4 Syrian  syrian  ADJ JJ _ 5 amod NER=B-NORP
5 bridge  bridge  NOUN NN _ 2 obj _
)");
  Coded coded;
  coded.report = std::move(f.report);
  coded.parse = std::move(f.parse);
  coded.actors.actors.resize(1);
  coded.actors.actors[0].country = "SYR";
  coded.actors.actors[0].mentions = {0};
  const auto& words = coded.parse.sentences[0].words;
  coded.actors.mentions = {{{0, 3, 3, 3}, words[3].span, MentionForm::adjective, 0}};
  Event event;
  Party rebels, bridge;
  rebels.words = {0, 0, 0, 0};
  rebels.span = words[0].span;
  bridge.words = {0, 2, 4, 4};
  bridge.span = {words[2].span.begin, words[4].span.end};
  event.source = {rebels};
  event.target = {bridge};
  event.trigger = {words[1].span};
  coded.events = {event};
  join_all(coded);
  EXPECT_EQ(coded.actors.actors.size(), 2u);
  EXPECT_TRUE(coded.events[0].source[0].actor.has_value());
  EXPECT_FALSE(coded.events[0].target[0].actor.has_value());
  EXPECT_EQ(coded.events[0].target[0].country, "SYR");
}

TEST(Doers, PeopleAndBodiesNotThingsAndActs) {
  const Doers doers = Doers::load().value();
  const testing::Fixture f = testing::fixture(R"(
1 dozens    dozen     NOUN NNS _ 0 root _
2 of        of        ADP IN _ 3 case _
3 villagers villager  NOUN NNS _ 1 nmod _

1 dozens    dozen     NOUN NNS _ 0 root _
2 of        of        ADP IN _ 3 case _
3 houses    house     NOUN NNS _ 1 nmod _

1 violence  violence  NOUN NN _ 0 root _

1 They      they      PRON PRP _ 0 root _

1 It        it        PRON PRP _ 0 root _

1 Hanoi     Hanoi     PROPN NNP _ 0 root NER=B-GPE

1 Oxfam     Oxfam     PROPN NNP _ 0 root NER=B-ORG

1 anti-riot anti-riot ADJ JJ _ 2 amod _
2 ex-policemen ex-policeman NOUN NNS _ 0 root _

1 three     three     NUM CD _ 0 root _

1 three     three     NUM CD _ 0 root _
2 of        of        ADP IN _ 4 case _
3 the       the       DET DT _ 4 det _
4 bridges   bridge    NOUN NNS _ 1 nmod _
)");
  const bool expected[] = {true, false, false, true, false, false, true, true, true, false};
  for (std::size_t i = 0; i < f.parse.sentences.size(); ++i) {
    const Sentence& sentence = f.parse.sentences[i];
    std::uint32_t root = 0;
    while (sentence.words[root].head >= 0) ++root;
    EXPECT_EQ(doers.is_doer(sentence, root), expected[i]) << sentence.words[root].form << ' ' << i;
  }
}

TEST(Join, ACountOfMeetingsIsNotTheMeeting) {
  testing::Fixture f = testing::fixture(R"(
1 Kerry  Kerry  PROPN NNP _ 2 nsubj NER=B-PER
2 met    meet   VERB VBD _ 0 root _
3 Lavrov Lavrov PROPN NNP _ 2 obj NER=B-PER

1 Kerry  Kerry  PROPN NNP _ 3 nsubj NER=B-PER
2 has    have   AUX VBZ _ 3 aux _
3 met    meet   VERB VBN _ 0 root _
4 Lavrov Lavrov PROPN NNP _ 3 obj NER=B-PER
5 twice  twice  ADV RB _ 3 advmod _
)",
                                        "2016-03-24");
  Coded coded = two_sentences();
  coded.report = std::move(f.report);
  coded.parse = std::move(f.parse);
  Event again = meeting(coded, 1, 2, 3);
  again.trigger = {coded.parse.sentences[1].words[2].span};
  again.trigger_words = {{1, 2, 2, 2}};
  coded.events = {meeting(coded, 0, 0, 1), again};
  join_all(coded);
  EXPECT_FALSE(coded.events[1].same_as.has_value());
}

TEST(Join, StatementsKnowTheirEvents) {
  Coded coded = two_sentences();
  coded.statements.resize(1);
  coded.events = {meeting(coded, 0, 0, 1)};
  coded.events[0].said_in = 0;
  join_all(coded);
  EXPECT_EQ(coded.statements[0].events, std::vector<std::uint32_t>{0});
}

// "I met Lavrov," Kerry said.
TEST(Join, FirstPersonsAreTheSpeaker) {
  testing::Fixture f = testing::fixture(R"(
1 I I PRON PRP _ 2 nsubj _
2 met meet VERB VBD _ 5 ccomp _
3 Lavrov Lavrov PROPN NNP _ 2 obj NER=B-PER
4 Kerry Kerry PROPN NNP _ 5 nsubj NER=B-PER
5 said say VERB VBD _ 0 root _
)",
                                        "2016-03-24");
  Coded coded;
  coded.report = std::move(f.report);
  coded.parse = std::move(f.parse);
  coded.actors.actors.resize(2);
  const std::vector<Word>& words = coded.parse.sentences[0].words;
  coded.actors.mentions = {{{0, 2, 2, 2}, words[2].span, MentionForm::name, 0},
                           {{0, 3, 3, 3}, words[3].span, MentionForm::name, 1}};
  coded.actors.actors[0].mentions = {0};
  coded.actors.actors[1].mentions = {1};
  for (const StatementKind kind : {StatementKind::direct, StatementKind::indirect}) {
    Event event;
    event.type = EventType::CONSULT;
    event.trigger = {words[1].span};
    event.trigger_words = {{0, 1, 1, 1}};
    Party speaker, other, self;
    speaker.actor = 1, speaker.words = {0, 3, 3, 3}, speaker.span = words[3].span;
    other.actor = 0, other.words = {0, 2, 2, 2}, other.span = words[2].span;
    self.words = {0, 0, 0, 0}, self.span = words[0].span;
    event.source = {self};
    event.target = {other};
    event.said_in = 0;
    coded.events = {event};
    coded.statements.resize(1);
    coded.statements[0].kind = kind;
    coded.statements[0].speaker = speaker;
    Coded joined = coded;
    join_all(joined);
    const auto& source = joined.events[0].source[0];
    const bool is_speaker =
        source.actor && joined.actors.actors[*source.actor].mentions.size() == 1 &&
        joined.actors.mentions[joined.actors.actors[*source.actor].mentions[0]].span == words[3].span;
    EXPECT_EQ(is_speaker, kind == StatementKind::direct);
  }
}

// Meetings of the same two, each on a day of its own: the work for one does not grow with the report.
TEST(Join, OnlyTheLastHappeningsOfATypeAreLookedAt) {
  constexpr std::uint32_t kMeetings = 250, kMostOpen = 200;
  std::string conllu;
  for (std::uint32_t s = 0; s < kMeetings + 2; ++s)
    conllu +=
        "1 Kerry Kerry PROPN NNP _ 2 nsubj NER=B-PER\n2 met meet VERB VBD _ 0 root _\n"
        "3 Lavrov Lavrov PROPN NNP _ 2 obj NER=B-PER\n\n";
  testing::Fixture f = testing::fixture(conllu, "2016-03-24");
  Coded coded;
  coded.report = std::move(f.report);
  coded.parse = std::move(f.parse);
  coded.actors.actors.resize(2);
  for (std::uint32_t s = 0; s < kMeetings + 2; ++s)
    for (const std::uint32_t actor : {0u, 1u}) {
      const std::uint32_t word = 2 * actor;
      coded.actors.actors[actor].mentions.push_back(static_cast<std::uint32_t>(coded.actors.mentions.size()));
      coded.actors.mentions.push_back(
          {{s, word, word, word}, coded.parse.sentences[s].words[word].span, MentionForm::name, actor});
    }
  const auto on_day = [&](std::uint32_t sentence, std::uint32_t day) {
    Event event = meeting(coded, sentence, 2 * sentence, 2 * sentence + 1);
    const Moment moment{*parse_iso_date(std::to_string(1800 + day) + "-01-01"), std::nullopt};
    event.date = EventDate{{moment, moment}, Precision::day, TimeBasis::expression, std::nullopt, std::nullopt};
    coded.events.push_back(event);
  };
  for (std::uint32_t s = 0; s < kMeetings; ++s) on_day(s, s);
  on_day(kMeetings, kMeetings - kMostOpen);  // told again while it is still looked at
  on_day(kMeetings + 1, 0);                  // too long ago
  join_all(coded);
  EXPECT_EQ(coded.events[kMeetings].same_as, kMeetings - kMostOpen);
  EXPECT_FALSE(coded.events[kMeetings + 1].same_as.has_value());
}

}  // namespace
}  // namespace wireroom
