#include "actor/directory.h"

#include <gtest/gtest.h>

#include "actor/cameo_code.h"
#include "actor/name_key.h"

namespace wireroom {
namespace {

const Directory& directory() {
  static const Directory kDirectory = [] {
    auto loaded = Directory::load();
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(loaded).value();
  }();
  return kDirectory;
}

Entry best(std::string_view name, std::string_view day) {
  const auto entries = directory().lookup(name, parse_iso_date(day));
  return entries.empty() ? Entry{} : entries.front();
}

TEST(NameKey, MeetsSpellings) {
  EXPECT_EQ(name_key("Kim Jong-un"), name_key("KIM Jong Un"));
  EXPECT_EQ(name_key("Élisabeth Borne"), "elisabeth borne");
  EXPECT_EQ(name_key("Abdel Fattah al-Sisi"), "abdel fattah sisi");
  EXPECT_EQ(sound_key(name_key("Sergey Lavrov")), sound_key(name_key("Sergei Lavrov")));
  EXPECT_EQ(sound_key(name_key("Muhammad Mursi")), sound_key(name_key("Mohamed Mursi")));
  EXPECT_NE(sound_key("ivan petrov"), sound_key("igor pavlov"));
}

TEST(Directory, TheDayDecidesTheOffice) {
  EXPECT_EQ(best("Angela Merkel", "2010-05-01").office->title, "Chancellor");
  EXPECT_EQ(best("Angela Merkel", "2003-05-01").sector, "PTY");
  EXPECT_EQ(best("Jens Stoltenberg", "2011-08-01").country, "NOR");
  EXPECT_EQ(best("Jens Stoltenberg", "2019-08-01").country, "IGO");
}

TEST(Directory, AfterTheLastSpellComesAFormerOfficial) {
  const Entry entry = best("Gerhard Schroeder", "2012-01-01");
  EXPECT_EQ(entry.country, "DEU");
  EXPECT_EQ(entry.sector, "ELI");
  EXPECT_TRUE(entry.former);
}

TEST(Directory, SpellingsAndSurnames) {
  EXPECT_EQ(best("Sergey Lavrov", "2016-03-24").name, "Sergei Lavrov");
  EXPECT_EQ(best("Moammar Gadhafi", "2005-01-01").country, "LBY");
  EXPECT_EQ(best("Zelenskiy", "2022-03-01").country, "UKR");
}

TEST(Directory, BodiesChangeTheirPart) {
  EXPECT_EQ(best("Taliban", "2010-01-01").sector, "REB");
  EXPECT_EQ(best("the Taliban", "2022-01-01").sector, "GOV");
  EXPECT_EQ(best("UNHCR", "2010-01-01").country, "UNO");
}

TEST(Directory, CountriesAnswerToTheirNames) {
  EXPECT_EQ(best("Myanmar", "2010-01-01").country, "MMR");
  EXPECT_EQ(best("Burma", "2010-01-01").kind, ActorKind::country);
}

TEST(Directory, NamesTheRowItComesFrom) {
  EXPECT_TRUE(best("Sergei Lavrov", "2016-03-24").table.starts_with("data/actors/offices.tsv:"));
  EXPECT_EQ(best("Sergei Lavrov", "2016-03-24").from, "2004-03-09");
}

TEST(Directory, OpenSpellsGrowLessCertain) {
  EXPECT_LT(best("Kyriakos Mitsotakis", "2030-01-01").score, best("Kyriakos Mitsotakis", "2023-01-01").score);
}

TEST(Directory, UnknownNamesHaveNoEntry) { EXPECT_TRUE(directory().lookup("Xqzyv Brrnk", std::nullopt).empty()); }

TEST(Directory, HolderOfAnOffice) {
  EXPECT_EQ(directory().holder("foreign minister", "DEU", parse_iso_date("2016-03-24"))->name,
            "Frank-Walter Steinmeier");
  EXPECT_EQ(directory().holder("president", "USA", parse_iso_date("2014-03-24"))->name, "Barack Obama");
  EXPECT_FALSE(directory().holder("president", "ZZZ", parse_iso_date("2014-03-24")));
}

TEST(CameoCode, BodiesAndRolesAsInCameo) {
  EXPECT_EQ(cameo_actor_code("USA", "GOV", ""), "USAGOV");
  EXPECT_EQ(cameo_actor_code("UNO", "", ""), "IGOUNO");
  EXPECT_EQ(cameo_actor_code("SYR", "MED", ""), "SYRHLH");
  EXPECT_EQ(cameo_actor_code("RUS", "JRN", ""), "RUSMED");
  EXPECT_EQ(cameo_actor_code("", "", ""), "");
}

}  // namespace
}  // namespace wireroom
