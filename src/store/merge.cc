#include "store/merge.h"

#include <fmt/core.h>

#include <array>
#include <filesystem>
#include <vector>

namespace wireroom {
namespace {

// Records of a coding in the order in which a run gives them.
constexpr std::array<const char*, 6> kRecords = {
    "SELECT record FROM actor WHERE coding = $1 ORDER BY key",
    "SELECT record FROM event WHERE coding = $1 ORDER BY key",
    "SELECT record FROM statement WHERE coding = $1 ORDER BY key",
    "SELECT record FROM expression WHERE coding = $1 AND type = 'time' ORDER BY \"begin\", id",
    "SELECT record FROM expression WHERE coding = $1 AND type = 'place' ORDER BY \"begin\", id",
    "SELECT record FROM expression WHERE coding = $1 AND type = 'quantity' ORDER BY \"begin\", id"};

class Merge {
 public:
  Merge(Store& store, Database& other) : store_(store), other_(other) { merged_.place = other.place(); }

  Result<Merged> all() {
    for (const char* sql : kRecords) {
      WIREROOM_TRY(query, other_.prepare(sql));
      records_.push_back(std::move(query));
    }
    WIREROOM_TRY(runs, other_.prepare("SELECT key, version, model, knowledge, options, begun, model_hash, data_hash "
                                      "FROM run ORDER BY key"));
    for (;;) {
      WIREROOM_TRY(row, runs.step());
      if (!row) break;
      RunIdentity run;
      std::string* const texts[] = {&run.version, &run.model,      &run.knowledge, &run.options,
                                    &run.begun,   &run.model_hash, &run.data_hash};
      int column = 0;
      for (std::string* text : texts) *text = runs.text(++column);
      WIREROOM_DO(store_.begin_run(run, Recoding::newest_run));
      WIREROOM_DO(codings_of(runs.integer(0)));
    }
    WIREROOM_DO(store_.finish());
    return merged_;
  }

 private:
  Status codings_of(std::int64_t run) {
    WIREROOM_TRY(codings, other_.prepare("SELECT key FROM coding WHERE run = $1 ORDER BY key"));
    WIREROOM_TRY(report, other_.prepare("SELECT report.id, report.text, coding.record FROM coding JOIN report ON "
                                        "report.key = coding.report WHERE coding.key = $1"));
    codings.bind(1, run);
    for (;;) {
      WIREROOM_TRY(row, codings.step());
      if (!row) return Done{};
      report.reset();
      report.bind(1, codings.integer(0));
      WIREROOM_TRY(found, report.step());
      if (!found) continue;
      WIREROOM_DO(take({std::string(report.text(0)), std::string(report.text(1)), {std::string(report.text(2))}},
                       codings.integer(0)));
    }
  }

  Status take(StoredReport report, std::int64_t coding) {
    WIREROOM_TRY(known, store_.known(report.id, report.text));
    if (known == Store::Known::yes) {
      ++merged_.passed_over;
      return Done{};
    }
    WIREROOM_TRY(id, store_.stored_id(report.id, report.text));
    if (id != report.id)
      return Error{ErrorKind::input,
                   fmt::format("{}: has another text under the id {} than {}; the two do not come from one input",
                               other_.place(), report.id, store_.database().place())};
    WIREROOM_DO(read_records(coding, report));
    WIREROOM_DO(store_.add(std::move(report)));
    ++merged_.stored;
    return Done{};
  }

  Status read_records(std::int64_t coding, StoredReport& report) {
    for (Query& query : records_) {
      query.reset();
      query.bind(1, coding);
      for (;;) {
        WIREROOM_TRY(row, query.step());
        if (!row) break;
        report.records.emplace_back(query.text(0));
      }
      query.reset();
    }
    return Done{};
  }

  Store& store_;
  Database& other_;
  std::vector<Query> records_;
  Merged merged_;
};

}  // namespace

Result<Merged> merge(Store& store, const std::string& other) {
  WIREROOM_TRY(opened, Store::open_to_read(other));
  const std::string &place = store.place(), &other_place = opened.place();
  std::error_code ignored;
  if (place == other_place || std::filesystem::equivalent(place, other_place, ignored))
    return Error{ErrorKind::call, other_place + ": is the store itself; name the shards to merge into it"};
  Result<Merged> merged = Merge(store, opened.database()).all();
  // What came before a fault is whole and stays.
  if (!merged) (void)store.finish();
  return merged;
}

}  // namespace wireroom
