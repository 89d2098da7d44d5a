// A store in PostgreSQL holds and answers what a file does. Each test has a database of its own; one server serves all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/postgres_server.h"
#include "cli/program.h"
#include "cli/reports.h"
#include "cli/store_contents.h"

namespace wireroom::cli_tests {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Postgres : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { server_ = PostgresServer::start(); }
  static void TearDownTestSuite() { server_.reset(); }
  void SetUp() override {
    if (!server_) GTEST_SKIP() << "no PostgreSQL server is installed (Debian: postgresql)";
  }

  // The same answers, byte for byte.
  static void expect_same(const std::string& one, const std::string& other, std::vector<std::string> question) {
    const std::string name = question[0] + (question.size() > 1 ? " " + question[1] : "");
    question.insert(question.end(), {"--db", one});
    const Ended first = run(question);
    question.back() = other;
    const Ended second = run(question);
    EXPECT_EQ(first.status, second.status) << name << second.err;
    EXPECT_EQ(first.out, second.out) << name;
    EXPECT_NE(first.out, "") << name;
  }

  // Whole records and all tables, as exports write them, byte for byte.
  static void expect_same_exports(const std::string& one, const std::string& other, const Folder& folder) {
    for (const char* format : {"records", "csv", "polecat", "icews", "gdelt", "phoenix", "parquet", "tsv", "ndjson",
                               "brat", "annotations", "quotations"}) {
      const std::string first = folder.path() + "/one_" + format, second = folder.path() + "/other_" + format;
      EXPECT_EQ(run({"export", "--quiet", "--db", one, "--format", format, first}).status, 0) << format;
      const Ended exported = run({"export", "--quiet", "--db", other, "--format", format, second});
      EXPECT_EQ(exported.status, 0) << format << exported.err;
      const Ended difference = run_shell("diff -r '" + first + "' '" + second + "'");
      EXPECT_EQ(difference.out, "") << format;
    }
  }

  static std::unique_ptr<PostgresServer> server_;
};
std::unique_ptr<PostgresServer> Postgres::server_;

const std::string kStory =
    R"({"id":"story.1","title":"Börge visits","date":"2016-03-23","publisher":"The Wire","text":)"
    R"("OSLO, March 23 (Reuters) - Børge Brende met Jean-Marc Ayrault in Bergen. Rebels attacked )"
    R"(police in Syria and killed 3 officers. “We agreed,” he said."})"
    "\n";

TEST_F(Postgres, HoldsAndAnswersWhatAFileDoes) {
  const Folder folder;
  const std::string file = folder.path() + "/news.db", server = server_->database("same");
  for (const std::string& db : {file, server}) {
    const Ended coded = run({"code", "--db", db, "-"}, visits(12) + kStory);
    EXPECT_EQ(coded.status, 0) << coded.err;
    EXPECT_THAT(coded.err, HasSubstr("13 reports stored"));
    EXPECT_THAT(run({"code", "--db", db, "-"}, visits(12) + kStory).err, HasSubstr("0 reports stored, 13 were there"));
    EXPECT_EQ(run({"group", "--db", db}).status, 0);
  }
  // Only the time of day of the run differs.
  const std::string begun = run({"sql", "SELECT begun FROM run", "--db", file, "--format", "tsv"}).out;
  (void)server_->psql("same", "UPDATE wireroom.run SET begun = '" + begun.substr(begun.find('\n') + 1, 20) + "'");
  expect_same_exports(file, server, folder);
  expect_same(file, server, {"events"});
  expect_same(file, server, {"events", "--country", "NOR", "--actor", "brende", "--since", "2016-03-01"});
  expect_same(file, server, {"events", "--event", "CONSULT", "--one-a-happening", "--format", "csv"});
  expect_same(file, server, {"events", "--one-a-day", "--limit", "3"});
  expect_same(file, server, {"quotes", "useful", "--actor", "Ayrault"});
  expect_same(file, server, {"actor", "Ayrault"});
  expect_same(file, server, {"show", "story.1"});
  expect_same(file, server, {"show", "story.1.e1"});
  expect_same(file, server, {"story", "r1"});
  expect_same(file, server, {"explain", "story.1.e1"});
  for (const char* view :
       {"v_event", "v_dyad", "v_dyad_day", "v_quote", "v_happening", "v_icews", "v_polecat", "v_phoenix"})
    expect_same(file, server, {"sql", std::string("SELECT * FROM ") + view + " ORDER BY 1, 2, 3", "--format", "tsv"});
}

TEST_F(Postgres, SearchesInTheSameWords) {
  const Folder folder;
  const std::string file = folder.path() + "/news.db", server = server_->database("words");
  for (const std::string& db : {file, server}) (void)run({"code", "--db", db, "-"}, visits(2) + kStory);
  for (const char* words :
       {"\"norwegian counterpart\"", "borge AND bergen", "officers OR nothing", "kill*", "brende NOT meeting",
        "NEAR(rebels police, 3)", "title: börge", "(syria OR norway) AND police"}) {
    const Ended there = run({"search", "--db", server, words, "--format", "tsv"});
    EXPECT_EQ(there.status, 0) << there.err;
    const auto ids = [](const std::string& table) { return table.substr(0, table.find('\t', table.find('\n'))); };
    EXPECT_EQ(ids(there.out), ids(run({"search", "--db", file, words, "--format", "tsv"}).out)) << words;
  }
  EXPECT_THAT(run({"search", "--db", server, "\"killed 3\""}).out, HasSubstr("[killed] [3]"));
  EXPECT_EQ(run({"search", "--db", server, "norwegian", "--country", "BRA"}).out, "");
  for (const char* wrong : {"\"open", "(a", "a OR", "NEAR(a b c)"})
    EXPECT_EQ(run({"search", "--db", server, wrong}).status, 2) << wrong;
}

TEST_F(Postgres, RunsDifferAndShardsMergeAsInAFile) {
  const Folder folder;
  const std::string file = folder.path() + "/whole.db", server = server_->database("merged");
  (void)run({"code", "--db", file, "--min-score", "1", "-"}, visits(6));
  (void)run({"code", "--db", file, "--replace", "-"}, visits(6));
  EXPECT_EQ(run({"merge", "--db", server, file}).status, 0);
  EXPECT_THAT(run({"merge", "--db", server, file}).err, HasSubstr("0 reports stored"));
  expect_same(file, server, {"runs"});
  expect_same(file, server, {"diff", "1", "2"});
  expect_same(file, server, {"diff", "1", "2", "--by", "code"});
  const std::string back = folder.path() + "/back.db";
  EXPECT_EQ(run({"merge", "--db", back, server}).status, 0);
  EXPECT_EQ(stored_records(back), stored_records(file));
  expect_same_exports(file, server, folder);
  EXPECT_EQ(run({"merge", "--db", server, server}).status, 2);
}

TEST_F(Postgres, KilledAtAnyMomentItHoldsWholeReportsAndTheNextRunFinishes) {
  const Folder folder;
  const std::string input = folder.file("in.ndjson", visits(40)), file = folder.path() + "/whole.db";
  (void)run({"code", "--db", file, input});
  int number = 0;
  for (const char* seconds : {"0.3", "0.6", "1"}) {
    const std::string server = server_->database("killed" + std::to_string(++number));
    (void)run_shell("timeout -s KILL " + std::string(seconds) + " $W code --db '" + server + "' '" + input + "'");
    const Ended rest = run({"code", "--db", server, input});
    EXPECT_EQ(rest.status, 0) << seconds << ": " << rest.err;
    const std::string back = folder.path() + "/back" + std::to_string(number) + ".db";
    (void)run({"merge", "--db", back, server});
    EXPECT_EQ(stored_records(back), stored_records(file)) << "killed after " << seconds << " s";
  }
}

TEST_F(Postgres, WhatGoesWrongIsTold) {
  const std::string server = server_->database("wrong");
  const auto expect_told = [](const Ended& ended, int status, const std::string& told) {
    EXPECT_EQ(ended.status, status) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr(told));
    EXPECT_THAT(ended.err, Not(HasSubstr(PostgresServer::kPassword))) << "a password is never printed";
  };
  expect_told(run({"events", "--db", server}), 2, "is empty");
  expect_told(run({"code", "--db", server_->address("wrong", "guess"), "-"}, visits(1)), 2,
              "password authentication failed");
  expect_told(run({"events", "--db", "postgresql://wire@/wrong?host=/nowhere"}), 2, "no connection");
  expect_told(run({"events", "--db", server_->address("missing") + "&password=" + PostgresServer::kPassword}), 2,
              "does not exist");
  expect_told(run({"events", "--db", server_->address("wrong") + "&passwort=" + PostgresServer::kPassword}), 2,
              "invalid URI query parameter");
  expect_told(run({"events", "--db", server_->address("missing")}), 2, "does not exist");
  EXPECT_EQ(run({"code", "--db", server, "-"}, visits(2)).status, 0);
  expect_told(run({"sql", "--db", server, "DELETE FROM event"}), 2, "only read");
  expect_told(run({"sql", "--db", server, "SELECT nonsense"}), 2, "nonsense");
  expect_told(run({"show", "--db", server, "r9"}), 2, "r9");

  const std::string held = server_->database("held");
  EXPECT_EQ(run({"code", "--db", held, "-"}, visits(1)).status, 0);
  server_->hold("held", "SELECT pg_advisory_lock(1464422981)", 60);  // ends with the server
  expect_told(run({"code", "--db", held, "-"}, visits(3)), 3, "another program is writing");
  EXPECT_EQ(run({"events", "--db", held}).status, 0) << "readers do not mind";

  (void)server_->psql("wrong", "UPDATE wireroom.store SET schema = 99");
  for (const char* command : {"code", "events", "group"})
    expect_told(run({command, "--db", server}, visits(3)), 2, "newer wireroom");
  const std::string foreign = server_->database("another");
  (void)server_->psql("another", "CREATE SCHEMA wireroom; CREATE TABLE wireroom.diary (day DATE)");
  expect_told(run({"code", "--db", foreign, "-"}, visits(1)), 2, "another program");
  EXPECT_EQ(server_->psql("another", "SELECT count(*) FROM pg_tables WHERE schemaname = 'wireroom'"), "1\n");
}

TEST_F(Postgres, AServerThatGoesAwayCostsNothingThatWasStored) {
  const Folder folder;
  const std::string server = server_->database("away"), file = folder.path() + "/whole.db";
  const std::string input = folder.file("in.ndjson", visits(5));
  (void)run({"code", "--db", server, input});
  (void)folder.file("in.ndjson", visits(60));
  const Ended away = run_shell("(cat '" + input + "'; sleep 3) | $W code --db '" + server + "' - & sleep 1.5; " +
                               server_->stop_command() + "; wait $!");
  EXPECT_EQ(away.status, 3) << away.err;
  EXPECT_THAT(away.err, HasSubstr("went away"));
  ASSERT_TRUE(server_->start_again());
  EXPECT_EQ(run({"code", "--db", server, input}).status, 0);
  (void)run({"code", "--db", file, input});
  expect_same(file, server, {"events"});
  expect_same(file, server, {"quotes"});
  EXPECT_THAT(run({"runs", "--db", server}).out, HasSubstr("\"reports\":60"));
}

}  // namespace
}  // namespace wireroom::cli_tests
