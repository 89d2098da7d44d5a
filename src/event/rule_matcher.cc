#include "event/rule_matcher.h"

#include <algorithm>

#include "event/rule_match.h"

namespace wireroom {
namespace {

using Node = Tree::Node;

constexpr std::uint32_t kFound = ~0U;  // a rule with words of its own has the word

std::uint32_t bit(EventType type) { return 1U << static_cast<unsigned>(type); }

}  // namespace

RuleMatcher::RuleMatcher(const std::vector<Rule>& rules, const WordClasses& classes)
    : rules_(&rules), classes_(&classes) {
  for (std::uint32_t r = 0; r < rules.size(); ++r)
    for (std::uint32_t p = 0; p < rules[r].patterns.size(); ++p)
      for (const std::string& lemma : rules[r].patterns[p].head)
        (lemma == kReadByEncoder ? by_reading_[name(rules[r].type)] : by_head_[lemma]).push_back({r, p});
}

std::vector<EventDraft> RuleMatcher::match(const Tree& tree, const PartyFinder& finder, std::uint32_t sentence) const {
  std::vector<EventDraft> drafts;
  std::vector<std::uint32_t> taken(tree.size());
  for (Node node = 0; node < tree.size(); ++node) {
    const auto found = by_head_.find(tree.lemma(node));
    if (found == by_head_.end()) continue;
    if (std::optional<EventDraft> draft = best(found->second, tree, finder, sentence, node, taken[node])) {
      for (Node trigger : draft->triggers) taken[trigger] = kFound;
      drafts.push_back(std::move(*draft));
    }
  }
  propose(tree, finder, sentence, taken, drafts);
  return drafts;
}

std::optional<EventDraft> RuleMatcher::best(const std::vector<Entry>& entries, const Tree& tree,
                                            const PartyFinder& finder, std::uint32_t sentence, Node node,
                                            std::uint32_t& refused) const {
  std::optional<EventDraft> best;
  const Rule* done = nullptr;  // one pattern of a rule a word
  for (const Entry& entry : entries) {
    const Rule& rule = (*rules_)[entry.rule];
    if (&rule == done) continue;
    Match match(rule, tree, finder, *classes_, sentence);
    std::optional<EventDraft> draft = match.at(rule.patterns[entry.pattern], node);
    if (match.refused()) refused |= bit(rule.type);
    if (!draft) continue;
    done = &rule;
    // Of several rules at one word the one with more words wins, then the one that stands first.
    const bool better = best && (best->bare != draft->bare ? best->bare : best->parts < draft->parts);
    if (!best || better) best = std::move(draft);
  }
  return best;
}

void RuleMatcher::propose(const Tree& tree, const PartyFinder& finder, std::uint32_t sentence,
                          const std::vector<std::uint32_t>& taken, std::vector<EventDraft>& drafts) const {
  const std::size_t known = drafts.size();
  for (Node node = 0; node < tree.size(); ++node) {
    const Word& word = tree.word(node);
    if (word.event_score < kLeastProposal) continue;
    const std::optional<EventType> type = event_type(word.event);
    const auto rules = by_reading_.find(word.event);
    if (!type || rules == by_reading_.end() || taken[node] == kFound) continue;
    std::uint32_t refused = 0;
    if (std::optional<EventDraft> draft = best(rules->second, tree, finder, sentence, node, refused)) {
      draft->proposed = true;
      draft->refused = (taken[node] & bit(*type)) != 0;
      drafts.push_back(std::move(*draft));
    }
  }
  std::inplace_merge(drafts.begin(), drafts.begin() + static_cast<std::ptrdiff_t>(known), drafts.end(),
                     [](const EventDraft& a, const EventDraft& b) { return a.head < b.head; });
}

}  // namespace wireroom
