// Numbers of things by the sentence that they stand in, so that no stage walks the list of a whole report for each
// sentence.
//
//   BySentence cues;
//   cues.add(3, 17);      // in any order
//   cues.settle();        // once
//   for (std::uint32_t number : cues.in(3)) …
//
// Promises: in() gives the numbers in the order in which they were added, in logarithmic time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "wireroom/sentence.h"

namespace wireroom {

class BySentence {
 public:
  void add(std::uint32_t sentence, std::uint32_t number) { pairs_.push_back({sentence, number}); }
  void settle();
  [[nodiscard]] std::span<const std::uint32_t> in(std::uint32_t sentence) const;

 private:
  struct Pair {
    std::uint32_t sentence, number;
  };
  std::vector<Pair> pairs_;  // until settle()
  std::vector<std::uint32_t> sentences_, numbers_;
};

// The sentences that share a byte with the span: first, and one past the last.
struct SentenceRange {
  std::uint32_t first = 0, end = 0;
};
[[nodiscard]] SentenceRange sentences_over(const Parse& parse, Span span);

}  // namespace wireroom
