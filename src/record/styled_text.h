// Text for a person at a terminal: runs of styled words, filled into lines of a width.
//
//   Paragraph p;
//   p.add("CONSULT", Style::event).add(" meet");
//   p.append_to(out, {.width = 100, .first_indent = 2, .indent = 4, .color = true});
//
// Width is counted in columns as terminals do (wide East Asian characters two, combining marks none).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wireroom {

enum class Style : unsigned char { plain, title, label, event, status, name, place, time, mark, speech, faint };

struct Page {
  unsigned width = 100;
  bool color = false;
};

struct Indent {
  unsigned first = 0, rest = 0;
};

class Paragraph {
 public:
  Paragraph& add(std::string_view text, Style style = Style::plain);
  [[nodiscard]] bool empty() const { return runs_.empty(); }
  // Lines of at most the page's width (a longer word stands alone); any white space is where a line may break and is
  // one blank, but two where a run begins with two.
  void append_to(std::string& out, const Page& page, Indent indent) const;

 private:
  struct Run {
    std::string text;
    Style style;
  };
  std::vector<Run> runs_;
};

// Columns that a text takes on a terminal.
[[nodiscard]] unsigned display_width(std::string_view utf8);

// Words that must not act on the terminal: control characters are shown as U+FFFD, white space as blanks.
[[nodiscard]] std::string printable(std::string_view utf8);

}  // namespace wireroom
