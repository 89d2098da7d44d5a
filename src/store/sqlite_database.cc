#include "store/sqlite_database.h"

#include <fmt/core.h>
#include <sqlite3.h>

#include "store/search_rank.h"

namespace wireroom {
namespace {

constexpr int kApplication = 0x57495245;  // "WIRE"
constexpr int kPatience = 5000;           // milliseconds to wait for another program's lock

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

class SqliteStatement : public PreparedStatement {
 public:
  SqliteStatement(sqlite3_stmt* statement, std::string place) : statement_(statement), place_(std::move(place)) {}

  void bind(int parameter, std::string_view text) override {
    sqlite3_bind_text64(statement_.get(), index(parameter), text.data() ? text.data() : "", text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  void bind(int parameter, std::int64_t value) override {
    sqlite3_bind_int64(statement_.get(), index(parameter), value);
  }
  void bind(int parameter, double value) override { sqlite3_bind_double(statement_.get(), index(parameter), value); }
  void bind_null(int parameter) override { sqlite3_bind_null(statement_.get(), index(parameter)); }

  Result<bool> step() override {
    switch (sqlite3_step(statement_.get())) {
      case SQLITE_ROW:
        return true;
      case SQLITE_DONE:
        return false;
      default:
        return failure_of(sqlite3_db_handle(statement_.get()), place_);
    }
  }
  void reset() override {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
  }

  [[nodiscard]] int columns() const override { return sqlite3_column_count(statement_.get()); }
  [[nodiscard]] std::string_view column_name(int column) const override {
    return sqlite3_column_name(statement_.get(), column);
  }
  [[nodiscard]] Query::Kind kind(int column) const override {
    switch (sqlite3_column_type(statement_.get(), column)) {
      case SQLITE_NULL:
        return Query::Kind::null;
      case SQLITE_INTEGER:
        return Query::Kind::integer;
      case SQLITE_FLOAT:
        return Query::Kind::number;
      default:
        return Query::Kind::text;
    }
  }
  [[nodiscard]] std::string_view text(int column) const override {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    return sqlite3_column_int64(statement_.get(), column);
  }
  [[nodiscard]] double number(int column) const override { return sqlite3_column_double(statement_.get(), column); }
  [[nodiscard]] bool reads_only() const override { return sqlite3_stmt_readonly(statement_.get()) != 0; }

 private:
  // "$1" is a name to SQLite, whose own numbers go by the order of appearance. 0: the statement has no such parameter.
  [[nodiscard]] int index(int parameter) const {
    return sqlite3_bind_parameter_index(statement_.get(), fmt::format("${}", parameter).c_str());
  }
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string place_;  // the file's name, for messages
};

Result<std::int64_t> number_of(Database& database, const std::string& sql) {
  WIREROOM_TRY(query, database.prepare(sql));
  WIREROOM_TRY(row, query.step());
  return row ? query.integer(0) : 0;
}

}  // namespace

void SqliteDatabase::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Error SqliteDatabase::failure() const { return failure_of(database_.get(), place_); }

Result<std::unique_ptr<Database>> SqliteDatabase::open(const std::string& path, Mode mode) {
  std::unique_ptr<SqliteDatabase> database(new SqliteDatabase(path));
  if (mode == Mode::write) {
    WIREROOM_TRY(lock, WriterLock::take(path));
    database->lock_.emplace(std::move(lock));
  }
  sqlite3* handle = nullptr;
  const int flags = mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_EXRESCODE, nullptr);
  database->database_.reset(handle);
  if (handle == nullptr) return Error{ErrorKind::input, fmt::format("{}: no memory to open it", path)};
  if (code != SQLITE_OK) return database->failure();
  sqlite3_busy_timeout(handle, kPatience);
  // A file from elsewhere must not be able to do more than hold data.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  if (!add_search_rank(handle))
    return Error{ErrorKind::input, path + ": this program's SQLite has no full text (FTS5); build it with it"};
  return std::unique_ptr<Database>(std::move(database));
}

Status SqliteDatabase::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failure();
  return Done{};
}

Result<Query> SqliteDatabase::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  if (sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                         &statement, &rest) != SQLITE_OK)
    return failure();
  Query query(std::make_unique<SqliteStatement>(statement, place_));
  if (statement == nullptr) return Error{ErrorKind::call, place_ + ": the question is empty"};
  const std::string_view left = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  if (left.find_first_not_of(" \t\r\n;") != std::string_view::npos)
    return Error{ErrorKind::call, place_ + ": one statement at a time; leave out what follows the first"};
  return query;
}

Status SqliteDatabase::insert(const std::string& table, const std::vector<std::string>& columns,
                              const std::vector<Row>& rows) {
  std::string names, values;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    names += fmt::format("{}{}", i == 0 ? "" : ", ", columns[i]);
    values += fmt::format("{}${}", i == 0 ? "" : ", ", i + 1);
  }
  WIREROOM_TRY(query, prepare(fmt::format("INSERT INTO {} ({}) VALUES ({})", table, names, values)));
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i])
        query.bind(static_cast<int>(i + 1), *row[i]);
      else
        query.bind_null(static_cast<int>(i + 1));
    }
    WIREROOM_DO(query.step());
    query.reset();
  }
  return Done{};
}

// The table of words has no texts of its own: it reads those of the reports.
Status SqliteDatabase::index_words(std::int64_t report, std::string_view, std::string_view) {
  if (!index_words_) {
    WIREROOM_TRY(query, prepare("INSERT INTO report_text (rowid, title, text) SELECT key, title, text FROM report "
                                "WHERE key = $1"));
    index_words_ = std::move(query);
  }
  index_words_->bind(1, report);
  const auto done = index_words_->step();
  index_words_->reset();
  if (!done) return done.error();
  return Done{};
}

bool SqliteDatabase::in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }

Result<Database::Mark> SqliteDatabase::mark() {
  WIREROOM_TRY(application, number_of(*this, "PRAGMA application_id"));
  WIREROOM_TRY(schema, number_of(*this, "PRAGMA user_version"));
  WIREROOM_TRY(tables, number_of(*this, "SELECT count(*) FROM sqlite_schema"));
  if (tables == 0 && application == 0) return Mark{};
  return Mark{application == kApplication ? Mark::Owner::wireroom : Mark::Owner::another, static_cast<int>(schema)};
}

Status SqliteDatabase::set_mark(int schema) {
  return run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplication, schema));
}

}  // namespace wireroom
