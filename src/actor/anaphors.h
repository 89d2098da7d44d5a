// Nouns that take up somebody named before: "the group", "the bloc", "the Israeli leader" (data/actors/anaphors.tsv).
//
//   anaphors.find("militant group")->sectors      // {"REB", "UAF"}
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace wireroom {

struct Anaphor {
  bool person = false;
  std::vector<std::string> sectors, countries, roles;  // what the one named before has; "-" for no known sector
};

class Anaphors {
 public:
  static Result<Anaphors> load();
  // `noun`: lower case, the last word a lemma. nullptr if it takes up nobody.
  [[nodiscard]] const Anaphor* find(std::string_view noun) const;

 private:
  std::unordered_map<std::string, Anaphor> anaphors_;
};

}  // namespace wireroom
