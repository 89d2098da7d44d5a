// The questions that a store answers (docs/store.md): each makes one query, whose rows the caller prints.
//
//   WIREROOM_TRY(query, events(store.database(), {.country = "RUS", .event = "CONSULT"}));
//
// A filter left empty lets everything pass. Only the newest coding of a
// report is asked. Rows come in the order of time, then of report and text, never of storing.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "store/database.h"
#include "store/store.h"

namespace wireroom {

struct Filters {
  std::string since, until;  // days; an event counts by its own date, else by the report's
  std::string actor;         // part of a name, any case
  std::string country;       // ISO 3166-1 alpha-3, of a party
  std::string event;         // PLOVER type
  std::string status;
  bool one_a_day = false, one_a_happening = false;  // events: v_one_a_day, v_one_a_happening (data/store/views.sql)
  std::int64_t limit = 0;                           // rows; 0: all
};

// Columns that a person reads stand first; a last column `record`, where there is one, is the whole record as JSON.

// Reports in which the words stand: FTS5's language ("cease fire", NEAR(a b), a OR b, begin*). Best first.
Result<Query> search(Database& database, const std::string& words, const Filters& filters);
Result<Query> events(Database& database, const Filters& filters);
// What somebody said; `actor` is the speaker. `words`: only quotations with all these words, "" for all.
Result<Query> quotes(Database& database, const std::string& words, const Filters& filters);
// Who is meant by a name: one row an actor's name, country and sector, with offices, number of events and statements.
Result<Query> actor(Database& database, const std::string& name, const Filters& filters);
// The record of an id, or the report's and all of its records for a report's id.
Result<Query> show(Database& database, const std::string& id);
// The report that an id names or whose record it names: its text, its own record, and that record, where there is one.
// Error of kind call if there is none.
Result<StoredReport> stored_report(Database& database, const std::string& id);
// The story that a report, or the report of a record, belongs to: its reports in the order of time, then its happenings
// with the number of reports that tell them. A store that is not grouped: every report is a story of its own.
Result<Query> story(Database& database, const std::string& id, std::int64_t limit);
// Whether `group` has seen all that is stored.
Result<bool> is_grouped(Database& database);
// Runs of the store, oldest first.
Result<Query> runs(Database& database, std::int64_t limit);
// The user's own question. Error if it could change the store.
Result<Query> sql(Database& database, const std::string& question);

}  // namespace wireroom
