// CSV, TSV and the tables without quoting of POLECAT, ICEWS, GDELT and Phoenix.
#include <fmt/core.h>

#include "export/table_writer.h"

namespace wireroom {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD, for NUL

bool looks_like_a_number(std::string_view text) {
  return !text.empty() && ((text.front() >= '0' && text.front() <= '9') || text.front() == '-' || text.front() == '+');
}

class DelimitedWriter : public TableWriter {
 public:
  DelimitedWriter(const ExportTable& table, const Delimited& style, OutputFile& file)
      : table_(table), style_(style), file_(file) {}

  void begin() override {
    if (!style_.header) return;
    line_.clear();
    for (const ExportColumn& column : table_.columns) {
      if (!line_.empty()) line_ += style_.separator;
      append_cell(column.name, false);
    }
    file_.write(line_ += '\n');
  }

  void row(const Query& query) override {
    line_.clear();
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (i > 0) line_ += style_.separator;
      const int column = static_cast<int>(i);
      if (query.kind(column) == Query::Kind::null) {
        line_ += style_.missing;
        continue;
      }
      cell_.clear();
      append_text(cell_, query, column, table_.columns[i].type);
      append_cell(cell_, table_.columns[i].type == ExportColumn::Type::string);
    }
    file_.write(line_ += '\n');
  }

  [[nodiscard]] std::size_t smoothed() const override { return smoothed_; }

 private:
  // Codes are texts: quotation marks keep "042" from being taken for a number by those who look at them.
  void append_cell(std::string_view text, bool is_text) {
    switch (style_.escape) {
      case Delimited::Escape::quotes:
        append_quoted(text, is_text && looks_like_a_number(text));
        break;
      case Delimited::Escape::backslash:
        for (const char c : text) append_escaped(c);
        break;
      case Delimited::Escape::none:
        append_smoothed(text);
        break;
    }
  }

  void append_quoted(std::string_view text, bool always) {
    const bool quote =
        always || text.find_first_of("\",\n\r") != text.npos || text.starts_with(' ') || text.ends_with(' ');
    if (quote) line_ += '"';
    for (const char c : text) {
      if (c == '\0')
        line_ += kReplacement;
      else
        line_.append(c == '"' ? 2 : 1, c);
    }
    if (quote) line_ += '"';
  }

  void append_escaped(char c) {
    switch (c) {
      case '\t':
        line_ += "\\t";
        break;
      case '\n':
        line_ += "\\n";
        break;
      case '\r':
        line_ += "\\r";
        break;
      case '\\':
        line_ += "\\\\";
        break;
      case '\0':
        line_ += kReplacement;
        break;
      default:
        line_ += c;
    }
  }

  void append_smoothed(std::string_view text) {
    const std::size_t before = line_.size();
    line_ += text;
    bool changed = false;
    for (std::size_t i = before; i < line_.size(); ++i) {
      if (line_[i] != '\t' && line_[i] != '\n' && line_[i] != '\r' && line_[i] != '\0') continue;
      line_[i] = ' ';
      changed = true;
    }
    if (changed) ++smoothed_;
  }

  const ExportTable& table_;
  const Delimited style_;
  OutputFile& file_;
  std::string line_, cell_;
  std::size_t smoothed_ = 0;
};

}  // namespace

void append_text(std::string& out, const Query& query, int column, ExportColumn::Type type) {
  switch (type) {
    case ExportColumn::Type::integer:
      out += fmt::format("{}", query.integer(column));
      break;
    case ExportColumn::Type::number:
      out += fmt::format("{}", query.number(column));
      break;
    case ExportColumn::Type::decimal: {
      const std::string digits = fmt::format("{}", query.number(column));
      out += digits;
      if (digits.find_first_of(".e") == digits.npos) out += ".0";
      break;
    }
    case ExportColumn::Type::boolean:
      out += query.integer(column) != 0 ? "true" : "false";
      break;
    default:
      out += query.text(column);
  }
}

std::unique_ptr<TableWriter> make_delimited_writer(const ExportTable& table, const Delimited& style, OutputFile& file) {
  return std::make_unique<DelimitedWriter>(table, style, file);
}

}  // namespace wireroom
