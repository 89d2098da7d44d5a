// One rule at one word: what RuleMatcher tries for each candidate. Internal to this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "event/rule_matcher.h"

namespace wireroom {

// Matches one rule at one word. Its parts: rule_match.cc (the whole), match_trigger.cc (the words of the pattern),
// match_roles.cc (who stands in which role), match_needs.cc (what the rule asks for besides).
class Match {
  using Node = Tree::Node;
  using Nodes = Tree::Nodes;

 public:
  Match(const Rule& rule, const Tree& tree, const PartyFinder& finder, const WordClasses& classes,
        std::uint32_t sentence)
      : rule_(rule), tree_(tree), finder_(finder), classes_(classes), sentence_(sentence) {}
  std::optional<EventDraft> at(const Pattern& pattern, Node head);

  // Did the last word have the rule's pattern without what the rule needs?
  [[nodiscard]] bool refused() const { return refused_; }

 private:
  bool right_class(TriggerKind kind, Node head) const;

  // "Speaking to Amy Dale of Sky News, the minister said": the occasion of a statement, no talks
  [[nodiscard]] bool frames_statement(Node head) const;

  // "a news conference" is no conference of parties, "the Conference of Bishops" and "the House Republican Conference"
  // are bodies.
  [[nodiscard]] bool is_no_event(Node noun) const;

  // "on Monday": the preposition of a time is no part of "call on"
  [[nodiscard]] bool before_time(Node preposition) const;

  // "Nov. 2"
  [[nodiscard]] bool is_date(Node noun) const;
  bool take(const PatternPart& part);

  // The noun or one of its conjuncts ("sanctions and tariffs"), also under a container ("a series of attacks").
  bool noun_of(Node noun, const Lemmas& wanted, bool oblique = false);
  [[nodiscard]] bool is_verbal() const { return draft_.kind != TriggerKind::noun; }
  [[nodiscard]] bool is_trigger(Node node) const;

  // Of a noun also what hangs on the phrase before: "aid from Sweden to Ethiopia".
  [[nodiscard]] Nodes after(Node anchor, const std::vector<std::string>& prepositions) const;
  [[nodiscard]] Nodes nodes_at(const Position& position) const;
  [[nodiscard]] bool somebody(Node node) const;

  // Whom the deed in the clause below meets: its object, its recipient, or who stands behind a preposition. What the
  // doer has is not it: "is ready to withdraw its troops from Panama".
  [[nodiscard]] Nodes undergoers() const;

  // "its troops", "their people": of those who do it
  [[nodiscard]] bool is_own(Node node) const;

  // Not a place or person of the doer's own country.
  [[nodiscard]] bool abroad(Node node) const;
  [[nodiscard]] bool is_time(Node node) const;

  // Is it one of those who do it? "lifted its blockade of Yemen"
  [[nodiscard]] bool is_source(const Party& party) const;

  // "condemned the shelling of Tripoli": blame meets who does it.
  [[nodiscard]] bool is_deed(Node noun) const;

  // "put out a report accusing the army": who issues it.
  [[nodiscard]] std::optional<Node> issuer(Node decree) const;

  // Who is meant by a thing: whose it is, "condemned Russia's attack", "the government's planes"; of a target else
  // whom it concerns, "lifted the blockade of Yemen". False if nobody is told.
  bool add_owner(std::vector<Party>& list, Node thing, bool target);

  // Deeds about a thing that meet whom it concerns: "refused aid to Kuwait". Who praises or blames an attack does not
  // mean whom it met.
  [[nodiscard]] bool meets_concerned() const;
  void add(std::vector<Party>& list, Node node, bool target);
  void put(std::vector<Party>& list, Party party) const;

  // The first position that holds somebody or a place; if none does, the first that holds a thing.
  void role(RuleRole which, std::vector<Party>& list);
  void fill();

  // All in the order of the text; the first is the source.
  void symmetric();

  // Nobody does it to himself.
  void drop_shared();
  void others();
  [[nodiscard]] bool fits(const Need& need, const Party& party) const;
  [[nodiscard]] bool satisfied(const Need& need) const;

  // "said that Uganda must mediate"; mildly: also "told Uganda that it should"
  [[nodiscard]] bool obliges(bool mildly) const;

  // "called the king to discuss it", "called him, discussing the raid"
  [[nodiscard]] bool has_purpose() const;

  // "will not yield", "would not budge"
  [[nodiscard]] bool declines() const;

  // "asked whether he would resign", "was asked about the raid"
  [[nodiscard]] bool asks() const;

  // "Iran warned that U.S. bases would be hit by its missiles": what is said to come is done by the speaker's own side.
  [[nodiscard]] bool own_deed() const;

  const Rule& rule_;
  const Tree& tree_;
  const PartyFinder& finder_;
  const WordClasses& classes_;
  std::uint32_t sentence_;
  EventDraft draft_;
  bool refused_ = false;
};

}  // namespace wireroom
