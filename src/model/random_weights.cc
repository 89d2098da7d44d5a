#include "model/random_weights.h"

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "model/form_features.h"
#include "model/weight_file_writer.h"
#include "model/word_shape.h"

namespace wireroom {
namespace {

class Builder {
 public:
  explicit Builder(std::uint32_t seed) : random_(seed) {}

  // Uniform in [-reach, reach] around `centre`. Made from the generator's bits: the same on every library.
  std::vector<float> values(std::size_t count, float reach, float centre = 0) {
    std::vector<float> result(count);
    for (float& value : result) value = centre + reach * (static_cast<float>(random_() >> 8) / 8388608.0F - 1.0F);
    return result;
  }
  void plain(const std::string& name, std::size_t rows, std::size_t columns, float reach, float centre = 0) {
    writer.add_f32(name, rows, columns, values(rows * columns, reach, centre));
  }
  void quantised(const std::string& name, std::size_t rows, std::size_t columns) {
    writer.add_i8(name, rows, columns, values(rows * columns, 1.7F / std::sqrt(static_cast<float>(columns))));
  }
  void lookup(const std::string& name, std::size_t rows, std::size_t columns) {
    writer.add_i8_lookup(name, rows, columns, values(rows * columns, 1.7F / std::sqrt(static_cast<float>(columns))));
  }
  void linear(const std::string& name, std::size_t outputs, std::size_t inputs) {
    quantised(name + ".weight", outputs, inputs);
    plain(name + ".bias", 1, outputs, 0.1F);
  }
  void norm(const std::string& name, std::size_t size) {
    plain(name + ".weight", 1, size, 0.1F, 1.0F);
    plain(name + ".bias", 1, size, 0.1F);
  }

  WeightFileWriter writer;

 private:
  std::mt19937 random_;
};

std::string cell(const char* name, std::size_t value) { return std::string(name) + "=" + std::to_string(value); }

std::string vocabulary(std::size_t more, std::size_t& pieces) {
  std::string text = "[PAD]\n[UNK]\n[CLS]\n[SEP]";
  pieces = 4;
  const auto add = [&](const std::string& piece) {
    text += '\n' + piece;
    ++pieces;
  };
  for (char c = '!'; c <= '~'; ++c) {
    if (c >= 'A' && c <= 'Z') continue;
    add(std::string(1, c));
    add("##" + std::string(1, c));
  }
  for (const char* word : {"the", "talks", "minister", "said", "moscow", "kerry", "##ing", "##ed"}) add(word);
  for (std::size_t i = 0; i < more; ++i) add("piece" + std::to_string(i));
  return text;
}

// labels of a table: those given, then invented ones up to `count`.
std::vector<std::string> labels(const std::string& table, std::vector<std::string> first, std::size_t count,
                                const std::string& stem) {
  first.insert(first.begin(), table);
  while (first.size() < count + 1) first.push_back(stem + std::to_string(first.size()));
  return first;
}

}  // namespace

std::string random_weights(const RandomModelSizes& sizes) {
  Builder builder(sizes.seed);
  WeightFileWriter& writer = builder.writer;
  std::size_t pieces = 0;
  const std::string words = vocabulary(sizes.more_pieces, pieces);
  const std::size_t hidden = sizes.hidden, shapes = kShapes;
  writer.add_line("model", {"random"});
  writer.add_line("encoder", {cell("layers", sizes.layers), cell("hidden", hidden), cell("heads", sizes.heads),
                              cell("inner", sizes.inner), cell("positions", sizes.positions), cell("pieces", pieces)});
  writer.add_line("sizes", {cell("arc", sizes.arc), cell("relation", sizes.relation), cell("shapes", shapes),
                            cell("role", 20), cell("cue", 12), cell("factuality", 9), cell("event", 17)});
  writer.add_line("labels", {"upos", "NOUN", "VERB", "PUNCT"});
  writer.add_line("labels", {"xpos", "NN", "NNP", "VBD", "."});
  writer.add_line("labels", labels("feats", {"_", "Number=Sing"}, sizes.feats, "Invented="));
  writer.add_line("labels", labels("lemma", {"l0|", "k0|", "l3|", "l3|y", "l2|", "=be"}, sizes.lemmas, "l1|"));
  writer.add_line("labels", labels("relation", {"root", "nsubj", "punct", "obl"}, sizes.relations, "invented"));
  writer.add_line("labels",
                  {"names.uner", "O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-OTH", "I-OTH"});
  writer.add_line("labels",
                  {"names.wiki", "B-PER", "B-ORG", "B-LOC", "B-MISC", "I-PER", "I-ORG", "I-LOC", "I-MISC", "O"});

  std::vector<std::string> groups = {"tags", "tree", "names"};
  if (sizes.report_heads) groups.insert(groups.end(), {"statements", "factuality", "events"});
  writer.add_line("groups", groups);
  if (sizes.report_heads) {
    writer.add_line("spelling", {cell("form", 12), cell("hidden", 24), cell("buckets", kFormBuckets)});
    writer.add_line("labels", {"roles", "O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content"});
    writer.add_line("labels", {"events", "none", "CONSULT", "ASSAULT"});
  }
  writer.add_text("vocabulary", words);
  builder.lookup("embedding.word", pieces, hidden);
  builder.plain("embedding.position", sizes.positions, hidden, 0.1F);
  builder.plain("embedding.shape", shapes, hidden, 0.1F);
  builder.norm("embedding.norm", hidden);
  for (std::size_t l = 0; l < sizes.layers; ++l) {
    const std::string layer = "layer." + std::to_string(l) + ".";
    for (const char* part : {"query", "key", "value", "output"}) builder.linear(layer + part, hidden, hidden);
    builder.norm(layer + "attention_norm", hidden);
    builder.linear(layer + "inner", sizes.inner, hidden);
    builder.linear(layer + "outer", hidden, sizes.inner);
    builder.norm(layer + "output_norm", hidden);
  }
  builder.plain("mix", sizes.report_heads ? 6 : 3, sizes.layers + 1, 0.5F, 0.5F);
  builder.plain("name_shape", shapes, hidden, 0.5F);
  builder.linear("head.upos", 3, hidden);
  builder.linear("head.xpos", 4, hidden);
  builder.linear("head.feats", sizes.feats, hidden);
  builder.linear("head.lemma", sizes.lemmas, hidden);
  builder.linear("head.names.uner", 9, hidden);
  builder.linear("head.names.wiki", 9, hidden);
  for (const char* part : {"dependent", "head"}) {
    builder.linear(std::string("arc.") + part, sizes.arc, hidden);
    builder.linear(std::string("relation.") + part, sizes.relation, hidden);
  }
  builder.plain("arc.bilinear", sizes.arc, sizes.arc, 0.5F);
  builder.plain("arc.bias", 1, sizes.arc, 0.5F);
  builder.quantised("relation.bilinear", sizes.relations * (sizes.relation + 1), sizes.relation + 1);
  if (sizes.report_heads) {
    builder.lookup("lemma.table", kFormBuckets, 12);
    builder.linear("lemma.hidden", 24, hidden);
    builder.linear("lemma.form", 24, 12);
    builder.linear("lemma.output", sizes.lemmas, 24);
    builder.plain("word_state", 4, hidden, 0.5F);
    builder.linear("role.hidden", 20, hidden);
    builder.linear("role.output", 7, 20);
    builder.linear("cue.dependent", 12, hidden);
    builder.linear("cue.head", 12, hidden);
    builder.linear("factuality.hidden", 9, hidden);
    builder.linear("factuality.output", 1, 9);
    builder.linear("event.hidden", 17, hidden);
    builder.linear("event.output", 3, 17);
  }
  const Result<std::string> bytes = writer.bytes();
  return bytes ? *bytes : std::string();
}

}  // namespace wireroom
