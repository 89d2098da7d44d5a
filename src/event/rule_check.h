// Runs the `yes` and `no` sentences of all rules through the whole program; for `wireroom lint` and the tests.
//
//   auto failures = check_rules(coder.rules(), [&](std::string_view sentence) { return engine.code(sentence); });
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "event/rule.h"
#include "wireroom/coded.h"

namespace wireroom {

struct RuleFailure {
  std::string place;    // "rules/event/consult.rules:12"
  std::string message;  // what was expected, what came, in words
};

struct RuleCheck {
  std::size_t sentences = 0;
  std::vector<RuleFailure> failures;
};

// A `yes` sentence must give an event of its rule's type (whichever rule of it won), with the parties it names (without
// order where the rule is symmetric) and its status (asserted, planned, possible or failed if none is told). A `no`
// sentence must give no event of the rule's type that is told as a fact.
[[nodiscard]] RuleCheck check_rules(const std::vector<Rule>& rules, const std::function<Coded(std::string_view)>& code);

}  // namespace wireroom
