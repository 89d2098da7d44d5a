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

// How many lines the records meet, whether marked `todo` or not.
struct Tally {
  struct Of {
    std::size_t expected = 0;  // lines
    std::size_t found = 0;     // type and words of the trigger, or words of the content
    std::size_t who = 0;       // also status and parties, or speaker
    std::size_t all = 0;       // the whole line
    std::size_t records = 0;
    std::size_t unknown = 0;  // records that no line finds, not even an open one
  };
  Of events, statements;
};
void count(std::string_view story, const Coded& coded, Tally& tally);

}  // namespace wireroom::golden
