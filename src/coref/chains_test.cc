#include "coref/chains.h"

#include <gtest/gtest.h>

#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

Coded coded_of(std::string_view table) {
  testing::Fixture f = testing::fixture(table);
  Coded coded;
  coded.report = std::move(f.report);
  coded.parse = std::move(f.parse);
  return coded;
}

std::vector<std::vector<std::string>> words(const Coded& coded) {
  std::vector<std::vector<std::string>> all;
  for (const auto& chain : coreference_chains(coded)) {
    all.emplace_back();
    for (const Span& span : chain) all.back().emplace_back(coded.report.text.view(span));
  }
  return all;
}

using Names = std::vector<std::vector<std::string>>;

TEST(Chains, NamesOfPlacesByWhatTheyAreAndOthersByTheirLetters) {
  Coded coded = coded_of(R"(
1 Crowds crowd NOUN NNS _ 2 nsubj _
2 met meet VERB VBD _ 0 root _
3 in in ADP IN _ 4 case _
4 L.A. L.A. PROPN NNP _ 2 obl NER=B-GPE
5 near near ADP IN _ 7 case _
6 the the DET DT _ 7 det _
7 Orpheum Orpheum PROPN NNP _ 2 obl _

1 The the DET DT _ 2 det _
2 Orpheum Orpheum PROPN NNP _ 3 nsubj _
3 left leave VERB VBD _ 0 root _
4 Los Los PROPN NNP _ 5 compound NER=B-GPE
5 Angeles Angeles PROPN NNP _ 3 obj NER=I-GPE
)");
  const auto place = [&](std::uint32_t s, std::uint32_t first, std::uint32_t last) {
    Place made;
    made.words = {s, first, last, last};
    const auto& all = coded.parse.sentences[s].words;
    made.span = {all[first].span.begin, all[last].span.end};
    made.kind = PlaceKind::city;
    made.geonames = "5368361";
    return made;
  };
  coded.places = {place(0, 3, 3), place(1, 3, 4)};
  EXPECT_EQ(words(coded), (Names{{"L.A.", "Los Angeles"}, {"the Orpheum", "The Orpheum"}}));
}

TEST(Chains, InitialsOfALongerName) {
  const Coded coded = coded_of(R"(
1 The the DET DT _ 4 det _
2 Public Public PROPN NNP _ 4 compound NER=B-ORG
3 Safety Safety PROPN NNP _ 4 compound NER=I-ORG
4 Office Office PROPN NNP _ 5 nsubj NER=I-ORG
5 met meet VERB VBD _ 0 root _

1 PSO PSO PROPN NNP _ 2 nsubj NER=B-ORG
2 left leave VERB VBD _ 0 root _
)");
  EXPECT_EQ(words(coded), (Names{{"The Public Safety Office", "PSO"}}));
}

// "Ana Prado" of "the Ana Prado Foundation" where she is named by herself; "Internet" of "Internet Weekly" is no name.
TEST(Chains, NamesWithinNames) {
  Coded coded = coded_of(R"(
1 Ana Ana PROPN NNP _ 3 nsubj NER=B-PER
2 Prado Prado PROPN NNP _ 1 flat NER=I-PER
3 used use VERB VBD _ 0 root _
4 the the DET DT _ 5 det _
5 Internet Internet PROPN NNP _ 3 obj _

1 The the DET DT _ 4 det _
2 Ana Ana PROPN NNP _ 4 compound NER=B-ORG
3 Prado Prado PROPN NNP _ 2 flat NER=I-ORG
4 Foundation Foundation PROPN NNP _ 5 nsubj NER=I-ORG
5 owns own VERB VBZ _ 0 root _
6 Internet Internet PROPN NNP _ 7 compound NER=B-MISC
7 Weekly Weekly PROPN NNP _ 5 obj NER=I-MISC
)");
  coded.actors.actors.resize(1);
  coded.actors.actors[0].kind = ActorKind::person;
  coded.actors.actors[0].mentions = {0};
  const auto& first = coded.parse.sentences[0].words;
  coded.actors.mentions = {{{0, 0, 1, 0}, {first[0].span.begin, first[1].span.end}, MentionForm::name, 0, {}}};
  EXPECT_EQ(words(coded), (Names{{"Ana Prado", "Ana Prado"}}));
}

// One day under two names.
TEST(Chains, DaysByTheirDates) {
  Coded coded = coded_of(R"(
1 It it PRON PRP _ 2 nsubj _
2 rained rain VERB VBD _ 0 root _
3 Tuesday Tuesday PROPN NNP _ 2 obl _
4 and and CCONJ CC _ 5 cc _
5 yesterday yesterday NOUN NN _ 3 conj _
)");
  for (const std::uint32_t at : {2U, 4U}) {
    TimeExpression day;
    day.words = {0, at, at, at};
    day.span = coded.parse.sentences[0].words[at].span;
    day.value = "2016-03-22";
    day.precision = Precision::day;
    coded.times.push_back(day);
  }
  EXPECT_EQ(words(coded), (Names{{"Tuesday", "yesterday"}}));
}

// "I" inside a quotation is who speaks; "we" there is a chain of its own; adjectives are no mentions.
TEST(Chains, FirstPersonsAreTheSpeaker) {
  Coded coded = coded_of(R"(
1 I I PRON PRP _ 2 nsubj _
2 know know VERB VBP _ 0 root _
3 we we PRON PRP _ 4 nsubj _
4 won win VERB VBD _ 2 ccomp _
5 said say VERB VBD _ 2 parataxis _
6 Orlova Orlova PROPN NNP _ 5 nsubj NER=B-PER

1 We we PRON PRP _ 2 nsubj _
2 sing sing VERB VBP _ 0 root _
)");
  coded.actors.actors.resize(1);
  coded.actors.actors[0].kind = ActorKind::person;
  coded.actors.actors[0].mentions = {0};
  const auto& first = coded.parse.sentences[0].words;
  coded.actors.mentions = {{{0, 5, 5, 5}, first[5].span, MentionForm::name, 0}};
  Statement statement;
  statement.kind = StatementKind::direct;
  statement.speaker = Party{0, 0, {0, 5, 5, 5}, first[5].span};
  statement.content = {{first[0].span.begin, first[3].span.end}, coded.parse.sentences[1].span};
  coded.statements = {statement};
  EXPECT_EQ(words(coded), (Names{{"I", "Orlova"}, {"we", "We"}}));
}

}  // namespace
}  // namespace wireroom
