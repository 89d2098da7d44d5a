#include "store/database.h"

#include <fmt/core.h>

#include "base/assets.h"
#include "store/postgres_database.h"
#include "store/sqlite_database.h"

namespace wireroom {

Query::Query(std::unique_ptr<PreparedStatement> statement) : statement_(std::move(statement)) {}
Query::Query(Query&&) noexcept = default;
Query& Query::operator=(Query&&) noexcept = default;
Query::~Query() = default;

void Query::bind(int parameter, std::string_view text) { statement_->bind(parameter, text); }
void Query::bind(int parameter, std::int64_t value) { statement_->bind(parameter, value); }
void Query::bind(int parameter, double value) { statement_->bind(parameter, value); }
void Query::bind_null(int parameter) { statement_->bind_null(parameter); }
Result<bool> Query::step() { return statement_->step(); }
void Query::reset() { statement_->reset(); }
int Query::columns() const { return statement_->columns(); }
std::string_view Query::column_name(int column) const { return statement_->column_name(column); }
Query::Kind Query::kind(int column) const { return statement_->kind(column); }
std::string_view Query::text(int column) const { return statement_->text(column); }
std::int64_t Query::integer(int column) const { return statement_->integer(column); }
double Query::number(int column) const { return statement_->number(column); }
bool Query::reads_only() const { return statement_->reads_only(); }

Result<std::unique_ptr<Database>> Database::open(const std::string& place, Mode mode) {
  if (PostgresDatabase::is_address(place)) return PostgresDatabase::open(place, mode);
  return SqliteDatabase::open(place, mode);
}

Status Database::commit() {
  const Status committed = run("COMMIT");
  if (!committed) rollback();
  return committed;
}

void Database::rollback() {
  if (in_transaction()) (void)run("ROLLBACK");  // the failure before is the one to tell
}

Result<std::string> Database::own_sql(const std::string& name) const {
  WIREROOM_TRY(sql, asset(fmt::format("data/store/{}/{}", kind_, name)));
  return std::string(sql);
}

std::vector<std::pair<std::string, std::string_view>> marked_statements(std::string_view file, std::string_view mark) {
  std::vector<std::pair<std::string, std::string_view>> all;
  for (std::size_t at = file.find(mark); at != std::string_view::npos;) {
    const std::size_t line = file.find('\n', at);
    const std::size_t next = file.find(mark, line);
    all.emplace_back(file.substr(at + mark.size(), line - at - mark.size()),
                     file.substr(line, next == std::string_view::npos ? next : next - line));
    at = next;
  }
  return all;
}

}  // namespace wireroom
