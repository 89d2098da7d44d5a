#include "checkpoint.h"

#include <algorithm>
#include <filesystem>

namespace wireroom::train {

Average::Average(const Network& network, double decay) : decay_(decay) {
  for (const auto& parameter : network->parameters()) values.push_back(parameter.detach().clone());
}

void Average::update(const Network& network) {
  torch::NoGradGuard guard;
  ++updates;
  const double decay = std::min(decay_, (1.0 + static_cast<double>(updates)) / (10.0 + static_cast<double>(updates)));
  const auto parameters = network->parameters();
  for (std::size_t i = 0; i < values.size(); ++i) values[i].lerp_(parameters[i].detach(), 1.0 - decay);
}

void Average::swap(Network& network) {
  torch::NoGradGuard guard;
  const auto parameters = network->parameters();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto held = parameters[i].detach().clone();
    parameters[i].detach().copy_(values[i]);
    values[i].copy_(held);
  }
}

void save(const std::string& path, Network& network, Average& average, torch::optim::Optimizer* optimizer,
          std::int64_t step) {
  torch::serialize::OutputArchive archive, inner;
  network->save(inner);
  archive.write("network", inner);
  for (std::size_t i = 0; i < average.values.size(); ++i)
    archive.write("average." + std::to_string(i), average.values[i]);
  archive.write("step", torch::tensor({step, average.updates}));
  if (optimizer) {
    torch::serialize::OutputArchive state;
    optimizer->save(state);
    archive.write("optimizer", state);
  }
  archive.save_to(path + ".new");
  std::filesystem::rename(path + ".new", path);
}

std::int64_t load(const std::string& path, Network& network, Average& average, torch::optim::Optimizer* optimizer) {
  torch::serialize::InputArchive archive, inner;
  archive.load_from(path);
  archive.read("network", inner);
  network->load(inner);
  for (std::size_t i = 0; i < average.values.size(); ++i)
    archive.read("average." + std::to_string(i), average.values[i]);
  torch::Tensor step;
  archive.read("step", step);
  average.updates = step[1].item<std::int64_t>();
  if (optimizer) {
    torch::serialize::InputArchive state;
    archive.read("optimizer", state);
    optimizer->load(state);
  }
  return step[0].item<std::int64_t>();
}

}  // namespace wireroom::train
