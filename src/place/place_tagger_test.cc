#include "place/place_tagger.h"

#include <gtest/gtest.h>

#include "place/gazetteer.h"
#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

const PlaceTagger& tagger() {
  static const auto loaded = PlaceTagger::load();
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

std::vector<Place> places_of(std::string_view conllu) {
  const auto f = testing::fixture(conllu);
  return tagger().tag(f.report, f.parse);
}

TEST(PlaceTagger, CapitalAfterInIsTheTown) {
  const auto places = places_of(R"(
1 Kerry   Kerry  PROPN NNP _ 2 nsubj NER=B-PER
2 arrived arrive VERB  VBD _ 0 root  _
3 in      in     ADP   IN  _ 4 case  _
4 Moscow  Moscow PROPN NNP _ 2 obl   NER=B-GPE|SpaceAfter=No
5 .       .      PUNCT .   _ 2 punct _
)");
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].form, PlaceForm::name);
  EXPECT_EQ(places[0].kind, PlaceKind::city);
  EXPECT_EQ(places[0].country, "RUS");
  EXPECT_EQ(places[0].geonames, "524901");
  EXPECT_NEAR(*places[0].latitude, 55.75, 0.1);
}

TEST(PlaceTagger, CapitalThatDeniesIsAMetonym) {
  const auto found = places_of(R"(
1 Moscow Moscow PROPN NNP _ 2 nsubj NER=B-GPE
2 denied deny   VERB  VBD _ 0 root  _
3 the    the    DET   DT  _ 4 det   _
4 report report NOUN  NN  _ 2 obj   _
)");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].form, PlaceForm::metonym);
}

TEST(PlaceTagger, AdjectiveDemonymAndPalace) {
  const auto places = places_of(R"(
1 The      the      DET   DT   _ 2 det   _
2 Kremlin  Kremlin  PROPN NNP  _ 3 nsubj NER=B-ORG
3 said     say      VERB  VBD  _ 0 root  _
4 Russian  Russian  ADJ   JJ   _ 5 amod  NER=B-NORP
5 planes   plane    NOUN  NNS  _ 6 nsubj _
6 carried  carry    VERB  VBD  _ 3 ccomp _
7 Russians Russian  PROPN NNPS _ 6 obj   NER=B-NORP
)");
  ASSERT_EQ(places.size(), 3u);
  EXPECT_EQ(places[0].form, PlaceForm::metonym);
  EXPECT_EQ(places[1].form, PlaceForm::adjective);
  EXPECT_EQ(places[2].form, PlaceForm::demonym);
  for (const Place& place : places) EXPECT_EQ(place.country, "RUS");
}

TEST(PlaceTagger, ContainerChoosesAmongNamesakesForTheWholeReport) {
  const auto places = places_of(R"(
1 He     he     PRON  PRP _ 2 nsubj _
2 left   leave  VERB  VBD _ 0 root  _
3 Paris  Paris  PROPN NNP _ 2 obj   NER=B-GPE|SpaceAfter=No
4 ,      ,      PUNCT ,   _ 5 punct _
5 Texas  Texas  PROPN NNP _ 3 nmod  NER=B-GPE|SpaceAfter=No
6 .      .      PUNCT .   _ 2 punct _

1 Paris  Paris  PROPN NNP _ 3 nsubj NER=B-GPE
2 was    be     AUX   VBD _ 3 cop   _
3 quiet  quiet  ADJ   JJ  _ 0 root  _
)");
  ASSERT_EQ(places.size(), 3u);
  EXPECT_EQ(places[0].country, "USA");
  EXPECT_EQ(places[0].admin1, "Texas");
  EXPECT_EQ(places[1].kind, PlaceKind::region);
  EXPECT_EQ(places[2].country, "USA");
  EXPECT_EQ(places[2].geonames, places[0].geonames);
}

TEST(PlaceTagger, ParisAloneIsTheCapitalOfFrance) {
  const auto places = places_of(R"(
1 in    in    ADP   IN  _ 2 case _
2 Paris Paris PROPN NNP _ 0 root NER=B-GPE
)");
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].country, "FRA");
}

TEST(PlaceTagger, PersonsAreNoPlaces) {
  const auto places = places_of(R"(
1 Michael Michael PROPN NNP _ 3 nsubj NER=B-PER
2 Jordan  Jordan  PROPN NNP _ 1 flat  NER=I-PER
3 spoke   speak   VERB  VBD _ 0 root  _
4 of      of      ADP   IN  _ 5 case  _
5 turkey  turkey  NOUN  NN  _ 3 obl   _
)");
  EXPECT_TRUE(places.empty());
}

TEST(PlaceTagger, UnknownVillageIsAPlaceWithoutEntry) {
  const auto places = places_of(R"(
1 the     the     DET   DT  _ 2 det  _
2 village village NOUN  NN  _ 0 root _
3 of      of      ADP   IN  _ 4 case _
4 Xzyqar  Xzyqar  PROPN NNP _ 2 nmod NER=B-GPE
)");
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].name, "Xzyqar");
  EXPECT_EQ(places[0].kind, PlaceKind::city);
  EXPECT_TRUE(places[0].geonames.empty());
  EXPECT_FALSE(places[0].latitude.has_value());
}

TEST(PlaceTagger, LongestNameWins) {
  const auto places = places_of(R"(
1 South  South  PROPN NNP _ 2 compound NER=B-GPE
2 Sudan  Sudan  PROPN NNP _ 3 nsubj    NER=I-GPE
3 said   say    VERB  VBD _ 0 root     _
)");
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].country, "SSD");
  EXPECT_EQ(places[0].form, PlaceForm::metonym);
}

TEST(PlaceTagger, LanguageIsNoPlace) {
  const auto places = places_of(R"(
1 She    she     PRON  PRP _ 2 nsubj _
2 spoke  speak   VERB  VBD _ 0 root  _
3 in     in      ADP   IN  _ 4 case  _
4 French French  PROPN NNP _ 2 obl   NER=B-NORP
)");
  EXPECT_TRUE(places.empty());
}

TEST(PlaceTagger, WashingtonAloneIsTheCapital) {
  const auto places = places_of(R"(
1 talks      talk       NOUN  NNS _ 0 root _
2 in         in         ADP   IN  _ 3 case _
3 Washington Washington PROPN NNP _ 1 nmod NER=B-GPE
4 with       with       ADP   IN  _ 5 case _
5 officials  official   NOUN  NNS _ 1 nmod _
6 from       from       ADP   IN  _ 7 case _
7 Seattle    Seattle    PROPN NNP _ 5 nmod NER=B-GPE
8 and        and        CCONJ CC  _ 9 cc   _
9 Washington Washington PROPN NNP _ 10 compound NER=B-GPE
10 state     state      NOUN  NN  _ 7 conj _
)");
  ASSERT_EQ(places.size(), 3u);
  EXPECT_EQ(places[0].geonames, "4140963");
  EXPECT_EQ(places[1].admin1, "Washington");
  EXPECT_EQ(places[2].geonames, "5815135");
}

TEST(PlaceTagger, ACountryIsNoVillageAmongItsNeighbours) {
  const auto places = places_of(R"(
1 the      the      DET   DT  _ 2 det  _
2 border   border   NOUN  NN  _ 0 root _
3 of       of       ADP   IN  _ 4 case _
4 Texas    Texas    PROPN NNP _ 2 nmod NER=B-GPE
5 ,        ,        PUNCT ,   _ 2 punct _
6 Arizona  Arizona  PROPN NNP _ 4 conj NER=B-GPE
7 with     with     ADP   IN  _ 8 case _
8 Mexico   Mexico   PROPN NNP _ 2 nmod NER=B-GPE
9 near     near     ADP   IN  _ 10 case _
10 Chicago Chicago  PROPN NNP _ 2 nmod NER=B-GPE
)");
  ASSERT_EQ(places.size(), 4u);
  EXPECT_EQ(places[2].country, "MEX");
  EXPECT_EQ(places[2].kind, PlaceKind::country);
}

TEST(PlaceTagger, CapitalsOfADatelineAndTheTextAreOneName) {
  const auto places = places_of(R"(
1 GLASGOW  GLASGOW  PROPN NNP _ 0 root NER=B-GPE|SpaceAfter=No
2 ,        ,        PUNCT ,   _ 1 punct _
3 Kentucky Kentucky PROPN NNP _ 1 appos NER=B-GPE

1 in      in      ADP   IN  _ 2 case _
2 Glasgow Glasgow PROPN NNP _ 0 root NER=B-GPE
)");
  ASSERT_EQ(places.size(), 3u);
  EXPECT_EQ(places[0].admin1, "Kentucky");
  EXPECT_EQ(places[2].admin1, "Kentucky");
}

TEST(PlaceTagger, ThousandsOfNamesTakeLinearTime) {
  std::string conllu;
  const char* names[] = {"Springfield", "Paris", "Georgia", "Mexico", "Washington", "Xzyqar"};
  for (int i = 0; i < 10000; ++i)
    conllu += std::to_string(i + 1) + ' ' + names[i % 6] + ' ' + names[i % 6] + " PROPN NNP _ " +
              (i == 0 ? "0 root" : std::to_string(i) + " conj") + " NER=B-GPE\n";
  EXPECT_GT(places_of(conllu).size(), 5000u);
}

TEST(Gazetteer, KnowsSpellingsOfCapitals) {
  for (const char* name : {"Kyiv", "Kiev"}) {
    const auto uses = tagger().gazetteer().find(name);
    ASSERT_FALSE(uses.empty());
    EXPECT_EQ(tagger().gazetteer().entry(uses[0].entry).country, "UKR");
  }
}

}  // namespace
}  // namespace wireroom
