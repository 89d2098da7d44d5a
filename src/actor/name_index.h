// Actors of a report by the words of their names: a name is compared with those that it may be another form of, not
// with all of the report.
//
//   NameIndex names;
//   names.add("smith", 7, 120);                    // actor 7, founded by draft 120
//   for (std::int32_t actor : names.around("smith", 200)) …
//
// Promises: around() gives the actors in the order of their founding drafts, at most kMostNamesakes before the draft
// and as many behind it, so that its time is bounded. An entry is a hint: the caller compares the names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wireroom {

class NameIndex {
 public:
  // More than any report of the usual length names under one word.
  static constexpr int kMostNamesakes = 200;

  void add(std::string_view word, std::int32_t actor, std::size_t draft);
  [[nodiscard]] std::vector<std::int32_t> around(std::string_view word, std::size_t draft) const;

 private:
  std::map<std::string, std::set<std::pair<std::size_t, std::int32_t>>, std::less<>> uses_;  // drafts and actors
};

}  // namespace wireroom
