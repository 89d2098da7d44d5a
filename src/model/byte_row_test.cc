#include "model/byte_row.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace wireroom {
namespace {

std::vector<float> random_values(std::size_t size, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> value(0, 0.05F);
  std::vector<float> values(size);
  for (float& x : values) x = value(random);
  return values;
}

TEST(ByteRow, WhatFits) {
  std::vector<std::int8_t> row = {64, 64, 64, 64, 0, 0, -100, -28};
  EXPECT_TRUE(fits(row.data(), row.size()));
  row[5] = 1;  // the group of 0, 1, 4, 5
  EXPECT_FALSE(fits(row.data(), row.size()));
  EXPECT_TRUE(fits(row.data(), 5));
  row[5] = -128;
  EXPECT_TRUE(fits(row.data(), row.size()));
  row[6] = -101;
  EXPECT_FALSE(fits(row.data(), row.size()));
}

TEST(ByteRow, QuantisedRowsFitAndAreNear) {
  for (const std::size_t size : {1U, 7U, 8U, 97U, 384U, 1536U}) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
      const std::vector<float> values = random_values(size, seed);
      std::vector<std::int8_t> bytes(size);
      const float scale = quantise_row(values.data(), size, bytes.data());
      EXPECT_TRUE(fits(bytes.data(), size));
      double error = 0, power = 0;
      for (std::size_t i = 0; i < size; ++i) {
        const double distance = static_cast<double>(values[i]) - static_cast<double>(scale) * bytes[i];
        error += distance * distance;
        power += static_cast<double>(values[i]) * static_cast<double>(values[i]);
      }
      EXPECT_LT(std::sqrt(error / power), 0.02) << size;
    }
  }
}

TEST(ByteRow, BytesAreMadeToFit) {
  std::mt19937 random(3);
  for (const std::size_t size : {1U, 6U, 8U, 97U, 384U, 1536U}) {
    std::vector<std::int8_t> row(size), bytes(size);
    for (std::int8_t& byte : row) byte = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    const float factor = fit_row(row.data(), size, bytes.data());
    EXPECT_TRUE(fits(bytes.data(), size));
    EXPECT_GE(factor, 1);
    for (std::size_t i = 0; i < size; ++i) EXPECT_NEAR(factor * bytes[i], row[i], 1.5F * factor);
    EXPECT_EQ(fit_row(bytes.data(), size, row.data()), 1);
    EXPECT_EQ(row, bytes);
  }
}

TEST(ByteRow, ARowOfZerosHasScaleZero) {
  const std::vector<float> values(9, 0.0F);
  std::vector<std::int8_t> bytes(9, 1);
  EXPECT_EQ(quantise_row(values.data(), 9, bytes.data()), 0);
  EXPECT_EQ(bytes, std::vector<std::int8_t>(9, 0));
}

}  // namespace
}  // namespace wireroom
