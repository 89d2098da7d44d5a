#include "base/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace wireroom {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view line, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = line.find(at);
    parts.push_back(trimmed(line.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    line.remove_prefix(end + 1);
  }
}

}  // namespace

Table::Table(Table&& other) noexcept
    : file_(std::move(other.file_)),
      bytes_(std::move(other.bytes_)),
      columns_(std::move(other.columns_)),
      rows_(std::move(other.rows_)) {
  adopt_rows();
}

Table& Table::operator=(Table&& other) noexcept {
  file_ = std::move(other.file_);
  bytes_ = std::move(other.bytes_);
  columns_ = std::move(other.columns_);
  rows_ = std::move(other.rows_);
  adopt_rows();
  return *this;
}

void Table::adopt_rows() {
  for (Row& row : rows_) row.table = this;
}

std::string_view Table::Row::operator[](std::string_view column) const {
  const auto found = table->columns_.find(column);
  if (found == table->columns_.end() || found->second >= cells.size()) return {};
  return cells[found->second];
}

std::vector<std::string_view> Table::Row::list(std::string_view column) const {
  auto parts = split((*this)[column], '|');
  std::erase_if(parts, [](std::string_view part) { return part.empty(); });
  return parts;
}

std::string Table::Row::place() const { return fmt::format("{}:{}", table->file_, line); }

Result<Table> Table::read(std::string file, std::string_view bytes, std::initializer_list<std::string_view> columns) {
  Table table;
  table.file_ = std::move(file);
  table.bytes_ = std::make_unique<std::string>(bytes);
  std::string_view rest = *table.bytes_;
  std::size_t number = 0;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (trimmed(line).empty() || line.front() == '#') continue;
    auto cells = split(line, '\t');
    if (table.columns_.empty()) {
      for (std::size_t i = 0; i < cells.size(); ++i) table.columns_.emplace(std::string(cells[i]), i);
      for (const std::string_view column : columns)
        if (!table.columns_.contains(column))
          return Error{ErrorKind::data,
                       fmt::format("{}:{}: the header has no column \"{}\"; add it", table.file_, number, column)};
      continue;
    }
    if (cells.size() > table.columns_.size())
      return Error{ErrorKind::data, fmt::format("{}:{}: {} cells, but the header has {}; is there a tab too many?",
                                                table.file_, number, cells.size(), table.columns_.size())};
    table.rows_.push_back({nullptr, number, std::move(cells)});
  }
  if (table.columns_.empty())
    return Error{ErrorKind::data,
                 fmt::format("{}: no header line; the first line that is no comment names the columns", table.file_)};
  return table;
}

}  // namespace wireroom
