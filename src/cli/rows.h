// Rows of a question to the store, in one of the output formats.
#pragma once

#include "base/result.h"
#include "cli/output.h"
#include "record/record_writer.h"
#include "store/database.h"

namespace wireroom::cli {

// NDJSON and JSON: the row's `record` where it has one, else an object of its columns; null columns are left out.
// CSV, TSV: the columns before `record`, with a header. Table: the short columns on one line, long words below it.
// Ends early without an error when the output is closed. The number of rows printed.
[[nodiscard]] Result<std::size_t> print_rows(Query& query, Format format, const Page& page, Output& output);

}  // namespace wireroom::cli
