// The whole of a match: pattern, roles, needs.
#include "event/rule_match.h"

#include <algorithm>

namespace wireroom {

using Node = Tree::Node;
using Nodes = Tree::Nodes;

std::optional<EventDraft> Match::at(const Pattern& pattern, Node head) {
  if (!right_class(pattern.kind, head)) return std::nullopt;
  if (rule_.type == EventType::CONSULT && frames_statement(head)) return std::nullopt;
  draft_ = EventDraft{};
  draft_.rule = &rule_;
  draft_.kind = pattern.kind;
  draft_.head = head;
  draft_.triggers = {head};
  draft_.anchors = {head};
  for (const PatternPart& part : pattern.parts)
    if (!take(part)) return std::nullopt;
  for (const PatternPart& part : pattern.parts)  // a noun tells more than a particle, both together most
    draft_.parts += part.kind == PatternPart::Kind::beside ? 1 : part.kind == PatternPart::Kind::oblique ? 3 : 2;
  fill();
  const bool partyless =
      pattern.kind == TriggerKind::noun && draft_.event.source.empty() && draft_.event.target.empty();
  for (const Need& need : rule_.needs)
    if (satisfied(need) != need.wanted) {
      if (!partyless || !need.wanted || need.of == Need::Of::sentence || need.of == Need::Of::occurrence) {
        refused_ = true;
        return std::nullopt;
      }
      draft_.bare = true;
    }
  return draft_;
}
}  // namespace wireroom
