#include "store/postgres_database.h"

#include <fmt/core.h>
#include <libpq-fe.h>

#include <charconv>
#include <deque>
#include <string_view>

#include "base/assets.h"
#include "store/postgres_address.h"
#include "store/postgres_words.h"
#include "store/search_query.h"

namespace wireroom {
namespace {

// Type numbers of catalog/pg_type.dat, which never change.
constexpr Oid kBool = 16, kInt8 = 20, kInt2 = 21, kInt4 = 23, kFloat4 = 700, kFloat8 = 701, kNumeric = 1700;
constexpr int kWriterLock = 0x57495245;  // "WIRE"

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

std::string first_line(std::string_view said) { return std::string(said.substr(0, said.find('\n'))); }

Error failure_of(PGconn* connection, const PGresult* result, const std::string& place) {
  const auto field = [&](int code) {
    const char* text = result == nullptr ? nullptr : PQresultErrorField(result, code);
    return std::string(text == nullptr ? "" : text);
  };
  const std::string code = field(PG_DIAG_SQLSTATE), said = field(PG_DIAG_MESSAGE_PRIMARY);
  // An error that is not the server's own has no code.
  if (PQstatus(connection) == CONNECTION_BAD || code.empty() || code.starts_with("57P"))
    return {ErrorKind::output, fmt::format("{}: the server went away ({}); what was stored before is safe, the same "
                                           "command goes on from there",
                                           place, first_line(PQerrorMessage(connection)))};
  if (code == "55P03")
    return {ErrorKind::output, fmt::format("{}: another program is writing to it; try again when it is done", place)};
  if (code == "25006")
    return {ErrorKind::call, fmt::format("{}: nothing may be changed here; it may only read (SELECT)", place)};
  if (code == "42501") return {ErrorKind::output, fmt::format("{}: {}; ask its owner for the right", place, said)};
  if (code.starts_with("53"))
    return {ErrorKind::output, fmt::format("{}: the server is full ({}); what was stored before is safe", place, said)};
  return {ErrorKind::input, fmt::format("{}: {}", place, said)};
}

bool is_failure(const PGresult* result) {
  const ExecStatusType status = PQresultStatus(result);
  return result == nullptr || status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE;
}

}  // namespace

class PostgresStatement : public PreparedStatement {
 public:
  PostgresStatement(std::shared_ptr<PostgresConnection> connection, std::string name, Answer description)
      : connection_(std::move(connection)), name_(std::move(name)), description_(std::move(description)) {
    values_.resize(static_cast<std::size_t>(PQnparams(description_.get())));
  }
  ~PostgresStatement() override { reset(); }

  void bind(int parameter, std::string_view text) override { put(parameter, std::string(text)); }
  void bind(int parameter, std::int64_t value) override { put(parameter, std::to_string(value)); }
  void bind(int parameter, double value) override { put(parameter, fmt::format("{}", value)); }
  void bind_null(int parameter) override { put(parameter, std::nullopt); }

  Result<bool> step() override {
    if (!running_) WIREROOM_DO(send());
    row_.reset();
    if (!waiting_.empty()) {
      row_ = std::move(waiting_.front());
      waiting_.pop_front();
    } else if (connection_->streaming == this) {
      row_.reset(PQgetResult(connection_->get()));
    }
    if (!row_) return false;
    if (PQresultStatus(row_.get()) == PGRES_SINGLE_TUPLE) return true;
    // The last result has no rows: it says how the statement ended.
    const bool failed = is_failure(row_.get());
    const Error error = failed ? failure_of(connection_->get(), row_.get(), connection_->place()) : Error{};
    finish();
    if (failed) return error;
    return false;
  }
  void reset() override {
    finish();
    row_.reset();
    waiting_.clear();
    running_ = false;
  }
  // Takes the rest of the rows, so that the connection is free.
  void drain() {
    while (PGresult* result = PQgetResult(connection_->get())) waiting_.emplace_back(result);
    connection_->streaming = nullptr;
  }

  [[nodiscard]] int columns() const override { return PQnfields(description_.get()); }
  [[nodiscard]] std::string_view column_name(int column) const override { return PQfname(description_.get(), column); }
  [[nodiscard]] Query::Kind kind(int column) const override {
    if (!row_ || PQgetisnull(row_.get(), 0, column) == 1) return Query::Kind::null;
    switch (PQftype(row_.get(), column)) {
      case kBool:
      case kInt2:
      case kInt4:
      case kInt8:
        return Query::Kind::integer;
      case kFloat4:
      case kFloat8:
        return Query::Kind::number;
      case kNumeric:  // also the sum of whole numbers
        return text(column).find('.') == std::string_view::npos ? Query::Kind::integer : Query::Kind::number;
      default:
        return Query::Kind::text;
    }
  }
  [[nodiscard]] std::string_view text(int column) const override {
    if (!row_) return {};
    return {PQgetvalue(row_.get(), 0, column), static_cast<std::size_t>(PQgetlength(row_.get(), 0, column))};
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    if (row_ && PQftype(row_.get(), column) == kBool) return text(column) == "t" ? 1 : 0;
    return value<std::int64_t>(column);
  }
  [[nodiscard]] double number(int column) const override { return value<double>(column); }
  [[nodiscard]] bool reads_only() const override { return true; }  // the server refuses what would not (only_read)

 private:
  void put(int parameter, std::optional<std::string> value) {
    const auto index = static_cast<std::size_t>(parameter - 1);
    if (index < values_.size()) values_[index] = std::move(value);
  }

  template <typename Number>
  [[nodiscard]] Number value(int column) const {
    const std::string_view digits = text(column);
    Number number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  }

  Status send() {
    connection_->settle();
    std::vector<const char*> texts;
    texts.reserve(values_.size());
    for (const auto& each : values_) texts.push_back(each ? each->c_str() : nullptr);
    PGconn* server = connection_->get();
    if (PQsendQueryPrepared(server, name_.c_str(), static_cast<int>(texts.size()), texts.data(), nullptr, nullptr, 0) ==
        0)
      return failure_of(server, nullptr, connection_->place());
    PQsetSingleRowMode(server);
    connection_->streaming = this;
    running_ = true;
    return Done{};
  }

  // Passes over what is still to come.
  void finish() {
    if (connection_->streaming != this) return;
    while (PGresult* result = PQgetResult(connection_->get())) PQclear(result);
    connection_->streaming = nullptr;
  }

  std::shared_ptr<PostgresConnection> connection_;
  std::string name_;
  Answer description_, row_;
  std::deque<Answer> waiting_;
  std::vector<std::optional<std::string>> values_;
  bool running_ = false;
};

PostgresConnection::PostgresConnection(pg_conn* connection, std::string place)
    : connection_(connection), place_(std::move(place)) {}

void PostgresConnection::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

void PostgresConnection::settle() {
  if (streaming != nullptr) streaming->drain();
}

Status PostgresConnection::run(const std::string& sql) {
  settle();
  const Answer answer(PQexec(get(), sql.c_str()));
  if (is_failure(answer.get())) return failure_of(get(), answer.get(), place_);
  return Done{};
}

PostgresDatabase::PostgresDatabase(std::shared_ptr<PostgresConnection> connection)
    : Database(connection->place(), "postgresql"), connection_(std::move(connection)) {}

bool PostgresDatabase::is_address(std::string_view place) {
  return place.starts_with("postgresql://") || place.starts_with("postgres://");
}

Result<std::unique_ptr<Database>> PostgresDatabase::open(const std::string& address, Mode mode) {
  // Later words win over earlier ones: the address may set another patience.
  const char* const words[] = {"connect_timeout", "dbname", "client_encoding", "fallback_application_name", nullptr};
  const char* const values[] = {"10", address.c_str(), "UTF8", "wireroom", nullptr};
  const std::string place = shown_address(address);
  auto connection = std::make_shared<PostgresConnection>(PQconnectdbParams(words, values, 1), place);
  if (connection->get() == nullptr) return Error{ErrorKind::input, place + ": no memory to open it"};
  if (PQstatus(connection->get()) != CONNECTION_OK)
    return Error{ErrorKind::input, fmt::format("{}: no connection ({}); check that the server runs, the address, the "
                                               "user and the password",
                                               place, without_secrets(PQerrorMessage(connection->get()), address))};
  PQsetNoticeProcessor(
      connection->get(), [](void*, const char*) {}, nullptr);
  std::unique_ptr<PostgresDatabase> database(new PostgresDatabase(std::move(connection)));
  WIREROOM_DO(database->check_server());
  if (mode == Mode::write) WIREROOM_DO(database->lock());
  return std::unique_ptr<Database>(std::move(database));
}

Status PostgresDatabase::check_server() {
  constexpr int kOldest = 140000;
  if (PQserverVersion(connection_->get()) < kOldest)
    return Error{ErrorKind::input, place_ + ": is older than PostgreSQL 14; a newer server is needed"};
  WIREROOM_TRY(encoding, answer("SHOW server_encoding"));
  if (encoding != "UTF8")
    return Error{ErrorKind::input,
                 fmt::format("{}: keeps texts as {}; create a database with ENCODING 'UTF8'", place_, encoding)};
  return run("SET search_path = wireroom, public");
}

// The server lets go of the lock when the connection ends, however it ends. A killed program's connection may live on
// for the moment of its last statement.
Status PostgresDatabase::lock() {
  return run(fmt::format("SET lock_timeout = '5s'; SELECT pg_advisory_lock({}); SET lock_timeout = 0", kWriterLock));
}

Status PostgresDatabase::define(const std::string& sql) {
  WIREROOM_TRY(translated, in_words_of_postgres(sql));
  return run(translated);
}

Result<Query> PostgresDatabase::prepare(std::string_view sql) {
  connection_->settle();
  const std::string name = fmt::format("s{}", connection_->statements++);
  PGconn* server = connection_->get();
  const Answer prepared(PQprepare(server, name.c_str(), std::string(sql).c_str(), 0, nullptr));
  if (is_failure(prepared.get())) {
    const Error error = failure_of(server, prepared.get(), place_);
    return Error{error.kind == ErrorKind::input ? ErrorKind::call : error.kind, error.message};
  }
  Answer description(PQdescribePrepared(server, name.c_str()));
  if (is_failure(description.get())) return failure_of(server, description.get(), place_);
  return Query(std::make_unique<PostgresStatement>(connection_, name, std::move(description)));
}

namespace {

void append_cell(std::string& line, const std::optional<std::string>& cell) {
  if (!cell) {
    line += "\\N";
    return;
  }
  for (const char c : *cell) {
    switch (c) {
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      case '\\':
        line += "\\\\";
        break;
      default:
        line += c;
    }
  }
}

}  // namespace

Status PostgresDatabase::insert(const std::string& table, const std::vector<std::string>& columns,
                                const std::vector<Row>& rows) {
  std::string names;
  for (const std::string& column : columns) names += (names.empty() ? "" : ", ") + column;
  connection_->settle();
  PGconn* server = connection_->get();
  const Answer ready(PQexec(server, fmt::format("COPY {} ({}) FROM STDIN", table, names).c_str()));
  if (PQresultStatus(ready.get()) != PGRES_COPY_IN) return failure_of(server, ready.get(), place_);
  std::string line;
  for (const Row& row : rows) {
    line.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += '\t';
      append_cell(line, row[i]);
    }
    line += '\n';
    if (PQputCopyData(server, line.data(), static_cast<int>(line.size())) != 1) break;
  }
  PQputCopyEnd(server, nullptr);
  Status status = Done{};
  while (PGresult* result = PQgetResult(server)) {
    if (is_failure(result) && status) status = failure_of(server, result, place_);
    PQclear(result);
  }
  if (status && PQstatus(server) == CONNECTION_BAD) return failure_of(server, nullptr, place_);
  return status;
}

Status PostgresDatabase::index_words(std::int64_t report, std::string_view title, std::string_view text) {
  if (!index_words_) {
    WIREROOM_TRY(query,
                 prepare("INSERT INTO report_text (report, words) VALUES ($1, setweight(to_tsvector('simple', $2), "
                         "'A') || to_tsvector('simple', $3))"));
    index_words_ = std::move(query);
  }
  const std::string title_words = search_words(title), words = search_words(text);
  index_words_->reset();
  index_words_->bind(1, report);
  index_words_->bind(2, title_words);
  index_words_->bind(3, words);
  WIREROOM_DO(index_words_->step());
  return Done{};
}

Result<std::string> PostgresDatabase::search_expression(const std::string& asked) { return tsquery_of(asked); }

bool PostgresDatabase::in_transaction() const {
  const PGTransactionStatusType status = PQtransactionStatus(connection_->get());
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

// One value of one row; empty if there is none.
Result<std::string> PostgresDatabase::answer(const std::string& sql) {
  WIREROOM_TRY(query, prepare(sql));
  WIREROOM_TRY(row, query.step());
  return row ? std::string(query.text(0)) : std::string();
}

Result<Database::Mark> PostgresDatabase::mark() {
  WIREROOM_TRY(schema, answer("SELECT 1 FROM pg_namespace WHERE nspname = 'wireroom'"));
  if (schema.empty()) return Mark{};
  WIREROOM_TRY(store, answer("SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('wireroom.store') AND attname IN "
                             "('schema', 'views') HAVING count(*) = 2"));
  if (store.empty()) return Mark{Mark::Owner::another, 0};
  WIREROOM_TRY(number, answer("SELECT schema FROM wireroom.store"));
  return Mark{Mark::Owner::wireroom, std::atoi(number.c_str())};
}

Status PostgresDatabase::set_mark(int schema) { return run(fmt::format("UPDATE store SET schema = {}", schema)); }

Result<bool> PostgresDatabase::has_views_of(const std::string& hash) {
  WIREROOM_TRY(noted, answer("SELECT views FROM store"));
  return noted == hash;
}

Status PostgresDatabase::note_views_of(const std::string& hash) {
  return run(fmt::format("UPDATE store SET views = '{}'", hash));  // of hexadecimal digits
}

}  // namespace wireroom
