// One column of a Parquet file: takes values, gives pages and what the footer tells of them.
//
// Layout of a page (Parquet format 2.9, "Data Pages", version 1): definition levels as run lengths with their size
// before them, then the values that are there, PLAIN, both together as one gzip stream.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "export/thrift_compact.h"
#include "store/database.h"
#include "store/export_tables.h"

namespace wireroom {

class ParquetColumn {
 public:
  explicit ParquetColumn(const ExportColumn& column) : column_(&column) {}

  void add(const Query& query, int column);
  // The SchemaElement of the footer.
  void describe(ThriftWriter& thrift) const;

  // Ends the pages of a row group, which begin at `offset` in the file; chunk() then tells of them.
  std::string take_pages();
  void chunk(ThriftWriter& thrift, std::uint64_t offset) const;
  [[nodiscard]] std::uint64_t uncompressed() const { return uncompressed_; }
  [[nodiscard]] std::uint64_t compressed() const { return compressed_; }
  // Ready for the next row group.
  void clear();
  [[nodiscard]] std::size_t buffered() const { return pages_.size() + values_.size(); }

 private:
  void end_page();
  void end_run();
  void add_value(const Query& query, int column);
  void note_extremes(std::string_view plain);

  const ExportColumn* column_;
  std::string values_, levels_, pages_;  // of the page; its levels; the pages before it
  bool level_ = false;                   // of the run
  std::uint32_t run_ = 0, rows_ = 0;     // rows of the run, of the page
  std::uint8_t bits_ = 0, bit_count_ = 0;
  std::uint64_t uncompressed_ = 0, compressed_ = 0, total_rows_ = 0, missing_ = 0;
  std::optional<std::string> least_, greatest_;
  bool extremes_known_ = true;
};

}  // namespace wireroom
