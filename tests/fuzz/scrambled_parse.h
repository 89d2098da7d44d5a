// Tags and trees for a text without the model: drawn from the words, so that the same text has always the same ones.
//
// What comes out is well formed (one root, no circles, tags that exist) and mostly nonsense, which is what the layers
// above the parse must bear: the model too is wrong now and then.
#pragma once

#include <cstdint>
#include <vector>

#include "wireroom/sentence.h"

namespace wireroom::fuzz {

// Fills upos, xpos, feats, lemma, head, relation, name and the children. `seed` changes the draw.
void scramble(std::vector<Sentence>& sentences, std::uint64_t seed);

}  // namespace wireroom::fuzz
