// Who made a picture, where that stands in or behind the words below it: "… in Idlib. REUTERS/Jane Doe", "(AP
// Photo/Jane Doe)", "Image: Jane Doe.", "Image copyright Getty Images Image caption …".
//
// For LayoutReader, which makes blocks of kind credit of them: they tell of nobody who does anything in the report.
// Offsets are bytes of the line, in order, not overlapping. Linear in the line.
#pragma once

#include <string_view>
#include <vector>

#include "wireroom/span.h"

namespace wireroom {

class HeaderReader;

[[nodiscard]] std::vector<Span> picture_credits(const HeaderReader& headers, std::string_view line);

}  // namespace wireroom
