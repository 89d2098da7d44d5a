#include "store/search_rank.h"

#include <sqlite3.h>

#include <cmath>
#include <memory>
#include <vector>

namespace wireroom {
namespace {

constexpr double kSaturation = 1.2, kLengthShare = 0.75;  // k1 and b of BM25, as FTS5 has them

// What is the same for all reports of a search.
struct Search {
  double mean_length = 0;
  std::vector<double> rarity;  // of each word or phrase
};

void free_search(void* search) { delete static_cast<Search*>(search); }  // NOLINT: SQLite owns it

int count_report(const Fts5ExtensionApi*, Fts5Context*, void* count) {
  ++*static_cast<sqlite3_int64*>(count);
  return SQLITE_OK;
}

int begin(const Fts5ExtensionApi* fts, Fts5Context* found, Search& search) {
  sqlite3_int64 reports = 0, words = 0;
  int code = fts->xRowCount(found, &reports);
  if (code == SQLITE_OK) code = fts->xColumnTotalSize(found, -1, &words);
  if (code != SQLITE_OK) return code;
  search.mean_length = static_cast<double>(words) / static_cast<double>(reports);
  const int phrases = fts->xPhraseCount(found);
  search.rarity.assign(static_cast<std::size_t>(phrases), 1.0);
  for (int i = 0; phrases > 1 && i < phrases; ++i) {
    sqlite3_int64 hits = 0;
    code = fts->xQueryPhrase(found, i, &hits, count_report);
    if (code != SQLITE_OK) return code;
    const auto rest = static_cast<double>(reports - hits);
    const double rarity = std::log((rest + 0.5) / (static_cast<double>(hits) + 0.5));
    search.rarity[static_cast<std::size_t>(i)] = rarity <= 0.0 ? 1e-6 : rarity;
  }
  return SQLITE_OK;
}

int score(const Fts5ExtensionApi* fts, Fts5Context* found, double& score) {
  auto* search = static_cast<Search*>(fts->xGetAuxdata(found, 0));
  if (search == nullptr) {
    auto made = std::make_unique<Search>();
    if (const int code = begin(fts, found, *made); code != SQLITE_OK) return code;
    search = made.release();
    if (const int code = fts->xSetAuxdata(found, search, free_search); code != SQLITE_OK) return code;
  }
  int length = 0;
  if (const int code = fts->xColumnSize(found, -1, &length); code != SQLITE_OK) return code;
  const double norm = kSaturation * (1 - kLengthShare + kLengthShare * length / search->mean_length);
  for (std::size_t i = 0; i < search->rarity.size(); ++i) {
    Fts5PhraseIter place;
    int column = 0, offset = 0;
    double times = 0;
    const int code = fts->xPhraseFirst(found, static_cast<int>(i), &place, &column, &offset);
    if (code != SQLITE_OK) return code;
    for (; column >= 0; fts->xPhraseNext(found, &place, &column, &offset)) times += 1;
    score -= search->rarity[i] * ((times * (kSaturation + 1.0)) / (times + norm));
  }
  return SQLITE_OK;
}

void relevance(const Fts5ExtensionApi* fts, Fts5Context* found, sqlite3_context* result, int, sqlite3_value**) {
  double value = 0;
  if (const int code = score(fts, found, value); code != SQLITE_OK)
    sqlite3_result_error_code(result, code);
  else
    sqlite3_result_double(result, value);
}

}  // namespace

bool add_search_rank(sqlite3* database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) != SQLITE_OK) return false;
  sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  return api != nullptr && api->xCreateFunction(api, "relevance", nullptr, relevance, nullptr) == SQLITE_OK;
}

}  // namespace wireroom
