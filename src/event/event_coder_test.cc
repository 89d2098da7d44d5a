// What a careful reader would record of single sentences; trees are given, so only the coder is tested.
#include "event/event_coder.h"

#include <gtest/gtest.h>

#include "event/event_fixture.h"

namespace wireroom {
namespace {

using testing::ActorAt;
using testing::coded;

const EventCoder& coder() {
  static const EventCoder coder = [] {
    Result<EventCoder> loaded = EventCoder::load();
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  return coder;
}

std::string words(const Coded& report, const std::vector<Party>& parties) {
  std::string result;
  for (const Party& party : parties)
    result += (result.empty() ? "" : "; ") + std::string(report.report.text.view(party.span));
  return result;
}

// "CONSULT asserted: Kerry -> Lavrov [met]", one line an event.
std::string told(const Coded& report) {
  std::string result;
  for (const Event& event : coder().code(report)) {
    std::string trigger;
    for (const Span& span : event.trigger)
      trigger += (trigger.empty() ? "" : " ") + std::string(report.report.text.view(span));
    result += std::string(name(event.type)) + " " + name(event.status) + ": " + words(report, event.source) + " -> " +
              words(report, event.target) + " [" + trigger + "]\n";
  }
  return result;
}

constexpr ActorKind kPerson = ActorKind::person;
constexpr ActorKind kCountry = ActorKind::country;
constexpr ActorKind kOrganisation = ActorKind::organisation;

TEST(EventCoder, MeetingMergesTwoVerbsAndNamesBothParties) {
  const Coded report =
      coded(R"(
1 Kerry   Kerry   PROPN NNP _          4 nsubj NER=B-PER
2 and     and     CCONJ CC  _          3 cc    _
3 Lavrov  Lavrov  PROPN NNP _          1 conj  NER=B-PER
4 met     meet    VERB  VBD Tense=Past 0 root  _
5 in      in      ADP   IN  _          6 case  _
6 Moscow  Moscow  PROPN NNP _          4 obl   NER=B-GPE
7 and     and     CCONJ CC  _          8 cc    _
8 spoke   speak   VERB  VBD Tense=Past 4 conj  _
9 for     for     ADP   IN  _          12 case _
10 almost almost  ADV   RB  _          11 advmod _
11 four   four    NUM   CD  _          12 nummod _
12 hours  hour    NOUN  NNS _          8 obl   _
13 .      .       PUNCT .   _          4 punct _
)",
            {{0, 0, 0, 0, "John Kerry", "USA", "GOV", kPerson}, {0, 2, 2, 2, "Sergei Lavrov", "RUS", "GOV", kPerson}},
            "2016-03-24");
  EXPECT_EQ(told(report), "CONSULT asserted: Kerry -> Lavrov [met spoke]\n");
}

TEST(EventCoder, DeedsJoinedByAndAreTwoButAResultIsNone) {
  EXPECT_EQ(told(coded(R"(
1 Rebels   rebel   NOUN  NNS _          2 nsubj _
2 stormed  storm   VERB  VBD Tense=Past 0 root  _
3 Dolna    Dolna   PROPN NNP _          2 obj   NER=B-GPE
4 and      and     CCONJ CC  _          5 cc    _
5 kidnapped kidnap VERB  VBD Tense=Past 2 conj  _
6 two      two     NUM   CD  _          7 nummod _
7 judges   judge   NOUN  NNS _          5 obj   SpaceAfter=No
8 .        .       PUNCT .   _          2 punct _
)",
                       {{0, 0, 0, 0, "rebels", "", "REB", ActorKind::group, MentionForm::nominal}})),
            "ASSAULT asserted: Rebels -> Dolna [stormed]\nASSAULT asserted: Rebels -> two judges [kidnapped]\n");
  EXPECT_EQ(told(coded(R"(
1 Rebels   rebel   NOUN  NNS _          2 nsubj _
2 shelled  shell   VERB  VBD Tense=Past 0 root  _
3 Dolna    Dolna   PROPN NNP _          2 obj   NER=B-GPE
4 and      and     CCONJ CC  _          5 cc    _
5 killed   kill    VERB  VBD Tense=Past 2 conj  _
6 two      two     NUM   CD  _          7 nummod _
7 judges   judge   NOUN  NNS _          5 obj   SpaceAfter=No
8 .        .       PUNCT .   _          2 punct _
)",
                       {{0, 0, 0, 0, "rebels", "", "REB", ActorKind::group, MentionForm::nominal}})),
            "ASSAULT asserted: Rebels -> Dolna; two judges [shelled killed]\n");
}

TEST(EventCoder, PassiveWithAgent) {
  const Coded report = coded(R"(
1 Two       two      NUM  CD  _ 3 nummod _
2 Russian   Russian  ADJ  JJ  _ 3 amod NER=B-NORP
3 diplomats diplomat NOUN NNS _ 5 nsubj:pass _
4 were      be       AUX  VBD _ 5 aux:pass _
5 expelled  expel    VERB VBN Tense=Past|VerbForm=Part 0 root _
6 by        by       ADP  IN  _ 7 case _
7 Bulgaria  Bulgaria PROPN NNP _ 5 obl:agent NER=B-GPE
8 .         .        PUNCT .  _ 5 punct _
)",
                             {{0, 0, 2, 2, "two Russian diplomats", "RUS", "GOV", ActorKind::unnamed},
                              {0, 6, 6, 6, "Bulgaria", "BGR", "GOV", kCountry}});
  EXPECT_EQ(told(report), "SANCTION asserted: Bulgaria -> Two Russian diplomats [expelled]\n");
}

TEST(EventCoder, RelativeClauseTakesItsAntecedent) {
  const Coded report = coded(R"(
1 The       the      DET  DT  _ 2 det _
2 militants militant NOUN NNS _ 8 nsubj _
3 ,         ,        PUNCT ,  _ 5 punct _
4 who       who      PRON WP  PronType=Rel 5 nsubj _
5 shelled   shell    VERB VBD Tense=Past 2 acl:relcl _
6 Ghazni    Ghazni   PROPN NNP _ 5 obj NER=B-GPE
7 ,         ,        PUNCT ,  _ 5 punct _
8 hold      hold     VERB VBP _ 0 root _
9 it        it       PRON PRP _ 8 obj _
10 .        .        PUNCT .  _ 8 punct _
)",
                             {{0, 0, 1, 1, "militants", "", "REB", ActorKind::unnamed}});
  EXPECT_EQ(told(report), "ASSAULT asserted: The militants -> Ghazni [shelled]\n");
}

TEST(EventCoder, RefusedActIsTheObjectOfTheRefusal) {
  const Coded report =
      coded(R"(
1 Greece    Greece    PROPN NNP _ 2 nsubj NER=B-GPE
2 declined  decline   VERB VBD Tense=Past 0 root _
3 to        to        PART TO  _ 4 mark _
4 recognise recognise VERB VB  _ 2 xcomp _
5 Kosovo    Kosovo    PROPN NNP _ 4 obj NER=B-GPE
6 .         .         PUNCT .  _ 2 punct _
)",
            {{0, 0, 0, 0, "Greece", "GRC", "GOV", kCountry}, {0, 4, 4, 4, "Kosovo", "KOS", "GOV", kCountry}});
  EXPECT_EQ(told(report), "REJECT asserted: Greece -> Kosovo [declined]\n");
  const std::vector<Event> events = coder().code(report);
  ASSERT_EQ(events[0].other.size(), 1u);
  EXPECT_EQ(events[0].other[0].of, EventType::SUPPORT);
  EXPECT_EQ(events[0].quad, "verbal_conflict");
}

TEST(EventCoder, WhatIsToldToAnAgencyIsNoOrder) {
  const Coded report = coded(R"(
1 A       a      DET DT _ 2 det _
2 doctor  doctor NOUN NN _ 3 nsubj _
3 told    tell   VERB VBD Tense=Past 0 root _
4 Reuters Reuters PROPN NNP _ 3 iobj NER=B-ORG
5 rebels  rebel  NOUN NNS _ 6 nsubj _
6 shelled shell  VERB VBD Tense=Past 3 ccomp _
7 Ghazni  Ghazni PROPN NNP _ 6 obj NER=B-GPE
8 .       .      PUNCT . _ 3 punct _
)",
                             {{0, 4, 4, 4, "rebels", "", "REB", ActorKind::unnamed}});
  EXPECT_EQ(told(report), "ASSAULT asserted: rebels -> Ghazni [shelled]\n");
}

TEST(EventCoder, WhatSomebodyWillNotGrantIsRefused) {
  const Coded report =
      coded(R"(
1 Norway  Norway PROPN NNP _ 4 nsubj NER=B-GPE
2 will    will   AUX MD _ 4 aux _
3 not     not    PART RB _ 4 advmod _
4 lift    lift   VERB VB _ 0 root _
5 the     the    DET DT _ 6 det _
6 embargo embargo NOUN NN _ 4 obj _
7 on      on     ADP IN _ 8 case _
8 Iran    Iran   PROPN NNP _ 4 obl NER=B-GPE
9 .       .      PUNCT . _ 4 punct _
)",
            {{0, 0, 0, 0, "Norway", "NOR", "GOV", kCountry}, {0, 7, 7, 7, "Iran", "IRN", "GOV", kCountry}});
  EXPECT_EQ(told(report), "REJECT asserted: Norway -> Iran [lift embargo]\n");
}

TEST(EventCoder, NotAbleIsNotDoneAndWasAbleIs) {
  const std::string before = R"(
1 Rebels  rebel  NOUN NNS _ 4 nsubj _
2 were    be     AUX VBD Tense=Past 4 cop _
)";
  const std::string after = R"(
4 able    able   ADJ JJ _ 0 root _
5 to      to     PART TO _ 6 mark _
6 shell   shell  VERB VB _ 4 xcomp _
7 Ghazni  Ghazni PROPN NNP _ 6 obj NER=B-GPE
8 .       .      PUNCT . _ 4 punct _
)";
  const std::vector<ActorAt> rebels = {{0, 0, 0, 0, "Rebels", "", "REB", ActorKind::unnamed}};
  EXPECT_EQ(told(coded(before + "3 now     now    ADV RB _ 4 advmod _" + after, rebels)),
            "ASSAULT asserted: Rebels -> Ghazni [shell]\n");
  EXPECT_EQ(told(coded(before + "3 not     not    PART RB _ 4 advmod _" + after, rebels)),
            "ASSAULT denied: Rebels -> Ghazni [shell]\n");
}

TEST(EventCoder, RequestTakesItsTargetFromTheInfinitive) {
  const Coded report =
      coded(R"(
1 Pakistan Pakistan PROPN NNP _ 2 nsubj NER=B-GPE
2 called   call     VERB VBD Tense=Past 0 root _
3 on       on       ADP  IN  _ 4 case _
4 India    India    PROPN NNP _ 2 obl NER=B-GPE
5 to       to       PART TO  _ 6 mark _
6 withdraw withdraw VERB VB  _ 2 advcl _
7 its      its      PRON PRP$ _ 8 nmod:poss _
8 troops   troop    NOUN NNS _ 6 obj _
9 .        .        PUNCT .  _ 2 punct _
)",
            {{0, 0, 0, 0, "Pakistan", "PAK", "GOV", kCountry}, {0, 3, 3, 3, "India", "IND", "GOV", kCountry}});
  EXPECT_EQ(told(report), "REQUEST asserted: Pakistan -> India [called]\n");
  EXPECT_EQ(coder().code(report)[0].mode, "yield");
}

TEST(EventCoder, FutureCooperationIsAnAgreementThatIsPlanned) {
  const Coded report = coded(
      R"(
1 Macron  Macron  PROPN NNP _ 3 nsubj NER=B-PER
2 will    will    AUX  MD  _ 3 aux _
3 meet    meet    VERB VB  _ 0 root _
4 Scholz  Scholz  PROPN NNP _ 3 obj NER=B-PER
5 .       .       PUNCT .  _ 3 punct _
)",
      {{0, 0, 0, 0, "Macron", "FRA", "GOV", kPerson}, {0, 3, 3, 3, "Scholz", "DEU", "GOV", kPerson}}, "2022-01-20");
  EXPECT_EQ(told(report), "AGREE planned: Macron -> Scholz [meet]\n");
  EXPECT_FALSE(coder().code(report)[0].date.has_value());
}

TEST(EventCoder, PurposeIsPlannedAndVisitMergesWithArrival) {
  const Coded report = coded(R"(
1 Kerry    Kerry    PROPN NNP _ 2 nsubj NER=B-PER
2 arrived  arrive   VERB VBD Tense=Past 0 root _
3 in       in       ADP  IN  _ 4 case _
4 Moscow   Moscow   PROPN NNP _ 2 obl NER=B-GPE
5 for      for      ADP  IN  _ 7 case _
6 a        a        DET  DT  _ 7 det _
7 visit    visit    NOUN NN  _ 2 obl _
8 to       to       PART TO  _ 9 mark _
9 hold     hold     VERB VB  _ 2 advcl _
10 talks   talk     NOUN NNS _ 9 obj _
11 with    with     ADP  IN  _ 12 case _
12 Putin   Putin    PROPN NNP _ 10 nmod NER=B-PER
13 .       .        PUNCT .  _ 2 punct _
)",
                             {{0, 0, 0, 0, "John Kerry", "USA", "GOV", kPerson},
                              {0, 3, 3, 3, "Russia", "RUS", "GOV", kCountry},
                              {0, 11, 11, 11, "Vladimir Putin", "RUS", "GOV", kPerson}},
                             "2016-03-24");
  EXPECT_EQ(told(report),
            "CONSULT asserted: Kerry -> Moscow [arrived visit]\n"
            "CONSULT planned: Kerry -> Putin [hold talks]\n");
}

TEST(EventCoder, NominalEventWithAdjectiveOfNationality) {
  const Coded report = coded(R"(
1 A        a        DET  DT  _ 4 det _
2 Russian  Russian  ADJ  JJ  _ 4 amod NER=B-NORP
3 air      air      NOUN NN  _ 4 compound _
4 strike   strike   NOUN NN  _ 8 nsubj _
5 on       on       ADP  IN  _ 7 case _
6 the      the      DET  DT  _ 7 det _
7 town     town     NOUN NN  _ 4 nmod _
8 killed   kill     VERB VBD Tense=Past 0 root _
9 four     four     NUM  CD  _ 10 nummod _
10 civilians civilian NOUN NNS _ 8 obj _
11 .       .        PUNCT .  _ 8 punct _
)",
                             {{0, 1, 1, 1, "Russia", "RUS", "GOV", kCountry, MentionForm::adjective},
                              {0, 8, 9, 9, "civilians", "", "CVL", ActorKind::unnamed}});
  const std::vector<Event> events = coder().code(report);
  ASSERT_EQ(events.size(), 1u) << told(report);
  EXPECT_EQ(events[0].mode, "aerial");
  EXPECT_EQ(words(report, events[0].source), "Russian");
}

TEST(EventCoder, DenialIsDeniedAndConditionConditional) {
  const Coded denied = coded(R"(
1 Iran    Iran    PROPN NNP _ 4 nsubj NER=B-GPE
2 did     do      AUX  VBD _ 4 aux _
3 not     not     PART RB  _ 4 advmod _
4 attack  attack  VERB VB  _ 0 root _
5 the     the     DET  DT  _ 6 det _
6 tanker  tanker  NOUN NN  _ 4 obj _
7 .       .       PUNCT .  _ 4 punct _
)",
                             {{0, 0, 0, 0, "Iran", "IRN", "GOV", kCountry}});
  for (const Event& event : coder().code(denied)) EXPECT_EQ(event.status, EventStatus::denied);
  const Coded conditional =
      coded(R"(
1 If      if      SCONJ IN  _ 3 mark _
2 China   China   PROPN NNP _ 3 nsubj NER=B-GPE
3 invaded invade  VERB VBD Tense=Past 8 advcl _
4 Taiwan  Taiwan  PROPN NNP _ 3 obj NER=B-GPE
5 ,       ,       PUNCT ,   _ 3 punct _
6 Japan   Japan   PROPN NNP _ 8 nsubj NER=B-GPE
7 would   would   AUX  MD  _ 8 aux _
8 act     act     VERB VB  _ 0 root _
)",
            {{0, 1, 1, 1, "China", "CHN", "GOV", kCountry}, {0, 3, 3, 3, "Taiwan", "TWN", "GOV", kCountry}});
  const std::vector<Event> events = coder().code(conditional);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].status, EventStatus::conditional);
}

TEST(EventCoder, WhatTheyMetToDiscussIsTheTopicOnce) {
  const Coded report =
      coded(R"(
1 Iran    Iran    PROPN NNP _ 2 nsubj NER=B-GPE
2 held    hold    VERB VBD Tense=Past 0 root _
3 talks   talk    NOUN NNS _ 2 obj _
4 with    with    ADP IN _ 5 case _
5 Iraq    Iraq    PROPN NNP _ 2 obl NER=B-GPE
6 to      to      PART TO _ 7 mark _
7 discuss discuss VERB VB _ 2 advcl _
8 oil     oil     NOUN NN _ 7 obj _
9 and     and     CCONJ CC _ 10 cc _
10 water  water   NOUN NN _ 8 conj _
)",
            {{0, 0, 0, 0, "Iran", "IRN", "GOV", kCountry}, {0, 4, 4, 4, "Iraq", "IRQ", "GOV", kCountry}});
  const std::vector<Event> events = coder().code(report);
  ASSERT_EQ(events.size(), 1u);
  std::vector<std::string> topics;
  for (const OtherParty& other : events[0].other)
    if (other.role == Role::topic) topics.emplace_back(report.report.text.view(other.party.span));
  EXPECT_EQ(topics, (std::vector<std::string>{"oil", "water"}));
}

TEST(EventCoder, UntilAfterWhatIsNotDoneIsAConditionElseADeed) {
  const std::vector<ActorAt> actors = {{0, 0, 0, 0, "Kessia", "RUS", "GOV", kCountry},
                                       {0, 5, 5, 5, "Odelia", "USA", "GOV", kCountry}};
  EXPECT_EQ(told(coded(R"(
1 Kessia  Kessia  PROPN NNP _          4 nsubj NER=B-GPE
2 will    will    AUX   MD  _          4 aux   _
3 not     not     PART  RB  _          4 advmod _
4 rest    rest    VERB  VB  _          0 root  _
5 until   until   SCONJ IN  _          7 mark  _
6 Odelia  Odelia  PROPN NNP _          7 nsubj NER=B-GPE
7 frees   free    VERB  VBZ _          4 advcl _
8 the     the     DET   DT  _          9 det   _
9 pilots  pilot   NOUN  NNS _          7 obj   SpaceAfter=No
10 .      .       PUNCT .   _          4 punct _
)",
                       actors)),
            "RETREAT conditional: Odelia -> the pilots [frees]\n");
  EXPECT_EQ(told(coded(R"(
1 Kessia  Kessia  PROPN NNP _          4 nsubj NER=B-GPE
2 had     have    AUX   VBD _          4 aux   _
3 only    only    ADV   RB  _          4 advmod _
4 waited  wait    VERB  VBN _          0 root  _
5 until   until   SCONJ IN  _          7 mark  _
6 Odelia  Odelia  PROPN NNP _          7 nsubj NER=B-GPE
7 freed   free    VERB  VBD Tense=Past 4 advcl _
8 the     the     DET   DT  _          9 det   _
9 pilots  pilot   NOUN  NNS _          7 obj   SpaceAfter=No
10 .      .       PUNCT .   _          4 punct _
)",
                       actors)),
            "RETREAT asserted: Odelia -> the pilots [freed]\n");
}

TEST(EventCoder, WhatAnAttackWouldDoIsNoAttack) {
  EXPECT_EQ(told(coded(R"(
1 An      a       DET   DT  _          2 det   _
2 attack  attack  NOUN  NN  _          6 nsubj _
3 on      on      ADP   IN  _          4 case  _
4 Kessia  Kessia  PROPN NNP _          2 nmod  NER=B-GPE
5 would   would   AUX   MD  _          6 aux   _
6 end     end     VERB  VB  _          0 root  _
7 the     the     DET   DT  _          8 det   _
8 truce   truce   NOUN  NN  _          6 obj   SpaceAfter=No
9 .       .       PUNCT .   _          6 punct _
)",
                       {{0, 3, 3, 3, "Kessia", "RUS", "GOV", kCountry}})),
            "ASSAULT conditional:  -> Kessia [attack]\n");
}

TEST(EventCoder, AttributionComesFromTheStatementAround) {
  Coded report = coded(R"(
1 Iran     Iran    PROPN NNP _ 2 nsubj NER=B-GPE
2 bombed   bomb    VERB VBD Tense=Past 6 ccomp _
3 Basra    Basra   PROPN NNP _ 2 obj NER=B-GPE
4 ,        ,       PUNCT ,   _ 2 punct _
5 Iraq     Iraq    PROPN NNP _ 6 nsubj NER=B-GPE
6 said     say     VERB VBD Tense=Past 0 root _
)",
                       {{0, 0, 0, 0, "Iran", "IRN", "GOV", kCountry}, {0, 4, 4, 4, "Iraq", "IRQ", "GOV", kCountry}});
  Statement statement;
  const auto& w = report.parse.sentences[0].words;
  statement.content = {{w[0].span.begin, w[2].span.end}};
  Party speaker;
  speaker.actor = 1;
  speaker.words = {0, 4, 4, 4};
  speaker.span = w[4].span;
  statement.speaker = speaker;
  report.statements.push_back(statement);
  const std::vector<Event> events = coder().code(report);
  ASSERT_EQ(events.size(), 1u);
  ASSERT_TRUE(events[0].according_to.has_value());
  EXPECT_EQ(events[0].according_to->actor, 1u);
  EXPECT_EQ(events[0].said_in, 0u);
}

TEST(EventCoder, SportIsNoPolitics) {
  const Coded report =
      coded(R"(
1 Russia  Russia  PROPN NNP _ 2 nsubj NER=B-GPE
2 meets   meet    VERB VBZ Tense=Pres 0 root _
3 Spain   Spain   PROPN NNP _ 2 obj NER=B-GPE
4 in      in      ADP  IN  _ 6 case _
5 the     the     DET  DT  _ 6 det _
6 final   final   NOUN NN  _ 2 obl _
7 match   match   NOUN NN  _ 6 flat _
)",
            {{0, 0, 0, 0, "Russia", "RUS", "GOV", kCountry}, {0, 2, 2, 2, "Spain", "ESP", "GOV", kCountry}});
  EXPECT_EQ(told(report), "");
}

TEST(EventCoder, ABodyCalledAConferenceIsNoMeeting) {
  const Coded report = coded(R"(
1 The        the        DET   DT  _ 4 det _
2 Polish     Polish     PROPN NNP _ 4 compound NER=B-ORG
3 Bishops    Bishops    PROPN NNP _ 4 compound NER=I-ORG
4 Conference conference PROPN NNP _ 5 nsubj NER=I-ORG
5 thanked    thank      VERB  VBD Tense=Past 0 root _
6 France     France     PROPN NNP _ 5 obj NER=B-GPE
7 .          .          PUNCT .   _ 5 punct _
)",
                             {{0, 1, 3, 3, "Polish Bishops Conference", "POL", "REL", ActorKind::organisation},
                              {0, 5, 5, 5, "France", "FRA", "GOV", kCountry}},
                             "2016-03-24");
  EXPECT_EQ(told(report).find("CONSULT"), std::string::npos) << told(report);
}

TEST(EventCoder, DateHangsOnTheTriggerNotOnTheReportingVerb) {
  Coded report = coded(
      R"(
1 Police   police  NOUN NNS _ 2 nsubj _
2 arrested arrest  VERB VBD Tense=Past 8 ccomp _
3 two      two     NUM  CD  _ 4 nummod _
4 students student NOUN NNS _ 2 obj _
5 Monday   Monday  PROPN NNP _ 2 obl:unmarked _
6 ,        ,       PUNCT ,  _ 2 punct _
7 he       he      PRON PRP _ 8 nsubj _
8 said     say     VERB VBD Tense=Past 0 root _
9 Tuesday  Tuesday PROPN NNP _ 8 obl:unmarked _
)",
      {{0, 0, 0, 0, "police", "", "COP", kOrganisation}, {0, 2, 3, 3, "two students", "", "EDU", ActorKind::unnamed}},
      "2016-03-23");
  const auto day = [&](std::uint32_t word, unsigned date) {
    TimeExpression time;
    time.words = {0, word, word, word};
    time.span = report.parse.sentences[0].words[word].span;
    const Moment moment{Date{std::chrono::year{2016}, std::chrono::month{3}, std::chrono::day{date}}, std::nullopt};
    time.interval = {moment, moment};
    time.precision = Precision::day;
    return time;
  };
  report.times = {day(4, 21), day(8, 22)};
  const std::vector<Event> events = coder().code(report);
  ASSERT_EQ(events.size(), 1u);
  ASSERT_TRUE(events[0].date.has_value());
  EXPECT_EQ(iso(*events[0].date->interval.earliest), "2016-03-21");
}

// What the encoder reads at a word: a type, and the probability that the word names an event.
void reads(Coded& report, std::uint32_t word, std::string_view type, float event) {
  Word& at = report.parse.sentences[0].words[word];
  at.event = type;
  at.event_score = event;
  at.no_event_score = 1 - event;
}

Coded rebels_zapped_the_outpost() {
  return coded(R"(
1 Rebels  rebel   NOUN NNS _          2 nsubj _
2 zapped  zap     VERB VBD Tense=Past 0 root  _
3 the     the     DET  DT  _          4 det   _
4 outpost outpost NOUN NN  _          2 obj   _
5 .       .       PUNCT .  _          2 punct _
)",
               {{0, 0, 0, 0, "Rebels", "SYR", "REB", ActorKind::group, MentionForm::nominal}});
}

TEST(EventCoder, WhatNoRuleKnowsTheEncoderMayPropose) {
  Coded report = rebels_zapped_the_outpost();
  reads(report, 1, "ASSAULT", 0.9F);
  EXPECT_EQ(told(report), "ASSAULT asserted: Rebels -> the outpost [zapped]\n");
  reads(report, 1, "ASSAULT", 0.3F);
  EXPECT_EQ(told(report), "") << "the encoder is not sure enough";
  reads(report, 1, "ASSAULT", 0.9F);
  report.actors = {};
  reads(report, 1, "", 0.0F);
  EXPECT_EQ(told(report), "") << "weights without a head of events propose nothing";
}

TEST(EventCoder, WhatARuleRefusesTheEncoderHardlyOverrules) {
  Coded report = coded(R"(
1 Critics critic  NOUN NNS _          2 nsubj _
2 praised praise  VERB VBD Tense=Past 0 root  _
3 the     the     DET  DT  _          4 det   _
4 album   album   NOUN NN  _          2 obj   _
5 .       .       PUNCT .  _          2 punct _
)",
                       {});
  reads(report, 1, "SUPPORT", 0.95F);
  EXPECT_EQ(told(report), "") << "a rule knows the word and needs somebody of public life";
}

}  // namespace
}  // namespace wireroom
