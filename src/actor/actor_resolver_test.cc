#include "actor/actor_resolver.h"

#include <gtest/gtest.h>

#include <chrono>

#include "actor/draft.h"
#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

using testing::Fixture;
using testing::fixture;

const ActorResolver& resolver() {
  static const ActorResolver kResolver = [] {
    auto loaded = ActorResolver::load();
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(loaded).value();
  }();
  return kResolver;
}

struct Read {
  Fixture fixture;
  Actors actors;

  // The actor of the mention with this head, nullptr if the word is no mention's head.
  const Actor* at(std::uint32_t sentence, std::uint32_t word) const {
    const Mention* mention = actors.with_head(sentence, word);
    return mention ? &actors.actors[mention->actor] : nullptr;
  }
  std::string text(std::uint32_t sentence, std::uint32_t word) const {
    const Mention* mention = actors.with_head(sentence, word);
    return mention ? std::string(fixture.report.text.view(mention->span)) : std::string();
  }
};

Read read(std::string_view conllu, std::string_view day = "2016-03-24") {
  Read result{fixture(conllu, day), {}};
  result.actors = resolver().resolve(result.fixture.report, result.fixture.parse, {});
  return result;
}

TEST(ActorResolver, TitleBeforeANameGivesCountryAndSector) {
  const Read r = read(R"(
1 Russian Russian ADJ JJ _ 3 amod NER=B-NORP
2 Foreign foreign ADJ NNP _ 3 amod _
3 Ministry Ministry PROPN NNP Number=Sing 4 compound _
4 spokeswoman spokeswoman NOUN NN Number=Sing 5 nmod:desc _
5 Vera Vera PROPN NNP Number=Sing 7 nsubj NER=B-PER
6 Orlova Orlova PROPN NNP Number=Sing 5 flat NER=I-PER
7 spoke speak VERB VBD Tense=Past 0 root SpaceAfter=No
8 . . PUNCT . _ 7 punct _
)");
  ASSERT_TRUE(r.at(0, 4));
  EXPECT_EQ(r.at(0, 4)->name, "Vera Orlova");
  EXPECT_EQ(r.at(0, 4)->country, "RUS");
  EXPECT_EQ(r.at(0, 4)->sector, "GOV");
  EXPECT_EQ(r.at(0, 4)->code, "RUSGOV");
  EXPECT_EQ(r.at(0, 4)->basis, ActorBasis::title);
  EXPECT_EQ(r.at(0, 4)->office->title, "Foreign Ministry spokeswoman");
  EXPECT_EQ(r.text(0, 4), "Russian Foreign Ministry spokeswoman Vera Orlova");
}

TEST(ActorResolver, SurnameAndPronounBelongToTheFullName) {
  const Read r = read(R"(
1 Senator senator NOUN NNP Number=Sing 2 nmod:desc _
2 Paul Paul PROPN NNP Number=Sing 4 nsubj NER=B-PER
3 Kastner Kastner PROPN NNP Number=Sing 2 flat NER=I-PER
4 arrived arrive VERB VBD Tense=Past 0 root SpaceAfter=No
5 . . PUNCT . _ 4 punct _

1 Kastner Kastner PROPN NNP Number=Sing 2 nsubj NER=B-PER
2 said say VERB VBD Tense=Past 0 root _
3 he he PRON PRP Gender=Masc|Number=Sing|Person=3|PronType=Prs 4 nsubj _
4 agreed agree VERB VBD Tense=Past 2 ccomp SpaceAfter=No
5 . . PUNCT . _ 2 punct _
)");
  ASSERT_TRUE(r.at(0, 1) && r.at(1, 0) && r.at(1, 2));
  EXPECT_EQ(r.at(0, 1), r.at(1, 0));
  EXPECT_EQ(r.at(0, 1), r.at(1, 2));
  EXPECT_EQ(r.at(0, 1)->sector, "LEG");
}

TEST(ActorResolver, CounterpartHoldsTheSameOfficeOfTheOtherCountry) {
  const Read r = read(R"(
1 U.S. U.S. PROPN NNP Number=Sing 2 compound NER=B-GPE
2 Secretary Secretary PROPN NNP Number=Sing 5 nmod:desc _
3 of of ADP IN _ 4 case _
4 State State PROPN NNP Number=Sing 2 nmod _
5 John John PROPN NNP Number=Sing 7 nsubj NER=B-PER
6 Kerry Kerry PROPN NNP Number=Sing 5 flat NER=I-PER
7 met meet VERB VBD Tense=Past 0 root _
8 his his PRON PRP$ Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs 10 nmod:poss _
9 Russian Russian ADJ JJ _ 10 amod NER=B-NORP
10 counterpart counterpart NOUN NN Number=Sing 7 obj SpaceAfter=No
11 . . PUNCT . _ 7 punct _
)");
  ASSERT_TRUE(r.at(0, 4) && r.at(0, 9) && r.at(0, 7));
  EXPECT_EQ(r.text(0, 4), "U.S. Secretary of State John Kerry");
  EXPECT_EQ(r.at(0, 4)->country, "USA");
  EXPECT_EQ(r.at(0, 4)->office->from, "2013-02-01");
  EXPECT_EQ(r.at(0, 9)->name, "Sergei Lavrov");
  EXPECT_EQ(r.at(0, 9)->basis, ActorBasis::office_date);
  EXPECT_EQ(r.at(0, 7), r.at(0, 4));  // "his" is Kerry's
}

TEST(ActorResolver, FormerOfficialsAreElites) {
  const Read r = read(R"(
1 Former former ADJ JJ _ 3 amod _
2 Greek Greek ADJ JJ _ 3 amod NER=B-NORP
3 minister minister NOUN NN Number=Sing 4 nmod:desc _
4 Nikos Nikos PROPN NNP Number=Sing 6 nsubj NER=B-PER
5 Dandalos Dandalos PROPN NNP Number=Sing 4 flat NER=I-PER
6 resigned resign VERB VBD Tense=Past 0 root SpaceAfter=No
7 . . PUNCT . _ 6 punct _
)");
  ASSERT_TRUE(r.at(0, 3));
  EXPECT_EQ(r.at(0, 3)->country, "GRC");
  EXPECT_EQ(r.at(0, 3)->sector, "ELI");
}

TEST(ActorResolver, BackersAreNotTheCountryOfTheBacked) {
  const Read r = read(R"(
1 U.S. U.S. PROPN NNP Number=Sing 3 compound SpaceAfter=No|NER=B-GPE
2 - - PUNCT HYPH _ 1 punct SpaceAfter=No
3 backed back VERB VBN Tense=Past|VerbForm=Part 5 amod _
4 Syrian Syrian ADJ JJ _ 5 amod NER=B-NORP
5 rebels rebel NOUN NNS Number=Plur 6 nsubj _
6 advanced advance VERB VBD Tense=Past 0 root SpaceAfter=No
7 . . PUNCT . _ 6 punct _
)");
  ASSERT_TRUE(r.at(0, 4));
  EXPECT_EQ(r.at(0, 4)->country, "SYR");
  EXPECT_EQ(r.at(0, 4)->sector, "REB");
  EXPECT_EQ(r.at(0, 4)->kind, ActorKind::unnamed);
  EXPECT_TRUE(r.at(0, 4)->plural);
}

TEST(ActorResolver, AppositionNamesTheOfficeHolder) {
  const Read r = read(R"(
1 Kenya Kenya PROPN NNP Number=Sing 4 nmod:poss SpaceAfter=No|NER=B-GPE
2 's 's PART POS _ 1 case _
3 deputy deputy NOUN NN Number=Sing 4 compound _
4 president president NOUN NN Number=Sing 9 nsubj SpaceAfter=No
5 , , PUNCT , _ 6 punct _
6 William William PROPN NNP Number=Sing 4 appos NER=B-PER
7 Ruto Ruto PROPN NNP Number=Sing 6 flat SpaceAfter=No|NER=I-PER
8 , , PUNCT , _ 6 punct _
9 left leave VERB VBD Tense=Past 0 root SpaceAfter=No
10 . . PUNCT . _ 9 punct _
)",
                      "2015-04-05");
  ASSERT_TRUE(r.at(0, 3) && r.at(0, 5));
  EXPECT_EQ(r.at(0, 3), r.at(0, 5));
  EXPECT_EQ(r.at(0, 5)->country, "KEN");
  EXPECT_EQ(r.at(0, 5)->sector, "GOV");
  EXPECT_EQ(r.text(0, 3), "Kenya's deputy president");
}

TEST(ActorResolver, AmbassadorsAreOfTheCountryThatSends) {
  const Read r = read(R"(
1 Iran Iran PROPN NNP Number=Sing 3 nmod:poss SpaceAfter=No|NER=B-GPE
2 's 's PART POS _ 1 case _
3 ambassador ambassador NOUN NN Number=Sing 6 nsubj _
4 to to ADP IN _ 5 case _
5 Berlin Berlin PROPN NNP Number=Sing 3 nmod NER=B-GPE
6 protested protest VERB VBD Tense=Past 0 root SpaceAfter=No
7 . . PUNCT . _ 6 punct _
)");
  ASSERT_TRUE(r.at(0, 2));
  EXPECT_EQ(r.at(0, 2)->country, "IRN");
}

TEST(ActorResolver, SeatOfGovernmentActsButIsAPlaceAfterIn) {
  const Read acts = read(R"(
1 Moscow Moscow PROPN NNP Number=Sing 2 nsubj NER=B-GPE
2 rejected reject VERB VBD Tense=Past 0 root _
3 it it PRON PRP Number=Sing|Person=3|PronType=Prs 2 obj SpaceAfter=No
4 . . PUNCT . _ 2 punct _
)");
  ASSERT_TRUE(acts.at(0, 0));
  EXPECT_EQ(acts.at(0, 0)->country, "RUS");
  EXPECT_EQ(acts.at(0, 0)->sector, "GOV");
  EXPECT_EQ(acts.actors.with_head(0, 0)->form, MentionForm::metonym);
  const Read place = read(R"(
1 It it PRON PRP Number=Sing|Person=3|PronType=Prs 2 nsubj _
2 rained rain VERB VBD Tense=Past 0 root _
3 in in ADP IN _ 4 case _
4 Moscow Moscow PROPN NNP Number=Sing 2 obl SpaceAfter=No|NER=B-GPE
5 . . PUNCT . _ 2 punct _
)");
  EXPECT_FALSE(place.at(0, 3));
}

TEST(ActorResolver, NeutralTitlesTakeTheSectorOfTheirBody) {
  const Read r = read(R"(
1 A a DET DT _ 3 det _
2 Hamas Hamas PROPN NNP Number=Sing 3 compound NER=B-ORG
3 commander commander NOUN NN Number=Sing 4 nsubj _
4 fled flee VERB VBD Tense=Past 0 root SpaceAfter=No
5 . . PUNCT . _ 4 punct _
)");
  ASSERT_TRUE(r.at(0, 2));
  EXPECT_EQ(r.at(0, 2)->country, "PSE");
  EXPECT_EQ(r.at(0, 2)->sector, "REB");
}

TEST(ActorResolver, OneOfficeOfTwoCountriesAreTwoActors) {
  const Read r = read(R"(
1 The the DET DT _ 3 det _
2 foreign foreign ADJ JJ _ 3 amod _
3 ministers minister NOUN NNS Number=Plur 8 nsubj _
4 of of ADP IN _ 5 case _
5 Norway Norway PROPN NNP Number=Sing 3 nmod NER=B-GPE
6 and and CCONJ CC _ 7 cc _
7 Iran Iran PROPN NNP Number=Sing 5 conj NER=B-GPE
8 met meet VERB VBD Tense=Past 0 root SpaceAfter=No
9 . . PUNCT . _ 8 punct _
)");
  ASSERT_TRUE(r.at(0, 2) && r.at(0, 6));
  EXPECT_EQ(r.at(0, 2)->country, "NOR");
  EXPECT_EQ(r.at(0, 6)->country, "IRN");
  EXPECT_EQ(r.at(0, 6)->sector, "GOV");
}

TEST(ActorResolver, AdjectivesAreMentionsOfTheCountry) {
  const Read r = read(R"(
1 French French ADJ JJ _ 2 amod NER=B-NORP
2 troops troop NOUN NNS Number=Plur 3 nsubj _
3 landed land VERB VBD Tense=Past 0 root SpaceAfter=No
4 . . PUNCT . _ 3 punct _
)");
  ASSERT_TRUE(r.at(0, 0) && r.at(0, 1));
  EXPECT_EQ(r.actors.with_head(0, 0)->form, MentionForm::adjective);
  EXPECT_EQ(r.at(0, 0)->kind, ActorKind::country);
  EXPECT_EQ(r.at(0, 1)->sector, "MIL");
  EXPECT_EQ(r.at(0, 1)->code, "FRAMIL");
}

TEST(ActorResolver, NoCountryIsBetterThanAWrongOne) {
  const Read r = read(R"(
1 Police police NOUN NNS Number=Plur 2 nsubj _
2 waited wait VERB VBD Tense=Past 0 root SpaceAfter=No
3 . . PUNCT . _ 2 punct _
)");
  ASSERT_TRUE(r.at(0, 0));
  EXPECT_EQ(r.at(0, 0)->country, "");
  EXPECT_EQ(r.at(0, 0)->sector, "COP");
}

TEST(ActorResolver, RelativePronounsMeanTheirAntecedent) {
  const Read r = read(R"(
1 Vera Vera PROPN NNP Number=Sing 6 nsubj NER=B-PER
2 Orlova Orlova PROPN NNP Number=Sing 1 flat SpaceAfter=No|NER=I-PER
3 , , PUNCT , _ 5 punct _
4 who who PRON WP PronType=Rel 5 nsubj _
5 called call VERB VBD Tense=Past 1 acl:relcl _
6 left leave VERB VBD Tense=Past 0 root SpaceAfter=No
7 . . PUNCT . _ 6 punct _
)");
  ASSERT_TRUE(r.at(0, 0) && r.at(0, 3));
  EXPECT_EQ(r.at(0, 0), r.at(0, 3));
}

TEST(ActorResolver, ADayIsNobody) {
  const Read r = read(R"(
1 Troops troops NOUN NNS Number=Plur 2 nsubj _
2 left leave VERB VBD Tense=Past 0 root _
3 Thursday Thursday PROPN NNP Number=Sing 2 obl:unmarked NER=B-PER|SpaceAfter=No
4 . . PUNCT . _ 2 punct _
)");
  EXPECT_FALSE(r.at(0, 2));
}

TEST(ActorResolver, ANameWithAHyphenIsWholeThoughTheRecogniserCutIt) {
  const Read r = read(R"(
1 Kim Kim PROPN NNP Number=Sing 5 nsubj NER=B-PER
2 Min Min PROPN NNP Number=Sing 1 flat NER=I-PER|SpaceAfter=No
3 - - PUNCT HYPH _ 4 punct NER=I-PER|SpaceAfter=No
4 seo seo PROPN NNP Number=Sing 1 flat _
5 spoke speak VERB VBD Tense=Past 0 root SpaceAfter=No
6 . . PUNCT . _ 5 punct _
)");
  ASSERT_TRUE(r.at(0, 0));
  EXPECT_EQ(r.at(0, 0)->name, "Kim Min-seo");
}

TEST(ActorResolver, ANameEndsInNoParticle) {
  const Read r = read(R"(
1 Karim Karim PROPN NNP Number=Sing 4 nsubj NER=B-PER
2 bin bin PROPN NNP Number=Sing 1 flat NER=I-PER
3 Said say VERB VBD Tense=Past 4 dep _
4 died die VERB VBD Tense=Past 0 root SpaceAfter=No
5 . . PUNCT . _ 4 punct _
)");
  ASSERT_EQ(r.actors.actors.size(), 1U);
  EXPECT_EQ(r.actors.actors[0].name, "Karim bin Said");
}

TEST(ActorResolver, TheNorthIsNorthKoreaWhereBothKoreasAreInTheReport) {
  const Read both = read(R"(
1 South South PROPN NNP Number=Sing 2 compound NER=B-GPE
2 Korea Korea PROPN NNP Number=Sing 3 nsubj NER=I-GPE
3 warned warn VERB VBD Tense=Past 0 root _
4 North North PROPN NNP Number=Sing 5 compound NER=B-GPE
5 Korea Korea PROPN NNP Number=Sing 3 obj NER=I-GPE|SpaceAfter=No
6 . . PUNCT . _ 3 punct _

1 The the DET DT _ 2 det _
2 North North PROPN NNP Number=Sing 3 nsubj NER=B-LOC
3 refused refuse VERB VBD Tense=Past 0 root SpaceAfter=No
4 . . PUNCT . _ 3 punct _
)");
  ASSERT_TRUE(both.at(1, 1));
  EXPECT_EQ(both.at(1, 1)->country, "PRK");
  EXPECT_EQ(both.at(1, 1), both.at(0, 4));
  const Read alone = read(R"(
1 The the DET DT _ 2 det _
2 North North PROPN NNP Number=Sing 3 nsubj NER=B-LOC
3 refused refuse VERB VBD Tense=Past 0 root SpaceAfter=No
4 . . PUNCT . _ 3 punct _
)");
  EXPECT_FALSE(alone.at(0, 1));
}

// The time is in proportion to the names; it was to their square.
TEST(ActorResolver, EightThousandPersonsAreReadInSeconds) {
  std::string table;
  for (int i = 0; i < 8000; ++i) {
    std::string name = "Orl";
    for (int rest = i; rest > 0; rest /= 20) name += "bdfghjklmnprstvwxzac"[rest % 20];
    table += "\n1 Vera Vera PROPN NNP _ 3 nsubj NER=B-PER\n2 " + name + ' ' + name +
             " PROPN NNP _ 1 flat NER=I-PER\n3 spoke speak VERB VBD _ 0 root _\n";
  }
  const auto begin = std::chrono::steady_clock::now();
  const Read r = read(table);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
  EXPECT_GT(r.actors.actors.size(), 4000u);
  EXPECT_EQ(r.actors.mentions.size(), 8000u);
}

// "us" stands in the text, though only in hyphens; "O'Neill" begins at a word and ends before a full stop.
TEST(LoneWords, AreThoseThatNoLetterOrHyphenTouches) {
  const LoneWords words("A US-led force. Trump met O'Neill. O'Neills won; l'Été-like, Été");
  EXPECT_TRUE(words.contains("Trump"));
  EXPECT_TRUE(words.contains("US-led"));
  EXPECT_FALSE(words.contains("US"));
  EXPECT_FALSE(words.contains("Trum"));
  EXPECT_TRUE(words.contains("O'Neill"));
  EXPECT_FALSE(words.contains("O'Neil"));
  EXPECT_TRUE(words.contains("Été"));
  EXPECT_FALSE(words.contains("Ét"));
}

}  // namespace
}  // namespace wireroom
