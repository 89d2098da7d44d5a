// Trains the model `base` (docs/model.md). Resumes from its checkpoint when called again.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>

#include "checkpoint.h"
#include "corpus.h"
#include "evaluate.h"
#include "files.h"

namespace wireroom::train {
namespace {

struct Options {
  std::string data, derived, encoder, folder, start, folding = "train/name_folding.tsv";
  double epochs = 8, encoder_rate = 1.5e-4, head_rate = 1.2e-3, warm_up = 0.06, layer_decay = 0.9, average = 0.995;
  std::size_t pieces = 2000;
  std::uint64_t seed = 1;
  int threads = 1, save_every = 100;
};

std::vector<Encoded> encode_all(const std::vector<Example>& examples, const Labels& labels,
                                const Wordpiece& wordpiece) {
  std::vector<Encoded> out;
  for (const Example& example : examples) out.push_back(encode(example, labels, wordpiece));
  return out;
}

// One group a depth and a head group, so that each has its own learning rate; matrices decay, vectors do not.
torch::optim::AdamW make_optimizer(Network& network, const Options& o, std::vector<double>& rates) {
  std::vector<torch::optim::OptimizerParamGroup> groups;
  std::map<std::pair<int, bool>, std::vector<torch::Tensor>> sorted;
  for (const auto& item : network->named_parameters())
    sorted[{network->depth(item.key()), item.value().dim() > 1}].push_back(item.value());
  for (const auto& [key, parameters] : sorted) {
    const double rate =
        key.first < 0
            ? o.head_rate
            : o.encoder_rate * std::pow(o.layer_decay, static_cast<double>(network->sizes.layers - key.first));
    rates.push_back(rate);
    groups.emplace_back(parameters, std::make_unique<torch::optim::AdamWOptions>(
                                        torch::optim::AdamWOptions(rate).weight_decay(key.second ? 0.01 : 0.0)));
  }
  return torch::optim::AdamW(groups, torch::optim::AdamWOptions(o.head_rate));
}

double schedule(std::int64_t step, std::int64_t steps, double warm_up) {
  const double at = static_cast<double>(step + 1) / static_cast<double>(steps);
  return at < warm_up ? at / warm_up : std::max(0.0, (1.0 - at) / (1.0 - warm_up));
}

void train(const Options& o) {
  at::set_num_threads(o.threads);
  const auto corpus = read_corpus(o.data, o.derived, o.folding);
  const auto labels = count_labels(corpus.train);
  const std::string vocabulary = read_file(o.encoder + "/vocab.txt");
  const Wordpiece wordpiece(vocabulary);
  const auto sentences = encode_all(corpus.train, labels, wordpiece);
  const auto ewt = encode_all(corpus.ewt_dev, labels, wordpiece), gum = encode_all(corpus.gum_dev, labels, wordpiece);
  const auto uner = encode_all(corpus.names_dev, labels, wordpiece),
             politics = encode_all(corpus.politics_dev, labels, wordpiece);
  const auto told = encode_all(corpus.attributions_dev, labels, wordpiece),
             facts = encode_all(corpus.facts_dev, labels, wordpiece),
             events = encode_all(corpus.events_dev, labels, wordpiece);
  torch::manual_seed(o.seed);
  Sizes sizes;
  Network network(sizes, labels);
  load_pretrained(*network, o.encoder + "/model.safetensors");
  if (!o.start.empty()) std::printf("%zu parameters begin as in %s\n", warm_start(o.start, network), o.start.c_str());
  std::vector<double> rates;
  auto optimizer = make_optimizer(network, o, rates);
  Average average(network, o.average);
  const std::string checkpoint = o.folder + "/checkpoint.pt";
  std::filesystem::create_directories(o.folder);
  std::int64_t step = 0;
  if (std::filesystem::exists(checkpoint)) {
    step = load(checkpoint, network, average, &optimizer);
    std::printf("resumed at step %lld\n", static_cast<long long>(step));
  }
  // The plan of each epoch depends on the seed and the epoch alone, so a resumed training sees the same batches.
  const auto plan_of = [&](std::int64_t epoch) {
    std::mt19937_64 random(o.seed * 1000003 + static_cast<std::uint64_t>(epoch));
    return plan(sentences, o.pieces, &random);
  };
  const auto per_epoch = static_cast<std::int64_t>(plan_of(0).size());
  const auto steps = static_cast<std::int64_t>(o.epochs * static_cast<double>(per_epoch));
  std::printf(
      "%zu sentences, %lld batches an epoch, %lld steps; labels: upos %d xpos %d feats %d lemma %d relation %d\n",
      sentences.size(), static_cast<long long>(per_epoch), static_cast<long long>(steps), labels.upos.size(),
      labels.xpos.size(), labels.feats.size(), labels.lemma.size(), labels.relation.size());
  network->train();
  auto began = std::chrono::steady_clock::now();
  std::int64_t pieces = 0;
  double losses = 0;
  int counted = 0;
  while (step < steps) {
    const auto batches = plan_of(step / per_epoch);
    for (std::int64_t at = step % per_epoch; at < per_epoch && step < steps; ++at) {
      std::mt19937_64 random(o.seed * 7919 + static_cast<std::uint64_t>(step));
      torch::manual_seed(o.seed * 104729 + static_cast<std::uint64_t>(step));
      // Epochs differ by a batch or two in how they are cut; a short one begins again, so that every epoch has as many
      // steps.
      const auto batch = make_batch(sentences, batches[static_cast<std::size_t>(at) % batches.size()], &random);
      const double factor = schedule(step, steps, o.warm_up);
      for (std::size_t g = 0; g < rates.size(); ++g)
        static_cast<torch::optim::AdamWOptions&>(optimizer.param_groups()[g].options()).lr(rates[g] * factor);
      optimizer.zero_grad();
      const auto loss = network->loss(batch);
      loss.backward();
      torch::nn::utils::clip_grad_norm_(network->parameters(), 5.0);
      optimizer.step();
      average.update(network);
      losses += loss.item<double>();
      pieces += batch.piece_count();
      ++counted;
      ++step;
      if (step % 10 == 0) {
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        std::printf("step %lld of %lld  loss %.3f  %.0f pieces/s\n", static_cast<long long>(step),
                    static_cast<long long>(steps), losses / counted, static_cast<double>(pieces) / seconds);
        std::fflush(stdout);
        losses = counted = 0;
        pieces = 0;
        began = std::chrono::steady_clock::now();
      }
      if (step % o.save_every == 0) save(checkpoint, network, average, &optimizer, step);
      if (step % per_epoch == 0 || step == steps) {
        average.swap(network);
        std::printf("epoch %.1f  EWT %s\n", static_cast<double>(step) / static_cast<double>(per_epoch),
                    line(evaluate(network, ewt, labels)).c_str());
        std::printf("epoch %.1f  GUM %s\n", static_cast<double>(step) / static_cast<double>(per_epoch),
                    line(evaluate(network, gum, labels)).c_str());
        std::printf("epoch %.1f  names uner-ewt %.1f politics %.1f\n",
                    static_cast<double>(step) / static_cast<double>(per_epoch), evaluate(network, uner, labels).names,
                    evaluate(network, politics, labels).names);
        std::printf("epoch %.1f  %s\n", static_cast<double>(step) / static_cast<double>(per_epoch),
                    line(evaluate_more(network, told, facts, events, labels)).c_str());
        std::fflush(stdout);
        average.swap(network);
        began = std::chrono::steady_clock::now();
        pieces = 0;
      }
    }
  }
  save(checkpoint, network, average, &optimizer, step);
}

}  // namespace
}  // namespace wireroom::train

int main(int argc, char** argv) {
  wireroom::train::Options o;
  CLI::App app("Trains the model `base`; call it again to resume.");
  app.add_option("--data", o.data, "folder with treebanks/ and ner/")->required();
  app.add_option("--derived", o.derived, "folder that train/prepare.py made")->required();
  app.add_option("--start", o.start, "checkpoint of another training to begin with");
  app.add_option("--encoder", o.encoder, "folder with model.safetensors and vocab.txt of the pre-trained encoder")
      ->required();
  app.add_option("--folder", o.folder, "where the checkpoint goes")->required();
  app.add_option("--folding", o.folding, "train/name_folding.tsv");
  app.add_option("--epochs", o.epochs, "epochs");
  app.add_option("--pieces", o.pieces, "padded pieces a batch");
  app.add_option("--seed", o.seed, "seed");
  app.add_option("--threads", o.threads, "threads");
  app.add_option("--encoder-rate", o.encoder_rate, "learning rate of the encoder's top layer");
  app.add_option("--head-rate", o.head_rate, "learning rate of the heads");
  app.add_option("--layer-decay", o.layer_decay, "factor of the rate from a layer to the one below");
  CLI11_PARSE(app, argc, argv);
  try {
    wireroom::train::train(o);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_base: %s\n", error.what());
    return 1;
  }
  return 0;
}
