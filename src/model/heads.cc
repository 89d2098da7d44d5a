#include "model/heads.h"

#include <algorithm>

#include "model/encoder.h"
#include "model/lemma_head.h"
#include "model/products.h"
#include "model/report_heads.h"

namespace wireroom {
namespace {

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
  for_row_blocks(workspace, [&](std::size_t row, std::size_t count) {
    workspace.bytes.fill(*model.kernels, workspace.states[group].data() + row * model.hidden, model.hidden, count,
                         model.hidden);
    for (std::size_t number = 0; number < matrices.size(); ++number) {
      const std::size_t width = matrices[number]->width();
      float* logits = room(workspace.logits, count * width);
      matrices[number]->apply(*model.kernels, workspace.bytes, logits, width);
      for_words(workspace, row, count, [&](std::size_t word, std::size_t i) {
        use(number, word, static_cast<const float*>(logits + i * width));
      });
    }
  });
}

// Which word each row of states belongs to, and each word's number in its sentence.
void number_rows(Workspace& workspace) {
  workspace.row_words.clear();
  workspace.word_numbers.clear();
  for (const Pack::Sentence& sentence : workspace.pack.sentences) {
    workspace.row_words.push_back(-1);
    for (std::size_t i = 0; i < sentence.words; ++i) {
      workspace.row_words.push_back(static_cast<std::int32_t>(sentence.first_word + i));
      workspace.word_numbers.push_back(i);
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

// What arcs and relations read, for all rows of states: each weight is used for the whole pack.
void project_for_trees(const Model& model, Workspace& workspace) {
  const std::size_t rows = state_rows(workspace.pack);
  workspace.bytes.fill(*model.kernels, workspace.states[kTree].data(), model.hidden, rows, model.hidden);
  (void)project(model, model.arc_dependent, workspace.bytes, workspace.dependents);
  const float* heads = project(model, model.arc_head, workspace.bytes, workspace.heads);
  (void)project(model, model.relation_dependent, workspace.bytes, workspace.relation_dependents);
  (void)project(model, model.relation_head, workspace.bytes, workspace.relation_heads);
  const std::size_t width = model.arc_bilinear.width();
  float* scores = room(workspace.head_scores, rows * width);
  model.arc_bilinear.apply(*model.kernels, heads, model.arc_head.width(), rows, scores, width);
}

// The tree of one sentence: scores of all arcs, then the best tree.
void find_tree(const Model& model, Workspace& workspace, std::size_t s) {
  const Pack::Sentence& sentence = workspace.pack.sentences[s];
  const std::size_t words = sentence.words, nodes = words + 1, first = state_row(workspace.pack, s, 0);
  const std::size_t arc_width = model.arc_dependent.width(), score_width = model.arc_bilinear.width();
  // By columns, so that one product gives the scores of all arcs; the row behind the last input is the bias.
  const std::size_t width = padded(nodes);
  float* columns = room(workspace.head_columns, score_width * width);
  model.kernels->transpose(workspace.head_scores.data() + (first - 1) * score_width, score_width, nodes, score_width,
                           columns, width);
  float* arcs = room(workspace.arcs, words * width);
  model.kernels->product({.a = workspace.dependents.data() + first * arc_width,
                          .a_stride = arc_width,
                          .b = columns,
                          .b_stride = width,
                          .b_panel = kPanel,
                          .bias = columns + model.arc * width,
                          .c = arcs,
                          .c_stride = width,
                          .rows = words,
                          .inner = model.arc,
                          .panels = width / kPanel});
  workspace.tree_decoder.decode(arcs, width, words, workspace.tree.data() + sentence.first_word);
}

// The best relation but `root`.
std::uint16_t best_relation(const Model& model, const float* scores) {
  std::size_t best = model.root_relation == 0 ? 1 : 0;
  for (std::size_t r = best + 1; r < model.relations.size(); ++r)
    if (r != model.root_relation && scores[r] > scores[best]) best = r;
  return static_cast<std::uint16_t>(best);
}

// The relation of each word once the trees are known; `root` is for the root and only for it.
void find_relations(const Model& model, Workspace& workspace) {
  Pack& pack = workspace.pack;
  const std::size_t size = model.relation_size, stride = model.relation_stride();
  const std::size_t width = model.relation_dependent.width(), product_width = model.relation_bilinear.width();
  // [a; 1] and [b; 1] with zeros up to the stride.
  float* chosen = room(workspace.chosen_heads, kRowBlock * stride + stride);
  float* dependent = chosen + kRowBlock * stride;
  float* products = room(workspace.relation_products, kRowBlock * product_width);
  float* scores = room(workspace.relation_scores, model.relations.size());
  std::fill_n(dependent, stride, 0.0F);
  dependent[size] = 1;
  for_row_blocks(workspace, [&](std::size_t row, std::size_t count) {
    std::fill_n(chosen, count * stride, 0.0F);
    for_words(workspace, row, count, [&](std::size_t word, std::size_t i) {
      WordLabels& label = pack.labels[word];
      label.head = workspace.tree[word];
      // The head's row is as far from the word's as the words are from each other.
      const auto head_row = row + i + static_cast<std::size_t>(label.head) - workspace.word_numbers[word];
      if (label.head >= 0) std::copy_n(workspace.relation_heads.data() + head_row * width, size, chosen + i * stride);
      chosen[i * stride + size] = 1;
    });
    workspace.bytes.fill(*model.kernels, chosen, stride, count, stride);
    model.relation_bilinear.apply(*model.kernels, workspace.bytes, products, product_width);
    for_words(workspace, row, count, [&](std::size_t word, std::size_t i) {
      WordLabels& label = pack.labels[word];
      label.relation = static_cast<std::uint16_t>(model.root_relation);
      if (label.head < 0) return;
      std::copy_n(workspace.relation_dependents.data() + (row + i) * width, size, dependent);
      model.kernels->dots(dependent, products + i * product_width, stride, model.relations.size(), stride, scores);
      label.relation = best_relation(model, scores);
    });
  });
}

void find_trees(const Model& model, Workspace& workspace) {
  workspace.tree.resize(workspace.pack.word_piece.size());
  project_for_trees(model, workspace);
  for (std::size_t s = 0; s < workspace.pack.sentences.size(); ++s)
    if (workspace.pack.sentences[s].words > 0) find_tree(model, workspace, s);
  find_relations(model, workspace);
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
  number_rows(workspace);
  encode(model, workspace);
  tag(model, workspace);
  find_trees(model, workspace);
  find_names(model, workspace);
  find_attributions(model, workspace);
  find_factuality(model, workspace);
  find_events(model, workspace);
}

}  // namespace wireroom
