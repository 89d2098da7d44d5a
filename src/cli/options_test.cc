#include "cli/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/suggestion.h"

namespace wireroom::cli {
namespace {

using ::testing::HasSubstr;

CommandLine read(std::vector<const char*> words) {
  words.insert(words.begin(), "wireroom");
  return read_command_line(static_cast<int>(words.size()), words.data());
}

TEST(Options, CodeWithAllItsOptions) {
  const CommandLine line = read({"code",   "--input",    "ndjson", "--format", "csv",         "--layers", "event,time",
                                 "--date", "2016-03-24", "--jobs", "3",        "--min-score", "0.4",      "--color",
                                 "never",  "--progress", "always", "--quiet",  "a.txt",       "-"});
  ASSERT_FALSE(line.stop) << line.stop->err;
  EXPECT_EQ(line.options.command, Command::code);
  EXPECT_EQ(line.options.inputs, (std::vector<std::string>{"a.txt", "-"}));
  EXPECT_EQ(line.options.input_kind, "ndjson");
  EXPECT_EQ(line.options.format, Format::csv);
  EXPECT_EQ(line.options.layers, LayerSet::of({Layer::event, Layer::time}));
  EXPECT_EQ(iso(*line.options.date), "2016-03-24");
  EXPECT_EQ(line.options.jobs, 3u);
  EXPECT_EQ(line.options.min_score, 0.4);
  EXPECT_EQ(line.options.color, When::never);
  EXPECT_EQ(line.options.progress, When::always);
  EXPECT_TRUE(line.options.quiet);
}

TEST(Options, OptionsMayStandAfterTheInputsAndTextBringsTheReport) {
  const CommandLine line = read({"code", "a.txt", "--layers=text"});
  ASSERT_FALSE(line.stop) << line.stop->err;
  EXPECT_EQ(line.options.layers, LayerSet::of({Layer::report, Layer::text}));
}

TEST(Options, DirectoryLookupTakesANameAndADay) {
  const CommandLine line = read({"directory", "lookup", "John Kerry", "--on", "2016-03-24", "--format", "ndjson"});
  ASSERT_FALSE(line.stop) << line.stop->err;
  EXPECT_EQ(line.options.command, Command::directory_lookup);
  EXPECT_EQ(line.options.name, "John Kerry");
  EXPECT_EQ(iso(*line.options.on), "2016-03-24");
}

TEST(Options, ExplainTakesAnIdAndInputs) {
  const CommandLine line = read({"explain", "wire.e3", "wire.txt"});
  ASSERT_FALSE(line.stop) << line.stop->err;
  EXPECT_EQ(line.options.id, "wire.e3");
  EXPECT_EQ(line.options.inputs, std::vector<std::string>{"wire.txt"});
}

TEST(Options, AWrongCallIsStatus2AndNamesTheNearestWord) {
  const auto wrong = [](std::vector<const char*> words, const char* hint) {
    const CommandLine line = read(std::move(words));
    ASSERT_TRUE(line.stop) << hint;
    EXPECT_EQ(line.stop->status, 2) << hint;
    EXPECT_THAT(line.stop->err, HasSubstr(hint));
    EXPECT_EQ(line.stop->out, "");
  };
  wrong({"cod"}, "unknown command cod; did you mean code?");
  wrong({"code", "--formt", "csv"}, "unknown option --formt; did you mean --format?");
  wrong({"code", "--formt=csv"}, "unknown option --formt; did you mean --format?");
  wrong({"code", "--layers", "event,,time"}, "--layers");
  wrong({"code", "--date", "2016-02-30"}, "write a day as");
  wrong({"code", "--jobs", "many"}, "from 1 to 1024");
  wrong({"code", "--jobs"}, "--jobs");
  wrong({"formats", "x"}, "one argument too many: x");
  wrong({"explain"}, "Try: wireroom explain --help");
}

TEST(Options, EveryCommandHasItsHelp) {
  for (const char* command : {"code", "read", "parse", "explain", "directory", "lint", "formats"}) {
    const CommandLine line = read({"help", command});
    ASSERT_TRUE(line.stop);
    EXPECT_EQ(line.stop->status, 0);
    EXPECT_THAT(line.stop->out, HasSubstr(command));
    EXPECT_EQ(line.stop->err, "");
  }
  EXPECT_THAT(help_of(Command::code), HasSubstr("--layers"));
}

TEST(Suggestion, OnlyNearWordsAreSuggested) {
  EXPECT_EQ(nearest("evnt", {"event", "actor"}), "event");
  EXPECT_EQ(nearest("xyz", {"event", "actor"}), "");
  EXPECT_EQ(nearest("state", {"statement", "report"}), "statement");
}

}  // namespace
}  // namespace wireroom::cli
