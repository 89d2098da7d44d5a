#include "store/store.h"

#include <fmt/core.h>

#include <cstdlib>
#include <ctime>

#include "base/assets.h"
#include "base/text_hash.h"
#include "store/export_tables.h"

namespace wireroom {
namespace {

constexpr std::size_t kReportsInTransaction = 200;
constexpr std::chrono::seconds kLongestTransaction(2);

std::string hash_of(std::string_view text) { return fmt::format("{:016x}", text_hash(text)); }

// A store that is ours and not newer than this program, or a place for one.
Result<Database::Mark> checked_mark(Database& database) {
  WIREROOM_TRY(mark, database.mark());
  if (mark.owner == Database::Mark::Owner::another)
    return Error{ErrorKind::input, database.place() + ": is a database of another program; name another one"};
  if (mark.schema > kStoreSchema)
    return Error{ErrorKind::input,
                 fmt::format("{}: was written by a newer wireroom (store schema {}, this program knows {}); update the "
                             "program",
                             database.place(), mark.schema, kStoreSchema)};
  return mark;
}

// Whole or not at all.
template <typename Work>
Status in_transaction(Database& database, const Work& work) {
  WIREROOM_DO(database.begin());
  if (const Status done = work(); !done) {
    database.rollback();
    return done.error();
  }
  return database.commit();
}

Status create(Database& database) {
  WIREROOM_TRY(before, database.own_sql("before.sql"));
  WIREROOM_TRY(schema, asset("data/store/schema.sql"));
  WIREROOM_TRY(behind, database.own_sql("schema.sql"));
  return in_transaction(database, [&]() -> Status {
    WIREROOM_DO(database.run(before));
    WIREROOM_DO(database.define(std::string(schema)));
    WIREROOM_DO(database.run(behind));
    return database.set_mark(kStoreSchema);
  });
}

// Brings a store of an older program up to date, step by step, each step whole or not at all.
Status migrate(Database& database, int schema) {
  for (; schema < kStoreSchema; ++schema) {
    WIREROOM_TRY(step, asset(fmt::format("data/store/migrate_{}.sql", schema)));
    const Status taken = in_transaction(database, [&]() -> Status {
      WIREROOM_DO(database.define(std::string(step)));
      if (const auto own = database.own_sql(fmt::format("migrate_{}.sql", schema))) WIREROOM_DO(database.run(*own));
      return database.set_mark(schema + 1);
    });
    if (!taken) return taken.error();
  }
  return Done{};
}

// The views of this program, in the place of those of the one that wrote last.
Status make_views(Database& database) {
  WIREROOM_TRY(views, asset("data/store/views.sql"));
  WIREROOM_TRY(codes, code_tables(false));
  WIREROOM_TRY(exports, ExportTables::load());
  const std::string drops = exports.drop_views(), made = exports.views(false);
  const std::string hash = hash_of(fmt::format("{} {} {}", views, codes, made));
  WIREROOM_TRY(same, database.has_views_of(hash));
  if (same) return Done{};
  return in_transaction(database, [&]() -> Status {
    WIREROOM_DO(database.run(drops));
    WIREROOM_DO(database.define(codes));
    WIREROOM_DO(database.run(std::string(views)));
    WIREROOM_DO(database.run(made));
    return database.note_views_of(hash);
  });
}

std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

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

Result<Store> Store::open_to_read(const std::string& place) {
  {
    WIREROOM_TRY(database, Database::open(place, Database::Mode::read));
    WIREROOM_TRY(mark, checked_mark(*database));
    if (mark.owner == Database::Mark::Owner::nobody)
      return Error{ErrorKind::input, database->place() + ": is empty; `wireroom code --db` makes a store"};
    if (mark.schema == kStoreSchema) return Store(std::move(database));
  }
  WIREROOM_TRY(updated, open_to_write(place));
  return updated;
}

Result<Store> Store::open_to_write(const std::string& place) {
  WIREROOM_TRY(database, Database::open(place, Database::Mode::write));
  WIREROOM_TRY(mark, checked_mark(*database));
  WIREROOM_TRY(settings, database->own_sql("write.sql"));
  WIREROOM_DO(database->run(settings));
  if (mark.owner == Database::Mark::Owner::nobody)
    WIREROOM_DO(create(*database));
  else
    WIREROOM_DO(migrate(*database, mark.schema));
  WIREROOM_DO(make_views(*database));
  Store store(std::move(database));
  WIREROOM_DO(store.prepare_inserts());
  return store;
}

Status Store::prepare_inserts() {
  WIREROOM_TRY(all, asset("data/store/insert.sql"));
  for (const auto& [type, sql] : marked_statements(all, "-- for: ")) inserts_.emplace_back(sql);
  const auto keep = [&](std::optional<Query>& place, std::string_view sql) -> Status {
    WIREROOM_TRY(query, database_->prepare(sql));
    place = std::move(query);
    return Done{};
  };
  WIREROOM_DO(keep(find_, "SELECT key, id FROM report WHERE hash = $1"));
  WIREROOM_DO(keep(find_id_, "SELECT hash FROM report WHERE id = $1"));
  WIREROOM_DO(keep(coded_, "SELECT max(CASE WHEN run = $2 THEN 1 ELSE 0 END) FROM coding WHERE report = $1"));
  WIREROOM_DO(keep(add_text_,
                   "INSERT INTO report (id, hash, source, title, published, publisher, url, lang, text) SELECT "
                   "$1, $2, json_extract($3, '$.source'), json_extract($3, '$.title.text'), json_extract($3, "
                   "'$.published.value'), json_extract($3, '$.publisher'), json_extract($3, '$.url'), "
                   "json_extract($3, '$.lang'), $4 RETURNING key, title"));
  WIREROOM_DO(
      keep(add_coding_, "INSERT INTO coding (report, run, current, record) VALUES ($1, $2, 1, $3) RETURNING key"));
  WIREROOM_DO(keep(codings_, "SELECT count(*) FROM coding WHERE report = $1"));
  return keep(note_run_, "UPDATE run SET reports = $2, input_hash = $3 WHERE key = $1");
}

Status Store::begin_run(const RunIdentity& identity, Recoding recoding) {
  WIREROOM_DO(finish());
  recoding_ = recoding;
  WIREROOM_TRY(insert, database_->prepare("INSERT INTO run (version, model, knowledge, options, begun, model_hash, "
                                          "data_hash) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"));
  const std::string begun = identity.begun.empty() ? now() : identity.begun;
  WIREROOM_TRY(find, database_->prepare("SELECT key FROM run WHERE version = $1 AND model = $2 AND "
                                        "knowledge = $3 AND options = $4"));
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
  if (!found) return Error{ErrorKind::output, database_->place() + ": the run could not be noted"};
  run_ = find.integer(0);
  return recall_run();
}

// What the store knows of the reports of this run.
Status Store::recall_run() {
  WIREROOM_TRY(query, database_->prepare("SELECT reports, input_hash FROM run WHERE key = $1"));
  query.bind(1, run_);
  WIREROOM_TRY(row, query.step());
  run_reports_ = row ? query.integer(0) : 0;
  run_inputs_ = row ? std::strtoull(std::string(query.text(1)).c_str(), nullptr, 16) : 0;
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
  WIREROOM_TRY(known, report_key(report.id, hash));
  find_->reset();
  if (known) return *known;
  add_text_->reset();
  add_text_->bind(1, report.id);
  add_text_->bind(2, hash);
  add_text_->bind(3, report.records.front());
  add_text_->bind(4, report.text);
  WIREROOM_TRY(row, add_text_->step());
  const std::int64_t key = row ? add_text_->integer(0) : 0;
  const std::string title(row ? add_text_->text(1) : "");
  add_text_->reset();
  WIREROOM_DO(database_->index_words(key, title, report.text));
  return key;
}

Result<std::int64_t> Store::add_coding(std::int64_t report, const std::string& record) {
  add_coding_->reset();
  add_coding_->bind(1, report);
  add_coding_->bind(2, run_);
  add_coding_->bind(3, record);
  WIREROOM_TRY(row, add_coding_->step());
  const std::int64_t key = row ? add_coding_->integer(0) : 0;
  add_coding_->reset();
  return key;
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
  return database_->run(
      fmt::format("UPDATE coding SET current = CASE WHEN key = (SELECT c.key FROM coding c JOIN run ON run.key = c.run "
                  "WHERE c.report = {0} ORDER BY {1} LIMIT 1) THEN 1 ELSE 0 END WHERE report = {0}; DELETE FROM dyad "
                  "WHERE event IN (SELECT event.key FROM event JOIN coding ON coding.key = event.coding WHERE "
                  "coding.report = {0} AND coding.current = 0)",
                  report, order));
}

Status Store::add(StoredReport report) {
  if (report.records.empty() || type_of(report.records.front()) != "report")
    return Error{ErrorKind::output, "internal: a report without its own record cannot be stored"};
  if (batch_.empty()) {
    WIREROOM_DO(database_->begin());
    begun_ = std::chrono::steady_clock::now();
  }
  batch_.push_back(std::move(report));
  if (const Status written = write(batch_.back()); !written) return write_one_by_one();
  const bool due =
      batch_.size() >= kReportsInTransaction || std::chrono::steady_clock::now() - begun_ >= kLongestTransaction;
  return due ? finish() : Status(Done{});
}

// Within the open transaction; the records wait for the end of the batch.
Status Store::write(const StoredReport& report) {
  const std::string hash = hash_of(report.text);
  WIREROOM_TRY(key, add_text(report, hash));
  WIREROOM_TRY(coding, add_coding(key, report.records.front()));
  const std::string coding_key = std::to_string(coding);
  for (std::size_t i = 1; i < report.records.size(); ++i)
    records_.push_back(
        {std::to_string(records_.size()), coding_key, std::string(type_of(report.records[i])), report.records[i]});
  WIREROOM_DO(settle_current(key));
  ++run_reports_;
  run_inputs_ += text_hash(report.id + '\n' + hash);
  return Done{};
}

Status Store::write_batch() {
  WIREROOM_DO(database_->insert("new_record", {"number", "coding", "type", "record"}, records_));
  for (const std::string& insert : inserts_) WIREROOM_DO(database_->run(insert));
  WIREROOM_DO(database_->run("DELETE FROM new_record"));
  const std::string inputs = fmt::format("{:016x}", run_inputs_);
  return run_with(*note_run_, run_, run_reports_, inputs);
}

Status Store::finish() {
  if (batch_.empty()) return Done{};
  Status done = write_batch();
  if (done) done = database_->commit();
  if (!done) return write_one_by_one();
  batch_.clear();
  records_.clear();
  return Done{};
}

// Some report of the batch could not be stored. Each gets a transaction of its own; the first error is told, and if it
// is not the report's own fault but that of the disk, that is the end.
Status Store::write_one_by_one() {
  const std::vector<StoredReport> batch = std::exchange(batch_, {});
  Status all = Done{};
  const auto roll_back = [&] {
    for (std::optional<Query>* each : {&find_, &add_text_, &add_coding_, &codings_, &note_run_}) (*each)->reset();
    database_->rollback();
    records_.clear();
  };
  roll_back();
  WIREROOM_DO(recall_run());
  for (const StoredReport& report : batch) {
    const Status stored = [&]() -> Status {
      WIREROOM_DO(database_->begin());
      WIREROOM_DO(write(report));
      WIREROOM_DO(write_batch());
      return database_->commit();
    }();
    records_.clear();
    if (stored) continue;
    roll_back();
    if (all) all = stored;
    if (stored.error().kind == ErrorKind::output) break;
    WIREROOM_DO(recall_run());
  }
  return all;
}

}  // namespace wireroom
