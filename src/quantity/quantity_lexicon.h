// The words of data/quantities/ in memory. Private to this folder.
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
  std::set<std::string, std::less<>> numbered, persons;

  static Result<QuantityLexicon> load();
};

}  // namespace wireroom
