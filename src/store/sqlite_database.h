// A store in a file of SQLite. Database says what its functions promise.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/writer_lock.h"

struct sqlite3;

namespace wireroom {

class SqliteDatabase : public Database {
 public:
  static Result<std::unique_ptr<Database>> open(const std::string& path, Mode mode);

  Status run(const std::string& sql) override;
  Status define(const std::string& sql) override { return run(sql); }
  Result<Query> prepare(std::string_view sql) override;
  Status insert(const std::string& table, const std::vector<std::string>& columns,
                const std::vector<Row>& rows) override;
  Status index_words(std::int64_t report, std::string_view title, std::string_view text) override;
  Result<std::string> search_expression(const std::string& asked) override { return asked; }
  Status only_read() override { return run("PRAGMA query_only = ON"); }
  Status begin() override { return run("BEGIN IMMEDIATE"); }
  Status begin_reading() override { return run("BEGIN"); }
  [[nodiscard]] bool in_transaction() const override;
  Result<Mark> mark() override;
  Status set_mark(int schema) override;
  Result<bool> has_views_of(const std::string&) override { return false; }
  Status note_views_of(const std::string&) override { return Done{}; }
  [[nodiscard]] bool trusts_views() const override { return false; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit SqliteDatabase(std::string path) : Database(std::move(path), "sqlite") {}
  [[nodiscard]] Error failure() const;
  std::optional<WriterLock> lock_;  // outlives the connection
  std::unique_ptr<sqlite3, Close> database_;
  std::optional<Query> index_words_;
};

}  // namespace wireroom
