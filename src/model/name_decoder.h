// The best sequence of name labels in which I-X follows only B-X or I-X. Method: Viterbi 1967.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/model.h"

namespace wireroom {

using NameScores = std::array<float, kNameLabels.size()>;

class NameDecoder {
 public:
  // labels[i]: number in kNameLabels. Ties go to the lower label.
  void decode(const NameScores* scores, std::size_t words, std::uint8_t* labels);

 private:
  std::vector<std::array<std::uint8_t, kNameLabels.size()>> from_;
};

// Whether label `next` may follow label `previous`; the first label of a sentence is as after O.
[[nodiscard]] constexpr bool may_follow(std::size_t previous, std::size_t next) {
  const bool inside = next != 0 && next % 2 == 0;  // O, B-X, I-X, B-Y, I-Y …
  return !inside || previous == next || previous + 1 == next;
}

}  // namespace wireroom
