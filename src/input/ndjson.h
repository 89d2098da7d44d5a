// One line of NDJSON to a report.
#pragma once

#include <string>

#include "base/result.h"
#include "wireroom/report.h"

namespace wireroom {

// Reads id, text, title, date, url, publisher, authors, lang; other keys but `gold` go to `meta`. `place` ("file:7")
// begins every message; the line is used up. Text is still without blocks; `id` may be empty. Nesting is limited to 64
// levels, the text to 16 MB.
Result<Report> read_ndjson_line(std::string&& line, const std::string& place);

}  // namespace wireroom
