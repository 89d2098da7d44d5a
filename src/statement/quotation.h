// Where a report quotes: the stretches between quotation marks, paragraph by paragraph.
//
//   std::vector<Quotation> quotations = find_quotations(report);
//
// Promises, whatever the marks: a quotation never leaves its block, quotations never overlap and are in the order of
// the text. A mark that is never closed ends with its paragraph; a quotation over several paragraphs is one Quotation
// in each, tied by `continues`. Quotations inside quotations are part of the outer one. Linear in the text.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "wireroom/report.h"

namespace wireroom {

struct Quotation {
  Span inner;               // without the marks, blanks at the edges trimmed
  Span outer;               // with them
  std::uint32_t block = 0;  // index in Report::blocks
  bool closed = true;
  std::optional<std::uint32_t> continues;  // index of the quotation whose next piece this is
};

[[nodiscard]] std::vector<Quotation> find_quotations(const Report& report);

}  // namespace wireroom
