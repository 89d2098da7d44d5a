// The words that a cue attributes, by the frames that rules/statement/cues.tsv gives it.
#pragma once

#include <optional>

#include "statement/cue_table.h"
#include "statement/sentence_view.h"

namespace wireroom {

struct FramedContent {
  Words words;
  const char* rule = "";
  bool doubtful = false;
  std::optional<std::uint32_t> preposition;  // a word that belongs to the cue: "called for"
};

// The clause, infinitive, predication or phrase that hangs on a verb or adjective as its content; none if it has no
// such.
[[nodiscard]] std::optional<FramedContent> content_of(const SentenceView& s, const CueTable& cues, const Cue& cue,
                                                      std::uint32_t i);

// The clause below a noun of saying, or the phrase behind its preposition.
[[nodiscard]] std::optional<FramedContent> content_of_noun(const SentenceView& s, const Cue& cue, std::uint32_t noun);

// Who is told, asked or ordered, by the cue's frames: heads.
[[nodiscard]] Words hearers_of(const SentenceView& s, const Cue& cue, std::uint32_t i, const Words& content);

}  // namespace wireroom
