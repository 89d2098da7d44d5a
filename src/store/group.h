// `wireroom group`: finds copies, stories and happenings in the newest codings of a store and notes them in its tables
// story, story_report, happening, which are made anew as a whole, in one transaction. The records stay as they were
// coded.
//
//   WIREROOM_TRY(grouped, group(store));
//
// The groups do not depend on the order in which reports were stored: reports count in the order of publication, then
// of their ids.
#pragma once

#include <cstddef>

#include "base/result.h"
#include "store/store.h"

namespace wireroom {

struct Grouped {
  std::size_t reports = 0, copies = 0, stories = 0, events = 0, happenings = 0;
};

[[nodiscard]] Result<Grouped> group(Store& store);

}  // namespace wireroom
