// Do two event records of a report tell of one happening?
#pragma once

#include "wireroom/coded.h"

namespace wireroom {

// Type compatible, told with the same reality (done and planned are two), a party in common on each side that both
// name, date and place that do not exclude one another. Cautious: in doubt they are two.
[[nodiscard]] bool same_happening(const Coded& coded, const Event& a, const Event& b);

}  // namespace wireroom
