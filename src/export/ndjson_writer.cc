// NDJSON: one object a row, its keys the columns; a missing value is left out.
#include "export/table_writer.h"
#include "record/json_writer.h"

namespace wireroom {
namespace {

class NdjsonWriter : public TableWriter {
 public:
  NdjsonWriter(const ExportTable& table, OutputFile& file) : table_(table), file_(file) {}

  void row(const Query& query) override {
    line_.clear();
    JsonWriter json(line_);
    json.begin_object();
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const int column = static_cast<int>(i);
      if (query.kind(column) == Query::Kind::null) continue;
      json.key(table_.columns[i].name);
      switch (table_.columns[i].type) {
        case ExportColumn::Type::integer:
          json.integer(query.integer(column));
          break;
        case ExportColumn::Type::number:
        case ExportColumn::Type::decimal:
          json.number(query.number(column));
          break;
        case ExportColumn::Type::boolean:
          json.boolean(query.integer(column) != 0);
          break;
        default:
          json.string(query.text(column));
      }
    }
    json.end_object();
    file_.write(line_ += '\n');
  }

 private:
  const ExportTable& table_;
  OutputFile& file_;
  std::string line_;
};

}  // namespace

std::unique_ptr<TableWriter> make_ndjson_writer(const ExportTable& table, OutputFile& file) {
  return std::make_unique<NdjsonWriter>(table, file);
}

}  // namespace wireroom
