#include "store/questions.h"

#include <fmt/core.h>

#include "store/export_tables.h"

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

// The record of an event `e`, with the first record of its happening in the whole store, where `group` has found one.
constexpr std::string_view kEventRecord =
    "ifnull((SELECT json_set(e.record, '$.same_as', f.id) FROM happening h JOIN event f ON f.key = h.first WHERE "
    "h.event "
    "= e.key AND h.first <> e.key), e.record)";

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
      // The snippets are cut for the rows that are shown only.
      fmt::format(
          "SELECT report.id, report.published, report.publisher, report.title, snippet(report_text, -1, "
          "'[', ']', '…', 40) AS words FROM (SELECT report.key, bm25(report_text) AS score, report.id AS id FROM "
          "report_text(?1) JOIN report ON report.key = report_text.rowid WHERE (?2 IS NULL OR report.published "
          ">= ?2) AND (?3 IS NULL OR report.published <= ?3) AND ((?4 IS NULL AND ?5 IS NULL) OR {}) AND (?6 "
          "IS NULL AND ?7 IS NULL OR EXISTS (SELECT 1 FROM event JOIN coding ON coding.key = event.coding AND "
          "coding.current = 1 WHERE coding.report = report.key AND (?6 IS NULL OR event.event = ?6) AND (?7 IS "
          "NULL OR event.status = ?7))) ORDER BY score, id LIMIT ?8) AS best JOIN report_text(?1) ON "
          "report_text.rowid = best.key JOIN report ON report.key = best.key ORDER BY best.score, report.id",
          party),
      words, filters);
}

Result<Query> events(Database& database, const Filters& filters) {
  return ask(
      database,
      fmt::format(
          "SELECT v.earliest AS day, v.event, v.cameo, v.status, v.source, v.target, v.place, v.id, v.sentence, "
          "{} AS record "
          "FROM event e JOIN coding ON coding.key = e.coding AND coding.current = 1 JOIN v_event v ON v.id = e.id "
          "WHERE (?1 IS NULL) AND (?2 IS NULL OR ifnull(e.latest, v.published) >= ?2) AND (?3 IS NULL OR "
          "ifnull(e.earliest, v.published) <= ?3) AND (?6 IS NULL OR e.event = ?6) AND (?7 IS NULL OR e.status = ?7) "
          "AND "
          "((?4 IS NULL AND ?5 IS NULL) OR EXISTS (SELECT 1 FROM event_party p WHERE p.event = e.key AND p.role IN "
          "('source', 'target') AND (?4 IS NULL OR {}) AND (?5 IS NULL OR p.country = ?5))) "
          "{} ORDER BY ifnull(e.earliest, v.published), v.report, e.key LIMIT ?8",
          kEventRecord, has_name("ifnull(p.name, p.words)"),
          filters.one_a_day         ? "AND e.key IN (SELECT event FROM v_one_a_day)"
          : filters.one_a_happening ? "AND e.key IN (SELECT event FROM v_one_a_happening)"
                                    : ""),
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
                  "event e WHERE e.coding = s.coding AND e.said_in = s.id AND e.status = ?7)) ORDER BY 1, v.report, "
                  "s.key LIMIT ?8",
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

namespace {

// The report of an id, or whose record it names ("wire.7.e3" is of "wire.7", not of "wire"), in its newest coding: the
// id is cut at its dots, so that only a few exact ids are looked up.
constexpr std::string_view kAsked =
    "cut(id) AS (SELECT ?1 UNION ALL SELECT substr(id, 1, length(rtrim(id, replace(id, '.', ''))) - 1) FROM cut WHERE "
    "instr(id, '.') > 0), asked AS MATERIALIZED (SELECT report.id AS id, report.text AS text, "
    "coding.key AS coding, coding.record AS record FROM cut JOIN report ON report.id = cut.id JOIN coding ON "
    "coding.report = report.key AND coding.current = 1 ORDER BY length(report.id) DESC LIMIT 1)";

Result<Query> records_of(Database& database, const std::string& id, std::string_view event_record) {
  static const Filters none;
  return ask(database,
             fmt::format("WITH RECURSIVE {} SELECT id, record FROM ("
                         "SELECT 0 AS kind, 0 AS row, id, record FROM asked "
                         "UNION ALL SELECT 1, a.key, a.id, a.record FROM asked JOIN actor a USING (coding) "
                         "UNION ALL SELECT 2, e.key, e.id, {} FROM asked JOIN event e USING (coding) "
                         "UNION ALL SELECT 3, s.key, s.id, s.record FROM asked JOIN statement s USING (coding) "
                         "UNION ALL SELECT 4, x.\"begin\", x.id, x.record FROM asked JOIN expression x USING (coding)) "
                         "WHERE id = ?1 OR ?1 = (SELECT id FROM asked) ORDER BY kind, row LIMIT ?8",
                         kAsked, event_record),
             id, none);
}

}  // namespace

Result<Query> show(Database& database, const std::string& id) { return records_of(database, id, kEventRecord); }

Result<StoredReport> stored_report(Database& database, const std::string& id) {
  WIREROOM_TRY(find, database.prepare(fmt::format("WITH RECURSIVE {} SELECT * FROM asked", kAsked)));
  find.bind(1, id);
  WIREROOM_TRY(row, find.step());
  if (!row)
    return Error{ErrorKind::call, fmt::format("{}: has no report or record {}; `wireroom events` and `quotes` list ids",
                                              database.path(), id)};
  StoredReport report{std::string(find.text(0)), std::string(find.text(1)), {std::string(find.text(3))}};
  if (id == report.id) return report;
  WIREROOM_TRY(records, records_of(database, id, "e.record"));
  WIREROOM_TRY(found, records.step());
  if (found) report.records.emplace_back(records.text(1));
  return report;
}

Result<Query> sql(Database& database, const std::string& question) {
  WIREROOM_DO(make_temporary_views(database));
  WIREROOM_TRY(query, database.prepare(question));
  if (!query.reads_only())
    return Error{ErrorKind::call, "sql: the question would change the store; it may only read (SELECT)"};
  return query;
}

}  // namespace wireroom
