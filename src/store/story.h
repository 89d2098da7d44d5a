// Questions about what `wireroom group` found.
//
//   WIREROOM_TRY(query, story(database, "wire7", 0));
//
// Nothing found: no rows.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "store/database.h"

namespace wireroom {

// The story that a report, or the report of a record, belongs to: its reports in the order of time, then its happenings
// with the number of reports that tell them. A store that is not grouped: every report is a story of its own.
[[nodiscard]] Result<Query> story(Database& database, const std::string& id, std::int64_t limit);

// Whether `group` has seen all that is stored.
[[nodiscard]] Result<bool> is_grouped(Database& database);

// Runs of the store, oldest first.
[[nodiscard]] Result<Query> runs(Database& database, std::int64_t limit);

}  // namespace wireroom
