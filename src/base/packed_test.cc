#include "base/packed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wireroom {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Town {
  TextRef name = 0;
  std::uint32_t people = 0;
};

std::string packed_towns() {
  PackWriter writer;
  const std::vector<Town> towns = {{writer.text("Riga"), 600000}, {writer.text("Łódź"), 670000}};
  std::map<std::string, std::vector<std::uint16_t>, std::less<>> names;
  for (int i = 0; i < 3000; ++i) names["town " + std::to_string(i)] = {static_cast<std::uint16_t>(i), 7};
  names["Łódź"] = {1};
  writer.array(towns);
  writer.index(names);
  return writer.finish("towns");
}

TEST(Packed, GivesBackWhatWasPutIn) {
  const std::string bytes = packed_towns();
  auto reader = PackReader::open(bytes, "towns");
  ASSERT_TRUE(reader) << reader.error().message;
  const auto towns = reader->array<Town>();
  ASSERT_TRUE(towns) << towns.error().message;
  ASSERT_EQ(towns->size(), 2U);
  EXPECT_EQ(pooled(reader->pool(), (*towns)[1].name), "Łódź");
  EXPECT_EQ((*towns)[0].people, 600000U);
  const auto names = reader->index<std::uint16_t>();
  ASSERT_TRUE(names) << names.error().message;
  EXPECT_THAT(names->find("Łódź"), ElementsAre(1));
  for (int i = 0; i < 3000; ++i) EXPECT_THAT(names->find("town " + std::to_string(i)), ElementsAre(i, 7));
  EXPECT_THAT(names->find("town 3000"), IsEmpty());
  EXPECT_THAT(names->find(""), IsEmpty());
}

TEST(Packed, AnEmptyIndexKnowsNothing) {
  PackWriter writer;
  writer.index(std::map<std::string, std::vector<std::uint32_t>, std::less<>>{});
  const std::string bytes = writer.finish("none");
  auto reader = PackReader::open(bytes, "none");
  ASSERT_TRUE(reader);
  const auto index = reader->index<std::uint32_t>();
  ASSERT_TRUE(index) << index.error().message;
  EXPECT_THAT(index->find("Riga"), IsEmpty());
}

TEST(Packed, TheSameTablesAreTheSameBytes) { EXPECT_EQ(packed_towns(), packed_towns()); }

TEST(Packed, RefusesWhatItCannotRead) {
  const std::string bytes = packed_towns();
  EXPECT_THAT(PackReader::open(bytes, "places").error().message, HasSubstr("another one, \"towns\""));
  EXPECT_THAT(PackReader::open("", "towns").error().message, HasSubstr("too short"));
  for (std::size_t size = 0; size < bytes.size(); size += 97)
    EXPECT_FALSE(PackReader::open(std::string(bytes, 0, size), "towns")) << size;
  std::string foreign = bytes;
  foreign[0] = 'X';
  EXPECT_THAT(PackReader::open(foreign, "towns").error().message, HasSubstr("it is none"));
  std::string newer = bytes;
  newer[24] = 99;
  EXPECT_THAT(PackReader::open(newer, "towns").error().message, HasSubstr("version 99"));
  auto reader = PackReader::open(bytes, "towns");
  EXPECT_THAT(reader->array<std::uint64_t[5]>().error().message, HasSubstr("another form"));
}

}  // namespace
}  // namespace wireroom
