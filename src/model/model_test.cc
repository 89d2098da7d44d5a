#include "model/model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "model/heads.h"
#include "model/random_weights.h"
#include "model/word_shape.h"
#include "model/workspace.h"

namespace wireroom {
namespace {

using Sentence = std::vector<std::string>;

const std::vector<Sentence> kSentences = {
    {"Kerry", "said", "the", "talks", "in", "Moscow", "ended", "."},
    {"Minister"},
    {"The", "minister", "was", "talking", ",", "Lavrov", "said", "on", "Thursday", "in", "the", "Kremlin", "."},
    {"U.S.", "-", "Russian", "talks", "!"},
};

const std::string& weights() {
  static const std::string bytes = random_weights({});
  return bytes;
}

void add(const Model& model, Pack& pack, const Sentence& sentence) {
  pack.begin_sentence(model);
  for (std::size_t i = 0; i < sentence.size(); ++i) pack.add_word(model, sentence[i], word_shape(sentence[i], i == 0));
  pack.end_sentence(model);
}

std::vector<WordLabels> run(const Model& model, Workspace& workspace, const std::vector<Sentence>& sentences) {
  workspace.pack.clear();
  for (const Sentence& sentence : sentences) add(model, workspace.pack, sentence);
  run_model(model, workspace);
  return workspace.pack.labels;
}

bool same(const WordLabels& a, const WordLabels& b) {
  return a.upos == b.upos && a.xpos == b.xpos && a.feats == b.feats && a.lemma == b.lemma && a.relation == b.relation &&
         a.name == b.name && a.head == b.head;
}

void expect_equal(const std::vector<WordLabels>& a, const std::vector<WordLabels>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_TRUE(same(a[i], b[i])) << i;
}

TEST(Model, ReadsItsTables) {
  const Result<Model> model = Model::load(weights());
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_THAT(model->upos, ::testing::ElementsAre("NOUN", "VERB", "PUNCT"));
  EXPECT_EQ(model->relations[model->root_relation], "root");
  EXPECT_EQ(model->layers.size(), 2U);
  EXPECT_EQ(model->lemma_least_length[3], 4U);  // "l3|y"
  EXPECT_EQ(model->lemma_least_length[5], 0U);  // "=be"
}

TEST(Model, EverySentenceHasOneRootAndRootIsItsRelationOnly) {
  const Result<Model> model = Model::load(weights());
  Workspace workspace;
  const auto labels = run(*model, workspace, kSentences);
  std::size_t word = 0;
  for (const Sentence& sentence : kSentences) {
    int roots = 0;
    for (std::size_t i = 0; i < sentence.size(); ++i, ++word) {
      EXPECT_LT(labels[word].head, static_cast<std::int32_t>(sentence.size()));
      EXPECT_EQ(labels[word].head < 0, labels[word].relation == model->root_relation);
      roots += labels[word].head < 0;
    }
    EXPECT_EQ(roots, 1);
  }
}

TEST(Model, WhatSharesThePackChangesNothing) {
  const Result<Model> model = Model::load(weights());
  Workspace together, alone;
  const auto all = run(*model, together, kSentences);
  std::vector<WordLabels> one_by_one;
  for (const Sentence& sentence : kSentences) {
    const auto labels = run(*model, alone, {sentence});
    one_by_one.insert(one_by_one.end(), labels.begin(), labels.end());
  }
  expect_equal(all, one_by_one);
}

TEST(Model, KernelsGiveTheSameStatesToTheByte) {
  Result<Model> model = Model::load(weights());
  Workspace fast, plain;
  const auto labels = run(*model, fast, kSentences);
  model->kernels = &portable_kernels();
  expect_equal(labels, run(*model, plain, kSentences));
  for (std::size_t group = 0; group < kGroups; ++group) EXPECT_EQ(fast.states[group], plain.states[group]);
}

TEST(Model, ThreadsShareIt) {
  const Result<Model> model = Model::load(weights());
  Workspace first;
  const auto expected = run(*model, first, kSentences);
  std::vector<std::vector<WordLabels>> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results)
    threads.emplace_back([&] {
      Workspace workspace;
      for (int i = 0; i < 5; ++i) result = run(*model, workspace, kSentences);
    });
  for (std::thread& thread : threads) thread.join();
  for (const auto& result : results) expect_equal(result, expected);
}

TEST(Model, TakesItsSizesFromTheFile) {
  for (const RandomModelSizes& sizes :
       {RandomModelSizes{.layers = 1, .hidden = 16, .heads = 1, .inner = 16, .positions = 64, .arc = 1, .relation = 1},
        RandomModelSizes{.layers = 3,
        .hidden = 96,
        .heads = 3,
        .inner = 160,
        .arc = 33,
        .relation = 17,
        .relations = 40,
        .feats = 17,
        .lemmas = 33}}) {
    const std::string bytes = random_weights(sizes);
    const Result<Model> model = Model::load(bytes);
    ASSERT_TRUE(model) << model.error().message;
    Workspace workspace;
    EXPECT_EQ(run(*model, workspace, kSentences).size(), 27U);
  }
}

TEST(Model, RefusesSizesThatDoNotFit) {
  const auto message = [](const RandomModelSizes& sizes) {
    const std::string bytes = random_weights(sizes);
    const Result<Model> model = Model::load(bytes);
    return model ? std::string() : model.error().message;
  };
  EXPECT_THAT(message({.hidden = 40, .heads = 5}), ::testing::HasSubstr("multiples of 16"));
  EXPECT_THAT(message({.inner = 50}), ::testing::HasSubstr("multiples of 16"));
  EXPECT_THAT(message({.positions = 8}), ::testing::HasSubstr("positions=8, which cannot be"));
  EXPECT_FALSE(Model::load("not a model"));
}

TEST(Model, AnEmptyPackIsNoTrouble) {
  const Result<Model> model = Model::load(weights());
  Workspace workspace;
  EXPECT_TRUE(run(*model, workspace, {}).empty());
  EXPECT_TRUE(run(*model, workspace, {{}, {}}).empty());
}

}  // namespace
}  // namespace wireroom
