// Attributions inside one sentence: a cue, its source and the words of its content, as the tree has them.
//
// Method: cue first, then source and content given the cue (Pareti et al. 2013); contents are constituents: the clausal
// complement, the quotation, or the clause around "according to".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "statement/cue_table.h"
#include "statement/sentence_view.h"

namespace wireroom {

// How the tagging head sees the cue of an attribution.
enum class Tag : std::uint8_t { absent, none, inside, cue };  // absent: the weights have no such head

struct TaggedAttribution;

struct Attribution {
  std::uint32_t sentence = 0;
  std::uint32_t cue = 0;  // the word that attributes
  Words cue_words;        // with auxiliaries, negation, particle
  SpeechAct act = SpeechAct::say;
  std::optional<std::uint32_t> source;    // head of the source
  Words content;                          // words of this sentence; empty if all stands in `quotations`
  std::vector<std::uint32_t> quotations;  // whole quotations that belong to it
  Words addressees;                       // heads
  bool negated = false;
  bool expects_next = false;  // ends with a colon: the quotation of the next sentence is the content
  const char* rule = "";
  Tag tag = Tag::absent;
  double tag_score = 0, tag_content = 0;  // probabilities of the tag and of the content by the head
  bool inside = false;                    // its cue stands in the content of another
  bool doubtful = false;                  // by the cue's frame
};

class AttributionFinder {
 public:
  AttributionFinder(const CueTable& cues, const std::vector<Quotation>& quotations)
      : cues_(cues), quotations_(quotations) {}

  // In the order of their cues.
  [[nodiscard]] std::vector<Attribution> find(const SentenceView& sentence, bool headline = false) const;

 private:
  [[nodiscard]] std::optional<Attribution> of_verb(const SentenceView& s, std::uint32_t i) const;
  [[nodiscard]] std::optional<Attribution> of_adjective(const SentenceView& s, std::uint32_t i) const;
  [[nodiscard]] std::optional<Attribution> of_noun(const SentenceView& s, std::uint32_t i) const;
  [[nodiscard]] std::optional<Attribution> according_to(const SentenceView& s, std::uint32_t i) const;
  [[nodiscard]] std::optional<Attribution> label(const SentenceView& s, bool headline) const;
  [[nodiscard]] std::optional<Attribution> trailing_source(const SentenceView& s, bool headline) const;
  void merge_tags(const SentenceView& s, std::vector<Attribution>& found) const;
  void take_edges(const SentenceView& s, const TaggedAttribution& tagged, Attribution& a) const;
  [[nodiscard]] std::optional<Attribution> of_tags(const SentenceView& s, const TaggedAttribution& tagged) const;
  void separate_participles(const SentenceView& s, std::vector<Attribution>& found) const;
  [[nodiscard]] bool about_a_topic(const SentenceView& s, const Words& cue, const Words& content) const;
  void settle_quotations(const SentenceView& s, std::vector<Attribution>& found) const;

  const CueTable& cues_;
  const std::vector<Quotation>& quotations_;
};

}  // namespace wireroom
