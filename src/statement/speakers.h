// Noun phrases as parties.
#pragma once

#include <optional>

#include "statement/attribution.h"
#include "wireroom/coded.h"

namespace wireroom {

// The whole noun phrase of `head` with determiner, title and apposition, without relative clauses and asides; the actor
// is that of the mention with this head.
[[nodiscard]] Party party_at(const Coded& coded, const SentenceView& sentence, std::uint32_t head);

// The words of the phrase around its head without a break, so that a distant child cannot stretch it over others;
// without relative clauses and asides.
[[nodiscard]] Words phrase_words(const SentenceView& sentence, std::uint32_t head);

}  // namespace wireroom
