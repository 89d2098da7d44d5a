// Takes another store into this one: the shards of `code --shard i/n` become the file that a single run would have
// made, record for record.
//
//   WIREROOM_TRY(merged, merge(store, "shard2.db"));   // merged.stored, merged.passed_over
//
// Promises: report by report, each whole or not at all, so that the same call again finishes what a kill cut off; a
// report that is there already (text and run) is passed over; of two runs the one that began last is seen by questions.
// Error of kind input if the other file is no store or has another text under a known id: nothing of it is lost, the
// reports before it are in.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "store/store.h"

namespace wireroom {

struct Merged {
  std::string place;  // the other store, as messages name it
  std::size_t stored = 0, passed_over = 0;
};

[[nodiscard]] Result<Merged> merge(Store& store, const std::string& other);

}  // namespace wireroom
