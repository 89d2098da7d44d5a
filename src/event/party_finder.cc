#include "event/party_finder.h"

#include <algorithm>
#include <array>

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 13> kPoliticalSectors = {"GOV", "MIL", "REB", "OPP", "PTY", "LEG", "COP",
                                                                "JUD", "SPY", "PRM", "UAF", "ELI", "PRE"};
constexpr std::array<std::string_view, 6> kFirstPersons = {"i", "me", "my", "we", "us", "our"};
constexpr std::ptrdiff_t kMentionsBack = 100;  // where the members of a group are looked for
constexpr std::array<std::string_view, 5> kPoliticalBodies = {"IGO", "UNO", "EUR", "IMG", "NGO"};

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Children that belong to the words of a party.
bool inside_phrase(const Tree& tree, Tree::Node child) {
  static constexpr std::array<std::string_view, 15> kOutside = {"acl",  "advcl", "appos", "parataxis", "conj",
                                                                "cc",   "punct", "case",  "dep",       "list",
                                                                "mark", "cop",   "nsubj", "advmod",    "obl"};
  if (tree.word(child).relation == "nmod:unmarked") return false;
  if (tree.is(child, "nmod"))
    if (const std::string preposition = tree.preposition(child);
        preposition == "by" || preposition == "into" || preposition == "against" ||
        ((preposition == "to" || preposition == "from") && tree.word(*tree.head(child)).name != NameType::none))
      return false;
  if (tree.is(child, "advmod")) return child + 3 > *tree.head(child);  // "at least 5", "more than 20"
  return !one_of(kOutside, tree.base(child));
}

}  // namespace

bool same_party(const Party& a, const Party& b) {
  if (a.actor && b.actor && a.span == b.span) return *a.actor == *b.actor;  // "they" are two
  if (a.actor && b.actor && *a.actor == *b.actor) return true;
  return a.span.overlaps(b.span);
}

PartyFinder::PartyFinder(const Coded& coded, const ReportIndex& index, std::uint32_t sentence, const Tree& tree,
                         const WordClasses& classes)
    : coded_(coded), index_(index), sentence_(sentence), tree_(tree), classes_(classes) {
  mention_.assign(tree.size(), -1);
  place_.assign(tree.size(), -1);
  const auto& mentions = coded.actors.mentions;
  auto first = std::lower_bound(mentions.begin(), mentions.end(), sentence,
                                [](const Mention& m, std::uint32_t s) { return m.words.sentence < s; });
  for (; first != mentions.end() && first->words.sentence == sentence; ++first)
    if (first->words.head < tree.size()) {
      std::int32_t& slot = mention_[first->words.head];
      // Of two mentions with one head the longer one is the party.
      if (slot < 0 || mentions[static_cast<std::size_t>(slot)].span.size() < first->span.size())
        slot = static_cast<std::int32_t>(first - mentions.begin());
    }
  auto place = std::lower_bound(coded.places.begin(), coded.places.end(), sentence,
                                [](const Place& p, std::uint32_t s) { return p.words.sentence < s; });
  for (; place != coded.places.end() && place->words.sentence == sentence; ++place)
    if (place->words.head < tree.size())
      place_[place->words.head] = static_cast<std::int32_t>(place - coded.places.begin());
  when_.assign(tree.size(), false);
  auto time = std::lower_bound(coded.times.begin(), coded.times.end(), sentence,
                               [](const TimeExpression& t, std::uint32_t s) { return t.words.sentence < s; });
  for (; time != coded.times.end() && time->words.sentence == sentence; ++time)
    for (Tree::Node node = time->words.first; node <= time->words.last && node < tree.size(); ++node)
      when_[node] = mention_[node] < 0 && place_[node] < 0 && tree.word(node).name == NameType::none;
}

const Mention* PartyFinder::mention_at(Tree::Node node) const {
  return mention_[node] < 0 ? nullptr : &coded_.actors.mentions[static_cast<std::size_t>(mention_[node])];
}

const Place* PartyFinder::place_at(Tree::Node node) const {
  return place_[node] < 0 ? nullptr : &coded_.places[static_cast<std::size_t>(place_[node])];
}

// Names whose head the actors see elsewhere than the tree does ("U.S. Secretary of State John Kerry"): below or above
// the word, or beside it where title and name hang on one verb.
const Mention* PartyFinder::mention_around(Tree::Node node) const {
  const Mention* best = nullptr;
  for (std::int32_t index : mention_) {
    if (index < 0) continue;
    const Mention& mention = coded_.actors.mentions[static_cast<std::size_t>(index)];
    if (mention.form == MentionForm::adjective || mention.words.first > node || mention.words.last < node) continue;
    if (!tree_.below(mention.words.head, node, 3) && !tree_.below(node, mention.words.head, 3) &&
        tree_.head(mention.words.head) != tree_.head(node))
      continue;
    if (mention.form != MentionForm::name && tree_.word(mention.words.head).upos != "PROPN") continue;
    if (best == nullptr || mention.span.size() < best->span.size()) best = &mention;
  }
  return best;
}

// "The defender Jan Bakker": a person's name right behind the word that it hangs on.
const Mention* PartyFinder::name_behind(Tree::Node node) const {
  if (node + 1 >= tree_.size() || tree_.word(node).upos != "NOUN") return nullptr;
  for (Tree::Node child : tree_.children(node)) {
    if (child <= node || !(tree_.is(child, "flat") || tree_.is(child, "appos") || tree_.is(child, "nmod"))) continue;
    const Mention* mention = mention_at(child);
    if (mention != nullptr && mention->form == MentionForm::name && mention->words.first == node + 1 &&
        coded_.actors.actors[mention->actor].kind == ActorKind::person)
      return mention;
  }
  return nullptr;
}

std::optional<std::uint32_t> PartyFinder::quoted_self(Tree::Node node) const {
  if (tree_.word(node).upos != "PRON" || !one_of(kFirstPersons, tree_.form(node))) return std::nullopt;
  const Statement* innermost = nullptr;
  std::uint32_t size = 0;
  for (const std::uint32_t i : index_.said_in(sentence_)) {
    const Statement& statement = coded_.statements[i];
    for (const Span& content : statement.content)
      if (content.contains(tree_.word(node).span) && (innermost == nullptr || index_.content_size(i) < size)) {
        innermost = &statement;
        size = index_.content_size(i);
      }
  }
  if (innermost == nullptr || innermost->kind == StatementKind::indirect || !innermost->speaker) return std::nullopt;
  return innermost->speaker->actor;
}

Span PartyFinder::span(const WordRange& words) const {
  return {tree_.word(words.first).span.begin, tree_.word(words.last).span.end};
}

WordRange PartyFinder::phrase(Tree::Node node) const {
  std::vector<bool> in(tree_.size(), false);
  Tree::Nodes open{node};
  in[node] = true;
  std::uint32_t first = node;
  while (!open.empty()) {
    const Tree::Node at = open.back();
    open.pop_back();
    for (Tree::Node child : tree_.children(at)) {
      const bool lower = at != node;  // below the head everything is taken but clauses
      if (in[child] || !(lower ? tree_.word(child).relation != "acl:relcl" && !tree_.is(child, "advcl") &&
                                     !tree_.is(child, "parataxis") && !tree_.is(child, "appos")
                               : inside_phrase(tree_, child)))
        continue;
      in[child] = true;
      open.push_back(child);
    }
  }
  while (first > 0 && (in[first - 1] || (tree_.is(first - 1, "punct") && first > 1 && in[first - 2]))) --first;
  std::uint32_t last = node;
  while (last + 1 < tree_.size() && (in[last + 1] || (tree_.is(last + 1, "punct") && tree_.form(last + 1) == "-" &&
                                                      last + 2 < tree_.size() && in[last + 2])))
    ++last;
  while (first < node && tree_.is(first, "punct")) ++first;
  return {sentence_, first, last, node};
}

// "dozens of protesters", "a group of soldiers": the word that says who they are.
Tree::Node PartyFinder::content_of(Tree::Node node) const {
  for (int i = 0; i < 3; ++i) {
    if (mention_[node] >= 0 || !(classes_.in("container", tree_.lemma(node)) || tree_.word(node).upos == "NUM"))
      return node;
    const Tree::Nodes inner = tree_.after(node, {"of"});
    if (inner.empty()) {  // "whose members", "its members"
      const std::optional<Tree::Node> whose = tree_.possessor(node);
      return tree_.lemma(node) == "member" && whose ? *whose : node;
    }
    node = inner[0];
  }
  return node;
}

Party PartyFinder::party(Tree::Node node) const {
  Party party;
  const Mention* mention = mention_at(node);
  if (mention == nullptr && tree_.is_noun(node)) {
    for (Tree::Node other : tree_.children(node, "appos"))  // "the minister, Sergei Lavrov"
      if (mention == nullptr) mention = mention_at(other);
    if (mention == nullptr) mention = mention_at(content_of(node));
    if (mention == nullptr) mention = mention_around(node);
    if (mention == nullptr) mention = name_behind(node);
    if (mention == nullptr)
      if (const std::optional<Tree::Node> owner = kind_owner(node)) mention = mention_at(*owner);
    party.words = phrase(node);
    if (mention == nullptr)  // "the regional capital Juba"
      for (Tree::Node child : tree_.children(node))
        if (child == node + 1 && (tree_.is(child, "appos") || tree_.is(child, "flat")) && place_at(child) != nullptr)
          party.words.last = std::max(party.words.last, child);
  } else if (mention == nullptr) {
    party.words = {sentence_, node, node, node};
    party.actor = quoted_self(node);
  } else {
    party.words = mention->words;
    if (mention->form == MentionForm::nominal)  // "two priests by gunmen" are two parties
      party.words.last = std::max(node, std::min(party.words.last, phrase(node).last));
    // Possessives end before 's; the mention says so already.
  }
  if (mention != nullptr) {
    party.mention = static_cast<std::uint32_t>(mention - coded_.actors.mentions.data());
    party.actor = mention->actor;
  } else if (const Place* place = place_at(node); !party.actor && place != nullptr && !place->country.empty()) {
    // A city that is no actor of the report stands for its country if that is one.
    party.actor = index_.country_actor(place->country);
  }
  party.span = mention != nullptr && mention->words.head == node && party.words.last == mention->words.last
                   ? mention->span
                   : span(party.words);
  return party;
}

// The actors that a plural phrase or pronoun stands for; empty if it is one actor, or nobody knows which.
std::vector<std::uint32_t> PartyFinder::members_of(const Party& party) const {
  if (!party.mention) return {};
  const Mention& mention = coded_.actors.mentions[*party.mention];
  const Tree::Node head = party.words.head;
  const bool pronoun = mention.form == MentionForm::pronoun;
  if (!pronoun && tree_.word(head).xpos != "NNS" && tree_.word(head).xpos != "NNPS" &&
      !classes_.in("pair", tree_.lemma(head)))
    return {};  // "a crowd loyal to A and B" is one
  if (!mention.members.empty()) return mention.members;
  const std::vector<std::uint32_t>& others = coded_.actors.actors[mention.actor].mentions;
  const auto here = std::lower_bound(others.begin(), others.end(), *party.mention);
  const auto far = here - std::min<std::ptrdiff_t>(here - others.begin(), kMentionsBack);
  for (auto at = here; at != far; --at)  // "they" for "the two leaders" of a sentence before
    if (const Mention& before = coded_.actors.mentions[*(at - 1)]; !before.members.empty()) return before.members;
  return {};
}

// "both sides", "the two countries"
bool PartyFinder::pair_of_two(Tree::Node node) const {
  for (Tree::Node child : tree_.children(node))
    if (tree_.lemma(child) == "two" || tree_.lemma(child) == "both") return true;
  return false;
}

// The states or bodies whose leaders, ministers or armies a plural phrase names together.
Tree::Nodes PartyFinder::peoples_of(Tree::Node node) const {
  if (tree_.word(node).xpos != "NNS" || !classes_.in("official", tree_.lemma(node))) return {};
  for (Tree::Node whose : tree_.after(node, {"from", "of"})) {
    Tree::Nodes all = tree_.with_conjuncts(whose);
    if (all.size() < 2) continue;
    bool named = true;
    for (Tree::Node one : all) {
      const NameType name = tree_.word(one).name;
      named = named && (name == NameType::GPE || name == NameType::ORG || name == NameType::NORP);
    }
    if (named) return all;
  }
  return {};
}

// The states whose armies or services a plural noun names together by "A and B's".
Tree::Nodes PartyFinder::joint_owners(Tree::Node node) const {
  const std::optional<Tree::Node> possessor = tree_.possessor(node);
  if (!possessor || tree_.word(node).xpos != "NNS") return {};
  Tree::Nodes owners = tree_.with_conjuncts(*possessor);
  if (owners.size() < 2) return {};
  for (Tree::Node one : owners)
    if (tree_.word(one).name != NameType::GPE) return {};
  return owners;
}

std::vector<Party> PartyFinder::parties(Tree::Node node) const {
  std::vector<Party> result;
  // "they", "both sides" whom the actors leave open: the two who met
  const bool they = tree_.lemma(node) == "they" && tree_.word(node).upos == "PRON" && mention_at(node) == nullptr;
  const bool sides = classes_.in("pair", tree_.lemma(node)) && pair_of_two(node) && members_of(party(node)).empty();
  if ((they || sides) && !they_.empty()) {
    for (Party each : they_) {
      each.mention.reset();
      each.words = they ? WordRange{sentence_, node, node, node} : phrase(node);
      each.span = span(each.words);
      result.push_back(std::move(each));
    }
    return result;
  }
  Tree::Nodes heads = tree_.with_conjuncts(node);
  // A name whose head the tree hangs below its title: those joined to the name are joined to the party.
  if (const Party own = party(node); own.mention && mention_at(node) == nullptr)
    for (Tree::Node other : tree_.children(coded_.actors.mentions[*own.mention].words.head, "conj"))
      if (coded_.actors.mentions[*own.mention].words.sentence == sentence_ && mention_at(other) != nullptr)
        heads.push_back(other);
  for (Tree::Node each : heads) {
    // "Armenian and Azerbaijani forces" are two parties
    Tree::Nodes peoples;
    for (Tree::Node before : tree_.modifiers(each))
      if (tree_.word(before).name == NameType::NORP || tree_.word(before).name == NameType::GPE)
        peoples.push_back(before);
    if (peoples.size() > 1 && peoples[0] + 2 == peoples[1] && tree_.lemma(peoples[0] + 1) == "and")
      result.push_back(party(peoples[0]));
    if (const Tree::Nodes owners = joint_owners(each); !owners.empty()) {  // "Chad and Sudan's armies"
      for (Tree::Node one : owners) result.push_back(party(one));
      continue;
    }
    Party next = party(each);
    if (const std::vector<std::uint32_t> members = members_of(next); !members.empty()) {
      for (const std::uint32_t member : members) {  // "the two leaders": each of them
        result.push_back(next);
        result.back().mention.reset();
        result.back().actor = member;
      }
      continue;
    }
    if (const Tree::Nodes whose = peoples_of(each); !whose.empty()) {  // "the leaders of Chad and Sudan" are two
      for (Tree::Node one : whose) result.push_back(party(one));
      continue;
    }
    bool known = false;
    for (const Party& other : result) known = known || other.span == next.span;
    if (!known && (result.empty() || !result[0].span.contains(next.span))) result.push_back(std::move(next));
  }
  std::sort(result.begin(), result.end(), [](const Party& a, const Party& b) { return a.span < b.span; });
  return result;
}

namespace {

bool political(const Actor& actor) {
  const bool state =
      !actor.country.empty() && (actor.kind == ActorKind::country || one_of(kPoliticalBodies, actor.country));
  return state || actor.office.has_value() || one_of(kPoliticalSectors, actor.sector) ||
         one_of(kPoliticalSectors, actor.sector2);
}

}  // namespace

bool PartyFinder::is_political(const Party& party) const {
  if (party.words.sentence == sentence_) return traits(party).political;
  return party.actor && political(coded_.actors.actors[*party.actor]);
}

Traits PartyFinder::traits(const Party& party) const {
  Traits traits;
  const Tree::Node head = party.words.head;
  const Tree::Node content = content_of(head);
  traits.lemma = tree_.lemma(content);
  if (const Place* place = place_at(head); place != nullptr && place->form == PlaceForm::demonym) {
    traits.people = true;  // "a hundred Albanians"
  } else if (place != nullptr) {
    traits.place = true;
    traits.country = place->kind == PlaceKind::country;
  }
  if (party.actor) {
    const Actor& actor = coded_.actors.actors[*party.actor];
    traits.actor = true;
    traits.country = traits.country || actor.kind == ActorKind::country;
    traits.people = traits.people || actor.kind == ActorKind::group || actor.plural;
    traits.sector = actor.sector;
    traits.sector2 = actor.sector2;
    traits.code_country = actor.country;
    // a land's name that the tags have missed
    const bool land = !actor.country.empty() && actor.kind == ActorKind::unnamed && tree_.word(content).upos == "PROPN";
    traits.political = land || political(actor);
  }
  if (tree_.word(content).upos == "PRON" && classes_.in("somebody", tree_.lemma(content))) traits.actor = true;
  const bool noun = !is_adjective(content);
  if ((noun && (classes_.in("official", traits.lemma) || classes_.in("armed", traits.lemma))) || kind_owner(content))
    traits.actor = traits.political = true;
  if (classes_.in("people", traits.lemma) || classes_.in("people", tree_.lemma(head)))
    traits.actor = traits.people = true;
  if (classes_.in("body", traits.lemma)) traits.actor = true;
  // "thousands gathered": persons are counted without a noun
  if (!party.actor && tree_.word(content).xpos == "NNS" && classes_.in("multitude", traits.lemma))
    traits.actor = traits.people = true;
  if (tree_.word(content).name == NameType::PER || tree_.word(content).name == NameType::ORG ||
      tree_.word(content).name == NameType::GPE || tree_.word(content).name == NameType::NORP)
    traits.actor = true;
  const NameType name = tree_.word(content).name;
  const bool work = name == NameType::MISC && !tree_.is(content, "nsubj");  // "the Freedom Order"
  if (tree_.word(content).upos == "PROPN" && !work && !classes_.in("time", traits.lemma)) traits.actor = true;
  if (name == NameType::GPE) traits.place = true;
  if (!party.actor && (name == NameType::GPE || name == NameType::NORP))
    traits.political = true;  // unknown to the actors
  const bool person =
      party.actor ? coded_.actors.actors[*party.actor].kind == ActorKind::person : name == NameType::PER;
  traits.named = person && (tree_.word(content).upos == "PROPN" ||
                            (party.actor && coded_.actors.actors[*party.actor].office.has_value()));
  traits.unplaced = person && !traits.political && traits.sector.empty();
  return traits;
}

std::string_view PartyFinder::country(const Party& party) const {
  if (party.actor) return coded_.actors.actors[*party.actor].country;
  const Place* place = place_at(party.words.head);
  return place != nullptr ? std::string_view(place->country) : std::string_view();
}

std::optional<Tree::Node> PartyFinder::owner(Tree::Node noun) const {
  if (const std::optional<Tree::Node> possessor = tree_.possessor(noun)) return possessor;
  for (Tree::Node before : words_before(noun))
    if (const Traits t = traits(before);
        t.actor && (t.political || t.place || t.people || tree_.word(before).name != NameType::none) &&
        (!is_adjective(before) || kind_owner(noun)))
      return before;
  for (Tree::Node phrase : tree_.after(noun, {"by", "of"}))
    if (traits(phrase).actor || traits(phrase).place) return phrase;
  for (Tree::Node clause : tree_.children(noun, "acl"))  // "an offer made by the rebels"
    if ((tree_.word(clause).relation == "acl" || tree_.word(clause).relation == "acl:relcl") &&
        classes_.in("making", tree_.lemma(clause)))  // "decisions the president took"
      if (const std::optional<Tree::Node> doer = tree_.subject(clause); doer && *doer != noun && traits(*doer).actor)
        return doer;
  return std::nullopt;
}

std::optional<Tree::Node> PartyFinder::kind_owner(Tree::Node thing) const {
  if (!classes_.in("concrete", tree_.lemma(thing))) return std::nullopt;
  for (Tree::Node before : tree_.modifiers(thing))
    if (tree_.word(before).name == NameType::none && tree_.word(before).upos != "PROPN" &&
        (classes_.in("official", tree_.lemma(before)) || classes_.in("armed", tree_.lemma(before))))
      return before;
  return std::nullopt;
}

// The words before a noun and before those: "U.S. military airstrikes".
Tree::Nodes PartyFinder::words_before(Tree::Node noun) const {
  Tree::Nodes result = tree_.modifiers(noun);
  const std::size_t direct = result.size();
  for (std::size_t i = 0; i < direct; ++i)
    if (is_adjective(result[i]))
      for (Tree::Node before : tree_.modifiers(result[i])) result.push_back(before);
  return result;
}

// "military", "official", "general" before a noun: what kind it is, nobody who acts.
bool PartyFinder::is_adjective(Tree::Node word) const {
  return tree_.word(word).upos == "ADJ" && tree_.is(word, "amod") && tree_.word(word).name == NameType::none;
}

std::optional<Tree::Node> PartyFinder::concerned(Tree::Node thing) const {
  static const std::vector<std::string> kOn = {"against", "at",   "for", "from",   "in",      "into", "of",
                                               "on",      "over", "to",  "toward", "towards", "with"};
  constexpr int kDeepest = 4;
  for (int depth = 0; depth < kDeepest; ++depth) {
    std::optional<Tree::Node> next;
    Tree::Nodes below = tree_.after(thing, kOn);
    for (Tree::Node clause : tree_.children(thing, "acl"))  // "imposed on India", "held in Kabul"
      if (tree_.word(clause).relation == "acl" && tree_.word(clause).xpos == "VBN")
        for (Tree::Node phrase : tree_.after(clause, kOn)) below.push_back(phrase);
    for (Tree::Node phrase : below) {
      if (phrase == thing || tree_.word(phrase).relation == "obl:unmarked") continue;
      const Traits t = traits(phrase);
      if (t.actor || t.place) return phrase;
      if (const std::optional<Tree::Node> whose = owner(phrase)) return whose;
      if (!next && !classes_.in("time", tree_.lemma(phrase)) && !classes_.in("circumstance", tree_.lemma(phrase)))
        next = phrase;
    }
    if (!next) return std::nullopt;
    thing = *next;
  }
  return std::nullopt;
}

std::optional<Tree::Node> PartyFinder::patient_of(Tree::Node noun) const {
  if (const Tree::Nodes of = tree_.after(noun, {"of"}); !of.empty()) return of[0];
  if (undergone(noun)) return tree_.possessor(noun);
  return std::nullopt;
}

std::optional<Tree::Node> PartyFinder::doer_of(Tree::Node noun) const {
  if (const Tree::Nodes by = tree_.after(noun, {"by"}); !by.empty() && traits(by[0]).actor) return by[0];
  for (Tree::Node of :
       tree_.after(noun, {"against", "of", "on"}))  // "the killing of two priests by gunmen", however it hangs
    if (const Tree::Nodes by = tree_.after(of, {"by"}); !by.empty() && traits(by[0]).actor) return by[0];
  if (const std::optional<Tree::Node> up = tree_.head(noun);
      up && tree_.is(noun, "nsubj"))  // "by gunmen" hung on the verb that follows
    for (Tree::Node child : tree_.children(*up, "obl"))
      if (child > noun && child < *up && tree_.preposition(child) == "by" && traits(child).actor) return child;
  const std::optional<Tree::Node> possessor = tree_.possessor(noun);
  if (possessor && !undergone(noun) &&
      !(tree_.word(*possessor).name == NameType::none && classes_.in("time", tree_.lemma(*possessor))))
    return possessor;
  for (Tree::Node before : words_before(noun))
    if (const Traits t = traits(before); t.actor && !undergone(noun)) return before;
  for (Tree::Node child : tree_.children(noun, "acl"))  // "an attack carried out by rebels"
    if (classes_.in("support", tree_.lemma(child)) || classes_.in("occur", tree_.lemma(child)))
      if (const std::optional<Tree::Node> doer = tree_.subject(child); doer && *doer != noun) return doer;
  if (tree_.preposition(noun) == "behind")  // "rebels were behind the attack"
    for (Tree::Node child : tree_.children(noun, "nsubj"))
      if (traits(child).actor) return child;
  std::optional<Tree::Node> verb = tree_.head(noun);
  if (verb && tree_.is(noun, "nmod") && classes_.in("container", tree_.lemma(*verb))) {  // "a wave of attacks"
    noun = *verb;
    verb = tree_.head(noun);
  }
  if (verb && tree_.is(noun, "obl") && tree_.preposition(noun) == "in" && classes_.in("partaking", tree_.lemma(*verb)))
    if (const std::optional<Tree::Node> doer = tree_.subject(*verb); doer && *doer != noun) return doer;
  if (verb && !tree_.children(*verb, "cop").empty() && tree_.is(noun, "obl") && tree_.preposition(noun) == "for" &&
      tree_.lemma(*verb) == "responsible")
    if (const std::optional<Tree::Node> doer = tree_.surface_subject(*verb); doer && *doer != noun) return doer;
  if (verb && tree_.is_verb(*verb) &&
      (tree_.is(noun, "obj") || tree_.is(noun, "obl") || tree_.word(noun).relation == "nsubj:pass") &&
      classes_.in("support", tree_.lemma(*verb)))
    if (const std::optional<Tree::Node> doer = tree_.subject(*verb); doer && *doer != noun) return doer;
  return std::nullopt;
}

}  // namespace wireroom
