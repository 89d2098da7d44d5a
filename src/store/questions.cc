#include "store/questions.h"

#include <fmt/core.h>

#include "store/export_tables.h"
#include "store/question_text.h"

namespace wireroom {
namespace {

Result<QuestionText> filtered(const Database& database, std::string_view name, const Filters& filters) {
  WIREROOM_TRY(question, QuestionText::find(database, name));
  question.set("since", filters.since);
  question.set("until", filters.until);
  question.set_small("actor", filters.actor);
  question.set("country", filters.country);
  question.set("event", filters.event);
  question.set("status", filters.status);
  if (filters.one_a_day) question.set("one_a_day", 1);
  if (filters.one_a_happening) question.set("one_a_happening", 1);
  question.limit(filters.limit);
  return question;
}

struct FoundReport {
  std::int64_t key = 0, coding = 0;
  StoredReport report;
};

// The report of an id, or whose record it names ("wire.7.e3" is of "wire.7", not of "wire"), in its newest coding: the
// id is cut at its dots, the longest that is a report's counts.
Result<std::optional<FoundReport>> find_report(Database& database, std::string id) {
  for (;;) {
    WIREROOM_TRY(question, QuestionText::find(database, "report"));
    question.set("id", id);
    WIREROOM_TRY(query, question.ask(database));
    WIREROOM_TRY(row, query.step());
    if (row)
      return std::optional<FoundReport>(
          {query.integer(0), query.integer(2), {id, std::string(query.text(1)), {std::string(query.text(3))}}});
    const std::size_t dot = id.rfind('.');
    if (dot == std::string::npos) return std::optional<FoundReport>();
    id.resize(dot);
  }
}

// `how`: "grouped" (the first record of a happening in the whole store) or "as_coded".
Result<Query> records_of(Database& database, const FoundReport& found, const std::string& id, std::string_view how) {
  WIREROOM_TRY(question, QuestionText::find(database, "records"));
  question.set("report", found.report.id);
  question.set("coding", found.coding);
  question.set(how, 1);
  if (id != found.report.id) question.set("id", id);
  return question.ask(database);
}

}  // namespace

Result<Query> search(Database& database, const std::string& words, const Filters& filters) {
  WIREROOM_TRY(expression, database.search_expression(words));
  WIREROOM_TRY(question, filtered(database, "search", filters));
  question.set("words", expression);
  return question.ask(database);
}

Result<Query> events(Database& database, const Filters& filters) {
  WIREROOM_TRY(question, filtered(database, "events", filters));
  return question.ask(database);
}

Result<Query> quotes(Database& database, const std::string& words, const Filters& filters) {
  WIREROOM_TRY(question, filtered(database, "quotes", filters));
  question.set_small("words", words);
  return question.ask(database);
}

Result<Query> actor(Database& database, const std::string& name, const Filters& filters) {
  WIREROOM_TRY(question, filtered(database, "actor", filters));
  question.set_small("name", name);
  return question.ask(database);
}

Result<Query> show(Database& database, const std::string& id) {
  WIREROOM_TRY(found, find_report(database, id));
  return records_of(database, found.value_or(FoundReport{}), id, "grouped");
}

Result<StoredReport> stored_report(Database& database, const std::string& id) {
  WIREROOM_TRY(found, find_report(database, id));
  if (!found)
    return Error{ErrorKind::call, fmt::format("{}: has no report or record {}; `wireroom events` and `quotes` list ids",
                                              database.place(), id)};
  StoredReport report = found->report;
  if (id == report.id) return report;
  WIREROOM_TRY(records, records_of(database, *found, id, "as_coded"));
  WIREROOM_TRY(row, records.step());
  if (row) report.records.emplace_back(records.text(1));
  return report;
}

Result<Query> story(Database& database, const std::string& id, std::int64_t limit) {
  WIREROOM_TRY(found, find_report(database, id));
  WIREROOM_TRY(question, QuestionText::find(database, "story"));
  question.set("report", found ? found->key : 0);
  question.limit(limit);
  return question.ask(database);
}

Result<bool> is_grouped(Database& database) {
  WIREROOM_TRY(question, QuestionText::find(database, "grouped"));
  WIREROOM_TRY(query, question.ask(database));
  WIREROOM_TRY(row, query.step());
  return row && query.integer(0) == 1;
}

Result<Query> runs(Database& database, std::int64_t limit) {
  WIREROOM_TRY(question, QuestionText::find(database, "runs"));
  question.limit(limit);
  return question.ask(database);
}

Result<Query> sql(Database& database, const std::string& question) {
  if (!database.trusts_views()) WIREROOM_DO(make_temporary_views(database));
  WIREROOM_DO(database.only_read());
  WIREROOM_TRY(query, database.prepare(question));
  if (!query.reads_only())
    return Error{ErrorKind::call, "sql: the question would change the store; it may only read (SELECT)"};
  return query;
}

}  // namespace wireroom
