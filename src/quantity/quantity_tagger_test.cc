#include "quantity/quantity_tagger.h"

#include <gtest/gtest.h>

#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

const QuantityTagger& tagger() {
  static const auto loaded = QuantityTagger::load();
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

struct Read {
  testing::Fixture fixture;
  std::vector<Quantity> quantities;
  std::string_view text(std::size_t i) const { return fixture.report.text.view(quantities[i].span); }
  std::string_view what(std::size_t i) const {
    return quantities[i].what ? fixture.report.text.view(*quantities[i].what) : std::string_view();
  }
};

Read read(std::string_view conllu) {
  Read result{testing::fixture(conllu), {}};
  result.quantities = tagger().tag(result.fixture.report, result.fixture.parse, {});
  return result;
}

TEST(QuantityTagger, HedgedRangeOfPercent) {
  const auto r = read(R"(
1 as      as      ADV  RB _ 4 advmod _
2 much    much    ADJ  JJ _ 1 fixed  _
3 as      as      ADP  IN _ 1 fixed  _
4 85      85      NUM  CD _ 7 nummod _
5 to      to      ADP  IN _ 6 case   _
6 90      90      NUM  CD _ 4 nmod   _
7 percent percent NOUN NN _ 0 root   _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_EQ(r.text(0), "as much as 85 to 90 percent");
  EXPECT_EQ(r.quantities[0].low, 85);
  EXPECT_EQ(r.quantities[0].high, 90);
  EXPECT_EQ(r.quantities[0].unit, "percent");
  EXPECT_EQ(r.quantities[0].approximate, Approximation::at_most);
}

TEST(QuantityTagger, PersonsCountedAndTheVerbTheyHangOn) {
  const auto r = read(R"(
1 At       at       ADP  IN  _ 3 advmod _
2 least    least    ADJ  JJS _ 1 fixed  _
3 82       82       NUM  CD  _ 4 nummod _
4 soldiers soldier  NOUN NNS _ 6 nsubj:pass _
5 were     be       AUX  VBD _ 6 aux:pass _
6 killed   kill     VERB VBN _ 0 root   _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_EQ(r.text(0), "At least 82");
  EXPECT_EQ(r.what(0), "soldiers");
  EXPECT_EQ(r.quantities[0].unit, "person");
  EXPECT_EQ(r.quantities[0].approximate, Approximation::at_least);
  EXPECT_EQ(governor_of(r.fixture.parse.sentences[0], r.quantities[0]), 5u);
}

TEST(QuantityTagger, Money) {
  const auto r = read(R"(
1 about   about   ADV  RB _ 2 advmod _
2 $       $       SYM  $  _ 0 root   SpaceAfter=No
3 48.2    48.2    NUM  CD _ 4 compound _
4 million million NUM  CD _ 2 nummod _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_EQ(r.text(0), "about $48.2 million");
  EXPECT_EQ(r.quantities[0].unit, "USD");
  EXPECT_DOUBLE_EQ(*r.quantities[0].low, 48.2e6);
  EXPECT_EQ(r.quantities[0].approximate, Approximation::about);
}

TEST(QuantityTagger, DozensOfPeople) {
  const auto r = read(R"(
1 Dozens dozen  NOUN NNS _ 4 nsubj _
2 of     of     ADP  IN  _ 3 case  _
3 people people NOUN NNS _ 1 nmod  _
4 fled   flee   VERB VBD _ 0 root  _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_EQ(r.quantities[0].low, 24);
  EXPECT_EQ(r.quantities[0].approximate, Approximation::about);
  EXPECT_EQ(r.quantities[0].unit, "person");
  EXPECT_EQ(r.what(0), "people");
  EXPECT_EQ(governor_of(r.fixture.parse.sentences[0], r.quantities[0]), 3u);
}

TEST(QuantityTagger, BetweenTwoNumbers) {
  const auto r = read(R"(
1 between between ADP  IN  _ 5 case _
2 12      12      NUM  CD  _ 5 nummod _
3 and     and     CCONJ CC _ 4 cc  _
4 20      20      NUM  CD  _ 2 conj _
5 tanks   tank    NOUN NNS _ 0 root _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_EQ(r.quantities[0].low, 12);
  EXPECT_EQ(r.quantities[0].high, 20);
  EXPECT_EQ(r.quantities[0].unit, "tank");
  EXPECT_EQ(r.what(0), "tanks");
}

TEST(QuantityTagger, NamesOrdinalsAndPronounsAreNone) {
  EXPECT_TRUE(read(R"(
1 Resolution resolution PROPN NNP _ 0 root _
2 242        242        NUM   CD  _ 1 nummod _
3 the        the        DET   DT  _ 5 det  _
4 22nd       22nd       ADJ   JJ  _ 5 amod _
5 Amendment  amendment  PROPN NNP _ 1 dep  _
6 one        one        NUM   CD  _ 1 dep  _
7 of         of         ADP   IN  _ 8 case _
8 them       they       PRON  PRP _ 6 nmod _
)")
                  .quantities.empty());
  EXPECT_TRUE(read(R"(
1 won  win  VERB VBD _ 0 root _
2 3    3    NUM  CD  _ 1 obj  SpaceAfter=No
3 -    -    PUNCT :  _ 4 punct SpaceAfter=No
4 1    1    NUM  CD  _ 2 dep  _
)")
                  .quantities.empty());
}

TEST(QuantityTagger, ShareOfVoters) {
  const auto r = read(R"(
1 Two     two     NUM  CD  _ 3 nummod _
2 -       -       PUNCT HYPH _ 1 punct _
3 thirds  third   NOUN NNS _ 6 nsubj _
4 of      of      ADP  IN  _ 5 case _
5 voters  voter   NOUN NNS _ 3 nmod _
6 agreed  agree   VERB VBD _ 0 root _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_NEAR(*r.quantities[0].low, 2.0 / 3, 1e-9);
  EXPECT_EQ(r.what(0), "voters");
}

}  // namespace
}  // namespace wireroom
