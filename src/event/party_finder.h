// Parties of events in one sentence: the mention that stands at a word, else the noun phrase, and what is known of it.
//
//   PartyFinder finder(coded, index, sentence, tree, classes);
//   finder.parties(node);            // "Kerry and Lavrov" are two
//   finder.traits(party).political;
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/report_index.h"
#include "event/tree.h"
#include "event/word_classes.h"
#include "wireroom/coded.h"

namespace wireroom {

struct Traits {
  bool actor = false;      // somebody who can act: person, body, group, state
  bool political = false;  // a state, its organs, armed or political groups, international bodies
  bool unplaced = false;   // a person's name of whom nothing is known: may be political
  bool people = false;     // a crowd or group of persons
  bool named = false;      // a single person known by name or office
  bool country = false;
  bool place = false;
  std::string_view lemma;  // of the head word
  std::string_view sector, sector2, code_country;
};

class PartyFinder {
 public:
  PartyFinder(const Coded& coded, const ReportIndex& index, std::uint32_t sentence, const Tree& tree,
              const WordClasses& classes);

  // Who is meant by a "they" that the actors leave open: the two who met in the sentences before.
  void set_they(std::vector<Party> parties) { they_ = std::move(parties); }

  // The party of this word alone, and with those joined to it by "and", in the order of the text.
  [[nodiscard]] Party party(Tree::Node node) const;
  [[nodiscard]] std::vector<Party> parties(Tree::Node node) const;
  // The party stands in this sentence.
  [[nodiscard]] Traits traits(const Party& party) const;
  [[nodiscard]] Traits traits(Tree::Node node) const { return traits(party(node)); }
  // The same of a party that may stand in another sentence, as the speaker of a quotation that goes on.
  [[nodiscard]] bool is_political(const Party& party) const;
  // Its country as far as its words tell: of the actor, or of the place.
  [[nodiscard]] std::string_view country(const Party& party) const;

  // Whose the thing is: "Russia" in "Russia's attack", "the Russian attack", "the attack of Russia", "attack by
  // Russia".
  [[nodiscard]] std::optional<Tree::Node> owner(Tree::Node noun) const;
  // A common noun before another one, which says little of whose that is.
  [[nodiscard]] bool is_plain(Tree::Node owner) const {
    return tree_.word(owner).name == NameType::none && tree_.word(owner).upos == "NOUN" && tree_.is(owner, "compound");
  }
  // Whom a thing concerns: "the blockade of Yemen", "sanctions imposed on India", "a bridge in Chad".
  [[nodiscard]] std::optional<Tree::Node> concerned(Tree::Node thing) const;
  // Who acts in an event that a noun names, with the help of support verbs ("the police carried out a raid").
  [[nodiscard]] std::optional<Tree::Node> doer_of(Tree::Node noun) const;
  // Whom it befell: "of X"; "X's" of nouns such as arrest, killing, release.
  [[nodiscard]] std::optional<Tree::Node> patient_of(Tree::Node noun) const;

  [[nodiscard]] const ReportIndex& index() const { return index_; }

  // The words of a noun phrase without relative clauses, apposition and coordination.
  [[nodiscard]] WordRange phrase(Tree::Node node) const;
  [[nodiscard]] Span span(const WordRange& words) const;
  [[nodiscard]] const Mention* mention_at(Tree::Node node) const;
  // A place whose head this word is and which is meant as a place; nullptr if there is none.
  [[nodiscard]] const Place* place_at(Tree::Node node) const;
  // Part of a day or a span of time: "18" and "November" of "18 November".
  [[nodiscard]] bool tells_when(Tree::Node node) const { return when_[node]; }

 private:
  [[nodiscard]] bool undergone(Tree::Node noun) const { return classes_.in("undergone", tree_.lemma(noun)); }
  // Whose a thing is by its kind: "police" of "a police station", "military" of "military positions".
  [[nodiscard]] std::optional<Tree::Node> kind_owner(Tree::Node thing) const;
  [[nodiscard]] Tree::Nodes words_before(Tree::Node noun) const;
  [[nodiscard]] bool is_adjective(Tree::Node word) const;
  [[nodiscard]] const Mention* name_behind(Tree::Node node) const;
  [[nodiscard]] const Mention* mention_around(Tree::Node node) const;
  // Who speaks of himself: the actor behind an "I" or "we" that stands in a quotation.
  [[nodiscard]] std::optional<std::uint32_t> quoted_self(Tree::Node node) const;
  [[nodiscard]] std::vector<std::uint32_t> members_of(const Party& party) const;
  [[nodiscard]] Tree::Nodes joint_owners(Tree::Node node) const;
  [[nodiscard]] Tree::Nodes peoples_of(Tree::Node node) const;
  [[nodiscard]] bool pair_of_two(Tree::Node node) const;
  [[nodiscard]] Tree::Node content_of(Tree::Node node) const;

  const Coded& coded_;
  const ReportIndex& index_;
  std::uint32_t sentence_;
  const Tree& tree_;
  const WordClasses& classes_;
  std::vector<Party> they_;
  std::vector<std::int32_t> mention_;  // by head word; -1 if none
  std::vector<std::int32_t> place_;
  std::vector<bool> when_;  // word of a date, a time or a duration, and of no name
};

// Do two parties stand for the same actor or overlap in the text?
[[nodiscard]] bool same_party(const Party& a, const Party& b);

}  // namespace wireroom
