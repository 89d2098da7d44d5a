#include "event/factuality.h"

#include <gtest/gtest.h>

#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

// The value of the word with this form.
double value(std::string_view conllu, std::string_view form) {
  const testing::Fixture fixture = testing::fixture(conllu);
  const auto reader = FactualityReader::load();
  if (!reader) throw std::runtime_error(reader.error().message);
  for (const Predicate& predicate : reader.value().read(fixture.parse))
    if (fixture.report.text.view(predicate.span) == form) return predicate.factuality;
  return -99;
}

TEST(Factuality, ImplicativesTellOfTheirComplement) {
  EXPECT_GT(value(R"(
1 They    they   PRON PRP _ 2 nsubj _
2 managed manage VERB VBD _ 0 root _
3 to      to     PART TO _ 4 mark _
4 escape  escape VERB VB _ 2 xcomp _
)",
                  "escape"),
            2);
  EXPECT_LT(value(R"(
1 They    they   PRON PRP _ 2 nsubj _
2 failed  fail   VERB VBD _ 0 root _
3 to      to     PART TO _ 4 mark _
4 escape  escape VERB VB _ 2 xcomp _
)",
                  "escape"),
            -2);
}

TEST(Factuality, NounsThatNameADeedArePredicatesAndThingsAreNot) {
  constexpr std::string_view kSentence = R"(
1 No     no     DET DT _ 2 det _
2 clash  clash  NOUN NN _ 3 nsubj _
3 shook  shake  VERB VBD _ 0 root _
4 the    the    DET DT _ 5 det _
5 bridge bridge NOUN NN _ 3 obj _
)";
  EXPECT_LT(value(kSentence, "clash"), -1);
  EXPECT_EQ(value(kSentence, "bridge"), -99);
}

TEST(Factuality, NegationTurnsAnImplicativeRound) {
  EXPECT_GT(value(R"(
1 They    they   PRON PRP _ 4 nsubj _
2 did     do     AUX VBD _ 4 aux _
3 not     not    PART RB _ 4 advmod _
4 fail    fail   VERB VB _ 0 root _
5 to      to     PART TO _ 6 mark _
6 escape  escape VERB VB _ 4 xcomp _
)",
                  "escape"),
            2);
}

TEST(Factuality, PlansAndModalsAreOpen) {
  const double planned = value(R"(
1 They    they   PRON PRP _ 2 nsubj _
2 plan    plan   VERB VBP _ 0 root _
3 to      to     PART TO _ 4 mark _
4 visit   visit  VERB VB _ 2 xcomp _
5 Oslo    Oslo   PROPN NNP _ 4 obj _
)",
                               "visit");
  EXPECT_LE(planned, 1);
  EXPECT_GE(planned, -1);
  EXPECT_LE(value(R"(
1 They    they   PRON PRP _ 3 nsubj _
2 may     may    AUX MD _ 3 aux _
3 leave   leave  VERB VB _ 0 root _
)",
                  "leave"),
            1);
}

TEST(Factuality, WhatIsKnownIsTrueEvenIfNobodyKnewIt) {
  EXPECT_GT(value(R"(
1 He      he     PRON PRP _ 4 nsubj _
2 did     do     AUX VBD _ 4 aux _
3 not     not    PART RB _ 4 advmod _
4 know    know   VERB VB _ 0 root _
5 that    that   SCONJ IN _ 7 mark _
6 they    they   PRON PRP _ 7 nsubj _
7 left    leave  VERB VBD _ 4 ccomp _
)",
                  "left"),
            1);
}

}  // namespace
}  // namespace wireroom
