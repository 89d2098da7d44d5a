#include "export/selection.h"

#include <fmt/core.h>

#include "store/question_text.h"

namespace wireroom {
namespace {

Result<std::int64_t> number_of(Database& database, const std::string& sql) {
  WIREROOM_TRY(query, database.prepare(sql));
  WIREROOM_TRY(row, query.step());
  return row ? query.integer(0) : 0;
}

Status run_with_filters(Database& database, std::string sql, const Filters& filters) {
  QuestionText question(std::move(sql));
  question.set("since", filters.since);
  question.set("until", filters.until);
  question.set_small("actor", filters.actor);
  question.set("country", filters.country);
  question.set("event", filters.event);
  WIREROOM_TRY(query, question.ask(database));
  WIREROOM_DO(query.step());
  return Done{};
}

constexpr std::string_view kEventFilters = R"(TRUE
AND substr(coalesce(e.latest, e.published), 1, 10) >= :since  -- if since
AND substr(coalesce(e.earliest, e.published), 1, 10) <= :until  -- if until
AND e.type = :event  -- if event
AND EXISTS (SELECT 1 FROM event_party x WHERE x.event = e.event AND x.role IN ('source', 'target')  -- if actor|country
AND instr(lower(coalesce(x.name, x.words)), :actor) > 0  -- if actor
AND x.country = :country  -- if country
)  -- if actor|country
)";

constexpr std::string_view kStatementFilters = R"(TRUE
AND substr(coalesce(s.latest, r.published), 1, 10) >= :since  -- if since
AND substr(coalesce(s.earliest, r.published), 1, 10) <= :until  -- if until
AND instr(lower(coalesce(s.name, s.speaker_words)), :actor) > 0  -- if actor
AND s.country = :country  -- if country
)";

std::string condition_on_status(const std::vector<std::string>& statuses) {
  if (statuses.empty()) return "TRUE";
  std::string list;
  for (const std::string& each : statuses) list += fmt::format("{}'{}'", list.empty() ? "" : ", ", each);
  return fmt::format("e.status IN ({})", list);  // words of a fixed list
}

std::string_view condition_on_repetition(const Filters& filters) {
  if (filters.one_a_day) return "e.event IN (SELECT event FROM v_one_a_day)";
  if (filters.one_a_happening) return "e.event IN (SELECT event FROM v_one_a_happening)";
  return "TRUE";
}

// The user's condition sees the columns of the event table. It is a condition alone: it is compiled by itself, and may
// only read.
Result<std::string> events_that_pass(Database& database, const ExportTables& tables, const ExportRequest& request) {
  const ExportTable* event = tables.find("event");
  if (event == nullptr) return Error{ErrorKind::data, "data/export/tables.tsv: has no table event"};
  const std::string where =
      fmt::format("{} WHERE {} AND {} AND {}", event->rows, kEventFilters, condition_on_status(request.statuses),
                  condition_on_repetition(request.filters));
  if (request.where.empty()) return fmt::format("{}SELECT e.event FROM {}", tables.rows(), where);
  const std::string sql = fmt::format("{}SELECT key FROM (SELECT e.event AS key, {} FROM {}) AS event WHERE (\n{}\n)",
                                      tables.rows(), ExportTables::columns(*event), where, request.where);
  // What the condition itself makes wrong is told before anything is written.
  QuestionText question(sql);
  const auto query = question.ask(database);
  if (!query)
    return Error{ErrorKind::call,
                 fmt::format("--where {}: {}; write a condition on columns of the event table, such as "
                             "\"goldstein < -5 AND country = 'SYR'\" (docs/export.md lists them)",
                             request.where, query.error().message)};
  return sql;
}

Status choose_events(Database& database, const ExportTables& tables, const ExportRequest& request,
                     const ExportTable* target, std::vector<std::string>& homeless) {
  WIREROOM_TRY(passing, events_that_pass(database, tables, request));
  const std::size_t with = tables.rows().size();
  WIREROOM_DO(run_with_filters(database, passing.substr(0, with) + "INSERT INTO chosen_event " + passing.substr(with),
                               request.filters));
  if (target == nullptr) return Done{};
  for (const Homeless& each : target->homeless) {
    if (each.effect == Homeless::Effect::unless_asked && !request.statuses.empty()) continue;
    const std::string found =
        fmt::format("SELECT e.event FROM told e WHERE e.event IN (SELECT key FROM chosen_event) AND ({})", each.when);
    WIREROOM_TRY(number,
                 number_of(database, fmt::format("{}SELECT count(*) FROM ({}) AS found", tables.rows(), found)));
    if (number == 0) continue;
    const bool out = each.effect != Homeless::Effect::unwritten;
    if (out)
      WIREROOM_DO(database.run(fmt::format("{}DELETE FROM chosen_event WHERE key IN ({})", tables.rows(), found)));
    homeless.push_back(fmt::format("{}: {} ({})", out ? "left out" : "no column", each.what, number));
  }
  return Done{};
}

}  // namespace

Status choose(Database& database, const ExportTables& tables, const ExportRequest& request, const ExportTable* target,
              std::vector<std::string>& homeless) {
  for (const char* table : {"chosen_event", "chosen_statement", "chosen_report"})
    WIREROOM_DO(database.define(fmt::format("CREATE TEMP TABLE {} (key INTEGER PRIMARY KEY)", table)));
  WIREROOM_DO(choose_events(database, tables, request, target, homeless));
  const bool only_events = !request.filters.event.empty() || !request.statuses.empty() || !request.where.empty() ||
                           request.filters.one_a_day || request.filters.one_a_happening;
  WIREROOM_DO(run_with_filters(
      database,
      fmt::format("INSERT INTO chosen_statement SELECT s.key FROM statement s JOIN coding c ON c.key = s.coding AND "
                  "c.current = 1 JOIN report r ON r.key = c.report WHERE {}{}",
                  kStatementFilters,
                  only_events ? " AND EXISTS (SELECT 1 FROM event e WHERE e.coding = s.coding AND e.said_in = s.id AND "
                                "e.key IN (SELECT key FROM chosen_event))"
                              : ""),
      request.filters));
  const Filters& filters = request.filters;
  const bool filtered = only_events || !filters.since.empty() || !filters.until.empty() || !filters.actor.empty() ||
                        !filters.country.empty();
  return database.run(
      filtered ? "INSERT INTO chosen_report SELECT DISTINCT c.report FROM coding c WHERE c.current = 1 AND (c.key IN "
                 "(SELECT coding FROM event WHERE key IN (SELECT key FROM chosen_event)) OR c.key IN (SELECT coding "
                 "FROM statement WHERE key IN (SELECT key FROM chosen_statement)))"
               : "INSERT INTO chosen_report SELECT report FROM coding WHERE current = 1");
}

}  // namespace wireroom
