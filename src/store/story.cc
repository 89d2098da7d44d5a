#include "store/story.h"

#include "base/assets.h"

namespace wireroom {

Result<Query> story(Database& database, const std::string& id, std::int64_t limit) {
  WIREROOM_TRY(question, asset("data/store/story.sql"));
  WIREROOM_TRY(query, database.prepare(question));
  query.bind(1, id);
  query.bind(2, limit > 0 ? limit : std::int64_t{-1});
  return query;
}

Result<bool> is_grouped(Database& database) {
  WIREROOM_TRY(query, database.prepare("SELECT ifnull((SELECT coding FROM grouping), 0) = ifnull((SELECT max(key) FROM "
                                       "coding), 0)"));
  WIREROOM_TRY(row, query.step());
  return row && query.integer(0) == 1;
}

Result<Query> runs(Database& database, std::int64_t limit) {
  WIREROOM_TRY(query, database.prepare(
                          "SELECT key AS run, begun, version, model, options, reports, (SELECT count(*) FROM coding "
                          "WHERE coding.run = run.key AND current = 1) AS current, model_hash, data_hash, input_hash "
                          "FROM run ORDER BY key LIMIT ?1"));
  query.bind(1, limit > 0 ? limit : std::int64_t{-1});
  return query;
}

}  // namespace wireroom
