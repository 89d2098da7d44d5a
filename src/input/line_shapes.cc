#include "input/line_shapes.h"

#include <algorithm>
#include <initializer_list>

#include "base/unicode.h"

namespace wireroom {
namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_closers(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : {"\"", "'", ")", "]", "”", "’", "»"})
      if (text.size() > closer.size() && text.ends_with(closer)) {
        text.remove_suffix(closer.size());
        again = true;
      }
  }
  return text;
}

}  // namespace

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Span span_within(std::string_view all, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - all.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && blank(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !blank(text[at])) ++at;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    if (!blank(c) && !inside) ++words;
    inside = !blank(c);
  }
  return words;
}

std::string_view trimmed_line(std::string_view text) {
  while (!text.empty() && (blank(text.front()) || text.front() == ',')) text.remove_prefix(1);
  while (!text.empty() && (blank(text.back()) || text.back() == ',')) text.remove_suffix(1);
  return text;
}

bool ends_sentence(std::string_view text) {
  text = without_closers(text);
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

bool begins_with_quote(std::string_view text) {
  for (const std::string_view mark : {"\"", "“", "‘", "'", "«", "``"})
    if (text.starts_with(mark)) return true;
  return false;
}

bool is_quoted_whole(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"\"", "\""}, {"'", "'"}, {"“", "”"}, {"‘", "’"}, {"«", "»"}};
  for (const auto& [open, close] : kPairs)
    if (text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close)) return true;
  return false;
}

bool has_inner_sentence_end(std::string_view text) {
  for (std::size_t at = 2; at + 2 < text.size(); ++at) {
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') continue;
    std::string_view behind = text.substr(at + 1);
    for (const std::string_view closer : {"\"", "”", "’"})
      if (behind.starts_with(closer)) {
        behind.remove_prefix(closer.size());
        break;
      }
    if (!behind.starts_with(' ') && !behind.starts_with('\n')) continue;
    behind.remove_prefix(1);
    // "Mr. Smith", "U.S. President": a short or one-letter word before the mark ends no sentence.
    std::size_t word = at;
    while (word > 0 && !blank(text[word - 1])) --word;
    const std::string_view before = text.substr(word, at - word);
    const bool short_form =
        text[at] == '.' && (before.size() <= 3 || before.find('.') != std::string_view::npos) && begins_upper(before);
    if (!short_form && (begins_upper(behind) || begins_with_quote(behind))) return true;
  }
  return false;
}

bool is_pull_quote(std::string_view text) {
  if (!begins_with_quote(text)) return false;
  for (const std::string_view mark :
       {"\" — ", "\" – ", "\" -- ", "\" - ", "” — ", "” – ", "” -- ", "” - ", "’ — ", "’ – "}) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos && at > 8)
      return begins_upper(text.substr(at + mark.size())) && count_words(text.substr(at + mark.size())) <= 12;
  }
  return false;
}

bool is_url(std::string_view text) {
  return (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) &&
         text.find_first_of(" \t\n\r") == std::string_view::npos;
}

std::string_view address_in(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://", "www."}) {
    const std::size_t at = text.find(scheme);
    if (at == std::string_view::npos) continue;
    const std::size_t end = std::min(text.find_first_of(" \t\n\r\"<>)", at), text.size());
    return text.substr(at, end - at);
  }
  return {};
}

std::string host_of(std::string_view url) {
  if (const std::size_t at = url.find("://"); at != std::string_view::npos) url.remove_prefix(at + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return std::string(url);
}

bool is_host(std::string_view text) {
  if (text.size() < 4 || text.size() > 60 || text.front() == '.' || text.back() == '.') return false;
  std::size_t dots = 0;
  for (const char c : text) {
    if (c == '.')
      ++dots;
    else if (!(c >= 'a' && c <= 'z') && !digit(c) && c != '-')
      return false;
  }
  const std::size_t last = text.rfind('.');
  return dots >= 1 && text.size() - last > 2 && !digit(text[last + 1]);
}

bool is_bullet(std::string_view text) {
  for (const std::string_view mark : {"• ", "* ", "- ", "– ", "▪", "·", "●", "‣"})
    if (text.starts_with(mark)) return true;
  std::size_t at = 0;
  while (at < text.size() && digit(text[at])) ++at;
  return at > 0 && at < 3 && at + 1 < text.size() && (text[at] == '.' || text[at] == ')') && text[at + 1] == ' ';
}

bool is_ruler(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) return false;
  }
  return true;
}

bool has_cells(std::string_view text) { return std::count(text.begin(), text.end(), '\t') >= 2; }

std::string_view turn_label(std::string_view text) {
  if (text.starts_with("Q. ") || text.starts_with("A. ")) return text.substr(0, 2);
  if (text.starts_with("((")) {  // "((WN))  What did you find?"
    const std::size_t end = text.substr(0, 50).find("))");
    if (end != std::string_view::npos) return text.substr(0, end + 2);
  }
  const std::size_t colon = text.substr(0, 50).find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 >= text.size() || text[colon + 1] != ' ') return {};
  const std::string_view label = text.substr(0, colon);
  if (label == "Q" || label == "A" || is_capitals(label)) return text.substr(0, colon + 1);
  return {};
}

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return capitals;
}

std::string_view clock_label(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && digit(text[at])) ++at;
  if (at == 0 || at > 2 || at + 3 > text.size() || (text[at] != '.' && text[at] != ':' && text[at] != 'h')) return {};
  if (!digit(text[at + 1]) || !digit(text[at + 2])) return {};
  at += 3;
  constexpr std::size_t kLongestZone = 12;  // "p.m. GMT"
  for (const std::size_t end = std::min(text.size(), at + kLongestZone); at < end; ++at) {
    const std::string_view behind = text.substr(at);
    if (behind.starts_with(": ")) return text.substr(0, at + 1);
    for (const std::string_view dash : {" - ", " – ", " — "})
      if (behind.starts_with(dash)) return text.substr(0, at + dash.size() - 1);
    const char c = text[at];
    if (c != ' ' && c != '.' && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) return {};
  }
  return {};
}

bool reads_like_headline(std::string_view text) {
  constexpr std::size_t kFewest = 5, kLongWord = 5;
  const auto words = words_of(text);
  if (words.size() < kFewest || words.back().find_first_of(".?!") != std::string_view::npos) return false;
  std::size_t upper = 0;
  for (const std::string_view word : words) {
    if (begins_upper(word)) ++upper;
    if (word.size() >= kLongWord && word[0] >= 'a' && word[0] <= 'z') return false;
  }
  return 2 * upper > words.size() && !is_capitals(text);
}

bool looks_like_name(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() < 2 || words.size() > 6) return false;
  for (const std::string_view word : words) {
    if (one_of(word, {"de", "da", "di", "du", "van", "von", "der", "den", "el", "al", "bin", "ben", "la", "le", "dos",
                      "del", "ter"}))
      continue;
    if (!begins_upper(word) || word.find_first_of("0123456789:;@/\"") != std::string_view::npos) return false;
  }
  return !one_of(lower(words.front()), {"our", "the", "a", "an", "staff", "special", "from"});
}

}  // namespace wireroom
