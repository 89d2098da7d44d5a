// One of the output formats, chosen once for a run: what stands before all reports, each report, what stands after.
//
//   RecordWriter writer({.format = Format::ndjson});
//   out += writer.begin();
//   out += writer.report(coded);   // const, on any thread; writer.between() between two reports with records
//   out += writer.end();
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/json_records.h"
#include "record/styled_text.h"
#include "wireroom/coded.h"

namespace wireroom {

class FlatTable;

enum class Format { table, ndjson, json, csv, tsv, conllu };

struct WriterOptions {
  Format format = Format::ndjson;
  RecordChoice choice;
  Page page;  // of the format `table`
};

class RecordWriter {
 public:
  explicit RecordWriter(WriterOptions options);
  ~RecordWriter();

  [[nodiscard]] std::string begin() const;
  // The records of one report; empty if none were chosen. `sentence_ids`: see conllu_writer.h.
  [[nodiscard]] std::string report(const Coded& coded, const std::vector<std::string>& sentence_ids = {}) const;
  // What stands between two reports that have records.
  [[nodiscard]] std::string between() const;
  [[nodiscard]] std::string end() const;

 private:
  WriterOptions options_;
  std::unique_ptr<FlatTable> flat_;
};

}  // namespace wireroom
