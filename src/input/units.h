// The units of a plain text before they are named: paragraphs, whether lines are wrapped or not.
#pragma once

#include <vector>

#include "wireroom/span.h"
#include "wireroom/text.h"

namespace wireroom {

struct Unit {
  Span span;                // without blanks at the edges
  bool gap_before = false;  // an empty line stands before it
};

// Cuts at empty lines; within a run of lines, joins lines that were wrapped at a column and keeps lines apart that
// stand for themselves. A paragraph that was torn by an empty line in mid-sentence (the first part has no end mark, the
// second begins in lower case) is one unit.
[[nodiscard]] std::vector<Unit> split_units(const Text& text);

}  // namespace wireroom
