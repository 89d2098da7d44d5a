// `code --db` and the questions to a store, tested on the built program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.h"
#include "cli/store_contents.h"

namespace wireroom::cli_tests {
namespace {

using ::testing::HasSubstr;

TEST(StoreCommand, AnswersQuestionsAboutWhatWasCoded) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db";
  const Ended coded = run({"code", "--db", db, "-"}, visits(3));
  EXPECT_EQ(coded.status, 0) << coded.err;
  EXPECT_EQ(coded.out, "") << "with --db the records are stored, not printed";
  EXPECT_THAT(coded.err, HasSubstr("3 reports stored"));

  const Ended events = run({"events", "--db", db, "--event", "CONSULT", "--country", "NOR", "--limit", "1"});
  const auto event = nlohmann::json::parse(events.out);
  EXPECT_EQ(event["type"], "event");
  EXPECT_EQ(event["id"], "r0.e1");
  EXPECT_EQ(run({"events", "--db", db, "--country", "BRA"}).out, "");
  EXPECT_EQ(run({"events", "--db", db, "--until", "2016-03-22"}).out, "");

  EXPECT_THAT(run({"quotes", "--db", db, "--actor", "ayrault", "useful"}).out, HasSubstr("The talks were useful"));
  EXPECT_EQ(run({"quotes", "--db", db, "nonsense"}).out, "");
  const Ended found = run({"search", "--db", db, "\"norwegian counterpart\""});
  EXPECT_THAT(found.out, HasSubstr("[Norwegian counterpart]"));
  EXPECT_EQ(std::count(found.out.begin(), found.out.end(), '\n'), 3);
  const auto actor = nlohmann::json::parse(run({"actor", "--db", db, "Ayrault"}).out);
  EXPECT_EQ(actor["country"], "FRA");
  EXPECT_EQ(actor["reports"], 3);
  EXPECT_THAT(run({"show", "--db", db, "r1.e1"}).out, HasSubstr("\"id\":\"r1.e1\""));
  EXPECT_THAT(run({"events", "--db", db, "--format", "table"}).out, HasSubstr("CONSULT"));
  EXPECT_THAT(run({"sql", "--db", db, "--format", "csv", "SELECT count(*) AS n FROM report"}).out, "n\n3\n");
}

TEST(StoreCommand, StoresNothingTwice) {
  const Folder folder;
  const std::string db = folder.path() + "/news.db";
  (void)run({"code", "--db", db, "-"}, visits(3));
  const std::string before = stored_in_order(db);
  const Ended again = run({"code", "--db", db, "-"}, visits(3));
  EXPECT_THAT(again.err, HasSubstr("0 reports stored, 3 were there before"));
  EXPECT_EQ(stored_in_order(db), before);
  const Ended more = run({"code", "--db", db, "-"}, visits(5));
  EXPECT_THAT(more.err, HasSubstr("2 reports stored, 3 were there before"));
  const Ended other = run({"code", "--db", db, "-"}, R"({"id":"r0","text":"Another report of that name."})");
  EXPECT_THAT(other.err, HasSubstr("1 reports stored"));
  EXPECT_THAT(run({"show", "--db", db, "r0~2"}).out, HasSubstr("the store has another text under the id r0"));
}

TEST(StoreCommand, TheContentIsTheSameForEveryNumberOfJobs) {
  const Folder folder;
  const std::string one = folder.path() + "/one.db", two = folder.path() + "/two.db";
  (void)run({"code", "--db", one, "--jobs", "1", "-"}, visits(20));
  (void)run({"code", "--db", two, "--jobs", "4", "-"}, visits(20));
  EXPECT_EQ(stored_in_order(one), stored_in_order(two));
}

TEST(SlowStoreCommand, KilledAtAnyMomentItHoldsWholeReportsAndTheNextRunFinishes) {
  const Folder folder;
  const std::string input = folder.file("in.ndjson", visits(40));
  const std::string whole = folder.path() + "/whole.db";
  (void)run({"code", "--db", whole, input});
  const std::string wanted = stored_in_order(whole);
  for (const char* seconds : {"0.05", "0.15", "0.3", "0.5", "0.8"}) {
    const std::string db = folder.path() + "/killed" + seconds + ".db";
    (void)run_shell("timeout -s KILL " + std::string(seconds) + " $W code --db '" + db + "' '" + input + "'");
    const Ended rest = run({"code", "--db", db, input});
    EXPECT_EQ(rest.status, 0) << seconds << ": " << rest.err;
    EXPECT_EQ(stored_in_order(db), wanted) << "killed after " << seconds << " s";
  }
}

TEST(StoreCommand, ErrorsNameTheFileAndHarmNothing) {
  const Folder folder;
  const std::string text = folder.file("notes.txt", std::string(200, 'x'));
  const Ended foreign = run({"code", "--db", text, "-"}, visits(1));
  EXPECT_EQ(foreign.status, 2);
  EXPECT_THAT(foreign.err, HasSubstr(text));
  EXPECT_EQ(run_shell("cat '" + text + "'").out, std::string(200, 'x'));
  EXPECT_EQ(run({"events", "--db", folder.path() + "/none.db"}).status, 2);
  EXPECT_EQ(run({"code", "--db", folder.path() + "/no/folder.db", "-"}, visits(1)).status, 2);

  const std::string db = folder.path() + "/news.db";
  (void)run({"code", "--db", db, "-"}, visits(1));
  const Ended changing = run({"sql", "--db", db, "DELETE FROM event"});
  EXPECT_EQ(changing.status, 2);
  EXPECT_THAT(changing.err, HasSubstr("only read"));
  EXPECT_EQ(run({"search", "--db", db, "\"open"}).status, 2);
  const Ended missing = run({"show", "--db", db, "r9.e1"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("r9.e1"));
  EXPECT_EQ(run({"events", "--db", db, "--limit", "0"}).status, 2);
  EXPECT_EQ(run({"code", "--replace", "-"}, visits(1)).status, 2);
  EXPECT_EQ(run({"code", "--db", db, "--format", "csv", "-"}, visits(1)).status, 2);
}

}  // namespace
}  // namespace wireroom::cli_tests
