#include "actor/name_index.h"

#include <iterator>
#include <limits>

namespace wireroom {

void NameIndex::add(std::string_view word, std::int32_t actor, std::size_t draft) {
  auto found = uses_.find(word);
  if (found == uses_.end()) found = uses_.try_emplace(std::string(word)).first;
  found->second.emplace(draft, actor);
}

std::vector<std::int32_t> NameIndex::around(std::string_view word, std::size_t draft) const {
  const auto found = uses_.find(word);
  if (found == uses_.end()) return {};
  const auto& uses = found->second;
  const auto here = uses.lower_bound({draft, std::numeric_limits<std::int32_t>::min()});
  auto at = here;
  for (int steps = 0; steps < kMostNamesakes && at != uses.begin(); ++steps) --at;
  std::vector<std::int32_t> actors;
  for (; at != here; ++at) actors.push_back(at->second);
  for (int steps = 0; steps < kMostNamesakes && at != uses.end(); ++steps, ++at) actors.push_back(at->second);
  return actors;
}

}  // namespace wireroom
