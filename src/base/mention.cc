#include "wireroom/mention.h"

#include <algorithm>

namespace wireroom {
namespace {

// Mentions are in the order of the text, so those of a sentence stand together.
auto of_sentence(const std::vector<Mention>& mentions, std::uint32_t sentence) {
  const auto before = [](const Mention& mention, std::uint32_t number) { return mention.words.sentence < number; };
  const auto begin = std::lower_bound(mentions.begin(), mentions.end(), sentence, before);
  return std::pair(begin, std::lower_bound(begin, mentions.end(), sentence + 1, before));
}

}  // namespace

const Mention* Actors::with_head(std::uint32_t sentence, std::uint32_t word) const {
  const auto [begin, end] = of_sentence(mentions, sentence);
  for (auto at = begin; at != end; ++at)
    if (at->words.head == word) return &*at;
  return nullptr;
}

const Mention* Actors::covering(std::uint32_t sentence, std::uint32_t word) const {
  const auto [begin, end] = of_sentence(mentions, sentence);
  const Mention* innermost = nullptr;
  for (auto at = begin; at != end; ++at)
    if (at->words.first <= word && word <= at->words.last &&
        (!innermost || at->words.last - at->words.first < innermost->words.last - innermost->words.first))
      innermost = &*at;
  return innermost;
}

}  // namespace wireroom
