// Holds records against docs/records.md: their keys and values (records.json), spans that lie inside the text and give
// its words, ids that count without gaps, references that point to a record which answers.
//
//   for (const std::string& fault : faults(records_of_one_report)) ADD_FAILURE() << fault;
//
// For tests and fuzz targets. All layers must be there, with the text in the report's record; records of other choices
// have references into the void.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace wireroom::contract {

// Each fault in a line that names the record. `records`: of one report, in the order in which they were written.
[[nodiscard]] std::vector<std::string> faults(const std::vector<nlohmann::json>& records);

}  // namespace wireroom::contract
