// Whose words they are: the word that says, wants or does what a verb tells.
#pragma once

#include <optional>

#include "statement/cue_table.h"
#include "statement/sentence_view.h"

namespace wireroom {

// Its subject, its agent if it is passive, the subject of the verb that it shares one with (conjoined, participle,
// infinitive), the noun that a participle follows; behind a document ("a letter saying …") whoever issues it, if the
// sentence tells.
[[nodiscard]] std::optional<std::uint32_t> subject_of(const CueTable& cues, const SentenceView& s, std::uint32_t verb);

// "…,” said NAME" or "…,” NAME said" where the tree knows no subject outside the quotation.
[[nodiscard]] std::optional<std::uint32_t> subject_by_place(const SentenceView& s, std::uint32_t verb);

// Who issues a document or a noun of saying: its possessor, "by NAME", or the subject of the verb whose object it is.
[[nodiscard]] std::optional<std::uint32_t> issuer_of(const CueTable& cues, const SentenceView& s, std::uint32_t noun);

}  // namespace wireroom
