// The shape of a word, which the uncased vocabulary loses. Shared by training and inference.
#pragma once

#include <cstdint>
#include <string_view>

namespace wireroom {

inline constexpr int kShapes = 16;
inline constexpr std::uint8_t kNoShape = 7;

// 0 lower, 1 Title, 2 CAPITALS (two letters or more), 3 one capital, 4 miXed, 5 digits, 6 letters and digits, 7 other;
// the same plus 8 for the first word of a sentence. Letters beyond ASCII count by their Unicode case.
[[nodiscard]] std::uint8_t word_shape(std::string_view form, bool first_of_sentence);

}  // namespace wireroom
