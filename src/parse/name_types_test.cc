#include "parse/name_types.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wireroom {
namespace {

struct Given {
  const char* form;
  const char* upos = "PROPN";
  NameType name = NameType::none;
  bool begins = true;
  bool space_after = true;
};

// "Russian/NORP Ministry/ORG+": types after refining, + on words that continue a name.
std::string refined(const std::vector<Given>& given) {
  static const Result<NameTypes> types = NameTypes::load();
  if (!types) return types.error().message;
  Sentence sentence;
  for (const Given& word : given) {
    Word& added = sentence.words.emplace_back();
    added.form = word.form;
    added.upos = word.upos;
    added.name = word.name;
    added.space_after = word.space_after;
    added.name_begins = word.begins && word.name != NameType::none;
  }
  types->refine(sentence);
  std::string result;
  for (const Word& word : sentence.words) {
    if (!result.empty()) result += ' ';
    result += word.form;
    if (word.name != NameType::none) result += std::string("/") + name(word.name) + (word.name_begins ? "" : "+");
  }
  return result;
}

TEST(NameTypes, StatesTownsAndProvincesAreGpe) {
  EXPECT_EQ(refined({{"Moscow", "PROPN", NameType::LOC}}), "Moscow/GPE");
  EXPECT_EQ(refined({{"Saudi", "PROPN", NameType::LOC}, {"Arabia", "PROPN", NameType::LOC, false}}),
            "Saudi/GPE Arabia/GPE+");
}

TEST(NameTypes, APersonsNameRunsOverAHyphen) {
  const Given jae = {"Jae", "PROPN", NameType::PER, true, false}, in = {"in", "ADV"};
  EXPECT_EQ(refined({jae, {"-", "PUNCT", NameType::none, true, false}, in}), "Jae/PER -/PER+ in/PER+");
  EXPECT_EQ(refined({jae, {"-", "PUNCT", NameType::none, true, true}, in}), "Jae/PER - in") << "a dash";
  EXPECT_EQ(refined({jae, {"-", "PUNCT", NameType::none, true, false}, {"Tokyo", "PROPN", NameType::LOC}}),
            "Jae/PER - Tokyo/GPE");
}

TEST(NameTypes, ContinentsWatersMountainsStreetsStayLoc) {
  EXPECT_EQ(refined({{"Europe", "PROPN", NameType::LOC}}), "Europe/LOC");
  EXPECT_EQ(refined({{"Black", "PROPN", NameType::LOC}, {"Sea", "PROPN", NameType::LOC, false}}), "Black/LOC Sea/LOC+");
  EXPECT_EQ(refined({{"Mount", "PROPN", NameType::LOC}, {"Qasioun", "PROPN", NameType::LOC, false}}),
            "Mount/LOC Qasioun/LOC+");
  EXPECT_EQ(refined({{"Tverskaya", "PROPN", NameType::LOC}, {"Street", "PROPN", NameType::LOC, false}}),
            "Tverskaya/LOC Street/LOC+");
}

TEST(NameTypes, PeoplesReligionsPartiesAreNorpAlsoWhereNoNameWasSeen) {
  EXPECT_EQ(refined({{"Russian", "ADJ"}, {"forces", "NOUN"}}), "Russian/NORP forces");
  EXPECT_EQ(refined({{"Sunni", "ADJ", NameType::MISC}, {"fighters", "NOUN"}}), "Sunni/NORP fighters");
  EXPECT_EQ(refined({{"Democrats", "PROPN", NameType::ORG}}), "Democrats/NORP");
  EXPECT_EQ(refined({{"South", "ADJ", NameType::LOC}, {"Korean", "ADJ"}, {"troops", "NOUN"}}),
            "South/NORP Korean/NORP+ troops");
  EXPECT_EQ(refined({{"FRENCH", "ADJ"}, {"STRIKE", "NOUN"}}), "FRENCH/NORP STRIKE");
}

TEST(NameTypes, CountriesThatServeAsAdjectivesStayCountries) {
  EXPECT_EQ(refined({{"U.S.", "PROPN", NameType::LOC}, {"officials", "NOUN"}}), "U.S./GPE officials");
}

TEST(NameTypes, NothingInsideALongerNameChanges) {
  EXPECT_EQ(refined({{"Russian", "ADJ", NameType::ORG},
                     {"Foreign", "ADJ", NameType::ORG, false},
                     {"Ministry", "PROPN", NameType::ORG, false}}),
            "Russian/ORG Foreign/ORG+ Ministry/ORG+");
  EXPECT_EQ(refined({{"the", "DET"}, {"Party", "PROPN", NameType::ORG}, {"Arab", "ADJ", NameType::ORG, false}}),
            "the Party/ORG Arab/ORG+");
}

TEST(NameTypes, FirstNamesAndVerbsAreNoPeoples) {
  EXPECT_EQ(refined({{"German", "PROPN", NameType::PER}, {"said", "VERB"}}), "German/PER said");
  EXPECT_EQ(refined({{"Polish", "VERB"}, {"it", "PRON"}}), "Polish it");
}

TEST(NameTypes, EmptySentence) { EXPECT_EQ(refined({}), ""); }

}  // namespace
}  // namespace wireroom
