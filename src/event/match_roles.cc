// Who stands in which role of a match.
#include <algorithm>

#include "event/rule_match.h"

namespace wireroom {

using Node = Tree::Node;
using Nodes = Tree::Nodes;

Nodes Match::after(Node anchor, const std::vector<std::string>& prepositions) const {
  Nodes found = tree_.after(anchor, prepositions);
  if (!found.empty()) return found;
  if (tree_.is_verb(anchor)) {  // "provided money in aid to Fiji"
    if (rule_.symmetric) return found;
    for (Node between : tree_.children(anchor, "obl"))
      if (between > anchor && !somebody(between) && !is_time(between))
        for (Node phrase : tree_.after(between, prepositions))
          if (const std::string word = tree_.preposition(phrase); word != "of" && word != "in" && word != "and")
            found.push_back(phrase);
    if (found.empty() && std::binary_search(prepositions.begin(), prepositions.end(), "against"))
      for (Node object : tree_.children(anchor, "obj"))  // "mobilised reservists for a war against X"
        for (Node purpose : tree_.after(object, {"for"}))
          for (Node phrase : tree_.after(purpose, {"against"})) found.push_back(phrase);
    if (found.empty() && std::binary_search(prepositions.begin(), prepositions.end(), "from"))
      for (Node object : tree_.children(anchor, "obj"))  // "demanded an answer from the premier"
        for (Node phrase : tree_.after(object, {"from"}))
          if (const Traits traits = finder_.traits(phrase); traits.actor && !traits.place && !somebody(object))
            found.push_back(phrase);
    return found;
  }
  for (Node between : tree_.children(anchor, "nmod")) {
    if (between < anchor) continue;
    for (Node phrase : tree_.after(between, prepositions))
      if (const std::string word = tree_.preposition(phrase); word != "of" && word != "in" && word != "and")
        found.push_back(phrase);
  }
  return found;
}

Nodes Match::nodes_at(const Position& position) const {
  const Node head = draft_.head;
  const Node last = draft_.anchors.back();
  const auto list = [&](std::optional<Node> node) {
    Nodes one;
    if (node && !is_trigger(*node)) one.push_back(*node);
    return one;
  };
  switch (position.kind) {
    case Position::Kind::subject: {
      if (!is_verbal()) return list(finder_.doer_of(head));
      Nodes found = list(draft_.kind == TriggerKind::verb ? tree_.subject(head) : tree_.surface_subject(head));
      if (found.empty() && draft_.light) found = list(finder_.doer_of(last));
      return found;
    }
    case Position::Kind::object: {
      if (!is_verbal()) return list(finder_.patient_of(head));
      if (draft_.light && tree_.is_noun(last)) {
        // "carried out the raid on": of the raid; "put them on trial": of the verb
        const std::optional<Node> direct = tree_.object(head);
        if (direct && !is_trigger(*direct) &&
            (tree_.is(last, "obl") || tree_.is(last, "nmod") || tree_.is(last, "xcomp")))
          return list(direct);
        return list(finder_.patient_of(last));
      }
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
      const std::optional<Node> object = draft_.light || !is_verbal() ? std::optional<Node>(last) : tree_.object(head);
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
    case Position::Kind::complement_object:
      return undergoers();
    case Position::Kind::condition_subject: {
      for (Node clause : tree_.complements(head))
        for (Node under : tree_.children(clause, "advcl"))
          if (const std::string mark = tree_.marker(under); mark == "if" || mark == "unless")
            return list(tree_.surface_subject(under));
      for (Node under : tree_.children(head, "advcl"))
        if (const std::string mark = tree_.marker(under); mark == "if" || mark == "unless")
          return list(tree_.surface_subject(under));
      return {};
    }
    case Position::Kind::modifier: {
      Nodes found;
      for (Node before : tree_.modifiers(last))
        if (finder_.traits(before).actor) found.push_back(before);
      return found;
    }
    case Position::Kind::concerned: {
      const std::optional<Node> thing = tree_.is_noun(last) ? std::optional<Node>(last) : tree_.object(head);
      return thing ? list(finder_.concerned(*thing)) : Nodes{};
    }
    case Position::Kind::discussed: {
      for (Node anchor : draft_.anchors)
        for (const char* relation : {"advcl", "acl", "xcomp"})
          for (Node clause : tree_.children(anchor, relation))
            if (classes_.in("discuss", tree_.lemma(clause)))
              if (const std::optional<Node> thing = tree_.object(clause)) return list(thing);
      return {};
    }
  }
  return {};
}

bool Match::somebody(Node node) const {
  const Traits traits = finder_.traits(node);
  return traits.actor || traits.place;
}

Nodes Match::undergoers() const {
  static const std::vector<std::string> kOnto = {"against", "at", "for", "from", "into", "on", "to", "with"};
  static const std::vector<std::string> kThere = {"across", "from", "in", "into", "out of", "to"};
  const std::optional<Node> own = tree_.surface_subject(draft_.head);
  const auto others = [&](Node node) { return !is_trigger(node) && !is_time(node) && (!own || node != *own); };
  // "Chad and Sudan agreed to share data on Libya" is between the two.
  const bool mutual = draft_.event.source.size() > 1 && rule_.type == EventType::AGREE;
  Nodes things, clauses;
  for (Node anchor : draft_.anchors)
    for (Node clause : tree_.complements(anchor)) clauses.push_back(clause);
  if (const std::optional<Node> verb = tree_.head(draft_.head);
      !is_verbal() && verb && tree_.is_verb(*verb) && tree_.is(draft_.head, "obj"))
    for (Node clause : tree_.complements(*verb)) clauses.push_back(clause);  // "began a strike to protest …"
  for (Node clause : clauses) {
    std::optional<Node> object = tree_.object(clause);
    if (!object || !others(*object)) object = tree_.recipient(clause);
    if (object && !others(*object)) object = std::nullopt;
    if (classes_.in("sending", tree_.lemma(clause)))  // "refused to send peacekeepers to Iraq"
      for (Node phrase : after(clause, kThere))
        if (others(phrase) && somebody(phrase) && abroad(phrase)) return {phrase};
    if (object && somebody(*object) && !is_own(*object)) return {*object};
    const Nodes onto = after(clause, kOnto);
    for (Node phrase : onto)
      if (others(phrase) && finder_.traits(phrase).actor && !(mutual && tree_.preposition(phrase) == "on"))
        return {phrase};
    if (mutual) {
      if (object) things.assign(1, *object);
      continue;
    }
    for (Node phrase : after(clause, kThere))
      if (others(phrase) && finder_.traits(phrase).place && abroad(phrase)) return {phrase};
    if (object && is_own(*object)) continue;
    if (object && finder_.owner(*object) && somebody(*finder_.owner(*object))) return {*object};
    for (Node thing : object ? Nodes{*object} : onto)
      if (const std::optional<Node> whom = finder_.concerned(thing); whom && others(*whom) && abroad(*whom))
        return {*whom};
    if (object && things.empty()) things.assign(1, *object);
  }
  return things;
}

bool Match::is_own(Node node) const {
  const std::optional<Node> whose = tree_.possessor(node);
  return whose &&
         (is_source(finder_.party(*whose)) || (tree_.word(*whose).upos == "PRON" && !finder_.mention_at(*whose)));
}

bool Match::abroad(Node node) const {
  const std::string_view country = finder_.country(finder_.party(node));
  return country.empty() || std::none_of(draft_.event.source.begin(), draft_.event.source.end(),
                                         [&](const Party& p) { return finder_.country(p) == country; });
}

bool Match::is_time(Node node) const {
  return classes_.in("time", tree_.lemma(node)) || classes_.in("circumstance", tree_.lemma(node)) ||
         tree_.word(node).relation == "obl:unmarked" || finder_.tells_when(node);
}

bool Match::is_source(const Party& party) const {
  return std::any_of(draft_.event.source.begin(), draft_.event.source.end(),
                     [&](const Party& source) { return same_party(source, party); });
}

bool Match::is_deed(Node noun) const {
  const std::string_view lemma = tree_.lemma(noun);
  return rule_.mode != "investigate" &&
         (classes_.in("unmistakable", lemma) || classes_.in("fighting", lemma) || classes_.in("undergone", lemma));
}

std::optional<Node> Match::issuer(Node decree) const {
  if (const std::optional<Node> doer = finder_.doer_of(decree)) return doer;
  const std::optional<Node> verb = tree_.head(decree);
  return verb && tree_.is_verb(*verb) && tree_.is(decree, "obj") ? tree_.subject(*verb) : std::nullopt;
}

bool Match::add_owner(std::vector<Party>& list, Node thing, bool target) {
  std::optional<Node> owner = finder_.owner(thing);
  if (owner && target && rule_.type == EventType::ACCUSE && is_deed(thing)) owner = finder_.doer_of(thing);
  if (!owner && !target && classes_.in("decree", tree_.lemma(thing))) owner = issuer(thing);
  if (owner && target && is_source(finder_.party(*owner))) owner.reset();
  if (target && meets_concerned() && (!owner || finder_.is_plain(*owner))) {  // "government talks with rebels"
    if (const std::optional<Node> whom = finder_.concerned(thing)) owner = whom;
    // "a camp in Yemen" is the camp; where it lies stands in its words.
    if (owner && classes_.in("concrete", tree_.lemma(thing)) && finder_.place_at(*owner) != nullptr &&
        finder_.span(finder_.phrase(thing)).contains(tree_.word(*owner).span))
      return false;
  }
  if (!owner || is_trigger(*owner)) return false;
  const Traits traits = finder_.traits(*owner);
  if (!traits.actor && !traits.place) return false;
  const std::size_t before = list.size();
  for (Party each : finder_.parties(*owner))
    if (!target || !is_source(each)) put(list, std::move(each));
  return list.size() > before;
}

bool Match::meets_concerned() const {
  switch (rule_.type) {
    case EventType::AGREE:
    case EventType::AID:
    case EventType::CONCEDE:
    case EventType::COOPERATE:
    case EventType::REJECT:
    case EventType::SANCTION:
    case EventType::THREATEN:
      return true;
    case EventType::ACCUSE:
      return rule_.mode == "investigate";
    default:
      return false;
  }
}

void Match::add(std::vector<Party>& list, Node node, bool target) {
  for (Party party : finder_.parties(node)) {
    const Traits traits = finder_.traits(party);
    const Node when = party.words.head;  // "for the first time", "on 18 November"
    if (!party.actor && (classes_.in("time", tree_.lemma(when)) || finder_.tells_when(when))) continue;
    if (!traits.actor && !traits.place) {
      const Node head = party.words.head;
      if (add_owner(list, head, target)) continue;
      if (!target && rule_.type != EventType::PROTEST) continue;  // things do not act
      // "condemned it as a crime": a deed told before
      const bool deed =
          target && tree_.form(head) == "it" && (rule_.type == EventType::ACCUSE || rule_.type == EventType::SUPPORT);
      if (tree_.word(head).upos == "PRON" && !deed) continue;
    }
    put(list, std::move(party));
  }
}

void Match::put(std::vector<Party>& list, Party party) const {
  for (Node trigger : draft_.triggers)
    if (party.words.head == trigger) return;
  for (const Party& other : list)
    if (same_party(other, party)) return;
  list.push_back(std::move(party));
}

void Match::role(RuleRole which, std::vector<Party>& list) {
  std::vector<Party> things;
  for (const Position& position : rule_.at(which)) {
    for (Node node : nodes_at(position)) add(list, node, which != RuleRole::source);
    // "voiced his support for X": whose support it is was told; on to the next place. A pronoun is another one.
    if (which == RuleRole::target && !rule_.symmetric && position.kind != Position::Kind::object &&
        std::all_of(list.begin(), list.end(), [&](const Party& party) { return is_source(party); })) {
      list.clear();
      continue;
    }
    const auto thing = [&](const Party& party) {
      const Traits traits = finder_.traits(party);
      return !(traits.actor || traits.place || classes_.in("concrete", traits.lemma));
    };
    if (!std::all_of(list.begin(), list.end(), thing)) {
      std::erase_if(list, thing);  // "fired on a small scale at the rebels"
      return;
    }
    if (things.empty()) things = std::move(list);
    list.clear();
  }
  list = std::move(things);
}

void Match::fill() {
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
  if (event.source.empty() && draft_.kind == TriggerKind::noun && classes_.in("armed", tree_.lemma(draft_.head)))
    event.source.push_back(finder_.party(draft_.head));  // "a suicide bomber" is the word for it and who does it
  draft_.own_source = !event.source.empty();
  role(RuleRole::target, event.target);
  if (rule_.symmetric) symmetric();
  drop_shared();
  others();
  if (rule_.claim && !event.source.empty()) event.according_to = event.source[0];
}

void Match::symmetric() {
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

void Match::drop_shared() {
  Event& event = draft_.event;
  // "Obama called Putin, urging him to …": whoever "him" is, it is not he who urges.
  for (Party& party : event.target)
    if (const Word& word = tree_.word(party.words.head); word.upos == "PRON" && party.actor && word.xpos == "PRP" &&
                                                         !tree_.form(party.words.head).ends_with("self") &&
                                                         !tree_.form(party.words.head).ends_with("selves"))
      for (const Party& other : event.source)
        if (!party.span.overlaps(other.span) && same_party(other, party)) {
          party.actor.reset();
          party.mention.reset();
          break;
        }
  std::erase_if(event.target, [&](const Party& party) {
    for (const Party& other : event.source)
      if (same_party(other, party)) return true;
    return false;
  });
}

void Match::others() {
  constexpr std::pair<RuleRole, Role> kOthers[] = {{RuleRole::host, Role::host},
                                                   {RuleRole::mediator, Role::mediator},
                                                   {RuleRole::topic, Role::topic},
                                                   {RuleRole::instrument, Role::instrument},
                                                   {RuleRole::object, Role::object}};
  for (const auto& [from, to] : kOthers)
    for (const Position& position : rule_.at(from))
      for (Node node : nodes_at(position))
        for (Party& party : finder_.parties(node)) {
          const bool there = std::any_of(
              draft_.event.other.begin(), draft_.event.other.end(),
              [&, role = to](const OtherParty& other) { return other.role == role && other.party.span == party.span; });
          if (!there) draft_.event.other.push_back({to, std::move(party), std::nullopt});
        }
}
}  // namespace wireroom
