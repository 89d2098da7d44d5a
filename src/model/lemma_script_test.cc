#include "model/lemma_script.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace wireroom {
namespace {

std::string applied(const std::string& script, const std::string& form) {
  std::string lemma;
  apply_script(script, form, lemma);
  return lemma;
}

TEST(LemmaScript, RegularFormsShareAScript) {
  EXPECT_EQ(lemma_script("talks", "talk"), lemma_script("Ministers", "minister"));
  EXPECT_EQ(lemma_script("parties", "party"), "l3|y");
  EXPECT_EQ(lemma_script("said", "say"), "l2|y");
  EXPECT_EQ(lemma_script("Moscow", "Moscow"), "k0|");
  EXPECT_EQ(lemma_script("the", "the"), "l0|");
  EXPECT_EQ(lemma_script("KERRY", "Kerry"), "t0|");
}

TEST(LemmaScript, IrregularFormsPutTheWholeWord) { EXPECT_EQ(lemma_script("is", "be"), "=be"); }

TEST(LemmaScript, AppliesOnlyToFormsLongerThanTheCut) {
  EXPECT_FALSE(script_applies("l3|y", "ies"));
  EXPECT_TRUE(script_applies("l3|y", "ties"));
  EXPECT_TRUE(script_applies("=be", ""));
  EXPECT_FALSE(script_applies("nonsense", "words"));
  EXPECT_FALSE(script_applies("", "words"));
  EXPECT_EQ(applied("l9|y", "Word"), "word");  // what does not apply leaves the form in lower case
}

TEST(LemmaScript, CutsCodePointsNotBytes) {
  EXPECT_EQ(applied("k1|", "Élysée"), "Élysé");
  EXPECT_EQ(applied(lemma_script("ÉLYSÉE", "Élysée"), "ÉLYSÉE"), "Élysée");
}

// Whatever form and lemma: applying the script of the pair to the form gives the lemma.
TEST(LemmaScript, RoundTrip) {
  const std::vector<std::string> letters = {"a", "b", "E", "S", "é", "Ü", "ß", "ж", "中", "-", "'", "|", "=", "9", "😀"};
  std::mt19937 random(7);
  const auto word = [&] {
    std::string result;
    for (std::size_t size = 1 + random() % 7; size > 0; --size) result += letters[random() % letters.size()];
    return result;
  };
  for (int i = 0; i < 20000; ++i) {
    const std::string form = word();
    std::string lemma = word();
    if (i % 2 == 0) lemma = form.substr(0, 1 + random() % form.size()) + "ed";                      // often alike
    if (i % 2 == 0 && (static_cast<unsigned char>(lemma[lemma.size() - 3]) & 0x80) != 0) continue;  // cut a code point
    EXPECT_EQ(applied(lemma_script(form, lemma), form), lemma) << form << " by " << lemma_script(form, lemma);
  }
}

}  // namespace
}  // namespace wireroom
