#include "input/picture_credits.h"

#include <gtest/gtest.h>

#include "input/headers.h"

namespace wireroom {
namespace {

// The line with its credits in braces.
std::string marked(std::string_view line) {
  static const HeaderReader headers = HeaderReader::load().value();
  std::string text;
  std::size_t at = 0;
  for (const Span& span : picture_credits(headers, line)) {
    text += std::string(line.substr(at, span.begin - at)) + '{' +
            std::string(line.substr(span.begin, span.end - span.begin)) + '}';
    at = span.end;
  }
  return text + std::string(line.substr(at));
}

TEST(PictureCredits, BehindACaption) {
  EXPECT_EQ(marked("A boy walks in Idlib, Syria. REUTERS/Jane Doe"), "A boy walks in Idlib, Syria. {REUTERS/Jane Doe}");
  EXPECT_EQ(marked("A boy walks in Idlib. REUTERS/Jane Doe/File Photo"),
            "A boy walks in Idlib. {REUTERS/Jane Doe/File Photo}");
  EXPECT_EQ(marked("A boy walks in Idlib. (AP Photo/Jane Doe, File)"),
            "A boy walks in Idlib. {(AP Photo/Jane Doe, File)}");
  EXPECT_EQ(marked("A boy walks in Idlib. Photograph: Jane P. Doe/Reuters"),
            "A boy walks in Idlib. {Photograph: Jane P. Doe/Reuters}");
  EXPECT_EQ(marked("A deer near Oslo. Image: Jane Doe."), "A deer near Oslo. {Image: Jane Doe.}");
}

TEST(PictureCredits, BesideOtherWords) {
  EXPECT_EQ(marked("Troops in Aleppo. (Photo: Jane Doe, AP) The battle began on Monday."),
            "Troops in Aleppo. {(Photo: Jane Doe, AP)} The battle began on Monday.");
  EXPECT_EQ(marked("Image copyright Getty Images Image caption The deal was signed in Oslo"),
            "{Image copyright Getty Images Image caption }The deal was signed in Oslo");
  EXPECT_EQ(marked("Image: Jane Doe."), "{Image: Jane Doe.}");
}

// A poll of two firms, a pair of numbers, an agency's dateline.
TEST(PictureCredits, NotEverySlashAndBracket) {
  for (const std::string_view line :
       {"A recent Reuters/Ipsos survey said that half of the voters had not decided yet.",
        "The talks between the unions and the government (which began in May) and/or the strikes go on.",
        "KABUL (Reuters) - Troops left on Monday.",
        "The image: a land at peace, said the minister in a long speech that he "
        "held before the parliament on Monday."})
    EXPECT_EQ(marked(line), line);
}

}  // namespace
}  // namespace wireroom
