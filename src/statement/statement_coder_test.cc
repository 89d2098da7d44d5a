// What a careful reader would record of who said what; trees are given, so only the coder is tested.
#include "statement/statement_coder.h"

#include <gtest/gtest.h>

#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

// "direct say Ann [said]: We will come, | later", one line a statement; " to X", " in M", " within N", " not" where
// there are such.
std::string told(std::string_view conllu, BlockKind kind = BlockKind::paragraph) {
  static const StatementCoder coder = [] {
    Result<StatementCoder> loaded = StatementCoder::load();
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  testing::Fixture made = testing::fixture(conllu);
  Coded coded;
  coded.report = std::move(made.report);
  coded.parse = std::move(made.parse);
  for (Block& block : coded.report.blocks) block.kind = kind;
  const auto view = [&](Span span) { return std::string(coded.report.text.view(span)); };
  std::string result;
  for (const Statement& s : coder.code(coded)) {
    result += std::string(name(s.kind)) + " " + name(s.act) + " " + (s.speaker ? view(s.speaker->span) : "-");
    if (!s.cue.empty()) result += " [" + view(s.cue.front()) + "]";
    if (s.negated) result += " not";
    for (const Party& party : s.addressees) result += " to " + view(party.span);
    if (s.medium) result += " in " + view(s.medium->span);
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
            "direct say Ann [said] in a speech: We know they came. We will go,\n");
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

}  // namespace
}  // namespace wireroom
