// Stories: reports on one matter, told within 72 hours of each other.
//
//   find_stories(reports, {common_words, kStoryLikeness});   // for each report the number of the story's first report
//
// Each report, in the order given (that of publication), joins the story of the last 72 hours that is most like it, or
// begins one: incremental clustering as in the Topic Detection and Tracking studies (Allan, 2002). Likeness is the
// cosine between weighted features of the report and the mean of the story's reports: words of the title and of the
// opening, actors and places; rare ones weigh more (log of the inverse share of reports that have them). A copy joins
// the story of its original. Deterministic; only stories that share a rare feature are compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wireroom {

struct StoryReport {
  std::optional<std::int64_t> day;          // of publication; without one a report meets only its copies
  std::string title, opening;               // its first 200 words count
  std::vector<std::string> actors, places;  // names
  std::optional<std::size_t> copy_of;       // an earlier report
};

inline constexpr std::int64_t kStoryDays = 3;
inline constexpr double kStoryLikeness = 0.26;

struct StoryOptions {
  std::vector<std::string> common_words;  // in lower case; they are no features
  double threshold = kStoryLikeness;
};

[[nodiscard]] std::vector<std::size_t> find_stories(const std::vector<StoryReport>& reports,
                                                    const StoryOptions& options);

}  // namespace wireroom
