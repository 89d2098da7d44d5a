// Tables that a user puts in the place of the embedded ones (WIREROOM_DATA): they count, and a wrong one is named with
// file and line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/program.h"

namespace wireroom::cli_tests {
namespace {

using ::testing::HasSubstr;

constexpr const char* kCities = "geonames\tname\tother_names\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\trank\n";
constexpr const char* kHolders = "person\taliases\tcountry\toffice\tbody\tsector\tfrom\tto\tas_of\twikidata\n";

struct Replaced {
  Folder folder;

  Replaced(const std::string& path, const std::string& bytes) {
    std::filesystem::create_directories(std::filesystem::path(folder.path()) /
                                        std::filesystem::path(path).parent_path());
    folder.file(path, bytes);
  }
  Ended run(const std::string& arguments, const std::string& input = "") const {
    return run_shell("WIREROOM_DATA='" + folder.path() + "' \"$W\" " + arguments, input);
  }
};

TEST(Tables, AUsersTownsAreFound) {
  const Replaced towns("data/places/cities.tsv",
                       std::string(kCities) + "77\tQuellbach\t\tAUT\tTyrol\t47.1\t11.2\t50000\ttown\n");
  const Ended ended = towns.run("code --layers place --format ndjson -", "A bridge fell in Quellbach on Monday.\n");
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("\"geonames\":\"77\""));
}

TEST(Tables, AUsersPersonsAreFound) {
  const Replaced persons(
      "data/actors/officeholders.tsv",
      std::string(kHolders) + "Orla Quill\t\tIRL\tMinister for Peat\t\tGOV\t2001\t2005\t2010-01-01\t\n");
  const Ended ended = persons.run("directory lookup 'Orla Quill' --on 2003-02-01 --format ndjson");
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("Minister for Peat"));
  EXPECT_THAT(ended.out, HasSubstr("data/actors/officeholders.tsv:2"));
}

TEST(Tables, AWrongPointIsNamedWithItsLine) {
  const Replaced towns("data/places/cities.tsv",
                       std::string(kCities) + "# towns\n77\tQuellbach\t\tAUT\tTyrol\t47.1\t511.2\t50000\ttown\n");
  for (const char* command : {"code -", "lint", "lint data/places/cities.tsv"}) {
    const Ended ended = towns.run(command, "A bridge fell.\n");
    EXPECT_NE(ended.status, 0) << command;
    EXPECT_THAT(ended.err, HasSubstr("data/places/cities.tsv:3: latitude and longitude")) << command;
  }
}

TEST(Tables, AWrongDayIsNamedWithItsLine) {
  const Replaced persons("data/actors/officeholders.tsv",
                         std::string(kHolders) + "Orla Quill\t\tIRL\tMinister for Peat\t\tGOV\t2001-13\t\t\t\n");
  const Ended ended = persons.run("directory lookup 'Orla Quill'");
  EXPECT_NE(ended.status, 0);
  EXPECT_THAT(ended.err, HasSubstr("data/actors/officeholders.tsv:2: `from` is \"2001-13\""));
}

TEST(Tables, ATableWithoutItsColumnsIsRefused) {
  const Replaced regions("data/places/regions.tsv", "title\tkind\nAlps\tland\n");
  const Ended ended = regions.run("code --layers place -", "A bridge fell.\n");
  EXPECT_NE(ended.status, 0);
  EXPECT_THAT(ended.err, HasSubstr("data/places/regions.tsv:1: the header has no column \"name\""));
}

}  // namespace
}  // namespace wireroom::cli_tests
