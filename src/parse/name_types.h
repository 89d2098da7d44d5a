// Refines the four types of names that the encoder tells (PER, ORG, LOC, MISC) to the six of the records:
//   LOC  -> GPE unless it is a continent, a water, a mountain, a street, a building …
//   any  -> NORP for adjectives and nouns of peoples, religions and parties ("Russian", "South Koreans", "Sunni"), also
//           where the encoder saw no name, but never inside a longer name ("Russian Foreign Ministry").
// A person's name runs over a hyphen ("Moon Jae-in").
// Knowledge: data/countries.tsv, data/places/regions.tsv, data/places/class_nouns.tsv, data/parse/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "wireroom/sentence.h"

namespace wireroom {

class NameTypes {
 public:
  [[nodiscard]] static Result<NameTypes> load();

  // Words need form, upos and name.
  void refine(Sentence& sentence) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;

  [[nodiscard]] Status read_countries();
  [[nodiscard]] Status read_places();
  void add_group(std::string_view name);
  [[nodiscard]] bool is_group(std::string_view name) const { return groups_.contains(name); }
  [[nodiscard]] bool is_land(const std::vector<Word>& words, std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t group_end(const std::vector<Word>& words, std::size_t begin) const;

  Words groups_;            // "Russian", "South Koreans", "Muslim"
  Words group_beginnings_;  // first words of those of several words: "South"
  Words lands_;             // whole names that are no state, province or town: "Black Sea", "Europe"
  Words land_nouns_;        // words that make a name such a one: "river", "street"
};

}  // namespace wireroom
