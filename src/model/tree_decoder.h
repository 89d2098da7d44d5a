// The best tree: the spanning arborescence of greatest score in which the root has exactly one child.
// Method: Chu and Liu 1965, Edmonds 1967, in Tarjan's form for dense graphs, with a penalty on arcs from the root so
// large that one of them is taken and no more. Time and memory are quadratic in the number of words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wireroom {

class TreeDecoder {
 public:
  // scores[i * stride + j]: how well word i (from 0) hangs on j, where j = 0 is the root and j = k + 1 is word k; an
  // arc from a word to itself is ignored. heads[i] becomes the index of the head word, or -1 for the one root word.
  // Among equal arcs the lower j wins. Values that are not finite count as very low.
  void decode(const float* scores, std::size_t stride, std::size_t words, std::int32_t* heads);

 private:
  struct Arc {
    double score = 0;
    std::int32_t from = 0, to = 0;  // nodes of the sentence
  };
  [[nodiscard]] bool greedy(const float* scores, std::size_t stride, std::size_t words, std::int32_t* heads);
  void fill(const float* scores, std::size_t stride, std::size_t words);
  [[nodiscard]] std::size_t best_source(std::size_t slot) const;
  void grow(std::size_t start);
  void contract(std::size_t path_begin);
  void expand(std::int32_t* heads);
  [[nodiscard]] Arc& arc(std::size_t to, std::size_t from) { return arcs_[to * nodes_ + from]; }
  [[nodiscard]] const Arc& arc(std::size_t to, std::size_t from) const { return arcs_[to * nodes_ + from]; }

  // A slot holds a node or, after a contraction, the node that stands for a whole cycle.
  enum class State : std::uint8_t { open, on_path, done, merged };
  std::size_t nodes_ = 0;
  std::vector<Arc> arcs_;           // by slots: into `to`, from `from`
  std::vector<State> state_;        // of each slot
  std::vector<std::int32_t> node_;  // number of the node in each slot
  std::vector<std::size_t> path_;
  std::vector<Arc> chosen_;                         // by number of node: the arc into it
  std::vector<std::int32_t> parent_;                // the contracted node that holds it; -1
  std::vector<std::vector<std::int32_t>> members_;  // of contracted nodes, from number nodes_ on
  std::size_t contracted_ = 0;
  std::vector<std::pair<std::int32_t, Arc>> open_;
  std::vector<std::uint8_t> seen_;
};

}  // namespace wireroom
