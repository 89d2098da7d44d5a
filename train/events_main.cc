// Trains the head of events (docs/model.md) on the states of a finished encoder, which stays as it is.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <random>

#include "checkpoint.h"
#include "corpus.h"
#include "files.h"

namespace wireroom::train {
namespace {

struct Words {
  torch::Tensor states;  // [words, layers + 1, hidden]
  torch::Tensor types;   // [words]
};

Words states_of(Network& network, const std::vector<Example>& examples, const Labels& labels,
                const Wordpiece& wordpiece) {
  torch::NoGradGuard guard;
  network->eval();
  std::vector<Encoded> sentences;
  for (const Example& example : examples) sentences.push_back(encode(example, labels, wordpiece));
  std::vector<torch::Tensor> states;
  std::vector<std::int64_t> types;
  for (const auto& members : plan(sentences, 4000, nullptr)) {
    const Batch batch = make_batch(sentences, members, nullptr);
    const auto layers = network->word_layers(batch);
    for (std::size_t row = 0; row < members.size(); ++row) {
      const Example& example = examples[members[row]];
      const auto words = static_cast<std::int64_t>(example.events.size());
      states.push_back(layers[static_cast<std::int64_t>(row)].slice(0, 1, 1 + words).clone());
      for (const std::string& type : example.events) types.push_back(std::max(0, event_types().number(type)));
    }
  }
  return {torch::cat(states, 0), torch::tensor(types)};
}

// Prints precision, recall and F1 of the words that name an event, and of their types.
void measure(EventHead& head, const Words& words, const char* what) {
  torch::NoGradGuard guard;
  head->eval();
  const auto best = head->forward(words.states).argmax(-1);
  const auto system = best.ne(0), gold = words.types.ne(0), both = system & gold;
  const double found = system.sum().item<double>(), all = gold.sum().item<double>(), right = both.sum().item<double>();
  const double typed = (both & best.eq(words.types)).sum().item<double>();
  std::printf("%s: %.0f triggers, P %.1f R %.1f F1 %.1f, with type P %.1f R %.1f F1 %.1f\n", what, all,
              100 * right / std::max(found, 1.0), 100 * right / std::max(all, 1.0),
              200 * right / std::max(found + all, 1.0), 100 * typed / std::max(found, 1.0),
              100 * typed / std::max(all, 1.0), 200 * typed / std::max(found + all, 1.0));
  head->train();
}

struct Options {
  std::string data, derived, encoder, checkpoint, out, folding = "train/name_folding.tsv";
  int epochs = 22;
  double rate = 4e-3, weight = 2;
};

void train_events(const Options& o) {
  at::set_num_threads(1);
  const auto labels = count_labels(read_corpus(o.data, o.derived, o.folding).train);
  const std::string vocabulary = read_file(o.encoder + "/vocab.txt");
  const Wordpiece wordpiece(vocabulary);
  Network network(Sizes(), labels);
  Average average(network, 0);
  load(o.checkpoint, network, average, nullptr);
  average.swap(network);
  const auto words_of = [&](const char* part) {
    return states_of(network, read_events(o.derived + "/" + part + ".conllu.gz"), labels, wordpiece);
  };
  const Words train = words_of("events.train"), news = words_of("events.dev"), own = words_of("events-own.dev");
  torch::manual_seed(1);
  EventHead head(network->sizes, event_types().size());
  auto weights = torch::full({event_types().size()}, o.weight);
  weights[0] = 1.0;
  torch::optim::AdamW optimizer(head->parameters(), torch::optim::AdamWOptions(o.rate).weight_decay(0.02));
  const std::int64_t count = train.types.size(0), batch = 512, steps = o.epochs * (count / batch);
  std::int64_t step = 0;
  for (int epoch = 0; epoch < o.epochs; ++epoch) {
    const auto order = torch::randperm(count);
    double losses = 0;
    for (std::int64_t at = 0; at + batch <= count; at += batch) {
      const auto chosen = order.slice(0, at, at + batch);
      const double rate = o.rate * (1.0 - static_cast<double>(step++) / static_cast<double>(steps + 1));
      for (auto& group : optimizer.param_groups()) static_cast<torch::optim::AdamWOptions&>(group.options()).lr(rate);
      optimizer.zero_grad();
      const auto loss = torch::cross_entropy_loss(head->forward(train.states.index_select(0, chosen)),
                                                  train.types.index_select(0, chosen), weights);
      loss.backward();
      optimizer.step();
      losses += loss.item<double>();
    }
    std::printf("epoch %d  loss %.4f\n", epoch + 1, losses / static_cast<double>(count / batch));
    measure(head, news, "  news held back");
    measure(head, own, "  own sentences held back");
    std::fflush(stdout);
  }
  torch::save(head, o.out);
}

}  // namespace
}  // namespace wireroom::train

int main(int argc, char** argv) {
  wireroom::train::Options o;
  CLI::App app("Trains the head of events on the averaged encoder of a checkpoint.");
  app.add_option("--data", o.data, "folder with treebanks/ and ner/, as in the training (for the labels)")->required();
  app.add_option("--derived", o.derived, "folder that train/prepare.py made")->required();
  app.add_option("--encoder", o.encoder, "folder with vocab.txt")->required();
  app.add_option("--checkpoint", o.checkpoint, "checkpoint.pt of the training")->required();
  app.add_option("--folding", o.folding, "train/name_folding.tsv");
  app.add_option("--epochs", o.epochs, "epochs");
  app.add_option("--rate", o.rate, "learning rate");
  app.add_option("--weight", o.weight, "weight of a word that names an event; of others 1");
  app.add_option("--out", o.out, "the head")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    wireroom::train::train_events(o);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_events: %s\n", error.what());
    return 1;
  }
  return 0;
}
