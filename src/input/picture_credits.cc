#include "input/picture_credits.h"

#include <algorithm>
#include <array>

#include "input/headers.h"
#include "input/line_shapes.h"

namespace wireroom {
namespace {

constexpr std::size_t kMostWords = 12;  // of a credit
constexpr std::array<std::string_view, 9> kLabels = {
    "Photo:",  "Image:",        "Picture:",      "Photograph:",  "Credit:",
    "Photos:", "Photographer:", "Photo credit:", "Image credit:"};

// "AFP/Getty", "Jane Doe/Reuters", "REUTERS/Jane Doe/File Photo", "AP Photo/Jane Doe, File"
bool names_source(const HeaderReader& headers, std::string_view text) {
  if (text.find('/') == std::string_view::npos) return false;
  bool source = false;
  while (!text.empty()) {
    const std::size_t mark = std::min(text.find_first_of("/,;"), text.size());
    std::string_view part = trimmed_line(text.substr(0, mark));
    if (part.ends_with(" Photo")) part.remove_suffix(6);
    if (count_words(part) > 4) return false;
    source = source || headers.is_picture_source(part);
    text.remove_prefix(std::min(mark + 1, text.size()));
  }
  return source;
}

bool labelled(std::string_view text) {
  return std::any_of(kLabels.begin(), kLabels.end(), [&](std::string_view label) { return text.starts_with(label); });
}

bool is_credit(const HeaderReader& headers, std::string_view text) {
  return count_words(text) <= kMostWords && (labelled(text) || names_source(headers, text));
}

std::vector<Span> in_brackets(const HeaderReader& headers, std::string_view line) {
  std::vector<Span> found;
  for (std::size_t open = line.find_first_of("(["); open != std::string_view::npos;) {
    const std::size_t close = line.find_first_of(line[open] == '(' ? ")" : "]", open);
    if (close == std::string_view::npos) break;
    if (close - open < 150 && is_credit(headers, trimmed_line(line.substr(open + 1, close - open - 1))))
      found.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)});
    open = line.find_first_of("([", close);
  }
  return found;
}

// Where what stands behind the last sentence begins.
std::size_t last_part(std::string_view line) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    const bool end = line[at] == '.' || line[at] == '?' || line[at] == '!' || line[at] == '|';
    if (!end) continue;
    std::size_t next = at + 1;
    while (next < line.size() && (line[next] == '"' || line[next] == '\'' || line[next] == ')')) ++next;
    if (next < line.size() && line[next] == ' ') begin = next + 1;
  }
  return begin;
}

// Where a credit begins that ends the line; its size if there is none.
std::size_t at_end(const HeaderReader& headers, std::string_view line) {
  for (const std::string_view label : kLabels) {
    const std::size_t at = line.rfind(label);
    if (at == std::string_view::npos || (at > 0 && line[at - 1] != ' ')) continue;
    if (count_words(line.substr(at)) <= kMostWords) return at;
  }
  const std::size_t part = last_part(line);
  return is_credit(headers, trimmed_line(line.substr(part))) ? part : line.size();
}

}  // namespace

std::vector<Span> picture_credits(const HeaderReader& headers, std::string_view line) {
  constexpr std::string_view kCopyright = "Image copyright ", kCaption = "Image caption ";
  std::vector<Span> found;
  std::size_t begin = 0;
  if (line.starts_with(kCopyright)) {
    const std::size_t caption = line.find(kCaption);
    const bool whole = caption == std::string_view::npos && count_words(line) <= kMostWords;
    begin = whole ? line.size() : caption == std::string_view::npos ? 0 : caption + kCaption.size();
    if (begin > 0) found.push_back({0, static_cast<std::uint32_t>(begin)});
  }
  for (const Span& span : in_brackets(headers, line))
    if (span.begin >= begin) found.push_back(span), begin = span.end;
  const std::size_t end = begin + at_end(headers, line.substr(begin));
  if (end < line.size()) found.push_back({static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(line.size())});
  return found;
}

}  // namespace wireroom
