// Amounts in the words of a sentence: a number, "dozens" or "a third", the currency sign before it, the second number
// of a range. Hedges and the thing counted are the tagger's affair. Private to this folder.
//
//   reader.read_amount(2, false)   // "$2 to 3 million": low 2e6, high 3e6, unit USD
//   reader.unit_at(5)              // "dollars a barrel": "USD per barrel"
//
// Blocked words (of names, of times) hold no amounts. Numbers that are names ("Resolution 242", "the 717 jet", "575
// Mill Road"), scores ("3-1"), times and list numbers are refused (amount_refusal.cc). Every function looks a bounded
// way ahead.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/numerals.h"
#include "quantity/quantity_lexicon.h"
#include "wireroom/sentence.h"

namespace wireroom {

struct Amount {
  double low = 0, high = 0;
  std::size_t end = 0;
  bool digits = false, vague = false, range = false;
  std::size_t last_number = 0;  // first word of the (second) number, which the tree hangs on a noun
  std::string unit;             // from a currency sign
  std::size_t number_at = 0;
};

class AmountReader {
 public:
  // blocked[i] is not 0 where word i may hold no amount. Sentence and lexicon must live longer than the reader.
  AmountReader(const Sentence& sentence, const QuantityLexicon& lexicon, std::vector<char> blocked);

  // Does an amount begin at word i? (For hedges, which have other uses.)
  [[nodiscard]] bool begins_amount(std::size_t i) const;
  // A number with what belongs to it before the unit; `between` was read before it, so that "and" may join a range.
  [[nodiscard]] std::optional<Amount> read_amount(std::size_t i, bool between) const;
  // The unit that begins at word k, a hyphen before it allowed, and where it ends; nullptr if none does.
  [[nodiscard]] std::pair<const std::string*, std::size_t> unit_at(std::size_t k) const;
  // "km" of "500km", by its name in the table of units.
  [[nodiscard]] std::optional<std::string> glued_unit_of(std::size_t i) const;
  // What the unit before word k is counted by: "barrel" of "a barrel", "per barrel", "/barrel", and where it ends.
  [[nodiscard]] std::pair<std::string, std::size_t> each_at(std::size_t k) const;

 protected:
  [[nodiscard]] std::string_view at(std::size_t i) const {
    return i < lower_.size() ? std::string_view(lower_[i]) : std::string_view();
  }
  [[nodiscard]] bool is(std::size_t i, std::string_view text) const { return at(i) == text; }
  [[nodiscard]] bool hyphen(std::size_t i) const {
    return is(i, "-") || is(i, "\u2013") || is(i, "\u2010") || is(i, "\u2014");
  }
  [[nodiscard]] bool joined(std::size_t i) const { return i < lower_.size() && !sentence_.words[i].space_after; }
  // The longest entry of a table that begins at word i, and where it ends.
  template <typename Map>
  [[nodiscard]] auto longest(std::size_t i, const Map& map, bool as_printed = false) const {
    std::pair<const typename Map::mapped_type*, std::size_t> best{nullptr, i};
    std::string text;
    for (std::size_t k = i; k < std::min(lower_.size(), i + QuantityLexicon::kMostWords); ++k) {
      if (k > i && !as_printed) text += ' ';
      text += as_printed ? sentence_.words[k].form : lower_[k];
      if (const auto found = map.find(text); found != map.end()) best = {&found->second, k + 1};
    }
    return best;
  }

  const Sentence& sentence_;
  const QuantityLexicon& lexicon_;
  std::vector<char> blocked_;
  std::vector<std::string> lower_;  // the words in small letters

 private:
  // "a third of", "half of", "half the", "half million", "one in five", "two out of three".
  [[nodiscard]] std::optional<Amount> read_part(std::size_t i) const;
  [[nodiscard]] std::optional<Amount> read_one_in(std::size_t i) const;
  // Sign and digits in one word or in joined words: "USD10m", "RM23.50", "$US55,931".
  [[nodiscard]] std::optional<Amount> read_glued_money(std::size_t i) const;
  // "m" right behind digits: million or metre?
  [[nodiscard]] bool million_by_m(std::size_t k, bool money) const;
  // "minus 20 degrees", "-5 yards": the word behind the sign, or i.
  [[nodiscard]] std::size_t after_minus(std::size_t i) const;
  // "500km", "30GB", "140km/h": digits and unit in one word.
  [[nodiscard]] std::optional<Numeral> glued(std::size_t i) const;
  // "two-thirds", "three quarters".
  void read_fraction(Amount& amount) const;
  // "to 90", "-90", "and 20" after "between", "or three".
  void read_range(Amount& amount, bool between) const;
  // Is the number at k an amount at all: not "Resolution 242", "No. 3", "one of", a year, a list's "1."?
  [[nodiscard]] bool stands_for_amount(std::size_t k, const Numeral& number) const;
  // "the 717 jet", "the 500 index", "Smith (4)", "575 Mill Road", "2026 World Cup".
  [[nodiscard]] bool names_a_thing(std::size_t k, const Numeral& number) const;
};

}  // namespace wireroom
