#include "store/diff.h"

#include <fmt/core.h>

#include <array>
#include <limits>

#include "base/assets.h"

namespace wireroom {
namespace {

constexpr std::array<const char*, 3> kTypes = {"event", "statement", "actor"};

Result<std::vector<std::string>> records_of(Query& query, std::int64_t coding) {
  std::vector<std::string> records;
  query.reset();
  query.bind(1, coding);
  for (;;) {
    WIREROOM_TRY(row, query.step());
    if (!row) break;
    records.emplace_back(query.text(0));
  }
  query.reset();
  return records;
}

Status check_run(Database& database, std::int64_t run) {
  WIREROOM_TRY(query, database.prepare("SELECT 1 FROM run WHERE key = $1"));
  query.bind(1, run);
  WIREROOM_TRY(row, query.step());
  if (row) return Done{};
  return Error{ErrorKind::call, fmt::format("diff: {} has no run {}; `wireroom runs --db {}` lists them",
                                            database.place(), run, database.place())};
}

Status note(Query& insert, const char* type, std::int64_t report, const Difference& difference) {
  insert.reset();
  insert.bind(1, std::string_view(type));
  insert.bind(2, report);
  const auto bind = [&](int parameter, std::string_view text) {
    if (text.empty())
      insert.bind_null(parameter);
    else
      insert.bind(parameter, text);
  };
  bind(3, difference.before);
  bind(4, difference.after);
  bind(5, difference.keys);
  WIREROOM_DO(insert.step());
  insert.reset();
  return Done{};
}

// Fills change, which lives as long as the connection and never touches the store.
Status compare(Database& database, std::int64_t before, std::int64_t after, bool scores) {
  WIREROOM_TRY(setup, asset("data/store/diff.sql"));
  WIREROOM_DO(database.define(std::string(setup)));
  WIREROOM_TRY(both,
               database.prepare("SELECT a.report, a.key, b.key FROM coding a JOIN coding b ON b.report = a.report "
                                "JOIN report ON report.key = a.report WHERE a.run = $1 AND b.run = $2 "
                                "ORDER BY report.id"));
  both.bind(1, before);
  both.bind(2, after);
  WIREROOM_TRY(insert, database.prepare("INSERT INTO change (type, report, before, after, keys) "
                                        "VALUES ($1, $2, $3, $4, $5)"));
  std::vector<Query> readers;
  for (const char* type : kTypes) {
    WIREROOM_TRY(reader, database.prepare(fmt::format("SELECT record FROM {} WHERE coding = $1 ORDER BY key", type)));
    readers.push_back(std::move(reader));
  }
  for (;;) {
    WIREROOM_TRY(row, both.step());
    if (!row) return Done{};
    for (std::size_t type = 0; type < kTypes.size(); ++type) {
      WIREROOM_TRY(old_records, records_of(readers[type], both.integer(1)));
      WIREROOM_TRY(new_records, records_of(readers[type], both.integer(2)));
      for (const Difference& each : differences(old_records, new_records, scores))
        WIREROOM_DO(note(insert, kTypes[type], both.integer(0), each));
    }
  }
}

}  // namespace

Result<Query> diff(Database& database, std::int64_t before, std::int64_t after, const DiffOptions& options) {
  WIREROOM_DO(check_run(database, before));
  WIREROOM_DO(check_run(database, after));
  WIREROOM_DO(compare(database, before, after, options.scores));
  const std::int64_t limit = options.limit > 0 ? options.limit : std::numeric_limits<std::int64_t>::max();
  std::string question =
      "SELECT change, type, code, code_before, actor, actor_before, rule, rule_before, keys, id, "
      "id_before, sentence FROM v_change ORDER BY number LIMIT $1";
  if (!options.by.empty()) {
    question = fmt::format(
        "SELECT type, value AS {0}, count(*) FILTER (WHERE change = 'added') AS added, count(*) FILTER (WHERE change = "
        "'lost') AS lost, "
        "count(*) FILTER (WHERE change = 'changed') AS changed FROM (SELECT type, coalesce({0}, {0}_before) AS value, "
        "change FROM "
        "v_change) AS each GROUP BY type, value ORDER BY type, count(*) DESC, value LIMIT $1",
        options.by);
    if (options.by == "type")
      question =
          "SELECT type, count(*) FILTER (WHERE change = 'added') AS added, count(*) FILTER (WHERE change = 'lost') AS "
          "lost, sum(change = 'changed') AS "
          "changed FROM v_change GROUP BY type ORDER BY type LIMIT $1";
  }
  WIREROOM_TRY(query, database.prepare(question));
  query.bind(1, limit);
  return query;
}

}  // namespace wireroom
