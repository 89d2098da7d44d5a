// The words of a pattern: are they there, and do they mean the event?
#include <algorithm>

#include "event/rule_match.h"

namespace wireroom {

using Node = Tree::Node;
using Nodes = Tree::Nodes;

bool Match::right_class(TriggerKind kind, Node head) const {
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

bool Match::frames_statement(Node head) const {
  const std::optional<Node> up = tree_.head(head);
  return up && tree_.lemma(head) == "speak" && tree_.is(head, "advcl") && tree_.word(head).xpos == "VBG" &&
         classes_.in("report", tree_.lemma(*up));
}

bool Match::is_no_event(Node noun) const {
  if (tree_.word(noun).name == NameType::ORG) return true;
  for (Node before : tree_.modifiers(noun))
    if (classes_.in("press", tree_.lemma(before)) && tree_.lemma(noun) == "conference") return true;
  return false;
}

bool Match::before_time(Node preposition) const {
  if (!tree_.is(preposition, "case") || tree_.lemma(preposition) != "on") return false;
  const std::optional<Node> noun = tree_.head(preposition);
  return noun && (classes_.in("time", tree_.lemma(*noun)) || is_date(*noun));
}

bool Match::is_date(Node noun) const {
  if (tree_.word(noun).upos == "NUM") return true;
  for (Node child : tree_.children(noun))
    if (tree_.is(child, "nummod") && child > noun && tree_.word(noun).upos == "PROPN") return true;
  return false;
}

bool Match::take(const PatternPart& part) {
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

bool Match::noun_of(Node noun, const Lemmas& wanted, bool oblique) {
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

bool Match::is_trigger(Node node) const {
  return std::find(draft_.triggers.begin(), draft_.triggers.end(), node) != draft_.triggers.end();
}
}  // namespace wireroom
