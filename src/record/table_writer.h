// A coded report as a person likes to read it: its head, its events in the order of time, its statements, its actors,
// each with its words.
#pragma once

#include <string>

#include "record/json_records.h"
#include "record/styled_text.h"
#include "wireroom/coded.h"

namespace wireroom {

void append_table(const Coded& coded, const RecordChoice& choice, const Page& page, std::string& out);

}  // namespace wireroom
