#include "cli/help_text.h"

#include <gtest/gtest.h>

namespace wireroom::cli {
namespace {

TEST(HelpText, BreaksLongLinesAtTheColumn) {
  const std::string words(90, 'x');
  EXPECT_EQ(wrapped("short\n\n  --a  b\n", 10), "short\n\n  --a  b\n");
  EXPECT_EQ(wrapped("  --name  " + std::string(60, 'a') + " " + std::string(20, 'b') + " c\n", 10),
            "  --name  " + std::string(60, 'a') + "\n          " + std::string(20, 'b') + " c\n");
  EXPECT_EQ(wrapped(words + " y\n", 10), words + "\ny\n") << "a word that is too long stands alone";
}

}  // namespace
}  // namespace wireroom::cli
