// A name stands by itself where no letter or hyphen touches it: where it is one of the text's words, or begins at one
// of them and ends before another sign ("O'Neill").
#include <algorithm>

#include "actor/draft.h"

namespace wireroom {
namespace {

bool joins(char c) {
  return c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t word_end(std::string_view text, std::size_t begin) {
  while (begin < text.size() && joins(text[begin])) ++begin;
  return begin;
}

}  // namespace

LoneWords::LoneWords(std::string_view text) : text_(text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const std::size_t end = word_end(text, at); end > at) {
      words_.push_back(text.substr(at, end - at));
      at = end;
    }
  std::stable_sort(words_.begin(), words_.end());
}

bool LoneWords::contains(std::string_view name) const {
  const std::size_t size = word_end(name, 0);
  if (size == 0) return false;
  const auto [first, last] = std::equal_range(words_.begin(), words_.end(), name.substr(0, size));
  if (size == name.size()) return first != last;
  return std::any_of(first, first + std::min(kMostPlaces, last - first), [&](std::string_view word) {
    const std::size_t begin = static_cast<std::size_t>(word.data() - text_.data()), end = begin + name.size();
    return text_.substr(begin).starts_with(name) && (end >= text_.size() || !joins(text_[end]));
  });
}

}  // namespace wireroom
