#include "model/tree_decoder.h"

#include <algorithm>
#include <cmath>

namespace wireroom {
namespace {

constexpr float kLowest = -1e6F, kHighest = 1e6F;

double tame(float score) { return std::isfinite(score) ? std::clamp(score, kLowest, kHighest) : kLowest; }

}  // namespace

void TreeDecoder::decode(const float* scores, std::size_t stride, std::size_t words, std::int32_t* heads) {
  if (words == 0 || greedy(scores, stride, words, heads)) return;
  fill(scores, stride, words);
  for (std::size_t slot = 1; slot < nodes_; ++slot)
    if (state_[slot] == State::open) grow(slot);
  expand(heads);
}

// Most often each word's best head makes a tree already; then it is the best tree.
bool TreeDecoder::greedy(const float* scores, std::size_t stride, std::size_t words, std::int32_t* heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < words; ++i) {
    const float* row = scores + i * stride;
    double best = tame(row[0]);
    std::int32_t head = -1;
    for (std::size_t j = 1; j <= words; ++j) {
      const double score = tame(row[j]);
      if (j == i + 1 || score <= best) continue;
      best = score;
      head = static_cast<std::int32_t>(j) - 1;
    }
    heads[i] = head;
    roots += head < 0;
  }
  if (roots != 1) return false;
  // Every word reaches the root: 0 unknown, 1 on this walk, 2 good.
  seen_.assign(words, 0);
  for (std::size_t i = 0; i < words; ++i) {
    auto at = static_cast<std::int32_t>(i);
    while (at >= 0 && seen_[static_cast<std::size_t>(at)] == 0) {
      seen_[static_cast<std::size_t>(at)] = 1;
      at = heads[at];
    }
    if (at >= 0 && seen_[static_cast<std::size_t>(at)] == 1) return false;
    for (at = static_cast<std::int32_t>(i); at >= 0 && seen_[static_cast<std::size_t>(at)] == 1; at = heads[at])
      seen_[static_cast<std::size_t>(at)] = 2;
  }
  return true;
}

void TreeDecoder::fill(const float* scores, std::size_t stride, std::size_t words) {
  nodes_ = words + 1;
  if (arcs_.size() < nodes_ * nodes_) arcs_.resize(nodes_ * nodes_);
  double least = tame(scores[0]), greatest = least;
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t j = 0; j <= words; ++j) {
      const double score = tame(scores[i * stride + j]);
      arc(i + 1, j) = {score, static_cast<std::int32_t>(j), static_cast<std::int32_t>(i + 1)};
      least = std::min(least, score);
      greatest = std::max(greatest, score);
    }
  }
  // Any tree with one arc from the root beats any with two.
  const double penalty = (greatest - least) * static_cast<double>(nodes_) + 1;
  for (std::size_t i = 1; i < nodes_; ++i) arc(i, 0).score -= penalty;

  state_.assign(nodes_, State::open);
  state_[0] = State::done;
  node_.resize(nodes_);
  for (std::size_t i = 0; i < nodes_; ++i) node_[i] = static_cast<std::int32_t>(i);
  chosen_.assign(nodes_, {});
  parent_.assign(nodes_, -1);
  contracted_ = 0;
}

std::size_t TreeDecoder::best_source(std::size_t slot) const {
  std::size_t best = nodes_;
  for (std::size_t from = 0; from < nodes_; ++from) {
    if (from == slot || state_[from] == State::merged) continue;
    if (best == nodes_ || arc(slot, from).score > arc(slot, best).score) best = from;
  }
  return best;
}

// Follows best arcs backwards from `start` until what is done is reached; cycles on the way are contracted.
void TreeDecoder::grow(std::size_t start) {
  path_.assign(1, start);
  state_[start] = State::on_path;
  for (;;) {
    const std::size_t slot = path_.back(), from = best_source(slot);
    chosen_[static_cast<std::size_t>(node_[slot])] = arc(slot, from);
    if (state_[from] == State::done) break;
    if (state_[from] == State::open) {
      state_[from] = State::on_path;
      path_.push_back(from);
    } else {
      contract(static_cast<std::size_t>(std::find(path_.begin(), path_.end(), from) - path_.begin()));
    }
  }
  for (const std::size_t slot : path_) state_[slot] = State::done;
}

// The end of the path from `path_begin` on is a cycle: it becomes one node, in the slot of its first member.
void TreeDecoder::contract(std::size_t path_begin) {
  const auto number = static_cast<std::int32_t>(nodes_ + contracted_);
  if (members_.size() <= contracted_) members_.emplace_back();
  std::vector<std::int32_t>& members = members_[contracted_++];
  members.clear();
  const std::size_t keep = path_[path_begin];
  for (std::size_t at = path_begin; at < path_.size(); ++at) {
    const std::size_t slot = path_[at];
    members.push_back(node_[slot]);
    parent_[static_cast<std::size_t>(node_[slot])] = number;
    const double paid = chosen_[static_cast<std::size_t>(node_[slot])].score;
    for (std::size_t other = 0; other < nodes_; ++other) arc(slot, other).score -= paid;
    if (slot != keep) state_[slot] = State::merged;
  }
  for (std::size_t at = path_begin + 1; at < path_.size(); ++at) {
    const std::size_t slot = path_[at];
    for (std::size_t other = 0; other < nodes_; ++other) {
      if (state_[other] == State::merged || other == keep) continue;
      if (arc(slot, other).score > arc(keep, other).score) arc(keep, other) = arc(slot, other);
      if (other != 0 && arc(other, slot).score > arc(other, keep).score) arc(other, keep) = arc(other, slot);
    }
  }
  node_[keep] = number;
  parent_.push_back(-1);
  chosen_.emplace_back();
  path_.resize(path_begin + 1);
}

// From the outermost nodes inwards: the arc that enters a contracted node replaces the cycle's arc at that member.
void TreeDecoder::expand(std::int32_t* heads) {
  open_.clear();
  for (std::size_t node = 1; node < nodes_ + contracted_; ++node)
    if (parent_[node] < 0) open_.emplace_back(static_cast<std::int32_t>(node), chosen_[node]);
  while (!open_.empty()) {
    const auto [node, entering] = open_.back();
    open_.pop_back();
    heads[entering.to - 1] = entering.from - 1;
    for (std::int32_t inside = entering.to; inside != node;) {
      const std::int32_t around = parent_[static_cast<std::size_t>(inside)];
      for (const std::int32_t member : members_[static_cast<std::size_t>(around) - nodes_])
        if (member != inside) open_.emplace_back(member, chosen_[static_cast<std::size_t>(member)]);
      inside = around;
    }
  }
}

}  // namespace wireroom
