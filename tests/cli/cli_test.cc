// What the contract promises of the command line, tested on the built program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "cli/program.h"
#include "cli/reports.h"

namespace wireroom::cli_tests {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// ------------------------------------------------------------------------------------------------- calls and helps

TEST(CommandLine, VersionAndHelpGoToStandardOutput) {
  const Ended version = run({"--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_THAT(version.out, ::testing::StartsWith("wireroom "));
  for (const std::vector<std::string>& call : {std::vector<std::string>{"help"},
                                               {"--help"},
                                               {"help", "code"},
                                               {"code", "--help"},
                                               {"help", "directory", "lookup"},
                                               {"formats"}}) {
    const Ended help = run(call);
    EXPECT_EQ(help.status, 0) << help.err;
    EXPECT_FALSE(help.out.empty());
    EXPECT_EQ(help.err, "");
  }
  EXPECT_THAT(run({"help", "code"}).out, HasSubstr("--layers"));
}

TEST(CommandLine, AWrongCallDoesNothingAndSaysWhatWouldBeRight) {
  const auto wrong = [](const std::vector<std::string>& call, const std::string& hint) {
    const Ended ended = run(call, kReport);
    EXPECT_EQ(ended.status, 2) << call.back();
    EXPECT_EQ(ended.out, "");
    EXPECT_THAT(ended.err, HasSubstr(hint)) << ended.err;
  };
  wrong({}, "COMMAND");
  wrong({"cod", "-"}, "unknown command cod; did you mean code?");
  wrong({"code", "--layer", "event", "-"}, "unknown option --layer; did you mean --layers?");
  wrong({"code", "--layers", "events", "-"}, "did you mean event?");
  wrong({"code", "--format", "xml", "-"}, "it is one of table");
  wrong({"code", "--format", "conllu", "-"}, "only `parse` writes CoNLL-U");
  wrong({"code", "--input", "conllu", "-"}, "only `parse` takes");
  wrong({"code", "--date", "24 March", "-"}, "write a day as 2016-03-24");
  wrong({"code", "--jobs", "0", "-"}, "--jobs 0");
  wrong({"code", "--min-score", "2", "-"}, "from 0 to 1");
  wrong({"code", "--model", "huge", "-"}, "it is one of base");
  wrong({"explain"}, "ID");
  wrong({"directory"}, "Try: wireroom directory --help");
  wrong({"help", "reed"}, "did you mean read?");
}

// ----------------------------------------------------------------------------------------------------------- output

TEST(Output, NdjsonInGivesRecordsOutInOrderWithTheirMeta) {
  const Ended ended =
      run({"code", "--input", "ndjson", "--layers", "report,text,event,statement,actor,time,place,quantity", "-"},
          ndjson(3));
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(report_ids(ended.out), (std::vector<std::string>{"r0", "r1", "r2"}));
  std::string report = "none";
  for (const auto& record : records(ended.out)) {
    if (record["type"] == "report") {
      report = record["id"];
      EXPECT_EQ(record["meta"]["desk"], std::stoi(report.substr(1)));
      EXPECT_EQ(record["published"]["value"], "2016-03-24");
    } else {
      EXPECT_EQ(record["report"], report) << "a report's records come together";
      EXPECT_TRUE(record["id"].get<std::string>().starts_with(report + "."));
    }
  }
}

TEST(Output, EveryNumberOfJobsGivesTheSameBytes) {
  const std::string input = ndjson(40);
  const Ended one = run({"code", "--jobs", "1", "-"}, input);
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(report_ids(one.out).size(), 40u);
  for (const char* jobs : {"2", "7"}) EXPECT_EQ(run({"code", "--jobs", jobs, "-"}, input).out, one.out) << jobs;
}

TEST(Output, AReportAloneGivesTheSameRecordsAsInABatch) {
  const std::string all = run({"code", "--input", "ndjson", "-"}, ndjson(5)).out;
  std::string last = ndjson(5);
  last = last.substr(last.rfind("{\"date\""));
  const std::string alone = run({"code", "--input", "ndjson", "-"}, last).out;
  std::string same = all.substr(all.find("{\"type\":\"report\",\"schema\":1,\"id\":\"r4\""));
  for (std::size_t at; (at = same.find("-:5")) != std::string::npos;) same.replace(at, 3, "-:1");
  EXPECT_EQ(alone, same);
}

TEST(Output, AClosedPipeEndsQuietly) {
  const Folder folder;
  const std::string input = folder.file("many.ndjson", ndjson(400));
  const Ended ended = run_shell("( \"$W\" read --jobs 1 '" + input + "'; echo \"status $?\" >&2 ) | head -n 1");
  EXPECT_EQ(ended.err, "status 0\n");
  EXPECT_EQ(report_ids(ended.out).size(), 1u);
}

TEST(Output, AFullDiskIsStatus3) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  for (const char* call : {"read -", "code -", "parse -", "explain e1 -", "directory lookup France", "help",
                           "--version", "formats", "lint data/countries.tsv"}) {
    const Ended ended = run_shell("\"$W\" " + std::string(call) + " >/dev/full", kReport);
    EXPECT_EQ(ended.status, 3) << call;
    EXPECT_THAT(ended.err, HasSubstr("standard output")) << call;
  }
}

TEST(Output, APipeThatIsClosedAtOnceIsNoFault) {
  for (const char* call : {"help", "formats", "read -", "code -"}) {
    const Ended ended =
        run_shell("( sleep 0.2; \"$W\" " + std::string(call) + "; echo \"status $?\" >&2 ) | true", kReport);
    EXPECT_EQ(ended.err, "status 0\n") << call;
  }
}

TEST(Output, ASignalEndsTheRunWithWholeRecords) {
  for (const auto& [signal, status] : {std::pair{SIGTERM, 143}, std::pair{SIGINT, 130}}) {
    // Standard input stays open and gives no more: the program waits for it when the signal comes.
    const Ended ended = run_until_signal({"read", "--input", "ndjson", "--jobs", "1", "-"}, ndjson(3), signal);
    EXPECT_EQ(ended.status, status);
    EXPECT_TRUE(ended.out.empty() || ended.out.back() == '\n');
    EXPECT_LE(report_ids(ended.out).size(), 3u);
  }
}

TEST(Output, ASignalInTheMiddleOfTheWorkLeavesWholeReports) {
  constexpr int kReports = 3000;
  const Folder folder;
  const std::string input = folder.file("many.ndjson", ndjson(kReports));
  for (const auto& [signal, status] : {std::pair{SIGTERM, 143}, std::pair{SIGINT, 130}}) {
    const Ended ended = run_until_output({"code", "--jobs", "2", input}, 2000, signal);
    EXPECT_EQ(ended.status, status) << ended.err;
    EXPECT_EQ(ended.err, "");
    ASSERT_TRUE(ended.out.ends_with('\n'));
    // Exactly what the first reports of the input give alone.
    const auto reports = report_ids(ended.out).size();
    ASSERT_GE(reports, 1u);
    ASSERT_LT(reports, static_cast<std::size_t>(kReports)) << "the signal came too late to test anything";
    folder.file("many.ndjson", ndjson(static_cast<int>(reports)));
    EXPECT_EQ(ended.out, run({"code", "--jobs", "1", input}).out);
    folder.file("many.ndjson", ndjson(kReports));
  }
}

// One report that takes minutes, then a few short ones.
std::string slow_and_short(int short_ones) {
  std::string text;
  while (text.size() < (4u << 20)) text += "The minister met the envoy and left, officials said on Friday. ";
  return nlohmann::json{{"id", "slow"}, {"text", text}}.dump() + "\n" + ndjson(short_ones);
}

TEST(Output, ASignalKeepsWhatWaitsBehindASlowReport) {
  const Folder folder;
  const std::string input = folder.file("slow.ndjson", slow_and_short(5)), store = folder.path() + "/s.db";
  for (const std::string& format : {std::string("--format json"), std::string("--db '" + store + "'")}) {
    const Ended ended =
        run_shell("\"$W\" code --jobs 2 " + format + " '" + input + "' & sleep 4; kill -TERM $!; wait $!");
    EXPECT_EQ(ended.status, 143) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("not finished")) << "the slow one is told";
    const nlohmann::json written =
        format.starts_with("--db") ? nlohmann::json(records(run({"sql", "--db", store, "SELECT id FROM report"}).out))
                                   : nlohmann::json::parse(ended.out);
    std::vector<std::string> ids;
    for (const auto& record : written)
      if (!record.contains("type") || record["type"] == "report") ids.push_back(record["id"]);
    EXPECT_EQ(ids, (std::vector<std::string>{"r0", "r1", "r2", "r3", "r4"})) << format;
  }
}

TEST(Output, ASignalLeavesWellFormedJsonAlsoWhereNothingCameYet) {
  const Ended ended = run_until_signal({"read", "--format", "json", "--jobs", "1", "-"}, ndjson(2), SIGTERM);
  EXPECT_EQ(ended.status, 143);
  EXPECT_TRUE(nlohmann::json::parse(ended.out).is_array()) << ended.out;
}

TEST(Output, ASecondSignalEndsAtOnce) {
  const Folder folder;
  const std::string input = folder.file("slow.ndjson", slow_and_short(0));
  const Ended ended = run_shell("\"$W\" code --jobs 1 --format json '" + input +
                                "' & sleep 2; date +%s%N >&2; kill -TERM $!; sleep 0.2; kill -TERM $!; wait $!; "
                                "s=$?; date +%s%N >&2; exit $s");
  EXPECT_EQ(ended.status, 143);
  std::istringstream times(ended.err);
  long begin = 0, end = 0;
  std::string note;
  times >> begin;
  while (times >> note) end = std::strtol(note.c_str(), nullptr, 10);
  EXPECT_LT(end - begin, 1'500'000'000L);
}

TEST(Output, ASignalInTheMiddleOfTheWorkLeavesAStoreThatGoesOn) {
  const Folder folder;
  const std::string input = folder.file("many.ndjson", ndjson(3000)), store = folder.path() + "/s.db";
  const Ended ended = run_shell("\"$W\" code --jobs 2 --db '" + store + "' '" + input + "' & until [ -s '" + store +
                                "' ]; do sleep 0.1; done; sleep 1; kill -TERM $!; wait $!");
  EXPECT_EQ(ended.status, 143) << ended.err;
  EXPECT_EQ(run({"events", "--db", store}).status, 0);
}

TEST(Output, APipeThatIsClosedInTheMiddleOfTheWorkEndsItQuietly) {
  const Folder folder;
  const std::string input = folder.file("many.ndjson", ndjson(400));
  const Ended ended = run_shell("( \"$W\" code --jobs 2 '" + input + "'; echo \"status $?\" >&2 ) | head -n 1");
  EXPECT_EQ(ended.err, "status 0\n");
  EXPECT_EQ(report_ids(ended.out).size(), 1u);
}

TEST(Output, FormatsAgreeOnTheNumberOfRecords) {
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  const std::string input = ndjson(2);
  const auto number = records(run({"code", "--layers", "time", "-"}, input).out).size();
  EXPECT_GT(number, 0u);
  EXPECT_EQ(nlohmann::json::parse(run({"code", "--layers", "time", "--format", "json", "-"}, input).out).size(),
            number);
  for (const char* format : {"csv", "tsv"})
    EXPECT_EQ(lines(run({"code", "--layers", "time", "--format", format, "-"}, input).out),
              static_cast<long>(number) + 1);
}

TEST(Output, TheTableHasNoColourUnlessAsked) {
  const Ended plain = run({"code", "--format", "table", "-"}, kReport);
  EXPECT_THAT(plain.out, HasSubstr("Minister visits Oslo"));
  EXPECT_THAT(plain.out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(run({"code", "--format", "table", "--color", "always", "-"}, kReport).out, HasSubstr("\x1b["));
}

// ------------------------------------------------------------------------------------------------------------ parse

TEST(Parse, GivenTokensAndSentencesAreKept) {
  const std::string input =
      "# newdoc id = d1\n# sent_id = d1-1\n# text = They can't "
      "wait.\n1\tThey\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "2\tca\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n4\twait\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n5\t."
      "\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
      "# newdoc id = d2\n# sent_id = weblog-7\n# text = No "
      ".\n1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n2\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
  const Ended ended = run({"parse", "--input", "conllu", "-"}, input);
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("# newdoc id = d1\n"));
  EXPECT_THAT(ended.out, HasSubstr("# newdoc id = d2\n"));
  EXPECT_THAT(ended.out, HasSubstr("# sent_id = weblog-7\n"));
  EXPECT_THAT(ended.out, HasSubstr("\n2-3\tcan't\t"));
  EXPECT_THAT(ended.out, HasSubstr("\n3\tn't\tnot\tPART\t"));
}

TEST(Parse, EveryWordHasItsSpanOfTheText) {
  const Ended ended = run({"parse", "-"}, "The minister arrived in Oslo.\n");
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("Span=0-3"));
  EXPECT_THAT(ended.out, HasSubstr("Span=24-28"));
}

// ---------------------------------------------------------------------------------------------------------- explain

TEST(Explain, ARecordIsExplainedAndAnUnknownOneIsStatus2) {
  const Folder folder;
  const std::string file = folder.file("r.ndjson", ndjson(1));
  const Ended ended = run({"explain", "r0.t1", file});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("r0.t1"));
  EXPECT_THAT(ended.out, HasSubstr("basis"));
  const Ended none = run({"explain", "r0.e999", file});
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, HasSubstr("r0.e999"));
}

TEST(Directory, AnUnknownNameIsNoRecordAndNoError) {
  const Ended ended = run({"directory", "lookup", "Qwertz Uiopasdf", "--on", "2016-03-24", "--format", "ndjson"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(ended.out, "");
}

TEST(Explain, TheShortIdOfTheTableIsARecordOfTheFirstReport) {
  const Folder folder;
  const std::string file = folder.file("r.ndjson", ndjson(2));
  EXPECT_EQ(run({"explain", "e1", file}).out, run({"explain", "r0.e1", file}).out);
  EXPECT_THAT(run({"explain", "e999", file}).err, HasSubstr("no record e999"));
}

TEST(Explain, WordsAndChainsAreToldApartFromUnknownReportsInBothForms) {
  const Folder folder;
  const std::string file = folder.file("r.ndjson", ndjson(2));
  for (const char* id : {"w1.1", "c1", "r0.w1.1", "r1.w2.3", "r1.c1"}) {
    const Ended ended = run({"explain", id, file});
    EXPECT_EQ(ended.status, 2) << id;
    EXPECT_THAT(ended.err, HasSubstr(std::string(id) + " is a word or a chain of mentions")) << id;
  }
  EXPECT_THAT(run({"explain", "r7.w1.1", file}).err, HasSubstr("no report of the id r7.w1.1"));
  // A report may be called so itself.
  const std::string named = folder.file("w.ndjson", ndjson(1) + "{\"id\":\"w1.1\",\"text\":\"Talks ended.\"}\n");
  EXPECT_EQ(run({"explain", "w1.1", named}).status, 0);
}

TEST(Lint, AFileOfTheUsersIsCheckedWithItsSentences) {
  const Folder folder;
  const std::string rule =
      "event CONSULT telephone cameo 030\n  verb    telephone\n  source  subject\n  target  object\n"
      "  yes     The French president telephoned the German chancellor. | French president -> German chancellor\n"
      "  no      The door opened.\n";
  const Ended good = run({"lint", folder.file("own.rules", rule)});
  EXPECT_EQ(good.status, 0) << good.err;
  EXPECT_THAT(good.out, HasSubstr("1 files and 2 sentences"));
  const std::string failing = folder.file("failing.rules", rule + "  yes     The door closed. | door -> door\n");
  const Ended failed = run({"lint", failing});
  EXPECT_EQ(failed.status, 1);
  EXPECT_THAT(failed.err, HasSubstr(failing + ":7"));
  const std::string broken = folder.file("rules/event/consult.rules", "event CONSULT visit cameo 042\n  vreb visit\n");
  const Ended wrong = run({"lint", broken});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.err, HasSubstr(broken + ":2:"));
  EXPECT_EQ(run({"lint", folder.path() + "/none.rules"}).status, 2);
  EXPECT_EQ(run({"lint", folder.file("own.txt", rule)}).status, 2);
}

TEST(Lint, TheProjectsOwnFilesAreWithoutFault) {
  const Ended ended = run({"lint"});
  EXPECT_EQ(ended.status, 0) << ended.out << ended.err;
}

TEST(Code, TheDemandOfASpeakerWhoStandsInAnotherSentence) {
  const Ended ended = run({"code", "--layers", "event", "-"},
                          "GENEVA, March 24 (Reuters) - “The talks have gone on for a very long time here in Geneva "
                          "without any end in sight and without hope,” Russian Foreign Minister Sergei Lavrov told "
                          "reporters in Geneva on Thursday. “Israel must withdraw.”\n");
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr(R"("event":"REQUEST")"));
}

}  // namespace
}  // namespace wireroom::cli_tests
