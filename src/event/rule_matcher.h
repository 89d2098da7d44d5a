// The one tree matcher of all rules: finds their patterns in a sentence and fills source, target and other parties.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "event/draft.h"
#include "event/party_finder.h"
#include "event/tree.h"
#include "event/word_classes.h"

namespace wireroom {

class RuleMatcher {
 public:
  // `rules` and `classes` must outlive the matcher.
  RuleMatcher(const std::vector<Rule>& rules, const WordClasses& classes);

  // What the rules see in the sentence, in the order of the text; needs are checked, nothing is merged yet.
  [[nodiscard]] std::vector<EventDraft> match(const Tree& tree, const PartyFinder& finder,
                                              std::uint32_t sentence) const;

 private:
  struct Entry {
    std::uint32_t rule, pattern;
  };
  const std::vector<Rule>* rules_;
  const WordClasses* classes_;
  std::map<std::string, std::vector<Entry>, std::less<>> by_head_;
};

}  // namespace wireroom
