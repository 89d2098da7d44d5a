// Tokens and sentences by rule, in the conventions of Universal Dependencies (EWT, GUM).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

// The sentences of all prose blocks of the report, with `span`, `block`, and of each word `span`, `form` and
// `space_after`; contractions are split into words and noted in `multi_words`. Tags, heads and lemmas are still empty.
// Every byte of a prose block that is not white space lies in exactly one word. Linear in the text; sentences are cut
// at 400 words at the latest (at a punctuation mark if there is one).
[[nodiscard]] std::vector<Sentence> split_sentences(const Report& report);

}  // namespace wireroom
