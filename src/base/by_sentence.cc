#include "base/by_sentence.h"

#include <algorithm>

namespace wireroom {

void BySentence::settle() {
  std::stable_sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) { return a.sentence < b.sentence; });
  for (const Pair& pair : pairs_) {
    sentences_.push_back(pair.sentence);
    numbers_.push_back(pair.number);
  }
  pairs_ = {};
}

std::span<const std::uint32_t> BySentence::in(std::uint32_t sentence) const {
  const auto [first, end] = std::equal_range(sentences_.begin(), sentences_.end(), sentence);
  return std::span(numbers_).subspan(static_cast<std::size_t>(first - sentences_.begin()),
                                     static_cast<std::size_t>(end - first));
}

SentenceRange sentences_over(const Parse& parse, Span span) {
  const auto& sentences = parse.sentences;
  const auto first = std::partition_point(sentences.begin(), sentences.end(),
                                          [&](const Sentence& s) { return s.span.end <= span.begin; });
  const auto end =
      std::partition_point(first, sentences.end(), [&](const Sentence& s) { return s.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - sentences.begin()), static_cast<std::uint32_t>(end - sentences.begin())};
}

}  // namespace wireroom
