// Of which country "police", "analysts", "the Obama administration" are: a blank costs less than a wrong country.
#include <gtest/gtest.h>

#include <string>

#include "actor/actor_resolver.h"
#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

const ActorResolver& resolver() {
  static const ActorResolver kResolver = std::move(ActorResolver::load()).value();
  return kResolver;
}

// The country of the actor of a word; empty too if the word is no mention's head.
std::string country_at(const testing::Fixture& f, const std::vector<Place>& places, std::uint32_t sentence,
                       std::uint32_t word) {
  const Actors actors = resolver().resolve(f.report, f.parse, places);
  const Mention* mention = actors.with_head(sentence, word);
  return mention ? actors.actors[mention->actor].country : std::string();
}

constexpr std::string_view kOneCountry = R"(
1 France France PROPN NNP Number=Sing 2 nsubj NER=B-GPE
2 closed close VERB VBD Tense=Past 0 root _
3 the the DET DT _ 4 det _
4 border border NOUN NN Number=Sing 2 obj _
5 . . PUNCT . _ 2 punct _
)";
constexpr std::string_view kTwoCountries = R"(
1 France France PROPN NNP Number=Sing 4 nsubj NER=B-GPE
2 and and CCONJ CC _ 3 cc _
3 Germany Germany PROPN NNP Number=Sing 1 conj NER=B-GPE
4 closed close VERB VBD Tense=Past 0 root _
5 borders border NOUN NNS Number=Plur 4 obj _
6 . . PUNCT . _ 4 punct _
)";
constexpr std::string_view kPolice = R"(
1 Police police NOUN NNS Number=Plur 2 nsubj _
2 arrested arrest VERB VBD Tense=Past 0 root _
3 drivers driver NOUN NNS Number=Plur 2 obj _
4 . . PUNCT . _ 2 punct _
)";
constexpr std::string_view kPoliceInMombasa = R"(
1 Police police NOUN NNS Number=Plur 2 nsubj _
2 arrested arrest VERB VBD Tense=Past 0 root _
3 drivers driver NOUN NNS Number=Plur 2 obj _
4 in in ADP IN _ 5 case _
5 Mombasa Mombasa PROPN NNP Number=Sing 2 obl NER=B-GPE
6 . . PUNCT . _ 2 punct _
)";

testing::Fixture report(std::string_view first, std::string_view second) {
  return testing::fixture(std::string(first) + std::string(second), "2016-03-24");
}

TEST(CountryGuess, InAReportOfOneCountryThePoliceAreIts) {
  EXPECT_EQ(country_at(report(kOneCountry, kPolice), {}, 1, 0), "FRA");
}

TEST(CountryGuess, InAReportOfTwoCountriesTheyMayBeOfEither) {
  EXPECT_EQ(country_at(report(kTwoCountries, kPolice), {}, 1, 0), "");
}

TEST(CountryGuess, TheDatelineTellsWhereThePoliceAreFrom) {
  testing::Fixture f = report(kTwoCountries, kPolice);
  f.report.dateline = Dateline{"NAIROBI", std::nullopt, "", {}, std::nullopt};
  EXPECT_EQ(country_at(f, {}, 1, 0), "KEN");
}

TEST(CountryGuess, TheTownOfTheSentenceIsNearerThanTheReport) {
  const testing::Fixture f = report(kOneCountry, kPoliceInMombasa);
  Place mombasa;
  mombasa.words = {1, 4, 4, 4};
  mombasa.span = f.parse.sentences[1].words[4].span;
  mombasa.kind = PlaceKind::city;
  mombasa.name = "Mombasa";
  mombasa.country = "KEN";
  EXPECT_EQ(country_at(f, {mombasa}, 1, 0), "KEN");
}

TEST(CountryGuess, AnalystsAreOfNoCountry) {
  constexpr std::string_view kAnalysts = R"(
1 Analysts analyst NOUN NNS Number=Plur 2 nsubj _
2 agreed agree VERB VBD Tense=Past 0 root _
3 . . PUNCT . _ 2 punct _
)";
  EXPECT_EQ(country_at(report(kTwoCountries, kAnalysts), {}, 1, 0), "");
}

TEST(CountryGuess, MinistersWithoutAnArticleMayBeAnybodys) {
  constexpr std::string_view kMinisters = R"(
1 Ministers minister NOUN NNS Number=Plur 2 nsubj _
2 agreed agree VERB VBD Tense=Past 0 root _
3 . . PUNCT . _ 2 punct _
)";
  EXPECT_EQ(country_at(report(kTwoCountries, kMinisters), {}, 1, 0), "");
}

TEST(CountryGuess, AnAdministrationIsOfTheCountryOfItsPresident) {
  constexpr std::string_view kAdministration = R"(
1 The the DET DT _ 3 det _
2 Obama Obama PROPN NNP Number=Sing 3 compound NER=B-PER
3 administration administration NOUN NN Number=Sing 4 nsubj _
4 agreed agree VERB VBD Tense=Past 0 root _
5 . . PUNCT . _ 4 punct _
)";
  EXPECT_EQ(country_at(report(kTwoCountries, kAdministration), {}, 1, 2), "USA");
}

}  // namespace
}  // namespace wireroom
