// What a number counts, told by the tree: "passengers" of "82 of the passengers", "jets" of "twenty new Airbus jets".
// Private to this folder.
//
//   if (auto noun = counted_noun(sentence, 0, 1)) noun_span(sentence, *noun, 1);   // "twenty new Airbus jets": 3, 1..3
//
// Works also where the tree went astray, on the plural right behind the number. Word indices; spans are the offsets of
// the sentence's words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "wireroom/sentence.h"

namespace wireroom {

// The noun that the number in the words k..end-1 counts; nothing for a bare number.
[[nodiscard]] std::optional<std::uint32_t> counted_noun(const Sentence& sentence, std::size_t k, std::size_t end);
// The noun with what stands between the number and it, not before word `from`: "new Airbus jets".
[[nodiscard]] Span noun_span(const Sentence& sentence, std::uint32_t noun, std::size_t from);

}  // namespace wireroom
