#include "checkpoint.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

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

namespace {

// The archive that holds a parameter "layers.0.query.weight" and its name there; false if there is none.
bool find(torch::serialize::InputArchive& archive, const std::string& name, torch::Tensor& value) {
  const std::size_t dot = name.find('.');
  if (dot == std::string::npos) return archive.try_read(name, value);
  torch::serialize::InputArchive inner;
  return archive.try_read(name.substr(0, dot), inner) && find(inner, name.substr(dot + 1), value);
}

}  // namespace

std::size_t warm_start(const std::string& path, Network& network) {
  torch::serialize::InputArchive archive, inner;
  archive.load_from(path);
  archive.read("network", inner);
  torch::NoGradGuard guard;
  std::size_t taken = 0;
  for (auto& item : network->named_parameters()) {
    torch::Tensor known, average;
    if (!find(inner, item.key(), known)) continue;
    archive.read("average." + std::to_string(taken++), average);
    if (average.sizes() != known.sizes()) throw std::runtime_error(path + ": another order of parameters");
    auto& to = item.value();
    if (to.dim() == 0 || to.sizes().slice(1) != average.sizes().slice(1) || to.size(0) < average.size(0))
      throw std::runtime_error(path + ": another size of " + item.key());
    to.slice(0, 0, average.size(0)).copy_(average);  // the mix has more rows than it had
  }
  return taken;
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
