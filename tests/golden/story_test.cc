// Holds the program's records of each sample against its story; see README.md.
//
//   story_test                    every story of this folder, one test each
//   story_test FILE.story …       these; also prints the events and statements that the story does not mention, and
//   counts
#include "golden/story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "cli/items.h"
#include "wireroom/engine.h"

namespace wireroom::golden {
namespace {

namespace fs = std::filesystem;

constexpr LayerSet kAll = LayerSet::of(
    {Layer::report, Layer::event, Layer::statement, Layer::actor, Layer::time, Layer::place, Layer::quantity});

const Engine& engine() {
  static const Result<Engine> loaded = Engine::load({"base", kAll});
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return loaded.value();
}

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The report of a story: NAME.txt or NAME.ndjson, beside it or among the samples.
fs::path report_of(const fs::path& story) {
  for (const fs::path& folder : {story.parent_path(), fs::path(WIREROOM_SAMPLES)})
    for (const char* extension : {".txt", ".ndjson"})
      if (fs::path report = (folder / story.stem()) += extension; fs::exists(report)) return report;
  throw std::runtime_error("no report for " + story.string());
}

Coded coded(const fs::path& path) {
  cli::Options options;
  options.inputs = {path.string()};
  cli::Messages messages(options);
  cli::Items items(options, messages);
  auto item = items.next();
  if (!item) throw std::runtime_error("no report in " + path.string());
  Engine::Desk desk = engine().desk();
  return engine().code(std::move(item->report), desk);
}

class StoryTest : public ::testing::Test {
 public:
  StoryTest(fs::path story, bool list) : story_(std::move(story)), list_(list) {}
  static Tally& total() {
    static Tally all;
    return all;
  }
  static void print(const Tally& tally) {
    const auto line = [](const char* name, const Tally::Of& of) {
      std::printf("%s: %zu lines, found %zu, with parties %zu, whole %zu; %zu records, %zu not expected\n", name,
                  of.expected, of.found, of.who, of.all, of.records, of.unknown);
    };
    line("events", tally.events);
    line("statements", tally.statements);
  }
  void TestBody() override {
    const std::string story = content(story_);
    const Coded report = coded(report_of(story_));
    for (const std::string& note : report.report.notes) EXPECT_FALSE(note.starts_with("internal")) << note;
    for (const Failure& failure : unmet(story, report))
      ADD_FAILURE_AT(story_.c_str(), static_cast<int>(failure.line)) << failure.expectation << "\n" << failure.reason;
    if (!list_) return;
    Tally here;
    for (Tally* tally : {&here, &total()}) count(story, report, *tally);
    std::printf("not in the story:\n%s", unmentioned(story, report).c_str());
    print(here);
  }

 private:
  fs::path story_;
  bool list_;
};

}  // namespace
}  // namespace wireroom::golden

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  std::vector<std::filesystem::path> stories(argv + 1, argv + argc);
  const bool list = !stories.empty();
  if (!list)
    for (const auto& entry : std::filesystem::directory_iterator(WIREROOM_STORIES))
      if (entry.path().extension() == ".story") stories.push_back(entry.path());
  std::sort(stories.begin(), stories.end());
  for (const auto& story : stories)
    testing::RegisterTest("Story", story.stem().c_str(), nullptr, nullptr, story.c_str(), 1,
                          [story, list]() -> testing::Test* {
                            return new wireroom::golden::StoryTest(story, list);  // GoogleTest takes it
                          });
  const int result = RUN_ALL_TESTS();
  if (list) {
    std::printf("all stories\n");
    wireroom::golden::StoryTest::print(wireroom::golden::StoryTest::total());
  }
  return result;
}
