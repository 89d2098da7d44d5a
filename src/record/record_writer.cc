#include "record/record_writer.h"

#include "record/conllu_writer.h"
#include "record/flat_table.h"
#include "record/table_writer.h"

namespace wireroom {

RecordWriter::RecordWriter(WriterOptions options) : options_(options) {
  if (options_.format == Format::csv || options_.format == Format::tsv)
    flat_ = std::make_unique<FlatTable>(options_.format == Format::csv ? FlatTable::Style::csv : FlatTable::Style::tsv,
                                        options_.choice);
}

RecordWriter::~RecordWriter() = default;

std::string RecordWriter::begin() const {
  if (options_.format == Format::json) return "[\n";
  return flat_ ? flat_->header() : std::string();
}

std::string RecordWriter::between() const { return options_.format == Format::json ? ",\n" : ""; }

std::string RecordWriter::end() const { return options_.format == Format::json ? "\n]\n" : ""; }

std::string RecordWriter::report(const Coded& coded, const std::vector<std::string>& sentence_ids) const {
  std::string out;
  switch (options_.format) {
    case Format::table:
      append_table(coded, options_.choice, options_.page, out);
      break;
    case Format::conllu:
      append_conllu(coded.report, coded.parse, sentence_ids, out);
      break;
    case Format::csv:
    case Format::tsv:
      flat_->append(coded, out);
      break;
    case Format::ndjson:
      json_records(coded, options_.choice, [&](std::string_view record) {
        out += record;
        out += '\n';
      });
      break;
    case Format::json:
      json_records(coded, options_.choice, [&](std::string_view record) {
        if (!out.empty()) out += ",\n";
        out += record;
      });
      break;
  }
  return out;
}

}  // namespace wireroom
