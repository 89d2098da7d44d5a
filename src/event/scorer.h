// How likely a draft is a real political event: log-odds of the kind of rule and of what stands around
// (rules/event/score.tsv), then those of the encoder's reading of the trigger. The weights of words and parties are
// priors set by hand (a rule's own `score` line replaces the prior of its kind); how much they and the encoder count
// for keeping a draft was chosen on the dev sets (docs/model.md): what rules find the encoder may doubt, hardly more,
// unless it is sure. The probability that a record shows weighs the same evidence as fitted on gold records.
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

class Scorer {
 public:
  // Columns feature, weight; all features of the table below must be there.
  static Result<Scorer> read(std::string file, std::string_view bytes);

  [[nodiscard]] Evidence evidence(const EventDraft& draft, const Tree& tree, const PartyFinder& finder,
                                  const WordClasses& classes) const;

  // For an event that lies generations back.
  [[nodiscard]] Evidence long_ago(Evidence evidence) const;

  // Whether the draft becomes a record.
  [[nodiscard]] bool keeps(const Evidence& evidence) const;

  // That a careful reader would have an event of this type there; fitted on gold/ (tools/fit_event_scores).
  [[nodiscard]] double probability(const Evidence& evidence) const;

 private:
  [[nodiscard]] double words_and_parties(const EventDraft& draft, const Tree& tree, const PartyFinder& finder,
                                         const WordClasses& classes) const;
  [[nodiscard]] double weight(std::string_view feature) const;
  std::map<std::string, double, std::less<>> weights_;
};

}  // namespace wireroom
