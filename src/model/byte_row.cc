#include "model/byte_row.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <type_traits>

namespace wireroom {
namespace {

constexpr std::size_t kEight = 8;
constexpr float kGreatest = 127.0F;

// The sums of the positive and of the negative weights of a group whose first member stands at `first`.
template <typename T>
struct Sums {
  T positive = 0, negative = 0;
};
template <typename T, typename Value>
Sums<T> sums_of_group(const Value* first) {
  Sums<T> sums;
  for (const std::size_t member : {0U, 1U, 4U, 5U}) {
    const T value = static_cast<T>(first[member]);
    sums.positive += value > 0 ? value : 0;
    sums.negative += value > 0 ? 0 : -value;
  }
  return sums;
}

// Calls use(the first member of a group) for each of both groups of each eight.
template <typename Value, typename Use>
void for_groups(Value* row, std::size_t size, Use use) {
  const std::size_t whole = size / kEight * kEight;
  for (std::size_t at = 0; at < whole; at += kEight) {
    use(row + at, at);
    use(row + at + 2, at + 2);
  }
  if (whole == size) return;
  std::array<std::remove_const_t<Value>, kEight> rest{};
  std::copy(row + whole, row + size, rest.begin());
  use(rest.data(), whole);
  use(rest.data() + 2, whole + 2);
  if constexpr (!std::is_const_v<Value>) std::copy_n(rest.begin(), size - whole, row + whole);
}

// The greatest sum of weights of one sign in one group.
template <typename T, typename Value>
T greatest_sum(const Value* values, std::size_t size) {
  T greatest = 0;
  for_groups(values, size, [&](const Value* group, std::size_t) {
    const Sums<T> sums = sums_of_group<T>(group);
    greatest = std::max({greatest, sums.positive, sums.negative});
  });
  return greatest;
}

// Lessens the weights of one sign by `excess` in all, each time where the byte stands out most over its value.
template <typename Value>
void lessen(const Value* values, std::size_t size, std::size_t at, float factor, int sign, int excess,
            std::int8_t* group) {
  const auto signed_byte = [&](std::size_t member) { return sign * group[member]; };
  for (; excess > 0; --excess) {
    std::size_t most = kEight;
    float greatest = 0;
    for (const std::size_t member : {0U, 1U, 4U, 5U}) {
      if (at + member >= size || signed_byte(member) <= 0) continue;
      const float value = static_cast<float>(values[at + member]) * factor * static_cast<float>(sign);
      const float over = static_cast<float>(signed_byte(member)) - value;
      if (most < kEight && over <= greatest) continue;
      most = member;
      greatest = over;
    }
    group[most] = static_cast<std::int8_t>(group[most] - sign);
  }
}

template <typename Value>
void make_fit(const Value* values, std::size_t size, float factor, std::int8_t* bytes) {
  for_groups(bytes, size, [&](std::int8_t* group, std::size_t at) {
    const Sums<int> sums = sums_of_group<int>(group);
    if (sums.positive > kMostOfGroup) lessen(values, size, at, factor, 1, sums.positive - kMostOfGroup, group);
    if (sums.negative > kMostOfGroup) lessen(values, size, at, factor, -1, sums.negative - kMostOfGroup, group);
  });
}

// To the nearest, even on ties: adding 1.5 * 2^23 leaves the number in the lowest bits.
std::int8_t round_to_byte(float value) {
  const float moved = std::clamp(value, -kGreatest, kGreatest) + 12582912.0F;
  return static_cast<std::int8_t>(std::bit_cast<std::uint32_t>(moved));
}

}  // namespace

bool fits(const std::int8_t* row, std::size_t size) { return greatest_sum<int>(row, size) <= kMostOfGroup; }

float quantise_row(const float* values, std::size_t size, std::int8_t* bytes) {
  float greatest = 0;
  for (std::size_t i = 0; i < size; ++i) greatest = std::max(greatest, std::fabs(values[i]));
  if (!(greatest > 1e-30F)) {
    std::fill_n(bytes, size, std::int8_t{0});
    return 0;
  }
  const float scale =
      std::max(greatest / kGreatest, greatest_sum<float>(values, size) / static_cast<float>(kMostOfGroup));
  const float factor = 1.0F / scale;
  for (std::size_t i = 0; i < size; ++i) bytes[i] = round_to_byte(values[i] * factor);
  make_fit(values, size, factor, bytes);
  return scale;
}

float fit_row(const std::int8_t* row, std::size_t size, std::int8_t* bytes) {
  const int greatest = greatest_sum<int>(row, size);
  if (greatest <= kMostOfGroup) {
    std::copy_n(row, size, bytes);
    return 1;
  }
  const float factor = static_cast<float>(kMostOfGroup) / static_cast<float>(greatest);
  std::array<std::int8_t, 256> rounded;
  for (int value = -128; value < 128; ++value)
    rounded[static_cast<std::uint8_t>(value)] = round_to_byte(static_cast<float>(value) * factor);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = rounded[static_cast<std::uint8_t>(row[i])];
  make_fit(row, size, factor, bytes);
  return static_cast<float>(greatest) / static_cast<float>(kMostOfGroup);
}

}  // namespace wireroom
