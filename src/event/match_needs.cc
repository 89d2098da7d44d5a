// What a rule asks for besides its words: parties of a kind, clauses, places.
#include <algorithm>

#include "event/rule_match.h"
#include "event/status.h"

namespace wireroom {

using Node = Tree::Node;
using Nodes = Tree::Nodes;

bool Match::fits(const Need& need, const Party& party) const {
  const Traits traits = finder_.traits(party);
  if ((need.political && (traits.political || (need.wanted && traits.unplaced))) || (need.actor && traits.actor) ||
      (need.people && traits.people) || (need.named && traits.named) || (need.place && traits.place) ||
      (need.country && traits.country) || need.there)
    return true;
  if (holds(need.lemmas, traits.lemma) || holds(need.lemmas, tree_.lemma(party.words.head))) return true;
  for (const std::string& sector : need.sectors)
    if (traits.sector == sector || traits.sector2 == sector || traits.code_country == sector) return true;
  return false;
}

bool Match::satisfied(const Need& need) const {
  const auto any = [&](const std::vector<Party>& list) {
    return std::any_of(list.begin(), list.end(), [&](const Party& p) { return fits(need, p); });
  };
  // Words are looked up at the place itself, too: a storm is no party, yet it is what killed.
  const auto raw = [&](RuleRole which) {
    if (need.lemmas.empty()) return false;
    for (const Position& position : rule_.at(which))
      for (Node node : nodes_at(position))
        for (Node each : tree_.with_conjuncts(node))
          if (holds(need.lemmas, tree_.lemma(each))) return true;
    return false;
  };
  switch (need.of) {
    case Need::Of::source:
      return any(draft_.event.source) || raw(RuleRole::source);
    case Need::Of::target:
      return any(draft_.event.target) || raw(RuleRole::target);
    case Need::Of::party:
      return any(draft_.event.source) || any(draft_.event.target);
    case Need::Of::object: {
      const Nodes nodes = nodes_at({Position::Kind::object, {}});
      for (Node node : nodes)
        for (Node each : tree_.with_conjuncts(node))
          if (need.there || holds(need.lemmas, tree_.lemma(each)) || fits(need, finder_.party(each))) return true;
      return false;
    }
    case Need::Of::clause:
      if (need.question) return asks();
      if (need.must || need.should) return obliges(need.should);
      if (need.purpose) return has_purpose();
      return need.own ? own_deed() : !tree_.children(draft_.head, "ccomp").empty();
    case Need::Of::told:
      return (need.refused && declines()) || (need.denied && is_negated(tree_, draft_.head));
    case Need::Of::occurrence: {
      const std::optional<Node> verb = tree_.head(draft_.head);
      if (!verb || !tree_.is(draft_.head, "nsubj") || !tree_.is_verb(*verb)) return false;
      if (classes_.in("lasting", tree_.lemma(*verb))) return true;
      for (const std::string_view noun : {"effect", "force", "place"}) {  // "took effect", "came into force"
        if (const auto object = tree_.object(*verb); object && tree_.lemma(*object) == noun) return true;
        for (Node phrase : tree_.after(*verb, {"in", "into"}))
          if (tree_.lemma(phrase) == noun) return true;
      }
      return false;
    }
    case Need::Of::sentence:
      for (Node node = 0; node < tree_.size(); ++node)
        if (holds(need.lemmas, tree_.lemma(node))) return true;
      return false;
  }
  return false;
}

bool Match::obliges(bool mildly) const {
  for (Node clause : tree_.children(draft_.head, "ccomp")) {
    bool auxiliary = false, singular = false;
    for (Node child : tree_.children(clause)) {
      const std::string_view form = tree_.form(child);
      if (tree_.is(child, "aux") && form == "must" && !is_negated(tree_, clause)) return true;
      if (mildly && tree_.is(child, "aux") && (form == "must" || form == "should" || form == "ought")) return true;
      if ((tree_.is(child, "aux") || tree_.is(child, "cop")) && form == "be") return true;  // "that the talks be held"
      auxiliary = auxiliary || tree_.is(child, "aux") || tree_.is(child, "cop");
      const std::string_view tag = tree_.word(child).xpos;
      singular = singular || (tree_.is(child, "nsubj") && (tag == "NN" || tag == "NNP"));
    }
    const std::string_view tag = tree_.word(clause).xpos;
    if (!auxiliary && singular && (tag == "VB" || tag == "VBP")) return true;  // "insists that Iran stop"
  }
  return false;
}

bool Match::has_purpose() const {
  for (Node child : tree_.children(draft_.head))
    if (((tree_.is(child, "advcl") || tree_.is(child, "xcomp")) && tree_.marker(child) == "to") ||
        (tree_.is(child, "advcl") && tree_.word(child).xpos == "VBG" && tree_.marker(child).empty()))
      return true;
  return false;
}

bool Match::declines() const {
  if (!is_negated(tree_, draft_.head)) return false;
  for (Node child : tree_.children(draft_.head, "aux"))
    if (const std::string_view form = tree_.form(child);
        form == "will" || form == "would" || form == "wo" || form == "'ll" || form == "going")
      return true;
  return false;
}

bool Match::asks() const {
  for (Node child : tree_.children(draft_.head)) {
    if (tree_.is(child, "ccomp") || tree_.is(child, "advcl") || tree_.is(child, "xcomp")) {
      const std::string mark = tree_.marker(child);
      if ((mark == "if" && !tree_.is(child, "advcl")) || mark == "whether") return true;
      for (Node word : tree_.children(child))
        if (tree_.word(word).xpos.starts_with("W") && word < child && !tree_.is(child, "advcl")) return true;
    }
    if (tree_.is(child, "obl") && tree_.preposition(child) == "about") return true;
  }
  return false;
}

bool Match::own_deed() const {
  if (draft_.event.source.empty()) return false;
  const Traits speaker = finder_.traits(draft_.event.source[0]);
  for (Node clause : tree_.children(draft_.head, "ccomp")) {
    bool to_come = false;
    for (Node child : tree_.children(clause, "aux")) to_come = to_come || classes_.in("to_come", tree_.form(child));
    if (!to_come) continue;
    const std::optional<Node> doer = tree_.subject(clause);
    if (!doer) continue;
    if (tree_.form(*doer) == "we" || tree_.form(*doer) == "it") return true;
    const Party party = finder_.party(*doer);
    if (same_party(party, draft_.event.source[0])) return true;
    const Traits traits = finder_.traits(party);
    const Traits whose = finder_.owner(*doer) ? finder_.traits(*finder_.owner(*doer)) : traits;
    if (!speaker.code_country.empty() &&
        (traits.code_country == speaker.code_country || whose.code_country == speaker.code_country))
      return true;
  }
  return false;
}
}  // namespace wireroom
