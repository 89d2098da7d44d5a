#include "model/model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
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
         a.name == b.name && a.head == b.head && a.role == b.role && a.role_score == b.role_score && a.cue == b.cue &&
         a.cue_score == b.cue_score && a.factuality == b.factuality && a.event == b.event &&
         a.event_score == b.event_score && a.no_event_score == b.no_event_score;
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

TEST(Model, SourcesAndContentsBelongToCuesOfTheSentence) {
  const Result<Model> model = Model::load(weights());
  Workspace workspace;
  const auto labels = run(*model, workspace, kSentences);
  for (std::size_t word = 0, s = 0; s < kSentences.size(); word += kSentences[s++].size()) {
    for (std::size_t i = 0; i < kSentences[s].size(); ++i) {
      const WordLabels& label = labels[word + i];
      EXPECT_GT(label.role_score, 0);
      EXPECT_LE(label.role_score, 1.0001F);
      if (label.cue < 0) continue;
      ASSERT_LT(static_cast<std::size_t>(label.cue), kSentences[s].size());
      EXPECT_EQ(kRoleLabels[labels[word + static_cast<std::size_t>(label.cue)].role], "B-cue");
      EXPECT_GE(label.role, 3);
      EXPECT_GT(label.cue_score, 0);
    }
  }
}

TEST(Model, FactualityAndEventsStayInTheirRanges) {
  const Result<Model> model = Model::load(weights());
  Workspace workspace;
  for (const WordLabels& label : run(*model, workspace, kSentences)) {
    EXPECT_LE(std::abs(label.factuality), 3);
    EXPECT_GE(label.event, 1);
    EXPECT_LT(label.event, model->event_types.size());
    EXPECT_LE(label.event_score + label.no_event_score, 1.0001F);
  }
}

TEST(Model, WeightsWithoutTheHeadsOfReportsLeaveThemEmpty) {
  const std::string bytes = random_weights({.report_heads = false});
  const Result<Model> model = Model::load(bytes);
  ASSERT_TRUE(model) << model.error().message;
  Workspace workspace;
  for (const WordLabels& label : run(*model, workspace, kSentences)) {
    EXPECT_EQ(label.role, 0);
    EXPECT_EQ(label.cue, -1);
    EXPECT_EQ(label.event, 0);
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

// Sentences of one to sixteen words, some of letters that no word has; the same for all runs.
std::vector<Sentence> generated_sentences(std::size_t count) {
  const char* const forms[] = {"the", "Minister", "said",   "TALKS",         "us.",
                               "Zz#", "1,250",    "moscow", "\u00e9t\u00e9", "-"};
  std::mt19937 random(11);
  std::vector<Sentence> sentences(count);
  for (Sentence& sentence : sentences) {
    sentence.resize(1 + random() % 16);
    for (std::string& form : sentence) {
      form = forms[random() % std::size(forms)];
      if (random() % 4 == 0) form += static_cast<char>('a' + random() % 26);
    }
  }
  return sentences;
}

TEST(Model, ThousandsOfSentencesAreReadAlikeByAllKernels) {
  Result<Model> model = Model::load(weights());
  Workspace fast, plain;
  const std::vector<Sentence> sentences = generated_sentences(3000);
  for (std::size_t begin = 0; begin < sentences.size(); begin += 20) {
    const std::vector<Sentence> some(sentences.begin() + static_cast<std::ptrdiff_t>(begin),
                                     sentences.begin() + static_cast<std::ptrdiff_t>(begin + 20));
    model->kernels = &best_kernels();
    const auto labels = run(*model, fast, some);
    model->kernels = &portable_kernels();
    expect_equal(labels, run(*model, plain, some));
    for (std::size_t group = 0; group < kGroups; ++group) ASSERT_EQ(fast.states[group], plain.states[group]);
  }
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
