// What is wrong between rules whatever their sentences say, and how many patterns each code has; for `wireroom lint`.
//
//   RuleAudit audit = audit_rules(coder.rules());
//   for (const RuleFailure& finding : audit.findings) ...
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "event/rule.h"
#include "event/rule_check.h"

namespace wireroom {

struct RuleAudit {
  // A pattern is shadowed if a rule before its own has the same words in the same places and asks no more: of two rules
  // at one word the first wins, so it never gets its turn. If the first is of another type the two contradict each
  // other. A verb pattern that begins with "be" finds nothing: in the trees a copula is never a head. Each pattern is
  // told once, at its rule's line.
  std::vector<RuleFailure> findings;
  std::map<EventType, std::map<std::string, std::size_t>> patterns;  // by type and CAMEO code
};

[[nodiscard]] RuleAudit audit_rules(const std::vector<Rule>& rules);

}  // namespace wireroom
