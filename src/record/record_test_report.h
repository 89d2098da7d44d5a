// A small coded report made by hand, for the tests of the writers: one visit, told once more, and one statement.
#pragma once

#include <string_view>

#include "testing/conllu_fixture.h"
#include "wireroom/coded.h"

namespace wireroom::testing {

// The text is "Élise Dupont arrived in Oslo on Monday . “ We can't wait ” , she said ." The É is two bytes, so that
// code points and bytes differ from the second letter on.
[[nodiscard]] inline Coded example_report() {
  Fixture f = fixture(R"(
1 Élise   Élise  PROPN NNP Number=Sing 3 nsubj NER=B-PER
2 Dupont  Dupont PROPN NNP Number=Sing 1 flat  NER=I-PER
3 arrived arrive VERB  VBD Tense=Past  0 root  _
4 in      in     ADP   IN  _           5 case  _
5 Oslo    Oslo   PROPN NNP Number=Sing 3 obl   NER=B-GPE
6 on      on     ADP   IN  _           7 case  _
7 Monday  Monday PROPN NNP Number=Sing 3 obl   _
8 .       .      PUNCT .   _           3 punct _

1 “    “    PUNCT `` _ 5 punct _
2 We   we   PRON  PRP _ 5 nsubj _
3 ca   can  AUX   MD  _ 5 aux SpaceAfter=No
4 n't  not  PART  RB  _ 5 advmod _
5 wait wait VERB  VB  _ 8 ccomp _
6 ”    ”    PUNCT '' _ 5 punct _
7 she  she  PRON  PRP _ 8 nsubj _
8 said say  VERB  VBD Tense=Past 0 root _
9 .    .    PUNCT .   _ 8 punct _
)",
                      "2016-03-24");
  Coded coded;
  coded.report = std::move(f.report);
  coded.parse = std::move(f.parse);
  Report& report = coded.report;
  report.id = "wire";
  report.source = "wire.txt";
  report.title = TextPiece{"A visit", std::nullopt};
  coded.parse.sentences[1].multi_words.push_back({2, 3});
  const auto words = [&](std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
    return WordRange{sentence, first, last, first};
  };
  const auto span = [&](const WordRange& range) {
    const auto& list = coded.parse.sentences[range.sentence].words;
    return cover(list[range.first].span, list[range.last].span);
  };
  const WordRange elise = words(0, 0, 1), she = words(1, 6, 6), oslo = words(0, 4, 4), monday = words(0, 6, 6),
                  arrived = words(0, 2, 2), said = words(1, 7, 7), content = words(1, 1, 4);

  Actor person;
  person.name = "Élise Dupont";
  person.kind = ActorKind::person;
  person.country = "FRA";
  person.sector = "GOV";
  person.code = "FRAGOV";
  person.office = Office{"foreign minister", "", "FRA", "2015", ""};
  person.basis = ActorBasis::title;
  person.mentions = {0, 2};
  Actor norway;
  norway.name = "Norway";
  norway.kind = ActorKind::country;
  norway.country = "NOR";
  norway.mentions = {1};
  coded.actors.actors = {person, norway};
  coded.actors.mentions = {{elise, span(elise), MentionForm::name, 0},
                           {oslo, span(oslo), MentionForm::metonym, 1},
                           {she, span(she), MentionForm::pronoun, 0}};

  TimeExpression time;
  time.words = monday;
  time.span = span(monday);
  time.value = "2016-03-21";
  const Moment day{*parse_iso_date("2016-03-21"), std::nullopt};
  time.interval = {day, day};
  time.precision = Precision::day;
  time.basis = TimeBasis::tense;
  coded.times = {time};

  Event visit;
  visit.type = EventType::CONSULT;
  visit.mode = "visit";
  visit.cameo = "042";
  visit.quad = "verbal_cooperation";
  visit.source = {Party{0, 0, elise, span(elise)}};
  visit.target = {Party{1, 1, oslo, span(oslo)}};
  visit.trigger = {span(arrived)};
  visit.trigger_words = {arrived};
  visit.date = EventDate{time.interval, Precision::day, TimeBasis::tense, time.span, 0};
  visit.place = EventPlace{"Oslo", "", "NOR", 59.9127, 10.7461, "city", PlaceBasis::expression, span(oslo), {}};
  visit.rule = "rules/event/consult.rules:visit";
  visit.score = 0.91234;
  Event again = visit;
  again.sentence = 1;
  again.trigger = {span(said)};
  again.status = EventStatus::planned;
  again.same_as = 0;
  again.said_in = 0;
  again.date.reset();
  again.score = 0.3;
  coded.events = {visit, again};

  Statement statement;
  statement.kind = StatementKind::direct;
  statement.speaker = Party{0, 2, she, span(she)};
  statement.speaker_basis = "carried_over";
  statement.cue = {span(said)};
  statement.content = {span(content)};
  statement.events = {1};
  statement.score = 0.8;
  coded.statements = {statement};
  return coded;
}

}  // namespace wireroom::testing
