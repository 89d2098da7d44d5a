#include "event/rule_matcher.h"

#include <algorithm>

namespace wireroom {
namespace {

using Node = Tree::Node;
using Nodes = Tree::Nodes;

// Matches one rule at one word.
class Match {
 public:
  Match(const Rule& rule, const Tree& tree, const PartyFinder& finder, const WordClasses& classes,
        std::uint32_t sentence)
      : rule_(rule), tree_(tree), finder_(finder), classes_(classes), sentence_(sentence) {}

  std::optional<EventDraft> at(const Pattern& pattern, Node head) {
    if (!right_class(pattern.kind, head)) return std::nullopt;
    draft_ = EventDraft{};
    draft_.rule = &rule_;
    draft_.kind = pattern.kind;
    draft_.head = head;
    draft_.triggers = {head};
    draft_.anchors = {head};
    for (const PatternPart& part : pattern.parts)
      if (!take(part)) return std::nullopt;
    for (const PatternPart& part : pattern.parts)  // a noun tells more than a particle
      draft_.parts += part.kind == PatternPart::Kind::beside ? 1 : 2;
    fill();
    const bool partyless =
        pattern.kind == TriggerKind::noun && draft_.event.source.empty() && draft_.event.target.empty();
    for (const Need& need : rule_.needs)
      if (satisfied(need) != need.wanted) {
        if (!partyless || !need.wanted || need.of == Need::Of::sentence) return std::nullopt;
        draft_.bare = true;
      }
    return draft_;
  }

 private:
  bool right_class(TriggerKind kind, Node head) const {
    const Word& word = tree_.word(head);
    if (word.name_begins || word.name == NameType::PER || word.name == NameType::ORG || word.name == NameType::GPE)
      return false;
    if (kind == TriggerKind::verb) {
      if (!tree_.is_verb(head) || tree_.is(head, "aux") || tree_.is(head, "cop") || tree_.is(head, "compound"))
        return false;
      return !tree_.is(head, "amod") || tree_.word(head).xpos == "VBN" || tree_.word(head).xpos == "VBG";
    }
    if (kind == TriggerKind::noun)
      return (word.upos == "NOUN" || word.upos == "PROPN" ||
              (word.upos == "VERB" && word.xpos == "VBG" && !tree_.children(head, "det").empty())) &&
             !tree_.is(head, "compound");
    return word.upos == "ADJ";
  }

  bool take(const PatternPart& part) {
    const Node head = draft_.head;
    switch (part.kind) {
      case PatternPart::Kind::beside: {
        for (const std::string& lemma : part.word)
          for (Node anchor : draft_.anchors)  // "came under criticism from", however it hangs
            if (Node where = 0; tree_.has_beside(anchor, lemma, &where)) {
              // A particle belongs to the words of the event, a preposition to its noun.
              if (!tree_.is(where, "case") && !tree_.is(where, "mark")) draft_.triggers.push_back(where);
              return true;
            }
        return false;
      }
      case PatternPart::Kind::modifier: {
        for (Node child : tree_.children(head))
          if (child < head && (tree_.is(child, "compound") || tree_.is(child, "amod") || tree_.is(child, "nmod")) &&
              holds(part.word, tree_.lemma(child))) {
            draft_.triggers.push_back(child);
            return true;
          }
        return false;
      }
      case PatternPart::Kind::object: {
        std::optional<Node> object = tree_.object(head);
        if (!object && draft_.kind != TriggerKind::verb) return false;
        return object && noun_of(*object, part.word);
      }
      case PatternPart::Kind::oblique: {
        const std::vector<std::string> prepositions(part.preposition.begin(), part.preposition.end());
        for (Node phrase : tree_.after(head, prepositions))
          if (noun_of(phrase, part.word, true)) return true;
        Node where = 0;
        for (const std::string& particle : part.preposition)
          if (tree_.has_beside(head, particle, &where)) {
            const std::optional<Node> object = tree_.object(head);
            if (object && noun_of(*object, part.word)) {
              if (!tree_.is(where, "case") && !tree_.is(where, "mark")) draft_.triggers.push_back(where);
              return true;
            }
          }
        if (const std::optional<Node> object = tree_.object(head))  // "use chemical ~ weapon"
          for (Node before : tree_.modifiers(*object))
            if (holds(part.preposition, tree_.lemma(before)) && noun_of(*object, part.word, true)) {
              draft_.triggers.push_back(before);
              return true;
            }
        return false;
      }
      case PatternPart::Kind::complement: {
        for (Node clause : tree_.complements(head))
          if (holds(part.word, tree_.lemma(clause))) {
            draft_.triggers.push_back(clause);
            draft_.anchors.push_back(clause);
            draft_.light = true;
            return true;
          }
        return false;
      }
    }
    return false;
  }

  // The noun or one of its conjuncts ("sanctions and tariffs"), also under a container ("a series of attacks").
  bool noun_of(Node noun, const Lemmas& wanted, bool oblique = false) {
    Nodes candidates = tree_.with_conjuncts(noun);
    if (classes_.in("container", tree_.lemma(noun)))
      for (Node inner : tree_.after(noun, {"of"})) candidates.push_back(inner);
    for (Node each : candidates)
      if (holds(wanted, tree_.lemma(each))) {
        draft_.anchors.push_back(each);
        // "released 40 prisoners", "closed the border": a party or thing of its own, no word for the event
        if (oblique || (!finder_.traits(each).actor && !classes_.in("concrete", tree_.lemma(each)))) {
          draft_.triggers.push_back(each);
          draft_.light = true;
        }
        return true;
      }
    return false;
  }

  [[nodiscard]] bool is_verbal() const { return draft_.kind != TriggerKind::noun; }
  [[nodiscard]] bool is_trigger(Node node) const {
    return std::find(draft_.triggers.begin(), draft_.triggers.end(), node) != draft_.triggers.end();
  }

  // Of a noun also what hangs on the phrase before: "aid from Sweden to Ethiopia".
  [[nodiscard]] Nodes after(Node anchor, const std::vector<std::string>& prepositions) const {
    Nodes found = tree_.after(anchor, prepositions);
    if (!found.empty() || tree_.is_verb(anchor)) return found;
    for (Node between : tree_.children(anchor, "nmod")) {
      if (between < anchor) continue;
      for (Node phrase : tree_.after(between, prepositions))
        if (const std::string word = tree_.preposition(phrase); word != "of" && word != "in" && word != "and")
          found.push_back(phrase);
    }
    return found;
  }

  [[nodiscard]] Nodes nodes_at(const Position& position) const {
    const Node head = draft_.head;
    const Node last = draft_.anchors.back();
    const auto list = [&](std::optional<Node> node) { return node && !is_trigger(*node) ? Nodes{*node} : Nodes{}; };
    switch (position.kind) {
      case Position::Kind::subject: {
        if (!is_verbal()) return list(finder_.doer_of(head));
        Nodes found = list(draft_.kind == TriggerKind::verb ? tree_.subject(head) : tree_.surface_subject(head));
        if (found.empty() && draft_.light) found = list(finder_.doer_of(last));
        return found;
      }
      case Position::Kind::object: {
        if (!is_verbal()) return list(finder_.patient_of(head));
        if (draft_.light && tree_.is_noun(last)) return list(finder_.patient_of(last));
        if (draft_.light && tree_.is_verb(last)) return list(tree_.object(last));
        return list(tree_.object(head));
      }
      case Position::Kind::recipient: {
        Nodes found = list(is_verbal() ? tree_.recipient(head) : std::nullopt);
        for (Node anchor : draft_.anchors)
          if (found.empty()) found = after(anchor, {"for", "to", "toward", "towards"});
        return found;
      }
      case Position::Kind::owner: {
        const std::optional<Node> object =
            draft_.light || !is_verbal() ? std::optional<Node>(last) : tree_.object(head);
        return object ? list(finder_.owner(*object)) : Nodes{};
      }
      case Position::Kind::preposition: {
        Nodes found;
        for (Node anchor : draft_.anchors)
          for (Node phrase : after(anchor, position.prepositions))
            if (!is_trigger(phrase) && !is_time(phrase)) found.push_back(phrase);
        return found;
      }
      case Position::Kind::complement_subject: {
        for (Node clause : tree_.complements(head)) {
          const std::optional<Node> doer = tree_.surface_subject(clause);
          const std::optional<Node> own = tree_.surface_subject(head);
          if (doer && (!own || *doer != *own)) return list(doer);
        }
        return {};
      }
      case Position::Kind::modifier: {
        Nodes found;
        for (Node before : tree_.modifiers(last))
          if (finder_.traits(before).actor) found.push_back(before);
        return found;
      }
    }
    return {};
  }

  [[nodiscard]] bool is_time(Node node) const {
    return classes_.in("time", tree_.lemma(node)) || tree_.lemma(node) == "while" ||
           tree_.word(node).relation == "obl:unmarked";
  }

  void add(std::vector<Party>& list, Node node, bool target) {
    for (Party party : finder_.parties(node)) {
      const Traits traits = finder_.traits(party);
      if (!traits.actor && !traits.place) {
        const Node head = party.words.head;
        // Whose it is tells who is meant: "condemned Russia's attack", "the government's planes"
        std::optional<Node> owner = target ? finder_.owner(head) : finder_.doer_of(head);
        if (!owner && !target) owner = finder_.owner(head);
        if (owner && !is_trigger(*owner) && (finder_.traits(*owner).actor || finder_.traits(*owner).place)) {
          for (Party each : finder_.parties(*owner)) put(list, std::move(each));
          continue;
        }
        if (!target && rule_.type != EventType::PROTEST) continue;  // things do not act
        if (tree_.word(head).upos == "PRON") continue;
      }
      put(list, std::move(party));
    }
  }

  void put(std::vector<Party>& list, Party party) const {
    for (Node trigger : draft_.triggers)
      if (party.words.head == trigger) return;
    for (const Party& other : list)
      if (same_party(other, party)) return;
    list.push_back(std::move(party));
  }

  void role(RuleRole which, std::vector<Party>& list) {
    for (const Position& position : rule_.at(which)) {
      for (Node node : nodes_at(position)) add(list, node, which != RuleRole::source);
      if (!list.empty()) return;
    }
  }

  void fill() {
    std::sort(draft_.triggers.begin(), draft_.triggers.end());
    draft_.triggers.erase(std::unique(draft_.triggers.begin(), draft_.triggers.end()), draft_.triggers.end());
    Event& event = draft_.event;
    event.type = rule_.type;
    event.mode = rule_.mode;
    event.cameo = rule_.cameo;
    event.contexts = rule_.contexts;
    event.sentence = sentence_;
    event.rule = rule_.title();
    for (Node trigger : draft_.triggers) {
      event.trigger.push_back(tree_.word(trigger).span);
      event.trigger_words.push_back({sentence_, trigger, trigger, trigger});
    }
    role(RuleRole::source, event.source);
    draft_.own_source = !event.source.empty();
    role(RuleRole::target, event.target);
    if (rule_.symmetric) symmetric();
    drop_shared();
    others();
    if (rule_.claim && !event.source.empty()) event.according_to = event.source[0];
  }

  // All in the order of the text; the first is the source.
  void symmetric() {
    Event& event = draft_.event;
    std::vector<Party> all;
    for (auto* list : {&event.source, &event.target})
      for (Party& party : *list) {
        bool known = classes_.in("reciprocal", tree_.lemma(party.words.head));
        for (const Party& other : all) known = known || same_party(other, party);
        if (!known) all.push_back(std::move(party));
      }
    event.source.clear();
    event.target.clear();
    for (Party& party : all) (event.source.empty() ? event.source : event.target).push_back(std::move(party));
  }

  void drop_shared() {  // nobody does it to himself
    Event& event = draft_.event;
    std::erase_if(event.target, [&](const Party& party) {
      for (const Party& other : event.source)
        if (same_party(other, party)) return true;
      return false;
    });
  }

  void others() {
    constexpr std::pair<RuleRole, Role> kOthers[] = {{RuleRole::host, Role::host},
                                                     {RuleRole::mediator, Role::mediator},
                                                     {RuleRole::topic, Role::topic},
                                                     {RuleRole::instrument, Role::instrument},
                                                     {RuleRole::object, Role::object}};
    for (const auto& [from, to] : kOthers)
      for (const Position& position : rule_.at(from))
        for (Node node : nodes_at(position)) draft_.event.other.push_back({to, finder_.party(node), std::nullopt});
  }

  [[nodiscard]] bool fits(const Need& need, const Party& party) const {
    const Traits traits = finder_.traits(party);
    if ((need.political && (traits.political || (need.wanted && traits.unplaced))) || (need.actor && traits.actor) ||
        (need.people && traits.people) || (need.place && traits.place) || (need.country && traits.country) ||
        need.there)
      return true;
    if (holds(need.lemmas, traits.lemma) || holds(need.lemmas, tree_.lemma(party.words.head))) return true;
    for (const std::string& sector : need.sectors)
      if (traits.sector == sector || traits.sector2 == sector || traits.code_country == sector) return true;
    return false;
  }

  [[nodiscard]] bool satisfied(const Need& need) const {
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
        return !tree_.children(draft_.head, "ccomp").empty();
      case Need::Of::sentence:
        for (Node node = 0; node < tree_.size(); ++node)
          if (holds(need.lemmas, tree_.lemma(node))) return true;
        return false;
    }
    return false;
  }

  const Rule& rule_;
  const Tree& tree_;
  const PartyFinder& finder_;
  const WordClasses& classes_;
  std::uint32_t sentence_;
  EventDraft draft_;
};

}  // namespace

RuleMatcher::RuleMatcher(const std::vector<Rule>& rules, const WordClasses& classes)
    : rules_(&rules), classes_(&classes) {
  for (std::uint32_t r = 0; r < rules.size(); ++r)
    for (std::uint32_t p = 0; p < rules[r].patterns.size(); ++p)
      for (const std::string& lemma : rules[r].patterns[p].head) by_head_[lemma].push_back({r, p});
}

std::vector<EventDraft> RuleMatcher::match(const Tree& tree, const PartyFinder& finder, std::uint32_t sentence) const {
  std::vector<EventDraft> drafts;
  for (Node node = 0; node < tree.size(); ++node) {
    const auto found = by_head_.find(tree.lemma(node));
    if (found == by_head_.end()) continue;
    const std::size_t first = drafts.size();
    const Rule* done = nullptr;  // one pattern of a rule a word
    for (const Entry& entry : found->second) {
      const Rule& rule = (*rules_)[entry.rule];
      if (&rule == done) continue;
      if (std::optional<EventDraft> draft =
              Match(rule, tree, finder, *classes_, sentence).at(rule.patterns[entry.pattern], node)) {
        done = &rule;
        drafts.push_back(std::move(*draft));
      }
    }
    // Of several rules at one word the one with more words wins, then the one that stands first.
    if (drafts.size() > first + 1) {
      const auto best = std::max_element(
          drafts.begin() + static_cast<std::ptrdiff_t>(first), drafts.end(),
          [](const EventDraft& a, const EventDraft& b) { return a.bare != b.bare ? a.bare : a.parts < b.parts; });
      EventDraft kept = std::move(*best);
      drafts.resize(first);
      drafts.push_back(std::move(kept));
    }
  }
  return drafts;
}

}  // namespace wireroom
