// What a careful reader would record of who said what; trees are given, so only the coder is tested.
#include "statement/statement_coder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/assets.h"
#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

// "direct say Ann [said]: We will come, | later", one line a statement; " to X", " in M", " on occasion O", " within
// N", " not", " basis B" where there are such. `paragraphs`: each sentence is one.
std::string told(std::string_view conllu, BlockKind kind = BlockKind::paragraph, bool paragraphs = false) {
  static const StatementCoder coder = [] {
    Result<StatementCoder> loaded = StatementCoder::load();
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  testing::Fixture made = testing::fixture(conllu);
  Coded coded;
  coded.report = std::move(made.report);
  coded.parse = std::move(made.parse);
  if (paragraphs) {
    coded.report.blocks.clear();
    for (Sentence& sentence : coded.parse.sentences) {
      sentence.block = static_cast<std::uint32_t>(coded.report.blocks.size());
      coded.report.blocks.push_back({kind, sentence.span});
    }
  }
  for (Block& block : coded.report.blocks) block.kind = kind;
  for (std::uint32_t i = 0; i < coded.parse.sentences.size(); ++i) {  // every name of a person is an actor of its own
    const Sentence& sentence = coded.parse.sentences[i];
    for (std::uint32_t j = 0; j < sentence.words.size(); ++j) {
      if (sentence.words[j].name != NameType::PER) continue;
      const auto number = static_cast<std::uint32_t>(coded.actors.actors.size());
      coded.actors.mentions.push_back({{i, j, j, j}, sentence.words[j].span, MentionForm::name, number});
      Actor actor;
      actor.name = sentence.words[j].form;
      actor.kind = ActorKind::person;
      actor.mentions = {static_cast<std::uint32_t>(coded.actors.mentions.size() - 1)};
      coded.actors.actors.push_back(std::move(actor));
    }
  }
  const auto view = [&](Span span) { return std::string(coded.report.text.view(span)); };
  std::string result;
  for (const Statement& s : coder.code(coded)) {
    result += std::string(name(s.kind)) + " " + name(s.act) + " " + (s.speaker ? view(s.speaker->span) : "-");
    if (!s.cue.empty()) result += " [" + view(s.cue.front()) + "]";
    if (s.negated) result += " not";
    for (const Party& party : s.addressees) result += " to " + view(party.span);
    if (s.medium) result += " in " + view(s.medium->span);
    if (s.occasion) result += " on occasion " + view(*s.occasion);
    if (!s.speaker_basis.empty()) {
      result += " basis " + s.speaker_basis;
      if (s.speaker && s.speaker->actor) result += " " + coded.actors.actors[*s.speaker->actor].name;
    }
    if (s.within) result += " within " + std::to_string(*s.within);
    result += ":";
    for (const Span& span : s.content) result += (span == s.content.front() ? " " : " | ") + view(span);
    result += "\n";
  }
  return result;
}

TEST(StatementCoder, ClauseWithAddressee) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 told      tell     VERB  VBD _ 0 root  _
3 reporters reporter NOUN  NNS _ 2 iobj  _
4 that      that     SCONJ IN  _ 7 mark  _
5 talks     talk     NOUN  NNS _ 7 nsubj _
6 had       have     AUX   VBD _ 7 aux   _
7 failed    fail     VERB  VBN _ 2 ccomp SpaceAfter=No
8 .         .        PUNCT .   _ 2 punct _
)"),
            "indirect say Ann [told] to reporters: that talks had failed\n");
}

TEST(StatementCoder, NegatedClause) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 4 nsubj NER=B-PER
2 did       do       AUX   VBD _ 4 aux   _
3 not       not      PART  RB  _ 4 advmod _
4 say       say      VERB  VB  _ 0 root  _
5 whether   whether  SCONJ IN  _ 7 mark  _
6 talks     talk     NOUN  NNS _ 7 nsubj _
7 failed    fail     VERB  VBD _ 4 ccomp SpaceAfter=No
8 .         .        PUNCT .   _ 4 punct _
)"),
            "indirect say Ann [did not say] not: whether talks failed\n");
}

TEST(StatementCoder, AsideBehindTheClause) {
  EXPECT_EQ(told(R"(
1 Talks     talk     NOUN  NNS _ 3 nsubj _
2 had       have     AUX   VBD _ 3 aux   _
3 failed    fail     VERB  VBN _ 0 root SpaceAfter=No
4 ,         ,        PUNCT ,   _ 5 punct _
5 said      say      VERB  VBD _ 3 parataxis  _
6 the       the      DET   DT  _ 7 det _
7 mayor     mayor    NOUN  NN  _ 5 nsubj SpaceAfter=No
8 .         .        PUNCT .   _ 3 punct _
)"),
            "indirect say the mayor [said]: Talks had failed\n");
}

TEST(StatementCoder, AsideInTheMiddleWhateverTheTree) {
  EXPECT_EQ(told(R"(
1 After     after    ADP   IN  _ 2 case _
2 Monday    Monday   PROPN NNP _ 5 obl SpaceAfter=No
3 ,         ,        PUNCT ,   _ 5 punct _
4 Ann       Ann      PROPN NNP _ 5 nsubj NER=B-PER
5 said      say      VERB  VBD _ 0 root SpaceAfter=No
6 ,         ,        PUNCT ,   _ 5 punct _
7 taxes     tax      NOUN  NNS _ 9 nsubj _
8 will      will     AUX   MD  _ 9 aux _
9 rise      rise     VERB  VB  _ 5 ccomp SpaceAfter=No
10 .        .        PUNCT .   _ 5 punct _
)"),
            "indirect say Ann [said]: After Monday | taxes will rise\n");
}

TEST(StatementCoder, AccordingTo) {
  EXPECT_EQ(told(R"(
1 Talks     talk     NOUN  NNS _ 3 nsubj _
2 had       have     AUX   VBD _ 3 aux   _
3 failed    fail     VERB  VBN _ 0 root SpaceAfter=No
4 ,         ,        PUNCT ,   _ 7 punct _
5 according accord   VERB  VBG _ 7 case  _
6 to        to       ADP   IN  _ 5 fixed _
7 police    police   NOUN  NN  _ 3 obl SpaceAfter=No
8 .         .        PUNCT .   _ 3 punct _
)"),
            "indirect say police [according to]: Talks had failed\n");
}

TEST(StatementCoder, InfinitiveOfAPlan) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 plans     plan     VERB  VBZ _ 0 root  _
3 to        to       PART  TO  _ 4 mark _
4 run       run      VERB  VB  _ 2 xcomp SpaceAfter=No
5 .         .        PUNCT .   _ 2 punct _
)"),
            "indirect want Ann [plans]: to run\n");
}

TEST(StatementCoder, NounWithItsClause) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 3 nmod:poss NER=B-PER|SpaceAfter=No
2 's        's       PART  POS _ 1 case  _
3 claim     claim    NOUN  NN  _ 7 nsubj _
4 that      that     SCONJ IN  _ 6 mark _
5 they      they     PRON  PRP _ 6 nsubj _
6 lied      lie      VERB  VBD _ 3 acl  _
7 spread    spread   VERB  VBD _ 0 root SpaceAfter=No
8 .         .        PUNCT .   _ 7 punct _
)"),
            "indirect claim Ann [claim]: that they lied\n");
}

TEST(StatementCoder, LabelOfAHeadlineOnlyThere) {
  constexpr std::string_view kText = R"(
1 Ann       Ann      PROPN NNP _ 0 root NER=B-PER|SpaceAfter=No
2 :         :        PUNCT :   _ 5 punct  _
3 Taxes     tax      NOUN  NNS _ 5 nsubj _
4 will      will     AUX   MD  _ 5 aux _
5 rise      rise     VERB  VB  _ 1 parataxis _
)";
  EXPECT_EQ(told(kText, BlockKind::headline), "indirect say Ann [:]: Taxes will rise\n");
  EXPECT_EQ(told(kText), "");
}

TEST(StatementCoder, QuotationInTwoSentencesBelongsToTheCueAtItsEnd) {
  EXPECT_EQ(told(R"(
1 "         "        PUNCT ``  _ 3 punct SpaceAfter=No
2 We        we       PRON  PRP _ 3 nsubj _
3 know      know     VERB  VBP _ 0 root _
4 they      they     PRON  PRP _ 5 nsubj _
5 came      come     VERB  VBD _ 3 ccomp SpaceAfter=No
6 .         .        PUNCT .   _ 3 punct _

1 We        we       PRON  PRP _ 3 nsubj _
2 will      will     AUX   MD  _ 3 aux _
3 go        go       VERB  VB  _ 7 ccomp SpaceAfter=No
4 ,         ,        PUNCT ,   _ 3 punct SpaceAfter=No
5 "         "        PUNCT ''  _ 3 punct _
6 Ann       Ann      PROPN NNP _ 7 nsubj NER=B-PER
7 said      say      VERB  VBD _ 0 root _
8 in        in       ADP   IN  _ 10 case _
9 a         a        DET   DT  _ 10 det _
10 speech   speech   NOUN  NN  _ 7 obl SpaceAfter=No
11 .        .        PUNCT .   _ 7 punct _
)"),
            "direct say Ann [said] in a speech on occasion a speech: We know they came. We will go\n");
}

TEST(StatementCoder, FloatingQuotationGoesOn) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 said      say      VERB  VBD _ 0 root _
3 they      they     PRON  PRP _ 4 nsubj _
4 lied      lie      VERB  VBD _ 2 ccomp SpaceAfter=No
5 .         .        PUNCT .   _ 2 punct _

1 "         "        PUNCT ``  _ 4 punct SpaceAfter=No
2 This      this     PRON  DT  _ 4 nsubj _
3 is        be       AUX   VBZ _ 4 cop _
4 bad       bad      ADJ   JJ  _ 0 root SpaceAfter=No
5 .         .        PUNCT .   _ 4 punct SpaceAfter=No
6 "         "        PUNCT ''  _ 4 punct _
)"),
            "mixed say Ann [said]: they lied | This is bad.\n");
}

TEST(StatementCoder, NestedStatementStandsWithin) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 said      say      VERB  VBD _ 0 root  _
3 that      that     SCONJ IN  _ 5 mark _
4 Bob       Bob      PROPN NNP _ 5 nsubj NER=B-PER
5 denied    deny     VERB  VBD _ 2 ccomp _
6 they      they     PRON  PRP _ 7 nsubj _
7 lied      lie      VERB  VBD _ 5 ccomp SpaceAfter=No
8 .         .        PUNCT .   _ 2 punct _
)"),
            "indirect say Ann [said]: that Bob denied they lied\nindirect deny Bob [denied] within 0: they lied\n");
}

TEST(StatementCoder, ScareQuotesAndTitlesSayNothing) {
  EXPECT_EQ(told(R"(
1 The       the      DET   DT  _ 3 det _
2 "         "        PUNCT ``  _ 3 punct SpaceAfter=No
3 terrorists terrorist NOUN NNS _ 6 nsubj SpaceAfter=No
4 "         "        PUNCT ''  _ 3 punct _
5 were      be       AUX   VBD _ 6 cop _
6 children  child    NOUN  NNS _ 0 root SpaceAfter=No
7 .         .        PUNCT .   _ 6 punct _

1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 saw       see      VERB  VBD _ 0 root _
3 "         "        PUNCT ``  _ 4 punct SpaceAfter=No
4 Selma     Selma    PROPN NNP _ 2 obj SpaceAfter=No
5 "         "        PUNCT ''  _ 4 punct SpaceAfter=No
6 .         .        PUNCT .   _ 2 punct _
)"),
            "");
}

TEST(StatementCoder, CircumstancesBehindAFinalCueAreNoContent) {
  EXPECT_EQ(told(R"(
1 Talks     talk     NOUN  NNS _ 3 nsubj _
2 had       have     AUX   VBD _ 3 aux   _
3 failed    fail     VERB  VBN _ 0 root SpaceAfter=No
4 ,         ,        PUNCT ,   _ 6 punct _
5 she       she      PRON  PRP _ 6 nsubj _
6 said      say      VERB  VBD _ 3 parataxis  _
7 at        at       ADP   IN  _ 10 case _
8 a         a        DET   DT  _ 10 det _
9 news      news     NOUN  NN  _ 10 compound _
10 conference conference NOUN NN _ 3 obl SpaceAfter=No
11 .        .        PUNCT .   _ 3 punct _
)"),
            "indirect say she [said] in a news conference on occasion a news conference: Talks had failed\n");
}

TEST(StatementCoder, WhatStandsBeforeAVerbWithItsObjectIsNotSaid) {
  EXPECT_EQ(told(R"(
1 After     after    SCONJ IN  _ 4 mark _
2 the       the      DET   DT  _ 3 det _
3 talks     talk     NOUN  NNS _ 4 nsubj _
4 failed    fail     VERB  VBD _ 7 advcl SpaceAfter=No
5 ,         ,        PUNCT ,   _ 7 punct _
6 Ann       Ann      PROPN NNP _ 7 nsubj NER=B-PER
7 added     add      VERB  VBD _ 0 root _
8 a         a        DET   DT  _ 9 det _
9 room      room     NOUN  NN  _ 7 obj SpaceAfter=No
10 .        .        PUNCT .   _ 7 punct _
)"),
            "");
}

TEST(StatementCoder, ParticipleBehindAStatementIsAnother) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 said      say      VERB  VBD _ 0 root  _
3 taxes     tax      NOUN  NNS _ 5 nsubj _
4 would     would    AUX   MD  _ 5 aux   _
5 fall      fall     VERB  VB  _ 2 ccomp SpaceAfter=No
6 ,         ,        PUNCT ,   _ 7 punct _
7 adding    add      VERB  VBG _ 5 advcl _
8 that      that     SCONJ IN  _ 10 mark _
9 prices    price    NOUN  NNS _ 10 nsubj _
10 fell     fall     VERB  VBD _ 7 ccomp SpaceAfter=No
11 .        .        PUNCT .   _ 2 punct _
)"),
            "indirect say Ann [said]: taxes would fall\nindirect say Ann [adding]: that prices fell\n");
}

TEST(StatementCoder, FormsCountWhereTheLemmaIsWrong) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 announced announc  VERB  VBD _ 0 root  _
3 that      that     SCONJ IN  _ 5 mark _
4 taxes     tax      NOUN  NNS _ 5 nsubj _
5 fell      fall     VERB  VBD _ 2 ccomp SpaceAfter=No
6 .         .        PUNCT .   _ 2 punct _
)"),
            "indirect say Ann [announced]: that taxes fell\n");
}

TEST(StatementCoder, PredicationOfCalling) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 called    call     VERB  VBD _ 0 root  _
3 the       the      DET   DT  _ 4 det _
4 plan      plan     NOUN  NN  _ 2 obj _
5 a         a        DET   DT  _ 7 det _
6 "         "        PUNCT ``  _ 7 punct SpaceAfter=No
7 disaster  disaster NOUN  NN  _ 2 xcomp SpaceAfter=No
8 "         "        PUNCT ''  _ 7 punct SpaceAfter=No
9 .         .        PUNCT .   _ 2 punct _
)"),
            "mixed say Ann [called]: the plan a \"disaster\"\n");
}

TEST(StatementCoder, DocumentSpeaksForWhoIssuesIt) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 issued    issue    VERB  VBD _ 0 root  _
3 a         a        DET   DT  _ 4 det _
4 statement statement NOUN NN  _ 2 obj _
5 saying    say      VERB  VBG _ 4 acl _
6 taxes     tax      NOUN  NNS _ 7 nsubj _
7 fell      fall     VERB  VBD _ 5 ccomp SpaceAfter=No
8 .         .        PUNCT .   _ 2 punct _
)"),
            "indirect say Ann [saying]: taxes fell\n");
}

TEST(StatementCoder, TranscriptCarriesThePersonsWords) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 said      say      VERB  VBD _ 0 root  _
3 taxes     tax      NOUN  NNS _ 4 nsubj _
4 fell      fall     VERB  VBD _ 2 ccomp SpaceAfter=No
5 .         .        PUNCT .   _ 2 punct _

1 "         "        PUNCT ``  _ 4 punct SpaceAfter=No
2 It        it       PRON  PRP _ 4 nsubj _
3 was       be       AUX   VBD _ 4 cop _
4 time      time     NOUN  NN  _ 9 ccomp SpaceAfter=No
5 ,         ,        PUNCT ,   _ 4 punct SpaceAfter=No
6 "         "        PUNCT ''  _ 4 punct _
7 a         a        DET   DT  _ 8 det _
8 transcript transcript NOUN NN _ 9 nsubj _
9 said      say      VERB  VBD _ 0 root SpaceAfter=No
10 .        .        PUNCT .   _ 9 punct _
)"),
            "indirect say Ann [said]: taxes fell\n"
            "direct say a transcript [said] in a transcript basis transcript Ann: It was time\n");
}

TEST(StatementCoder, TurnOfATranscriptIsOneStatementOfItsSpeaker) {
  constexpr std::string_view kTurn = R"(
1 MR        Mr       PROPN NNP _ 2 nmod  _
2 ADAMS     Adams    PROPN NNP _ 4 parataxis NER=B-PER|SpaceAfter=No
3 :         :        PUNCT :   _ 4 punct _
4 Yes       yes      INTJ  UH  _ 0 root  SpaceAfter=No
5 .         .        PUNCT .   _ 4 punct _

1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 says      say      VERB  VBZ _ 0 root  _
3 taxes     tax      NOUN  NNS _ 4 nsubj _
4 fell      fall     VERB  VBD _ 2 ccomp SpaceAfter=No
5 .         .        PUNCT .   _ 2 punct _
)";
  EXPECT_EQ(told(kTurn, BlockKind::turn),
            "direct say MR ADAMS basis transcript ADAMS: Yes. Ann says taxes fell.\n"
            "indirect say Ann [says] within 0: taxes fell\n");
  EXPECT_EQ(told(kTurn), "indirect say Ann [says]: taxes fell\n");  // a list, a heading
}

TEST(StatementCoder, ALabelEndsAtItsColon) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 0 root  NER=B-PER
2 :         :        PUNCT :   _ 4 punct _
3 taxes     tax      NOUN  NNS _ 4 nsubj _
4 fell      fall     VERB  VBD _ 1 acl   SpaceAfter=No
)",
                 BlockKind::headline),
            "indirect say Ann [:]: taxes fell\n");
}

TEST(StatementCoder, QuestionOfATranscriptAsks) {
  EXPECT_EQ(told(R"(
1 QUESTION  question NOUN  NN  _ 4 nsubj SpaceAfter=No
2 :         :        PUNCT :   _ 1 punct _
3 Did       do       AUX   VBD _ 5 aux   _
4 taxes     tax      NOUN  NNS _ 5 nsubj _
5 fall      fall     VERB  VB  _ 0 root  SpaceAfter=No
6 ?         ?        PUNCT .   _ 5 punct _
)",
                 BlockKind::turn),
            "direct ask QUESTION basis transcript: Did taxes fall?\n");
}

TEST(StatementCoder, ColonGivesTheNextSentence) {
  EXPECT_EQ(told(R"(
1 Ann       Ann      PROPN NNP _ 2 nsubj NER=B-PER
2 said      say      VERB  VBD _ 0 root SpaceAfter=No
3 :         :        PUNCT :   _ 2 punct _

1 "         "        PUNCT ``  _ 3 punct SpaceAfter=No
2 Taxes     tax      NOUN  NNS _ 3 nsubj _
3 fell      fall     VERB  VBD _ 0 root SpaceAfter=No
4 .         .        PUNCT .   _ 3 punct SpaceAfter=No
5 "         "        PUNCT ''  _ 3 punct _
)"),
            "direct say Ann [said]: Taxes fell.\n");
}

constexpr std::string_view kTwoParagraphs = R"(
1 "         "        PUNCT ``  _ 3 punct SpaceAfter=No
2 Taxes     tax      NOUN  NNS _ 3 nsubj _
3 fell      fall     VERB  VBD _ 7 ccomp SpaceAfter=No
4 ,         ,        PUNCT ,   _ 3 punct SpaceAfter=No
5 "         "        PUNCT ''  _ 3 punct _
6 Ann       Ann      PROPN NNP _ 7 nsubj NER=B-PER
7 said      say      VERB  VBD _ 0 root SpaceAfter=No
8 .         .        PUNCT .   _ 7 punct _

1 "         "        PUNCT ``  _ 3 punct SpaceAfter=No
2 Prices    price    NOUN  NNS _ 3 nsubj _
3 fell      fall     VERB  VBD _ 0 root SpaceAfter=No
4 .         .        PUNCT .   _ 3 punct SpaceAfter=No
5 "         "        PUNCT ''  _ 3 punct _
)";

TEST(StatementCoder, QuotationAloneInTheNextParagraphGoesOn) {
  EXPECT_EQ(told(kTwoParagraphs, BlockKind::paragraph, true), "direct say Ann [said]: Taxes fell | Prices fell.\n");
}

TEST(StatementCoder, SpeakerIsNeverFromInsideTheQuotation) {
  const std::string found = told(R"(
1 "         "        PUNCT ``  _ 4 punct SpaceAfter=No
2 True      true     ADJ   JJ  _ 3 amod _
3 justice   justice  NOUN  NN  _ 4 nsubj _
4 came      come     VERB  VBD _ 8 ccomp SpaceAfter=No
5 ,         ,        PUNCT ,   _ 4 punct SpaceAfter=No
6 "         "        PUNCT ''  _ 4 punct _
7 Ann       Ann      PROPN NNP _ 4 dep NER=B-PER
8 said      say      VERB  VBD _ 0 root SpaceAfter=No
9 .         .        PUNCT .   _ 8 punct _
)");
  EXPECT_EQ(found, "direct say Ann [said]: True justice came\n");
}

// "Said" with a capital inside a sentence is a part of a name.
TEST(StatementCoder, ACapitalMakesANameNotACue) {
  EXPECT_EQ(told(R"(
1 The     the    DET   DT  _ 2 det _
2 ruler   ruler  NOUN  NN  _ 3 nsubj _
3 Karim   Karim  PROPN NNP _ 5 nsubj NER=B-PER
4 bin     bin    PROPN NNP _ 3 flat NER=I-PER
5 Said    say    VERB  VBD _ 0 root _
6 died    die    VERB  VBD _ 5 ccomp _
7 of      of     ADP   IN  _ 9 case _
8 a       a      DET   DT  _ 9 det _
9 fever   fever  NOUN  NN  _ 6 obl SpaceAfter=No
10 .      .      PUNCT .   _ 5 punct _
)"),
            "");
}

TEST(StatementCoder, QuotationBelongsToTheCueBesideIt) {
  EXPECT_EQ(told(R"(
1  Ann      Ann      PROPN NNP _ 2  nsubj     NER=B-PER
2  thanked  thank    VERB  VBD _ 0  root      _
3  her      her      PRON  PRP$ _ 4 nmod:poss _
4  hosts    host     NOUN  NNS _ 2  obj       SpaceAfter=No
5  ,        ,        PUNCT ,   _ 6  punct     _
6  adding   add      VERB  VBG _ 2  advcl     SpaceAfter=No
7  :        :        PUNCT :   _ 10 punct     _
8  "        "        PUNCT `` _ 10 punct   SpaceAfter=No
9  We       we       PRON  PRP _ 10 nsubj     _
10 liked    like     VERB  VBD _ 2  parataxis _
11 the      the      DET   DT  _ 12 det       _
12 soup     soup     NOUN  NN  _ 10 obj       SpaceAfter=No
13 .        .        PUNCT .   _ 2  punct     SpaceAfter=No
14 "        "        PUNCT ''  _ 2  punct     _
)"),
            "indirect praise Ann [thanked]: her hosts\n"
            "direct say Ann [adding]: We liked the soup.\n");
}

TEST(StatementCoder, QuotationThatEndsAContentKeepsBothMarks) {
  EXPECT_EQ(told(R"(
1  Ann        Ann        PROPN NNP _ 2  nsubj NER=B-PER
2  said       say        VERB  VBD _ 0  root  _
3  talks      talk       NOUN  NNS _ 6  nsubj _
4  were       be         AUX   VBD _ 6  cop   _
5  "          "          PUNCT `` _ 6 punct SpaceAfter=No
6  productive productive ADJ   JJ  _ 2  ccomp SpaceAfter=No
7  .          .          PUNCT .   _ 2  punct SpaceAfter=No
8  "          "          PUNCT ''  _ 2  punct _
)"),
            "mixed say Ann [said]: talks were \"productive.\"\n");
}

TEST(StatementCoder, WhatIsToldMayCarryTheWords) {
  EXPECT_EQ(told(R"(
1  Ann        Ann        PROPN NNP _ 2  nsubj NER=B-PER
2  told       tell       VERB  VBD _ 0  root  _
3  state      state      NOUN  NN  _ 4  compound _
4  television television NOUN  NN  _ 2  iobj  _
5  that       that       SCONJ IN  _ 7  mark  _
6  it         it         PRON  PRP _ 7  nsubj _
7  rained     rain       VERB  VBD _ 2  ccomp SpaceAfter=No
8  .          .          PUNCT .   _ 2  punct _
)"),
            "indirect say Ann [told] to state television in state television: that it rained\n");
}

// A line that cannot be read is told with its file and number.
TEST(StatementTables, MalformedLineIsNamed) {
  const std::string own_cues(asset("rules/statement/cues.tsv").value());
  const std::string own_scores(asset("rules/statement/scores.tsv").value());
  put_asset("rules/statement/cues.tsv", "lemma\tpart\tact\tframes\nsay\tverb\tsay\tthat|thus\n");
  put_asset("rules/statement/scores.tsv", "feature\tweight\ttagged\nbias\t0.5\t0.5\nnegated\tmuch\t0\n");
  const auto cues = CueTable::load();
  const auto scores = StatementScores::load();
  put_asset("rules/statement/cues.tsv", own_cues);
  put_asset("rules/statement/scores.tsv", own_scores);
  ASSERT_FALSE(cues);
  EXPECT_THAT(cues.error().message, ::testing::AllOf(::testing::HasSubstr("rules/statement/cues.tsv:2"),
                                                     ::testing::HasSubstr("\"thus\" is no frame")));
  ASSERT_FALSE(scores);
  EXPECT_THAT(scores.error().message, ::testing::AllOf(::testing::HasSubstr("rules/statement/scores.tsv:3"),
                                                       ::testing::HasSubstr("\"much\" is no number")));
}

// Each content runs over the other's cue; a statement never stands within itself.
TEST(StatementCoder, TwoStatementsNeverHoldEachOther) {
  const std::string both = told(R"(
1  A           a           DET   DT  _ 2 det    _
2  spokeswoman spokeswoman NOUN  NN  _ 3 nsubj  _
3  called      call        VERB  VBD _ 0 root   _
4  it          it          PRON  PRP _ 3 obj    _
5  unfair      unfair      ADJ   JJ  _ 3 xcomp  _
6  and         and         CCONJ CC  _ 7 cc     _
7  said        say         VERB  VBD _ 3 conj   _
8  parts       part        NOUN  NNS _ 9 nsubj  _
9  contradict  contradict  VERB  VBP _ 7 ccomp  _
10 the         the         DET   DT  _ 11 det   _
11 plan        plan        NOUN  NN  _ 9 obj    SpaceAfter=No
12 ,           ,           PUNCT ,   _ 14 punct _
13 according   accord      VERB  VBG _ 15 case  _
14 to          to          ADP   IN  _ 13 fixed _
15 Fars        Fars        PROPN NNP _ 9 obl    NER=B-ORG
16 .           .           PUNCT .   _ 3 punct  _
)");
  EXPECT_THAT(both, ::testing::HasSubstr("A spokeswoman [said] within"));
  EXPECT_THAT(both, ::testing::Not(::testing::HasSubstr("according to] within"))) << both;
}

}  // namespace
}  // namespace wireroom
