// Near-duplicates: reports that repeat another's text, whole, cut or slightly changed.
//
//   find_copies(reports.size(), [&](std::size_t i) { return reports[i].text; }, [&](std::size_t i) { return day(i); });
//
// Candidates come from MinHash bands and from sentences of ten words that few reports share (a copy cut to a third has
// a low Jaccard likeness); each is then compared exactly. A report is a copy where 70 % of all runs of five words are
// common, or 80 % of the shorter text's, and no more than 30 days lie between the two (forms of words that come every
// month are no copies). The result depends on the order of the reports only: the earlier one is the original.
//
// Time: linear in the reports but for sorting, as long as no more than a few share a text: of many equal ones each is
// compared with eight.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace wireroom {

struct Copy {
  std::size_t of = 0;  // an earlier report that is no copy itself
  double likeness = 0;
};

// `text` and `day` (days of any calendar, nothing if unknown) are asked by number; texts are asked more than once.
[[nodiscard]] std::vector<std::optional<Copy>> find_copies(
    std::size_t reports, const std::function<std::string(std::size_t)>& text,
    const std::function<std::optional<std::int64_t>(std::size_t)>& day);

}  // namespace wireroom
