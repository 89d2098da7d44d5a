// When, where, how long, how many: what hangs on the trigger in the tree belongs to its event; what hangs on no trigger
// belongs to all of the sentence; the time of a reporting verb ("said on Thursday") belongs to none.
#pragma once

#include <cstdint>
#include <vector>

#include "event/draft.h"
#include "event/party_finder.h"
#include "event/tree.h"
#include "event/word_classes.h"
#include "wireroom/coded.h"

namespace wireroom {

class Circumstances {
 public:
  Circumstances(const Coded& coded, std::uint32_t sentence, const Tree& tree, const PartyFinder& finder,
                const WordClasses& classes);

  // Fills date, place, duration and counts of the events of this sentence.
  void fill(std::vector<EventDraft>& drafts) const;

 private:
  struct Owner {
    std::int32_t draft = -1;  // -1: no trigger above
    int steps = 0;            // words between it and the trigger
    bool reported = false;    // it hangs on a verb of saying
    bool elsewhere = false;   // a clause without event of its own stands on the way
    bool literal = false;     // a preposition of place stands on the way
  };
  [[nodiscard]] Owner owner_of(Tree::Node node, const std::vector<EventDraft>& drafts) const;
  void date(std::vector<EventDraft>& drafts) const;
  [[nodiscard]] Owner time_owner(const TimeExpression& time, const std::vector<EventDraft>& drafts) const;
  [[nodiscard]] bool perfect(Tree::Node verb) const;
  [[nodiscard]] bool present_perfect(std::size_t draft, const std::vector<EventDraft>& drafts) const;
  [[nodiscard]] bool of_an_epoch(const EventDraft& draft) const;
  [[nodiscard]] bool counted(const EventDraft& draft) const;
  void share_date(std::vector<EventDraft>& drafts) const;
  void duration(std::vector<EventDraft>& drafts) const;
  void place(std::vector<EventDraft>& drafts) const;
  void from_dateline(Event& event) const;
  void counts(std::vector<EventDraft>& drafts) const;
  void publication(Event& event) const;
  [[nodiscard]] std::string counted_as(const Quantity& quantity, Tree::Node what) const;

  const Coded& coded_;
  std::uint32_t sentence_;
  const Tree& tree_;
  const PartyFinder& finder_;
  const WordClasses& classes_;
  std::vector<bool> cue_;  // words of cues of statements
};

}  // namespace wireroom
