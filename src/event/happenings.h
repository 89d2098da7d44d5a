// One record a happening: joins drafts that name the same deed, and takes in what is only promised, demanded, refused
// or threatened as the object of the promise, demand, refusal or threat.
#pragma once

#include <vector>

#include "event/draft.h"
#include "event/ontology.h"
#include "event/party_finder.h"
#include "event/tree.h"
#include "event/word_classes.h"

namespace wireroom {

class Happenings {
 public:
  Happenings(const Tree& tree, const PartyFinder& finder, const WordClasses& classes, const Ontology& ontology)
      : tree_(tree), finder_(finder), classes_(classes), ontology_(ontology) {}

  // Drops drafts that are no records of their own; the others are complete in type, parties and status.
  void settle(std::vector<EventDraft>& drafts) const;

 private:
  void borrow_parties(std::vector<EventDraft>& drafts) const;
  void merge(std::vector<EventDraft>& drafts) const;
  [[nodiscard]] bool presupposed(EventType outer, const EventDraft& inner) const;
  void embed(std::vector<EventDraft>& drafts) const;
  void retell(std::vector<EventDraft>& drafts) const;
  void protest_demands(std::vector<EventDraft>& drafts) const;
  [[nodiscard]] bool stands_alone(const EventDraft& draft) const;
  void mutual(std::vector<EventDraft>& drafts) const;
  void outshine(std::vector<EventDraft>& drafts) const;
  [[nodiscard]] bool two_deeds(const EventDraft& a, const EventDraft& b) const;
  [[nodiscard]] bool one_happening(const EventDraft& a, const EventDraft& b) const;
  void join(EventDraft& into, EventDraft& from) const;
  // The draft that takes in this one as its object; -1 if none.
  [[nodiscard]] int outer_of(const std::vector<EventDraft>& drafts, std::size_t inner) const;

  const Tree& tree_;
  const PartyFinder& finder_;
  const WordClasses& classes_;
  const Ontology& ontology_;
};

}  // namespace wireroom
