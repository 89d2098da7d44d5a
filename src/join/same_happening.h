// Do two event records of a report tell of one happening?
//
//   const SameHappening same(coded);   // once the parties have their actors
//   if (same(first, second)) …         // indexes into Coded::events
#pragma once

#include <cstdint>
#include <vector>

#include "wireroom/coded.h"

namespace wireroom {

class SameHappening {
 public:
  explicit SameHappening(const Coded& coded);

  // Type compatible, told with the same reality (done and planned are two), a party in common on each side that both
  // name, date and place that do not exclude one another. Cautious: in doubt they are two.
  [[nodiscard]] bool operator()(std::uint32_t a, std::uint32_t b) const;

 private:
  // What is read of an event's sentence, once.
  struct Told {
    bool of_several = false;  // "the third time he has visited"
    bool earlier = false;     // "his previous visit"
  };
  const Coded& coded_;
  std::vector<Told> told_;
};

}  // namespace wireroom
