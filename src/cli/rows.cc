#include "cli/rows.h"

#include <array>
#include <string>
#include <vector>

#include "record/flat_table.h"
#include "record/json_writer.h"

namespace wireroom::cli {
namespace {

// Columns that hold sentences: they stand below the others.
bool is_long(std::string_view column) {
  constexpr std::array kLong = {std::string_view("sentence"), std::string_view("words"), std::string_view("text")};
  for (const std::string_view each : kLong)
    if (column == each) return true;
  return false;
}

Style style_of(std::string_view column) {
  if (column == "day" || column == "published" || column == "earliest") return Style::time;
  if (column == "event") return Style::event;
  if (column == "status") return Style::status;
  if (column == "source" || column == "target" || column == "speaker" || column == "name") return Style::name;
  if (column == "place") return Style::place;
  if (column == "id") return Style::faint;
  return Style::plain;
}

class Rows {
 public:
  Rows(Query& query, Format format, const Page& page) : query_(query), format_(format), page_(page) {
    for (int i = 0; i < query.columns(); ++i) columns_.emplace_back(query.column_name(i));
    has_record_ = !columns_.empty() && columns_.back() == "record";
    std::vector<std::string_view> shown(columns_.begin(), columns_.end() - (has_record_ ? 1 : 0));
    if (has_record_ && shown.size() <= 1) shown.assign(columns_.begin(), columns_.end());
    shown_ = static_cast<int>(shown.size());
    flat_.emplace(format == Format::tsv ? FlatTable::Style::tsv : FlatTable::Style::csv, std::move(shown));
  }

  [[nodiscard]] std::string begin() const {
    if (format_ == Format::json) return "[\n";
    return format_ == Format::csv || format_ == Format::tsv ? flat_->header() : "";
  }
  [[nodiscard]] std::string end() const { return format_ == Format::json ? "\n]\n" : ""; }

  [[nodiscard]] std::string row(bool first) const {
    std::string out;
    switch (format_) {
      case Format::json:
        return (first ? "" : ",\n") + json();
      case Format::csv:
      case Format::tsv:
        flat_->append_record(object(shown_), out);
        return out;
      case Format::table:
        readable(out);
        return out;
      default:
        return json() + '\n';
    }
  }

 private:
  [[nodiscard]] std::string json() const {
    if (has_record_) return std::string(query_.text(query_.columns() - 1));
    return object(query_.columns());
  }

  [[nodiscard]] std::string object(int columns) const {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    for (int i = 0; i < columns; ++i) {
      const Query::Kind kind = query_.kind(i);
      if (kind == Query::Kind::null) continue;
      json.key(columns_[static_cast<std::size_t>(i)]);
      if (kind == Query::Kind::integer)
        json.integer(query_.integer(i));
      else if (kind == Query::Kind::number)
        json.number(query_.number(i));
      else
        json.string(query_.text(i));
    }
    json.end_object();
    return out;
  }

  void readable(std::string& out) const {
    Paragraph line;
    for (int i = 0; i < shown_; ++i) {
      const std::string& column = columns_[static_cast<std::size_t>(i)];
      if (query_.kind(i) == Query::Kind::null || is_long(column)) continue;
      if (column.ends_with("_before")) {  // of a difference: told where it is another
        if (i > 0 && query_.text(i) != query_.text(i - 1))
          line.add("  (was " + printable(query_.text(i)) + ")", Style::faint);
        continue;
      }
      if (column == "target") line.add("  →");
      line.add((line.empty() ? "" : "  ") + printable(query_.text(i)), style_of(column));
    }
    line.append_to(out, page_, {0, 4});
    for (int i = 0; i < shown_; ++i) {
      if (query_.kind(i) == Query::Kind::null || !is_long(columns_[static_cast<std::size_t>(i)])) continue;
      Paragraph words;
      words.add(printable(query_.text(i)));
      words.append_to(out, page_, {4, 4});
    }
  }

  Query& query_;
  Format format_;
  Page page_;
  std::vector<std::string> columns_;
  int shown_ = 0;
  bool has_record_ = false;
  std::optional<FlatTable> flat_;
};

}  // namespace

Result<std::size_t> print_rows(Query& query, Format format, const Page& page, Output& output) {
  const Rows rows(query, format, page);
  std::string out = rows.begin();
  constexpr std::size_t kBuffer = 1 << 16;
  std::size_t rows_printed = 0;
  for (;; ++rows_printed) {
    WIREROOM_TRY(row, query.step());
    if (!row) break;
    out += rows.row(rows_printed == 0);
    if (out.size() < kBuffer) continue;
    if (!output.write(out)) return rows_printed;
    out.clear();
  }
  output.write(out + rows.end());
  return rows_printed;
}

}  // namespace wireroom::cli
