#include "event/rule_audit.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "event/rule_matcher.h"

namespace wireroom {
namespace {

constexpr char kField = '\x1f';  // between the fields of a key: stands in no lemma

void put(std::string& key, const Lemmas& lemmas) {
  for (const std::string& lemma : lemmas) key += lemma + '/';
  key += kField;
}

std::string part_key(const PatternPart& part) {
  std::string key = std::to_string(static_cast<int>(part.kind));
  put(key, part.preposition);
  put(key, part.word);
  return key;
}

// The same words in the same places, in whatever order a rule lists them.
std::string pattern_key(const Pattern& pattern, std::string_view head) {
  std::vector<std::string> parts;
  for (const PatternPart& part : pattern.parts) parts.push_back(part_key(part));
  std::sort(parts.begin(), parts.end());
  std::string key = std::to_string(static_cast<int>(pattern.kind)) + std::string(head) + kField;
  for (const std::string& part : parts) key += part + kField;
  return key;
}

std::string need_key(const Need& need) {
  std::string key = std::to_string(static_cast<int>(need.of));
  for (const bool flag :
       {need.wanted, need.political, need.actor, need.people, need.place, need.country, need.there, need.question,
        need.own, need.named, need.must, need.should, need.purpose, need.refused, need.denied})
    key += flag ? '1' : '0';
  put(key, need.lemmas);
  put(key, need.sectors);
  return key;
}

std::string positions_key(const Rule& rule) {
  std::string key;
  for (const std::vector<Position>& role : rule.positions) {
    for (const Position& position : role) {
      key += std::to_string(static_cast<int>(position.kind));
      put(key, position.prepositions);
    }
    key += kField;
  }
  return key;
}

// What a rule asks for beside its words.
struct Demands {
  std::set<std::string> needs;
  std::string positions;

  explicit Demands(const Rule& rule) : positions(positions_key(rule)) {
    for (const Need& need : rule.needs) needs.insert(need_key(need));
  }
  // Whatever meets `other` meets this, too.
  [[nodiscard]] bool no_more_than(const Demands& other) const {
    if (needs.empty()) return true;
    return positions == other.positions &&
           std::includes(other.needs.begin(), other.needs.end(), needs.begin(), needs.end());
  }
};

// The words of a pattern for a message: "put on".
std::string words(const Pattern& pattern, std::string_view head) {
  std::string result(head);
  for (const PatternPart& part : pattern.parts) {
    if (!part.preposition.empty()) result += ' ' + part.preposition.front();
    if (!part.word.empty()) result += ' ' + part.word.front() + (part.word.size() > 1 ? "/..." : "");
  }
  return result;
}

}  // namespace

RuleAudit audit_rules(const std::vector<Rule>& rules) {
  RuleAudit audit;
  std::vector<Demands> demands;
  for (const Rule& rule : rules) demands.emplace_back(rule);
  std::map<std::string, std::vector<std::size_t>> before;  // rules by the words of their patterns
  for (std::size_t r = 0; r < rules.size(); ++r) {
    const Rule& rule = rules[r];
    for (const Pattern& pattern : rule.patterns) {
      ++audit.patterns[rule.type][rule.cameo];
      bool told = false;
      if (pattern.kind == TriggerKind::verb && holds(pattern.head, "be")) {
        told = true;
        audit.findings.push_back({rule.file + ":" + std::to_string(rule.line),
                                  "rule '" + rule.name + "': '" + words(pattern, "be") +
                                      "' finds nothing: a copula is no head; name the noun or adjective"});
      }
      for (const std::string& head : pattern.head) {
        // Rules for what the encoder reads compete within their type only.
        const std::string type = head == kReadByEncoder ? name(rule.type) : "";
        std::vector<std::size_t>& same = before[type + pattern_key(pattern, head)];
        for (const std::size_t first : same) {
          if (told || first == r || !demands[first].no_more_than(demands[r])) continue;
          told = true;
          const bool contradicts = rules[first].type != rule.type;
          audit.findings.push_back(
              {rule.file + ":" + std::to_string(rule.line),
               "rule '" + rule.name + "': '" + words(pattern, head) + "' never wins, " + rules[first].title() +
                   " has the same words and asks no more" +
                   (contradicts ? std::string(", and is ") + name(rules[first].type) : std::string()) +
                   "; take it out of one of them or ask for more"});
        }
        if (same.empty() || same.back() != r) same.push_back(r);
      }
    }
  }
  return audit;
}

}  // namespace wireroom
