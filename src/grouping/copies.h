// Near-duplicates: reports that repeat another's text, whole, cut, or slightly changed, and other takes of one
// dispatch.
//
//   find_copies(reports, [&](std::size_t i) { return text_of(i); });
//
// A report is a copy of an earlier one where 70 % of all runs of five words are common, or 80 % of the shorter text's,
// and no more than 30 days lie between the two (forms of words that come every month are no copies); with nearly the
// same title and within three days 30 % of the shorter text's runs are enough. Candidates come from MinHash bands, from
// sentences of ten words that few reports share (a copy cut to a third has a low Jaccard likeness), and from titles;
// each is then compared exactly. The result depends on the order of the reports only: the earlier one is the original.
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

struct CopyReport {
  std::optional<std::int64_t> day;  // of publication, in days of any calendar
  std::string title;
};

// `text` is asked by number, for some reports more than once.
[[nodiscard]] std::vector<std::optional<Copy>> find_copies(const std::vector<CopyReport>& reports,
                                                           const std::function<std::string(std::size_t)>& text);

}  // namespace wireroom
