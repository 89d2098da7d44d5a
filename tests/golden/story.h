// A story: what a careful reader records for a report, and whether the program's records say so. README.md has the
// format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wireroom/coded.h"

namespace wireroom::golden {

struct Failure {
  std::size_t line = 0;  // of the story
  std::string expectation, reason;
};

// What of the story the records do not meet; a line that cannot be read is a failure too.
[[nodiscard]] std::vector<Failure> unmet(std::string_view story, const Coded& coded);

// The events and statements that no line of the story meets, one a line.
[[nodiscard]] std::string unmentioned(std::string_view story, const Coded& coded);

}  // namespace wireroom::golden
