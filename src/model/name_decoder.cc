#include "model/name_decoder.h"

namespace wireroom {

void NameDecoder::decode(const NameScores* scores, std::size_t words, std::uint8_t* labels) {
  if (words == 0) return;
  constexpr std::size_t kCount = kNameLabels.size();
  constexpr double kNever = -1e30;
  if (from_.size() < words) from_.resize(words);
  std::array<double, kCount> before{}, now{};
  for (std::size_t label = 0; label < kCount; ++label)
    before[label] = may_follow(0, label) ? static_cast<double>(scores[0][label]) : kNever;
  for (std::size_t word = 1; word < words; ++word) {
    for (std::size_t label = 0; label < kCount; ++label) {
      std::size_t best = 0;
      for (std::size_t previous = 1; previous < kCount; ++previous) {
        if (!may_follow(previous, label)) continue;
        if (!may_follow(best, label) || before[previous] > before[best]) best = previous;
      }
      from_[word][label] = static_cast<std::uint8_t>(best);
      now[label] = before[best] + static_cast<double>(scores[word][label]);
    }
    before = now;
  }
  std::size_t label = 0;
  for (std::size_t i = 1; i < kCount; ++i)
    if (before[i] > before[label]) label = i;
  for (std::size_t word = words; word-- > 0;) {
    labels[word] = static_cast<std::uint8_t>(label);
    if (word > 0) label = from_[word][label];
  }
}

}  // namespace wireroom
