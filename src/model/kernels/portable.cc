// Kernels in plain C++, for any CPU: the reference that the others must equal, byte for byte.
#include <cmath>
#include <cstring>

#include "model/kernels/kernels.h"

namespace {

struct Lanes {
  float v[8];

  static Lanes load(const float* from) {
    Lanes lanes;
    std::memcpy(lanes.v, from, sizeof lanes.v);
    return lanes;
  }
  template <typename Function>
  static Lanes each(Function function) {
    Lanes lanes;
    for (int i = 0; i < 8; ++i) lanes.v[i] = function(i);
    return lanes;
  }
  static Lanes all(float value) {
    return each([&](int) { return value; });
  }
  static Lanes from_bytes(const signed char* from) {
    return each([&](int i) { return static_cast<float>(from[i]); });
  }
  static Lanes from_integers(const int* from) {
    return each([&](int i) { return static_cast<float>(from[i]); });
  }
  void store(float* to) const { std::memcpy(to, v, sizeof v); }
  friend Lanes operator+(const Lanes& a, const Lanes& b) {
    return each([&](int i) { return a.v[i] + b.v[i]; });
  }
  friend Lanes operator-(const Lanes& a, const Lanes& b) {
    return each([&](int i) { return a.v[i] - b.v[i]; });
  }
  friend Lanes operator*(const Lanes& a, const Lanes& b) {
    return each([&](int i) { return a.v[i] * b.v[i]; });
  }
  friend Lanes operator/(const Lanes& a, const Lanes& b) {
    return each([&](int i) { return a.v[i] / b.v[i]; });
  }
  friend Lanes fma(const Lanes& a, const Lanes& b, const Lanes& c) {
    return each([&](int i) { return std::fma(a.v[i], b.v[i], c.v[i]); });
  }
  friend Lanes max(const Lanes& a, const Lanes& b) {
    return each([&](int i) { return a.v[i] > b.v[i] ? a.v[i] : b.v[i]; });
  }
  friend Lanes min(const Lanes& a, const Lanes& b) {
    return each([&](int i) { return a.v[i] < b.v[i] ? a.v[i] : b.v[i]; });
  }
  friend Lanes sqrt(const Lanes& a) {
    return each([&](int i) { return std::sqrt(a.v[i]); });
  }
  [[nodiscard]] Lanes keep(std::size_t count, const Lanes& other) const {
    return each([&](int i) { return static_cast<std::size_t>(i) < count ? v[i] : other.v[i]; });
  }
  [[nodiscard]] Lanes negative_scaled(float slope) const {
    return each([&](int i) { return v[i] < 0 ? v[i] * slope : v[i]; });
  }
  [[nodiscard]] Lanes times_power_of_two(const Lanes& n) const {
    return each([&](int i) {
      std::uint32_t bits;
      std::memcpy(&bits, &v[i], 4);
      // Bad input (not a number) must not be converted: what comes out then is not a number either, or of no account.
      const std::int32_t power = n.v[i] >= -200.0F && n.v[i] <= 200.0F ? static_cast<std::int32_t>(n.v[i]) : 0;
      bits += static_cast<std::uint32_t>(power) << 23;
      float result;
      std::memcpy(&result, &bits, 4);
      return result;
    });
  }
  // (0+4, 1+5, 2+6, 3+7), then (0+2, 1+3), then 0+1.
  [[nodiscard]] float sum() const { return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7])); }
  [[nodiscard]] float greatest() const {
    float result = v[0];
    for (const float value : v) result = value > result ? value : result;
    return result;
  }
  [[nodiscard]] float least() const {
    float result = v[0];
    for (const float value : v) result = value < result ? value : result;
    return result;
  }
  // Adding 2^23 rounds to the nearest integer, even on ties.
  void store_bytes(unsigned char* to) const {
    for (int i = 0; i < 8; ++i) {
      const float value = v[i] > 0.0F ? v[i] : 0.0F;
      to[i] = static_cast<unsigned char>((value < 255.0F ? value : 255.0F) + 8388608.0F - 8388608.0F);
    }
  }
};

inline void transpose_eight(Lanes* rows) {
  for (int i = 0; i < 8; ++i) {
    for (int k = 0; k < i; ++k) {
      const float other = rows[i].v[k];
      rows[i].v[k] = rows[k].v[i];
      rows[k].v[i] = other;
    }
  }
}

}  // namespace

#include "model/kernels/two_lanes.h"

namespace {

constexpr int kTileRows = 6;
constexpr int kTilePanels = 1;
constexpr int kByteRows = 6;
constexpr int kBytePanels = 1;

template <int kRows, int kPanels>
inline void byte_sums(const unsigned char* a, std::size_t a_stride, const signed char* b, std::size_t inner,
                      int* sums) {
  for (int row = 0; row < kRows; ++row) {
    const unsigned char* from = a + static_cast<std::size_t>(row) * a_stride;
    int* totals = sums + row * 16;
    for (int column = 0; column < 16; ++column) totals[column] = 0;
    for (std::size_t k = 0; k < inner; k += 4)
      for (std::size_t column = 0; column < 16; ++column)
        for (std::size_t i = 0; i < 4; ++i) totals[column] += from[k + i] * b[k * 16 + column * 4 + i];
  }
}

}  // namespace

#include "model/kernels/generic.h"

namespace wireroom {

const Kernels& portable_kernels() {
  static constexpr Kernels kKernels = kernels_named("portable", byte_product);
  return kKernels;
}

}  // namespace wireroom
