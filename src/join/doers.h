// Who can take part: whether a phrase that no actor of the report answers to means a person, group or organisation.
//
//   WIREROOM_TRY(doers, Doers::load());
//   doers.is_doer(sentence, head);      // "gunmen", "dozens of residents", "a Dutch firm": true; "the violence": false
//
// For `join`, which makes unnamed actors. Names of persons, bodies and peoples are doers; so are nouns that stand in
// data/actors/doer_nouns.tsv or titles.tsv, pronouns for people and bare numbers ("three were killed"). Names of towns
// and lands are places here: where they act, they are actors already. No state, thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/result.h"
#include "wireroom/sentence.h"

namespace wireroom {

class Doers {
 public:
  // Reads data/actors/doer_nouns.tsv and titles.tsv.
  static Result<Doers> load();
  // `head`: the word that the phrase hangs on.
  [[nodiscard]] bool is_doer(const Sentence& sentence, std::uint32_t head) const;
  // A common noun or count for persons who belong where they are met; guests ("tourist") do not.
  [[nodiscard]] bool is_local(const Sentence& sentence, std::uint32_t head) const;

 private:
  [[nodiscard]] bool known(std::string_view noun) const;
  [[nodiscard]] bool noun_is_doer(const Word& word) const;
  [[nodiscard]] std::uint32_t who(const Sentence& sentence, std::uint32_t head) const;
  std::unordered_set<std::string> nouns_, guests_;
};

}  // namespace wireroom
