// An event while it is being coded: what a rule found in one sentence, before status, merging and circumstances.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/rule.h"
#include "event/status.h"
#include "event/tree.h"
#include "wireroom/proposition.h"

namespace wireroom {

// What speaks for a draft, in log-odds.
struct Evidence {
  double words = 0;               // of the kind of trigger, the parties, what stands around
  std::optional<double> encoder;  // of the encoder: that a trigger word names an event at all; none: it was not asked
  bool proposed = false;          // named by the encoder alone
};

struct EventDraft {
  const Rule* rule = nullptr;
  TriggerKind kind = TriggerKind::verb;
  bool light = false;                // several words name it: "hold talks"
  double prior = 0;                  // the best of the rules that name it; 0: that of its kind
  std::size_t parts = 0;             // how much beside its head the pattern asked for
  Tree::Node head = 0;               // the main word of the trigger
  std::vector<Tree::Node> triggers;  // all its words, ascending
  std::vector<Tree::Node> anchors;   // words on which parties may hang: the verb, the noun of a light-verb phrase
  StatusFinding told;
  bool own_source = false;  // the source stands at the trigger itself, not borrowed from a clause around
  bool proposed = false;    // named by the encoder alone
  bool refused = false;     // a rule for the proposed type knows the word and misses what it needs
  bool bare = false;        // a noun without any party: counts only as a second word for another draft
  bool dropped = false;
  Evidence evidence;  // filled when the parties are settled
  Event event;

  [[nodiscard]] bool has_trigger(Tree::Node node) const {
    for (Tree::Node trigger : triggers)
      if (trigger == node) return true;
    return false;
  }
};

}  // namespace wireroom
