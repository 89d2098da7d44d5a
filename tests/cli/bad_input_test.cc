// Inputs that are not what they should be: each is named with its place and what to do, the rest is done.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/program.h"
#include "cli/reports.h"

namespace wireroom::cli_tests {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// For run_shell: no more address space than so many megabytes.
std::string memory_bound([[maybe_unused]] int megabytes) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)  // their shadow memory alone is larger than any bound
  return {};
#else
  return "ulimit -v " + std::to_string(megabytes) + "000; ";
#endif
}

// The program on one file of these bytes beside a good one: the good one is read whatever the other is.
Ended read_beside_a_good_one(const std::string& name, const std::string& bytes, const std::string& command = "read") {
  const Folder folder;
  return run({command, folder.file(name, bytes), folder.file("good.txt", kReport)});
}

std::string packed(const std::string& bytes) {
  const Folder folder;
  return run_shell("gzip -c '" + folder.file("bytes", bytes) + "'").out;
}

TEST(BadInput, AMissingFileIsNamedAndTheRestIsDone) {
  const Folder folder;
  const std::string good = folder.file("good.txt", kReport);
  const Ended ended = run({"read", folder.path() + "/none.txt", good});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("none.txt"));
  EXPECT_EQ(report_ids(ended.out).size(), 1u);
}

TEST(BadInput, AFolderWithoutReportsIsNamed) {
  const Folder folder;
  const Ended ended = run({"read", folder.path()});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr(folder.path()));
  EXPECT_EQ(ended.out, "");
}

TEST(BadInput, BinaryDataIsNoReport) {
  const Folder folder;
  std::string bytes(
      "\x7f"
      "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
      16);
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(i * 37 % 256);
  const Ended ended = run({"read", folder.file("program", bytes), folder.file("good.txt", kReport)});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("program"));
  EXPECT_EQ(report_ids(ended.out).size(), 1u);
}

TEST(BadInput, AnEmptyReportIsToldAndDoesNotStopTheRest) {
  const Folder folder;
  const Ended ended = run({"code", folder.file("empty.txt", ""), folder.file("good.txt", kReport)});
  EXPECT_THAT(ended.err + ended.out, HasSubstr("empty"));
  EXPECT_GE(report_ids(ended.out).size(), 1u);
}

TEST(BadInput, AMalformedLineIsNamedWithItsNumber) {
  std::string lines = ndjson(9);
  std::size_t at = 0;
  for (int line = 1; line < 7; ++line) at = lines.find('\n', at) + 1;
  lines.erase(lines.find('}', at), 1);  // line 7 ends too early
  const Ended ended = run({"read", "--input", "ndjson", "-"}, lines);
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("-:7"));
  EXPECT_EQ(report_ids(ended.out).size(), 8u);
}

TEST(BadInput, AVeryLongLineIsReadOrNamed) {
  std::string line(10 << 20, 'a');
  for (std::size_t i = 7; i < line.size(); i += 8) line[i] = ' ';
  for (const std::string& input : {line, R"({"id":"a","text":")" + line + "\"}\n"})
    for (const char* command : {"read", "code --layers report"}) {
      const Ended ended = run_shell(memory_bound(300) + "\"$W\" " + command + " --jobs 1 -", input);
      EXPECT_EQ(ended.status, 0) << ended.err;
      ASSERT_EQ(report_ids(ended.out).size(), 1u);
      EXPECT_EQ(records(ended.out)[0]["words"], (10 << 20) / 8);
    }
}

TEST(BadInput, TheMessageOfABrokenLineTellsTheColumnOnce) {
  const Ended ended = run({"read", "--input", "ndjson", "-"}, "{\"id\":\"a\",\"text\":\"Talks ended.\"}\n{\"id\":\n");
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("-:2: no valid JSON (column"), Not(HasSubstr("line 1"))));
}

TEST(BadInput, JsonThatIsNoNdjsonIsToldHowToBecomeOne) {
  for (const char* bytes : {"[\n {\"id\": \"a\", \"text\": \"Talks ended.\"}\n]\n", "[{\"id\":\"a\"}]",
                            "{\n  \"id\": \"a\",\n  \"text\": \"Talks ended.\"\n}\n"}) {
    const Ended ended = read_beside_a_good_one("a.json", bytes);
    EXPECT_EQ(ended.status, 1) << bytes;
    EXPECT_THAT(ended.err, HasSubstr("jq -c")) << bytes;
    EXPECT_EQ(report_ids(ended.out).size(), 1u);
  }
}

TEST(BadInput, AFileWithoutAnyGoodLineIsGivenUp) {
  std::string lines;
  for (int i = 0; i < 5000; ++i) lines += "Talks ended.\n";
  const Ended ended = run({"read", "--input", "ndjson", "-"}, lines);
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("none of the first 100 lines is a report"));
  EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 101);
}

TEST(BadInput, AFileThatCannotBeReadIsNamed) {
  const Folder folder;
  const std::string closed = folder.file("closed.txt", kReport);
  std::filesystem::permissions(closed, std::filesystem::perms::none);
  if (::access(closed.c_str(), R_OK) == 0) GTEST_SKIP() << "the superuser reads everything";
  const Ended ended = run({"read", closed, folder.file("good.txt", kReport)});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("closed.txt"), HasSubstr("check name and rights")));
  EXPECT_EQ(report_ids(ended.out).size(), 1u);
}

TEST(BadInput, FoldersThatHoldThemselvesAndPipesInFoldersDoNotHang) {
  const Folder folder;
  folder.file("a/good.txt", kReport);
  std::filesystem::create_directory_symlink("..", folder.path() + "/a/up");
  std::filesystem::create_symlink("itself", folder.path() + "/itself");
  ASSERT_EQ(::mkfifo((folder.path() + "/a/pipe").c_str(), 0600), 0);
  const Ended ended = run({"read", folder.path()});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(report_ids(ended.out).size(), 1u);
}

TEST(BadInput, AGzipBombIsRefusedInBoundedTimeAndMemory) {
  // Members of a gzip file follow one another: a thousand times a megabyte of blanks, a megabyte as a whole.
  std::string bomb = packed("{\"" + std::string(1000, ' '));
  const std::string member = packed(std::string(1 << 20, ' '));
  for (int i = 0; i < 1000; ++i) bomb += member;
  for (const char* kind : {"auto", "text", "ndjson"}) {
    const Folder folder;
    const Ended ended = run_shell(memory_bound(1000) + "\"$W\" read --input " + std::string(kind) + " '" +
                                  folder.file("bomb.gz", bomb) + "'");
    EXPECT_EQ(ended.status, 1) << kind << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("bomb.gz")) << kind;
  }
}

TEST(BadInput, ATruncatedGzipFileGivesItsWholeLinesAndIsNamed) {
  const std::string whole = packed(ndjson(2000));
  const Ended ended = read_beside_a_good_one("half.ndjson.gz", whole.substr(0, whole.size() / 2));
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err,
              AllOf(HasSubstr("half.ndjson.gz: cannot be read to its end"), HasSubstr("is the file whole?")));
  EXPECT_GT(report_ids(ended.out).size(), 100u);
  const Ended text = read_beside_a_good_one("half.txt.gz", packed(kReport).substr(0, 120));
  EXPECT_EQ(text.status, 1);
  EXPECT_EQ(report_ids(text.out).size(), 1u) << "half a report is none";
}

TEST(BadInput, Utf16IsToldHowToBecomeUtf8) {
  const std::string text = "The minister arrived in Oslo.";
  std::string little, big;
  for (const char c : text) {
    little += c;
    little += '\0';
    big += '\0';
    big += c;
  }
  for (const std::string& bytes : {"\xFF\xFE" + little, "\xFE\xFF" + big, little, big}) {
    const Ended ended = read_beside_a_good_one("a.txt", bytes);
    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("a.txt: UTF-16"), HasSubstr("iconv")));
  }
}

TEST(BadInput, MarksNulsBrokenBytesAndLineEndsNeverShiftSpans) {
  const std::string nul(1, '\0');
  for (const std::string& text :
       {"\xEF\xBB\xBF" + std::string(kReport),
        "Talks\xC3( in \xED\xA0\x80 Oslo \xF0\x9F ended.\n\n" + std::string(kReport),
        "Talks" + nul + "ended in" + nul + "Oslo.\n\n" + kReport,
        std::string("Minister visits Oslo\r\n\r\nMarch 24, 2016\r\n\r\nAyrault arrived in Oslo on Wednesday.\r\n")}) {
    const Ended ended = run({"code", "--layers", "report,text,place", "-"}, text);
    EXPECT_EQ(ended.status, 0) << ended.err;
    const auto all = records(ended.out);
    ASSERT_GE(all.size(), 2u);
    const std::string read = all[0]["text"];
    EXPECT_FALSE(read.starts_with("\xEF\xBB\xBF"));
    const auto bytes_of = [&read](std::size_t code_point) {
      std::size_t at = 0;
      for (std::size_t i = 0; i < code_point; ++i) do
          ++at;
        while (at < read.size() && (static_cast<unsigned char>(read[at]) & 0xC0) == 0x80);
      return at;
    };
    for (std::size_t i = 1; i < all.size(); ++i) {
      const std::size_t begin = bytes_of(all[i]["span"][0]), end = bytes_of(all[i]["span"][1]);
      EXPECT_EQ(read.substr(begin, end - begin), all[i]["text"]);
    }
  }
}

TEST(BadInput, NdjsonWithAMarkAndWindowsLineEndsIsRead) {
  const Ended ended = run({"read", "-"},
                          "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"Talks ended.\"}\r\n\r\n"
                          "{\"id\":\"b\",\"text\":\"Talks began.\"}\r\n");
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(report_ids(ended.out), (std::vector<std::string>{"a", "b"}));
}

TEST(BadInput, EmptyLinesAreEmptyWhereverTheyStand) {
  const std::string empty(100000, '\n');
  EXPECT_THAT(read_beside_a_good_one("empty.txt", empty).err, HasSubstr("empty.txt: empty"));
  const Ended before = run({"read", "-"}, empty + "{\"id\":\"a\",\"text\":\"Talks ended.\"}\n");
  EXPECT_EQ(before.status, 0) << before.err;
  EXPECT_EQ(report_ids(before.out), (std::vector<std::string>{"a"}));
  const Ended between = run({"code", "-"}, "Talks began.\n" + empty + "Talks ended.\n");
  EXPECT_EQ(between.status, 0) << between.err;
}

TEST(BadInput, DeepNestingIsRefusedAndTheNextLineRead) {
  const std::string deep =
      "{\"id\":\"a\",\"text\":\"Talks.\",\"x\":" + std::string(10000, '[') + std::string(10000, ']') + "}";
  std::string open = "{\"id\":\"b\",\"text\":";
  for (int i = 0; i < 10000; ++i) open += "{\"a\":";
  const Ended ended =
      run({"read", "--input", "ndjson", "-"}, deep + "\n" + open + "\n{\"id\":\"c\",\"text\":\"Talks ended.\"}\n");
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("-:1: nested deeper"), HasSubstr("-:2: ")));
  EXPECT_EQ(report_ids(ended.out), (std::vector<std::string>{"c"}));
}

TEST(BadInput, AnIdThatComesAgainIsNumberedOrPassedOver) {
  const auto line = [](const char* id, const char* text) {
    return nlohmann::json{{"id", id}, {"text", text}}.dump() + "\n";
  };
  const Ended ended =
      run({"read", "-"}, line("a", "Talks ended.") + line("a", "Talks ended.") + line("a", "Talks began.") +
                             line("a~2", "Talks failed.") + line("a", "Talks paused."));
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.err, HasSubstr("-:2"));
  const auto ids = report_ids(ended.out);
  EXPECT_EQ(ids.size(), 4u);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 4u) << "no id stands twice";
}

TEST(BadInput, EmptyStandardInputIsToldForEveryCommand) {
  for (const char* command : {"read", "code", "parse"}) {
    const Ended ended = run({command, "-"}, "");
    EXPECT_EQ(ended.status, 1) << command;
    EXPECT_EQ(ended.out, "") << command;
    EXPECT_THAT(ended.err, HasSubstr("-: empty")) << command;
  }
  const Ended conllu = run({"parse", "--input", "conllu", "-"}, "");
  EXPECT_EQ(conllu.status, 1);
  EXPECT_THAT(conllu.err, HasSubstr("-: empty"));
  EXPECT_EQ(run({"code"}, kReport).status, 0) << "without INPUT and terminal it is standard input";
}

TEST(BadInput, ASentenceOfThreeThousandWordsIsCoded) {
  std::string sentence;
  for (int i = 0; i < 600; ++i) sentence += "The minister met the envoy and ";
  for (const std::string& text : {sentence + "left.\n", std::string(3000, 'a') + " " + std::string(3000, '(') + "\n"}) {
    const Ended ended = run({"code", "-"}, text);
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(report_ids(ended.out).size(), 1u);
  }
}

// ------------------------------------------------------------------------------------------------------------- slow

TEST(SlowBadInput, WhatGoesOnWithoutEndIsCoded) {
  const auto times = [](int number, std::string_view text) {
    std::string all;
    for (int i = 0; i < number; ++i) all += text;
    return all;
  };
  for (const std::string& text : {
           times(1700, "The minister met the envoy and ") + "left.\n",  // 10,000 words without a full stop
           times(3000, "(he said ") + times(3000, ")") + "\n", times(3000, "“he said ") + times(3000, "”") + "\n",
           std::string(20000, '"') + "\n",
           times(3000, "“Talks failed, he said.\n\n"),  // quotations that are never closed
       }) {
    const Ended ended = run_shell(memory_bound(600) + "\"$W\" code --jobs 1 -", text);
    EXPECT_EQ(ended.status, 0) << text.substr(0, 40) << ended.err;
    EXPECT_EQ(report_ids(ended.out).size(), 1u);
    EXPECT_THAT(ended.out, Not(HasSubstr("internal")));
  }
}

TEST(SlowBadInput, AReportOfFiveMegabytesIsCodedInBoundedMemory) {
  std::string text = kReport;
  while (text.size() < (5u << 20)) text += "\nThe talks went on, officials said on Friday.\n";
  const Folder folder;
  const Ended ended =
      run_shell(memory_bound(1000) + "\"$W\" code --layers report '" + folder.file("big.txt", text) + "'");
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(report_ids(ended.out).size(), 1u);
  EXPECT_THAT(ended.out, Not(HasSubstr("internal")));
}

}  // namespace
}  // namespace wireroom::cli_tests
