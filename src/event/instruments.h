// How an attack was done: the arms, vehicles and tools that the words around a trigger name
// (rules/event/instruments.tsv) give the event its mode, its CAMEO code and an instrument.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "event/draft.h"
#include "event/party_finder.h"
#include "event/tree.h"

namespace wireroom {

class Instruments {
 public:
  // Columns lemmas (cut at '|'), mode, cameo.
  static Result<Instruments> read(std::string file, std::string_view bytes);

  // Fills mode, code and instrument of attacks whose rule leaves them open.
  void arm(std::vector<EventDraft>& drafts, const Tree& tree, const PartyFinder& finder) const;

  // All words of the table, for the lemma book.
  [[nodiscard]] std::vector<std::string> words() const;

 private:
  struct Way {
    std::string mode, cameo;
  };
  [[nodiscard]] const Way* way(std::string_view lemma) const;
  [[nodiscard]] std::optional<Tree::Node> before_fire(const EventDraft& draft, const Tree& tree) const;
  std::map<std::string, Way, std::less<>> ways_;
};

}  // namespace wireroom
