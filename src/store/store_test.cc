#include "store/store.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>

namespace wireroom {
namespace {

// A file name of this test's own, removed before and after.
class StoreTest : public ::testing::Test {
 protected:
  StoreTest()
      : path_(::testing::TempDir() + "store_test_" + std::to_string(getpid()) + "_" +
              ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".db") {
    remove();
  }
  ~StoreTest() override { remove(); }
  void remove() const {
    for (const char* end : {"", "-wal", "-shm"}) std::remove((path_ + end).c_str());
  }

  Store open(const std::string& version = "1", bool replace = false) const {
    auto store = Store::open_to_write(path_);
    if (!store) throw std::runtime_error(store.error().message);
    const auto begun =
        store->begin_run({version, "base", "hash", "", "", "", ""}, replace ? Recoding::replace : Recoding::pass_over);
    if (!begun) throw std::runtime_error(begun.error().message);
    return std::move(store).value();
  }

  std::string answer(const std::string& sql) const {
    auto database = Database::open(path_, Database::Mode::read);
    if (!database) return database.error().message;
    auto query = (*database)->prepare(sql);
    if (!query) return query.error().message;
    std::string all;
    for (;;) {
      const auto row = query->step();
      if (!row) return row.error().message;
      if (!*row) return all;
      for (int i = 0; i < query->columns(); ++i) all += (i == 0 ? "" : " ") + std::string(query->text(i));
      all += '\n';
    }
  }

  const std::string path_;
};

// "É visited Oslo." with one visit of Élise to Norway, two killed elsewhere in the sentence, and what she said.
StoredReport visit(const std::string& id) {
  return {id,
          "Élise visited Oslo.",
          {R"({"type":"report","schema":1,"id":"ID","source":"f.txt","title":{"text":"A visit"},"published":)"
           R"({"value":"2016-03-24"}})",
           R"({"type":"actor","id":"ID.a1","name":"Élise Dupont","kind":"person","country":"FRA","mentions":)"
           R"([{"span":[0,5],"form":"name"}]})",
           R"({"type":"event","id":"ID.e1","event":"CONSULT","cameo":"042","goldstein":1.9,"source":[{"actor":"ID.a1",)"
           R"("name":"Élise Dupont","country":"FRA","span":[0,5]}],"target":[{"name":"Norway","country":"NOR",)"
           R"("span":[14,18]}],"other":[{"role":"topic","text":"peace","span":[0,1]}],"trigger":[[6,13]],)"
           R"("sentence":[0,19],"text":"visited","status":"asserted","date":{"earliest":"2016-03-24",)"
           R"("latest":"2016-03-24"},"counts":[{"what":"killed","low":2,"high":2}],"score":0.9})",
           R"({"type":"statement","id":"ID.s1","kind":"direct","act":"say","speaker":{"name":"Élise Dupont"},)"
           R"("content":[[0,5],[6,9]],"text":"Hello","score":0.8})",
           R"({"type":"time","id":"ID.t1","span":[0,5],"text":"today","value":"2016-03-24"})"}};
}

TEST_F(StoreTest, HoldsWhatTheRecordsSay) {
  {
    Store store = open();
    ASSERT_TRUE(store.add(visit("wire")));
    ASSERT_TRUE(store.finish());
  }
  EXPECT_EQ(answer("SELECT id, title, published FROM report"), "wire A visit 2016-03-24\n");
  EXPECT_EQ(answer("SELECT event, cameo, source, source_country, target_country, sentence FROM v_event"),
            "CONSULT 042 Élise Dupont FRA NOR Élise visited Oslo.\n");
  EXPECT_EQ(answer("SELECT role, words FROM event_party WHERE role = 'topic'"), "topic peace\n");
  EXPECT_EQ(answer("SELECT what, low FROM event_count"), "killed 2.0\n");
  EXPECT_EQ(answer("SELECT name, words, \"begin\", \"end\" FROM statement"), "Élise Dupont Hello 0 9\n");
  EXPECT_EQ(answer("SELECT day, source_country, target_country, events FROM v_dyad_day"), "2016-03-24 FRA NOR 1\n");
  EXPECT_EQ(answer("SELECT type, value FROM expression"), "time 2016-03-24\n");
  EXPECT_EQ(answer("SELECT json_extract(record, '$.text') IS NULL FROM coding"), "1\n") << "the text is kept once";
}

TEST_F(StoreTest, SpansAreThoseOfSubstr) {
  {
    Store store = open();
    ASSERT_TRUE(store.add(visit("wire")));
    ASSERT_TRUE(store.finish());
  }
  EXPECT_EQ(
      answer("SELECT substr(text, p.\"begin\" + 1, p.\"end\" - p.\"begin\") FROM report, event_party p WHERE role = "
             "'target'"),
      "Oslo\n");
}

TEST_F(StoreTest, FullTextFindsWordsWithoutAccents) {
  {
    Store store = open();
    ASSERT_TRUE(store.add(visit("wire")));
    ASSERT_TRUE(store.finish());
  }
  EXPECT_EQ(answer("SELECT snippet(report_text, 1, '[', ']', '…', 8) FROM report_text('elise')"),
            "[Élise] visited Oslo.\n");
}

TEST_F(StoreTest, TheSameReportIsStoredOnce) {
  Store store = open();
  const StoredReport report = visit("wire");
  EXPECT_EQ(store.known("wire", report.text).value(), Store::Known::no);
  ASSERT_TRUE(store.add(report));
  EXPECT_EQ(store.known("wire", report.text).value(), Store::Known::yes);
  EXPECT_EQ(store.stored_id("wire", report.text).value(), "wire");
  EXPECT_EQ(store.stored_id("wire", "Another text.").value(), "wire~2");
  EXPECT_EQ(store.known("wire", "Another text.").value(), Store::Known::no);
}

TEST_F(StoreTest, AReportUnderANumberedIdIsFoundAgain) {
  Store store = open();
  ASSERT_TRUE(store.add(visit("wire")));
  StoredReport other = visit("wire~2");
  other.text = "Another text.";
  ASSERT_TRUE(store.add(other));
  EXPECT_EQ(store.known("wire", other.text).value(), Store::Known::yes);
  EXPECT_EQ(store.stored_id("wire", other.text).value(), "wire~2");
}

TEST_F(StoreTest, AnotherRunPassesOverUnlessItReplaces) {
  const StoredReport report = visit("wire");
  {
    Store store = open("1");
    ASSERT_TRUE(store.add(report));
    ASSERT_TRUE(store.finish());
  }
  {
    Store store = open("2");
    EXPECT_EQ(store.known("wire", report.text).value(), Store::Known::by_another_run);
  }
  {
    Store store = open("2", true);
    EXPECT_EQ(store.known("wire", report.text).value(), Store::Known::no);
    ASSERT_TRUE(store.add(report));
    ASSERT_TRUE(store.finish());
  }
  EXPECT_EQ(answer("SELECT count(*) FROM v_event"), "1\n") << "questions see the newest coding";
  EXPECT_EQ(answer("SELECT count(*) FROM event"), "2\n") << "the older one stays";
  EXPECT_EQ(answer("SELECT count(*) FROM report"), "1\n");
}

TEST_F(StoreTest, ARunThatGoesOnIsTheSameRun) {
  { Store store = open("1"); }
  { Store store = open("1"); }
  EXPECT_EQ(answer("SELECT count(*) FROM run"), "1\n");
}

TEST_F(StoreTest, WhatWasNotFinishedIsNotThere) {
  {
    Store store = open();
    ASSERT_TRUE(store.add(visit("wire")));
  }  // as if the program had been killed
  EXPECT_EQ(answer("SELECT count(*) FROM report"), "0\n");
  EXPECT_EQ(answer("SELECT count(*) FROM event"), "0\n");
}

TEST_F(StoreTest, AReportThatCannotBeStoredLeavesNothing) {
  {
    Store store = open();
    StoredReport broken = visit("wire");
    broken.records.push_back(R"({"type":"event","id":"ID.e2","status":"asserted"})");  // no event type
    StoredReport before = visit("before"), behind = visit("behind");
    behind.text = "Another text.";
    ASSERT_TRUE(store.add(before));
    ASSERT_TRUE(store.add(broken));
    ASSERT_TRUE(store.add(behind));
    EXPECT_FALSE(store.finish()) << "that one of the batch is lost is told";
    ASSERT_TRUE(store.finish());
  }
  EXPECT_EQ(answer("SELECT id FROM report"), "before\nbehind\n");
  EXPECT_EQ(answer("SELECT count(*) FROM event"), "2\n");
  EXPECT_EQ(answer("SELECT reports FROM run"), "2\n");
}

TEST_F(StoreTest, ForeignFilesAreRefusedWithTheirName) {
  std::ofstream(path_) << "This is a text, not a database, and it is long enough to be looked at.";
  auto store = Store::open_to_write(path_);
  ASSERT_FALSE(store);
  EXPECT_NE(store.error().message.find(path_), std::string::npos);
  remove();
  {
    auto database = Database::open(path_, Database::Mode::write);
    ASSERT_TRUE(database && (*database)->run("CREATE TABLE t (x)"));
  }
  store = Store::open_to_write(path_);
  ASSERT_FALSE(store);
  EXPECT_NE(store.error().message.find("another program"), std::string::npos) << store.error().message;
}

TEST_F(StoreTest, ANewerStoreIsRefused) {
  { Store store = open(); }
  {
    auto database = Database::open(path_, Database::Mode::write);
    ASSERT_TRUE(database && (*database)->run("PRAGMA user_version = 99"));
  }
  const auto store = Store::open_to_write(path_);
  ASSERT_FALSE(store);
  EXPECT_NE(store.error().message.find("newer"), std::string::npos);
}

TEST_F(StoreTest, AFileOfAnOlderSchemaIsBroughtUpToDate) {
  {
    Store store = open();
    ASSERT_TRUE(store.add(visit("wire")));
    ASSERT_TRUE(store.finish());
  }
  const std::string views =
      answer("SELECT group_concat('DROP VIEW ' || name, '; ') FROM sqlite_schema WHERE type = 'view'");
  {
    auto database = Database::open(path_, Database::Mode::write);
    ASSERT_TRUE(database);
    const auto back = (*database)->run(
        views +
        "; DROP INDEX coding_current; DROP INDEX actor_coding; DROP INDEX event_coding; DROP TABLE dyad; DROP TABLE "
        "story_report; DROP TABLE story; DROP TABLE happening; DROP TABLE grouping; "
        "ALTER TABLE run DROP COLUMN model_hash; ALTER TABLE run DROP COLUMN data_hash; ALTER TABLE run DROP COLUMN "
        "reports; ALTER TABLE run DROP COLUMN input_hash; PRAGMA user_version = 1");
    ASSERT_TRUE(back) << back.error().message;
  }
  { ASSERT_TRUE(Store::open_to_read(path_)); }
  EXPECT_EQ(answer("PRAGMA user_version"), std::to_string(kStoreSchema) + "\n");
  EXPECT_EQ(answer("SELECT reports FROM run"), "1\n");
  EXPECT_EQ(answer("SELECT day, source_country, target_country, events FROM v_dyad_day"), "2016-03-24 FRA NOR 1\n");
  EXPECT_EQ(answer("SELECT count(*) FROM story"), "0\n");
}

TEST_F(StoreTest, AFileOfSchema2GetsTheIndexesAndWordsOfANewOne) {
  {
    Store store = open();
    ASSERT_TRUE(store.add(visit("wire")));
    ASSERT_TRUE(store.finish());
  }
  const std::string schema =
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' OR name = 'report_text' ORDER BY 1";
  const std::string fresh = answer(schema);
  {
    auto database = Database::open(path_, Database::Mode::write);
    ASSERT_TRUE(database);
    const auto back = (*database)->run(
        "DROP INDEX dyad_month; DROP INDEX coding_current; DROP INDEX actor_coding; DROP INDEX event_coding; DROP "
        "TABLE report_text; CREATE "
        "VIRTUAL TABLE report_text USING fts5 (title, text, content = 'report', content_rowid = 'key'); INSERT INTO "
        "report_text (report_text) VALUES ('rebuild'); PRAGMA user_version = 2");
    ASSERT_TRUE(back) << back.error().message;
  }
  { ASSERT_TRUE(Store::open_to_read(path_)); }
  EXPECT_EQ(answer("PRAGMA user_version"), std::to_string(kStoreSchema) + "\n");
  EXPECT_EQ(answer(schema), fresh);
  EXPECT_EQ(answer("SELECT rowid FROM report_text('vis* elise')"), "1\n");
}

TEST_F(StoreTest, AFullStoreLosesOnlyTheReportInHand) {
  Store store = open();
  ASSERT_TRUE(store.add(visit("first")));
  ASSERT_TRUE(store.finish());
  ASSERT_TRUE(store.database().run("PRAGMA max_page_count = 80"));
  bool full = false;
  for (int i = 0; i < 1000 && !full; ++i) {
    StoredReport report = visit("r" + std::to_string(i));
    report.text += std::string(3000, 'x') + std::to_string(i);
    const auto added = store.add(report);
    full = !added;
    if (full) {
      EXPECT_NE(added.error().message.find("full"), std::string::npos) << added.error().message;
    }
  }
  EXPECT_TRUE(full);
  (void)store.finish();
  EXPECT_EQ(answer("PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(answer("SELECT count(*) FROM report WHERE id = 'first'"), "1\n");
  EXPECT_EQ(answer("SELECT (SELECT count(*) FROM report) - (SELECT count(*) FROM event)"), "0\n")
      << "whole reports only";
}

TEST_F(StoreTest, AStoreHasOneWriter) {
  Store first = open();
  const auto second = Store::open_to_write(path_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::output);
  EXPECT_NE(second.error().message.find("another program is writing"), std::string::npos) << second.error().message;
  EXPECT_TRUE(Store::open_to_read(path_));
}

TEST_F(StoreTest, DyadsAreThoseOfTheNewestCoding) {
  for (const char* version : {"1", "2"}) {
    Store store = open(version, true);
    ASSERT_TRUE(store.add(visit("wire")));
    ASSERT_TRUE(store.finish());
  }
  EXPECT_EQ(answer("SELECT events FROM v_dyad_day"), "1\n");
  EXPECT_EQ(answer("SELECT count(*) FROM dyad JOIN event ON event.key = dyad.event JOIN coding ON coding.key = "
                   "event.coding WHERE current = 1"),
            "1\n");
  EXPECT_EQ(answer("SELECT reports, length(input_hash) FROM run"), "1 16\n1 16\n");
}

TEST_F(StoreTest, AMissingFileIsNotMadeByAQuestion) {
  EXPECT_FALSE(Store::open_to_read(path_));
  EXPECT_FALSE(std::ifstream(path_).good());
}

}  // namespace
}  // namespace wireroom
