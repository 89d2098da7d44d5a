// The trainer fits what it is shown, its gradients are right, and a resumed training goes on as if never stopped.
#include <gtest/gtest.h>

#include <filesystem>

#include "checkpoint.h"
#include "evaluate.h"
#include "network.h"

namespace wireroom::train {
namespace {

Sizes small() {
  Sizes sizes;
  sizes.layers = 2;
  sizes.hidden = 48;
  sizes.heads = 4;
  sizes.inner = 96;
  sizes.positions = 64;
  sizes.pieces = 200;
  sizes.arc = 32;
  sizes.relation = 16;
  sizes.dropout = sizes.head_dropout = 0;
  return sizes;
}

// Twenty sentences "NAME VERB NAME ." with a tree and names; words differ, so they must be learnt.
std::vector<Example> twenty() {
  const std::vector<std::string> verbs = {"met", "saw", "left", "took", "hit"}, names = {"ann", "bob", "cid", "dan"};
  std::vector<Example> out;
  for (std::size_t i = 0; i < 20; ++i) {
    Example e;
    e.id = std::to_string(i);
    e.forms = {names[i % 4], verbs[i % 5], names[(i / 4) % 4], "."};
    e.words = {{"PROPN", "NNP", "Number=Sing", e.forms[0], "nsubj", 2},
               {"VERB", "VBD", "Tense=Past", e.forms[1], "root", 0},
               {"PROPN", "NNP", "Number=Sing", e.forms[2], "obj", 2},
               {"PUNCT", ".", "_", ".", "punct", 2}};
    e.names = {"B-PER", "O", i % 2 ? "B-PER" : "B-ORG", "O"};
    e.scheme = kUner;
    out.push_back(e);
  }
  return out;
}

std::string vocabulary() { return "[PAD]\n[UNK]\n[CLS]\n[SEP]\n.\nann\nbob\ncid\ndan\nmet\nsaw\nleft\ntook\nhit"; }

struct Fixture {
  std::vector<Example> examples = twenty();
  Labels labels = count_labels(examples);
  std::string pieces = vocabulary();
  Wordpiece wordpiece{pieces};
  std::vector<Encoded> encoded;
  Fixture() {
    for (const auto& e : examples) encoded.push_back(encode(e, labels, wordpiece));
  }
  [[nodiscard]] Batch all() const {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < encoded.size(); ++i) members.push_back(i);
    return make_batch(encoded, members, nullptr);
  }
};

TEST(Training, FitsTwentySentences) {
  torch::manual_seed(1);
  Fixture f;
  Network network(small(), f.labels);
  torch::optim::AdamW optimizer(network->parameters(), torch::optim::AdamWOptions(3e-3));
  const Batch batch = f.all();
  for (int step = 0; step < 120; ++step) {
    optimizer.zero_grad();
    network->loss(batch).backward();
    optimizer.step();
  }
  const Figures figures = evaluate(network, f.encoded, f.labels);
  EXPECT_EQ(figures.upos, 100);
  EXPECT_EQ(figures.las, 100);
  EXPECT_EQ(figures.lemma, 100);
  EXPECT_GT(figures.names, 95);
}

TEST(Training, GradientsEqualFiniteDifferences) {
  torch::manual_seed(2);
  torch::set_default_dtype(caffe2::TypeMeta::Make<double>());
  {
    Fixture f;
    Network network(small(), f.labels);
    const Batch batch = f.all();
    network->loss(batch).backward();
    for (const auto& item : network->named_parameters()) {
      auto values = item.value().detach().view(-1);
      const auto gradient =
          item.value().grad().defined() ? item.value().grad().contiguous().view(-1) : torch::zeros_like(values);
      const std::int64_t at = values.size(0) / 3;
      torch::NoGradGuard guard;
      const double step = 1e-5, before = values[at].item<double>();
      values[at] = before + step;
      const double above = network->loss(batch).item<double>();
      values[at] = before - step;
      const double below = network->loss(batch).item<double>();
      values[at] = before;
      EXPECT_NEAR(gradient[at].item<double>(), (above - below) / (2 * step), 1e-5) << item.key();
    }
  }
  torch::set_default_dtype(caffe2::TypeMeta::Make<float>());
}

TEST(Training, ResumesWithTheSameValues) {
  torch::manual_seed(3);
  Fixture f;
  Network network(small(), f.labels), again(small(), f.labels);
  Average average(network, 0.9), average_again(again, 0.9);
  torch::optim::AdamW optimizer(network->parameters(), torch::optim::AdamWOptions(1e-3));
  torch::optim::AdamW optimizer_again(again->parameters(), torch::optim::AdamWOptions(1e-3));
  const Batch batch = f.all();
  const auto step = [&batch](Network& n, torch::optim::AdamW& o, Average& a) {
    o.zero_grad();
    n->loss(batch).backward();
    o.step();
    a.update(n);
  };
  for (int i = 0; i < 3; ++i) step(network, optimizer, average);
  const auto path = (std::filesystem::temp_directory_path() / "wireroom_train_test.pt").string();
  save(path, network, average, &optimizer, 3);
  EXPECT_EQ(load(path, again, average_again, &optimizer_again), 3);
  std::filesystem::remove(path);
  step(network, optimizer, average);
  step(again, optimizer_again, average_again);
  const auto a = network->parameters(), b = again->parameters();
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_TRUE(torch::equal(a[i], b[i])) << i;
  for (std::size_t i = 0; i < average.values.size(); ++i)
    EXPECT_TRUE(torch::equal(average.values[i], average_again.values[i]));
}

TEST(Batch, ShowsTheRootAsWordZeroAndIgnoresWhatIsNotKnown) {
  Fixture f;
  f.encoded[0].scheme = kNoScheme;
  const Batch batch = f.all();
  EXPECT_EQ(batch.head[0][0].item<std::int64_t>(), -100);
  EXPECT_EQ(batch.head[0][2].item<std::int64_t>(), 0);
  EXPECT_EQ(batch.first[0][1].item<std::int64_t>(), 1);
  EXPECT_EQ(batch.names[kUner][0][1].item<std::int64_t>(), -100);
}

}  // namespace
}  // namespace wireroom::train
