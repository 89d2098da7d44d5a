#include "event/status.h"

#include <algorithm>
#include <array>

#include "base/table.h"

namespace wireroom {
namespace {

constexpr int kHighest = 10;

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 5> kNegations = {"not", "never", "n't", "neither", "nor"};
constexpr std::array<std::string_view, 4> kLimits = {"only", "just", "merely", "simply"};
constexpr std::array<std::string_view, 4> kPossible = {"may", "might", "could", "can"};
constexpr std::array<std::string_view, 4> kObliging = {"should", "must", "ought", "need"};
// "cannot accept", "could not agree": who says so refuses.
constexpr std::array<std::string_view, 5> kAssent = {"accept", "agree", "endorse", "support", "tolerate"};
constexpr std::array<std::string_view, 6> kTimes = {"day", "night", "week", "month", "year", "winter"};
constexpr std::array<std::string_view, 5> kGerundObjects = {"on", "in", "at", "to", "into"};
constexpr std::array<std::string_view, 6> kHabits = {"often",     "usually",   "always",
                                                     "regularly", "routinely", "sometimes"};

// "not only", "not just": says that it is so, and more.
bool only_limits(const Tree& tree, Tree::Node negation) {
  return negation + 1 < tree.size() && one_of(kLimits, tree.lemma(negation + 1));
}

bool conditional_clause(const Tree& tree, Tree::Node clause) {
  for (Tree::Node child : tree.children(clause))
    if (tree.is(child, "mark") && (tree.lemma(child) == "if" || tree.lemma(child) == "unless")) return true;
  if (!tree.is(clause, "advcl")) return false;
  // "Should Moscow cut off gas", "Had the rebels taken": the auxiliary stands first
  for (Tree::Node child : tree.children(clause))
    if (tree.is(child, "aux"))
      for (Tree::Node other : tree.children(clause))
        if (tree.is(other, "nsubj") && child < other &&
            (tree.form(child) == "had" || tree.form(child) == "should" || tree.form(child) == "were"))
          return true;
  return false;
}

// "would not talk until he was freed": after what is not done either; "stayed until troops left" tells of a deed.
bool until_clause(const Tree& tree, Tree::Node clause) {
  if (!tree.is(clause, "advcl")) return false;
  for (Tree::Node child : tree.children(clause))
    if (tree.is(child, "mark") && (tree.lemma(child) == "until" || tree.lemma(child) == "till")) return true;
  return false;
}

// "An attack would set off the treaty": whatever is told so of no particular deed.
bool indefinite(const Tree& tree, Tree::Node noun) {
  if (tree.possessor(noun)) return false;
  for (Tree::Node child : tree.children(noun))
    if (tree.is(child, "det") || tree.is(child, "nummod"))
      return tree.lemma(child) == "a" || tree.lemma(child) == "any";
  return true;
}

bool below_past_speech(const Tree& tree, Tree::Node verb) {
  Tree::Node at = verb;
  for (int i = 0; i < kHighest; ++i) {
    const std::optional<Tree::Node> up = tree.head(at);
    if (!up) break;
    if (tree.is(at, "ccomp") &&
        (tree.has(*up, "Tense=Past") || tree.word(*up).xpos == "VBD" || tree.word(*up).xpos == "VBN"))
      return true;
    // "saying that he would stay": as past as what hangs above
    if (tree.is(at, "ccomp") && tree.word(*up).xpos == "VBG" && tree.is(*up, "advcl"))
      if (const auto above = tree.head(*up); above && tree.has(*above, "Tense=Past")) return true;
    if (!tree.is(at, "conj") && !tree.is(at, "xcomp") && !tree.is(at, "ccomp")) break;
    at = *up;
  }
  // "officials would meet next week": told from a day before
  for (Tree::Node child : tree.children(verb))
    if (tree.is(child, "obl") || tree.is(child, "advmod")) {
      if (tree.lemma(child) == "tomorrow") return true;
      for (Tree::Node part : tree.children(child, "amod"))
        if (tree.lemma(part) == "next") return true;
    }
  for (Tree::Node child : tree.children(verb))
    if (tree.is(child, "parataxis") && (tree.has(child, "Tense=Past") || tree.word(child).xpos == "VBD")) return true;
  return false;
}

// "was able to", "managed to", not "would be able to".
bool told_as_past(const Tree& tree, Tree::Node word) {
  if (tree.has(word, "Tense=Past") && !tree.has(word, "VerbForm=Part")) return true;
  bool past = false;
  for (Tree::Node child : tree.children(word)) {
    const std::string_view form = tree.form(child);
    if ((tree.is(child, "cop") || tree.is(child, "aux")) && (form == "was" || form == "were" || form == "had"))
      past = true;
    if (tree.is(child, "aux") && tree.word(child).xpos == "MD") return false;
  }
  return past;
}

// An infinitive or a bare subjunctive ("that he leave"): no finite clause that tells of a deed done.
bool unfinished(const Tree& tree, Tree::Node verb) {
  if (tree.base(verb) != "ccomp" && tree.base(verb) != "advcl") return true;
  for (Tree::Node child : tree.children(verb))
    if (tree.is(child, "mark") && tree.lemma(child) == "to") return true;
  if (tree.word(verb).xpos != "VB") return false;
  for (Tree::Node child : tree.children(verb))
    if (tree.is(child, "aux") && tree.word(child).xpos != "VB") return false;
  return true;
}

// "will discuss the attack", "did not see the protest": it happened, whatever is done about it.
bool presupposed(const Tree& tree, Tree::Node noun, const WordClasses& classes) {
  if (!classes.in("violence", tree.lemma(noun)) && !classes.in("protestnoun", tree.lemma(noun)) &&
      tree.lemma(noun) != "strike")
    return false;
  for (Tree::Node child : tree.children(noun, "det"))
    if (const std::string_view lemma = tree.lemma(child);
        lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those")
      return true;
  return false;
}

// "refrained from striking", "balked at leaving": a gerund that tells of what was not done.
bool undone_gerund(const Tree& tree, Tree::Node verb, std::string_view preposition, EventStatus told) {
  return tree.word(verb).xpos == "VBG" && told == EventStatus::denied &&
         (preposition == "from" || preposition == "at" || preposition == "against");
}

// "focus on tightening", "succeeded in storming": a gerund that shares the status of the verb above.
bool gerund_object(const Tree& tree, Tree::Node verb, std::string_view preposition) {
  return tree.word(verb).xpos == "VBG" && one_of(kGerundObjects, preposition);
}

}  // namespace

bool is_negated(const Tree& tree, Tree::Node node) {
  for (Tree::Node child : tree.children(node)) {
    if (one_of(kNegations, tree.lemma(child)) && !only_limits(tree, child) &&
        (tree.is(child, "advmod") || tree.is(child, "aux") || tree.is(child, "cc")))
      return true;
    if (tree.is(child, "det") && (tree.lemma(child) == "no" || tree.lemma(child) == "neither")) return true;
    if ((tree.is(child, "case") || tree.is(child, "mark")) && tree.lemma(child) == "without") return true;
    if (tree.is(child, "nsubj"))  // "nobody was arrested", "no shots were fired"
      for (Tree::Node part : tree.children(child))
        if (tree.is(part, "det") && tree.lemma(part) == "no") return true;
    if (tree.is(child, "nsubj") && (tree.lemma(child) == "nobody" || tree.lemma(child) == "none")) return true;
    if (tree.is(child, "obj"))
      for (Tree::Node part : tree.children(child))
        if (tree.is(part, "det") && tree.lemma(part) == "no") return true;
  }
  return false;
}

Result<StatusReader> StatusReader::read(std::string file, std::string_view bytes) {
  WIREROOM_TRY(table, Table::read(std::move(file), bytes, {"word", "of", "status"}));
  StatusReader reader;
  for (const Table::Row& row : table.rows()) {
    std::optional<EventStatus> status;
    for (int i = 0; i <= static_cast<int>(EventStatus::denied); ++i)
      if (row["status"] == name(static_cast<EventStatus>(i))) status = static_cast<EventStatus>(i);
    if (!status)
      return Error{ErrorKind::data, row.place() + ": '" + std::string(row["status"]) + "' is no status; mend it"};
    auto* words = row["of"] == "clause"       ? &reader.words_.clause
                  : row["of"] == "infinitive" ? &reader.words_.infinitive
                  : row["of"] == "past"       ? &reader.words_.past
                  : row["of"] == "noun"       ? &reader.words_.noun
                  : row["of"] == "before"     ? &reader.words_.before
                  : row["of"] == "topic"      ? &reader.words_.topic
                                              : nullptr;
    if (words == nullptr)
      return Error{ErrorKind::data,
                   row.place() + ": column of must be clause, infinitive, past, noun, topic or before"};
    for (std::string_view word : row.list("word")) (*words)[std::string(word)] = *status;
  }
  return reader;
}

std::vector<std::string> StatusReader::words() const {
  std::vector<std::string> all;
  for (const auto* list :
       {&words_.clause, &words_.infinitive, &words_.past, &words_.noun, &words_.topic, &words_.before})
    for (const auto& [word, status] : *list) all.push_back(word);
  return all;
}

StatusFinding StatusReader::own(const Tree& tree, Tree::Node verb) {
  StatusFinding found;
  const bool not_so = is_negated(tree, verb);
  bool condition_below = false, infinitive_be = false;
  for (Tree::Node child : tree.children(verb)) {
    if (tree.is(child, "advcl") && conditional_clause(tree, child)) condition_below = true;
    if (tree.is(child, "mark") && tree.lemma(child) == "whether") found.status = EventStatus::possible;
    if (tree.is(child, "advmod") && one_of(kHabits, tree.lemma(child))) found.generic = true;
    if (tree.is(child, "obl") && one_of(kTimes, tree.lemma(child)) && tree.preposition(child).empty())
      for (Tree::Node part : tree.children(child, "det"))  // "every year"
        if (tree.lemma(part) == "every" || tree.lemma(part) == "each") found.generic = true;
  }
  if (conditional_clause(tree, verb)) {
    found.status = EventStatus::conditional;
    return found;
  }
  if (until_clause(tree, verb))
    if (const auto up = tree.head(verb); up && own(tree, *up).status != EventStatus::asserted) {
      found.status = EventStatus::conditional;
      return found;
    }
  for (Tree::Node child : tree.children(verb)) {
    if (!tree.is(child, "aux")) continue;
    const std::string_view form = tree.form(child), lemma = tree.lemma(child);
    const bool would = form == "would" || form == "'d";
    if (form == "will" || form == "'ll" || form == "wo" || form == "shall" || form == "going") {
      found.status = EventStatus::planned;
      found.future = true;
    } else if (would || form == "should") {
      bool perfect = false;
      for (Tree::Node other : tree.children(verb))
        perfect = perfect || (tree.is(other, "aux") && tree.lemma(other) == "have");
      if (form == "should") {
        found.status = EventStatus::called_for;
      } else if (!perfect && !condition_below && below_past_speech(tree, verb)) {
        found.status = EventStatus::planned;
        found.future = true;
      } else {
        found.status = EventStatus::conditional;
        found.future = false;
      }
    } else if (one_of(kPossible, form)) {
      found.status = EventStatus::possible;
    } else if (one_of(kObliging, lemma)) {
      found.status = EventStatus::called_for;
      found.obliged = lemma == "must";
    } else if (lemma == "be") {
      infinitive_be = true;
    }
  }
  for (Tree::Node child : tree.children(verb, "cop"))  // "parliament was to hold a session"
    infinitive_be = infinitive_be || (tree.is_verb(verb) && tree.lemma(child) == "be");
  // "is to visit", "are to be expelled"
  if (infinitive_be && found.status == EventStatus::asserted)
    for (Tree::Node child : tree.children(verb))
      if (tree.is(child, "mark") && tree.lemma(child) == "to" && !tree.is(verb, "xcomp") && !tree.is(verb, "advcl") &&
          !(tree.is(verb, "acl") && tree.word(verb).relation != "acl:relcl")) {
        found.status = EventStatus::planned;
        found.future = true;
      }
  if (infinitive_be || !tree.children(verb, "aux").empty())  // "has yet to yield", "is yet to be freed"
    for (Tree::Node child : tree.children(verb, "advmod"))
      if (tree.lemma(child) == "yet" && child + 1 < tree.size() && tree.lemma(child + 1) == "to") {
        found.status = EventStatus::denied;
        found.future = false;
        return found;
      }
  if (condition_below && found.future) found.status = EventStatus::conditional;
  if (not_so) {
    found.refused = found.future || (found.status == EventStatus::possible && one_of(kAssent, tree.lemma(verb)));
    found.obliged = false;
    found.status = EventStatus::denied;
    found.future = false;
  }
  return found;
}

std::optional<EventStatus> StatusReader::of_clause(const Tree& tree, Tree::Node at, Tree::Node up) const {
  const std::string_view lemma = tree.lemma(up);
  if (const auto done = words_.past.find(lemma); done != words_.past.end() && told_as_past(tree, up))
    return done->second;
  if (const auto known = words_.clause.find(lemma); known != words_.clause.end()) return known->second;
  if (const auto known = words_.infinitive.find(lemma); known != words_.infinitive.end() && unfinished(tree, at))
    return known->second;
  return std::nullopt;
}

StatusFinding StatusReader::status(const Tree& tree, Tree::Node trigger, const WordClasses& classes) const {
  StatusFinding found;
  Tree::Node at = trigger;
  bool noun = !tree.is_verb(trigger);
  const auto take = [&](const StatusFinding& other) {
    found.generic = found.generic || other.generic;
    if (found.status == EventStatus::asserted ||
        ((found.status == EventStatus::planned || found.status == EventStatus::possible) &&
         other.status == EventStatus::denied)) {
      found.refused = other.refused;
      found.obliged = other.obliged;
      found.status = other.status;
      found.future = other.future;
    }
  };
  take(own(tree, trigger));
  if (noun)
    for (Tree::Node child : tree.children(trigger))
      if (tree.is(child, "det") && tree.lemma(child) == "any") take({EventStatus::possible, false});
  if (noun)
    for (Tree::Node child : tree.children(trigger))
      if (const auto known = words_.before.find(tree.lemma(child));
          known != words_.before.end() && tree.is(child, "amod"))
        take({known->second, known->second == EventStatus::planned});

  for (int step = 0; step < kHighest; ++step) {
    const std::optional<Tree::Node> up = tree.head(at);
    if (!up) break;
    const std::string_view relation = tree.base(at);
    if (tree.word(at).relation == "acl:relcl" || relation == "parataxis" || relation == "appos") break;
    if (relation == "conj") {
      bool own_group = false;  // its own subject or auxiliaries: a clause for itself
      for (Tree::Node child : tree.children(at))
        own_group = own_group || tree.is(child, "nsubj") || tree.is(child, "aux");
      if (!own_group && tree.is_verb(*up) == tree.is_verb(at)) take(own(tree, *up));
      at = *up;
      continue;
    }
    const bool clause =
        !noun && (relation == "xcomp" || relation == "ccomp" || relation == "acl" || relation == "csubj" ||
                  relation == "advcl" || relation == "obl" || relation == "obj" || relation == "nsubj");
    const bool core = noun && (relation == "obj" || relation == "nsubj" || relation == "obl" || relation == "nmod");
    if (!clause && !core) break;
    if (core && relation == "nsubj" && at == trigger && indefinite(tree, at) &&
        own(tree, *up).status == EventStatus::conditional) {
      take({EventStatus::conditional, false});
      break;
    }
    const std::string preposition = noun ? tree.preposition(at) : tree.marker(at);
    if (clause) {
      if (relation == "advcl" && conditional_clause(tree, at)) break;
      if (relation == "acl" && preposition.empty()) break;  // "suspects held by the police"
      if (const auto known = of_clause(tree, at, *up);
          known && (relation != "advcl" || preposition == "to" || undone_gerund(tree, at, preposition, *known))) {
        if (found.status == EventStatus::asserted) found.wished = classes.in("wish", tree.lemma(*up));
        take({*known, *known == EventStatus::planned});
        take(own(tree, *up));
      } else if (relation == "advcl" && preposition == "to" &&
                 (classes.in("channel", tree.lemma(*up)) || classes.in("means", tree.lemma(*up))) &&
                 (tree.has(*up, "Tense=Past") || tree.word(*up).xpos == "VBD")) {
        take(own(tree, *up));  // "telephoned the king to congratulate him", "used gas to disperse them": he did
        break;
      } else if (relation == "advcl" && gerund_object(tree, at, preposition)) {
        take(own(tree, *up));
      } else if ((relation == "advcl" || relation == "acl") && preposition == "to") {
        const bool done = tree.is_verb(*up) && classes.in("proceeding", tree.lemma(*up));
        found.wished = found.wished || (found.status == EventStatus::asserted && !done);
        take({EventStatus::planned, false});  // a purpose
        break;
      } else if (relation == "xcomp" || relation == "csubj") {
        take(own(tree, *up));
      } else {
        break;
      }
    } else {
      const bool about = preposition == "on" || preposition == "about" || preposition == "over" || preposition == "for";
      if (const auto topic = words_.topic.find(tree.lemma(*up)); about && topic != words_.topic.end()) {
        take({topic->second, topic->second == EventStatus::planned});  // "an agreement on the withdrawal"
        break;
      }
      const auto known = words_.noun.find(tree.lemma(*up));
      const bool bound = relation == "obj" || relation == "nsubj" || preposition == "for" || preposition == "on" ||
                         preposition == "of" || preposition == "from" || preposition == "with" ||
                         preposition == "against" || preposition == "to";
      if (known != words_.noun.end() && bound) {
        take({known->second, known->second == EventStatus::planned});
      } else if (!tree.is_verb(*up)) {
        break;
      } else if (relation == "nsubj" ? classes.in("occur", tree.lemma(*up)) || classes.in("support", tree.lemma(*up))
                                     : relation == "obj" || preposition == "for" || preposition == "in" ||
                                           preposition == "during" || preposition == "at") {
        if (presupposed(tree, at, classes) && !classes.in("staging", tree.lemma(*up))) break;
        take(own(tree, *up));
        if (relation == "obl" && preposition == "for" && classes.in("move", tree.lemma(*up)))
          take({EventStatus::planned, false});
      } else {
        break;
      }
      noun = !tree.is_verb(*up);
    }
    at = *up;
    if (!noun) noun = tree.is_noun(at);
  }
  for (std::uint32_t i = tree.size(); i > 0 && tree.word(i - 1).upos == "PUNCT"; --i)
    if (tree.form(i - 1) == "?") found.question = true;
  if (found.question && found.status == EventStatus::asserted) found.status = EventStatus::possible;
  return found;
}

}  // namespace wireroom
