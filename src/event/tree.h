// A dependency tree with the questions that event coding asks of it: who is the logical subject, object, owner of a
// word, whichever construction the sentence uses. Knows Universal Dependencies, nothing of events.
//
//   Tree tree(sentence);
//   tree.subjects(arrested);   // "police", in "He was arrested by police" and in "police who arrested him"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/lemma_book.h"
#include "wireroom/sentence.h"

namespace wireroom {

class Tree {
 public:
  using Node = std::uint32_t;
  using Nodes = std::vector<Node>;

  Tree(const Sentence& sentence, const LemmaBook& book);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_->words.size()); }
  [[nodiscard]] const Word& word(Node node) const { return sentence_->words[node]; }
  [[nodiscard]] std::string_view lemma(Node node) const { return lemmas_[node]; }  // lower case
  [[nodiscard]] std::string_view form(Node node) const { return forms_[node]; }    // lower case
  [[nodiscard]] std::optional<Node> head(Node node) const;
  // The relation without subtype, "nsubj" of "nsubj:pass".
  [[nodiscard]] std::string_view base(Node node) const;
  [[nodiscard]] bool is(Node node, std::string_view relation) const;  // whole or base relation
  [[nodiscard]] Nodes children(Node node) const;
  [[nodiscard]] Nodes children(Node node, std::string_view relation) const;
  [[nodiscard]] bool has(Node node, std::string_view feature) const;  // "Tense=Past"
  [[nodiscard]] bool is_verb(Node node) const;
  [[nodiscard]] bool is_noun(Node node) const;  // noun, proper noun, pronoun, number
  [[nodiscard]] bool is_passive(Node node) const;
  // Is `ancestor` above `node`? At most `steps` up.
  [[nodiscard]] bool below(Node node, Node ancestor, int steps = 1000) const;

  // "in", "because of": the preposition of a noun phrase; "to", "if", "for" of a clause. Empty if none.
  [[nodiscard]] std::string preposition(Node node) const;
  [[nodiscard]] std::string marker(Node node) const;
  // The node itself and its conjuncts.
  [[nodiscard]] Nodes with_conjuncts(Node node) const;

  // --- of a verb or a predicate
  [[nodiscard]] std::optional<Node> surface_subject(Node verb) const;
  [[nodiscard]] std::optional<Node> subject(Node verb) const;    // who does it
  [[nodiscard]] std::optional<Node> object(Node verb) const;     // whom it is done to
  [[nodiscard]] std::optional<Node> recipient(Node verb) const;  // "gave Ukraine tanks", "Ukraine was given tanks"
  // Clauses and infinitives that depend on it as complements: what is demanded, said, promised.
  [[nodiscard]] Nodes complements(Node verb) const;
  [[nodiscard]] bool has_beside(Node verb, std::string_view word, Node* where) const;  // particle or preposition

  // --- of a verb or a noun: noun phrases with this preposition, also those that coordination shares.
  [[nodiscard]] Nodes after(Node node, const std::vector<std::string>& prepositions) const;

  // --- of a noun: possessor; "by" phrase; adjectives and nouns before it.
  [[nodiscard]] std::optional<Node> possessor(Node noun) const;
  [[nodiscard]] Nodes modifiers(Node noun) const;

 private:
  void join_hyphens(const LemmaBook& book);
  [[nodiscard]] bool is_list(Node first, Node second) const;
  [[nodiscard]] bool headline_verb(Node node) const;
  [[nodiscard]] std::optional<Node> beside_comma(Node pronoun) const;
  [[nodiscard]] std::optional<Node> doer_before(Node participle) const;
  [[nodiscard]] std::optional<Node> own_subject(Node verb) const;
  [[nodiscard]] std::optional<Node> antecedent(Node pronoun) const;
  [[nodiscard]] bool is_relative(Node pronoun) const;

  const Sentence* sentence_;
  std::vector<std::string> lemmas_, forms_;
};

}  // namespace wireroom
