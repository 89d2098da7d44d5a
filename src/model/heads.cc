#include "model/heads.h"

#include <algorithm>

#include "model/encoder.h"
#include "model/lemma_head.h"
#include "model/products.h"
#include "model/report_heads.h"

namespace wireroom {
namespace {

constexpr std::size_t kBlock = 64;  // words whose logits are held at once

// The words of the pack in order, with the rows of their states. (Roots lie between them and have no labels.)
struct Rows {
  std::size_t sentence = 0, first_row = 0, words = 0;
};
Rows rows_of(const Pack& pack, std::size_t sentence) {
  return {sentence, state_row(pack, sentence, 0), pack.sentences[sentence].words};
}

std::uint16_t arg_max(const float* scores, std::size_t size) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < size; ++i)
    if (scores[i] > scores[best]) best = i;
  return static_cast<std::uint16_t>(best);
}

// Calls use(number of the matrix, word of the pack, logits of that word) for all words.
template <typename Use>
void for_logits(const Model& model, Workspace& workspace, const std::vector<const Matrix*>& matrices, Group group,
                Use use) {
  const Pack& pack = workspace.pack;
  for (std::size_t s = 0; s < pack.sentences.size(); ++s) {
    const Rows rows = rows_of(pack, s);
    for (std::size_t begin = 0; begin < rows.words; begin += kBlock) {
      const std::size_t count = std::min(kBlock, rows.words - begin);
      const float* states = workspace.states[group].data() + (rows.first_row + begin) * model.hidden;
      workspace.bytes.fill(*model.kernels, states, model.hidden, count, model.hidden);
      for (std::size_t number = 0; number < matrices.size(); ++number) {
        const std::size_t width = matrices[number]->width();
        float* logits = room(workspace.logits, kBlock * width);
        matrices[number]->apply(*model.kernels, workspace.bytes, logits, width);
        for (std::size_t i = 0; i < count; ++i)
          use(number, pack.sentences[s].first_word + begin + i, static_cast<const float*>(logits + i * width));
      }
    }
  }
}

void tag(const Model& model, Workspace& workspace) {
  Pack& pack = workspace.pack;
  const std::vector<const Matrix*> heads = {&model.upos_head, &model.xpos_head, &model.feats_head};
  constexpr std::uint16_t WordLabels::*kLabels[] = {&WordLabels::upos, &WordLabels::xpos, &WordLabels::feats};
  for_logits(model, workspace, heads, kTags, [&](std::size_t number, std::size_t word, const float* logits) {
    pack.labels[word].*kLabels[number] = arg_max(logits, heads[number]->outputs());
  });
  find_lemmas(model, workspace);
}

// The heads of one sentence: scores of all arcs, then the best tree. What the relations read of the same states is
// found with them.
void find_tree(const Model& model, Workspace& workspace, const Rows& rows) {
  const float* states = workspace.states[kTree].data() + rows.first_row * model.hidden;
  const std::size_t words = rows.words, nodes = words + 1;
  const std::size_t arc_width = model.arc_dependent.width(), score_width = model.arc_bilinear.width();
  workspace.bytes.fill(*model.kernels, states - model.hidden, model.hidden, nodes, model.hidden);  // with the root
  const float* dependents = project(model, model.arc_dependent, workspace.bytes, 1, workspace.dependents);
  const float* heads = project(model, model.arc_head, workspace.bytes, 0, workspace.heads);
  (void)project(model, model.relation_dependent, workspace.bytes, 1, workspace.relation_dependents);
  (void)project(model, model.relation_head, workspace.bytes, 1, workspace.relation_heads);
  float* head_scores = room(workspace.head_scores, nodes * score_width);
  model.arc_bilinear.apply(*model.kernels, heads, arc_width, nodes, head_scores, score_width);

  // By columns, so that one product gives the scores of all arcs.
  const std::size_t width = padded(nodes);
  float* columns = room(workspace.head_columns, model.arc * width);
  float* bias = room(workspace.head_bias, width);
  std::fill_n(columns, model.arc * width, 0.0F);
  std::fill_n(bias, width, 0.0F);
  for (std::size_t j = 0; j < nodes; ++j) {
    for (std::size_t k = 0; k < model.arc; ++k) columns[k * width + j] = head_scores[j * score_width + k];
    bias[j] = head_scores[j * score_width + model.arc];
  }
  float* arcs = room(workspace.arcs, words * width);
  model.kernels->product({.a = dependents,
                          .a_stride = arc_width,
                          .b = columns,
                          .b_stride = width,
                          .b_panel = kPanel,
                          .bias = bias,
                          .c = arcs,
                          .c_stride = width,
                          .rows = words,
                          .inner = model.arc,
                          .panels = width / kPanel});
  workspace.tree.resize(words);
  workspace.tree_decoder.decode(arcs, width, words, workspace.tree.data());
}

// The relation of each word of a sentence whose tree is known; `root` is for the root and only for it.
void find_relations(const Model& model, Workspace& workspace, const Rows& rows, WordLabels* labels) {
  const std::size_t words = rows.words, size = model.relation_size, stride = model.relation_stride();
  const std::size_t width = model.relation_dependent.width(), product_width = model.relation_bilinear.width();
  const float* dependents = workspace.relation_dependents.data();
  const float* heads = workspace.relation_heads.data();
  float* products = room(workspace.relation_products, kBlock * product_width);
  // [a; 1] and [b; 1] with zeros up to the stride.
  float* chosen = room(workspace.chosen_heads, kBlock * stride + stride);
  float* dependent = chosen + kBlock * stride;
  std::fill_n(chosen, kBlock * stride + stride, 0.0F);
  dependent[size] = 1;
  for (std::size_t begin = 0; begin < words; begin += kBlock) {
    const std::size_t count = std::min(kBlock, words - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const std::int32_t head = workspace.tree[begin + i];
      if (head >= 0) std::copy_n(heads + static_cast<std::size_t>(head) * width, size, chosen + i * stride);
      chosen[i * stride + size] = 1;
    }
    workspace.bytes.fill(*model.kernels, chosen, stride, count, stride);
    model.relation_bilinear.apply(*model.kernels, workspace.bytes, products, product_width);
    for (std::size_t i = 0; i < count; ++i) {
      WordLabels& word = labels[begin + i];
      word.head = workspace.tree[begin + i];
      word.relation = static_cast<std::uint16_t>(model.root_relation);
      if (word.head < 0) continue;
      std::copy_n(dependents + (begin + i) * width, size, dependent);
      bool found = false;
      float best = 0;
      for (std::size_t r = 0; r < model.relations.size(); ++r) {
        if (r == model.root_relation) continue;
        const float score = model.kernels->dot(dependent, products + i * product_width + r * stride, stride);
        if (found && score <= best) continue;
        found = true;
        best = score;
        word.relation = static_cast<std::uint16_t>(r);
      }
    }
  }
}

// Both schemes have the same labels, so the normalisers of the two soft-maxes shift all sequences alike: sums of logits
// choose as the mean of log-probabilities does.
void find_names(const Model& model, Workspace& workspace) {
  Pack& pack = workspace.pack;
  float* states = workspace.states[kNames].data();
  for (std::size_t s = 0; s < pack.sentences.size(); ++s) {
    for (std::size_t i = 0; i < pack.sentences[s].words; ++i) {
      const std::size_t shape = pack.word_shapes[pack.sentences[s].first_word + i];
      model.kernels->add(states + state_row(pack, s, i) * model.hidden, model.name_shape.data() + shape * model.hidden,
                         model.hidden);
    }
  }
  workspace.name_scores.assign(pack.labels.size(), NameDecoder::Scores{});
  std::vector<const Matrix*> heads;
  for (const Model::NameHead& head : model.name_heads) heads.push_back(&head.matrix);
  for_logits(model, workspace, heads, kNames, [&](std::size_t number, std::size_t word, const float* logits) {
    for (std::size_t label = 0; label < kNameLabels.size(); ++label)
      workspace.name_scores[word][label] += logits[model.name_heads[number].output_of[label]];
  });
  workspace.names.resize(pack.labels.size());
  for (const Pack::Sentence& sentence : pack.sentences) {
    workspace.name_decoder.decode(workspace.name_scores.data() + sentence.first_word, sentence.words,
                                  workspace.names.data() + sentence.first_word);
  }
  for (std::size_t word = 0; word < pack.labels.size(); ++word) pack.labels[word].name = workspace.names[word];
}

}  // namespace

void run_model(const Model& model, Workspace& workspace) {
  Pack& pack = workspace.pack;
  pack.labels.assign(pack.word_piece.size(), WordLabels{});
  encode(model, workspace);
  tag(model, workspace);
  for (std::size_t s = 0; s < pack.sentences.size(); ++s) {
    const Rows rows = rows_of(pack, s);
    if (rows.words == 0) continue;
    find_tree(model, workspace, rows);
    find_relations(model, workspace, rows, pack.labels.data() + pack.sentences[s].first_word);
  }
  find_names(model, workspace);
  find_attributions(model, workspace);
  find_factuality(model, workspace);
  find_events(model, workspace);
}

}  // namespace wireroom
