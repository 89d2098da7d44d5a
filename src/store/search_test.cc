// Search: the score is that of bm25, and the same question has the same answer however the reports came in.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "store/questions.h"
#include "store/store.h"

namespace wireroom {
namespace {

struct Told {
  std::string id, text, country = "NOR", event = "CONSULT", published = "2016-03-24";
};

StoredReport report(const Told& told) {
  std::string report = R"({"type":"report","id":"ID","title":{"text":"T"},"published":{"value":"DAY"}})";
  report.replace(report.find("DAY"), 3, told.published);
  std::string actor = R"({"type":"actor","id":"ID.a1","name":"Minister","kind":"person","country":"LAND"})";
  actor.replace(actor.find("LAND"), 4, told.country);
  std::string event = R"({"type":"event","id":"ID.e1","event":"TYPE","status":"asserted"})";
  event.replace(event.find("TYPE"), 4, told.event);
  std::vector<std::string> records = {report, actor, event};
  for (std::string& record : records) record.replace(record.find("ID"), 2, told.id);
  return {told.id, told.text, records};
}

class Search : public ::testing::Test {
 protected:
  Search() : path_(::testing::TempDir() + "search_test_" + std::to_string(getpid()) + ".db") { remove(); }
  ~Search() override { remove(); }
  void remove() const {
    for (const char* end : {"", "-wal", "-shm"}) std::remove((path_ + end).c_str());
  }

  void store(const std::vector<Told>& reports) {
    remove();
    auto store = Store::open_to_write(path_);
    ASSERT_TRUE(store && store->begin_run({"1", "base", "hash", "", "", "", ""}, Recoding::pass_over));
    for (const Told& each : reports) ASSERT_TRUE(store->add(report(each)));
    ASSERT_TRUE(store->finish());
  }

  // The first column of the answer.
  static std::vector<std::string> column(Result<Query> query) {
    std::vector<std::string> all;
    if (!query) return {query.error().message};
    for (;;) {
      const auto row = query->step();
      if (!row) return {row.error().message};
      if (!*row) return all;
      all.emplace_back(query->text(0));
    }
  }
  [[nodiscard]] std::vector<std::string> found(const std::string& words, const Filters& filters = {}) const {
    auto database = Database::open(path_, Database::Mode::read);
    return column(search(**database, words, filters));
  }
  [[nodiscard]] std::vector<std::string> asked(const std::string& sql) const {
    auto database = Database::open(path_, Database::Mode::read);
    return column((*database)->prepare(sql));
  }

  const std::string path_;
};

Filters limit(std::int64_t rows) {
  Filters filters;
  filters.limit = rows;
  return filters;
}

using Ids = std::vector<std::string>;

TEST_F(Search, TheScoreIsThatOfBm25) {
  std::vector<Told> reports;
  const std::vector<std::string> words = {"truce", "talks", "in", "Oslo", "on", "the", "truce", "border", "talks"};
  for (std::size_t i = 0; i < 60; ++i) {
    std::string text;
    for (std::size_t n = 0; n < 5 + i % 7; ++n) text += words[(i * n + n / 2 + i / 3) % words.size()] + " ";
    reports.push_back({"r" + std::to_string(i), text});
  }
  store(reports);
  for (const char* question : {"truce talks", "truce OR oslo", "NEAR(truce talks, 3)", "t* OR border",
                               "\"in oslo\" OR on", "text: talks AND the", "talks NOT border"}) {
    const std::string of = std::string(" FROM report_text WHERE report_text MATCH '") + question + "'";
    EXPECT_EQ(asked("SELECT count(*)" + of + " AND relevance(report_text) <> bm25(report_text)"), Ids{"0"}) << question;
    EXPECT_NE(asked("SELECT count(*)" + of), Ids{"0"}) << question;
  }
  // One word alone: the same order.
  for (const char* question : {"truce", "t*", "\"talks in\""}) {
    const std::string of = std::string(" FROM report_text WHERE report_text MATCH '") + question + "' ORDER BY ";
    EXPECT_EQ(asked("SELECT rowid" + of + "relevance(report_text), rowid"),
              asked("SELECT rowid" + of + "bm25(report_text), rowid"))
        << question;
  }
}

TEST_F(Search, EqualScoresGoByIdHoweverTheReportsCameIn) {
  std::vector<Told> reports;
  for (const char* id : {"d", "b", "e", "a", "c"})
    reports.push_back({id, "The truce holds in " + std::string(id) + "."});
  reports.push_back({"z", "The truce, a truce."});
  store(reports);
  EXPECT_EQ(found("truce"), (Ids{"z", "a", "b", "c", "d", "e"}));
  EXPECT_EQ(found("truce", limit(3)), (Ids{"z", "a", "b"}));
  EXPECT_EQ(found("tru* NOT nothing", limit(1)), (Ids{"z"}));
  std::reverse(reports.begin(), reports.end());
  store(reports);
  EXPECT_EQ(found("truce", limit(3)), (Ids{"z", "a", "b"}));
  EXPECT_EQ(found("truce", limit(0)), (Ids{"z", "a", "b", "c", "d", "e"})) << "0: all";
}

TEST_F(Search, FiltersLeaveTheBestThatPassThem) {
  store({{"a", "truce"},
         {"f", "truce and so on", "BRA"},
         {"e", "truce and so on", "BRA", "AID"},
         {"d", "truce and so on", "BRA", "AID", "2016-04-01"},
         {"c", "truce and no more", "BRA", "AID"},
         {"b", "a truce of many words, one after the other", "BRA", "AID"}});
  Filters filters = limit(2);
  filters.country = "BRA";
  EXPECT_EQ(found("truce", filters), (Ids{"c", "d"}));
  filters.event = "AID";
  EXPECT_EQ(found("truce", filters), (Ids{"c", "d"}));
  filters.until = "2016-03-31";
  EXPECT_EQ(found("truce", filters), (Ids{"c", "e"}));
  filters.limit = 10;
  EXPECT_EQ(found("truce", filters), (Ids{"c", "e", "b"}));
  filters.actor = "nobody";
  EXPECT_EQ(found("truce", filters), Ids{});
}

}  // namespace
}  // namespace wireroom
