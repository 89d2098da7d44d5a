// The network of docs/model.md in libtorch.
#pragma once

#include <torch/torch.h>

#include <string>

#include "batch.h"
#include "labels.h"

namespace wireroom::train {

struct Sizes {
  std::int64_t layers = 6, hidden = 384, heads = 12, inner = 1536, positions = 512, pieces = 30522;
  std::int64_t arc = 192, relation = 96;
  std::int64_t form = 32, lemma = 128;  // of a form's features, of the lemma's hidden layer
  std::int64_t role = 128, cue = 64, factuality = 64,
               event = 128;  // hidden layers of the statements' and events' heads
  double dropout = 0.1, head_dropout = 0.25;
};

struct EncoderLayerImpl : torch::nn::Module {
  explicit EncoderLayerImpl(const Sizes& sizes);
  // x [S,P,hidden], bias [S,1,1,P] (0 or a large negative number)
  torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& bias);
  torch::nn::Linear query{nullptr}, key{nullptr}, value{nullptr}, output{nullptr}, inner{nullptr}, outer{nullptr};
  torch::nn::LayerNorm attention_norm{nullptr}, output_norm{nullptr};
  std::int64_t heads;
  double dropout;
};
TORCH_MODULE(EncoderLayer);

struct Scores {
  torch::Tensor upos, xpos, feats, lemma;  // [S,W,labels]
  torch::Tensor arcs;                      // [S,W,W] dependent by head, impossible heads at -1e9
  torch::Tensor dependent, head;           // [S,W,relation] inputs of the relation scorer
  torch::Tensor names[kSchemes];           // [S,W,labels]
  torch::Tensor roles;                     // [S,W,labels]
  torch::Tensor cues;                      // [S,W,W] word by first word of its cue, 0: elsewhere
  torch::Tensor facts[kFactSets];          // [S,W]
  torch::Tensor events;                    // [S,W,types]; undefined where the batch holds none
};

// Groups of heads; each has its own mix of the layers.
enum Group { kTags, kTree, kNames, kStatements, kFactuality, kEvents, kGroups };

struct NetworkImpl : torch::nn::Module {
  NetworkImpl(const Sizes& sizes, const Labels& labels);
  Scores forward(const Batch& batch);
  // States of the words after the embeddings and after each layer: [S,W,layers + 1,hidden]. For heads of their own.
  torch::Tensor word_layers(const Batch& batch);
  // Scores of the relations of each word with the head given in heads [S,W] (-100 counts as 0): [S,W,relations].
  torch::Tensor relations(const Scores& scores, const torch::Tensor& heads);
  torch::Tensor loss(const Batch& batch);
  // Parameters of the pre-trained encoder with the depth they stand at: 0 embeddings, 1..layers.
  [[nodiscard]] int depth(const std::string& name) const;  // -1: a head

  Sizes sizes;
  torch::nn::Embedding word{nullptr}, position{nullptr}, shape{nullptr}, name_shape{nullptr};
  torch::nn::LayerNorm norm{nullptr};
  torch::nn::ModuleList layers;
  torch::Tensor mix;  // [kGroups, layers + 1] before the softmax
  torch::nn::Linear upos{nullptr}, xpos{nullptr}, feats{nullptr}, lemma{nullptr}, uner{nullptr}, wiki{nullptr};
  torch::nn::Linear arc_dependent{nullptr}, arc_head{nullptr}, relation_dependent{nullptr}, relation_head{nullptr};
  torch::Tensor arc_bilinear, arc_bias, relation_bilinear;
  torch::nn::Embedding form_table{nullptr}, word_state{nullptr};
  torch::nn::Linear lemma_hidden{nullptr}, lemma_form{nullptr}, lemma_output{nullptr}, gum{nullptr};
  torch::nn::Linear role_hidden{nullptr}, role_output{nullptr}, cue_dependent{nullptr}, cue_head{nullptr};
  torch::nn::Linear fact_hidden{nullptr}, fact_output{nullptr};
  torch::nn::Linear event_hidden{nullptr}, event_output{nullptr};
};
TORCH_MODULE(Network);

// The head of events once more, alone on the finished encoder (train_events): many epochs cost little there.
struct EventHeadImpl : torch::nn::Module {
  EventHeadImpl(const Sizes& sizes, std::int64_t types);
  torch::Tensor forward(const torch::Tensor& layers);  // [N,layers + 1,hidden] to [N,types]
  torch::Tensor mix;
  torch::nn::Linear hidden{nullptr}, output{nullptr};
  double dropout;
};
TORCH_MODULE(EventHead);

// Fills the encoder from a safetensors file of a BERT encoder (docs/model.md names package and checksum). Throws
// std::runtime_error if a tensor is missing or has another shape.
void load_pretrained(NetworkImpl& network, const std::string& safetensors);

}  // namespace wireroom::train
