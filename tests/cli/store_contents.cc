#include "cli/store_contents.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "cli/program.h"

namespace wireroom::cli_tests {
namespace {

std::string answers(const std::string& db, const std::vector<std::string>& questions) {
  std::string all;
  for (const std::string& question : questions) {
    const Ended answer = run({"sql", "--db", db, "--format", "tsv", question});
    EXPECT_EQ(answer.status, 0) << question << ": " << answer.err;
    all += answer.out;
  }
  return all;
}

}  // namespace

std::string stored_in_order(const std::string& db) {
  return answers(
      db,
      {"SELECT version, options, reports, input_hash FROM run ORDER BY key",
       "SELECT id, hash, title, published, text FROM report ORDER BY key",
       "SELECT report, current, record FROM coding ORDER BY key", "SELECT coding, record FROM event ORDER BY key",
       "SELECT coding, record FROM statement ORDER BY key", "SELECT coding, record FROM actor ORDER BY key",
       "SELECT * FROM event_party", "SELECT * FROM event_count", "SELECT * FROM mention", "SELECT * FROM expression",
       "SELECT * FROM dyad", "SELECT rowid, title, text FROM report_text ORDER BY rowid", "PRAGMA integrity_check"});
}

std::string stored_records(const std::string& db) {
  const std::string of_report =
      "JOIN coding ON coding.key = x.coding JOIN report ON report.key = coding.report ORDER BY report.id, ";
  const std::string of_event =
      "JOIN event ON event.key = x.event JOIN coding ON coding.key = event.coding JOIN report ON report.key = "
      "coding.report ORDER BY event.id, ";
  return answers(
      db,
      {"SELECT version, options, model_hash, data_hash, reports, input_hash FROM run",
       "SELECT id, hash, source, title, published, publisher, url, lang, text FROM report ORDER BY id",
       "SELECT report.id, coding.current, coding.record FROM coding JOIN report ON report.key = coding.report ORDER BY "
       "1",
       "SELECT x.record FROM event x " + of_report + "x.key", "SELECT x.record FROM statement x " + of_report + "x.key",
       "SELECT x.record FROM actor x " + of_report + "x.key", "SELECT x.record FROM expression x " + of_report + "x.id",
       "SELECT event.id, x.role, x.number, x.name, x.code, x.words FROM event_party x " + of_event + "x.role, x.number",
       "SELECT event.id, x.what, x.low, x.high FROM event_count x " + of_event + "x.number",
       "SELECT event.id, source_country, target_country, day FROM dyad x " + of_event + "2, 3",
       "SELECT actor.id, x.\"begin\", x.\"end\" FROM mention x JOIN actor ON actor.key = x.actor ORDER BY 1, 2, 3",
       "SELECT report.id, report_text.title FROM report_text JOIN report ON report.key = report_text.rowid WHERE "
       "report_text MATCH 'talks' ORDER BY 1",
       "PRAGMA integrity_check"});
}

std::string visits(int reports) {
  std::string lines;
  for (int i = 0; i < reports; ++i)
    lines += nlohmann::json{{"id", "r" + std::to_string(i)},
                            {"date", "2016-03-24"},
                            {"text",
                             "French Foreign Minister Jean-Marc Ayrault met his Norwegian counterpart Børge Brende in "
                             "Oslo on Wednesday.\n\n“The talks were useful,” Ayrault said.\n\nIt was meeting " +
                                 std::to_string(i) + " of the year.\n"}}
                 .dump() +
             "\n";
  return lines;
}

}  // namespace wireroom::cli_tests
