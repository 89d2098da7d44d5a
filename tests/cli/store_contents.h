// What a store holds, for tests that compare stores.
#pragma once

#include <string>

namespace wireroom::cli_tests {

// Every report and record in the order of storing, and the full text; not the time of day of the run.
[[nodiscard]] std::string stored_in_order(const std::string& db);
// The same in the order of ids: what must not depend on how the store came about.
[[nodiscard]] std::string stored_records(const std::string& db);

// So many short reports, one a line, with a visit and a quotation each.
[[nodiscard]] std::string visits(int reports);

}  // namespace wireroom::cli_tests
