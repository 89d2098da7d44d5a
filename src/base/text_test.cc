#include "wireroom/text.h"

#include <gtest/gtest.h>

#include <random>

namespace wireroom {
namespace {

TEST(Text, DropsAByteOrderMark) { EXPECT_EQ(Text::decode("\xEF\xBB\xBFHello").utf8(), "Hello"); }

TEST(Text, ReplacesEachMaximalInvalidPartOnce) {
  // A truncated three-byte sequence is one part; two stray bytes are two (Unicode standard, section 3.9).
  EXPECT_EQ(Text::decode("a\xE2\x82"
                         "b")
                .utf8(),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(Text::decode("\x80\x80").replaced(), 2U);
  EXPECT_EQ(Text::decode("\xED\xA0\x80").replaced(), 3U);  // a surrogate
  EXPECT_EQ(Text::decode(std::string_view("x\0y", 3)).utf8(), "x\xEF\xBF\xBDy");
}

TEST(Text, AdoptedBytesAreDecodedAlike) {
  for (const std::string_view bytes :
       {"\xEF\xBB\xBFHello", "Élysée said “no”.", "a\xE2\x82\x62", "\xED\xA0\x80", "", "plain"}) {
    const Text one = Text::decode(bytes), other = Text::adopt(std::string(bytes));
    EXPECT_EQ(other.utf8(), one.utf8());
    EXPECT_EQ(other.replaced(), one.replaced());
    EXPECT_EQ(other.code_points(), one.code_points());
    EXPECT_EQ(other.code_points_before(3), one.code_points_before(3));
  }
  EXPECT_EQ(Text::adopt(std::string("x\0y", 3)).utf8(), "x\xEF\xBF\xBDy");
}

TEST(Text, KeepsLineEndsAndBlanks) {
  EXPECT_EQ(Text::decode("a\r\nb\xC2\xA0"
                         "c")
                .utf8(),
            "a\r\nb\xC2\xA0"
            "c");
}

TEST(Text, CountsCodePointsNotBytes) {
  const Text text = Text::decode("Élysée said “no”.");
  EXPECT_EQ(text.code_points(), 17U);
  EXPECT_EQ(text.code_points_before(2), 1U);
  EXPECT_EQ(text.byte_of(1), 2U);
  EXPECT_EQ(text.byte_of(17), text.size());
}

// Whatever the bytes, both directions of the offsets agree at every code point.
TEST(Text, OffsetsAgreeOnRandomBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    const std::size_t size = random() % 700;
    for (std::size_t i = 0; i < size; ++i)
      bytes += static_cast<char>(random() % 3 ? random() % 128 : 128 + random() % 128);
    const Text text = Text::decode(bytes);
    std::uint32_t count = 0;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text.utf8()[at]) & 0xC0) == 0x80) continue;
      ASSERT_EQ(text.code_points_before(at), count);
      ASSERT_EQ(text.byte_of(count), at);
      ++count;
    }
    ASSERT_EQ(text.code_points(), count);
    ASSERT_EQ(Text::decode(text.utf8()).utf8(),
              text.utf8().starts_with("\xEF\xBB\xBF") ? text.utf8().substr(3) : text.utf8());
  }
}

}  // namespace
}  // namespace wireroom
