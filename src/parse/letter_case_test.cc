#include "parse/letter_case.h"

#include <gtest/gtest.h>

namespace wireroom {
namespace {

Word word(std::string form, std::string lemma, std::string_view upos, NameType name = NameType::none) {
  Word made;
  made.form = std::move(form);
  made.lemma = std::move(lemma);
  made.upos = upos;
  made.name = name;
  return made;
}

std::string forms(const Sentence& sentence) {
  std::string all;
  for (const Word& each : sentence.words) all += (all.empty() ? "" : " ") + each.form;
  return all;
}

TEST(LetterCase, NamesKeepACapitalAndAcronymsAll) {
  Sentence sentence;
  sentence.words = {word("REBELS", "rebel", "NOUN"),
                    word("OF", "of", "ADP"),
                    word("THE", "the", "DET", NameType::ORG),
                    word("NATIONAL", "National", "ADJ", NameType::ORG),
                    word("FRONT", "FRONT", "PROPN", NameType::ORG),
                    word("(", "(", "PUNCT"),
                    word("FANO", "FANO", "PROPN", NameType::ORG),
                    word(")", ")", "PUNCT"),
                    word("KILLED", "kill", "VERB"),
                    word("FRANK-WALTER", "FRANK-WALTER", "PROPN", NameType::PER),
                    word("O'BRIEN", "O'BRIEN", "PROPN", NameType::PER),
                    word("ÉLAN", "ÉLAN", "PROPN", NameType::PER),
                    word("IN", "in", "ADP"),
                    word("U.S.", "U.S.", "PROPN", NameType::GPE),
                    word("CAMPS", "camp", "NOUN")};
  restore_case(sentence);
  EXPECT_EQ(forms(sentence), "Rebels of the National Front ( FANO ) killed Frank-Walter O'Brien Élan in U.S. camps");
  EXPECT_EQ(sentence.words[0].printed, "REBELS");
  EXPECT_EQ(sentence.words[6].printed, "");  // as it stands in the text
}

TEST(LetterCase, OtherSentencesStay) {
  Sentence sentence;
  sentence.words = {word("The", "the", "DET"),
                    word("FMLN", "FMLN", "PROPN", NameType::ORG),
                    word("STOPPED", "stop", "VERB"),
                    word("talking", "talk", "VERB"),
                    word("with", "with", "ADP"),
                    word("them", "they", "PRON"),
                    word("yesterday", "yesterday", "NOUN")};
  restore_case(sentence);
  EXPECT_EQ(forms(sentence), "The FMLN STOPPED talking with them yesterday");
  EXPECT_EQ(sentence.words[2].printed, "");
}

}  // namespace
}  // namespace wireroom
