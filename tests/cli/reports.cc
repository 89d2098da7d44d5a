#include "cli/reports.h"

#include <sstream>

namespace wireroom::cli_tests {

std::string ndjson(int reports) {
  std::string lines;
  for (int i = 0; i < reports; ++i)
    lines += nlohmann::json{{"id", "r" + std::to_string(i)},
                            {"text", std::string(kReport) + "\nReport " + std::to_string(i) + " was read by " +
                                         std::to_string(i * 7) + " people.\n"},
                            {"date", "2016-03-24"},
                            {"desk", i}}
                 .dump() +
             "\n";
  return lines;
}

std::vector<nlohmann::json> records(const std::string& out) {
  std::vector<nlohmann::json> all;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) all.push_back(nlohmann::json::parse(line));
  return all;
}

std::vector<std::string> report_ids(const std::string& out) {
  std::vector<std::string> ids;
  for (const auto& record : records(out))
    if (record["type"] == "report") ids.push_back(record["id"]);
  return ids;
}

}  // namespace wireroom::cli_tests
