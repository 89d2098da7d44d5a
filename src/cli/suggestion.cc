#include "cli/suggestion.h"

#include <algorithm>

namespace wireroom::cli {
namespace {

// Levenshtein distance with two rows; mistyped words are short, longer ones are cut.
std::size_t distance(std::string_view a, std::string_view b) {
  a = a.substr(0, 40);
  b = b.substr(0, 40);
  std::vector<std::size_t> above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j)
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
    std::swap(row, above);
  }
  return above[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& each : known) {
    const bool begins = word.size() >= 3 && each.starts_with(word);
    const std::size_t far = begins ? 1 : distance(word, each);
    if (far < least) {
      least = far;
      best = each;
    }
  }
  return best;
}

}  // namespace wireroom::cli
