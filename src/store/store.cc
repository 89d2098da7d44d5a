#include "store/store.h"

#include <fmt/core.h>

#include <ctime>

#include "base/assets.h"
#include "base/text_hash.h"

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

}  // namespace

Result<Store> Store::open_to_read(const std::string& path) {
  WIREROOM_TRY(database, Database::open(path, Database::Mode::read));
  bool empty = false;
  WIREROOM_DO(check(database, empty));
  if (empty) return Error{ErrorKind::input, path + ": is empty; `wireroom code --db` makes a store"};
  return Store(std::move(database));
}

Result<Store> Store::open_to_write(const std::string& path) {
  WIREROOM_TRY(database, Database::open(path, Database::Mode::write));
  bool empty = false;
  WIREROOM_DO(check(database, empty));
  if (empty) WIREROOM_DO(database.run("PRAGMA page_size = 8192"));
  WIREROOM_DO(database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON"));
  if (empty) WIREROOM_DO(create(database));
  WIREROOM_TRY(views, asset("data/store/views.sql"));
  WIREROOM_DO(database.run(fmt::format("BEGIN IMMEDIATE; {} COMMIT;", views)));
  Store store(std::move(database));
  WIREROOM_DO(store.prepare_inserts());
  return store;
}

// "-- for: event" before each statement names the type of record that it stores.
Status Store::prepare_inserts() {
  WIREROOM_TRY(all, asset("data/store/insert.sql"));
  constexpr std::string_view kMark = "-- for: ";
  for (std::size_t at = all.find(kMark); at != std::string_view::npos;) {
    const std::size_t line = all.find('\n', at);
    const std::size_t next = all.find(kMark, line);
    const std::string type(all.substr(at + kMark.size(), line - at - kMark.size()));
    WIREROOM_TRY(query, database_.prepare(all.substr(line, next == std::string_view::npos ? next : next - line)));
    inserts_.emplace(type, std::move(query));
    at = next;
  }
  WIREROOM_TRY(find, database_.prepare("SELECT key, id FROM report WHERE hash = ?1"));
  WIREROOM_TRY(find_id, database_.prepare("SELECT hash FROM report WHERE id = ?1"));
  WIREROOM_TRY(coded, database_.prepare("SELECT max(run = ?2) FROM coding WHERE report = ?1"));
  find_ = std::move(find);
  find_id_ = std::move(find_id);
  coded_ = std::move(coded);
  return Done{};
}

Status Store::begin_run(const RunIdentity& identity, bool replace) {
  replace_ = replace;
  WIREROOM_TRY(insert, database_.prepare("INSERT OR IGNORE INTO run (version, model, knowledge, options, begun) "
                                         "VALUES (?1, ?2, ?3, ?4, ?5)"));
  const std::string begun = now();
  WIREROOM_TRY(find, database_.prepare("SELECT key FROM run WHERE version = ?1 AND model = ?2 AND knowledge = ?3 AND "
                                       "options = ?4"));
  for (Query* query : {&insert, &find}) {
    query->bind(1, identity.version);
    query->bind(2, identity.model);
    query->bind(3, identity.knowledge);
    query->bind(4, identity.options);
  }
  insert.bind(5, begun);
  WIREROOM_DO(insert.step());
  WIREROOM_TRY(found, find.step());
  if (!found) return Error{ErrorKind::output, database_.path() + ": the run could not be noted"};
  run_ = find.integer(0);
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
  return replace_ ? Known::no : Known::by_another_run;
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
  WIREROOM_TRY(insert, database_.prepare(
                           "INSERT INTO report (id, hash, source, title, published, publisher, url, lang, text) SELECT "
                           "?1, ?2, json_extract(?3, '$.source'), json_extract(?3, '$.title.text'), json_extract(?3, "
                           "'$.published.value'), json_extract(?3, '$.publisher'), json_extract(?3, '$.url'), "
                           "json_extract(?3, '$.lang'), ?4"));
  insert.bind(1, report.id);
  insert.bind(2, hash);
  insert.bind(3, report.records.front());
  insert.bind(4, report.text);
  WIREROOM_DO(insert.step());
  const std::int64_t made = database_.last_key();
  WIREROOM_TRY(index,
               database_.prepare("INSERT INTO report_text (rowid, title, text) SELECT key, title, text FROM report "
                                 "WHERE key = ?1"));
  index.bind(1, made);
  WIREROOM_DO(index.step());
  return made;
}

Result<std::int64_t> Store::add_coding(std::int64_t report, const std::string& record) {
  WIREROOM_TRY(older, database_.prepare("UPDATE coding SET current = 0 WHERE report = ?1"));
  older.bind(1, report);
  WIREROOM_DO(older.step());
  WIREROOM_TRY(insert, database_.prepare("INSERT INTO coding (report, run, current, record) VALUES (?1, ?2, 1, "
                                         "json_remove(?3, '$.text'))"));
  insert.bind(1, report);
  insert.bind(2, run_);
  insert.bind(3, record);
  WIREROOM_DO(insert.step());
  return database_.last_key();
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
  const auto store_it = [&]() -> Status {
    WIREROOM_TRY(key, add_text(report, hash_of(report.text)));
    WIREROOM_TRY(coding, add_coding(key, report.records.front()));
    for (const std::string& record : report.records) {
      const auto [first, last] = inserts_.equal_range(type_of(record));
      for (auto insert = first; insert != last; ++insert) {
        insert->second.reset();
        insert->second.bind(1, record);
        insert->second.bind(2, coding);
        WIREROOM_DO(insert->second.step());
        insert->second.reset();
      }
    }
    return Done{};
  };
  if (const Status status = store_it(); !status) {
    for (auto& [type, insert] : inserts_) insert.reset();
    (void)database_.run("ROLLBACK TO one");  // the first failure is the one to tell
    return status.error();
  }
  WIREROOM_DO(database_.run("RELEASE one"));
  ++in_transaction_;
  return commit_if_due();
}

Status Store::commit_if_due() {
  const bool due =
      in_transaction_ >= kReportsInTransaction || std::chrono::steady_clock::now() - begun_ >= kLongestTransaction;
  return due ? finish() : Status(Done{});
}

Status Store::finish() {
  if (!open_) return Done{};
  open_ = false;
  return database_.run("COMMIT");
}

}  // namespace wireroom
