// What a person at a terminal sees: helps and tables in its width, colours, help where there is no input.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "cli/program.h"
#include "cli/reports.h"

namespace wireroom::cli_tests {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Columns of the longest line, colours not counted.
std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\x1b') {
        i = line.find('m', i);
        if (i == std::string::npos) break;
      } else if ((static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) {
        ++columns;
      }
    }
    most = std::max(most, columns);
  }
  return most;
}

TEST(Terminal, WithoutInputTheHelpIsPrinted) {
  for (const char* command : {"code", "read", "parse"}) {
    const Ended ended = run_on_terminal({command}, 80);
    EXPECT_EQ(ended.status, 0) << command;
    EXPECT_THAT(ended.out, HasSubstr(std::string("wireroom ") + command)) << command;
  }
}

TEST(Terminal, EveryHelpFitsEightyColumns) {
  for (const std::vector<std::string>& call : {std::vector<std::string>{"help"},
                                               {"help", "code"},
                                               {"help", "read"},
                                               {"help", "parse"},
                                               {"help", "explain"},
                                               {"help", "directory"},
                                               {"help", "directory", "lookup"},
                                               {"help", "lint"},
                                               {"help", "formats"},
                                               {"help", "help"},
                                               {"formats"}}) {
    const Ended ended = run(call);
    EXPECT_EQ(ended.status, 0);
    EXPECT_LE(widest(ended.out), 80u) << ended.out;
  }
}

TEST(Terminal, TheTableFitsTheWidthAndIsInColour) {
  const Folder folder;
  const std::string file = folder.file(
      "long.txt",
      std::string(kReport) +
          "\nThe deputy chairman of the standing committee on foreign and security affairs of the national "
          "assembly, Jean-Baptiste de la Rochefoucauld-Liancourt, criticised the government of Norway on Friday.\n");
  for (const unsigned short columns : std::initializer_list<unsigned short>{60, 80, 200}) {
    const Ended ended = run_on_terminal({"code", file}, columns);
    EXPECT_EQ(ended.status, 0);
    EXPECT_LE(widest(ended.out), columns) << ended.out;
    EXPECT_THAT(ended.out, HasSubstr("\x1b["));
    EXPECT_THAT(ended.out, HasSubstr("Minister visits Oslo"));
  }
  EXPECT_THAT(run_on_terminal({"code", file}, 80, {"NO_COLOR=1"}).out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(run_on_terminal({"code", file}, 80, {"TERM=dumb"}).out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(run_on_terminal({"code", "--color", "never", file}, 80).out, Not(HasSubstr("\x1b[")));
}

TEST(Terminal, ProgressAndNotesGoToStandardErrorOnlyAsWanted) {
  const std::string twice = ndjson(1) + ndjson(1);
  EXPECT_THAT(run({"read", "-"}, twice).err, HasSubstr("passed over"));
  EXPECT_EQ(run({"read", "--quiet", "-"}, twice).err, "");
  EXPECT_THAT(run({"read", "--quiet", "none.txt"}).err, HasSubstr("none.txt")) << "errors are told all the same";
  EXPECT_THAT(run({"read", "--progress", "always", "-"}, ndjson(3)).err, HasSubstr("3 reports in"));
  EXPECT_EQ(run({"read", "--progress", "never", "-"}, ndjson(3)).err, "");
}

}  // namespace
}  // namespace wireroom::cli_tests
