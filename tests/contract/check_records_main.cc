// check_records <RECORDS.ndjson: holds records of any number of reports against the contract, prints each fault.
//
//   wireroom code --layers report,text,actor,event,statement,time,place,quantity,token,coref reports/ | check_records
#include <cstdio>
#include <iostream>
#include <string>

#include "contract/contract.h"

int main() {
  std::size_t reports = 0, faults = 0;
  std::vector<nlohmann::json> records;
  const auto check = [&] {
    if (records.empty()) return;
    ++reports;
    for (const std::string& fault : wireroom::contract::faults(records)) {
      ++faults;
      std::puts(fault.c_str());
    }
    records.clear();
  };
  for (std::string line; std::getline(std::cin, line);) {
    auto record = nlohmann::json::parse(line);
    if (record.value("type", "") == "report") check();
    records.push_back(std::move(record));
  }
  check();
  std::printf("%zu reports, %zu faults\n", reports, faults);
  return faults == 0 ? 0 : 1;
}
