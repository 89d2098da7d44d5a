// Records as one flat table (csv, tsv): one line a record, a list's elements joined by "; ".
//
//   FlatTable table(FlatTable::Style::csv, {LayerSet::of({Layer::event}), 0});
//   out += table.header();
//   table.append(coded, out);
//
// The columns of each record type stand in docs/records.md. With several record types the table has the columns of all
// of them and begins with `type`.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/json_records.h"
#include "wireroom/coded.h"

namespace wireroom {

class FlatTable {
 public:
  enum class Style { csv, tsv };  // RFC 4180 with LF; tab-separated with \t \n \\ escaped by a backslash

  FlatTable(Style style, RecordChoice choice);
  // Of other records than a report's: columns are paths of at most two keys, "office.title".
  FlatTable(Style style, std::vector<std::string_view> columns) : style_(style), columns_(std::move(columns)) {}

  [[nodiscard]] std::string header() const;
  void append(const Coded& coded, std::string& out) const;
  void append_record(std::string_view json, std::string& out) const;

 private:
  void append_cell(std::string_view cell, bool last, std::string& out) const;
  Style style_;
  RecordChoice choice_;
  std::vector<std::string_view> columns_;
};

}  // namespace wireroom
