#include "wireroom/sentence.h"

namespace wireroom {

void Sentence::link_children() {
  child_begin.assign(words.size() + 1, 0);
  child_list.resize(words.size());
  for (const Word& word : words)
    if (word.head >= 0) ++child_begin[static_cast<std::size_t>(word.head) + 1];
  for (std::size_t i = 1; i < child_begin.size(); ++i) child_begin[i] += child_begin[i - 1];
  auto next = child_begin;
  for (std::uint32_t i = 0; i < words.size(); ++i)
    if (words[i].head >= 0) child_list[next[static_cast<std::size_t>(words[i].head)]++] = i;
  child_list.resize(child_begin.back());
}

std::uint32_t Sentence::root() const {
  for (std::uint32_t i = 0; i < words.size(); ++i)
    if (words[i].head == kRoot) return i;
  return 0;
}

std::uint32_t Sentence::head_of(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i <= last; ++i) {
    const std::int32_t head = words[i].head;
    if (head < static_cast<std::int32_t>(first) || head > static_cast<std::int32_t>(last)) return i;
  }
  return last;
}

}  // namespace wireroom
