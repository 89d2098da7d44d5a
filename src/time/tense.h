// Does a word of a sentence lie in the past or the future of the telling? For bare weekdays and months, whose side of
// the publication date the words themselves do not tell. Private to this folder.
//
//   tense_at(sentence, friday, lexicon) == Tense::past     // "Police arrested him Friday"
//
// Never fails: Tense::unknown where the tree tells nothing. The way up is bounded.
#pragma once

#include <cstdint>

#include "time/time_lexicon.h"
#include "wireroom/sentence.h"

namespace wireroom {

enum class Tense : std::uint8_t { unknown, past, future };

// Decided by the event that the expression hangs on: its auxiliaries, its tense, and planning words above it up to the
// end of its clause ("planned a march for Saturday", "is due on Tuesday").
[[nodiscard]] Tense tense_at(const Sentence& sentence, std::uint32_t word, const TimeLexicon& lexicon);

}  // namespace wireroom
