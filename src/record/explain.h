// One record explained: its words marked in their sentence, what found it, and the basis of its date, place and actors.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/styled_text.h"
#include "wireroom/coded.h"

namespace wireroom {

// An id cut into the report's id and the record's letter and index: "wire.7.e3" is record e, index 2 of report
// "wire.7".
struct RecordName {
  std::string report;
  char letter = 'r';  // r: the report itself
  std::size_t index = 0;
};
// The report's own id (letter r) is always one reading of an id; the second one is given here if it has the right form.
[[nodiscard]] std::optional<RecordName> record_name(std::string_view id);

// False if the report has no such record; nothing is appended then.
[[nodiscard]] bool explain(const Coded& coded, const RecordName& record, const Page& page, std::string& out);

}  // namespace wireroom
