// What a store keeps over time: runs, differences, shards, explanations, groups; tested on the built program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.h"
#include "cli/reports.h"
#include "cli/store_contents.h"

namespace wireroom::cli_tests {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<json> rows(const std::vector<std::string>& arguments) {
  const Ended answer = run(arguments);
  EXPECT_EQ(answer.status, 0) << answer.err;
  return records(answer.out);
}

// A store of two runs: with and without a lower bound of the score.
void code_twice(const std::string& db, const std::string& reports) {
  (void)run({"code", "--db", db, "--min-score", "1", "-"}, reports);
  const Ended again = run({"code", "--db", db, "--replace", "-"}, reports);
  EXPECT_EQ(again.status, 0) << again.err;
}

TEST(StoreRuns, EachRunTellsWhatItKnewAndWhatItRead) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db";
  code_twice(db, visits(2));
  const std::vector<json> runs = rows({"runs", "--db", db});
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0]["options"], "min-score=1");
  EXPECT_EQ(runs[0]["reports"], 2);
  EXPECT_EQ(runs[0]["current"], 0);
  EXPECT_EQ(runs[1]["current"], 2);
  EXPECT_EQ(runs[0]["input_hash"], runs[1]["input_hash"]) << "the same reports";
  EXPECT_EQ(runs[0]["model_hash"].get<std::string>().size(), 16U);
  EXPECT_EQ(runs[0]["data_hash"].get<std::string>().size(), 16U);
  for (const json& event : rows({"sql", "--db", db, "SELECT run FROM v_event UNION ALL SELECT run FROM v_quote"}))
    EXPECT_EQ(event["run"], 2);
}

TEST(StoreDiff, ShowsWhatOneRunFoundAndTheOtherDidNot) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db";
  code_twice(db, visits(2));
  const std::vector<json> changes = rows({"diff", "1", "2", "--db", db});
  ASSERT_FALSE(changes.empty());
  for (const json& change : changes) EXPECT_EQ(change["change"], "added");
  EXPECT_EQ(changes[0]["type"], "event");
  EXPECT_EQ(changes[0]["code"], "CONSULT");
  EXPECT_EQ(changes[0]["id"], "r0.e1");
  EXPECT_THAT(changes[0]["sentence"].get<std::string>(), HasSubstr("Ayrault met his Norwegian counterpart"));
  EXPECT_EQ(rows({"diff", "2", "1", "--db", db})[0]["change"], "lost");
  EXPECT_TRUE(rows({"diff", "2", "2", "--db", db}).empty());

  const std::vector<json> by_code = rows({"diff", "1", "2", "--db", db, "--by", "code"});
  EXPECT_EQ(by_code[0]["code"], "CONSULT");
  EXPECT_EQ(by_code[0]["added"], 2);
  EXPECT_EQ(rows({"diff", "1", "2", "--db", db, "--by", "actor"})[0]["added"], 2);
  EXPECT_THAT(run({"diff", "1", "2", "--db", db, "--format", "csv"}).out, HasSubstr("change,type,code,"));
  EXPECT_THAT(run({"diff", "1", "2", "--db", db, "--format", "table"}).out, HasSubstr("CONSULT"));
  EXPECT_EQ(run({"diff", "1", "2", "--db", db, "--format", "json"}).out.front(), '[');
  const Ended missing = run({"diff", "1", "7", "--db", db});
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("no run 7"));
  EXPECT_EQ(run({"diff", "1", "x", "--db", db}).status, 2);
}

TEST(StoreShards, MergedTheyAreTheStoreOfASingleRun) {
  const Folder folder;
  const std::string reports = visits(12) + visits(1);  // one report twice
  const auto file = [&](const std::string& name) { return folder.path() + "/" + name; };
  (void)run({"code", "--db", file("whole.db"), "-"}, reports);
  std::vector<std::string> merge = {"merge", "--db", file("merged.db")};
  int stored = 0;
  for (const char* shard : {"3/3", "1/3", "2/3"}) {
    const std::string db = file(std::string("shard") + shard[0] + ".db");
    const Ended coded = run({"code", "--db", db, "--shard", shard, "-"}, reports);
    EXPECT_EQ(coded.status, 0) << coded.err;
    const int here = rows({"sql", "--db", db, "SELECT count(*) AS n FROM report"})[0]["n"];
    EXPECT_LT(here, 12);
    stored += here;
    merge.push_back(db);
  }
  EXPECT_EQ(stored, 12) << "every report is in one shard";
  const Ended merged = run(merge);
  EXPECT_EQ(merged.status, 0) << merged.err;
  EXPECT_EQ(stored_records(file("merged.db")), stored_records(file("whole.db")));
  EXPECT_EQ(run({"events", "--db", file("merged.db")}).out, run({"events", "--db", file("whole.db")}).out);
  EXPECT_EQ(run({"search", "--db", file("merged.db"), "talks"}).out,
            run({"search", "--db", file("whole.db"), "talks"}).out);

  const Ended again = run(merge);
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_THAT(again.err, HasSubstr("0 reports stored"));
  EXPECT_EQ(stored_records(file("merged.db")), stored_records(file("whole.db"))) << "nothing is taken in twice";
}

TEST(StoreShards, WithoutAStoreTheyArePartsOfTheOutput) {
  const std::string reports = visits(5);
  std::size_t lines = 0;
  for (const char* shard : {"1/2", "2/2"}) lines += records(run({"code", "--shard", shard, "-"}, reports).out).size();
  EXPECT_EQ(lines, records(run({"code", "-"}, reports).out).size());
  for (const char* wrong : {"0/2", "3/2", "1", "1/", "a/b", "1/2/3"})
    EXPECT_EQ(run({"code", "--shard", wrong, "-"}, reports).status, 2) << wrong;
}

TEST(StoreShards, StoresOfOtherInputsOrKindsAreRefused) {
  const Folder folder;
  const std::string one = folder.path() + "/one.db", other = folder.path() + "/other.db";
  (void)run({"code", "--db", one, "-"}, visits(1));
  (void)run({"code", "--db", other, "-"}, R"({"id":"r0","text":"Another report of that name."})");
  const std::string before = stored_in_order(one);
  const Ended merged = run({"merge", "--db", one, other});
  EXPECT_EQ(merged.status, 1);
  EXPECT_THAT(merged.err, HasSubstr("another text under the id r0"));
  EXPECT_EQ(run({"merge", "--db", one, one}).status, 2);
  EXPECT_EQ(run({"merge", "--db", one, folder.path() + "/none.db"}).status, 2);
  EXPECT_EQ(run({"merge", "--db", one, folder.file("notes.txt", "no store")}).status, 2);
  EXPECT_EQ(run({"sql", "--db", one, "--format", "tsv", "SELECT count(*) FROM coding"}).out, "count(*)\n1\n");
  EXPECT_THAT(before, HasSubstr("r0"));
}

TEST(StoreExplain, SaysTheSameAsFromTheFile) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db";
  const std::string titled =
      R"({"id":"titled","title":"Börge visits","date":"2016-03","publisher":"The Wire","text":)"
      R"("OSLO, March 23 (Reuters) - Børge Brende met Jean-Marc Ayrault in Bergen. “We agreed,” he said."})"
      "\n";
  const std::string file = folder.file("story.txt", kReport);
  const std::string lines = folder.file("in.ndjson", titled + visits(1));
  (void)run({"code", "--db", db, file, lines});
  int explained = 0;
  for (const json& record :
       records(run({"code", "--layers", "report,event,statement,actor,time,place,quantity", file, lines}).out)) {
    const std::string id = record["id"];
    const Ended from_file = run({"explain", id, file, lines}), from_store = run({"explain", id, "--db", db});
    EXPECT_EQ(from_store.status, 0) << from_store.err;
    EXPECT_EQ(from_store.err, "") << id;
    EXPECT_EQ(from_store.out, from_file.out) << id;
    ++explained;
  }
  EXPECT_GT(explained, 10);
  EXPECT_EQ(run({"explain", "titled.e9", "--db", db}).status, 2);
  EXPECT_EQ(run({"explain", "nobody.e1", "--db", db}).status, 2);
  EXPECT_EQ(run({"explain", "titled.e1", "--db", db, file}).status, 2);
}

// Two reports of one meeting and one of another matter.
const std::string kMeetings =
    R"({"id":"a","date":"2016-03-24","title":"Kerry meets Lavrov in Moscow","text":"MOSCOW - US Secretary of State John Kerry met Russian Foreign Minister Sergei Lavrov in Moscow on Thursday to discuss Syria."})"
    "\n"
    R"({"id":"b","date":"2016-03-24","title":"Lavrov and Kerry discuss Syria in Moscow","text":"John Kerry met Sergei Lavrov in Moscow on Thursday. The US secretary of state and the Russian foreign minister spoke about Syria."})"
    "\n"
    R"({"id":"c","date":"2016-03-24","title":"Floods hit northern Italy","text":"Heavy rain flooded towns in northern Italy on Thursday."})"
    "\n";

TEST(StoreGroups, OneHappeningInTwoReportsIsToldOnce) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db";
  (void)run({"code", "--db", db, "-"}, kMeetings);
  EXPECT_THAT(run({"story", "a", "--db", db}).err, HasSubstr("not grouped yet"));
  const Ended grouped = run({"group", "--db", db});
  EXPECT_EQ(grouped.status, 0) << grouped.err;
  EXPECT_THAT(grouped.err, HasSubstr("3 reports, of them 0 copies; 2 stories"));

  const std::vector<json> story = rows({"story", "b", "--db", db});
  ASSERT_GE(story.size(), 3U);
  EXPECT_EQ(story[0]["id"], "a");
  EXPECT_EQ(story[1]["id"], "b");
  EXPECT_EQ(story[2]["what"], "happening");
  EXPECT_EQ(story[2]["event"], "CONSULT");
  EXPECT_EQ(story[2]["reports"], 2);
  EXPECT_EQ(run({"story", "b.e1", "--db", db}).out, run({"story", "a", "--db", db}).out);
  EXPECT_EQ(run({"story", "zz", "--db", db}).status, 2);

  const auto meetings = [&](const std::vector<std::string>& more) {
    std::vector<std::string> call = {"events",  "--db",  db,         "--event", "CONSULT",
                                     "--actor", "Kerry", "--status", "asserted"};
    call.insert(call.end(), more.begin(), more.end());
    return rows(call);
  };
  ASSERT_GE(meetings({}).size(), 2U);
  EXPECT_LT(meetings({"--one-a-happening"}).size(), meetings({}).size());
  EXPECT_EQ(meetings({"--one-a-day"})[0]["id"], "a.e1");
  std::string retold;
  for (const json& event : meetings({}))
    if (event["report"] == "b" && event.contains("same_as")) retold = event["same_as"];
  EXPECT_EQ(retold, "a.e1") << "records of a grouped store say which happening they retell";
  const std::string before = run({"sql", "--db", db, "SELECT * FROM happening"}).out;
  (void)run({"group", "--db", db});
  EXPECT_EQ(run({"sql", "--db", db, "SELECT * FROM happening"}).out, before);
  EXPECT_EQ(run({"group", "--db", folder.path() + "/none.db"}).status, 2);
  EXPECT_EQ(run({"events", "--db", db, "--one-a-day", "--one-a-happening"}).status, 2);
}

TEST(StoreGroups, DoNotDependOnTheOrderOfStoring) {
  const Folder folder;
  const std::string one = folder.path() + "/one.db", other = folder.path() + "/other.db";
  (void)run({"code", "--db", one, "-"}, kMeetings);
  std::istringstream lines(kMeetings);
  std::string backwards;
  for (std::string line; std::getline(lines, line);) backwards = line + "\n" + backwards;
  (void)run({"code", "--db", other, "-"}, backwards);
  for (const std::string& db : {one, other}) (void)run({"group", "--db", db});
  EXPECT_EQ(run({"story", "c", "--db", one}).out, run({"story", "c", "--db", other}).out);
  EXPECT_EQ(run({"story", "a", "--db", one}).out, run({"story", "a", "--db", other}).out);
  EXPECT_EQ(run({"events", "--db", one, "--one-a-happening"}).out,
            run({"events", "--db", other, "--one-a-happening"}).out);
}

}  // namespace
}  // namespace wireroom::cli_tests
