#include "store/database.h"

#include <fmt/core.h>
#include <sqlite3.h>

namespace wireroom {
namespace {

constexpr int kPatience = 5000;  // milliseconds to wait for another program's lock

Error failure_of(sqlite3* database, const std::string& place) {
  const int code = sqlite3_errcode(database) & 0xFF;
  const std::string said = sqlite3_errmsg(database);
  switch (code) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {ErrorKind::input, fmt::format("{}: is no store or is damaged ({}); name another file", place, said)};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::output, fmt::format("{}: another program is writing to it; try again when it is done", place)};
    case SQLITE_FULL:
      return {ErrorKind::output, fmt::format("{}: the disk is full; what was stored before is safe", place)};
    case SQLITE_READONLY:
      return {ErrorKind::output, fmt::format("{}: may not be written ({}); check its permissions", place, said)};
    case SQLITE_IOERR:
      return {ErrorKind::output,
              fmt::format("{}: the disk failed or is full ({}); what was stored before is safe", place, said)};
    case SQLITE_CANTOPEN:
      return {ErrorKind::input, fmt::format("{}: cannot be opened; check the name and the permissions", place)};
    default:
      return {ErrorKind::input, fmt::format("{}: {}", place, said)};
  }
}

}  // namespace

void Query::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

void Query::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter, text.data() ? text.data() : "", text.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
}
void Query::bind(int parameter, std::int64_t value) { sqlite3_bind_int64(statement_.get(), parameter, value); }
void Query::bind(int parameter, double value) { sqlite3_bind_double(statement_.get(), parameter, value); }
void Query::bind_null(int parameter) { sqlite3_bind_null(statement_.get(), parameter); }

Result<bool> Query::step() {
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return failure_of(sqlite3_db_handle(statement_.get()), place_);
  }
}

void Query::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

int Query::columns() const { return sqlite3_column_count(statement_.get()); }

std::string_view Query::column_name(int column) const { return sqlite3_column_name(statement_.get(), column); }

Query::Kind Query::kind(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_NULL:
      return Kind::null;
    case SQLITE_INTEGER:
      return Kind::integer;
    case SQLITE_FLOAT:
      return Kind::number;
    default:
      return Kind::text;
  }
}

std::string_view Query::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Query::number(int column) const { return sqlite3_column_double(statement_.get(), column); }
bool Query::reads_only() const { return sqlite3_stmt_readonly(statement_.get()) != 0; }

Error Database::failure() const { return failure_of(database_.get(), path_); }

Result<Database> Database::open(const std::string& path, Mode mode) {
  Database database(path);
  sqlite3* handle = nullptr;
  const int flags = mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_EXRESCODE, nullptr);
  database.database_.reset(handle);
  if (handle == nullptr) return Error{ErrorKind::input, fmt::format("{}: no memory to open it", path)};
  if (code != SQLITE_OK) return database.failure();
  sqlite3_busy_timeout(handle, kPatience);
  // A file from elsewhere must not be able to do more than hold data.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return database;
}

Status Database::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failure();
  return Done{};
}

Result<Query> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  if (sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                         &statement, &rest) != SQLITE_OK)
    return failure();
  Query query(statement, path_);
  if (statement == nullptr) return Error{ErrorKind::call, path_ + ": the question is empty"};
  const std::string_view left = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  if (left.find_first_not_of(" \t\r\n;") != std::string_view::npos)
    return Error{ErrorKind::call, path_ + ": one statement at a time; leave out what follows the first"};
  return query;
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }

std::int64_t Database::last_key() const { return sqlite3_last_insert_rowid(database_.get()); }

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
