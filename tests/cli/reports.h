// Reports for the tests of the command line, and their records.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace wireroom::cli_tests {

inline constexpr const char* kReport =
    "Minister visits Oslo\n\nBy Jane Roe\n\nMarch 24, 2016\n\n"
    "French Foreign Minister Jean-Marc Ayrault arrived in Oslo on Wednesday for talks with Norwegian officials.\n\n"
    "“The talks were useful,” Ayrault said.\n";

// So many reports, one a line, with the ids r0, r1, ….
[[nodiscard]] std::string ndjson(int reports);

[[nodiscard]] std::vector<nlohmann::json> records(const std::string& out);
[[nodiscard]] std::vector<std::string> report_ids(const std::string& out);

}  // namespace wireroom::cli_tests
