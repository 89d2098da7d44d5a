// Tab-separated tables of the project (data/, rules/): a header line, one fact a line, '#' begins a comment line.
//
//   WIREROOM_TRY(table, Table::read("data/countries.tsv", bytes, {"code", "name", "adjectives"}));
//   for (const Table::Row& row : table.rows()) row["name"];
//
// Every row knows its line, so that lint and records can name it.
#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wireroom {

class Table {
 public:
  struct Row {
    const Table* table = nullptr;
    std::size_t line = 0;  // 1-based line in the file
    std::vector<std::string_view> cells;
    // The cell of a column; empty if the row ends before it. The column must exist.
    [[nodiscard]] std::string_view operator[](std::string_view column) const;
    // The cell cut at '|' ("a|b|c"), blanks trimmed, empty parts dropped.
    [[nodiscard]] std::vector<std::string_view> list(std::string_view column) const;
    [[nodiscard]] std::string place() const;  // "data/countries.tsv:12"
  };

  // `file` is used in messages only. All `columns` must be in the header, else an error that names file and line; a
  // row with more cells than the header is an error too. Keeps its own copy of `bytes`.
  static Result<Table> read(std::string file, std::string_view bytes, std::initializer_list<std::string_view> columns);

  Table(Table&&) noexcept;
  Table& operator=(Table&&) noexcept;
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  Table() = default;
  void adopt_rows();
  std::string file_;
  std::unique_ptr<std::string> bytes_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<Row> rows_;
};

}  // namespace wireroom
