#include "actor/name_key.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 14> kDropped = {"al", "el", "mr", "mrs", "ms",  "dr", "sir",
                                                       "jr", "sr", "ul", "ash", "the", "as", "hm"};

// Longer ones first: what stands first is tried first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 28> kSounds = {{
    {"sch", "s"}, {"iye", "ie"}, {"yev", "ev"}, {"kh", "h"}, {"gh", "g"}, {"dh", "d"}, {"zh", "j"},
    {"sh", "s"},  {"ph", "f"},   {"ck", "k"},   {"ks", "x"}, {"ou", "u"}, {"oo", "u"}, {"ee", "i"},
    {"ei", "i"},  {"ey", "i"},   {"ie", "i"},   {"iy", "i"}, {"yy", "i"}, {"ij", "i"}, {"ii", "i"},
    {"aa", "a"},  {"ue", "u"},   {"oe", "o"},   {"q", "k"},  {"w", "v"},  {"y", "i"},  {"c", "k"},
}};

}  // namespace

std::vector<std::string_view> key_words(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

std::string name_key(std::string_view name) {
  std::string plain;
  const std::string lowered = folded(name);
  for (std::size_t at = 0; at < lowered.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(lowered, at);
    if (c == U'-' || c == U'‐' || c == U'–' || is_space(c))
      plain += ' ';
    else if (is_letter(c) || is_digit(c))
      plain.append(lowered, before, at - before);
  }
  std::string key;
  const std::vector<std::string_view> words = key_words(plain);
  for (const std::string_view word : words) {
    if (words.size() > 1 && std::find(kDropped.begin(), kDropped.end(), word) != kDropped.end()) continue;
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

std::string sound_key(std::string_view key) {
  std::string sound;
  for (std::size_t at = 0; at < key.size();) {
    const auto rule = std::find_if(kSounds.begin(), kSounds.end(),
                                   [&](const auto& r) { return key.substr(at).starts_with(r.first); });
    const std::string_view next = rule == kSounds.end() ? key.substr(at, 1) : rule->second;
    at += rule == kSounds.end() ? 1 : rule->first.size();
    for (const char c : next)
      if (sound.empty() || sound.back() != c) sound += c;  // no double letters
  }
  std::replace(sound.begin(), sound.end(), 'o', 'a');  // Mohamed, Muhammad; Lukashenko, Lukashenka
  std::replace(sound.begin(), sound.end(), 'u', 'a');
  std::replace(sound.begin(), sound.end(), 'e', 'a');
  std::string single;
  for (const char c : sound)
    if (single.empty() || single.back() != c) single += c;
  return single;
}

}  // namespace wireroom
