// The comparison of two lists of records: pairs first, then keys.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "store/diff.h"

namespace wireroom {
namespace {

using nlohmann::json;
using Ends = std::pair<std::int64_t, std::int64_t>;

constexpr double kScoreMoved = 0.05;

// Words that a record stands on.
std::vector<Ends> words_of(const json& record) {
  std::vector<Ends> spans;
  const auto add = [&](const json& span) {
    if (span.is_array() && span.size() == 2)
      spans.emplace_back(span[0].get<std::int64_t>(), span[1].get<std::int64_t>());
  };
  for (const char* key : {"trigger", "content"})
    if (record.contains(key))
      for (const json& span : record[key]) add(span);
  if (record.contains("mentions"))
    for (const json& mention : record["mentions"])
      if (mention.contains("span")) add(mention["span"]);
  return spans;
}

// How well two records fit: 0 not at all. Same words and same kind beat same words, and those beat common words.
int fit(const json& a, const std::vector<Ends>& words_a, const json& b, const std::vector<Ends>& words_b) {
  const auto overlaps = [](const Ends& x, const Ends& y) { return x.first < y.second && y.first < x.second; };
  const bool same_words = words_a == words_b && !words_a.empty();
  bool common = false, common_whole = false;
  for (const Ends& x : words_a)
    for (const Ends& y : words_b) {
      common = common || overlaps(x, y);
      common_whole = common_whole || x == y;
    }
  if (!common) return 0;
  const auto same = [&](const char* key) { return a.value(key, json()) == b.value(key, json()); };
  const int kind = (same("event") && same("kind") && same("act")) ? 1 : 0;
  return (same_words ? 5 : common_whole ? 3 : 1) + kind;
}

// Ids count on within a report, so that one record more changes those behind it: they are not compared.
json without_ids(const json& value) {
  static constexpr const char* kIds[] = {"id", "actor", "time", "report", "same_as", "said_in", "within", "events"};
  if (value.is_array()) {
    json list = json::array();
    for (const json& each : value) list.push_back(without_ids(each));
    return list;
  }
  if (!value.is_object()) return value;
  json object = json::object();
  for (const auto& [key, each] : value.items()) {
    const bool is_id =
        std::find_if(std::begin(kIds), std::end(kIds), [&](const char* id) { return key == id; }) != std::end(kIds) ||
        (key == "place" && each.is_string());
    // That a record stands in another or repeats one is a fact, which one is an id.
    if (!is_id)
      object[key] = without_ids(each);
    else if (key == "same_as" || key == "said_in" || key == "within")
      object[key] = true;
  }
  return object;
}

std::string changed_keys(const json& before, const json& after, bool scores) {
  const json a = without_ids(before), b = without_ids(after);
  std::vector<std::string> keys;
  for (const auto& [key, value] : a.items())
    if (key != "score" && (!b.contains(key) || b[key] != value)) keys.push_back(key);
  for (const auto& [key, value] : b.items())
    if (key != "score" && !a.contains(key)) keys.push_back(key);
  if (scores && std::abs(a.value("score", 0.0) - b.value("score", 0.0)) >= kScoreMoved) keys.emplace_back("score");
  std::sort(keys.begin(), keys.end());
  std::string list;
  for (const std::string& key : keys) list += (list.empty() ? "" : ", ") + key;
  return list;
}

struct Side {
  std::vector<json> records;
  std::vector<std::vector<Ends>> words;
  std::vector<bool> paired;

  explicit Side(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      records.push_back(json::parse(text, nullptr, false));
      words.push_back(words_of(records.back()));
    }
    paired.resize(texts.size());
  }
};

}  // namespace

std::vector<Difference> differences(const std::vector<std::string>& before, const std::vector<std::string>& after,
                                    bool scores) {
  std::vector<Difference> found;
  if (before == after) return found;
  Side a(before), b(after);
  struct Pair {
    int fit;
    std::size_t a, b;
  };
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < before.size(); ++i)
    for (std::size_t j = 0; j < after.size(); ++j)
      if (const int how = fit(a.records[i], a.words[i], b.records[j], b.words[j]); how > 0)
        pairs.push_back({how, i, j});
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.fit > y.fit; });
  std::vector<std::size_t> partner(before.size(), after.size());
  for (const Pair& pair : pairs) {
    if (a.paired[pair.a] || b.paired[pair.b]) continue;
    a.paired[pair.a] = b.paired[pair.b] = true;
    partner[pair.a] = pair.b;
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!a.paired[i]) {
      found.push_back({before[i], {}, {}});
      continue;
    }
    std::string keys = changed_keys(a.records[i], b.records[partner[i]], scores);
    if (!keys.empty()) found.push_back({before[i], after[partner[i]], std::move(keys)});
  }
  for (std::size_t j = 0; j < after.size(); ++j)
    if (!b.paired[j]) found.push_back({{}, after[j], {}});
  return found;
}

}  // namespace wireroom
