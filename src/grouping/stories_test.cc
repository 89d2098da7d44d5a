#include "grouping/stories.h"

#include <gtest/gtest.h>

namespace wireroom {
namespace {

using Stories = std::vector<std::size_t>;

Stories stories(const std::vector<StoryReport>& reports) {
  return find_stories(reports, {{"the", "his", "with", "that", "for", "after"}, kStoryLikeness});
}

StoryReport quake(std::int64_t day) {
  return {day,
          "Strong earthquake shakes northern province",
          "A strong earthquake shook the northern province early on Sunday, killing at least twelve people.",
          {"Interior Ministry"},
          {"Ardel", "Nordland"},
          std::nullopt};
}
StoryReport rescue(std::int64_t day) {
  return {day,
          "Rescuers search for earthquake survivors in northern province",
          "Rescuers dug through rubble in the northern province after the earthquake that killed twelve people.",
          {"Interior Ministry", "Red Cross"},
          {"Ardel", "Nordland"},
          std::nullopt};
}
StoryReport talks(std::int64_t day) {
  return {day,
          "Prime minister opens trade talks with neighbour",
          "The prime minister opened talks on tariffs with his counterpart on Monday.",
          {"Prime Minister"},
          {"Capital"},
          std::nullopt};
}

TEST(Stories, ReportsOnOneMatterAreOneStory) {
  EXPECT_EQ(stories({quake(10), talks(10), rescue(11)}), (Stories{0, 1, 0}));
}

TEST(Stories, After72HoursAnotherStoryBegins) {
  EXPECT_EQ(stories({quake(10), talks(10), rescue(14)}), (Stories{0, 1, 2}));
  EXPECT_EQ(stories({quake(10), rescue(13), rescue(16)}), (Stories{0, 0, 0})) << "counted from its last report";
}

TEST(Stories, ACopyGoesWithItsOriginal) {
  StoryReport copy = talks(30);
  copy.copy_of = 0;
  EXPECT_EQ(stories({quake(10), talks(10), copy}), (Stories{0, 1, 0}));
}

TEST(Stories, AReportWithoutDateStandsAlone) {
  StoryReport undated = quake(10);
  undated.day.reset();
  EXPECT_EQ(stories({quake(10), talks(10), undated}), (Stories{0, 1, 2}));
  EXPECT_TRUE(stories({}).empty());
}

}  // namespace
}  // namespace wireroom
