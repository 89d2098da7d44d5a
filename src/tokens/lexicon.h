// The word lists that tokens and sentences are split by: data/tokens/*.tsv in memory.
//
// All lists are asked by the folded form (see fold): lower case, every apostrophe the straight one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"

namespace wireroom {

// What may follow an abbreviation, so that its full stop is part of it.
enum class Follows : std::uint8_t {
  name,    // Mr., Gen.: the sentence always goes on
  number,  // No. 5, p. 7: an abbreviation only before a number
  any,     // Corp., Jan.: the sentence ends if a word follows that opens sentences
  end,     // etc.: where a sentence ends, the full stop is a token of its own
};

struct Abbreviation {
  Follows follows = Follows::any;
  bool exact = false;  // only as printed in the table: `Sat.` yes, `sat.` no
  std::string printed;
};

class Lexicon {
 public:
  static Result<Lexicon> load();

  // The abbreviation that a word without its full stop is; null if it is none.
  [[nodiscard]] const Abbreviation* abbreviation(std::string_view word, std::string_view folded) const;
  // Where a contraction of the table is cut: code points before each word but the first; null if it is none.
  [[nodiscard]] const std::vector<std::uint32_t>* contraction(std::string_view folded) const;
  [[nodiscard]] bool is_clitic(std::string_view folded) const { return contains(clitics_, folded); }
  [[nodiscard]] bool is_hyphen_prefix(std::string_view folded) const { return contains(prefixes_, folded); }
  [[nodiscard]] bool is_joined(std::string_view folded) const { return contains(joined_, folded); }
  [[nodiscard]] bool is_domain(std::string_view folded) const { return contains(domains_, folded); }
  [[nodiscard]] bool is_emoticon(std::string_view printed) const { return contains(emoticons_, printed); }
  // A verb of saying as it stands after a quotation ("Why?" Clara Ott asked).
  [[nodiscard]] bool is_cue(std::string_view folded) const { return contains(cues_, folded); }
  // Words that close a letter before its writer's name ("best regards"), folded and joined by single spaces.
  [[nodiscard]] bool is_closing(std::string_view folded) const { return contains(closings_, folded); }
  // A unit written without a space after a number ("5kg"); some only after a sum of money ("$3M").
  [[nodiscard]] bool is_unit(std::string_view printed, bool money) const;
  // A word that, capitalised, begins sentences rather than names. In a text in capitals far fewer words tell.
  [[nodiscard]] bool opens_sentence(std::string_view folded, bool capitals) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;
  template <typename Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  static bool contains(const Words& words, std::string_view word) { return words.find(word) != words.end(); }
  static Result<Words> read_words(const std::string& path, std::string_view column, bool folded);

  Map<Abbreviation> abbreviations_;
  Map<std::vector<std::uint32_t>> contractions_;
  Map<bool> units_;    // value: only after a sum of money
  Map<bool> openers_;  // value: also in a text in capitals
  Words clitics_, prefixes_, joined_, domains_, emoticons_, cues_, closings_;
};

}  // namespace wireroom
