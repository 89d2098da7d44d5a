// How likely a draft is a real political event: log-odds of the kind of rule and of what stands around
// (rules/event/score.tsv), then those of the encoder's reading of the trigger, turned into a probability. The weights
// of words and parties are priors set by hand (a rule's own `score` line replaces the prior of its kind); how much they
// and the encoder count was chosen on the dev sets (docs/model.md): what rules find the encoder may doubt, hardly more.
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
  // The log-odds of words and parties together with the encoder's own of the trigger words' naming an event at all.
  [[nodiscard]] double with_encoder(double odds, const EventDraft& draft, const Tree& tree) const;
  [[nodiscard]] double weight(std::string_view feature) const;
  std::map<std::string, double, std::less<>> weights_;
};

}  // namespace wireroom
