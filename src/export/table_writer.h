// Writes the rows of a query as a table of one format.
//
//   const auto writer = make_delimited_writer(table, kCsv, file);
//   writer->begin(); while (a row is there) writer->row(query); writer->end();
//
// The query's columns are those of the table, in its order. Failed writes are told by the file.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "export/output_file.h"
#include "store/export_tables.h"

namespace wireroom {

class TableWriter {
 public:
  virtual ~TableWriter() = default;
  virtual void begin() {}
  virtual void row(const Query& query) = 0;
  virtual void end() {}
  // Cells in which a tab or a line break became a blank, because the format has no way to tell it.
  [[nodiscard]] virtual std::size_t smoothed() const { return 0; }
};

struct Delimited {
  enum class Escape {
    quotes,     // RFC 4180
    backslash,  // \t \n \r \\ .
    none,       // a blank stands for tabs and line breaks
  };
  char separator = ',';
  Escape escape = Escape::quotes;
  bool header = true;
  std::string_view missing;  // word of a missing value
};
inline constexpr Delimited kCsv{',', Delimited::Escape::quotes, true, ""};
inline constexpr Delimited kTsv{'\t', Delimited::Escape::backslash, true, ""};

// The table and the file must outlive the writer.
std::unique_ptr<TableWriter> make_delimited_writer(const ExportTable& table, const Delimited& style, OutputFile& file);
std::unique_ptr<TableWriter> make_ndjson_writer(const ExportTable& table, OutputFile& file);
std::unique_ptr<TableWriter> make_parquet_writer(const ExportTable& table, OutputFile& file);

// A cell's value as text: numbers with the fewest digits, `true` and `false`. Empty for a missing value.
void append_text(std::string& out, const Query& query, int column, ExportColumn::Type type);

}  // namespace wireroom
