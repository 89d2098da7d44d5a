#include "cli/help_text.h"

#include <algorithm>

namespace wireroom::cli {
namespace {

constexpr std::size_t kWidth = 80;

// Columns of a line: help texts hold no signs of other widths than one.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void append_wrapped(std::string_view line, std::size_t hang, std::string& out) {
  std::size_t at = line.find_first_not_of(' '), width = at;
  out += line.substr(0, at);
  bool begins = true;
  while (at < line.size()) {
    // A word with the blanks before it, which line up columns.
    const std::size_t word = std::min(line.find_first_not_of(' ', at), line.size());
    const std::size_t end = std::min(line.find(' ', word), line.size());
    const std::string_view piece = line.substr(at, end - at);
    if (!begins && width + columns(piece) > kWidth) {
      out += '\n' + std::string(hang, ' ');
      out += line.substr(word, end - word);
      width = hang + columns(line.substr(word, end - word));
    } else {
      out += piece;
      width += columns(piece);
    }
    begins = false;
    at = end;
  }
}

}  // namespace

std::string wrapped(std::string_view help, std::size_t column) {
  std::string out;
  while (!help.empty()) {
    const std::size_t end = std::min(help.find('\n'), help.size());
    std::string_view line = help.substr(0, end);
    help.remove_prefix(std::min(end + 1, help.size()));
    line = line.substr(0, line.find_last_not_of(' ') + 1);
    if (columns(line) <= kWidth)
      out += line;
    else
      append_wrapped(line, line.starts_with("  ") ? column : 0, out);
    out += '\n';
  }
  return out;
}

}  // namespace wireroom::cli
