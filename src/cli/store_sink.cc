#include "cli/store_sink.h"

#include <fmt/core.h>

#include "base/assets.h"
#include "base/text_hash.h"
#include "record/json_records.h"

namespace wireroom::cli {
namespace {

// Hashes of all that records depend on beside the program's version; files that the user put in place included.
struct KnowledgeHashes {
  std::string all, model, data;
};

// How records are kept and grouped is not what they say.
bool shapes_records(const std::string& path) {
  for (const char* folder : {"data/store/", "data/grouping/", "data/export/"})
    if (path.starts_with(folder)) return false;
  return true;
}

Result<KnowledgeHashes> knowledge_hashes(const std::string& model) {
  std::uint64_t all = 0, weights = 0, data = 0;
  const std::string model_file = "models/" + model + ".weights";
  for (const std::string& path : assets_below("")) {
    if (!shapes_records(path)) continue;
    WIREROOM_TRY(bytes, asset(path));
    const std::uint64_t one = text_hash(bytes);
    all = text_hash(fmt::format("{:016x} {} {:016x}", all, path, one));
    if (path == model_file)
      weights = one;
    else if (path.starts_with("data/") || path.starts_with("rules/"))
      data = text_hash(fmt::format("{:016x} {} {:016x}", data, path, one));
  }
  return KnowledgeHashes{fmt::format("{:016x}", all), fmt::format("{:016x}", weights), fmt::format("{:016x}", data)};
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
  return LayerSet::of(
      {Layer::report, Layer::actor, Layer::event, Layer::statement, Layer::time, Layer::place, Layer::quantity});
}

StoredReport records_to_store(const Coded& coded, double min_score) {
  StoredReport stored{coded.report.id, coded.report.text.utf8(), {}};
  json_records(coded, {stored_layers(), min_score},
               [&](std::string_view record) { stored.records.emplace_back(record); });
  return stored;
}

Result<RunIdentity> run_identity(const Options& options) {
  WIREROOM_TRY(hashes, knowledge_hashes(options.model));
  return RunIdentity{WIREROOM_VERSION, options.model, hashes.all, options_of(options), hashes.model, hashes.data, {}};
}

Result<StoreSink> StoreSink::open(const Options& options) {
  WIREROOM_TRY(store, Store::open_to_write(options.db));
  WIREROOM_TRY(identity, run_identity(options));
  WIREROOM_DO(store.begin_run(identity, options.replace ? Recoding::replace : Recoding::pass_over));
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

Status StoreSink::add(StoredReport report) {
  const std::lock_guard<std::mutex> lock(*lock_);
  WIREROOM_DO(store_.add(std::move(report)));
  ++stored_;
  return Done{};
}

Status StoreSink::finish() {
  const std::lock_guard<std::mutex> lock(*lock_);
  return store_.finish();
}

}  // namespace wireroom::cli
