// Noun phrases as parties, and what hangs on a cue: medium, occasion, date, place.
#pragma once

#include <optional>

#include "statement/attribution.h"
#include "wireroom/coded.h"

namespace wireroom {

// The whole noun phrase of `head` with determiner, title and apposition, without relative clauses and asides; the actor
// is that of the mention with this head.
[[nodiscard]] Party party_at(const Coded& coded, const SentenceView& sentence, std::uint32_t head);

// Fills medium, occasion, date and place of the statement from the phrases that hang on its cue.
void read_circumstances(const Coded& coded, const SentenceView& sentence, const CueTable& cues,
                        const Attribution& attribution, Statement& statement);

}  // namespace wireroom
