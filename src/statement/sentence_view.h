// One sentence as the coding of statements looks at it: the tree, lower-case words, and which words are quoted.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statement/quotation.h"
#include "wireroom/coded.h"

namespace wireroom {

using Words = std::vector<std::uint32_t>;  // indexes of words, ascending

[[nodiscard]] bool among(std::string_view word, std::initializer_list<std::string_view> list);
[[nodiscard]] bool contains(const Words& words, std::uint32_t i);

class SentenceView {
 public:
  SentenceView(const Coded& coded, std::uint32_t sentence, const std::vector<Quotation>& quotations);

  [[nodiscard]] std::uint32_t number() const { return number_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_->words.size()); }
  [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
  [[nodiscard]] const Word& word(std::uint32_t i) const { return sentence_->words[i]; }
  [[nodiscard]] const std::string& form(std::uint32_t i) const { return forms_[i]; }  // lower case
  [[nodiscard]] std::int32_t quotation(std::uint32_t i) const { return quoted_[i]; }  // its index, -1 if unquoted
  // Quoted from the first word to the last, marks and full stop aside.
  [[nodiscard]] bool all_quoted() const;

  [[nodiscard]] std::string_view relation(std::uint32_t i) const { return word(i).relation; }
  [[nodiscard]] std::string_view base_relation(std::uint32_t i) const;
  [[nodiscard]] Words children(std::uint32_t i) const;
  [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t i, std::string_view base_relation) const;
  [[nodiscard]] bool has_child_form(std::uint32_t i, std::string_view form) const;
  [[nodiscard]] bool has_feature(std::uint32_t i, std::string_view feature) const;
  [[nodiscard]] bool is_punctuation(std::uint32_t i) const { return word(i).upos == "PUNCT" || word(i).upos == "SYM"; }
  [[nodiscard]] bool is_verb(std::uint32_t i) const { return word(i).upos == "VERB" || word(i).upos == "AUX"; }
  // Printed as a name: capitalised inside a sentence that is not all capitals or Title Case ("the Sultan Qaboos bin
  // Said").
  [[nodiscard]] bool printed_as_name(std::uint32_t i) const;
  [[nodiscard]] bool is_nominal(std::uint32_t i) const;
  [[nodiscard]] bool is_passive(std::uint32_t i) const;
  [[nodiscard]] bool is_finite(std::uint32_t i) const { return among(word(i).xpos, {"VBD", "VBZ", "VBP", "MD"}); }
  // The preposition of a noun phrase, lower case; of "because of" the first word. Empty if none.
  [[nodiscard]] std::string_view preposition(std::uint32_t i) const;
  // All words below `root`, itself included, but not those below `without`.
  [[nodiscard]] Words subtree(std::uint32_t root, const Words& without = {}) const;
  [[nodiscard]] bool below(std::uint32_t i, std::uint32_t ancestor) const;
  [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const {
    return {word(first).span.begin, word(last).span.end};
  }
  [[nodiscard]] std::optional<std::uint32_t> head(std::uint32_t i) const;

 private:
  const Sentence* sentence_;
  std::uint32_t number_;
  std::vector<std::string> forms_;
  std::vector<std::int32_t> quoted_;
  bool running_text_ = false;  // more words begin small than with a capital
};

}  // namespace wireroom
