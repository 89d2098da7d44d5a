#include "record/styled_text.h"

#include <utf8proc.h>

#include <algorithm>

namespace wireroom {
namespace {

constexpr std::string_view code_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::title:
      return "\x1b[1m";
    case Style::label:
      return "\x1b[2m";
    case Style::event:
      return "\x1b[1;36m";
    case Style::status:
      return "\x1b[33m";
    case Style::name:
      return "\x1b[1m";
    case Style::place:
      return "\x1b[32m";
    case Style::time:
      return "\x1b[35m";
    case Style::mark:
      return "\x1b[1;4m";
    case Style::speech:
      return "\x1b[34m";
    case Style::faint:
      return "\x1b[2m";
  }
  return "";
}
constexpr std::string_view kPlainAgain = "\x1b[0m";

// A word of the paragraph: pieces of one or more styles without white space between them.
struct Piece {
  std::string_view text;
  Style style;
};

}  // namespace

unsigned display_width(std::string_view utf8) {
  unsigned width = 0;
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
  auto left = static_cast<utf8proc_ssize_t>(utf8.size());
  while (left > 0) {
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t used = utf8proc_iterate(at, left, &code_point);
    if (used <= 0) break;
    const int columns = utf8proc_charwidth(code_point);
    width += columns > 0 ? static_cast<unsigned>(columns) : 0;
    at += used;
    left -= used;
  }
  return width;
}

std::string printable(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(utf8[i]);
    if (c == '\n' || c == '\t' || c == '\r') {
      out += ' ';
    } else if (c < 0x20 || c == 0x7F) {
      out += "\xEF\xBF\xBD";
    } else if (c == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0) {
      out += "\xEF\xBF\xBD";  // C1 controls
      ++i;
    } else {
      out += utf8[i];
    }
  }
  return out;
}

Paragraph& Paragraph::add(std::string_view text, Style style) {
  if (!text.empty()) runs_.push_back({printable(text), style});
  return *this;
}

void Paragraph::append_to(std::string& out, const Page& page, Indent indent) const {
  unsigned column = indent.first;
  bool line_begins = true;
  std::string line(indent.first, ' ');
  std::vector<Piece> word;
  unsigned word_width = 0;
  Style current = Style::plain;
  const auto switch_to = [&](Style style) {
    if (!page.color || style == current) return;
    if (current != Style::plain) line += kPlainAgain;
    line += code_of(style);
    current = style;
  };
  unsigned gap = 0;  // blanks that stand before the word
  Style gap_style = Style::plain;
  const auto put_word = [&] {
    if (word.empty()) return;
    if (!line_begins && gap != 0 && column + gap + word_width > page.width) {
      switch_to(Style::plain);
      out += line;
      out += '\n';
      line.assign(indent.rest, ' ');
      column = indent.rest;
    } else if (!line_begins && gap != 0) {
      switch_to(gap_style == word.front().style ? gap_style : Style::plain);
      line.append(gap, ' ');
      column += gap;
    }
    for (const Piece& piece : word) {
      switch_to(piece.style);
      line += piece.text;
    }
    column += word_width;
    line_begins = false;
    word.clear();
    word_width = 0;
    gap = 0;
  };
  for (const Run& run : runs_) {
    std::size_t begin = 0;
    while (begin <= run.text.size()) {
      const std::size_t blank = std::min(run.text.find(' ', begin), run.text.size());
      if (blank > begin) {
        const std::string_view piece = std::string_view(run.text).substr(begin, blank - begin);
        word.push_back({piece, run.style});
        word_width += display_width(piece);
      }
      if (blank < run.text.size()) {
        put_word();
        gap = std::max(gap, run.text.starts_with("  ") && begin <= 1 ? 2u : 1u);
        gap_style = run.style;
      }
      begin = blank + 1;
    }
  }
  put_word();
  switch_to(Style::plain);
  out += line;
  out += '\n';
}

}  // namespace wireroom
