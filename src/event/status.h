// Is an act told as done, planned, possible, demanded, failed or denied? Decided once for all rules from auxiliaries,
// negation, and the words above the trigger (rules/event/status.tsv).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/tree.h"
#include "event/word_classes.h"
#include "wireroom/proposition.h"

namespace wireroom {

struct StatusFinding {
  EventStatus status = EventStatus::asserted;
  bool future = false;   // planned by "will", "plan to", "scheduled": a cooperative act is then an AGREE
  bool refused = false;  // "will not", "would not": a cooperative act is then a REJECT
  bool obliged = false;  // "must": said of another it is a demand
  bool question = false;
  bool wished = false;   // a purpose, hope, need or way of doing it: no deed
  bool generic = false;  // told of no particular time ("often", "every year")
};

// Is the deed of this verb told as not done ("not", "nobody", "without")?
[[nodiscard]] bool is_negated(const Tree& tree, Tree::Node verb);

class StatusReader {
 public:
  // Columns word, of (clause: an act as clause or infinitive below the word; infinitive: only as infinitive or bare
  // subjunctive; past: as infinitive below the word in the past tense; noun: as noun; topic: as noun after on, about,
  // over, for; before: an adjective before the noun), status.
  static Result<StatusReader> read(std::string file, std::string_view bytes);

  // `trigger` is the head of the words that name the act.
  [[nodiscard]] StatusFinding status(const Tree& tree, Tree::Node trigger, const WordClasses& classes) const;

  // All words of the table, for the lemma book.
  [[nodiscard]] std::vector<std::string> words() const;

 private:
  struct Words {
    std::map<std::string, EventStatus, std::less<>> clause, infinitive, past, noun, topic, before;
  };
  // What the word above the clause `at` makes of it.
  [[nodiscard]] std::optional<EventStatus> of_clause(const Tree& tree, Tree::Node at, Tree::Node up) const;
  // Of the verb group itself: negation, modals, conditions.
  [[nodiscard]] static StatusFinding own(const Tree& tree, Tree::Node verb);

  Words words_;
};

}  // namespace wireroom
