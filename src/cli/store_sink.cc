#include "cli/store_sink.h"

#include <fmt/core.h>

#include "base/assets.h"
#include "base/text_hash.h"
#include "record/json_records.h"

namespace wireroom::cli {
namespace {

// All that records depend on beside the program's version: data, rules and weights, those of the user included.
Result<std::string> knowledge_hash() {
  std::uint64_t all = 0;
  for (const std::string& path : assets_below("")) {
    WIREROOM_TRY(bytes, asset(path));
    all = text_hash(fmt::format("{:016x} {} {:016x}", all, path, text_hash(bytes)));
  }
  return fmt::format("{:016x}", all);
}

std::string options_of(const Options& options) {
  std::string out;
  if (options.min_score > 0) out += fmt::format("min-score={} ", options.min_score);
  if (options.date) out += fmt::format("date={} ", iso(*options.date));
  if (!out.empty()) out.pop_back();
  return out;
}

}  // namespace

LayerSet stored_layers() {
  return LayerSet::of({Layer::report, Layer::actor, Layer::event, Layer::statement, Layer::time, Layer::place,
                       Layer::quantity, Layer::text});
}

StoredReport records_to_store(const Coded& coded, double min_score) {
  StoredReport stored{coded.report.id, coded.report.text.utf8(), {}};
  json_records(coded, {stored_layers(), min_score},
               [&](std::string_view record) { stored.records.emplace_back(record); });
  return stored;
}

Result<StoreSink> StoreSink::open(const Options& options) {
  WIREROOM_TRY(store, Store::open_to_write(options.db));
  WIREROOM_TRY(knowledge, knowledge_hash());
  WIREROOM_DO(store.begin_run({WIREROOM_VERSION, options.model, knowledge, options_of(options)}, options.replace));
  return StoreSink(std::move(store));
}

Result<bool> StoreSink::wants(Report& report) {
  const std::lock_guard<std::mutex> lock(*lock_);
  WIREROOM_TRY(known, store_.known(report.id, report.text.utf8()));
  if (known != Store::Known::no) {
    ++passed_over_;
    if (known == Store::Known::by_another_run) ++by_another_run_;
    return false;
  }
  WIREROOM_TRY(id, store_.stored_id(report.id, report.text.utf8()));
  if (id != report.id) {
    report.notes.push_back(fmt::format("the store has another text under the id {}", report.id));
    report.id = id;
  }
  return true;
}

Status StoreSink::add(const StoredReport& report) {
  const std::lock_guard<std::mutex> lock(*lock_);
  WIREROOM_DO(store_.add(report));
  ++stored_;
  return Done{};
}

Status StoreSink::finish() {
  const std::lock_guard<std::mutex> lock(*lock_);
  return store_.finish();
}

}  // namespace wireroom::cli
