// Tokens and sentences by rule, in the conventions of Universal Dependencies (EWT, GUM).
//
// For the stage `parse`, which hands the words on to the encoder.
//
//   WIREROOM_TRY(tokenizer, Tokenizer::load());      // reads data/tokens/*.tsv once
//   tokenizer.split(report);                         // any number of threads may share one Tokenizer
//
// Promises: every byte of a prose block that is not white space lies in exactly one word; words and sentences come in
// the order of the text; no sentence crosses a block or has more than 400 words (a longer one is cut at a punctuation
// mark if it has any); time is linear in the text.
#pragma once

#include <vector>

#include "base/result.h"
#include "tokens/lexicon.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

inline constexpr std::size_t kLongestSentence = 400;

class Tokenizer {
 public:
  static Result<Tokenizer> load();

  // The sentences of all prose blocks (with `every_block` of bylines, datelines, boilerplate, … too), with `span`,
  // `block`, and of each word `span`, `form` and `space_after`. Contractions are split into words and noted in
  // `multi_words`. Tags, heads and lemmas are still empty.
  [[nodiscard]] std::vector<Sentence> split(const Report& report, bool every_block = false) const;
  // How many sentences and words split() would give, without their memory.
  [[nodiscard]] WordCount count(const Report& report, bool every_block = false) const;

 private:
  // Calls piece(tokens, begin, end, block) for each sentence.
  template <typename Piece>
  void each_sentence(const Report& report, bool every_block, Piece&& piece) const;
  explicit Tokenizer(Lexicon lexicon) : lexicon_(std::move(lexicon)) {}
  Lexicon lexicon_;
};

}  // namespace wireroom
