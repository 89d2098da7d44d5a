// What changed between two runs: the events, statements and actors that one of them found and the other did not, and
// those that both found and describe differently (docs/store.md).
//
//   WIREROOM_TRY(query, diff(store.database(), 1, 2, {}));   // rows: one a change, with its sentence
//
// Records are the same where they stand on the same words: events by their trigger, statements by their content, actors
// by a mention. Ids play no part. Only reports that both runs coded are compared. A score that moved is no change
// unless it is asked for. Rows come in the order of report and text. Error of kind call if there is no such run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace wireroom {

// One record that differs, as JSON; the one that is missing is empty.
struct Difference {
  std::string_view before, after;
  std::string keys;  // those that differ, joined by ", "; empty if one is missing
};

// Compares the records of one report by two runs. They must be of one type: "event", "statement" or "actor".
[[nodiscard]] std::vector<Difference> differences(const std::vector<std::string>& before,
                                                  const std::vector<std::string>& after, bool scores);

struct DiffOptions {
  std::string by;       // "", code, actor, rule, type: a table of numbers instead of the changes
  bool scores = false;  // a score that differs by 0.05 is a change
  std::int64_t limit = 0;
};
[[nodiscard]] Result<Query> diff(Database& database, std::int64_t before, std::int64_t after,
                                 const DiffOptions& options);

}  // namespace wireroom
