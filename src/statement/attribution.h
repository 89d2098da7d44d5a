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
  double score = 0;
};

class AttributionFinder {
 public:
  AttributionFinder(const CueTable& cues, const std::vector<Quotation>& quotations)
      : cues_(cues), quotations_(quotations) {}

  // In the order of their cues.
  [[nodiscard]] std::vector<Attribution> find(const SentenceView& sentence, bool headline = false) const;

 private:
  struct Spoken {
    std::optional<std::uint32_t> before, after;  // quotations
  };
  [[nodiscard]] Spoken spoken_beside(const SentenceView& s, std::uint32_t cue) const;
  [[nodiscard]] std::optional<Attribution> of_verb(const SentenceView& s, std::uint32_t i) const;
  [[nodiscard]] std::optional<Attribution> of_noun(const SentenceView& s, std::uint32_t i) const;
  [[nodiscard]] std::optional<Attribution> according_to(const SentenceView& s, std::uint32_t i) const;
  [[nodiscard]] std::optional<Attribution> label(const SentenceView& s, bool headline) const;
  [[nodiscard]] std::vector<std::uint32_t> quotations_beside(const SentenceView& s, std::uint32_t cue,
                                                             const Words& content) const;

  const CueTable& cues_;
  const std::vector<Quotation>& quotations_;
};

// The word that says, wants or does what the verb tells: its subject, its agent if it is passive, the subject of the
// verb that it shares one with (conjoined, participle, infinitive), the noun that a participle follows.
[[nodiscard]] std::optional<std::uint32_t> subject_of(const SentenceView& s, std::uint32_t verb);

}  // namespace wireroom
