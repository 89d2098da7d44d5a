// How much of their wording two texts share: runs of five words, hashed, and MinHash signatures of them (Broder,
// "On the resemblance and containment of documents", 1997).
//
//   const auto a = shingles(one), b = shingles(other);
//   likeness(a, b).containment;   // 1 if all runs of the shorter text stand in the longer one
//
// Words are letters and digits, case ignored; punctuation, typographic marks and line breaks do not count. The same
// bytes give the same numbers on every machine: these values may be kept.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wireroom {

inline constexpr std::size_t kShingleWords = 5;
inline constexpr std::size_t kBands = 32, kRows = 3;  // texts of likeness s meet with probability 1 - (1 - s^3)^32

// The words of a text in lower case. Bytes of letters beyond ASCII are kept as they are.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

// Hashes of all runs of five words, sorted, each once; a text of fewer words is one run.
using Shingles = std::vector<std::uint64_t>;
[[nodiscard]] Shingles shingles(std::string_view text);

struct Likeness {
  double jaccard = 0;      // common runs of all runs
  double containment = 0;  // common runs of those of the shorter text
};
[[nodiscard]] Likeness likeness(const Shingles& a, const Shingles& b);

// Minima of the runs under 96 hash functions. The share of equal ones estimates the Jaccard likeness.
using Signature = std::array<std::uint32_t, kBands * kRows>;
[[nodiscard]] Signature signature(const Shingles& runs);

// Hashes of the sentences of ten words and more; roughly cut, as line breaks and full stops tell.
[[nodiscard]] std::vector<std::uint64_t> sentence_hashes(std::string_view text);

}  // namespace wireroom
