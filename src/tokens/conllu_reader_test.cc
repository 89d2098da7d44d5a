#include "tokens/conllu_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace wireroom {
namespace {

// "1 He _" -> a row of ten columns.
std::string row(const std::string& id, const std::string& form, const std::string& misc = "_") {
  return id + "\t" + form + "\t_\t_\t_\t_\t_\t_\t_\t" + misc + "\n";
}

std::string error_of(const std::string& bytes) {
  const auto result = read_conllu("in.conllu", bytes);
  return result ? "" : result.error().message;
}

TEST(ConlluReader, RebuildsTheTextAndItsSpans) {
  const std::string bytes = "# newdoc id = d1\n# sent_id = d1-1\n# text = They don't.\n" + row("1", "They") +
                            row("2-3", "don't", "SpaceAfter=No") + row("2", "do") + row("3", "n't") +
                            row("4", ".", "Entity=x|SpaceAfter=No") + "\n# sent_id = d1-2\n" + row("1", "Go") +
                            row("1.1", "gone") + row("2", "!") + "\n";
  const auto documents = read_conllu("in.conllu", bytes);
  ASSERT_TRUE(documents) << documents.error().message;
  ASSERT_EQ(documents->size(), 1U);
  const ConlluDocument& document = documents->front();
  EXPECT_EQ(document.report.id, "d1");
  EXPECT_EQ(document.report.text.view(), "They don't.Go !");
  ASSERT_EQ(document.sentences.size(), 2U);
  EXPECT_EQ(document.sentence_ids[1], "d1-2");
  const Sentence& first = document.sentences[0];
  ASSERT_EQ(first.words.size(), 4U);
  EXPECT_EQ(document.report.text.view(first.words[1].span), "do");
  EXPECT_EQ(document.report.text.view(first.words[2].span), "n't");
  ASSERT_EQ(first.multi_words.size(), 1U);
  EXPECT_EQ(first.multi_words[0].first, 1U);
  EXPECT_EQ(first.multi_words[0].last, 2U);
  EXPECT_TRUE(first.words[0].space_after);
  EXPECT_FALSE(first.words[2].space_after);
  EXPECT_FALSE(first.words[3].space_after);
  EXPECT_EQ(document.sentences[1].words.size(), 2U);
  EXPECT_EQ(document.report.text.view(document.report.blocks[1].span), "Go !");
  EXPECT_EQ(document.sentences[1].block, 1U);
}

TEST(ConlluReader, DocumentsAndParagraphs) {
  const std::string bytes = "# newdoc id = a\r\n" + row("1", "One") + "\n# newpar id = p2\n" + row("1", "Two") +
                            "\n# newdoc\n" + row("1", "Three");
  const auto documents = read_conllu("-", bytes);
  ASSERT_TRUE(documents) << documents.error().message;
  ASSERT_EQ(documents->size(), 2U);
  EXPECT_EQ((*documents)[0].report.text.view(), "One\n\nTwo");
  EXPECT_EQ((*documents)[0].report.id, "a");
  EXPECT_EQ((*documents)[1].report.id, "doc2");
  EXPECT_EQ((*documents)[1].report.source, "-:8");
}

TEST(ConlluReader, WordsThatDoNotSpellTheirToken) {
  const auto documents = read_conllu("-", row("1-2", "du") + row("1", "de") + row("2", "le") + row("3", "lac"));
  ASSERT_TRUE(documents) << documents.error().message;
  const std::vector<Word>& words = documents->front().sentences[0].words;
  EXPECT_EQ(words[0].span, (Span{0, 2}));
  EXPECT_EQ(words[1].span, (Span{2, 2}));
  EXPECT_EQ(words[1].form, "le");
  EXPECT_EQ(words[2].span, (Span{3, 6}));
}

TEST(ConlluReader, NothingInNothingOut) {
  const auto documents = read_conllu("-", "\n\n# newdoc id = x\n\n");
  ASSERT_TRUE(documents);
  EXPECT_TRUE(documents->empty());
}

TEST(ConlluReader, ErrorsNameTheLine) {
  EXPECT_EQ(error_of("# x\n1\tHe\n"), "in.conllu:2: expected 10 columns separated by tabs, found 2");
  EXPECT_EQ(error_of(row("1", "He") + row("3", "left")), "in.conllu:2: expected the word number 2, found `3`");
  EXPECT_EQ(error_of(row("1", "")), "in.conllu:1: the form (column 2) is empty");
  EXPECT_EQ(error_of(row("2-3", "don't")), "in.conllu:1: the range `2-3` does not begin with the next word, 1");
  EXPECT_EQ(error_of(row("1-2", "don't") + row("1", "do") + "\n"),
            "in.conllu:3: the sentence ends before word 2 of its last range");
}

}  // namespace
}  // namespace wireroom
