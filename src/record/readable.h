// What the formats for people share: parties, dates and marked words as styled text.
#pragma once

#include <string>
#include <vector>

#include "record/styled_text.h"
#include "wireroom/coded.h"

namespace wireroom {

// "John Kerry (USA GOV)"; for a party that the report's actors do not know, its words.
void add_party(Paragraph& out, const Coded& coded, const Party& party);
// Joined by commas.
void add_parties(Paragraph& out, const Coded& coded, const std::vector<Party>& parties);

// "2016-03-23", "2016-03-23 to 2016-03-24", "2016-03", "since 2014-01-01", "" if both ends are open.
[[nodiscard]] std::string readable_date(const EventDate& date);

struct MarkedSpan {
  Span span;
  Style style = Style::mark;
  std::string note;  // printed after the words, in square brackets; the words stand in brackets without colour
};
// The words of `whole` with some of them marked. Overlapping marks: the earlier and longer one wins.
void add_marked(Paragraph& out, const Text& text, Span whole, std::vector<MarkedSpan> marks, bool color);

}  // namespace wireroom
