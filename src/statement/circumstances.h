// What hangs on a cue beside speaker and content: medium, occasion, date and place of the saying.
#pragma once

#include "statement/attribution.h"
#include "wireroom/coded.h"

namespace wireroom {

// Fills medium, occasion, date and place of the statement from the phrases around its cue that are no content.
void read_circumstances(const Coded& coded, const SentenceView& sentence, const CueTable& cues,
                        const Attribution& attribution, Statement& statement);

}  // namespace wireroom
