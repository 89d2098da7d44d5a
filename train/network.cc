#include "network.h"

#include <cmath>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace wireroom::train {
namespace F = torch::nn::functional;
namespace {

constexpr double kNever = -1e9;
constexpr double kSmoothing = 0.03;  // of the labels' targets
constexpr double kEventsWeight = 1.0, kTriggerWeight = 2.0;
constexpr double kNameWeight[kSchemes] = {1.0, 1.0, 0.5};  // of the losses of the schemes of names

// The backward pass of oneDNN's GELU in libtorch 1.13 is wrong when the incoming gradient is not contiguous; this makes
// it so. train_test compares gradients with finite differences in 64 bits.
struct ContiguousGradient : torch::autograd::Function<ContiguousGradient> {
  static torch::Tensor forward(torch::autograd::AutogradContext*, const torch::Tensor& x) { return x.view_as(x); }
  static torch::autograd::tensor_list backward(torch::autograd::AutogradContext*,
                                               torch::autograd::tensor_list gradients) {
    return {gradients[0].contiguous()};
  }
};

torch::Tensor activation(const torch::Tensor& x) { return ContiguousGradient::apply(torch::gelu(x)); }

torch::Tensor leaky(const torch::Tensor& x) { return torch::leaky_relu(x, 0.1); }

torch::Tensor dropped(const torch::Tensor& x, double p, bool training) { return torch::dropout(x, p, training); }

torch::Tensor with_one(const torch::Tensor& x) { return torch::cat({x, torch::ones({x.size(0), x.size(1), 1})}, 2); }

torch::Tensor cross_entropy(const torch::Tensor& scores, const torch::Tensor& gold, double smoothing = 0) {
  const auto mask = gold.ne(-100);
  if (!mask.any().item<bool>()) return torch::zeros({});
  return torch::cross_entropy_loss(scores.index({mask}), gold.index({mask}), {}, torch::Reduction::Mean, -100,
                                   smoothing);
}

// A word that names an event counts twice; less where the batch holds few words of the set.
torch::Tensor event_loss(const torch::Tensor& scores, const torch::Tensor& gold) {
  const auto mask = gold.ne(-100);
  auto weights = torch::full({scores.size(2)}, kTriggerWeight);
  weights[0] = 1.0;
  return torch::cross_entropy_loss(scores.index({mask}), gold.index({mask}), weights) *
         std::min(1.0, mask.sum().item<double>() / 200.0);
}

// Mean of the Huber loss, less where there are few values.
torch::Tensor regression(const torch::Tensor& values, const torch::Tensor& gold) {
  const auto mask = gold.isnan().logical_not();
  const double count = mask.sum().item<double>();
  if (count == 0) return torch::zeros({});
  return torch::huber_loss(values.index({mask}), gold.index({mask}), torch::Reduction::Mean, 1.0) *
         std::min(1.0, count / 40.0);
}

}  // namespace

EncoderLayerImpl::EncoderLayerImpl(const Sizes& s) : heads(s.heads), dropout(s.dropout) {
  query = register_module("query", torch::nn::Linear(s.hidden, s.hidden));
  key = register_module("key", torch::nn::Linear(s.hidden, s.hidden));
  value = register_module("value", torch::nn::Linear(s.hidden, s.hidden));
  output = register_module("output", torch::nn::Linear(s.hidden, s.hidden));
  inner = register_module("inner", torch::nn::Linear(s.hidden, s.inner));
  outer = register_module("outer", torch::nn::Linear(s.inner, s.hidden));
  const auto options = torch::nn::LayerNormOptions({s.hidden}).eps(1e-12);
  attention_norm = register_module("attention_norm", torch::nn::LayerNorm(options));
  output_norm = register_module("output_norm", torch::nn::LayerNorm(options));
}

torch::Tensor EncoderLayerImpl::forward(const torch::Tensor& x, const torch::Tensor& bias) {
  const auto s = x.size(0), p = x.size(1), h = x.size(2), each = h / heads;
  const auto split = [&](const torch::Tensor& t) { return t.view({s, p, heads, each}).transpose(1, 2); };
  auto weights = torch::matmul(split(query(x)), split(key(x)).transpose(2, 3)) / std::sqrt(static_cast<double>(each));
  weights = dropped(torch::softmax(weights + bias, -1), dropout, is_training());
  const auto mixed = torch::matmul(weights, split(value(x))).transpose(1, 2).reshape({s, p, h});
  const auto y = attention_norm(x + dropped(output(mixed), dropout, is_training()));
  return output_norm(y + dropped(outer(activation(inner(y))), dropout, is_training()));
}

NetworkImpl::NetworkImpl(const Sizes& s, const Labels& labels) : sizes(s) {
  word = register_module("word", torch::nn::Embedding(s.pieces, s.hidden));
  position = register_module("position", torch::nn::Embedding(s.positions, s.hidden));
  shape = register_module("shape", torch::nn::Embedding(16, s.hidden));
  name_shape = register_module("name_shape", torch::nn::Embedding(16, s.hidden));
  norm = register_module("norm", torch::nn::LayerNorm(torch::nn::LayerNormOptions({s.hidden}).eps(1e-12)));
  layers = register_module("layers", torch::nn::ModuleList());
  for (std::int64_t i = 0; i < s.layers; ++i) layers->push_back(EncoderLayer(s));
  auto initial = torch::zeros({kGroups, s.layers + 1});
  initial.slice(1, s.layers, s.layers + 1).fill_(2.0);  // begins mostly with the top layer
  mix = register_parameter("mix", initial);
  upos = register_module("upos", torch::nn::Linear(s.hidden, labels.upos.size()));
  xpos = register_module("xpos", torch::nn::Linear(s.hidden, labels.xpos.size()));
  feats = register_module("feats", torch::nn::Linear(s.hidden, labels.feats.size()));
  lemma = register_module("lemma", torch::nn::Linear(s.hidden, labels.lemma.size()));
  uner = register_module("uner", torch::nn::Linear(s.hidden, labels.names[kUner].size()));
  wiki = register_module("wiki", torch::nn::Linear(s.hidden, labels.names[kWiki].size()));
  arc_dependent = register_module("arc_dependent", torch::nn::Linear(s.hidden, s.arc));
  arc_head = register_module("arc_head", torch::nn::Linear(s.hidden, s.arc));
  relation_dependent = register_module("relation_dependent", torch::nn::Linear(s.hidden, s.relation));
  relation_head = register_module("relation_head", torch::nn::Linear(s.hidden, s.relation));
  arc_bilinear = register_parameter("arc_bilinear", torch::randn({s.arc, s.arc}) * (1.0 / static_cast<double>(s.arc)));
  arc_bias = register_parameter("arc_bias", torch::zeros({1, s.arc}));
  const std::int64_t relations = labels.relation.size();
  relation_bilinear =
      register_parameter("relation_bilinear", torch::randn({relations, s.relation + 1, s.relation + 1}) *
                                                  (1.0 / static_cast<double>(s.relation)));
  form_table = register_module(
      "form_table", torch::nn::Embedding(
                        torch::nn::EmbeddingOptions(static_cast<std::int64_t>(kFormBuckets), s.form).padding_idx(0)));
  lemma_hidden = register_module("lemma_hidden", torch::nn::Linear(s.hidden, s.lemma));
  lemma_form = register_module("lemma_form", torch::nn::Linear(s.form, s.lemma));
  lemma_output = register_module("lemma_output", torch::nn::Linear(s.lemma, labels.lemma.size()));
  gum = register_module("gum", torch::nn::Linear(s.hidden, labels.names[kGum].size()));
  word_state = register_module("word_state", torch::nn::Embedding(4, s.hidden));
  role_hidden = register_module("role_hidden", torch::nn::Linear(s.hidden, s.role));
  role_output = register_module("role_output", torch::nn::Linear(s.role, labels.roles.size()));
  cue_dependent = register_module("cue_dependent", torch::nn::Linear(s.hidden, s.cue));
  cue_head = register_module("cue_head", torch::nn::Linear(s.hidden, s.cue));
  fact_hidden = register_module("fact_hidden", torch::nn::Linear(s.hidden, s.factuality));
  fact_output = register_module("fact_output", torch::nn::Linear(s.factuality, kFactSets));
  event_hidden = register_module("event_hidden", torch::nn::Linear(s.hidden, s.event));
  event_output = register_module("event_output", torch::nn::Linear(s.event, event_types().size()));
  torch::NoGradGuard guard;
  form_table->weight.mul_(0.3);
  word_state->weight.zero_();
  shape->weight.zero_();
  name_shape->weight.zero_();
}

int NetworkImpl::depth(const std::string& name) const {
  if (name.starts_with("layers.")) return 1 + std::stoi(name.substr(7));
  if (name.starts_with("word.") || name.starts_with("position.") || name.starts_with("norm.")) return 0;
  return -1;
}

Scores NetworkImpl::forward(const Batch& b) {
  const auto places = torch::arange(b.pieces.size(1), torch::kInt64);
  auto x = norm(word(b.pieces) + position(places).unsqueeze(0) + shape(b.shapes));
  x = dropped(x, sizes.dropout, is_training());
  const auto bias = torch::where(b.piece_mask, torch::zeros({}), torch::full({}, kNever)).unsqueeze(1).unsqueeze(1);
  const auto index = b.first.unsqueeze(2).expand({-1, -1, sizes.hidden});
  const auto weights = torch::softmax(mix, 1);
  torch::Tensor states[kGroups];
  const auto add = [&](std::int64_t layer) {
    const auto words = x.gather(1, index);
    for (int g = 0; g < kGroups; ++g) {
      const auto part = words * weights[g][layer];
      states[g] = layer == 0 ? part : states[g] + part;
    }
  };
  add(0);
  for (std::int64_t i = 0; i < sizes.layers; ++i) {
    x = layers[static_cast<std::size_t>(i)]->as<EncoderLayer>()->forward(x, bias);
    add(i + 1);
  }
  const auto tags = dropped(states[kTags], sizes.head_dropout, is_training());
  const auto tree = dropped(states[kTree], sizes.head_dropout, is_training());
  const auto named = dropped(states[kNames] + name_shape(b.word_shapes), sizes.head_dropout, is_training());
  Scores out;
  out.upos = upos(tags);
  out.xpos = xpos(tags);
  out.feats = feats(tags);
  const auto spelling = dropped(form_table(b.forms).sum(2), sizes.dropout, is_training());
  const auto lemmas = dropped(leaky(lemma_hidden(tags) + lemma_form(spelling)), sizes.dropout, is_training());
  out.lemma = lemma(tags) + lemma_output(lemmas);
  out.names[kUner] = uner(named);
  out.names[kWiki] = wiki(named);
  out.names[kGum] = gum(named);
  const auto d = dropped(leaky(arc_dependent(tree)), sizes.head_dropout, is_training());
  const auto e = dropped(leaky(arc_head(tree)), sizes.head_dropout, is_training());
  const auto projected = torch::matmul(e, arc_bilinear.t());  // [S,W,arc]: U e_j
  auto arcs = torch::matmul(d, projected.transpose(1, 2)) + torch::matmul(e, arc_bias.t()).transpose(1, 2);
  const auto w = b.first.size(1);
  const auto self = torch::eye(w, torch::kBool).unsqueeze(0);
  out.arcs = arcs.masked_fill(self | b.word_mask.logical_not().unsqueeze(1), kNever);
  if (b.roles.ne(-100).any().item<bool>()) {
    const auto told = dropped(states[kStatements] + word_state(b.word_states), sizes.head_dropout, is_training());
    out.roles = role_output(dropped(leaky(role_hidden(told)), sizes.head_dropout, is_training()));
    const auto from = dropped(cue_dependent(told), sizes.dropout, is_training());
    const auto to = dropped(leaky(cue_head(told)), sizes.dropout, is_training());
    out.cues = torch::matmul(from, to.transpose(1, 2)).masked_fill(b.word_mask.logical_not().unsqueeze(1), kNever);
  }
  const auto happened = dropped(states[kFactuality], sizes.head_dropout, is_training());
  const auto facts = fact_output(dropped(leaky(fact_hidden(happened)), sizes.dropout, is_training()));
  for (int set = 0; set < kFactSets; ++set) out.facts[set] = facts.select(2, set);
  if (b.events.ne(-100).any().item<bool>()) {
    const auto named_events = dropped(states[kEvents], sizes.head_dropout, is_training());
    out.events = event_output(dropped(leaky(event_hidden(named_events)), sizes.head_dropout, is_training()));
  }
  out.dependent = dropped(leaky(relation_dependent(tree)), sizes.head_dropout, is_training());
  out.head = dropped(leaky(relation_head(tree)), sizes.head_dropout, is_training());
  return out;
}

torch::Tensor NetworkImpl::word_layers(const Batch& b) {
  const auto places = torch::arange(b.pieces.size(1), torch::kInt64);
  auto x = norm(word(b.pieces) + position(places).unsqueeze(0) + shape(b.shapes));
  const auto bias = torch::where(b.piece_mask, torch::zeros({}), torch::full({}, kNever)).unsqueeze(1).unsqueeze(1);
  const auto index = b.first.unsqueeze(2).expand({-1, -1, sizes.hidden});
  std::vector<torch::Tensor> states = {x.gather(1, index)};
  for (std::int64_t i = 0; i < sizes.layers; ++i) {
    x = layers[static_cast<std::size_t>(i)]->as<EncoderLayer>()->forward(x, bias);
    states.push_back(x.gather(1, index));
  }
  return torch::stack(states, 2);
}

EventHeadImpl::EventHeadImpl(const Sizes& s, std::int64_t types) : dropout(s.head_dropout) {
  auto initial = torch::zeros({s.layers + 1});
  initial.slice(0, s.layers, s.layers + 1).fill_(1.0);
  mix = register_parameter("mix", initial);
  hidden = register_module("hidden", torch::nn::Linear(s.hidden, s.event));
  output = register_module("output", torch::nn::Linear(s.event, types));
}

torch::Tensor EventHeadImpl::forward(const torch::Tensor& layers) {
  const auto state = dropped(torch::einsum("nlh,l->nh", {layers, torch::softmax(mix, 0)}), dropout, is_training());
  return output(dropped(leaky(hidden(state)), dropout, is_training()));
}

torch::Tensor NetworkImpl::relations(const Scores& scores, const torch::Tensor& heads) {
  const auto s = heads.size(0), w = heads.size(1);
  const auto index = heads.clamp_min(0).unsqueeze(2).expand({-1, -1, sizes.relation});
  const auto a = with_one(scores.dependent).reshape({s * w, -1});
  const auto b = with_one(scores.head.gather(1, index)).reshape({s * w, -1});
  const auto r = relation_bilinear.size(0), n = relation_bilinear.size(1);
  // [SW, n] x [n, r*n] -> [SW, r, n], then with b
  const auto left = torch::matmul(a, relation_bilinear.permute({1, 0, 2}).reshape({n, r * n})).view({s * w, r, n});
  return torch::bmm(left, b.unsqueeze(2)).view({s, w, r});
}

torch::Tensor NetworkImpl::loss(const Batch& b) {
  const auto scores = forward(b);
  auto total = 0.5 * (cross_entropy(scores.upos, b.upos, kSmoothing) + cross_entropy(scores.xpos, b.xpos, kSmoothing) +
                      cross_entropy(scores.feats, b.feats, kSmoothing) + cross_entropy(scores.lemma, b.lemma));
  total = total + cross_entropy(scores.arcs, b.head);
  if (b.head.ne(-100).any().item<bool>())
    total = total + cross_entropy(relations(scores, b.head), b.relation, kSmoothing);
  for (int scheme = 0; scheme < kSchemes; ++scheme)
    total = total + kNameWeight[scheme] * cross_entropy(scores.names[scheme], b.names[scheme]);
  if (scores.roles.defined())
    total = total + 0.7 * cross_entropy(scores.roles, b.roles) + 0.3 * cross_entropy(scores.cues, b.cues);
  for (int set = 0; set < kFactSets; ++set) total = total + 0.3 * regression(scores.facts[set], b.facts[set]);
  if (scores.events.defined()) total = total + kEventsWeight * event_loss(scores.events, b.events);
  return total;
}

void load_pretrained(NetworkImpl& network, const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be opened");
  std::uint64_t size = 0;
  in.read(reinterpret_cast<char*>(&size), 8);
  std::string head(size, '\0');
  in.read(head.data(), static_cast<std::streamsize>(size));
  const auto index = nlohmann::json::parse(head);
  torch::NoGradGuard guard;
  const auto read = [&](const std::string& name) {
    if (!index.contains(name)) throw std::runtime_error(path + ": no tensor " + name);
    const auto& entry = index[name];
    auto tensor = torch::empty(entry["shape"].get<std::vector<std::int64_t>>());
    in.seekg(static_cast<std::streamoff>(8 + size + entry["data_offsets"][0].get<std::uint64_t>()));
    in.read(static_cast<char*>(tensor.data_ptr()), static_cast<std::streamsize>(tensor.nbytes()));
    if (!in) throw std::runtime_error(path + ": ends within " + name);
    return tensor;
  };
  const auto fill = [&](torch::Tensor& to, const std::string& name) {
    const auto from = read(name);
    if (from.sizes() != to.sizes()) throw std::runtime_error(path + ": another shape of " + name);
    to.copy_(from);
  };
  fill(network.word->weight, "embeddings.word_embeddings.weight");
  fill(network.position->weight, "embeddings.position_embeddings.weight");
  network.position->weight += read("embeddings.token_type_embeddings.weight")[0];
  fill(network.norm->weight, "embeddings.LayerNorm.weight");
  fill(network.norm->bias, "embeddings.LayerNorm.bias");
  for (std::int64_t i = 0; i < network.sizes.layers; ++i) {
    const std::string base = "encoder.layer." + std::to_string(i) + ".";
    auto* layer = network.layers[static_cast<std::size_t>(i)]->as<EncoderLayer>();
    const auto linear = [&](torch::nn::Linear& to, const std::string& name) {
      fill(to->weight, base + name + ".weight");
      fill(to->bias, base + name + ".bias");
    };
    linear(layer->query, "attention.self.query");
    linear(layer->key, "attention.self.key");
    linear(layer->value, "attention.self.value");
    linear(layer->output, "attention.output.dense");
    linear(layer->inner, "intermediate.dense");
    linear(layer->outer, "output.dense");
    fill(layer->attention_norm->weight, base + "attention.output.LayerNorm.weight");
    fill(layer->attention_norm->bias, base + "attention.output.LayerNorm.bias");
    fill(layer->output_norm->weight, base + "output.LayerNorm.weight");
    fill(layer->output_norm->bias, base + "output.LayerNorm.bias");
  }
}

}  // namespace wireroom::train
