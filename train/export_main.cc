// Writes the averaged weights of a checkpoint as a weight file (docs/model.md).
#include <CLI/CLI.hpp>
#include <cstdio>
#include <span>

#include "checkpoint.h"
#include "corpus.h"
#include "files.h"
#include "model/weight_file_writer.h"

namespace wireroom::train {
namespace {

void add(WeightFileWriter& file, const std::string& name, torch::Tensor tensor, bool quantised) {
  tensor = tensor.detach().to(torch::kFloat32).contiguous();
  if (tensor.dim() == 1) tensor = tensor.unsqueeze(0);
  const auto rows = static_cast<std::size_t>(tensor.size(0)), columns = static_cast<std::size_t>(tensor.size(1));
  const std::span<const float> values(tensor.data_ptr<float>(), rows * columns);
  if (quantised)
    file.add_i8(name, rows, columns, values);
  else
    file.add_f32(name, rows, columns, values);
}

// Rows that are looked up, not multiplied.
void add_lookup(WeightFileWriter& file, const std::string& name, torch::Tensor tensor) {
  tensor = tensor.detach().to(torch::kFloat32).contiguous();
  const auto rows = static_cast<std::size_t>(tensor.size(0)), columns = static_cast<std::size_t>(tensor.size(1));
  file.add_i8_lookup(name, rows, columns, {tensor.data_ptr<float>(), rows * columns});
}

void add(WeightFileWriter& file, const std::string& name, const torch::nn::Linear& linear) {
  add(file, name + ".weight", linear->weight, true);
  add(file, name + ".bias", linear->bias, false);
}

void add(WeightFileWriter& file, const std::string& name, const torch::nn::LayerNorm& norm) {
  add(file, name + ".weight", norm->weight, false);
  add(file, name + ".bias", norm->bias, false);
}

void add_labels(WeightFileWriter& file, const std::string& name, const LabelSet& labels) {
  std::vector<std::string> values = {name};
  values.insert(values.end(), labels.names().begin(), labels.names().end());
  file.add_line("labels", values);
}

// Pieces of scripts that English news do not print, and placeholders, are left out: they only take room.
bool is_needed(const std::string& piece) {
  if (piece.starts_with("[unused")) return false;
  for (std::size_t at = 0; at < piece.size();) {
    const auto byte = static_cast<unsigned char>(piece[at]);
    const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    unsigned code_point = size == 1 ? byte : size == 2 ? byte & 0x1Fu : size == 3 ? byte & 0xFu : byte & 0x7u;
    for (std::size_t i = 1; i < size && at + i < piece.size(); ++i)
      code_point = code_point << 6 | (static_cast<unsigned char>(piece[at + i]) & 0x3Fu);
    at += size;
    const bool alphabet = code_point < 0x530 || (code_point >= 0x1E00 && code_point < 0x2000);  // up to Cyrillic
    const bool symbol = code_point >= 0x2000 && code_point < 0x2C00;
    if (!alphabet && !symbol) return false;
  }
  return true;
}

struct Vocabulary {
  std::string text;                // pieces joined by line ends
  std::vector<std::int64_t> rows;  // of the network's embeddings
};

Vocabulary needed(const std::string& all) {
  Vocabulary out;
  std::istringstream in(all);
  std::int64_t row = 0;
  for (std::string piece; std::getline(in, piece); ++row) {
    if (!is_needed(piece)) continue;
    out.text += (out.rows.empty() ? "" : "\n") + piece;
    out.rows.push_back(row);
  }
  return out;
}

void take_event_head(const std::string& path, NetworkImpl& network) {
  EventHead head(network.sizes, event_types().size());
  torch::load(head, path);
  torch::NoGradGuard guard;
  network.mix[kEvents].copy_(head->mix);
  network.event_hidden = head->hidden;
  network.event_output = head->output;
}

void write_network(WeightFileWriter& file, NetworkImpl& n, const Labels& labels, const Vocabulary& vocabulary) {
  const auto cell = [](const char* key, std::int64_t value) { return std::string(key) + "=" + std::to_string(value); };
  file.add_line("model", {"base"});
  file.add_line("encoder",
                {cell("layers", n.sizes.layers), cell("hidden", n.sizes.hidden), cell("heads", n.sizes.heads),
                 cell("inner", n.sizes.inner), cell("positions", n.sizes.positions),
                 cell("pieces", static_cast<std::int64_t>(vocabulary.rows.size()))});
  file.add_line("sizes", {cell("arc", n.sizes.arc), cell("relation", n.sizes.relation), cell("shapes", 16),
                          cell("role", n.sizes.role), cell("cue", n.sizes.cue), cell("factuality", n.sizes.factuality),
                          cell("event", n.sizes.event)});
  file.add_line("groups", {"tags", "tree", "names", "statements", "factuality", "events"});
  file.add_line("spelling", {cell("form", n.sizes.form), cell("hidden", n.sizes.lemma),
                             cell("buckets", static_cast<std::int64_t>(kFormBuckets))});
  add_labels(file, "upos", labels.upos);
  add_labels(file, "xpos", labels.xpos);
  add_labels(file, "feats", labels.feats);
  add_labels(file, "lemma", labels.lemma);
  add_labels(file, "relation", labels.relation);
  add_labels(file, "names.uner", labels.names[kUner]);
  add_labels(file, "names.wiki", labels.names[kWiki]);
  add_labels(file, "roles", labels.roles);
  add_labels(file, "events", event_types());
  file.add_text("vocabulary", vocabulary.text);
  add_lookup(file, "embedding.word", n.word->weight.index_select(0, torch::tensor(vocabulary.rows)));
  add_lookup(file, "embedding.position", n.position->weight);
  add(file, "embedding.shape", n.shape->weight, false);
  add(file, "embedding.norm", n.norm);
  for (std::int64_t i = 0; i < n.sizes.layers; ++i) {
    const auto& layer = *n.layers[static_cast<std::size_t>(i)]->as<EncoderLayer>();
    const std::string base = "layer." + std::to_string(i) + ".";
    add(file, base + "query", layer.query);
    add(file, base + "key", layer.key);
    add(file, base + "value", layer.value);
    add(file, base + "output", layer.output);
    add(file, base + "inner", layer.inner);
    add(file, base + "outer", layer.outer);
    add(file, base + "attention_norm", layer.attention_norm);
    add(file, base + "output_norm", layer.output_norm);
  }
  add(file, "mix", torch::softmax(n.mix, 1), false);
  add(file, "name_shape", n.name_shape->weight, false);
  add(file, "head.upos", n.upos);
  add(file, "head.xpos", n.xpos);
  add(file, "head.feats", n.feats);
  add(file, "head.lemma", n.lemma);
  add(file, "head.names.uner", n.uner);
  add(file, "head.names.wiki", n.wiki);
  add_lookup(file, "lemma.table", n.form_table->weight);
  add(file, "lemma.hidden", n.lemma_hidden);
  add(file, "lemma.form", n.lemma_form);
  add(file, "lemma.output", n.lemma_output);
  add(file, "word_state", n.word_state->weight, false);
  add(file, "role.hidden", n.role_hidden);
  add(file, "role.output", n.role_output);
  add(file, "cue.dependent", n.cue_dependent);
  add(file, "cue.head", n.cue_head);
  add(file, "factuality.hidden", n.fact_hidden);
  add(file, "factuality.output.weight", n.fact_output->weight.slice(0, kUw, kUw + 1), true);
  add(file, "factuality.output.bias", n.fact_output->bias.slice(0, kUw, kUw + 1), false);
  add(file, "event.hidden", n.event_hidden);
  add(file, "event.output", n.event_output);
  add(file, "arc.dependent", n.arc_dependent);
  add(file, "arc.head", n.arc_head);
  add(file, "arc.bilinear", n.arc_bilinear, false);
  add(file, "arc.bias", n.arc_bias, false);
  add(file, "relation.dependent", n.relation_dependent);
  add(file, "relation.head", n.relation_head);
  add(file, "relation.bilinear", n.relation_bilinear.reshape({-1, n.relation_bilinear.size(2)}), true);
}

}  // namespace
}  // namespace wireroom::train

int main(int argc, char** argv) {
  using namespace wireroom::train;
  std::string data, derived, encoder, checkpoint, event_head, out, folding = "train/name_folding.tsv";
  CLI::App app("Writes the averaged weights of a checkpoint as a weight file.");
  app.add_option("--data", data, "folder with treebanks/ and ner/, as in the training (for the labels)")->required();
  app.add_option("--derived", derived, "folder that train/prepare.py made")->required();
  app.add_option("--encoder", encoder, "folder with vocab.txt")->required();
  app.add_option("--checkpoint", checkpoint, "checkpoint.pt of the training")->required();
  app.add_option("--events", event_head, "head of events made by train_events; else the checkpoint's own");
  app.add_option("--folding", folding, "train/name_folding.tsv");
  app.add_option("--out", out, "the weight file")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    const auto labels = count_labels(read_corpus(data, derived, folding).train);
    Sizes sizes;
    Network network(sizes, labels);
    Average average(network, 0);
    const auto step = load(checkpoint, network, average, nullptr);
    average.swap(network);
    std::string vocabulary = read_file(encoder + "/vocab.txt");
    while (!vocabulary.empty() && vocabulary.back() == '\n') vocabulary.pop_back();
    if (!event_head.empty()) take_event_head(event_head, *network);
    wireroom::WeightFileWriter file;
    write_network(file, *network, labels, needed(vocabulary));
    if (const auto written = file.write(out); !written) throw std::runtime_error(written.error().message);
    std::printf("%s: averaged weights of step %lld\n", out.c_str(), static_cast<long long>(step));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "export_base: %s\n", error.what());
    return 1;
  }
  return 0;
}
