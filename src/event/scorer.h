// How likely a draft is a real political event: log-odds of the kind of rule and of what stands around
// (rules/event/score.tsv), turned into a probability. Until there is a trained classifier these weights are priors set
// by hand; a rule's own `score` line replaces the prior of its kind.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "event/draft.h"
#include "event/party_finder.h"
#include "event/tree.h"
#include "event/word_classes.h"

namespace wireroom {

// Drafts below it are no records.
inline constexpr double kLowestEventScore = 0.5;

class Scorer {
 public:
  // Columns feature, weight; all features of the table below must be there.
  static Result<Scorer> read(std::string file, std::string_view bytes);

  [[nodiscard]] double score(const EventDraft& draft, const Tree& tree, const PartyFinder& finder,
                             const WordClasses& classes) const;

  // The score of an event that lies generations back.
  [[nodiscard]] double long_ago(double score) const;

 private:
  [[nodiscard]] double weight(std::string_view feature) const;
  std::map<std::string, double, std::less<>> weights_;
};

}  // namespace wireroom
