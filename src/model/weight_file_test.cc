#include "model/weight_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "model/byte_row.h"
#include "model/weight_file_writer.h"
#include "model/weight_format.h"

namespace wireroom {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

WeightFileWriter sample() {
  WeightFileWriter writer;
  writer.add_line("model", {"sample"});
  writer.add_line("sizes", {"arc=12", "relation=7", "broken=x"});
  writer.add_line("labels", {"upos", "NOUN", "VERB"});
  writer.add_line("labels", {"lemma", "=", "l0|"});
  writer.add_f32("plain", 2, 3, std::vector<float>{1, 2, 3, 4, 5, 6});
  writer.add_i8_lookup("bytes", 3, 2, std::vector<float>{127, -63.5F, 0, 0, 0.5F, 1});
  writer.add_text("words", "one\ntwo");
  return writer;
}

std::string sample_bytes() { return *sample().bytes(); }

// Puts the checksum that belongs to what the bytes hold now.
std::string sealed(std::string bytes) {
  const std::uint64_t sum = weight_format::checksum(std::string_view(bytes).substr(weight_format::kHeaderBegin));
  std::memcpy(bytes.data() + 16, &sum, sizeof sum);
  return bytes;
}

std::string message(std::string_view bytes) {
  const Result<WeightFile> file = WeightFile::open(bytes);
  return file ? "" : file.error().message;
}

TEST(WeightFile, ReadsWhatTheWriterWrote) {
  const std::string bytes = sample_bytes();
  const Result<WeightFile> file = WeightFile::open(bytes);
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_THAT(*file->line("model"), ElementsAre("sample"));
  EXPECT_THAT(*file->line("labels", "lemma"), ElementsAre("=", "l0|"));
  EXPECT_EQ(*file->number("sizes", "relation", 1, 10), 7U);
  EXPECT_EQ(*file->text("words"), "one\ntwo");

  float row[3];
  file->tensor("plain", 2, 3)->copy_row(1, row);
  EXPECT_THAT(row, ElementsAre(4, 5, 6));
  const WeightFile::Tensor quantised = *file->tensor("bytes", 3, 2);
  EXPECT_EQ(quantised.scale(0), 1);
  EXPECT_EQ(quantised.bytes(0)[1], -64);  // 63.5 lies between: to the even one
  EXPECT_EQ(quantised.scale(1), 0);       // a row of zeros
  EXPECT_EQ(quantised.bytes(2)[1], 127);
  quantised.copy_row(2, row, 2);
  EXPECT_NEAR(row[0], 0.5F, 0.005F);
  EXPECT_EQ(row[2], 127 * (1.0F / 127.0F));
}

TEST(WeightFile, RowsOfMatricesAreThoseThatTheProgramWouldMake) {
  constexpr std::size_t kRows = 3, kColumns = 11;
  std::vector<float> values(kRows * kColumns);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i * 7 % 13) - 3.5F;
  WeightFileWriter writer;
  writer.add_i8("matrix", kRows, kColumns, values);
  const std::string bytes = *writer.bytes();
  const WeightFile::Tensor tensor = *WeightFile::open(bytes)->tensor("matrix", kRows, kColumns);
  for (std::size_t row = 0; row < kRows; ++row) {
    std::vector<std::int8_t> made(kColumns), loaded(kColumns);
    EXPECT_EQ(tensor.scale(row), quantise_row(values.data() + row * kColumns, kColumns, made.data()));
    EXPECT_TRUE(std::equal(made.begin(), made.end(), tensor.bytes(row)));
    EXPECT_EQ(fit_row(tensor.bytes(row), kColumns, loaded.data()), 1) << "nothing is left to do when it is loaded";
    EXPECT_EQ(loaded, made);
  }
}

TEST(WeightFile, TensorsStandAtCacheLines) {
  const std::string bytes = sample_bytes();
  const Result<WeightFile> file = WeightFile::open(bytes);
  EXPECT_EQ((file->tensor("plain", 2, 3)->data.data() - bytes.data()) % 64, 0);
  EXPECT_EQ((file->tensor("bytes", 3, 2)->scales.data() - bytes.data()) % 64, 0);
}

TEST(WeightFile, WhatIsMissingIsAnError) {
  const std::string bytes = sample_bytes();
  const Result<WeightFile> file = WeightFile::open(bytes);
  EXPECT_THAT(file->tensor("absent", 1, 1).error().message, HasSubstr("absent is missing"));
  EXPECT_THAT(file->tensor("plain", 3, 2).error().message, HasSubstr("2 x 3 values instead of 3 x 2"));
  EXPECT_FALSE(file->tensor("words", 7, 1));
  EXPECT_FALSE(file->text("plain"));
  EXPECT_FALSE(file->line("labels", "xpos"));
  EXPECT_THAT(file->number("sizes", "arc", 1, 11).error().message, HasSubstr("arc=12, which cannot be"));
  EXPECT_FALSE(file->number("sizes", "broken", 0, 100));
  EXPECT_FALSE(file->number("sizes", "ar", 0, 100));
}

TEST(WeightFile, ForeignFilesAndOtherFormatsAreRefused) {
  EXPECT_THAT(message(""), HasSubstr("not a weight file"));
  EXPECT_THAT(message("#!/bin/sh and what else may stand here"), HasSubstr("not a weight file"));
  std::string bytes = sample_bytes();
  for (const int other : {1, 3}) {
    bytes[8] = static_cast<char>(other);
    EXPECT_THAT(message(bytes), HasSubstr("its format is " + std::to_string(other) + ", this program reads 2"));
  }
}

TEST(WeightFile, EveryCutIsNoticed) {
  const std::string bytes = sample_bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_NE(message(bytes.substr(0, size)), "") << size;
}

TEST(WeightFile, EveryFlippedBitIsNoticed) {
  std::string bytes = sample_bytes();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_NE(message(bytes), "") << bit;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
  }
}

// A file with the right checksum may still lie: no access may leave it.
TEST(WeightFile, WrongHeadersAreRefusedAlsoWithARightChecksum) {
  const std::string bytes = sample_bytes();
  const auto replaced = [&](const std::string& from, const std::string& to) {
    std::string changed = bytes;
    const std::size_t at = changed.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    EXPECT_EQ(from.size(), to.size());
    return message(sealed(changed.replace(at, to.size(), to)));
  };
  EXPECT_THAT(replaced("plain\tf32\t2\t3", "plain\tf32\t9\t9"), HasSubstr("plain does not lie within the file"));
  EXPECT_THAT(replaced("f32", "f33"), HasSubstr("unknown type"));
  EXPECT_THAT(replaced("plain\tf32\t2\t3", "plain\tf32\t-\t3"), HasSubstr("impossible sizes"));
  EXPECT_THAT(replaced("text\t7\t1", "text\t7e1"), HasSubstr("words"));
  EXPECT_THAT(replaced("bytes\ti8\t3", "plain\ti8\t3"), HasSubstr("comes twice"));
  const std::size_t header = bytes.find("tensor\twords");
  const std::size_t offset = bytes.find("\t1\t", header) + 3;
  std::string far = bytes;
  far.replace(offset, 3, "999");
  EXPECT_THAT(message(sealed(far)), HasSubstr("does not lie within the file"));
  std::string long_header = bytes;
  long_header[13] = '\x7F';
  EXPECT_THAT(message(sealed(long_header)), HasSubstr("header does not fit"));
}

TEST(WeightFile, NoMutationOfASealedFileCrashes) {
  const std::string bytes = sample_bytes();
  for (std::size_t at = 12; at < bytes.size(); ++at) {
    for (const char value : {'\0', '\t', '\n', '9', '\xFF'}) {
      std::string changed = bytes;
      changed[at] = value;
      changed = sealed(changed);
      const Result<WeightFile> file = WeightFile::open(changed);
      float row[3] = {};
      if (!file) continue;
      if (const auto tensor = file->tensor("plain", 2, 3)) tensor->copy_row(1, row);
      if (const auto tensor = file->tensor("bytes", 3, 2)) tensor->copy_row(2, row);
    }
  }
}

TEST(WeightFileWriter, MistakesOfTheCallerAreReturned) {
  WeightFileWriter sizes;
  sizes.add_f32("x", 2, 2, std::vector<float>{1});
  EXPECT_FALSE(sizes.bytes());
  WeightFileWriter tab;
  tab.add_line("labels", {"feats", "a\tb"});
  EXPECT_FALSE(tab.bytes());
  WeightFileWriter infinite;
  infinite.add_i8("x", 1, 1, std::vector<float>{std::numeric_limits<float>::infinity()});
  EXPECT_FALSE(infinite.bytes());
  EXPECT_FALSE(sample().write("/nowhere/at/all"));
}

TEST(WeightFileWriter, SameCallsSameBytes) { EXPECT_EQ(sample_bytes(), sample_bytes()); }

}  // namespace
}  // namespace wireroom
