#include "base/numerals.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace wireroom {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 29> kSmall = {{
    {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
    {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
    {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"fourty", 40},
}};
constexpr std::array<std::pair<std::string_view, double>, 14> kScale = {{
    {"hundred", 1e2},
    {"thousand", 1e3},
    {"million", 1e6},
    {"billion", 1e9},
    {"trillion", 1e12},
    {"dozen", 12},
    {"lakh", 1e5},
    {"crore", 1e7},
    {"lakhs", 1e5},
    {"crores", 1e7},
    {"mn", 1e6},
    {"bn", 1e9},
    {"tn", 1e12},
    {"m", 1e6},
}};
constexpr std::array<std::string_view, 20> kOrdinals = {
    "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

std::optional<int> small_number(std::string_view word) {
  for (const auto& [text, value] : kSmall)
    if (text == word) return value;
  return std::nullopt;
}

std::optional<double> scale(std::string_view word) {
  for (const auto& [text, value] : kScale)
    if (text == word) return value;
  return std::nullopt;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

// "2.4m", "48bn": digits with a scale in one word.
std::optional<double> digits_with_scale(std::string_view text) {
  std::size_t cut = text.size();
  while (cut > 0 && !digit(text[cut - 1])) --cut;
  if (cut == 0 || cut == text.size()) return std::nullopt;
  const std::string suffix = lower_ascii(text.substr(cut));
  if (suffix != "m" && suffix != "mn" && suffix != "bn" && suffix != "tn" && suffix != "k" && suffix != "b")
    return std::nullopt;
  const auto value = number_of_digits(text.substr(0, cut));
  if (!value) return std::nullopt;
  if (suffix == "k") return *value * 1e3;
  if (suffix == "b") return *value * 1e9;
  return *value * *scale(suffix);
}

bool hyphen(std::string_view form) { return form == "-" || form == "\u2010" || form == "\u2011"; }

// "twenty", "twenty-five", "twenty five", "seven" from word i on; moves i behind it.
std::optional<double> below_hundred(const Sentence& sentence, std::size_t& i) {
  const auto tens = small_number(lower_ascii(sentence.words[i].form));
  if (!tens) {  // "twenty-five" as one word
    const std::string word = lower_ascii(sentence.words[i].form);
    const std::size_t cut = word.find('-');
    if (cut == std::string::npos) return std::nullopt;
    const auto left = small_number(std::string_view(word).substr(0, cut)),
               right = small_number(std::string_view(word).substr(cut + 1));
    if (!left || !right || *left < 20 || *right > 9 || *right < 1) return std::nullopt;
    ++i;
    return *left + *right;
  }
  ++i;
  if (*tens < 20 || *tens % 10 != 0) return *tens;
  std::size_t next = i;
  if (next + 1 < sentence.words.size() && hyphen(sentence.words[next].form)) ++next;
  if (next >= sentence.words.size()) return *tens;
  const auto ones = small_number(lower_ascii(sentence.words[next].form));
  if (!ones || *ones < 1 || *ones > 9) return *tens;
  i = next + 1;
  return *tens + *ones;
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

std::optional<double> number_of_digits(std::string_view text) {
  if (text == "\u00BD") return 0.5;
  if (text == "\u00BC") return 0.25;
  if (text == "\u00BE") return 0.75;
  double extra = 0;
  for (const auto& [sign, value] :
       {std::pair<std::string_view, double>{"\u00BD", 0.5}, {"\u00BC", 0.25}, {"\u00BE", 0.75}})
    if (text.size() > sign.size() && text.substr(text.size() - sign.size()) == sign) {
      extra = value;
      text.remove_suffix(sign.size());
    }
  if (text.empty() || text.size() > 40 || !(digit(text[0]) || (text[0] == '.' && text.size() > 1))) return std::nullopt;
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    const auto top = number_of_digits(text.substr(0, slash)), bottom = number_of_digits(text.substr(slash + 1));
    if (!top || !bottom || *bottom <= 0 || *bottom > 100 || text.find('/', slash + 1) != std::string_view::npos)
      return std::nullopt;
    return *top / *bottom + extra;
  }
  std::string plain;
  std::size_t group = 0;  // digits since the last comma
  bool comma = false, point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (digit(c)) {
      plain += c;
      ++group;
    } else if (c == ',' && !point) {
      if (plain.empty() || (comma && group != 3 && group != 2) || (!comma && group > 3)) return std::nullopt;
      comma = true;
      group = 0;
    } else if (c == '.' && !point && i + 1 < text.size()) {
      if (comma && group != 3) return std::nullopt;
      plain += c;
      point = true;
    } else {
      return std::nullopt;
    }
  }
  if (comma && !point && group != 3) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(value)) return std::nullopt;
  return value + extra;
}

std::optional<int> ordinal_of(std::string_view lower) {
  for (std::size_t i = 0; i < kOrdinals.size(); ++i)
    if (kOrdinals[i] == lower) return static_cast<int>(i) + 1;
  if (lower.size() < 3 || !digit(lower[0])) return std::nullopt;
  const std::string_view ending = lower.substr(lower.size() - 2);
  if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(lower.data(), lower.data() + lower.size() - 2, value);
  if (error != std::errc() || end != lower.data() + lower.size() - 2) return std::nullopt;
  return value;
}

std::optional<Numeral> read_numeral(const Sentence& sentence, std::size_t first) {
  const auto& words = sentence.words;
  if (first >= words.size()) return std::nullopt;
  const auto word = [&](std::size_t k) { return k < words.size() ? lower_ascii(words[k].form) : std::string(); };
  Numeral result;
  std::size_t i = first;
  double total = 0, part = 0;
  bool any = false;
  const std::string start = word(i);
  if ((start == "a" || start == "an") &&
      (word(i + 1) == "dozen" || word(i + 1) == "hundred" || word(i + 1) == "thousand" || word(i + 1) == "million" ||
       word(i + 1) == "billion" || word(i + 1) == "trillion" || word(i + 1) == "lakh" || word(i + 1) == "crore")) {
    part = 1;
    any = true;
    result.article = true;
    ++i;
  } else if (start == "half" && (word(i + 1) == "a" || word(i + 1) == "-") && scale(word(i + 2)) &&
             word(i + 2).size() > 2) {
    result.value = 0.5 * *scale(word(i + 2));
    result.end = i + 3;
    return result;
  } else if (const auto value = number_of_digits(words[i].form)) {
    result.digits = true;
    part = *value;
    any = true;
    ++i;
    // "10 1/2"
    if (i < words.size() && word(i).find('/') != std::string::npos && *value == std::floor(*value))
      if (const auto fraction = number_of_digits(words[i].form); fraction && *fraction < 1) {
        part += *fraction;
        ++i;
      }
  } else if (const auto scaled = digits_with_scale(words[i].form)) {
    result.digits = true;
    result.value = *scaled;
    result.end = i + 1;
    return result;
  } else if (const auto small = below_hundred(sentence, i)) {
    part = *small;
    any = true;
  }
  if (!any) return std::nullopt;
  // Scales and what follows them: "two hundred and fifty thousand", "2.4 million", "two-dozen".
  for (int steps = 0; steps < 12 && i < words.size(); ++steps) {
    std::size_t next = i;
    if (hyphen(words[next].form) && next + 1 < words.size() && scale(word(next + 1)) && word(next + 1).size() > 2)
      ++next;
    const std::string text = word(next);
    if (text == "k" && result.digits && next == first + 1 && !words[first].space_after) {  // "25k"
      result.value = part * 1e3;
      result.end = next + 1;
      return result;
    }
    if (const auto factor = scale(text); factor && (text != "m" || result.digits)) {
      if (*factor <= 100)
        part = (part == 0 ? 1 : part) * *factor;
      else {
        total += (part == 0 ? 1 : part) * *factor;
        part = 0;
      }
      i = next + 1;
      continue;
    }
    if (part != 0 && static_cast<long long>(part) % 100 != 0) break;
    if (part == 0 && total == 0) break;
    if (result.digits) break;  // "2.4 million 30 years ago"
    if (text == "and") ++next;
    if (next >= words.size()) break;
    const auto more = below_hundred(sentence, next);
    if (!more || *more == 0 || (i == first)) break;
    const bool after_scale = i > first && scale(word(i - 1)).has_value();
    if (!after_scale || word(i - 1) == "dozen") break;
    part += *more;
    i = next;
  }
  result.value = total + part;
  result.end = i;
  // "three and a half"
  if (word(i) == "and" && (word(i + 1) == "a" || word(i + 1) == "one") && word(i + 2) == "half" && result.value < 100) {
    result.value += 0.5;
    result.end = i + 3;
  }
  if (word(result.end) == "-" && word(result.end + 1) == "and" && word(result.end + 2) == "-" &&
      word(result.end + 3) == "a" && word(result.end + 4) == "-" && word(result.end + 5) == "half") {
    result.value += 0.5;
    result.end += 6;
  }
  return result;
}

}  // namespace wireroom
