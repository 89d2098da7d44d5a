#include "model/kernels/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "model/byte_row.h"

namespace wireroom {
namespace {

using Values = std::vector<float>;

Values random_values(std::size_t size, std::uint32_t seed, float reach = 2) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> value(-reach, reach);
  Values values(size);
  for (float& x : values) x = value(random);
  return values;
}

bool same_bytes(const Values& a, const Values& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

Values product(const Kernels& kernels, std::size_t rows, std::size_t inner, std::size_t panels, bool bias) {
  const Values a = random_values(rows * inner, 1), b = random_values(inner * panels * kPanel, 2);
  const Values start = random_values(panels * kPanel, 3);
  Values c(rows * panels * kPanel, -1);
  kernels.product({.a = a.data(),
                   .a_stride = inner,
                   .b = b.data(),
                   .b_stride = kPanel,
                   .b_panel = kPanel * inner,
                   .bias = bias ? start.data() : nullptr,
                   .c = c.data(),
                   .c_stride = panels * kPanel,
                   .rows = rows,
                   .inner = inner,
                   .panels = panels});
  return c;
}

// Every set that this machine has, against the portable one.
class EachSet : public ::testing::TestWithParam<const Kernels*> {
 protected:
  void SetUp() override {
    if (GetParam() == nullptr) GTEST_SKIP() << "this machine lacks the instructions";
  }
  const Kernels& kernels() const { return *GetParam(); }
};

TEST_P(EachSet, ProductGivesTheSameBytes) {
  for (const std::size_t rows : {1U, 2U, 5U, 6U, 7U, 12U, 13U, 97U})
    for (const std::size_t inner : {1U, 3U, 24U, 385U, 800U})
      for (const std::size_t panels : {1U, 3U})
        for (const bool bias : {false, true})
          EXPECT_TRUE(same_bytes(product(kernels(), rows, inner, panels, bias),
                                 product(portable_kernels(), rows, inner, panels, bias)))
              << rows << " x " << inner << " x " << panels;
}

TEST_P(EachSet, ProductIsRight) {
  const std::size_t rows = 7, inner = 50, panels = 2;
  const Values c = product(kernels(), rows, inner, panels, true);
  const Values a = random_values(rows * inner, 1), b = random_values(inner * panels * kPanel, 2);
  const Values bias = random_values(panels * kPanel, 3);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < panels * kPanel; ++column) {
      double sum = static_cast<double>(bias[column]);
      for (std::size_t k = 0; k < inner; ++k)
        sum += static_cast<double>(a[row * inner + k]) *
               static_cast<double>(b[column / kPanel * kPanel * inner + k * kPanel + column % kPanel]);
      EXPECT_NEAR(static_cast<double>(c[row * panels * kPanel + column]), sum, 1e-4);
    }
  }
}

TEST_P(EachSet, ARowDoesNotDependOnItsNeighbours) {
  const Values many = product(kernels(), 13, 100, 2, true), one = product(kernels(), 1, 100, 2, true);
  EXPECT_EQ(std::memcmp(many.data(), one.data(), one.size() * sizeof(float)), 0);
}

// A product of bytes, many of them at the bounds of what fits.
struct ByteCase {
  ByteCase(std::size_t row_count, std::size_t inner_size, std::size_t panel_count, std::uint32_t seed)
      : rows(row_count),
        inner(inner_size),
        panels(panel_count),
        stride((inner + kByteTile - 1) / kByteTile * kByteTile),
        a(rows * stride),
        b(panels * kBytePanel * inner + (stride - inner) * kBytePanel),
        row_scale(random_values(rows, seed + 1)),
        row_least(random_values(rows, seed + 2)),
        scale(random_values(panels * kBytePanel, seed + 3)),
        sum(panels * kBytePanel),
        bias(random_values(panels * kBytePanel, seed + 4)) {
    std::mt19937 random(seed);
    for (std::size_t at = 0; at < a.size(); ++at)
      if (at % stride < inner) a[at] = random() % 3 == 0 ? 255 : static_cast<std::uint8_t>(random());
    for (std::int8_t& byte : b) byte = static_cast<std::int8_t>(random() % 2 == 0 ? 32 : -32);
    for (std::size_t at = 0; at < b.size(); at += 4)
      if (random() % 4 == 0) b[at] = 127, b[at + 1] = -127;
    for (std::size_t column = 0; column < sum.size(); ++column) {
      make_fit(column);
      for (std::size_t k = 0; k < inner; ++k) sum[column] += static_cast<float>(b[place(k, column)]);
    }
  }
  std::size_t place(std::size_t k, std::size_t column) const {
    return (column / kBytePanel * inner + k / 4 * 4) * kBytePanel + column % kBytePanel * 4 + k % 4;
  }
  void make_fit(std::size_t column) {
    std::vector<std::int8_t> row(inner), fitting(inner);
    for (std::size_t k = 0; k < inner; ++k) row[k] = b[place(k, column)];
    (void)fit_row(row.data(), inner, fitting.data());
    for (std::size_t k = 0; k < inner; ++k) b[place(k, column)] = fitting[k];
  }
  Values run(const Kernels& kernels) const {
    Values c(rows * panels * kBytePanel, -1);
    kernels.byte_product({.a = a.data(),
                          .a_stride = stride,
                          .row_scale = row_scale.data(),
                          .row_least = row_least.data(),
                          .b = b.data(),
                          .column_scale = scale.data(),
                          .column_sum = sum.data(),
                          .bias = bias.data(),
                          .c = c.data(),
                          .c_stride = panels * kBytePanel,
                          .rows = rows,
                          .inner = inner,
                          .panels = panels});
    return c;
  }

  std::size_t rows, inner, panels, stride;
  std::vector<std::uint8_t> a;
  std::vector<std::int8_t> b;
  Values row_scale, row_least, scale, sum, bias;
};

TEST_P(EachSet, ByteProductIsRightAndGivesTheSameBytes) {
  std::uint32_t seed = 1;
  for (const std::size_t rows : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 17U, 25U, 32U, 48U, 70U}) {
    for (const std::size_t inner : {8U, 24U, 104U, 384U, 1536U}) {
      const ByteCase test(rows, inner, 1 + seed % 5, seed);
      seed += 7;
      const Values c = test.run(kernels());
      EXPECT_TRUE(same_bytes(c, test.run(portable_kernels()))) << rows << " x " << inner;
      for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < test.scale.size(); ++column) {
          double sum = 0;
          for (std::size_t k = 0; k < inner; ++k)
            sum += static_cast<double>(test.a[row * test.stride + k] * test.b[test.place(k, column)]);
          const double scale = static_cast<double>(test.scale[column]);
          const double expected = scale * (static_cast<double>(test.row_scale[row]) * sum +
                                           static_cast<double>(test.row_least[row] * test.sum[column])) +
                                  static_cast<double>(test.bias[column]);
          EXPECT_NEAR(static_cast<double>(c[row * test.scale.size() + column]), expected,
                      2e-6 * (std::fabs(scale * sum) + std::fabs(expected) + 1));
        }
      }
    }
  }
}

TEST_P(EachSet, QuantisesTheSameWayAndNear) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const Values x = random_values(8 * (1 + seed), seed, seed % 5 == 0 ? 1e4F : 2);
    std::vector<std::uint8_t> bytes(x.size()), plain(x.size());
    float scale = 0, least = 0, plain_scale = 0, plain_least = 0;
    kernels().quantise(x.data(), x.size(), bytes.data(), &scale, &least);
    portable_kernels().quantise(x.data(), x.size(), plain.data(), &plain_scale, &plain_least);
    EXPECT_EQ(bytes, plain);
    EXPECT_EQ(scale, plain_scale);
    EXPECT_EQ(least, plain_least);
    for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(least + scale * bytes[i], x[i], 0.501F * scale);
  }
}

TEST_P(EachSet, QuantisesRowsWithoutRange) {
  for (const float value : {0.0F, -0.0F, 3.5F, std::numeric_limits<float>::quiet_NaN()}) {
    const Values x(16, value);
    std::vector<std::uint8_t> bytes(16, 9);
    float scale = 1, least = 1;
    kernels().quantise(x.data(), x.size(), bytes.data(), &scale, &least);
    EXPECT_EQ(bytes, std::vector<std::uint8_t>(16, 0));
  }
}

// Applies the same change on both sets to the same values.
template <typename Change>
void expect_same(const Kernels& kernels, std::size_t size, float reach, Change change) {
  Values a = random_values(size, static_cast<std::uint32_t>(size), reach), b = a;
  change(kernels, a);
  change(portable_kernels(), b);
  EXPECT_TRUE(same_bytes(a, b)) << size;
}

TEST_P(EachSet, OtherKernelsGiveTheSameBytes) {
  for (const std::size_t size : {8U, 16U, 104U, 384U}) {
    const Values other = random_values(size, 5), third = random_values(size, 6);
    std::vector<std::int8_t> bytes(size);
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::int8_t>(static_cast<int>(i * 37 % 255) - 127);
    expect_same(kernels(), size, 3, [&](const Kernels& set, Values& x) {
      set.layer_norm(x.data(), nullptr, 1, other.data(), third.data(), size, x.data());
    });
    expect_same(kernels(), size, 6, [&](const Kernels& set, Values& x) { set.gelu(x.data(), size); });
    expect_same(kernels(), size, 3, [&](const Kernels& set, Values& x) { set.leaky(x.data(), size, 0.1F); });
    expect_same(kernels(), size, 3, [&](const Kernels& set, Values& x) { set.add(x.data(), other.data(), size); });
    const Values layers = random_values(7 * size, 7);
    std::vector<const float*> rows;
    for (std::size_t row = 0; row < 7; ++row) rows.push_back(layers.data() + row * size);
    expect_same(kernels(), size, 3,
                [&](const Kernels& set, Values& x) { set.mix(rows.data(), third.data(), 7, x.data(), size); });
    expect_same(kernels(), size, 3,
                [&](const Kernels& set, Values& x) { set.add_bytes(x.data(), bytes.data(), 0.017F, size); });
    expect_same(kernels(), size, 3,
                [&](const Kernels& set, Values& x) { set.dots(third.data(), layers.data(), size, 7, size, x.data()); });
  }
}

TEST_P(EachSet, SoftmaxGivesTheSameBytesForEverySize) {
  for (std::size_t size = 1; size <= 40; ++size) {
    for (const float reach : {1.0F, 30.0F, 500.0F})
      expect_same(kernels(), (size + 7) / 8 * 8, reach,
                  [&](const Kernels& set, Values& x) { set.softmax(x.data(), 1, 0, size, 0.5F); });
  }
}

TEST_P(EachSet, SoftmaxIsRight) {
  Values x = random_values(24, 9, 20);
  const Values before = x;
  kernels().softmax(x.data(), 1, 0, 19, 0.25F);
  double total = 0;
  for (std::size_t i = 0; i < 19; ++i) total += std::exp(0.25 * static_cast<double>(before[i]));
  for (std::size_t i = 0; i < 19; ++i)
    EXPECT_NEAR(static_cast<double>(x[i]), std::exp(0.25 * static_cast<double>(before[i])) / total, 1e-6);
  for (std::size_t i = 19; i < 24; ++i) EXPECT_EQ(x[i], 0);
}

TEST_P(EachSet, GeluIsRight) {
  Values x;
  for (int i = -4000; i < 4000; ++i) x.push_back(static_cast<float>(i) * 0.003F);
  const Values before = x;
  kernels().gelu(x.data(), x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double value = static_cast<double>(before[i]);
    EXPECT_NEAR(static_cast<double>(x[i]), 0.5 * value * (1 + std::erf(value / std::sqrt(2.0))), 2e-6) << value;
  }
}

TEST_P(EachSet, LayerNormIsRight) {
  Values x = random_values(384, 4, 3);
  const Values before = x, weight(384, 2), bias(384, 1);
  kernels().layer_norm(x.data(), nullptr, 1, weight.data(), bias.data(), 384, x.data());
  double mean = 0, variance = 0;
  for (const float value : before) mean += static_cast<double>(value) / 384;
  for (const float value : before)
    variance += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean) / 384;
  for (std::size_t i = 0; i < 384; ++i)
    EXPECT_NEAR(static_cast<double>(x[i]), (static_cast<double>(before[i]) - mean) / std::sqrt(variance) * 2 + 1, 1e-5);
}

std::string name_of_set(const ::testing::TestParamInfo<const Kernels*>& set) {
  constexpr const char* kNames[] = {"portable", "avx2", "avx_vnni", "avx512_vnni", "amx"};
  return kNames[set.index];
}

INSTANTIATE_TEST_SUITE_P(Sets, EachSet,
                         ::testing::Values(&portable_kernels(), avx2_kernels(), avx_vnni_kernels(),
                                           avx512_vnni_kernels(), amx_kernels()),
                         name_of_set);

}  // namespace
}  // namespace wireroom
