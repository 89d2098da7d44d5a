#include "store/store.h"

#include <fmt/core.h>

#include <cstdlib>
#include <ctime>

#include "base/assets.h"
#include "base/text_hash.h"
#include "store/export_tables.h"

namespace wireroom {
namespace {

constexpr int kApplication = 0x57495245;  // "WIRE"
constexpr int kReportsInTransaction = 200;
constexpr std::chrono::seconds kLongestTransaction(2);

Result<std::int64_t> number_of(Database& database, const std::string& sql) {
  WIREROOM_TRY(query, database.prepare(sql));
  WIREROOM_TRY(row, query.step());
  return row ? query.integer(0) : 0;
}

// A file that is ours and not newer than this program. `empty` tells of a new file.
Status check(Database& database, bool& empty) {
  WIREROOM_TRY(application, number_of(database, "PRAGMA application_id"));
  WIREROOM_TRY(schema, number_of(database, "PRAGMA user_version"));
  WIREROOM_TRY(tables, number_of(database, "SELECT count(*) FROM sqlite_schema"));
  empty = tables == 0 && application == 0;
  if (empty) return Done{};
  if (application != kApplication)
    return Error{ErrorKind::input, database.path() + ": is a database of another program; name another file"};
  if (schema > kStoreSchema)
    return Error{ErrorKind::input,
                 fmt::format("{}: was written by a newer wireroom (store schema {}, this program knows {}); update the "
                             "program",
                             database.path(), schema, kStoreSchema)};
  return Done{};
}

Status create(Database& database) {
  WIREROOM_TRY(schema, asset("data/store/schema.sql"));
  return database.run(fmt::format("BEGIN IMMEDIATE; {} PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT;",
                                  schema, kApplication, kStoreSchema));
}

// Brings a file of an older program up to date, step by step, each step whole or not at all.
Status migrate(Database& database) {
  WIREROOM_TRY(schema, number_of(database, "PRAGMA user_version"));
  for (; schema < kStoreSchema; ++schema) {
    WIREROOM_TRY(step, asset(fmt::format("data/store/migrate_{}.sql", schema)));
    WIREROOM_DO(database.run(fmt::format("BEGIN IMMEDIATE; {} PRAGMA user_version = {}; COMMIT;", step, schema + 1)));
  }
  return Done{};
}

std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string hash_of(std::string_view text) { return fmt::format("{:016x}", text_hash(text)); }

std::string_view type_of(std::string_view record) {
  constexpr std::string_view kBegin = R"({"type":")";
  if (!record.starts_with(kBegin)) return {};
  record.remove_prefix(kBegin.size());
  return record.substr(0, record.find('"'));
}

// Runs a statement that was prepared before, from its first parameter on.
template <typename... Values>
Status run_with(Query& query, const Values&... values) {
  query.reset();
  int parameter = 0;
  (query.bind(++parameter, values), ...);
  WIREROOM_DO(query.step());
  query.reset();
  return Done{};
}

}  // namespace

Result<Store> Store::open_to_read(const std::string& path) {
  {
    WIREROOM_TRY(database, Database::open(path, Database::Mode::read));
    bool empty = false;
    WIREROOM_DO(check(database, empty));
    if (empty) return Error{ErrorKind::input, path + ": is empty; `wireroom code --db` makes a store"};
    WIREROOM_TRY(schema, number_of(database, "PRAGMA user_version"));
    if (schema == kStoreSchema) return Store(std::nullopt, std::move(database));
  }
  WIREROOM_TRY(updated, open_to_write(path));
  return updated;
}

Result<Store> Store::open_to_write(const std::string& path) {
  WIREROOM_TRY(lock, WriterLock::take(path));
  WIREROOM_TRY(database, Database::open(path, Database::Mode::write));
  bool empty = false;
  WIREROOM_DO(check(database, empty));
  if (empty) WIREROOM_DO(database.run("PRAGMA page_size = 8192"));
  WIREROOM_DO(database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON"));
  if (empty)
    WIREROOM_DO(create(database));
  else
    WIREROOM_DO(migrate(database));
  WIREROOM_TRY(views, asset("data/store/views.sql"));
  WIREROOM_TRY(codes, code_tables(false));
  WIREROOM_TRY(exports, ExportTables::load());
  WIREROOM_DO(database.run(fmt::format("BEGIN IMMEDIATE; {} {} {} COMMIT;", views, codes, exports.views(false))));
  Store store(std::move(lock), std::move(database));
  WIREROOM_DO(store.prepare_inserts());
  return store;
}

// "-- for: event" before each statement names the type of record that it stores.
Status Store::prepare_inserts() {
  WIREROOM_TRY(all, asset("data/store/insert.sql"));
  for (const auto& [type, sql] : marked_statements(all, "-- for: ")) {
    WIREROOM_TRY(query, database_.prepare(sql));
    inserts_.emplace(type, std::move(query));
  }
  const auto keep = [&](std::optional<Query>& place, std::string_view sql) -> Status {
    WIREROOM_TRY(query, database_.prepare(sql));
    place = std::move(query);
    return Done{};
  };
  WIREROOM_DO(keep(find_, "SELECT key, id FROM report WHERE hash = ?1"));
  WIREROOM_DO(keep(find_id_, "SELECT hash FROM report WHERE id = ?1"));
  WIREROOM_DO(keep(coded_, "SELECT max(run = ?2) FROM coding WHERE report = ?1"));
  WIREROOM_DO(keep(add_text_,
                   "INSERT INTO report (id, hash, source, title, published, publisher, url, lang, text) SELECT "
                   "?1, ?2, json_extract(?3, '$.source'), json_extract(?3, '$.title.text'), json_extract(?3, "
                   "'$.published.value'), json_extract(?3, '$.publisher'), json_extract(?3, '$.url'), "
                   "json_extract(?3, '$.lang'), ?4"));
  WIREROOM_DO(keep(add_words_,
                   "INSERT INTO report_text (rowid, title, text) SELECT key, title, text FROM report WHERE key = ?1"));
  WIREROOM_DO(keep(add_coding_,
                   "INSERT INTO coding (report, run, current, record) VALUES (?1, ?2, 1, json_remove(?3, '$.text'))"));
  WIREROOM_DO(keep(codings_, "SELECT count(*) FROM coding WHERE report = ?1"));
  return keep(note_run_, "UPDATE run SET reports = ?2, input_hash = ?3 WHERE key = ?1");
}

Status Store::begin_run(const RunIdentity& identity, Recoding recoding) {
  WIREROOM_DO(finish());
  recoding_ = recoding;
  WIREROOM_TRY(insert, database_.prepare("INSERT OR IGNORE INTO run (version, model, knowledge, options, begun, "
                                         "model_hash, data_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
  const std::string begun = identity.begun.empty() ? now() : identity.begun;
  WIREROOM_TRY(find, database_.prepare("SELECT key, reports, input_hash FROM run WHERE version = ?1 AND model = ?2 AND "
                                       "knowledge = ?3 AND options = ?4"));
  for (Query* query : {&insert, &find}) {
    query->bind(1, identity.version);
    query->bind(2, identity.model);
    query->bind(3, identity.knowledge);
    query->bind(4, identity.options);
  }
  insert.bind(5, begun);
  insert.bind(6, identity.model_hash);
  insert.bind(7, identity.data_hash);
  WIREROOM_DO(insert.step());
  WIREROOM_TRY(found, find.step());
  if (!found) return Error{ErrorKind::output, database_.path() + ": the run could not be noted"};
  run_ = find.integer(0);
  run_reports_ = find.integer(1);
  run_inputs_ = std::strtoull(std::string(find.text(2)).c_str(), nullptr, 16);
  return Done{};
}

// The report of this text whose id is `id` or one of ID~2, ID~3 …
Result<std::optional<std::int64_t>> Store::report_key(std::string_view id, std::string_view hash) {
  find_->reset();
  find_->bind(1, hash);
  for (;;) {
    WIREROOM_TRY(row, find_->step());
    if (!row) return std::optional<std::int64_t>();
    const std::string_view stored = find_->text(1);
    if (stored == id || (stored.starts_with(id) && stored.substr(id.size()).starts_with('~')))
      return std::optional<std::int64_t>(find_->integer(0));
  }
}

Result<Store::Known> Store::known(std::string_view id, std::string_view text) {
  const std::string hash = hash_of(text);
  WIREROOM_TRY(key, report_key(id, hash));
  find_->reset();
  if (!key) return Known::no;
  coded_->reset();
  coded_->bind(1, *key);
  coded_->bind(2, run_);
  WIREROOM_TRY(row, coded_->step());
  const bool by_this_run = row && coded_->integer(0) == 1;
  coded_->reset();
  if (by_this_run) return Known::yes;
  return recoding_ == Recoding::pass_over ? Known::by_another_run : Known::no;
}

Result<std::string> Store::stored_id(std::string_view id, std::string_view text) {
  const std::string hash = hash_of(text);
  std::string name(id);
  for (int number = 2;; ++number) {
    find_id_->reset();
    find_id_->bind(1, name);
    WIREROOM_TRY(row, find_id_->step());
    if (!row || find_id_->text(0) == hash) break;
    name = fmt::format("{}~{}", id, number);
  }
  find_id_->reset();
  return name;
}

Result<std::int64_t> Store::add_text(const StoredReport& report, const std::string& hash) {
  WIREROOM_TRY(key, report_key(report.id, hash));
  find_->reset();
  if (key) return *key;
  WIREROOM_DO(run_with(*add_text_, report.id, hash, report.records.front(), report.text));
  const std::int64_t made = database_.last_key();
  WIREROOM_DO(run_with(*add_words_, made));
  return made;
}

Result<std::int64_t> Store::add_coding(std::int64_t report, const std::string& record) {
  WIREROOM_DO(run_with(*add_coding_, report, run_, record));
  return database_.last_key();
}

Status Store::insert_records(const StoredReport& report, std::int64_t coding) {
  for (const std::string& record : report.records) {
    const auto [first, last] = inserts_.equal_range(type_of(record));
    for (auto insert = first; insert != last; ++insert) WIREROOM_DO(run_with(insert->second, record, coding));
  }
  return Done{};
}

// Which of several codings of a report questions see.
Status Store::settle_current(std::int64_t report) {
  codings_->reset();
  codings_->bind(1, report);
  WIREROOM_TRY(row, codings_->step());
  const std::int64_t codings = row ? codings_->integer(0) : 0;
  codings_->reset();
  if (codings < 2) return Done{};
  const std::string_view order = recoding_ == Recoding::newest_run ? "run.begun DESC, c.key DESC" : "c.key DESC";
  return database_.run(
      fmt::format("UPDATE coding SET current = key = (SELECT c.key FROM coding c JOIN run ON run.key = c.run WHERE "
                  "c.report = {0} ORDER BY {1} LIMIT 1) WHERE report = {0}; DELETE FROM dyad WHERE event IN (SELECT "
                  "event.key FROM event JOIN coding ON coding.key = event.coding WHERE coding.report = {0} AND "
                  "coding.current = 0)",
                  report, order));
}

Status Store::add(const StoredReport& report) {
  if (report.records.empty() || type_of(report.records.front()) != "report")
    return Error{ErrorKind::output, "internal: a report without its own record cannot be stored"};
  if (!open_) {
    WIREROOM_DO(database_.run("BEGIN IMMEDIATE"));
    open_ = true;
    in_transaction_ = 0;
    begun_ = std::chrono::steady_clock::now();
  }
  WIREROOM_DO(database_.run("SAVEPOINT one"));
  const std::string hash = hash_of(report.text);
  const auto store_it = [&]() -> Status {
    WIREROOM_TRY(key, add_text(report, hash));
    WIREROOM_TRY(coding, add_coding(key, report.records.front()));
    WIREROOM_DO(insert_records(report, coding));
    return settle_current(key);
  };
  if (const Status status = store_it(); !status) {
    for (auto& [type, insert] : inserts_) insert.reset();
    for (std::optional<Query>* each : {&find_, &add_text_, &add_words_, &add_coding_, &codings_}) (*each)->reset();
    if (database_.in_transaction())
      (void)database_.run("ROLLBACK TO one");  // the first failure is the one to tell
    else
      open_ = false;  // SQLite has rolled all of it back
    return status.error();
  }
  WIREROOM_DO(database_.run("RELEASE one"));
  ++in_transaction_;
  ++run_reports_;
  run_inputs_ += text_hash(report.id + '\n' + hash);
  return commit_if_due();
}

Status Store::commit_if_due() {
  const bool due =
      in_transaction_ >= kReportsInTransaction || std::chrono::steady_clock::now() - begun_ >= kLongestTransaction;
  return due ? finish() : Status(Done{});
}

Status Store::finish() {
  if (!open_) return Done{};
  const std::string inputs = fmt::format("{:016x}", run_inputs_);
  WIREROOM_DO(run_with(*note_run_, run_, run_reports_, inputs));
  open_ = false;
  const Status committed = database_.run("COMMIT");
  if (!committed && database_.in_transaction()) (void)database_.run("ROLLBACK");
  return committed;
}

}  // namespace wireroom
