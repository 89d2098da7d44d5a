#include "event/instruments.h"

#include <optional>

#include "base/table.h"

namespace wireroom {

Result<Instruments> Instruments::read(std::string file, std::string_view bytes) {
  WIREROOM_TRY(table, Table::read(std::move(file), bytes, {"lemmas", "mode", "cameo"}));
  Instruments instruments;
  for (const Table::Row& row : table.rows())
    for (std::string_view lemma : row.list("lemmas"))
      instruments.ways_[std::string(lemma)] = {std::string(row["mode"]), std::string(row["cameo"])};
  return instruments;
}

std::vector<std::string> Instruments::words() const {
  std::vector<std::string> all;
  for (const auto& [lemma, way] : ways_) all.push_back(lemma);
  return all;
}

const Instruments::Way* Instruments::way(std::string_view lemma) const {
  const auto found = ways_.find(lemma);
  return found == ways_.end() ? nullptr : &found->second;
}

// "traded artillery fire": fire is of firearms where nothing else is told.
std::optional<Tree::Node> Instruments::before_fire(const EventDraft& draft, const Tree& tree) const {
  for (Tree::Node trigger : draft.triggers)
    if (tree.lemma(trigger) == "fire" && !tree.is_verb(trigger))
      for (Tree::Node child : tree.children(trigger, "compound"))
        if (way(tree.lemma(child)) != nullptr) return child;
  return std::nullopt;
}

void Instruments::arm(std::vector<EventDraft>& drafts, const Tree& tree, const PartyFinder& finder) const {
  for (EventDraft& draft : drafts) {
    Event& event = draft.event;
    if (event.type != EventType::ASSAULT) continue;
    std::optional<Tree::Node> tool = before_fire(draft, tree);
    if (!tool && !(event.mode.empty() || event.mode == "destroy")) continue;
    for (Tree::Node anchor : draft.anchors) {
      // "attacked with drones", "killed by a car bomb", "using machetes"
      for (Tree::Node child : tree.children(anchor)) {
        if (tool) break;
        if (tree.is(child, "obl") || tree.is(child, "nmod")) {
          const std::string preposition = tree.preposition(child);
          if (preposition != "with" && preposition != "by" && preposition != "in" && preposition != "from") continue;
          for (Tree::Node each : tree.with_conjuncts(child))
            if (!tool && way(tree.lemma(each)) != nullptr) tool = each;
        } else if (tree.is(child, "advcl") && tree.lemma(child) == "use") {
          if (const auto object = tree.object(child); object && way(tree.lemma(*object)) != nullptr) tool = object;
        } else if (child < anchor && tree.is(child, "compound") && draft.kind == TriggerKind::noun) {
          if (way(tree.lemma(child)) != nullptr) tool = child;  // "a knife attack"
        }
      }
    }
    if (!tool)
      for (const Party& source : event.source)  // "warplanes attacked"
        if (!tool && way(tree.lemma(source.words.head)) != nullptr) tool = source.words.head;
    if (!tool) continue;
    const Way& how = *way(tree.lemma(*tool));
    event.mode = how.mode;
    if (event.cameo.empty() || event.cameo == "180" || event.cameo == "190" || event.cameo == "193" ||
        event.cameo == "1712")
      event.cameo = how.cameo;
    event.other.push_back({Role::instrument, finder.party(*tool), std::nullopt});
  }
}

}  // namespace wireroom
