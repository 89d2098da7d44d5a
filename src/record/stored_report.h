// The way back: from a report's record and its text to the report as it was read, so that a stored report can be coded
// again.
//
//   WIREROOM_TRY(report, report_of_record(record, text));
//
// Promise: for the record that json_records() made of a report, the result has the same text, blocks, date, dateline,
// title, authors and notes. Error of kind input if the record is no report's or a span leaves the text.
#pragma once

#include <string_view>

#include "base/result.h"
#include "wireroom/report.h"

namespace wireroom {

[[nodiscard]] Result<Report> report_of_record(std::string_view record, std::string_view text);

}  // namespace wireroom
