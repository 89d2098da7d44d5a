// The samples' records, all layers, against the contract; and the same bytes whatever the number of threads.
#include "contract/contract.h"

#include <gtest/gtest.h>

#include <sstream>

#include "cli/program.h"

namespace wireroom::cli_tests {
namespace {

constexpr const char* kEveryLayer = "report,text,actor,event,statement,time,place,quantity,token,coref";

// The records of each report.
std::vector<std::vector<nlohmann::json>> by_report(const std::string& out) {
  std::vector<std::vector<nlohmann::json>> reports;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) {
    auto record = nlohmann::json::parse(line);
    if (record["type"] == "report") reports.emplace_back();
    reports.back().push_back(std::move(record));
  }
  return reports;
}

TEST(Contract, EveryRecordOfTheSamplesKeepsIt) {
  const Ended one = run({"code", "--jobs", "1", "--layers", kEveryLayer, WIREROOM_SAMPLES});
  ASSERT_EQ(one.status, 0) << one.err;
  const auto reports = by_report(one.out);
  EXPECT_GE(reports.size(), 9u);
  for (const auto& records : reports)
    for (const std::string& fault : contract::faults(records)) ADD_FAILURE() << fault;
  EXPECT_EQ(run({"code", "--jobs", "2", "--layers", kEveryLayer, WIREROOM_SAMPLES}).out, one.out);
}

TEST(Contract, TheCheckSeesWhatIsWrong) {
  using nlohmann::json;
  const std::vector<json> right = {
      json::parse(R"({"type":"report","schema":1,"id":"r","source":"-","blocks":[{"kind":"paragraph","span":[0,5]}],
                      "text_offset":0,"text":"Oslo.","sentences":1,"words":0})"),
      json::parse(R"({"type":"place","id":"r.p1","report":"r","span":[0,4],"text":"Oslo","form":"name","kind":"city",
                      "score":1})")};
  EXPECT_TRUE(contract::faults(right).empty()) << contract::faults(right).front();
  const auto broken = [&](const char* key, const json& value) {
    auto records = right;
    records[1][key] = value;
    return contract::faults(records).size();
  };
  EXPECT_GT(broken("id", "r.p2"), 0u);
  EXPECT_GT(broken("span", json::array({0, 9})), 0u);
  EXPECT_GT(broken("text", "Osl"), 0u);
  EXPECT_GT(broken("form", "town"), 0u);
  EXPECT_GT(broken("name", ""), 0u);
  EXPECT_GT(broken("colour", "red"), 0u);
  EXPECT_GT(broken("lat", 59.9), 0u);
}

}  // namespace
}  // namespace wireroom::cli_tests
