// The one place that says which columns an export has: data/export. `wireroom export` writes its tables from here, and
// the store's views v_polecat, v_icews, v_gdelt and v_phoenix are made from here, so that the two cannot drift apart.
//
//   WIREROOM_TRY(tables, ExportTables::load());
//   const ExportTable* gdelt = tables.find("gdelt");
//   WIREROOM_TRY(query, database->prepare(tables.select(*gdelt)));   // needs the temporary tables chosen_…
//
// The SQL reads the tables of codes that code_tables() makes. Errors name the file and line of a bad definition.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace wireroom {

struct ExportColumn {
  enum class Type { string, integer, number, decimal, boolean, date, datetime };  // decimal: always with its point
  std::string name;
  Type type = Type::string;
  std::string unit, sql, means;
};

// What has no place in a table.
struct Homeless {
  enum class Effect {
    left_out,      // the event gets no row
    unless_asked,  // no row unless --status is given
    unwritten,     // a row, without it
  };
  Effect effect = Effect::unwritten;
  std::string what;
  std::string when;  // SQL: a condition on an event `e`
};

struct ExportTable {
  std::string name, title;
  std::string view;                 // its name in the store, "" if it has none
  std::string chosen, rows, order;  // SQL: what the filters leave, the FROM clause, the order of the rows
  std::vector<ExportColumn> columns;
  std::vector<Homeless> homeless;
};

class ExportTables {
 public:
  static Result<ExportTables> load();

  [[nodiscard]] const ExportTable* find(std::string_view name) const;
  // The common table expressions that all SQL of the definitions may use: "WITH told AS (…), …".
  [[nodiscard]] const std::string& rows() const { return rows_; }
  // "column AS name, …"
  [[nodiscard]] static std::string columns(const ExportTable& table);
  // All rows of the chosen events, statements or reports, in order.
  [[nodiscard]] std::string select(const ExportTable& table) const;
  // Statements that make the views, in the store or for this connection only, and that drop those in the store.
  [[nodiscard]] std::string views(bool temporary) const;
  [[nodiscard]] std::string drop_views() const;

 private:
  std::string rows_;
  std::vector<ExportTable> tables_;
};

// Statements that make the tables code_country, code_cameo, code_sector and code_mirror in the words of
// Database::define: anew in the store, or, with `temporary`, for this connection only (a store may be read-only, or
// older than its program).
Result<std::string> code_tables(bool temporary);

// Makes tables of codes and views for this connection, once. A file's own views are for other programs: this one trusts
// no SQL that stands in a file (they call JSON functions, which SQLite then refuses), and an older store may lack them.
Status make_temporary_views(Database& database);

}  // namespace wireroom
