// The tables of this folder: one sentence a row, each coded by the whole program as a report of its own.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/table.h"
#include "cli/items.h"
#include "wireroom/engine.h"

namespace wireroom {

inline const Engine& engine() {
  static const Result<Engine> loaded =
      Engine::load({"base", LayerSet::of({Layer::event, Layer::statement, Layer::actor})});
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return loaded.value();
}

inline std::string text_of(std::string_view cell) {
  std::string text(cell);
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n")) text.replace(at, 2, "\n");
  return text;
}

// Calls check(row, coded) for each row of tests/actors/NAME. Column "text" is the report; its day is `date` where that
// is not empty, else column "date". A row that cannot be read fails the test.
template <typename Check>
void each_coded_row(const std::string& name, const std::string& path, std::initializer_list<std::string_view> columns,
                    const std::string& date, Check&& check) {
  std::ifstream file(path);
  std::stringstream bytes;
  bytes << file.rdbuf();
  const Result<Table> table = Table::read("tests/actors/" + name, bytes.str(), columns);
  ASSERT_TRUE(table) << table.error().message;
  cli::Options options;
  options.inputs = {::testing::TempDir() + name + ".ndjson"};
  std::ofstream reports(options.inputs.front());
  for (const Table::Row& row : table->rows())
    reports << nlohmann::json{{"id", row.place()},
                              {"date", date.empty() ? std::string(row["date"]) : date},
                              {"text", text_of(row["text"])}}
                   .dump()
            << '\n';
  reports.close();
  Engine::Desk desk = engine().desk();
  cli::Messages messages(options);
  cli::Items items(options, messages);
  for (const Table::Row& row : table->rows()) {
    auto item = items.next();
    ASSERT_TRUE(item) << row.place();
    check(row, engine().code(std::move(item->report), desk));
  }
}

}  // namespace wireroom
