// A thin skin over SQLite: errors as Result, statements that free themselves.
//
//   WIREROOM_TRY(database, Database::open("news.db", Database::Mode::read));
//   WIREROOM_TRY(query, database.prepare("SELECT id FROM report WHERE published >= ?1"));
//   query.bind(1, "2016-03-01");
//   while (true) { WIREROOM_TRY(row, query.step()); if (!row) break; use(query.text(0)); }
//
// Errors name the file and say in words what SQLite found.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace wireroom {

class Query {
 public:
  enum class Kind { null, integer, number, text };

  // Parameters count from 1; the text must live until the next step.
  void bind(int parameter, std::string_view text);
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, double value);
  void bind_null(int parameter);

  // True: a row is there; false: the end.
  Result<bool> step();
  // Ready for other parameters.
  void reset();

  // Columns count from 0. A text lives until the next step.
  [[nodiscard]] int columns() const;
  [[nodiscard]] std::string_view column_name(int column) const;
  [[nodiscard]] Kind kind(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double number(int column) const;
  // Whether it can change nothing.
  [[nodiscard]] bool reads_only() const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Query(sqlite3_stmt* statement, const std::string& place) : statement_(statement), place_(place) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string place_;  // the file's name, for messages
};

class Database {
 public:
  enum class Mode {
    read,   // the file must exist
    write,  // the file is made if there is none
  };

  static Result<Database> open(const std::string& path, Mode mode);

  // One or several statements without parameters; rows are passed over.
  Status run(const std::string& sql);
  // One statement. Error too if there is more than one.
  Result<Query> prepare(std::string_view sql);

  // Whether one is open: a full disk ends it.
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] std::int64_t last_key() const;  // of the row inserted last
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit Database(std::string path) : path_(std::move(path)) {}
  [[nodiscard]] Error failure() const;
  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
};

// The statements of a file of SQL, each below a line of `mark` and its name ("-- read: reports"). Views into the file.
[[nodiscard]] std::vector<std::pair<std::string, std::string_view>> marked_statements(std::string_view file,
                                                                                      std::string_view mark);

}  // namespace wireroom
