#include "model/encoder.h"

#include <algorithm>
#include <cmath>

namespace wireroom {
namespace {

// Rows that go through a layer's products together: their inner states stay in the second and third cache.
constexpr std::size_t kBlock = 48;
// Rows that the normalisation takes at once; what follows finds them in the first cache.
constexpr std::size_t kTogether = 4;

// y = LayerNorm(x + change) for `rows` rows; change may be null, y may be x.
void add_and_normalise(const Kernels& kernels, const Model::Norm& norm, const float* x, const float* change,
                       std::size_t rows, float* y) {
  kernels.layer_norm(x, change, rows, norm.weight.data(), norm.bias.data(), norm.weight.size(), y);
}

// The states after layer `layer` (0: the embeddings), by pieces; after the last one by rows of states.
float* layer_states(const Model& model, Workspace& workspace, std::size_t layer) {
  return workspace.layer_states.data() + layer * workspace.pack.pieces.size() * model.hidden;
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
    }
  }
  add_and_normalise(*model.kernels, model.embedding_norm, x, nullptr, pack.pieces.size(), x);
}

// Calls use(row of states, piece) for [CLS] and the first pieces of all words: what the heads read.
template <typename Use>
void for_states(const Pack& pack, Use use) {
  for (std::size_t s = 0; s < pack.sentences.size(); ++s) {
    const Pack::Sentence& sentence = pack.sentences[s];
    use(state_row(pack, s, 0) - 1, sentence.first_piece);
    for (std::size_t i = 0; i < sentence.words; ++i)
      use(state_row(pack, s, i), pack.word_piece[sentence.first_word + i]);
  }
}

// All groups of a row while its layers are in the cache.
void mix(const Model& model, Workspace& workspace) {
  const std::size_t size = state_rows(workspace.pack) * model.hidden, layers = model.layers.size();
  for (std::size_t group = 0; group < kGroups; ++group) {
    float* states = room(workspace.states[group], size);
    if (model.mix[group].empty()) std::fill_n(states, size, 0.0F);
  }
  std::vector<const float*>& sources = workspace.mixed;
  sources.resize(layers + 1);
  for_states(workspace.pack, [&](std::size_t row, std::size_t piece) {
    for (std::size_t layer = 0; layer <= layers; ++layer)
      sources[layer] = layer_states(model, workspace, layer) + (layer < layers ? piece : row) * model.hidden;
    for (std::size_t group = 0; group < kGroups; ++group) {
      const auto& shares = model.mix[group];
      float* states = workspace.states[group].data() + row * model.hidden;
      if (!shares.empty()) model.kernels->mix(sources.data(), shares.data(), shares.size(), states, model.hidden);
    }
  });
}

// Rows of queries of one sentence and head, a stride apart.
struct Queries {
  const float* first = nullptr;
  std::size_t stride = 0, count = 0;
};

// One head of one sentence: context = softmax(q k^T / sqrt(size)) v.
void attend_head(const Model& model, Workspace& workspace, const Pack::Sentence& sentence, std::size_t head,
                 const Queries& queries, float* context) {
  const std::size_t hidden = model.hidden, size = hidden / model.heads, stride = 3 * hidden;
  const std::size_t pieces = sentence.pieces, width = padded(pieces);
  const float* key = workspace.query_key_value.data() + sentence.first_piece * stride + hidden + head * size;
  float* keys = room(workspace.keys, size * width);
  model.kernels->transpose(key, stride, pieces, size, keys, width);

  float* attention = room(workspace.attention, queries.count * width);
  model.kernels->product({.a = queries.first,
                          .a_stride = queries.stride,
                          .b = keys,
                          .b_stride = width,
                          .b_panel = kPanel,
                          .bias = nullptr,
                          .c = attention,
                          .c_stride = width,
                          .rows = queries.count,
                          .inner = size,
                          .panels = width / kPanel});
  const float scale = 1.0F / std::sqrt(static_cast<float>(size));
  model.kernels->softmax(attention, queries.count, width, pieces, scale);
  model.kernels->product({.a = attention,
                          .a_stride = width,
                          .b = key + hidden,
                          .b_stride = stride,
                          .b_panel = kPanel,
                          .bias = nullptr,
                          .c = context + head * size,
                          .c_stride = hidden,
                          .rows = queries.count,
                          .inner = pieces,
                          .panels = size / kPanel});
}

// y = x W^T + b for `rows` rows.
void apply(const Model& model, Workspace& workspace, const Matrix& matrix, const float* x, std::size_t rows, float* y) {
  workspace.bytes.fill(*model.kernels, x, matrix.inputs(), rows, matrix.inputs());
  matrix.apply(*model.kernels, workspace.bytes, y, matrix.width());
}

template <typename Use>
void for_blocks(std::size_t rows, Use use) {
  for (std::size_t row = 0; row < rows; row += kBlock) use(row, std::min(kBlock, rows - row));
}

void find_queries_keys_values(const Model& model, Workspace& workspace, const Model::Layer& layer, const float* x) {
  const std::size_t hidden = model.hidden;
  for_blocks(workspace.pack.pieces.size(), [&](std::size_t row, std::size_t count) {
    apply(model, workspace, layer.query_key_value, x + row * hidden, count,
          workspace.query_key_value.data() + row * 3 * hidden);
  });
}

// All of a layer behind its attention, for rows whose states are x and whose contexts stand in the workspace. y may be
// x.
void feed_forward(const Model& model, Workspace& workspace, const Model::Layer& layer, const float* x, std::size_t rows,
                  float* y) {
  const std::size_t hidden = model.hidden;
  for_blocks(rows, [&](std::size_t row, std::size_t count) {
    float* block = y + row * hidden;
    float* joined = workspace.joined.data();
    float* inner = workspace.inner.data();
    apply(model, workspace, layer.output, workspace.context.data() + row * hidden, count, joined);
    ByteRows& bytes = workspace.bytes;
    bytes.begin(count, hidden);
    for (std::size_t at = 0; at < count; at += kTogether) {
      const std::size_t some = std::min(kTogether, count - at);
      add_and_normalise(*model.kernels, layer.attention_norm, x + (row + at) * hidden, joined + at * hidden, some,
                        block + at * hidden);
      for (std::size_t i = at; i < at + some; ++i) bytes.set(*model.kernels, i, block + i * hidden);
    }
    layer.inner.apply(*model.kernels, bytes, inner, model.inner);
    bytes.begin(count, model.inner);
    for (std::size_t i = 0; i < count; ++i) {
      model.kernels->gelu(inner + i * model.inner, model.inner);
      bytes.set(*model.kernels, i, inner + i * model.inner);
    }
    layer.outer.apply(*model.kernels, bytes, joined, hidden);
    add_and_normalise(*model.kernels, layer.output_norm, block, joined, count, block);
  });
}

// The layer whose results have this number.
void run_layer(const Model& model, Workspace& workspace, std::size_t number) {
  const Model::Layer& layer = model.layers[number - 1];
  const std::size_t hidden = model.hidden, stride = 3 * hidden;
  const float* x = layer_states(model, workspace, number - 1);
  find_queries_keys_values(model, workspace, layer, x);
  for (const Pack::Sentence& sentence : workspace.pack.sentences)
    for (std::size_t head = 0; head < model.heads; ++head)
      attend_head(model, workspace, sentence, head,
                  {workspace.query_key_value.data() + sentence.first_piece * stride + head * hidden / model.heads,
                   stride, sentence.pieces},
                  workspace.context.data() + sentence.first_piece * hidden);
  feed_forward(model, workspace, layer, x, workspace.pack.pieces.size(), layer_states(model, workspace, number));
}

// The last layer, of the states alone: nobody asks what the other pieces become.
void run_last_layer(const Model& model, Workspace& workspace, std::size_t number) {
  const Pack& pack = workspace.pack;
  const Model::Layer& layer = model.layers[number - 1];
  const std::size_t hidden = model.hidden, size = hidden / model.heads, rows = state_rows(pack);
  const float* x = layer_states(model, workspace, number - 1);
  find_queries_keys_values(model, workspace, layer, x);
  float* queries = room(workspace.queries, rows * hidden);
  float* states = layer_states(model, workspace, number);
  for_states(pack, [&](std::size_t row, std::size_t piece) {
    std::copy_n(workspace.query_key_value.data() + piece * 3 * hidden, hidden, queries + row * hidden);
    std::copy_n(x + piece * hidden, hidden, states + row * hidden);
  });
  for (std::size_t s = 0; s < pack.sentences.size(); ++s) {
    const std::size_t first = (state_row(pack, s, 0) - 1) * hidden;
    for (std::size_t head = 0; head < model.heads; ++head)
      attend_head(model, workspace, pack.sentences[s], head,
                  {queries + first + head * size, hidden, pack.sentences[s].words + 1},
                  workspace.context.data() + first);
  }
  feed_forward(model, workspace, layer, states, rows, states);
}

}  // namespace

void encode(const Model& model, Workspace& workspace) {
  const std::size_t hidden = model.hidden, rows = workspace.pack.pieces.size(), layers = model.layers.size();
  room(workspace.query_key_value, rows * 3 * hidden);
  room(workspace.context, rows * hidden);
  room(workspace.joined, kBlock * hidden);
  room(workspace.inner, kBlock * model.inner);
  room(workspace.layer_states, (layers + 1) * rows * hidden);

  embed(model, workspace.pack, layer_states(model, workspace, 0));
  for (std::size_t layer = 1; layer < layers; ++layer) run_layer(model, workspace, layer);
  run_last_layer(model, workspace, layers);
  mix(model, workspace);
}

}  // namespace wireroom
