#include "input/units.h"

#include <algorithm>

#include "base/unicode.h"

namespace wireroom {
namespace {

struct Line {
  Span span;  // trimmed
  std::uint32_t indent = 0;
};

Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    std::size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    std::size_t next = last;
    if (!is_space(next_code_point(text, next))) break;
    end = last;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Runs of lines without an empty line between them.
std::vector<std::vector<Line>> runs_of_lines(std::string_view text) {
  std::vector<std::vector<Line>> runs(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\r\f", at), text.size());
    const Span span = trimmed(text, at, end);
    if (span.empty()) {
      // "\r\n" is one line end; the empty piece between the two is no empty line.
      const bool within_line_end =
          at > 0 && end == at && text[at - 1] == '\r' && end < text.size() && text[end] == '\n';
      if (!within_line_end && !runs.back().empty()) runs.emplace_back();
    } else {
      runs.back().push_back({span, span.begin - static_cast<std::uint32_t>(at)});
    }
    at = end + 1;
  }
  if (runs.back().empty()) runs.pop_back();
  return runs;
}

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "”", "’", "»"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : kClosers)
      if (text.size() > closer.size() && text.ends_with(closer)) {
        text.remove_suffix(closer.size());
        again = true;
      }
  }
  // "Rep.", "Gen." at the end of a wrapped line end no sentence.
  const std::size_t word = text.find_last_of(" \n") + 1;
  if (text.ends_with('.') && text.size() - word <= 5 && text.size() - word >= 3 && word > 0 &&
      begins_upper(text.substr(word)) && !is_capitals(text.substr(word)))
    return false;
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
         text.ends_with(';') || text.ends_with("…");
}

bool begins_lower(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_lower(next_code_point(text, at));
}

// Lines of about equal length that mostly do not end sentences were cut at a column.
bool wrapped(std::string_view text, const std::vector<Line>& lines) {
  if (lines.size() < 2) return false;
  std::uint32_t longest = 0;
  for (const Line& line : lines) longest = std::max(longest, line.span.size());
  if (longest > 110 || longest < 40) return false;
  std::size_t full = 0, open = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].span.size() + 24 >= longest) ++full;
    if (!ends_sentence(text.substr(lines[i].span.begin, lines[i].span.size()))) ++open;
  }
  return 10 * full >= 7 * (lines.size() - 1) && 2 * open >= lines.size() - 1;
}

// "Subject: …", "LOAD-DATE: …": a word with a colon.
bool begins_with_label(std::string_view line) {
  const std::size_t colon = line.substr(0, 32).find(':');
  if (colon == std::string_view::npos || colon < 2 || !begins_upper(line)) return false;
  return line.substr(0, colon).find_first_of(" \t/") == std::string_view::npos;
}

// A code of two or three capitals alone on its line, as in exports of press archives.
bool is_code(std::string_view line) { return line.size() <= 3 && is_capitals(line); }

void add_run(std::string_view text, const std::vector<Line>& lines, std::vector<Unit>& units) {
  const auto words = [&](std::size_t i) { return text.substr(lines[i].span.begin, lines[i].span.size()); };
  const bool joined = wrapped(text, lines);
  const bool labelled = begins_with_label(words(0)) && lines.size() > 1 && begins_with_label(words(1));
  std::uint32_t least_indent = lines.front().indent;
  for (const Line& line : lines) least_indent = std::min(least_indent, line.indent);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool indented = lines[i].indent >= least_indent + 2;
    const bool apart =
        (labelled && begins_with_label(words(i))) || is_code(words(i)) || (i > 0 && is_code(words(i - 1)));
    // The folded line of a label is indented and goes on.
    if (i > 0 && !apart && ((joined && !indented) || (labelled && indented)))
      units.back().span.end = lines[i].span.end;
    else
      units.push_back({lines[i].span, i == 0 && !units.empty()});
  }
}

}  // namespace

std::vector<Unit> split_units(const Text& text) {
  const std::string_view all = text.view();
  std::vector<Unit> units;
  for (const auto& run : runs_of_lines(all)) add_run(all, run, units);
  std::vector<Unit> joined;
  for (const Unit& unit : units) {
    if (!joined.empty() && unit.gap_before && begins_lower(text.view(unit.span))) {
      const std::string_view before = text.view(joined.back().span);
      if (before.size() > 60 && !ends_sentence(before) && text.view(unit.span).find("://") == std::string_view::npos) {
        joined.back().span.end = unit.span.end;
        continue;
      }
    }
    joined.push_back(unit);
  }
  return joined;
}

}  // namespace wireroom
