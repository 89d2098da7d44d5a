// A store in the schema `wireroom` of a PostgreSQL database, named by an address as libpq reads it
// ("postgresql://user@host/name"). Database says what its functions promise.
//
// Rows come one by one from the server as long as nobody else asks; a second question makes the first one's rest wait
// in memory. So what reads much and asks in between reads keys first.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

struct pg_conn;

namespace wireroom {

class PostgresStatement;

// The connection, shared with its statements.
class PostgresConnection {
 public:
  PostgresConnection(pg_conn* connection, std::string place);

  [[nodiscard]] pg_conn* get() const { return connection_.get(); }
  [[nodiscard]] const std::string& place() const { return place_; }
  // Ready for another command: the statement whose rows are still coming takes the rest into memory.
  void settle();
  Status run(const std::string& sql);
  PostgresStatement* streaming = nullptr;
  int statements = 0;  // prepared so far

 private:
  struct Close {
    void operator()(pg_conn* connection) const;
  };
  std::unique_ptr<pg_conn, Close> connection_;
  std::string place_;
};

class PostgresDatabase : public Database {
 public:
  static bool is_address(std::string_view place);
  static Result<std::unique_ptr<Database>> open(const std::string& address, Mode mode);

  Status run(const std::string& sql) override { return connection_->run(sql); }
  Status define(const std::string& sql) override;
  Result<Query> prepare(std::string_view sql) override;
  Status insert(const std::string& table, const std::vector<std::string>& columns,
                const std::vector<Row>& rows) override;
  Status index_words(std::int64_t report, std::string_view title, std::string_view text) override;
  Result<std::string> search_expression(const std::string& asked) override;
  Status only_read() override { return run("SET default_transaction_read_only = on"); }
  Status begin() override { return run("BEGIN"); }
  Status begin_reading() override { return run("BEGIN ISOLATION LEVEL REPEATABLE READ"); }
  [[nodiscard]] bool in_transaction() const override;
  Result<Mark> mark() override;
  Status set_mark(int schema) override;
  Result<bool> has_views_of(const std::string& hash) override;
  Status note_views_of(const std::string& hash) override;
  [[nodiscard]] bool trusts_views() const override { return true; }

 private:
  explicit PostgresDatabase(std::shared_ptr<PostgresConnection> connection);
  Status check_server();
  Status lock();
  Result<std::string> answer(const std::string& sql);
  std::shared_ptr<PostgresConnection> connection_;
  std::optional<Query> index_words_;
};

}  // namespace wireroom
