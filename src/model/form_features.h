// What the spelling of a word tells of its lemma: hashed endings and the whole form. Shared by training and inference.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wireroom {

inline constexpr std::size_t kFormBuckets = 32768;
inline constexpr std::size_t kFormFeatures = 6;

using FormFeatures = std::array<std::uint16_t, kFormFeatures>;

// Buckets, each from 1 to kFormBuckets - 1, of the lower-cased form and of its last 1, 2, 3, 4 and 5 code points (of
// the whole form where it is shorter). Bucket 0 stands for "not told" and is never returned.
[[nodiscard]] FormFeatures form_features(std::string_view form);

}  // namespace wireroom
