// Lemmas that rules can rely on: where the lemma of the parse is unknown to all rules, the form is led back to one that
// they know ("ambushed" with a wrong lemma is still "ambush").
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "wireroom/sentence.h"

namespace wireroom {

class LemmaBook {
 public:
  // Columns form, of (verb, noun), lemma.
  static Result<LemmaBook> read(std::string file, std::string_view bytes);

  // Makes a lemma known; the words of all rules and classes are added before the first use.
  void add_verb(std::string_view lemma) { known_verbs_.emplace(lemma); }
  void add_noun(std::string_view lemma) { known_nouns_.emplace(lemma); }

  // The word's lemma in lower case.
  [[nodiscard]] std::string lemma(const Word& word) const;

  // The lemma of two words that the tokenizer cut at a hyphen, if rules know them as one: "sit-ins", "cease-fire"
  // (known as "ceasefire"). Empty if they do not.
  [[nodiscard]] std::string joined(const Word& before, const Word& after, bool verb) const;

 private:
  std::set<std::string, std::less<>> known_verbs_, known_nouns_;
  std::map<std::string, std::string, std::less<>> verbs_, nouns_;
};

}  // namespace wireroom
