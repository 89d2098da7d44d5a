// Classes of lemmas that rules name with '@' (rules/event/classes.tsv): "@talk" is talk, negotiation, dialogue, …
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "event/rule.h"

namespace wireroom {

class WordClasses {
 public:
  // Columns class, lemmas (cut at blanks, "@other" takes in a class that stands above); a class may have several lines.
  static Result<WordClasses> read(std::string file, std::string_view bytes);

  // The lemmas of a class without '@', nullptr if there is none of that name.
  [[nodiscard]] const Lemmas* find(std::string_view name) const;
  [[nodiscard]] const std::map<std::string, Lemmas, std::less<>>& all() const { return classes_; }
  [[nodiscard]] bool in(std::string_view name, std::string_view lemma) const;

 private:
  std::map<std::string, Lemmas, std::less<>> classes_;
};

}  // namespace wireroom
