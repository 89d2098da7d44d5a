// The encoder: from the pieces of a pack to the states of its words.
#pragma once

#include <cstddef>

#include "model/model.h"
#include "model/workspace.h"

namespace wireroom {

// Row of the states of word `word` of sentence number `sentence`; the root's is state_row(…, 0) - 1.
[[nodiscard]] inline std::size_t state_row(const Pack& pack, std::size_t sentence, std::size_t word) {
  return pack.sentences[sentence].first_word + sentence + 1 + word;
}
[[nodiscard]] inline std::size_t state_rows(const Pack& pack) { return pack.word_piece.size() + pack.sentences.size(); }

// Fills workspace.states[group], model.hidden floats a row: for each sentence the root ([CLS]) and then its words.
// A sentence's states do not depend on what else is in the pack.
void encode(const Model& model, Workspace& workspace);

}  // namespace wireroom
