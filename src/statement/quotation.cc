#include "statement/quotation.h"

#include <string_view>

#include "base/unicode.h"

namespace wireroom {
namespace {

enum class Mark : std::uint8_t { none, opens, closes, either, single_opens, single_either };

// One mark in a paragraph with what stands around it.
struct Found {
  Mark mark = Mark::none;
  std::size_t begin = 0, end = 0;
  char32_t before = 0, after = 0;  // 0 at the edges of the paragraph
};

bool is_word(char32_t c) { return c != 0 && (is_letter(c) || is_digit(c)); }
bool is_gap(char32_t c) { return c == 0 || is_space(c); }
bool opens_bracket(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'—' || c == U'–' || c == U'/' || c == U'-';
}

Mark mark_of(char32_t c) {
  switch (c) {
    case U'“':
    case U'«':
    case U'„':
    case U'‟':
      return Mark::opens;
    case U'”':
    case U'»':
      return Mark::closes;
    case U'"':
    case U'＂':
      return Mark::either;
    case U'‘':
    case U'‹':
    case U'‚':
      return Mark::single_opens;
    case U'’':
    case U'\'':
    case U'`':
    case U'›':
      return Mark::single_either;
    default:
      return Mark::none;
  }
}

std::vector<Found> find_marks(std::string_view text) {
  std::vector<Found> marks;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    char32_t c = next_code_point(text, at);
    Mark mark = mark_of(c);
    if (mark == Mark::single_either && at < text.size()) {  // `` and '' are double marks made of two signs
      std::size_t next = at;
      if (const char32_t second = next_code_point(text, next); second == c && c != U'›') {
        mark = c == U'`' ? Mark::opens : Mark::either;
        at = next;
      }
    }
    if (mark != Mark::none) {
      std::size_t next = at;
      const char32_t after = at < text.size() ? next_code_point(text, next) : 0;
      marks.push_back({mark, begin, at, before, after});
    }
    before = c;
  }
  return marks;
}

// What an ambiguous mark is by its place: after a blank it opens, before one it closes.
bool looks_opening(const Found& m) { return (is_gap(m.before) || opens_bracket(m.before)) && !is_gap(m.after); }
bool looks_closing(const Found& m) { return !is_gap(m.before) && !is_word(m.after); }

bool may_open(const Found& m) {
  if (m.mark == Mark::opens) return true;
  if (m.mark != Mark::either) return false;
  if (is_digit(m.before) && is_gap(m.after)) return false;  // inches
  return looks_opening(m) || (!is_word(m.before) && !is_gap(m.after)) || (is_gap(m.before) && is_gap(m.after));
}
bool may_close(const Found& m) {
  return m.mark == Mark::closes || (m.mark == Mark::either && !(looks_opening(m) && m.before != 0 && is_gap(m.before)));
}

// "’90s", "’em": an apostrophe that stands before its word.
bool is_leading_apostrophe(std::string_view text, const Found& m) {
  std::string_view rest = text.substr(m.end);
  std::size_t digits = 0;
  while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
  if (digits == 2 && (rest.size() == 2 || rest[2] == 's' || !is_word(static_cast<unsigned char>(rest[2])))) return true;
  for (std::string_view word : {"em", "til", "tis", "twas", "cause", "n", "round", "bout"}) {
    if (!rest.starts_with(word)) continue;
    if (rest.size() == word.size() || !is_word(static_cast<unsigned char>(rest[word.size()]))) return true;
  }
  return false;
}

// The single mark that closes what `open` opened. The last chance before a double mark or a new opening is taken; one
// after punctuation is surer than one that may be the apostrophe of a plural ("voters’").
std::optional<std::size_t> single_close(const std::vector<Found>& marks, std::size_t open) {
  std::optional<std::size_t> plain, plural;
  for (std::size_t i = open + 1; i < marks.size() && i < open + 60; ++i) {
    const Found& m = marks[i];
    if (m.mark == Mark::opens || m.mark == Mark::closes || m.mark == Mark::either) continue;
    if (m.mark == Mark::single_opens) {
      if (plain || plural) break;
      continue;
    }
    if (!looks_closing(m)) continue;
    if (m.before == U',' || m.before == U'.' || m.before == U'?' || m.before == U'!' || m.before == U'…')
      return plain ? plain : i;
    if (m.before == U's') {
      if (!plural) plural = i;
    } else if (!plain) {
      plain = i;
    }
  }
  return plain ? plain : plural;
}

class Paragraph {
 public:
  Paragraph(const Report& report, std::uint32_t block, std::vector<Quotation>& result)
      : block_(block),
        origin_(report.blocks[block].span.begin),
        text_(report.text.view(report.blocks[block].span)),
        marks_(find_marks(text_)),
        result_(result) {}

  // `open` is the quotation that the paragraph before left open.
  void read(std::optional<std::uint32_t> open) {
    count_closings();
    std::size_t i = 0;
    if (open) i = continue_from(*open);
    while (i < marks_.size()) i = step(i);
  }

 private:
  void count_closings() {
    closings_after_.assign(marks_.size() + 1, 0);
    for (std::size_t i = marks_.size(); i-- > 0;)
      closings_after_[i] = closings_after_[i + 1] + (may_close(marks_[i]) ? 1u : 0u);
  }

  // A paragraph that opens anew, or whose first mark closes, goes on with the quotation before.
  std::size_t continue_from(std::uint32_t open) {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      const Found& m = marks_[i];
      if (m.mark == Mark::single_opens || m.mark == Mark::single_either) continue;
      if (may_open(m)) {
        if (m.begin != 0) return 0;
        const std::size_t next = double_quotation(i);
        result_.back().continues = open;
        return next;
      }
      add(0, 0, m.begin, m.end, true);
      result_.back().continues = open;
      return i + 1;
    }
    return 0;
  }

  std::size_t step(std::size_t i) {
    const Found& m = marks_[i];
    if (may_open(m)) return double_quotation(i);
    const bool single = m.mark == Mark::single_opens || (m.mark == Mark::single_either && looks_opening(m));
    if (single && !is_gap(m.after) && !is_word(m.before) && !is_leading_apostrophe(text_, m)) {
      if (const auto close = single_close(marks_, i)) {
        add(m.begin, m.end, marks_[*close].begin, marks_[*close].end, true);
        return *close + 1;
      }
    }
    return i + 1;
  }

  // From the opening mark `i` to its closing one; returns the number of the mark to go on with.
  std::size_t double_quotation(std::size_t i) {
    const Found& open = marks_[i];
    std::size_t depth = 1;
    for (std::size_t k = i + 1; k < marks_.size(); ++k) {
      const Found& m = marks_[k];
      if (m.mark == Mark::single_opens || m.mark == Mark::single_either) continue;
      if (may_close(m)) {
        if (--depth > 0) continue;
        add(open.begin, open.end, m.begin, m.end, true);
        return k + 1;
      }
      if (!may_open(m)) continue;
      if (closings_after_[k + 1] > depth) {
        ++depth;
      } else {  // its closing mark is missing: the next quotation ends it
        add(open.begin, open.end, m.begin, m.begin, true);
        return k;
      }
    }
    add(open.begin, open.end, text_.size(), text_.size(), false);
    return marks_.size();
  }

  void add(std::size_t begin, std::size_t inner_begin, std::size_t inner_end, std::size_t end, bool closed) {
    while (inner_begin < inner_end) {
      std::size_t next = inner_begin;
      if (!is_space(next_code_point(text_, next))) break;
      inner_begin = next;
    }
    while (inner_begin < inner_end) {
      const char32_t last = code_point_before(text_, inner_end);
      if (!is_space(last)) break;
      inner_end -= last < 0x80 ? 1u : last < 0x800 ? 2u : 3u;
    }
    Quotation quotation;
    quotation.inner = at(inner_begin, inner_end);
    quotation.outer = at(begin, end);
    quotation.block = block_;
    quotation.closed = closed;
    result_.push_back(quotation);
  }

  Span at(std::size_t begin, std::size_t end) const {
    return {origin_ + static_cast<std::uint32_t>(begin), origin_ + static_cast<std::uint32_t>(end)};
  }

  std::uint32_t block_, origin_;
  std::string_view text_;
  std::vector<Found> marks_;
  std::vector<std::size_t> closings_after_;
  std::vector<Quotation>& result_;
};

bool is_running_text(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::quote || kind == BlockKind::turn ||
         kind == BlockKind::standfirst;
}

}  // namespace

std::vector<Quotation> find_quotations(const Report& report) {
  std::vector<Quotation> result;
  std::optional<std::uint32_t> open;  // left open by the paragraph before
  for (std::uint32_t block = 0; block < report.blocks.size(); ++block) {
    const BlockKind kind = report.blocks[block].kind;
    if (!is_prose(kind)) continue;
    const std::size_t before = result.size();
    Paragraph(report, block, result).read(is_running_text(kind) ? open : std::nullopt);
    open.reset();
    if (is_running_text(kind) && result.size() > before && !result.back().closed)
      open = static_cast<std::uint32_t>(result.size() - 1);
  }
  return result;
}

}  // namespace wireroom
