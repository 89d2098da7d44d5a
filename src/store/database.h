// One skin over the databases that a store can lie in: a file of SQLite, or a database of a PostgreSQL server. Errors
// are Results, statements free themselves. What the two have in common in SQL is nearly all (data/store/README.md).
//
//   WIREROOM_TRY(database, Database::open("news.db", Database::Mode::read));   // or "postgresql://host/name"
//   WIREROOM_TRY(query, database->prepare("SELECT id FROM report WHERE published >= $1"));
//   query.bind(1, "2016-03-01");
//   while (true) { WIREROOM_TRY(row, query.step()); if (!row) break; use(query.text(0)); }
//
// Errors name the place and say in words what the database found. Not thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace wireroom {

// What a kind of database does for a Query, which says what its functions promise.
class PreparedStatement;

class Query {
 public:
  enum class Kind { null, integer, number, text };

  explicit Query(std::unique_ptr<PreparedStatement> statement);
  Query(Query&&) noexcept;
  Query& operator=(Query&&) noexcept;
  ~Query();

  // Parameters ($1, $2 …) count from 1. One that the statement has not is passed over.
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
  // Whether it can change nothing, as far as is known before it runs.
  [[nodiscard]] bool reads_only() const;

 private:
  std::unique_ptr<PreparedStatement> statement_;
};

class PreparedStatement {
 public:
  virtual ~PreparedStatement() = default;
  virtual void bind(int parameter, std::string_view text) = 0;
  virtual void bind(int parameter, std::int64_t value) = 0;
  virtual void bind(int parameter, double value) = 0;
  virtual void bind_null(int parameter) = 0;
  virtual Result<bool> step() = 0;
  virtual void reset() = 0;
  [[nodiscard]] virtual int columns() const = 0;
  [[nodiscard]] virtual std::string_view column_name(int column) const = 0;
  [[nodiscard]] virtual Query::Kind kind(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual double number(int column) const = 0;
  [[nodiscard]] virtual bool reads_only() const = 0;
};

class Database {
 public:
  enum class Mode {
    read,   // it must exist
    write,  // a file is made if there is none; a second writer gets an error
  };
  // Whose tables it holds, and of which schema number.
  struct Mark {
    enum class Owner { nobody, wireroom, another } owner = Owner::nobody;
    int schema = 0;
  };
  using Row = std::vector<std::optional<std::string>>;

  // "postgresql://…" names a database of a server, all else a file.
  static Result<std::unique_ptr<Database>> open(const std::string& place, Mode mode);
  virtual ~Database() = default;

  // One or several statements without parameters; rows are passed over.
  virtual Status run(const std::string& sql) = 0;
  // The same in the words of schema.sql (types, STRICT): statements that make tables.
  virtual Status define(const std::string& sql) = 0;
  // One statement. Error too if there is more than one.
  virtual Result<Query> prepare(std::string_view sql) = 0;
  // Many rows into a table.
  virtual Status insert(const std::string& table, const std::vector<std::string>& columns,
                        const std::vector<Row>& rows) = 0;
  // What a search finds a report by. The report is stored.
  virtual Status index_words(std::int64_t report, std::string_view title, std::string_view text) = 0;
  // What `search` binds for what the user asked in FTS5's language.
  virtual Result<std::string> search_expression(const std::string& asked) = 0;
  // From now on nothing can be changed.
  virtual Status only_read() = 0;

  virtual Status begin() = 0;          // that writes
  virtual Status begin_reading() = 0;  // that sees one state of the store
  Status commit();
  // Does nothing where no transaction is open: a full disk ends it.
  void rollback();
  [[nodiscard]] virtual bool in_transaction() const = 0;

  virtual Result<Mark> mark() = 0;
  virtual Status set_mark(int schema) = 0;
  // Whether the views in the store were made from definitions of this hash. A file does not note it and says no.
  virtual Result<bool> has_views_of(const std::string& hash) = 0;
  virtual Status note_views_of(const std::string& hash) = 0;
  // Whether questions may run the views that stand in the store: a file may come from anywhere.
  [[nodiscard]] virtual bool trusts_views() const = 0;

  // The file of data/store/ that this kind of database has of its own ("write.sql").
  [[nodiscard]] Result<std::string> own_sql(const std::string& name) const;
  // As messages name it: a file's name, an address without its password.
  [[nodiscard]] const std::string& place() const { return place_; }

 protected:
  Database(std::string place, std::string kind) : place_(std::move(place)), kind_(std::move(kind)) {}
  std::string place_;

 private:
  std::string kind_;  // its folder below data/store/
};

// The statements of a file of SQL, each below a line of `mark` and its name ("-- read: reports"). Views into the file.
[[nodiscard]] std::vector<std::pair<std::string, std::string_view>> marked_statements(std::string_view file,
                                                                                      std::string_view mark);

}  // namespace wireroom
