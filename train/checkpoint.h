// The state of a training on disk: parameters, their running average, the optimiser, the step. Written to a new file
// and renamed, so a killed training always finds a whole one.
#pragma once

#include <torch/torch.h>

#include <string>
#include <vector>

#include "network.h"

namespace wireroom::train {

// Running average of the parameters (exponential, bias-corrected by a growing decay): what is exported.
class Average {
 public:
  Average(const Network& network, double decay);
  void update(const Network& network);
  void swap(Network& network);  // exchanges the network's values with the average's; twice is nothing
  std::vector<torch::Tensor> values;
  std::int64_t updates = 0;

 private:
  double decay_;
};

void save(const std::string& path, Network& network, Average& average, torch::optim::Optimizer* optimizer,
          std::int64_t step);
// Begins with the averaged weights of another training, whose network may lack some of this one's heads; those keep
// their values. The order of the parameters that both have must be the same. Returns how many were taken over.
std::size_t warm_start(const std::string& path, Network& network);
// Returns the step. With optimizer == nullptr only the values are read.
std::int64_t load(const std::string& path, Network& network, Average& average, torch::optim::Optimizer* optimizer);

}  // namespace wireroom::train
