// The words of data/quantities/ in memory. Private to this folder.
//
//   lexicon.units.find("km")->second; lexicon.vague.find("dozens")->second.low
//
// Keys are in small letters, currency signs as printed. Columns and sources: data/quantities/README.md.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "wireroom/mention.h"

namespace wireroom {

struct QuantityLexicon {
  static constexpr std::size_t kMostWords = 5;
  struct Vague {
    double low = 0, high = 0;
  };
  std::map<std::string, std::string, std::less<>> units, signs;
  std::map<std::string, Approximation, std::less<>> hedges_before, hedges_after;
  std::map<std::string, Vague, std::less<>> vague;
  std::set<std::string, std::less<>> numbered, persons, shares;

  // An error names the file and line of a wrong entry.
  static Result<QuantityLexicon> load();
};

}  // namespace wireroom
