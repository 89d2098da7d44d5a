// The whole analysis of sentences by a model of the size of `base` with random weights: words a second, once warm.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "model/model.h"
#include "model/random_weights.h"
#include "model/tree_decoder.h"
#include "model/workspace.h"
#include "parse/name_types.h"
#include "parse/parser.h"

namespace wireroom {
namespace {

const std::string& weights() {
  static const std::string bytes = random_weights({.layers = 6,
                                                   .hidden = 384,
                                                   .heads = 12,
                                                   .inner = 1536,
                                                   .arc = 192,
                                                   .relation = 96,
                                                   .relations = 51,
                                                   .feats = 218,
                                                   .lemmas = 281,
                                                   .more_pieces = 30000});
  return bytes;
}

void Load(benchmark::State& state) {
  weights();
  for (auto _ : state) benchmark::DoNotOptimize(Model::load(weights()).has_value());
}
BENCHMARK(Load)->Unit(benchmark::kMillisecond);

// Argument: words a sentence; most are one piece, every fifth is three.
void Analyse(benchmark::State& state) {
  static const Result<Model> model = Model::load(weights());
  static const Result<NameTypes> types = NameTypes::load();
  if (!model || !types) return state.SkipWithError("the model or the tables cannot be read");
  const char* const forms[] = {"the", "Minister", "said", "Talks", "us."};
  std::vector<Sentence> sentences(20);
  for (Sentence& sentence : sentences)
    for (std::int64_t i = 0; i < state.range(0); ++i)
      sentence.words.emplace_back().form = forms[static_cast<std::size_t>(i) % 5];
  Workspace workspace;
  for (auto _ : state) analyse(*model, *types, workspace, sentences);
  state.SetItemsProcessed(state.iterations() * 20 * state.range(0));
}
BENCHMARK(Analyse)->Arg(10)->Arg(25)->Arg(100)->Unit(benchmark::kMillisecond);

// The worst case of the tree decoder: random scores, many nested cycles. Argument: words.
void Tree(benchmark::State& state) {
  const auto words = static_cast<std::size_t>(state.range(0));
  std::vector<float> scores(words * (words + 1));
  std::uint32_t number = 1;
  for (float& score : scores) score = static_cast<float>((number = number * 1664525 + 1013904223) >> 8);
  TreeDecoder decoder;
  std::vector<std::int32_t> heads(words);
  for (auto _ : state) decoder.decode(scores.data(), words + 1, words, heads.data());
  state.SetComplexityN(state.range(0));
}
BENCHMARK(Tree)->RangeMultiplier(2)->Range(16, 512)->Complexity();

}  // namespace
}  // namespace wireroom
