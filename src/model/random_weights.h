// A small model of random weights, for tests and benchmarks: everything works, nothing is meant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace wireroom {

struct RandomModelSizes {
  std::size_t layers = 2, hidden = 32, heads = 2, inner = 64, positions = 512;
  std::size_t arc = 24, relation = 10;
  bool report_heads = true;  // false: without spelling, statements, factuality and events
  std::size_t relations = 6, feats = 5, lemmas = 8, more_pieces = 0;
  std::uint32_t seed = 1;
};

// The bytes of a weight file (docs/model.md).
[[nodiscard]] std::string random_weights(const RandomModelSizes& sizes);

}  // namespace wireroom
