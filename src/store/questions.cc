#include "store/questions.h"

#include <fmt/core.h>

namespace wireroom {
namespace {

// Parameters of all questions, so that every filter is bound the same way: ?1 words or id, ?2 since, ?3 until,
// ?4 actor, ?5 country, ?6 event, ?7 status, ?8 limit.
Result<Query> ask(Database& database, const std::string& question, const std::string& words, const Filters& filters) {
  WIREROOM_TRY(query, database.prepare(question));
  const std::string* texts[] = {&words,           &filters.since, &filters.until, &filters.actor,
                                &filters.country, &filters.event, &filters.status};
  int parameter = 0;
  for (const std::string* text : texts) {
    ++parameter;
    if (text->empty())
      query.bind_null(parameter);
    else
      query.bind(parameter, *text);
  }
  query.bind(8, filters.limit > 0 ? filters.limit : std::int64_t{-1});
  return query;
}

// Two texts of one column: a part of the other, whatever the case of ASCII letters.
constexpr std::string_view kHasName = "instr(lower(ifnull({0}, '')), lower(?4)) > 0";

std::string has_name(std::string_view column) { return fmt::format(kHasName, column); }

}  // namespace

Result<Query> search(Database& database, const std::string& words, const Filters& filters) {
  const std::string party = fmt::format(
      "EXISTS (SELECT 1 FROM actor JOIN coding ON coding.key = actor.coding AND coding.current = 1 WHERE coding.report "
      "= "
      "report.key AND (?4 IS NULL OR {}) AND (?5 IS NULL OR actor.country = ?5))",
      has_name("actor.name"));
  return ask(
      database,
      fmt::format("SELECT report.id, report.published, report.publisher, report.title, snippet(report_text, -1, "
                  "'[', ']', '…', 40) AS words FROM report_text(?1) JOIN report ON report.key = "
                  "report_text.rowid WHERE (?2 IS NULL OR report.published >= ?2) AND (?3 IS NULL OR "
                  "report.published <= ?3) AND ((?4 IS NULL AND ?5 IS NULL) OR {}) AND (?6 IS NULL AND ?7 IS NULL "
                  "OR EXISTS (SELECT 1 FROM event JOIN coding ON coding.key = event.coding AND coding.current = 1 "
                  "WHERE coding.report = report.key AND (?6 IS NULL OR event.event = ?6) AND (?7 IS NULL OR "
                  "event.status = ?7))) ORDER BY bm25(report_text), report.key LIMIT ?8",
                  party),
      words, filters);
}

Result<Query> events(Database& database, const Filters& filters) {
  return ask(
      database,
      fmt::format(
          "SELECT v.earliest AS day, v.event, v.cameo, v.status, v.source, v.target, v.place, v.id, v.sentence, "
          "e.record "
          "FROM event e JOIN coding ON coding.key = e.coding AND coding.current = 1 JOIN v_event v ON v.id = e.id "
          "WHERE (?1 IS NULL) AND (?2 IS NULL OR ifnull(e.latest, v.published) >= ?2) AND (?3 IS NULL OR "
          "ifnull(e.earliest, v.published) <= ?3) AND (?6 IS NULL OR e.event = ?6) AND (?7 IS NULL OR e.status = ?7) "
          "AND "
          "((?4 IS NULL AND ?5 IS NULL) OR EXISTS (SELECT 1 FROM event_party p WHERE p.event = e.key AND p.role IN "
          "('source', 'target') AND (?4 IS NULL OR {}) AND (?5 IS NULL OR p.country = ?5))) "
          "ORDER BY ifnull(e.earliest, v.published), e.key LIMIT ?8",
          has_name("ifnull(p.name, p.words)")),
      {}, filters);
}

Result<Query> quotes(Database& database, const std::string& words, const Filters& filters) {
  return ask(
      database,
      fmt::format("SELECT ifnull(v.earliest, v.published) AS day, v.speaker, v.country, v.act, v.kind, v.medium, "
                  "v.id, v.words, s.record FROM statement s JOIN coding ON coding.key = s.coding AND "
                  "coding.current = 1 JOIN v_quote v ON v.id = s.id WHERE (?1 IS NULL OR "
                  "instr(lower(s.words), lower(?1)) > 0) AND (?2 IS NULL OR ifnull(s.latest, v.published) >= ?2) "
                  "AND (?3 IS NULL OR ifnull(s.earliest, v.published) <= ?3) AND (?4 IS NULL OR {}) AND (?5 IS "
                  "NULL OR s.country = ?5) AND (?6 IS NULL OR EXISTS (SELECT 1 FROM event e WHERE e.coding = "
                  "s.coding AND e.said_in = s.id AND e.event = ?6)) AND (?7 IS NULL OR EXISTS (SELECT 1 FROM "
                  "event e WHERE e.coding = s.coding AND e.said_in = s.id AND e.status = ?7)) ORDER BY 1, s.key "
                  "LIMIT ?8",
                  has_name("ifnull(s.name, s.speaker_words)")),
      words, filters);
}

Result<Query> actor(Database& database, const std::string& name, const Filters& filters) {
  return ask(database,
             "SELECT a.name, a.kind, a.country, a.sector, group_concat(DISTINCT a.office) AS offices, "
             "count(DISTINCT coding.report) AS reports, min(report.published) AS first, max(report.published) AS last, "
             "sum((SELECT count(DISTINCT p.event) FROM event_party p JOIN event e ON e.key = p.event WHERE e.coding = "
             "a.coding "
             "AND p.actor = a.id AND p.role IN ('source', 'target'))) AS events, "
             "sum((SELECT count(*) FROM statement s WHERE s.coding = a.coding AND s.speaker = a.id)) AS statements "
             "FROM actor a JOIN coding ON coding.key = a.coding AND coding.current = 1 JOIN report ON report.key = "
             "coding.report "
             "WHERE instr(lower(ifnull(a.name, '')), lower(?1)) > 0 AND (?2 IS NULL OR report.published >= ?2) AND "
             "(?3 IS NULL OR report.published <= ?3) AND (?4 IS NULL) AND (?5 IS NULL OR a.country = ?5) AND ?6 IS "
             "NULL AND ?7 "
             "IS NULL GROUP BY a.name, a.kind, a.country, a.sector ORDER BY reports DESC, a.name LIMIT ?8",
             name, filters);
}

Result<Query> show(Database& database, const std::string& id) {
  static const Filters none;
  return ask(
      database,
      "WITH current AS (SELECT coding.key AS key, coding.record AS record, report.id AS id FROM coding JOIN report "
      "ON report.key = coding.report WHERE coding.current = 1) "
      "SELECT id, record FROM ("
      "SELECT 0 AS kind, key AS row, id, record FROM current WHERE id = ?1 "
      "UNION ALL SELECT 1, a.key, a.id, a.record FROM actor a JOIN current c ON c.key = a.coding WHERE a.id = ?1 OR "
      "c.id = ?1 "
      "UNION ALL SELECT 2, e.key, e.id, e.record FROM event e JOIN current c ON c.key = e.coding WHERE e.id = ?1 OR "
      "c.id = ?1 "
      "UNION ALL SELECT 3, s.key, s.id, s.record FROM statement s JOIN current c ON c.key = s.coding WHERE s.id = "
      "?1 OR c.id = ?1 "
      "UNION ALL SELECT 4, x.\"begin\", x.id, x.record FROM expression x JOIN current c ON c.key = x.coding WHERE "
      "x.id = ?1 OR c.id = ?1) ORDER BY kind, row LIMIT ?8",
      id, none);
}

Result<Query> sql(Database& database, const std::string& question) {
  WIREROOM_TRY(query, database.prepare(question));
  if (!query.reads_only())
    return Error{ErrorKind::call, "sql: the question would change the store; it may only read (SELECT)"};
  return query;
}

}  // namespace wireroom
