// Parquet (format 2.9, https://parquet.apache.org): flat tables, every column optional, pages PLAIN under gzip. Debian
// 12 has no library for it; this much is small, and pyarrow and DuckDB read it (tools/check_parquet.py).
// docs/dependencies.md says why not theirs.
#include <bit>

#include "export/parquet_column.h"
#include "export/table_writer.h"

namespace wireroom {
namespace {

static_assert(std::endian::native == std::endian::little, "Parquet's numbers are little-endian");

constexpr std::string_view kMagic = "PAR1";
constexpr std::size_t kRowsOfGroup = 131072, kBytesOfGroup = std::size_t{64} << 20;

class ParquetWriter : public TableWriter {
 public:
  ParquetWriter(const ExportTable& table, OutputFile& file) : table_(table), file_(file) {
    for (const ExportColumn& column : table.columns) columns_.emplace_back(column);
  }

  void begin() override { file_.write(kMagic); }

  void row(const Query& query) override {
    std::size_t buffered = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      columns_[i].add(query, static_cast<int>(i));
      buffered += columns_[i].buffered();
    }
    ++rows_of_group_;
    if (rows_of_group_ >= kRowsOfGroup || buffered >= kBytesOfGroup) end_group();
  }

  void end() override {
    end_group();
    std::string footer;
    ThriftWriter thrift(footer);
    thrift.begin_struct();
    thrift.integer32(1, 2);  // version of the format
    thrift.begin_list(2, ThriftWriter::kStruct, columns_.size() + 1);
    thrift.begin_struct();
    thrift.binary(4, table_.name);
    thrift.integer32(5, static_cast<std::int32_t>(columns_.size()));
    thrift.end_struct();
    for (const ParquetColumn& column : columns_) column.describe(thrift);
    thrift.integer64(3, rows_);
    thrift.begin_list(4, ThriftWriter::kStruct, number_of_groups_);
    footer += groups_;
    thrift.begin_list(5, ThriftWriter::kStruct, 1);
    thrift.begin_struct();
    thrift.binary(1, "title");
    thrift.binary(2, table_.title);
    thrift.end_struct();
    thrift.binary(6, "wireroom");
    thrift.begin_list(7, ThriftWriter::kStruct, columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {  // extremes are in the order of the type
      thrift.begin_struct();
      thrift.empty_struct(1);
      thrift.end_struct();
    }
    thrift.end_struct();
    file_.write(footer);
    std::string length(4, '\0');
    for (std::size_t i = 0; i < length.size(); ++i) length[i] = static_cast<char>(footer.size() >> 8 * i & 0xFF);
    file_.write(length);
    file_.write(kMagic);
  }

 private:
  void end_group() {
    if (rows_of_group_ == 0) return;
    ThriftWriter thrift(groups_);
    thrift.begin_struct();
    thrift.begin_list(1, ThriftWriter::kStruct, columns_.size());
    const std::uint64_t begin = file_.size();
    std::uint64_t uncompressed = 0;
    for (ParquetColumn& column : columns_) {
      const std::uint64_t offset = file_.size();
      file_.write(column.take_pages());
      column.chunk(thrift, offset);
      uncompressed += column.uncompressed();
      column.clear();
    }
    thrift.integer64(2, static_cast<std::int64_t>(uncompressed));
    thrift.integer64(3, static_cast<std::int64_t>(rows_of_group_));
    thrift.integer64(5, static_cast<std::int64_t>(begin));
    thrift.integer64(6, static_cast<std::int64_t>(file_.size() - begin));
    thrift.end_struct();
    ++number_of_groups_;
    rows_ += static_cast<std::int64_t>(rows_of_group_);
    rows_of_group_ = 0;
  }

  const ExportTable& table_;
  OutputFile& file_;
  std::vector<ParquetColumn> columns_;
  std::string groups_;  // what the footer tells of the row groups
  std::size_t number_of_groups_ = 0, rows_of_group_ = 0;
  std::int64_t rows_ = 0;
};

}  // namespace

std::unique_ptr<TableWriter> make_parquet_writer(const ExportTable& table, OutputFile& file) {
  return std::make_unique<ParquetWriter>(table, file);
}

}  // namespace wireroom
