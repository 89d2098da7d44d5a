// Sentences to tensors. Shapes: S sentences, P pieces with [CLS] and [SEP], W words with the root as word 0.
#pragma once

#include <torch/torch.h>

#include <random>
#include <string>
#include <vector>

#include "examples.h"
#include "labels.h"
#include "model/form_features.h"
#include "model/wordpiece.h"

namespace wireroom::train {

struct Encoded {
  std::vector<std::int32_t> pieces;  // with [CLS] and [SEP]
  std::vector<std::uint8_t> shapes;  // of each piece
  std::vector<std::int32_t> first;   // first piece of each word, root first
  std::vector<std::uint8_t> word_shapes;
  std::vector<int> upos, xpos, feats, head, relation;  // -100 where not known; root first
  std::vector<int> lemma[4];                           // by Case: another case has other scripts
  std::vector<FormFeatures> forms;
  std::vector<int> names, roles, cues, events;
  std::vector<std::uint8_t> word_states;  // 1: inside quotation marks, 2: of a paragraph's first sentence
  std::vector<float> facts;               // NaN where not known
  std::int32_t unknown = 0;               // the piece [UNK]
  int scheme = kNoScheme, fact_set = kNoFacts;
  bool tree = false;
  double share = 1;
};

Encoded encode(const Example& example, const Labels& labels, const Wordpiece& wordpiece);

struct Batch {
  torch::Tensor pieces, shapes;                            // [S,P] int64
  torch::Tensor piece_mask;                                // [S,P] bool
  torch::Tensor first, word_shapes;                        // [S,W] int64
  torch::Tensor word_mask;                                 // [S,W] bool; the root counts
  torch::Tensor upos, xpos, feats, lemma, head, relation;  // [S,W] int64, -100 ignored
  torch::Tensor names[kSchemes];                           // [S,W] int64, -100 ignored
  torch::Tensor roles, cues, word_states;                  // [S,W] int64
  torch::Tensor facts[kFactSets];                          // [S,W] float, NaN ignored
  torch::Tensor events;                                    // [S,W] int64, -100 ignored
  torch::Tensor forms;                                     // [S,W,kFormFeatures] int64, 0 where there is no word
  std::vector<std::size_t> members;                        // numbers of the sentences
  [[nodiscard]] std::int64_t piece_count() const { return pieces.numel(); }
};

// Which case the sentence is shown in: as it is, all capitals, all lower, Title Case. Only shapes change, the pieces
// are uncased.
enum class Case { as_is, capitals, lower, title };

// With `random` some sentences are shown in another case, some words as unknown.
Batch make_batch(const std::vector<Encoded>& all, const std::vector<std::size_t>& members, std::mt19937_64* random);

// Numbers of sentences in batches of at most `pieces` padded pieces, sentences of like length together. With `random`
// the order is shuffled and sentences with a share below 1 are drawn, else by length.
std::vector<std::vector<std::size_t>> plan(const std::vector<Encoded>& all, std::size_t pieces,
                                           std::mt19937_64* random);

}  // namespace wireroom::train
