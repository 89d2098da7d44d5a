// Which events, statements and reports an export holds: temporary tables chosen_event, chosen_statement and
// chosen_report (each with `key`), which the SQL of data/export/tables.tsv reads.
//
// Events pass if all filters let them. Statements pass by their own day and speaker; a filter that only events can pass
// (--event, --status, --where) leaves the statements in which such an event stands. Reports are those of what is left,
// or all if there is no filter.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "export/export.h"
#include "store/export_tables.h"

namespace wireroom {

// `target`: the table that is to be written, or null for formats that are no event tables of others. What has no place
// in it is left out and told in `homeless`.
Status choose(Database& database, const ExportTables& tables, const ExportRequest& request, const ExportTable* target,
              std::vector<std::string>& homeless);

}  // namespace wireroom
