// The ids of a report's records: REPORT.e1, REPORT.s1 … counted in the order of the text, whatever is written of them.
#pragma once

#include <cstddef>
#include <string>

namespace wireroom {

// Letters: a actor, e event, s statement, t time, p place, q quantity, w word (token), f predicate, c coref.
[[nodiscard]] inline std::string record_id(const std::string& report, char letter, std::size_t index) {
  return report + '.' + letter + std::to_string(index + 1);
}

}  // namespace wireroom
