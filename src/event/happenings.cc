#include "event/happenings.h"

#include <algorithm>
#include <array>

namespace wireroom {
namespace {

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_outer(EventType type) {
  switch (type) {
    case EventType::AGREE:
    case EventType::REQUEST:
    case EventType::REJECT:
    case EventType::THREATEN:
    case EventType::ACCUSE:
    case EventType::SUPPORT:
    case EventType::CONCEDE:
      return true;
    default:
      return false;
  }
}

// Types whose act lies in the future or is not done at all when it is their object.
bool unreal_inside(EventType outer) {
  return outer == EventType::AGREE || outer == EventType::REQUEST || outer == EventType::REJECT ||
         outer == EventType::THREATEN || outer == EventType::CONCEDE;
}

bool is_symmetric(const EventDraft& draft) { return draft.rule->symmetric; }

std::vector<Party> all_parties(const Event& event) {
  std::vector<Party> all = event.source;
  all.insert(all.end(), event.target.begin(), event.target.end());
  return all;
}

bool holds_party(const std::vector<Party>& list, const Party& party) {
  return std::any_of(list.begin(), list.end(), [&](const Party& p) { return same_party(p, party); });
}

bool within(const std::vector<Party>& part, const std::vector<Party>& whole) {
  return std::all_of(part.begin(), part.end(), [&](const Party& p) { return holds_party(whole, p); });
}

// One of the lists is empty or part of the other.
bool compatible(const std::vector<Party>& a, const std::vector<Party>& b) { return within(a, b) || within(b, a); }

}  // namespace

void Happenings::settle(std::vector<EventDraft>& drafts) const {
  borrow_parties(drafts);
  merge(drafts);
  for (EventDraft& draft : drafts) draft.dropped = draft.dropped || (draft.bare && !stands_alone(draft));
  // "lodged a protest": the noun of a phrase is no event of another kind.
  for (EventDraft& noun : drafts)
    for (const EventDraft& phrase : drafts)
      noun.dropped =
          noun.dropped || (noun.kind == TriggerKind::noun && phrase.kind == TriggerKind::verb && phrase.light &&
                           !phrase.dropped && phrase.event.type != noun.event.type && phrase.has_trigger(noun.head));
  embed(drafts);
  outshine(drafts);
  std::erase_if(drafts, [](const EventDraft& d) { return d.dropped; });
  for (EventDraft& draft : drafts)  // "repulsed the attack": a word for the event is none of its parties
    for (auto* list : {&draft.event.source, &draft.event.target})
      std::erase_if(*list, [&](const Party& party) {
        return draft.has_trigger(party.words.head) && !classes_.in("armed", tree_.lemma(party.words.head));
      });
  protest_demands(drafts);
  retell(drafts);
  mutual(drafts);
}

// "The shooting shocked the town", "Protests spread": an event without a word on who did it to whom.
bool Happenings::stands_alone(const EventDraft& draft) const {
  if (!classes_.in("unmistakable", tree_.lemma(draft.head)) || draft.told.status != EventStatus::asserted) return false;
  if (tree_.word(draft.head).upos != "NOUN") return false;
  bool definite = false;
  for (Tree::Node child : tree_.children(draft.head)) {
    const std::string_view lemma = tree_.lemma(child);
    definite = definite || (tree_.is(child, "det") && (lemma == "the" || lemma == "this" || lemma == "these"));
    if (tree_.is(child, "det") && (lemma == "any" || lemma == "no" || lemma == "every" || lemma == "a")) return false;
  }
  const std::optional<Tree::Node> up = tree_.head(draft.head);
  const bool happens = up && tree_.is(draft.head, "nsubj") && classes_.in("occur", tree_.lemma(*up));
  return definite || happens;
}

// "Demonstrators demanded that he resign": what a crowd in the street demands or blames is its protest.
void Happenings::protest_demands(std::vector<EventDraft>& drafts) const {
  for (EventDraft& draft : drafts) {
    Event& event = draft.event;
    if ((event.type != EventType::REQUEST && event.type != EventType::ACCUSE) || event.source.empty()) continue;
    if (!classes_.in("demonstrator", finder_.traits(event.source[0]).lemma)) continue;
    OtherParty topic;
    topic.role = Role::topic;
    topic.of = event.type;
    topic.party.words = {event.sentence, draft.triggers.front(), draft.triggers.back(), draft.head};
    topic.party.span = finder_.span(topic.party.words);
    event.type = EventType::PROTEST;
    event.mode = "demo";
    event.cameo = "141";
    event.other = {std::move(topic)};
  }
}

// "Kim and Moon pledged", "Chad and Sudan agreed": with nobody else named they do so to one another.
void Happenings::mutual(std::vector<EventDraft>& drafts) const {
  for (EventDraft& draft : drafts) {
    Event& event = draft.event;
    if (event.type != EventType::AGREE || event.source.size() < 2) continue;
    const bool whom = std::any_of(event.target.begin(), event.target.end(), [&](const Party& party) {
      const Traits traits = finder_.traits(party);
      return traits.actor || traits.place;
    });
    if (whom) continue;
    event.target.assign(event.source.begin() + 1, event.source.end());
    event.source.resize(1);
  }
}

// "Following negotiations with Lavrov, Kerry said": who negotiated is the subject of the clause around.
void Happenings::borrow_parties(std::vector<EventDraft>& drafts) const {
  static constexpr std::array<std::string_view, 10> kTogether = {"for",    "in", "during", "after", "following",
                                                                 "before", "at", "on",     "from",  "by"};
  for (EventDraft& draft : drafts) {
    Event& event = draft.event;
    const bool half = is_symmetric(draft) && event.source.size() + event.target.size() == 1;
    if (draft.kind != TriggerKind::noun || (draft.own_source && !half)) continue;
    if (event.type != EventType::CONSULT && event.type != EventType::COOPERATE && event.type != EventType::AGREE)
      continue;
    const std::optional<Tree::Node> verb = tree_.head(draft.head);
    if (!verb || !tree_.is_verb(*verb) ||
        !(tree_.is(draft.head, "obl") || tree_.is(draft.head, "nmod") || tree_.is(draft.head, "obj")))
      continue;
    if (tree_.is(draft.head, "obl") && !one_of(kTogether, tree_.preposition(draft.head)) &&
        tree_.preposition(draft.head) != "ahead of")
      continue;
    if (tree_.is(draft.head, "obj") && event.target.empty() && !(half && classes_.in("pursuing", tree_.lemma(*verb))))
      continue;
    const std::optional<Tree::Node> subject = tree_.subject(*verb);
    if (!subject || *subject == draft.head) continue;
    std::vector<Party> doers;
    for (Party& party : finder_.parties(*subject))
      if (const Traits traits = finder_.traits(party); traits.actor && !holds_party(all_parties(event), party))
        doers.push_back(std::move(party));
    if (doers.empty()) continue;
    // Between parties that are all told the subject is an onlooker.
    if (event.source.size() + event.target.size() > 1) continue;
    std::vector<Party> all = all_parties(event);
    all.insert(all.begin(), doers.begin(), doers.end());
    if (!is_symmetric(draft)) {
      event.source = std::move(doers);
      continue;
    }
    std::sort(all.begin(), all.end(), [](const Party& a, const Party& b) { return a.span < b.span; });
    event.source.assign(1, all[0]);
    event.target.assign(all.begin() + 1, all.end());
  }
}

// "They stormed the town and abducted two judges": verbs joined by "and", each with a target of its own. What follows
// from the first is no second deed: "shelled the town and killed ten".
bool Happenings::two_deeds(const EventDraft& a, const EventDraft& b) const {
  const EventDraft &first = a.head < b.head ? a : b, &second = a.head < b.head ? b : a;
  if (first.kind != TriggerKind::verb || second.kind != TriggerKind::verb || !tree_.is(second.head, "conj"))
    return false;
  if (!tree_.children(second.head, "nsubj").empty()) return false;  // "cars were pelted and a bus was burned" by a mob
  const std::optional<Tree::Node> up = tree_.head(second.head);
  if (!up || (*up != first.head && (!tree_.is(first.head, "conj") || tree_.head(first.head) != up))) return false;
  for (const char* result : {"killing", "injuring", "displacing"})
    if (classes_.in(result, tree_.lemma(second.head))) return false;
  const auto apart = [](const std::vector<Party>& these, const std::vector<Party>& those) {
    return std::none_of(these.begin(), these.end(), [&](const Party& p) { return holds_party(those, p); });
  };
  const std::vector<Party>&mine = first.event.target, &other = second.event.target;
  return !mine.empty() && !other.empty() && apart(mine, other);
}

bool Happenings::one_happening(const EventDraft& a, const EventDraft& b) const {
  const Event &x = a.event, &y = b.event;
  if (x.type != y.type) return false;
  if (x.type == EventType::ASSAULT && two_deeds(a, b)) return false;
  if (x.type == EventType::CONSULT && (x.mode == "visit") != (y.mode == "visit") && !b.bare) return false;
  const bool modes = x.mode.empty() || y.mode.empty() || x.mode == y.mode || x.type == EventType::ASSAULT ||
                     (x.type == EventType::PROTEST && (x.mode == "demo" || y.mode == "demo") &&
                      compatible(x.source, y.source));  // "went on hunger strike to protest against"
  // Light-verb phrase and its own noun, or a noun right below its verb.
  for (Tree::Node trigger : b.triggers)
    if (a.has_trigger(trigger)) return true;
  const bool direct = tree_.head(b.head) == a.head || tree_.head(a.head) == b.head;
  const bool near = tree_.below(b.head, a.head, 3) || tree_.below(a.head, b.head, 3);
  const bool parties = is_symmetric(a) || is_symmetric(b)
                           ? compatible(all_parties(x), all_parties(y))
                           : compatible(x.source, y.source) && compatible(x.target, y.target);
  const bool bare = y.source.empty() && y.target.empty();
  const bool same_status = a.told.status == b.told.status;
  if (!modes) return x.type == EventType::CONSULT && (bare || all_parties(x).empty()) && same_status;
  // "held talks with Steinmeier to discuss Syria"
  if (direct && parties && is_symmetric(a) && is_symmetric(b) && tree_.is(b.head, "advcl")) return true;
  if (direct && parties) return same_status || x.mode == y.mode || bare;
  if (x.type == EventType::ASSAULT && near && compatible(x.source, y.source)) return same_status;
  if (!same_status) return false;
  if (x.type == EventType::CONSULT) return parties;
  if (x.type == EventType::PROTEST) return compatible(x.source, y.source) || near;
  return parties && (near || bare || (x.source.empty() && x.target.empty()) ||
                     (within(x.source, y.source) && within(x.target, y.target) && !x.target.empty()));
}

void Happenings::join(EventDraft& into, EventDraft& from) const {
  from.dropped = true;
  if (from.proposed && !into.proposed) return;  // the rule has told it already
  into.prior = std::max({into.prior, from.bare ? 0 : from.prior, into.rule->score.value_or(0),
                         from.bare ? 0 : from.rule->score.value_or(0)});
  Event &a = into.event, &b = from.event;
  const bool symmetric = is_symmetric(into);
  const auto take = [](std::vector<Party>& list, std::vector<Party>& more, const std::vector<Party>& not_these) {
    for (Party& party : more)
      if (!holds_party(list, party) && !holds_party(not_these, party)) list.push_back(std::move(party));
  };
  if (symmetric && a.mode != "visit") {
    std::vector<Party> all = all_parties(a);
    std::vector<Party> more = all_parties(b);
    take(all, more, {});
    std::sort(all.begin(), all.end(), [](const Party& p, const Party& q) { return p.span < q.span; });
    a.source.assign(all.begin(), all.begin() + (all.empty() ? 0 : 1));
    a.target.assign(all.begin() + (all.empty() ? 0 : 1), all.end());
  } else {
    take(a.source, b.source, a.target);
    // "air strikes in Syria killed fighters": whom the verb names, not where the noun has it.
    const auto land = [&](const Party& p) { return finder_.traits(p).place && finder_.place_at(p.words.head); };
    const auto all_lands = [&](const std::vector<Party>& list) { return std::all_of(list.begin(), list.end(), land); };
    if (from.kind == TriggerKind::noun && !all_lands(a.target)) std::erase_if(b.target, land);
    if (into.kind == TriggerKind::noun && !all_lands(b.target)) std::erase_if(a.target, land);
    // "burned the flag of X and chanted": whom the act meets, not the words.
    if (a.type == EventType::PROTEST && b.mode == "demo" && a.mode != b.mode && !a.target.empty()) b.target.clear();
    if (a.type == EventType::PROTEST && a.mode == "demo" && a.mode != b.mode && !b.target.empty()) a.target.clear();
    take(a.target, b.target, a.source);
  }
  if (a.type == EventType::CONSULT && from.bare && b.mode == "visit") {
    // "during the visit" says nothing of how the talks were held
  } else if (a.mode.empty() ||
             (a.type == EventType::ASSAULT && (a.mode == "targeted" || a.mode == "destroy") && !b.mode.empty()) ||
             (a.type == EventType::PROTEST && a.mode == "demo" && !b.mode.empty())) {
    a.mode = b.mode;
    if (!b.mode.empty()) a.cameo = b.cameo;
  } else if (a.cameo.empty() || (a.mode == b.mode && b.cameo.size() > a.cameo.size())) {
    a.cameo = b.cameo;
  }
  if (!a.according_to) a.according_to = b.according_to;
  for (const OtherParty& other : b.other)
    if (std::none_of(a.other.begin(), a.other.end(), [&](const OtherParty& own) {
          return own.role == other.role && own.party.span == other.party.span;
        }))
      a.other.push_back(other);
  for (Tree::Node trigger : from.triggers)
    if (!into.has_trigger(trigger)) into.triggers.push_back(trigger);
  std::sort(into.triggers.begin(), into.triggers.end());
  a.trigger.clear();
  a.trigger_words.clear();
  for (Tree::Node trigger : into.triggers) {
    a.trigger.push_back(tree_.word(trigger).span);
    a.trigger_words.push_back({a.sentence, trigger, trigger, trigger});
  }
  into.own_source = into.own_source || from.own_source;
  into.anchors.insert(into.anchors.end(), from.anchors.begin(), from.anchors.end());
}

void Happenings::merge(std::vector<EventDraft>& drafts) const {
  const auto weight = [&](const EventDraft& d) {  // the draft that keeps its rule and status
    int depth = 0;
    for (std::optional<Tree::Node> at = tree_.head(d.head); at && depth < 50; at = tree_.head(*at)) ++depth;
    return (d.kind == TriggerKind::verb ? 100 : 0) + (d.light ? 20 : 0) + (d.event.source.empty() ? 0 : 40) -
           (d.bare ? 500 : 0) - (d.proposed ? 300 : 0) - depth;
  };
  for (std::size_t i = 0; i < drafts.size(); ++i)
    for (std::size_t j = i + 1; j < drafts.size(); ++j) {
      if (drafts[i].dropped) break;
      if (drafts[j].dropped) continue;
      if (drafts[i].bare && drafts[j].bare) continue;
      if (!one_happening(drafts[i], drafts[j]) && !one_happening(drafts[j], drafts[i])) continue;
      if (weight(drafts[j]) > weight(drafts[i])) {
        join(drafts[j], drafts[i]);
      } else {
        join(drafts[i], drafts[j]);
      }
    }
}

int Happenings::outer_of(const std::vector<EventDraft>& drafts, std::size_t inner) const {
  static constexpr std::array<std::string_view, 14> kObjectOf = {"for",  "of",    "on", "to", "from", "against", "with",
                                                                 "over", "about", "as", "",   "that", "into",    "by"};
  Tree::Node at = drafts[inner].head;
  for (int step = 0; step < 6; ++step) {
    const std::optional<Tree::Node> up = tree_.head(at);
    if (!up || tree_.word(at).relation == "acl:relcl" || tree_.is(at, "parataxis")) return -1;
    const std::string_view relation = tree_.base(at);
    if (relation == "nsubj" && tree_.word(at).relation != "nsubj:pass") return -1;
    const std::string mark = tree_.is_verb(at) ? tree_.marker(at) : tree_.preposition(at);
    if (relation == "advcl" && !(mark == "to" || mark == "of" || mark == "for" || mark == "from" || mark == "that" ||
                                 mark == "over" || mark == "against"))
      return -1;
    if ((relation == "obl" || relation == "nmod") && (!one_of(kObjectOf, mark) || mark == "by")) return -1;
    if (relation == "conj" && !tree_.children(at, "nsubj").empty()) return -1;
    for (std::size_t i = 0; i < drafts.size(); ++i)
      if (i != inner && !drafts[i].dropped && is_outer(drafts[i].event.type) && drafts[i].has_trigger(*up)) {
        if (relation == "conj") return -1;  // side by side: "met and condemned"
        if (relation == "advcl" && mark == "to" && drafts[i].event.type != EventType::AGREE &&
            drafts[i].event.type != EventType::REJECT && drafts[i].event.type != EventType::REQUEST &&
            drafts[i].event.type != EventType::THREATEN)
          return -1;
        return static_cast<int>(i);
      }
    if (tree_.is(at, "ccomp") && classes_.in("report", tree_.lemma(*up))) return -1;
    at = *up;
  }
  return -1;
}

// "condemned the raid by the army", "condemned the killing of two monks", "caved in to protests": these were done.
bool Happenings::presupposed(EventType outer, const EventDraft& inner) const {
  if (outer == EventType::CONCEDE) return inner.event.type == EventType::PROTEST;
  if (unreal_inside(outer)) return false;
  if (inner.own_source) return true;
  const bool deed = inner.event.type == EventType::ASSAULT || inner.event.type == EventType::COERCE ||
                    inner.event.type == EventType::PROTEST;
  return deed && outer == EventType::ACCUSE && (inner.bare || !inner.event.target.empty());
}

void Happenings::embed(std::vector<EventDraft>& drafts) const {
  // From the outside in, so that "threatened to reject talks" ends as one threat.
  std::vector<int> outer(drafts.size(), -1);
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (!drafts[i].dropped) outer[i] = outer_of(drafts, i);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (outer[i] < 0 || outer[static_cast<std::size_t>(outer[i])] == static_cast<int>(i)) continue;
    EventDraft& above = drafts[static_cast<std::size_t>(outer[i])];
    EventDraft& inner = drafts[i];
    // A condemned or praised deed that is told with its doer was done: it stays a record of its own.
    if (inner.kind == TriggerKind::noun && presupposed(above.event.type, inner)) {
      if (above.event.target.empty()) above.event.target = inner.event.source;
      continue;
    }
    if (above.event.type == EventType::SUPPORT && inner.told.status == EventStatus::asserted &&
        inner.kind == TriggerKind::verb)
      continue;
    inner.dropped = true;
    Event& event = above.event;
    if (const Recoding* recoding = ontology_.embedded(event.type, inner.event.type, inner.event.mode);
        recoding != nullptr && (above.rule->mode.empty() || recoding->type != event.type) &&
        // Only who promises violence threatens; who agrees to end the fighting does not.
        (recoding->type != EventType::THREATEN || event.type != EventType::AGREE ||
         (inner.kind == TriggerKind::verb && above.rule->name == "promise" &&
          !classes_.in("offering", tree_.lemma(above.head))))) {
      event.type = recoding->type;
      event.mode = recoding->mode;
      event.cameo = recoding->cameo;
    }
    const auto outsiders = [&](const std::vector<Party>& list) {
      std::vector<Party> result;
      for (const Party& party : list)
        if (!holds_party(event.source, party)) result.push_back(party);
      return result;
    };
    std::vector<Party> target;
    if (event.type == EventType::REQUEST || event.type == EventType::ACCUSE || event.type == EventType::SUPPORT)
      target = outsiders(inner.event.source);
    if (target.empty()) target = outsiders(inner.event.target);
    const bool vague = event.target.empty() ||
                       std::none_of(event.target.begin(), event.target.end(),
                                    [&](const Party& p) { return finder_.traits(p).actor || finder_.traits(p).place; });
    if (vague && !target.empty()) event.target = std::move(target);
    OtherParty object;
    object.role = Role::object;
    object.of = inner.event.type;
    object.party.words = {event.sentence, inner.triggers.front(), inner.triggers.back(), inner.head};
    object.party.span = finder_.span(object.party.words);
    event.other.push_back(std::move(object));
  }
}

// MOBILIZE beside an attack, a demand made by demonstrators: told by the stronger event already.
void Happenings::outshine(std::vector<EventDraft>& drafts) const {
  for (EventDraft& weak : drafts) {
    if (weak.dropped) continue;
    for (EventDraft& strong : drafts) {
      if (strong.dropped || &strong == &weak || strong.told.status != EventStatus::asserted) continue;
      const bool mobilize = weak.event.type == EventType::MOBILIZE && strong.event.type == EventType::ASSAULT;
      const bool demand = (weak.event.type == EventType::REQUEST || weak.event.type == EventType::ACCUSE) &&
                          strong.event.type == EventType::PROTEST;
      if (!mobilize && !demand) continue;
      const bool bound = tree_.below(weak.head, strong.head, 4) ||
                         (!weak.event.source.empty() && within(weak.event.source, strong.event.source));
      if (!bound) continue;
      weak.dropped = true;
      if (demand) {
        OtherParty topic;
        topic.role = Role::topic;
        topic.of = weak.event.type;
        topic.party.words = {weak.event.sentence, weak.triggers.front(), weak.triggers.back(), weak.head};
        topic.party.span = finder_.span(topic.party.words);
        strong.event.other.push_back(std::move(topic));
      }
      break;
    }
  }
}

// "will meet" is an AGREE, "will not meet" a REJECT.
void Happenings::retell(std::vector<EventDraft>& drafts) const {
  for (EventDraft& draft : drafts) {
    Event& event = draft.event;
    event.status = draft.told.status;
    // The encoder reads a word with what stands around it: "will not accept" is a refusal as a whole.
    if ((draft.proposed || draft.rule->tells_refusal()) && event.type == EventType::REJECT &&
        event.status == EventStatus::denied) {
      event.status = EventStatus::asserted;
      continue;
    }
    if (draft.told.refused && event.type != EventType::REQUEST) {
      if (const Recoding* refused = ontology_.embedded(EventType::REJECT, event.type, event.mode)) {
        event.type = EventType::REJECT;
        event.mode = refused->mode;
        event.cameo = refused->cameo;
        event.status = EventStatus::asserted;
        continue;
      }
    }
    const Recoding* future = ontology_.future(event.type);
    if (future == nullptr) continue;
    if ((event.status == EventStatus::planned || event.status == EventStatus::conditional) && draft.told.future) {
      event.type = future->type;
      event.mode = future->mode;
      event.cameo = future->cameo;
    }
  }
}

}  // namespace wireroom
