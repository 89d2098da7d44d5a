#include "model/encoder.h"

#include <algorithm>
#include <cmath>

namespace wireroom {
namespace {

// Rows that go through a layer's products together: their inner states stay in the second and third cache.
constexpr std::size_t kBlock = 48;

void normalise(const Kernels& kernels, const Model::Norm& norm, float* x) {
  kernels.layer_norm(x, norm.weight.data(), norm.bias.data(), norm.weight.size());
}

void embed(const Model& model, const Pack& pack, float* x) {
  const std::size_t hidden = model.hidden;
  for (const Pack::Sentence& sentence : pack.sentences) {
    for (std::size_t i = 0; i < sentence.pieces; ++i) {
      const std::size_t at = sentence.first_piece + i;
      float* row = x + at * hidden;
      const auto piece = static_cast<std::size_t>(pack.pieces[at]);
      const std::size_t position = std::min(i, model.positions - 1);  // never beyond, whoever filled the pack
      std::copy_n(model.position_embedding.data() + position * hidden, hidden, row);
      model.kernels->add(row, model.shape_embedding.data() + pack.piece_shapes[at] * hidden, hidden);
      model.kernels->add_bytes(row, model.word_embedding.bytes(piece), model.word_embedding.scale(piece), hidden);
      normalise(*model.kernels, model.embedding_norm, row);
    }
  }
}

// Adds the states after layer `layer` (0: the embeddings) to the mixes, of first pieces and [CLS] only.
void add_to_mixes(const Model& model, Workspace& workspace, std::size_t layer) {
  const Pack& pack = workspace.pack;
  const std::size_t hidden = model.hidden;
  const auto add = [&](std::size_t row, std::size_t piece) {
    for (std::size_t group = 0; group < kGroups; ++group) {
      if (model.mix[group].empty()) continue;
      model.kernels->add_scaled(workspace.states[group].data() + row * hidden, workspace.x.data() + piece * hidden,
                                model.mix[group][layer], hidden);
    }
  };
  for (std::size_t s = 0; s < pack.sentences.size(); ++s) {
    const Pack::Sentence& sentence = pack.sentences[s];
    add(state_row(pack, s, 0) - 1, sentence.first_piece);
    for (std::size_t i = 0; i < sentence.words; ++i)
      add(state_row(pack, s, i), pack.word_piece[sentence.first_word + i]);
  }
}

// One head of one sentence: context = softmax(q k^T / sqrt(size)) v.
void attend_head(const Model& model, Workspace& workspace, const Pack::Sentence& sentence, std::size_t head) {
  const std::size_t hidden = model.hidden, size = hidden / model.heads, stride = 3 * hidden;
  const std::size_t pieces = sentence.pieces, width = padded(pieces);
  const float* query = workspace.query_key_value.data() + sentence.first_piece * stride + head * size;
  const float* key = query + hidden;
  float* keys = room(workspace.keys, size * width);
  for (std::size_t j = 0; j < pieces; ++j)
    for (std::size_t k = 0; k < size; ++k) keys[k * width + j] = key[j * stride + k];
  for (std::size_t k = 0; k < size; ++k) std::fill(keys + k * width + pieces, keys + (k + 1) * width, 0.0F);

  float* attention = room(workspace.attention, pieces * width);
  model.kernels->product({.a = query,
                          .a_stride = stride,
                          .b = keys,
                          .b_stride = width,
                          .b_panel = kPanel,
                          .bias = nullptr,
                          .c = attention,
                          .c_stride = width,
                          .rows = pieces,
                          .inner = size,
                          .panels = width / kPanel});
  const float scale = 1.0F / std::sqrt(static_cast<float>(size));
  for (std::size_t i = 0; i < pieces; ++i) model.kernels->softmax(attention + i * width, pieces, scale);
  model.kernels->product({.a = attention,
                          .a_stride = width,
                          .b = query + 2 * hidden,
                          .b_stride = stride,
                          .b_panel = kPanel,
                          .bias = nullptr,
                          .c = workspace.context.data() + sentence.first_piece * hidden + head * size,
                          .c_stride = hidden,
                          .rows = pieces,
                          .inner = pieces,
                          .panels = size / kPanel});
}

// x = LayerNorm(x + change) for `rows` rows.
void add_and_normalise(const Model& model, const Model::Norm& norm, float* x, const float* change, std::size_t rows) {
  for (std::size_t row = 0; row < rows; ++row) {
    model.kernels->add(x + row * model.hidden, change + row * model.hidden, model.hidden);
    normalise(*model.kernels, norm, x + row * model.hidden);
  }
}

// y = x W^T + b for `rows` rows.
void apply(const Model& model, Workspace& workspace, const Matrix& matrix, const float* x, std::size_t rows, float* y) {
  workspace.bytes.fill(*model.kernels, x, matrix.inputs(), rows, matrix.inputs());
  matrix.apply(*model.kernels, workspace.bytes, y, matrix.width());
}

void run_layer(const Model& model, Workspace& workspace, const Model::Layer& layer) {
  const Pack& pack = workspace.pack;
  const std::size_t hidden = model.hidden, rows = pack.pieces.size();
  const auto for_blocks = [&](auto&& use) {
    for (std::size_t row = 0; row < rows; row += kBlock) use(row, std::min(kBlock, rows - row));
  };
  for_blocks([&](std::size_t row, std::size_t count) {
    apply(model, workspace, layer.query_key_value, workspace.x.data() + row * hidden, count,
          workspace.query_key_value.data() + row * 3 * hidden);
  });
  for (const Pack::Sentence& sentence : pack.sentences)
    for (std::size_t head = 0; head < model.heads; ++head) attend_head(model, workspace, sentence, head);
  for_blocks([&](std::size_t row, std::size_t count) {
    float* x = workspace.x.data() + row * hidden;
    float* joined = workspace.joined.data();
    float* inner = workspace.inner.data();
    apply(model, workspace, layer.output, workspace.context.data() + row * hidden, count, joined);
    add_and_normalise(model, layer.attention_norm, x, joined, count);
    apply(model, workspace, layer.inner, x, count, inner);
    model.kernels->gelu(inner, count * model.inner);
    apply(model, workspace, layer.outer, inner, count, joined);
    add_and_normalise(model, layer.output_norm, x, joined, count);
  });
}

}  // namespace

void encode(const Model& model, Workspace& workspace) {
  const std::size_t hidden = model.hidden, rows = workspace.pack.pieces.size();
  room(workspace.x, rows * hidden);
  room(workspace.query_key_value, rows * 3 * hidden);
  room(workspace.context, rows * hidden);
  room(workspace.joined, kBlock * hidden);
  room(workspace.inner, kBlock * model.inner);
  const std::size_t states = state_rows(workspace.pack) * hidden;
  for (Floats& group : workspace.states) std::fill_n(room(group, states), states, 0.0F);

  embed(model, workspace.pack, workspace.x.data());
  add_to_mixes(model, workspace, 0);
  for (std::size_t layer = 0; layer < model.layers.size(); ++layer) {
    run_layer(model, workspace, model.layers[layer]);
    add_to_mixes(model, workspace, layer + 1);
  }
}

}  // namespace wireroom
