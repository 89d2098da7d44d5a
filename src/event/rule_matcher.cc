#include "event/rule_matcher.h"

#include <algorithm>

#include "event/status.h"

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
    if (rule_.type == EventType::CONSULT && frames_statement(head)) return std::nullopt;
    draft_ = EventDraft{};
    draft_.rule = &rule_;
    draft_.kind = pattern.kind;
    draft_.head = head;
    draft_.triggers = {head};
    draft_.anchors = {head};
    for (const PatternPart& part : pattern.parts)
      if (!take(part)) return std::nullopt;
    for (const PatternPart& part : pattern.parts)  // a noun tells more than a particle, both together most
      draft_.parts += part.kind == PatternPart::Kind::beside ? 1 : part.kind == PatternPart::Kind::oblique ? 3 : 2;
    fill();
    const bool partyless =
        pattern.kind == TriggerKind::noun && draft_.event.source.empty() && draft_.event.target.empty();
    for (const Need& need : rule_.needs)
      if (satisfied(need) != need.wanted) {
        if (!partyless || !need.wanted || need.of == Need::Of::sentence || need.of == Need::Of::occurrence) {
          refused_ = true;
          return std::nullopt;
        }
        draft_.bare = true;
      }
    return draft_;
  }

  // Did the last word have the rule's pattern without what the rule needs?
  [[nodiscard]] bool refused() const { return refused_; }

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
      return !is_no_event(head) &&
             (word.upos == "NOUN" || word.upos == "PROPN" ||
              (word.upos == "VERB" && word.xpos == "VBG" && !tree_.children(head, "det").empty())) &&
             !tree_.is(head, "compound");
    return word.upos == "ADJ";
  }

  // "Speaking to Amy Dale of Sky News, the minister said": the occasion of a statement, no talks
  [[nodiscard]] bool frames_statement(Node head) const {
    const std::optional<Node> up = tree_.head(head);
    return up && tree_.lemma(head) == "speak" && tree_.is(head, "advcl") && tree_.word(head).xpos == "VBG" &&
           classes_.in("report", tree_.lemma(*up));
  }

  // "a news conference" is no conference of parties, "the Conference of Bishops" and "the House Republican Conference"
  // are bodies.
  [[nodiscard]] bool is_no_event(Node noun) const {
    if (tree_.word(noun).name == NameType::ORG) return true;
    for (Node before : tree_.modifiers(noun))
      if (classes_.in("press", tree_.lemma(before)) && tree_.lemma(noun) == "conference") return true;
    return false;
  }

  // "on Monday": the preposition of a time is no part of "call on"
  [[nodiscard]] bool before_time(Node preposition) const {
    if (!tree_.is(preposition, "case") || tree_.lemma(preposition) != "on") return false;
    const std::optional<Node> noun = tree_.head(preposition);
    return noun && (classes_.in("time", tree_.lemma(*noun)) || is_date(*noun));
  }
  // "Nov. 2"
  [[nodiscard]] bool is_date(Node noun) const {
    if (tree_.word(noun).upos == "NUM") return true;
    for (Node child : tree_.children(noun))
      if (tree_.is(child, "nummod") && child > noun && tree_.word(noun).upos == "PROPN") return true;
    return false;
  }

  bool take(const PatternPart& part) {
    const Node head = draft_.head;
    switch (part.kind) {
      case PatternPart::Kind::beside: {
        for (const std::string& lemma : part.word)
          for (Node anchor : draft_.anchors)  // "came under criticism from", however it hangs
            if (Node where = 0; tree_.has_beside(anchor, lemma, &where) && !before_time(where)) {
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
          if (holds(part.word, tree_.lemma(clause)) && !(clause < head && tree_.is(clause, "ccomp"))) {
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
      if (holds(wanted, tree_.lemma(each)) && !is_no_event(each)) {
        draft_.anchors.push_back(each);
        // "released 40 prisoners", "closed the border": a party or thing of its own, no word for the event
        if (oblique ? !classes_.in("bearer", tree_.lemma(each))
                    : (!finder_.traits(each).actor && !classes_.in("concrete", tree_.lemma(each)))) {
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

  [[nodiscard]] Nodes nodes_at(const Position& position) const {
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
          if (direct && !is_trigger(*direct) && (tree_.is(last, "obl") || tree_.is(last, "nmod"))) return list(direct);
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
    }
    return {};
  }

  [[nodiscard]] bool somebody(Node node) const {
    const Traits traits = finder_.traits(node);
    return traits.actor || traits.place;
  }

  // Whom the deed in the clause below meets: its object, its recipient, or who stands behind a preposition. What the
  // doer has is not it: "is ready to withdraw its troops from Panama".
  [[nodiscard]] Nodes undergoers() const {
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
        if (object) things = {*object};
        continue;
      }
      for (Node phrase : after(clause, kThere))
        if (others(phrase) && finder_.traits(phrase).place && abroad(phrase)) return {phrase};
      if (object && is_own(*object)) continue;
      if (object && finder_.owner(*object) && somebody(*finder_.owner(*object))) return {*object};
      for (Node thing : object ? Nodes{*object} : onto)
        if (const std::optional<Node> whom = finder_.concerned(thing); whom && others(*whom) && abroad(*whom))
          return {*whom};
      if (object && things.empty()) things = {*object};
    }
    return things;
  }

  // "its troops", "their people": of those who do it
  [[nodiscard]] bool is_own(Node node) const {
    const std::optional<Node> whose = tree_.possessor(node);
    return whose &&
           (is_source(finder_.party(*whose)) || (tree_.word(*whose).upos == "PRON" && !finder_.mention_at(*whose)));
  }

  // Not a place or person of the doer's own country.
  [[nodiscard]] bool abroad(Node node) const {
    const std::string_view country = finder_.country(finder_.party(node));
    return country.empty() || std::none_of(draft_.event.source.begin(), draft_.event.source.end(),
                                           [&](const Party& p) { return finder_.country(p) == country; });
  }

  [[nodiscard]] bool is_time(Node node) const {
    return classes_.in("time", tree_.lemma(node)) || classes_.in("circumstance", tree_.lemma(node)) ||
           tree_.word(node).relation == "obl:unmarked";
  }

  // Is it one of those who do it? "lifted its blockade of Yemen"
  [[nodiscard]] bool is_source(const Party& party) const {
    return std::any_of(draft_.event.source.begin(), draft_.event.source.end(),
                       [&](const Party& source) { return same_party(source, party); });
  }

  // "condemned the shelling of Tripoli": blame meets who does it.
  [[nodiscard]] bool is_deed(Node noun) const {
    const std::string_view lemma = tree_.lemma(noun);
    return rule_.mode != "investigate" &&
           (classes_.in("unmistakable", lemma) || classes_.in("fighting", lemma) || classes_.in("undergone", lemma));
  }

  // "put out a report accusing the army": who issues it.
  [[nodiscard]] std::optional<Node> issuer(Node decree) const {
    if (const std::optional<Node> doer = finder_.doer_of(decree)) return doer;
    const std::optional<Node> verb = tree_.head(decree);
    return verb && tree_.is_verb(*verb) && tree_.is(decree, "obj") ? tree_.subject(*verb) : std::nullopt;
  }

  // Who is meant by a thing: whose it is, "condemned Russia's attack", "the government's planes"; of a target else
  // whom it concerns, "lifted the blockade of Yemen". False if nobody is told.
  bool add_owner(std::vector<Party>& list, Node thing, bool target) {
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

  // Deeds about a thing that meet whom it concerns: "refused aid to Kuwait". Who praises or blames an attack does not
  // mean whom it met.
  [[nodiscard]] bool meets_concerned() const {
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

  void add(std::vector<Party>& list, Node node, bool target) {
    for (Party party : finder_.parties(node)) {
      const Traits traits = finder_.traits(party);
      if (!party.actor && classes_.in("time", tree_.lemma(party.words.head))) continue;  // "for the first time"
      if (!traits.actor && !traits.place) {
        const Node head = party.words.head;
        if (add_owner(list, head, target)) continue;
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

  // The first position that holds somebody or a place; if none does, the first that holds a thing.
  void role(RuleRole which, std::vector<Party>& list) {
    std::vector<Party> things;
    for (const Position& position : rule_.at(which)) {
      for (Node node : nodes_at(position)) add(list, node, which != RuleRole::source);
      const bool somebody = std::any_of(list.begin(), list.end(), [&](const Party& party) {
        const Traits traits = finder_.traits(party);
        return traits.actor || traits.place || classes_.in("concrete", traits.lemma);
      });
      if (somebody) return;
      if (things.empty()) things = std::move(list);
      list.clear();
    }
    list = std::move(things);
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
    if (event.source.empty() && draft_.kind == TriggerKind::noun && classes_.in("armed", tree_.lemma(draft_.head)))
      event.source.push_back(finder_.party(draft_.head));  // "a suicide bomber" is the word for it and who does it
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
        (need.people && traits.people) || (need.named && traits.named) || (need.place && traits.place) ||
        (need.country && traits.country) || need.there)
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
        if (need.question) return asks();
        if (need.must) return obliges();
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

  // "said that Uganda must mediate"
  [[nodiscard]] bool obliges() const {
    for (Node clause : tree_.children(draft_.head, "ccomp"))
      for (Node child : tree_.children(clause, "aux"))
        if (tree_.form(child) == "must" && !is_negated(tree_, clause)) return true;
    return false;
  }

  // "called the king to discuss it", "called him, discussing the raid"
  [[nodiscard]] bool has_purpose() const {
    for (Node child : tree_.children(draft_.head))
      if (((tree_.is(child, "advcl") || tree_.is(child, "xcomp")) && tree_.marker(child) == "to") ||
          (tree_.is(child, "advcl") && tree_.word(child).xpos == "VBG" && tree_.marker(child).empty()))
        return true;
    return false;
  }

  // "will not yield", "would not budge"
  [[nodiscard]] bool declines() const {
    if (!is_negated(tree_, draft_.head)) return false;
    for (Node child : tree_.children(draft_.head, "aux"))
      if (const std::string_view form = tree_.form(child);
          form == "will" || form == "would" || form == "wo" || form == "'ll" || form == "going")
        return true;
    return false;
  }

  // "asked whether he would resign", "was asked about the raid"
  [[nodiscard]] bool asks() const {
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

  // "Iran warned that U.S. bases would be hit by its missiles": what is said to come is done by the speaker's own side.
  [[nodiscard]] bool own_deed() const {
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

  const Rule& rule_;
  const Tree& tree_;
  const PartyFinder& finder_;
  const WordClasses& classes_;
  std::uint32_t sentence_;
  EventDraft draft_;
  bool refused_ = false;
};

constexpr std::uint32_t kFound = ~0U;  // a rule with words of its own has the word

std::uint32_t bit(EventType type) { return 1U << static_cast<unsigned>(type); }

}  // namespace

RuleMatcher::RuleMatcher(const std::vector<Rule>& rules, const WordClasses& classes)
    : rules_(&rules), classes_(&classes) {
  for (std::uint32_t r = 0; r < rules.size(); ++r)
    for (std::uint32_t p = 0; p < rules[r].patterns.size(); ++p)
      for (const std::string& lemma : rules[r].patterns[p].head)
        (lemma == kReadByEncoder ? by_reading_[name(rules[r].type)] : by_head_[lemma]).push_back({r, p});
}

std::vector<EventDraft> RuleMatcher::match(const Tree& tree, const PartyFinder& finder, std::uint32_t sentence) const {
  std::vector<EventDraft> drafts;
  std::vector<std::uint32_t> taken(tree.size());
  for (Node node = 0; node < tree.size(); ++node) {
    const auto found = by_head_.find(tree.lemma(node));
    if (found == by_head_.end()) continue;
    if (std::optional<EventDraft> draft = best(found->second, tree, finder, sentence, node, taken[node])) {
      for (Node trigger : draft->triggers) taken[trigger] = kFound;
      drafts.push_back(std::move(*draft));
    }
  }
  propose(tree, finder, sentence, taken, drafts);
  return drafts;
}

std::optional<EventDraft> RuleMatcher::best(const std::vector<Entry>& entries, const Tree& tree,
                                            const PartyFinder& finder, std::uint32_t sentence, Node node,
                                            std::uint32_t& refused) const {
  std::optional<EventDraft> best;
  const Rule* done = nullptr;  // one pattern of a rule a word
  for (const Entry& entry : entries) {
    const Rule& rule = (*rules_)[entry.rule];
    if (&rule == done) continue;
    Match match(rule, tree, finder, *classes_, sentence);
    std::optional<EventDraft> draft = match.at(rule.patterns[entry.pattern], node);
    if (match.refused()) refused |= bit(rule.type);
    if (!draft) continue;
    done = &rule;
    // Of several rules at one word the one with more words wins, then the one that stands first.
    const bool better = best && (best->bare != draft->bare ? best->bare : best->parts < draft->parts);
    if (!best || better) best = std::move(draft);
  }
  return best;
}

void RuleMatcher::propose(const Tree& tree, const PartyFinder& finder, std::uint32_t sentence,
                          const std::vector<std::uint32_t>& taken, std::vector<EventDraft>& drafts) const {
  const std::size_t known = drafts.size();
  for (Node node = 0; node < tree.size(); ++node) {
    const Word& word = tree.word(node);
    if (word.event_score < kLeastProposal) continue;
    const std::optional<EventType> type = event_type(word.event);
    const auto rules = by_reading_.find(word.event);
    if (!type || rules == by_reading_.end() || taken[node] == kFound) continue;
    std::uint32_t refused = 0;
    if (std::optional<EventDraft> draft = best(rules->second, tree, finder, sentence, node, refused)) {
      draft->proposed = true;
      draft->refused = (taken[node] & bit(*type)) != 0;
      drafts.push_back(std::move(*draft));
    }
  }
  std::inplace_merge(drafts.begin(), drafts.begin() + static_cast<std::ptrdiff_t>(known), drafts.end(),
                     [](const EventDraft& a, const EventDraft& b) { return a.head < b.head; });
}

}  // namespace wireroom
