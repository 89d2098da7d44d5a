// Quotations that belong to a cue by their place, whatever the tree says: parsers often break where marks stand.
#pragma once

#include <optional>
#include <vector>

#include "statement/sentence_view.h"

namespace wireroom {

inline constexpr std::size_t kScareQuote = 4;  // a quotation of fewer words may be a mere name or a mocked word

// The quotations, by their numbers, that stand in the content of the cue or for themselves beside it.
[[nodiscard]] std::vector<std::uint32_t> quotations_beside(const SentenceView& s, const std::vector<Quotation>& all,
                                                           std::uint32_t cue, const Words& content);

struct Spoken {
  std::optional<std::uint32_t> before, after;  // quotations
};

// “…,” NAME said / NAME said, “…”. A quotation in the middle of a clause ("called the plan “a disaster”") is neither.
[[nodiscard]] Spoken spoken_beside(const SentenceView& s, std::uint32_t cue);

// ", NAME said," or ", NAME said.": the last word of the name, whatever the tree makes of it.
[[nodiscard]] std::optional<std::uint32_t> name_before(const SentenceView& s, std::uint32_t verb);

// "A, he said, B" and "A, said the mayor.": a cue and its subject between commas, or between a comma and the end. All
// around it is the content, whatever the tree makes of the pieces; `has_hearer`: its object is told. Empty if the place
// is no such one.
[[nodiscard]] Words around_aside(const SentenceView& s, std::uint32_t verb, bool has_hearer);

}  // namespace wireroom
