#include "event/rule_check.h"

#include <algorithm>

namespace wireroom {
namespace {

bool counts(EventStatus status) {
  return status == EventStatus::asserted || status == EventStatus::planned || status == EventStatus::possible ||
         status == EventStatus::failed;
}

std::string words(const Coded& coded, const std::vector<Party>& parties) {
  std::string result;
  for (const Party& party : parties)
    result += (result.empty() ? "" : "; ") + std::string(coded.report.text.view(party.span));
  return result;
}

bool names(const Coded& coded, const std::vector<Party>& parties, const std::string& wanted) {
  return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    const std::string_view text = coded.report.text.view(party.span);
    return text.find(wanted) != std::string_view::npos || wanted.find(text) != std::string::npos;
  });
}

bool right_parties(const Coded& coded, const Rule& rule, const Event& event, const Example& example) {
  std::vector<Party> all = event.source;
  all.insert(all.end(), event.target.begin(), event.target.end());
  const auto& source = rule.symmetric ? all : event.source;
  const auto& target = rule.symmetric ? all : event.target;
  const auto there = [&](const std::vector<Party>& parties) {
    return [&](const std::string& wanted) { return names(coded, parties, wanted); };
  };
  return std::all_of(example.source.begin(), example.source.end(), there(source)) &&
         std::all_of(example.target.begin(), example.target.end(), there(target));
}

std::string told(const Coded& coded) {
  if (coded.events.empty()) return "no event";
  std::string result;
  for (const Event& event : coded.events)
    result += (result.empty() ? "" : ", ") + std::string(name(event.type)) + " " + name(event.status) + " (" +
              words(coded, event.source) + " -> " + words(coded, event.target) + ", " +
              event.rule.substr(event.rule.rfind(' ') + 1) + ")";
  return result;
}

}  // namespace

RuleCheck check_rules(const std::vector<Rule>& rules, const std::function<Coded(std::string_view)>& code) {
  RuleCheck check;
  for (const Rule& rule : rules) {
    for (const Example& example : rule.yes) {
      ++check.sentences;
      const Coded coded = code(example.sentence);
      const bool found = std::any_of(coded.events.begin(), coded.events.end(), [&](const Event& event) {
        // Another rule may have lent its name where several words name one happening.
        return (event.rule == rule.title() || event.type == rule.type) &&
               (example.status ? event.status == *example.status : counts(event.status)) &&
               right_parties(coded, rule, event, example);
      });
      if (!found)
        check.failures.push_back({rule.file + ":" + std::to_string(example.line),
                                  "rule '" + rule.name + "' should find an event in: " + example.sentence +
                                      "\n    but there is " + told(coded)});
    }
    for (const Example& example : rule.no) {
      ++check.sentences;
      const Coded coded = code(example.sentence);
      const bool found = std::any_of(coded.events.begin(), coded.events.end(), [&](const Event& event) {
        return event.type == rule.type && counts(event.status);
      });
      if (found)
        check.failures.push_back({rule.file + ":" + std::to_string(example.line),
                                  "rule '" + rule.name + "' should find nothing in: " + example.sentence +
                                      "\n    but there is " + told(coded)});
    }
  }
  return check;
}

}  // namespace wireroom
