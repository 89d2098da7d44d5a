// The store: reports, runs and records in a SQLite file or a PostgreSQL database (docs/store.md).
//
//   WIREROOM_TRY(store, Store::open_to_write("news.db"));
//   WIREROOM_DO(store.begin_run({"0.1.0", "base", knowledge, "min-score=0.5"}, Recoding::pass_over));
//   if (store.known(id, text) == Store::Known::no) store.add(stored_report);
//   store.finish();
//
// Promises: a report and its records are stored together or not at all, whatever ends the program; the store opens
// after it. One program writes, any number read meanwhile. The content does not depend on how many threads made the
// records. Reports are written in batches; if one of a batch cannot be stored, the others are stored without it. Not
// thread-safe.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace wireroom {

inline constexpr int kStoreSchema = 3;

struct RunIdentity {
  std::string version, model;
  std::string knowledge;  // hash of all data, rules and weights
  std::string options;    // those that change records
  // Not part of the identity:
  std::string model_hash, data_hash;
  std::string begun;  // empty: now
};

// What happens to a report that another run has coded.
enum class Recoding {
  pass_over,
  replace,     // it is coded anew; the older records stay, questions see the new ones
  newest_run,  // as replace, but questions see the records of the run that began last (for merging)
};

// A report as its records tell it (JSON objects as json_records makes them), the report's own first, without its text.
struct StoredReport {
  std::string id;
  std::string text;  // UTF-8
  std::vector<std::string> records;
};

class Store {
 public:
  // `place`: a file, or postgresql://…
  // For writing: makes the store if there is none. Error if there is something else, if it is newer than this program,
  // may not be written, or if another program writes to it.
  static Result<Store> open_to_write(const std::string& place);
  // For questions. Error if there is no store. One of an older program is brought up to date.
  static Result<Store> open_to_read(const std::string& place);

  // Must come before add(); commits what an earlier run has added.
  Status begin_run(const RunIdentity& identity, Recoding recoding);

  enum class Known { no, yes, by_another_run };
  // Whether add() would have nothing to do for this report. The id may be that of another text: see stored_id.
  Result<Known> known(std::string_view id, std::string_view text);
  // The id to store it under: its own, or ID~2, ID~3 … where another text has it.
  Result<std::string> stored_id(std::string_view id, std::string_view text);

  // Error if this or a report of its batch could not be stored; the others of the batch are.
  Status add(StoredReport report);
  // Commits what is still open. Without it the last reports are lost.
  Status finish();

  [[nodiscard]] Database& database() { return *database_; }
  // As messages name it.
  [[nodiscard]] const std::string& place() const { return database_->place(); }

 private:
  explicit Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  Status prepare_inserts();
  Status recall_run();
  Status write(const StoredReport& report);
  Status write_batch();
  Status write_one_by_one();
  Status settle_current(std::int64_t report);
  Result<std::optional<std::int64_t>> report_key(std::string_view id, std::string_view hash);
  Result<std::int64_t> add_text(const StoredReport& report, const std::string& hash);
  Result<std::int64_t> add_coding(std::int64_t report, const std::string& record);

  std::unique_ptr<Database> database_;
  std::int64_t run_ = 0;
  std::int64_t run_reports_ = 0;
  std::uint64_t run_inputs_ = 0;
  Recoding recoding_ = Recoding::pass_over;
  // The reports of the open transaction, and their records as rows of new_record.
  std::vector<StoredReport> batch_;
  std::vector<Database::Row> records_;
  std::chrono::steady_clock::time_point begun_;
  std::vector<std::string> inserts_;  // data/store/insert.sql
  std::optional<Query> find_, find_id_, coded_, add_text_, add_coding_, codings_, note_run_;
};

}  // namespace wireroom
