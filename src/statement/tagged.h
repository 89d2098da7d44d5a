// Attributions as the encoder's tagging head sees them: word by word, one sentence at a time.
//
// Method: source, cue and content as labels of a sequence, sources and contents linked to their cue (compare CofeNet,
// COLING 2022). Only the outermost attribution of a passage is tagged.
#pragma once

#include <vector>

#include "statement/sentence_view.h"

namespace wireroom {

struct TaggedAttribution {
  Words cue, source, content;
  double cue_score = 0, source_score = 0, content_score = 0;  // mean probabilities, links included
};

// Empty with weights that have no such head.
[[nodiscard]] std::vector<TaggedAttribution> tagged_attributions(const SentenceView& s);

// Whether the weights have the head.
[[nodiscard]] bool has_tags(const SentenceView& s);

}  // namespace wireroom
