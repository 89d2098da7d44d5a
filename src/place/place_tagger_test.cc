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

TEST(Gazetteer, KnowsSpellingsOfCapitals) {
  for (const char* name : {"Kyiv", "Kiev"}) {
    const auto uses = tagger().gazetteer().find(name);
    ASSERT_FALSE(uses.empty());
    EXPECT_EQ(tagger().gazetteer().entry(uses[0].entry).country, "UKR");
  }
}

}  // namespace
}  // namespace wireroom
