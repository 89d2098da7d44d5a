#include "grouping/shingles.h"

#include <algorithm>
#include <limits>

#include "base/text_hash.h"

namespace wireroom {
namespace {

constexpr std::size_t kSentenceWords = 10;

std::uint64_t mixed(std::uint64_t h) {  // the finaliser of SplitMix64
  h ^= h >> 30;
  h *= 0xbf58476d1ce4e5b9ULL;
  h ^= h >> 27;
  h *= 0x94d049bb133111ebULL;
  return h ^ (h >> 31);
}

bool is_word_byte(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

// Length of a typographic mark (U+00A0-U+00BF, U+2000-U+206F) at this place, 0 if a letter stands there.
std::size_t mark_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (byte(at) == 0xC2) return 2;
  if (byte(at) == 0xE2 && (byte(at + 1) == 0x80 || byte(at + 1) == 0x81)) return 3;
  return 0;
}

std::string folded(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// Calls `take` with each word and whether a sentence ends behind it.
template <typename Take>
void each_word(std::string_view text, const Take& take) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && is_word_byte(static_cast<unsigned char>(text[at])) && mark_length(text, at) == 0) ++at;
    const std::string_view word = text.substr(begin, at - begin);
    bool ends = false;
    while (at < text.size()) {
      const std::size_t mark = mark_length(text, at);
      if (mark == 0 && is_word_byte(static_cast<unsigned char>(text[at]))) break;
      const bool blank_follows = at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
      if (((text[at] == '.' || text[at] == '?' || text[at] == '!') && blank_follows) ||
          (text[at] == '\n' && at + 1 < text.size() && text[at + 1] == '\n'))
        ends = true;
      at += std::max<std::size_t>(mark, 1);
    }
    if (!word.empty()) take(word, ends || at >= text.size());
  }
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  each_word(text, [&](std::string_view word, bool) { words.push_back(folded(word)); });
  return words;
}

Shingles shingles(std::string_view text) {
  std::vector<std::uint64_t> words;
  each_word(text, [&](std::string_view word, bool) { words.push_back(text_hash(folded(word))); });
  Shingles runs;
  const std::size_t length = std::min(kShingleWords, words.size());
  for (std::size_t i = 0; length > 0 && i + length <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t k = 0; k < length; ++k) run = mixed(run + words[i + k] + 0x9e3779b97f4a7c15ULL);
    runs.push_back(run);
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

Likeness likeness(const Shingles& a, const Shingles& b) {
  if (a.empty() || b.empty()) return {};
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++common;
    const std::uint64_t x = *i, y = *j;
    if (x <= y) ++i;
    if (y <= x) ++j;
  }
  const auto share = [&](std::size_t of) { return static_cast<double>(common) / static_cast<double>(of); };
  return {share(a.size() + b.size() - common), share(std::min(a.size(), b.size()))};
}

Signature signature(const Shingles& runs) {
  Signature minima;
  minima.fill(std::numeric_limits<std::uint32_t>::max());
  for (const std::uint64_t run : runs) {
    // Two independent halves give all functions: h_i = a + i b (Kirsch and Mitzenmacher, 2006), mixed once more.
    const std::uint64_t a = run, b = mixed(run) | 1;
    for (std::size_t i = 0; i < minima.size(); ++i) {
      const std::uint64_t h = (a + i * b) * 0x9e3779b97f4a7c15ULL;
      minima[i] = std::min(minima[i], static_cast<std::uint32_t>(h >> 32));
    }
  }
  return minima;
}

std::vector<std::uint64_t> sentence_hashes(std::string_view text) {
  std::vector<std::uint64_t> hashes;
  std::uint64_t sentence = 0;
  std::size_t words = 0;
  each_word(text, [&](std::string_view word, bool ends) {
    sentence = mixed(sentence + text_hash(folded(word)) + 0x9e3779b97f4a7c15ULL);
    ++words;
    if (!ends) return;
    if (words >= kSentenceWords) hashes.push_back(sentence);
    sentence = 0;
    words = 0;
  });
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

}  // namespace wireroom
