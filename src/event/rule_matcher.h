// The one tree matcher of all rules: finds their patterns in a sentence and fills source, target and other parties.
// What the encoder reads as an event and no rule knows by its words is matched by the rules whose trigger is `?`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/draft.h"
#include "event/party_finder.h"
#include "event/tree.h"
#include "event/word_classes.h"

namespace wireroom {

// The trigger of rules for words that only the encoder reads as an event of the rule's type, and how sure it must be.
inline constexpr std::string_view kReadByEncoder = "?";
inline constexpr float kLeastProposal = 0.2F;

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
  // Adds to `refused` the types of rules whose words are there without what they need.
  [[nodiscard]] std::optional<EventDraft> best(const std::vector<Entry>& entries, const Tree& tree,
                                               const PartyFinder& finder, std::uint32_t sentence, Tree::Node node,
                                               std::uint32_t& refused) const;
  // Adds drafts at words that the rules with words of their own leave; keeps the order of the text. `taken` holds for
  // each word the types (a bit each) that these rules refused there, or all bits where one found an event.
  void propose(const Tree& tree, const PartyFinder& finder, std::uint32_t sentence,
               const std::vector<std::uint32_t>& taken, std::vector<EventDraft>& drafts) const;

  const std::vector<Rule>* rules_;
  const WordClasses* classes_;
  std::map<std::string, std::vector<Entry>, std::less<>> by_head_, by_reading_;
};

}  // namespace wireroom
