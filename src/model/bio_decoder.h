// The best sequence of labels O, B-X, I-X, B-Y, I-Y … in which I-X follows only B-X or I-X. Method: Viterbi 1967.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wireroom {

// Whether label `next` may follow label `previous`; the first label of a sentence is as after O.
[[nodiscard]] constexpr bool may_follow(std::size_t previous, std::size_t next) {
  const bool inside = next != 0 && next % 2 == 0;
  return !inside || previous == next || previous + 1 == next;
}

template <std::size_t kLabels>
class BioDecoder {
 public:
  using Scores = std::array<float, kLabels>;

  // labels[i]: number of the label of word i. Ties go to the lower label.
  void decode(const Scores* scores, std::size_t words, std::uint8_t* labels) {
    if (words == 0) return;
    constexpr double kNever = -1e30;
    if (from_.size() < words) from_.resize(words);
    std::array<double, kLabels> before{}, now{};
    for (std::size_t label = 0; label < kLabels; ++label)
      before[label] = may_follow(0, label) ? static_cast<double>(scores[0][label]) : kNever;
    for (std::size_t word = 1; word < words; ++word) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        std::size_t best = 0;
        for (std::size_t previous = 1; previous < kLabels; ++previous) {
          if (!may_follow(previous, label)) continue;
          if (!may_follow(best, label) || before[previous] > before[best]) best = previous;
        }
        from_[word][label] = static_cast<std::uint8_t>(best);
        now[label] = before[best] + static_cast<double>(scores[word][label]);
      }
      before = now;
    }
    std::size_t label = 0;
    for (std::size_t i = 1; i < kLabels; ++i)
      if (before[i] > before[label]) label = i;
    for (std::size_t word = words; word-- > 0;) {
      labels[word] = static_cast<std::uint8_t>(label);
      if (word > 0) label = from_[word][label];
    }
  }

 private:
  std::vector<std::array<std::uint8_t, kLabels>> from_;
};

}  // namespace wireroom
