#include "parse/parser.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/model.h"
#include "model/random_weights.h"
#include "model/workspace.h"
#include "parse/name_types.h"
#include "tokens/tokens.h"

namespace wireroom {
namespace {

// Random weights: what they say means nothing, but all promises of structure must hold.
class ParserTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    weights() = random_weights({});
    model() = new Result<Model>(Model::load(weights()));
    types() = new Result<NameTypes>(NameTypes::load());
  }
  static void TearDownTestSuite() {
    delete model();
    delete types();
  }
  void SetUp() override {
    ASSERT_TRUE(*model()) << model()->error().message;
    ASSERT_TRUE(*types()) << types()->error().message;
  }
  static Sentence sentence(std::size_t words, const char* form = "talks") {
    Sentence result;
    for (std::size_t i = 0; i < words; ++i) result.words.emplace_back().form = i % 10 == 9 ? "," : form;
    return result;
  }
  void analyse(std::vector<Sentence>& sentences) { wireroom::analyse(**model(), **types(), workspace_, sentences); }

  static std::string& weights() {
    static std::string bytes;
    return bytes;
  }
  static Result<Model>*& model() {
    static Result<Model>* loaded = nullptr;
    return loaded;
  }
  static Result<NameTypes>*& types() {
    static Result<NameTypes>* loaded = nullptr;
    return loaded;
  }
  Workspace workspace_;
};

void expect_tree(const Sentence& sentence) {
  std::size_t roots = 0, children = 0;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    EXPECT_FALSE(word.upos.empty());
    EXPECT_FALSE(word.lemma.empty());
    EXPECT_EQ(word.head == kRoot, word.relation == "root");
    roots += word.head == kRoot;
    children += sentence.child_begin[i + 1] - sentence.child_begin[i];
    auto at = static_cast<std::int32_t>(i);
    for (std::size_t steps = 0; at != kRoot; ++steps) {
      ASSERT_LE(steps, sentence.words.size());
      at = sentence.words[static_cast<std::size_t>(at)].head;
    }
  }
  EXPECT_EQ(roots, 1U);
  EXPECT_EQ(children, sentence.words.size() - 1);
}

TEST_F(ParserTest, EverySentenceBecomesATree) {
  std::vector<Sentence> sentences;
  for (const std::size_t words : {1U, 2U, 30U, 7U, 120U, 399U}) sentences.push_back(sentence(words));
  analyse(sentences);
  for (const Sentence& one : sentences) expect_tree(one);
}

TEST_F(ParserTest, SegmentsOfALongSentenceAreJoined) {
  // 16 pieces a word: the encoder takes 31 at once.
  std::vector<Sentence> sentences = {sentence(100, "abcdefghijkmnopqrst")};
  analyse(sentences);
  expect_tree(sentences[0]);
  std::size_t parataxis = 0;
  for (const Word& word : sentences[0].words) {
    if (word.relation != "parataxis") continue;
    ++parataxis;
    EXPECT_EQ(word.head, static_cast<std::int32_t>(sentences[0].root()));
  }
  EXPECT_GE(parataxis, 3U);
}

TEST_F(ParserTest, ASentenceDoesNotDependOnTheOthers) {
  std::vector<Sentence> alone = {sentence(12)}, among = {sentence(40), sentence(12), sentence(300), sentence(3)};
  analyse(alone);
  analyse(among);
  for (std::size_t i = 0; i < 12; ++i) {
    EXPECT_EQ(alone[0].words[i].head, among[1].words[i].head);
    EXPECT_EQ(alone[0].words[i].relation, among[1].words[i].relation);
    EXPECT_EQ(alone[0].words[i].lemma, among[1].words[i].lemma);
    EXPECT_EQ(alone[0].words[i].name, among[1].words[i].name);
  }
}

TEST_F(ParserTest, NothingToDo) {
  std::vector<Sentence> none, empty(2);
  analyse(none);
  analyse(empty);
  EXPECT_EQ(empty[0].child_begin.size(), 1U);
}

TEST_F(ParserTest, OddFormsAreNoTrouble) {
  Sentence odd;
  for (const char* form : {"", "\xF0\x9F\x98\x80", "\xEF\xBF\xBD", "é", "a\tb", "中文", "...", "\xC2\xA0"})
    odd.words.emplace_back().form = form;
  odd.words.emplace_back().form = std::string(100000, 'x');
  std::vector<Sentence> sentences = {odd};
  analyse(sentences);
  std::size_t roots = 0;
  for (const Word& word : sentences[0].words) roots += word.head == kRoot;
  EXPECT_EQ(roots, 1U);
}

TEST_F(ParserTest, AReportIsSplitAndAnalysed) {
  const Result<Tokenizer> tokenizer = Tokenizer::load();
  ASSERT_TRUE(tokenizer) << tokenizer.error().message;
  Report report;
  report.text = Text::decode("Kerry didn't say. Talks ended in Moscow.");
  report.blocks = {{BlockKind::paragraph, {0, report.text.size()}}};
  const Parse parse = wireroom::parse(**model(), **types(), workspace_, *tokenizer, report);
  ASSERT_EQ(parse.sentences.size(), 2U);
  for (const Sentence& one : parse.sentences) expect_tree(one);
  EXPECT_EQ(report.text.view(parse.sentences[1].words[3].span), "Moscow");
}

}  // namespace
}  // namespace wireroom
