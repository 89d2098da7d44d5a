#include "store/export_tables.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

std::string quoted(std::string_view text, char mark) {
  std::string out(1, mark);
  for (const char c : text) out.append(c == mark ? 2 : 1, c);
  return out + mark;
}

Result<Table> table_of(const std::string& path, std::initializer_list<std::string_view> columns) {
  WIREROOM_TRY(bytes, asset(path));
  return Table::read(path, bytes, columns);
}

Result<ExportColumn::Type> type_of(const Table::Row& row) {
  constexpr std::array kNames = {"string", "integer", "number", "decimal", "boolean", "date", "datetime"};
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (row["type"] == kNames[i]) return static_cast<ExportColumn::Type>(i);
  return Error{ErrorKind::data, fmt::format("{}: unknown type {}; it is one of string, integer, number, decimal, "
                                            "boolean, date, datetime",
                                            row.place(), row["type"])};
}

Result<std::vector<ExportColumn>> columns_of(const std::string& name) {
  WIREROOM_TRY(table,
               table_of(fmt::format("data/export/columns/{}.tsv", name), {"name", "type", "unit", "sql", "means"}));
  std::vector<ExportColumn> columns;
  for (const Table::Row& row : table.rows()) {
    WIREROOM_TRY(type, type_of(row));
    columns.push_back(
        {std::string(row["name"]), type, std::string(row["unit"]), std::string(row["sql"]), std::string(row["means"])});
  }
  return columns;
}

Result<Homeless> homeless_of(const Table::Row& row) {
  constexpr std::array kEffects = {"left_out", "unless_asked", "unwritten"};
  const auto effect = std::find(kEffects.begin(), kEffects.end(), row["effect"]);
  if (effect == kEffects.end())
    return Error{ErrorKind::data, fmt::format("{}: unknown effect {}; it is one of left_out, unless_asked, unwritten",
                                              row.place(), row["effect"])};
  return Homeless{static_cast<Homeless::Effect>(effect - kEffects.begin()), std::string(row["what"]),
                  std::string(row["when"])};
}

// One table of codes: its name, its columns with types, its rows.
class CodeTable {
 public:
  CodeTable(std::string_view name, std::string_view columns, bool temporary)
      // A temporary table hides one of its name in the store; there is none yet when it is made.
      : sql_(fmt::format("{0} TABLE {1} ({2}) STRICT, WITHOUT ROWID; INSERT INTO {1} VALUES ",
                         temporary ? "CREATE TEMP" : fmt::format("DROP TABLE IF EXISTS {}; CREATE", name), name,
                         columns)) {}
  void add(std::initializer_list<std::string_view> cells) {
    sql_ += first_ ? "(" : ", (";
    first_ = false;
    bool first_cell = true;
    for (const std::string_view cell : cells) {
      if (!first_cell) sql_ += ", ";
      first_cell = false;
      sql_ += cell.empty() ? "NULL" : quoted(cell, '\'');
    }
    sql_ += ')';
  }
  [[nodiscard]] std::string sql() const { return sql_ + ";\n"; }

 private:
  std::string sql_;
  bool first_ = true;
};

}  // namespace

Result<ExportTables> ExportTables::load() {
  ExportTables all;
  WIREROOM_TRY(rows, asset("data/export/rows.sql"));
  all.rows_ = std::string(rows);
  WIREROOM_TRY(tables,
               table_of("data/export/tables.tsv", {"table", "columns", "view", "chosen", "rows", "order", "title"}));
  for (const Table::Row& row : tables.rows()) {
    WIREROOM_TRY(columns, columns_of(std::string(row["columns"])));
    all.tables_.push_back({std::string(row["table"]),
                           std::string(row["title"]),
                           std::string(row["view"]),
                           std::string(row["chosen"]),
                           std::string(row["rows"]),
                           std::string(row["order"]),
                           std::move(columns),
                           {}});
  }
  WIREROOM_TRY(homeless, table_of("data/export/homeless.tsv", {"formats", "effect", "what", "when"}));
  for (const Table::Row& row : homeless.rows()) {
    WIREROOM_TRY(each, homeless_of(row));
    for (const std::string_view format : row.list("formats"))
      for (ExportTable& table : all.tables_)
        if (table.name == format || table.name == fmt::format("{}_dyads", format)) table.homeless.push_back(each);
  }
  return all;
}

const ExportTable* ExportTables::find(std::string_view name) const {
  for (const ExportTable& table : tables_)
    if (table.name == name) return &table;
  return nullptr;
}

std::string ExportTables::columns(const ExportTable& table) {
  std::string list;
  for (const ExportColumn& column : table.columns)
    list += fmt::format("{}{} AS {}", list.empty() ? "" : ", ", column.sql, quoted(column.name, '"'));
  return list;
}

std::string ExportTables::select(const ExportTable& table) const {
  return fmt::format("{}SELECT {} FROM {} WHERE {} ORDER BY {}", rows_, columns(table), table.rows, table.chosen,
                     table.order);
}

std::string ExportTables::drop_views() const {
  std::string sql;
  for (const ExportTable& table : tables_)
    if (!table.view.empty()) sql += fmt::format("DROP VIEW IF EXISTS {};\n", table.view);
  return sql;
}

std::string ExportTables::views(bool temporary) const {
  std::string sql;
  for (const ExportTable& table : tables_) {
    if (table.view.empty()) continue;
    std::string conditions;
    for (const Homeless& each : table.homeless)
      if (each.effect != Homeless::Effect::unwritten)
        conditions += fmt::format("{}NOT ({})", conditions.empty() ? " WHERE " : " AND ", each.when);
    sql += fmt::format("CREATE {}VIEW {} AS {}SELECT {} FROM {}{};\n", temporary ? "TEMP " : "", table.view, rows_,
                       columns(table), table.rows, conditions);
  }
  return sql;
}

Result<std::string> code_tables(bool temporary) {
  WIREROOM_TRY(codes, table_of("data/export/countries.tsv", {"code", "fips", "cow", "icews"}));
  std::map<std::string_view, const Table::Row*> foreign;
  for (const Table::Row& row : codes.rows()) foreign[row["code"]] = &row;
  WIREROOM_TRY(countries, table_of("data/countries.tsv", {"code", "name"}));
  CodeTable country("code_country",
                    "code TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, fips TEXT, cow TEXT, icews TEXT", temporary);
  for (const Table::Row& row : countries.rows()) {
    const auto found = foreign.find(row["code"]);
    const auto cell = [&](std::string_view column) {
      return found == foreign.end() ? std::string_view() : (*found->second)[column];
    };
    country.add({row["code"], row["name"], cell("fips"), cell("cow"), cell("icews")});
  }
  WIREROOM_TRY(cameo, table_of("data/ontology/cameo.tsv", {"code", "goldstein", "name"}));
  CodeTable event("code_cameo", "code TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, goldstein REAL", temporary);
  for (const Table::Row& row : cameo.rows()) event.add({row["code"], row["name"], row["goldstein"]});
  WIREROOM_TRY(sectors, table_of("data/export/sectors.tsv", {"sector", "sectors", "unnamed"}));
  CodeTable sector("code_sector", "sector TEXT NOT NULL PRIMARY KEY, sectors TEXT, unnamed TEXT", temporary);
  for (const Table::Row& row : sectors.rows()) sector.add({row["sector"], row["sectors"], row["unnamed"]});
  WIREROOM_TRY(mirrors, table_of("data/export/mirrors.tsv", {"cameo", "mirror"}));
  CodeTable mirror("code_mirror", "cameo TEXT NOT NULL PRIMARY KEY, mirror TEXT NOT NULL", temporary);
  for (const Table::Row& row : mirrors.rows()) mirror.add({row["cameo"], row["mirror"]});
  return country.sql() + event.sql() + sector.sql() + mirror.sql();
}

Status make_temporary_views(Database& database) {
  WIREROOM_TRY(codes, code_tables(true));
  WIREROOM_TRY(tables, ExportTables::load());
  WIREROOM_DO(database.define(codes));
  return database.run(tables.views(true));
}

}  // namespace wireroom
