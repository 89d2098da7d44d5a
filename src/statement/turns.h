// Turns of a transcript: "MS. ADAMS: We met today. …" is one statement of who stands before the colon, with all that
// follows, also in the next paragraphs, until another turn or heading.
#pragma once

#include <vector>

#include "statement/sentence_view.h"

namespace wireroom {

struct Turn {
  std::uint32_t sentence = 0;  // of the label
  Words label;                 // without the colon
  std::uint32_t head = 0;      // of the label
  Span content;
  bool asks = false;  // ends with a question mark
};

// In the order of the text. `sentences` are those of the report, in the order of the text.
[[nodiscard]] std::vector<Turn> find_turns(const Report& report, const std::vector<SentenceView>& sentences);

}  // namespace wireroom
