// Blocks of a plain text. Units (paragraphs and single lines) are named from the outside in: labelled fields and turns
// of a transcript first, then the head line by line until something can only be the body, then the body. Each decision
// looks at one unit and its neighbours, so the time is linear.
#include "input/layout.h"

#include <algorithm>

#include "base/unicode.h"
#include "input/line_shapes.h"
#include "input/picture_credits.h"

namespace wireroom {
namespace {

constexpr std::size_t kHeadUnits = 14;  // how many units a head may have before the body must have begun
constexpr std::size_t kHeadlineWords = 35;
constexpr std::size_t kStandfirstWords = 60;
constexpr std::size_t kSubheadWords = 20;

std::string_view text_of(const Report& report, const Named& named) { return report.text.view(named.unit.span); }

// A statement's full stop; a headline may end in "?", "!" or "…" but seldom in this.
bool ends_with_full_stop(std::string_view line) {
  return ends_sentence(line) && line.find_last_of('.') != std::string_view::npos &&
         line.size() - line.find_last_of('.') <= 5 && !line.ends_with("...") && !line.ends_with("…") &&
         !line.ends_with('?') && !line.ends_with('!');
}

// 'Ends recession debate': CPA Canada: the quotation that begins the line ends within it.
bool closes_quote(std::string_view line) {
  for (const std::string_view mark : {"\" ", "\":", "' ", "':", "” ", "”:", "’ ", "’:"})
    if (line.find(mark, 4) != std::string_view::npos) return true;
  return false;
}

}  // namespace

struct LayoutReader::Head {
  bool headline = false, byline = false, date = false, standfirst = false, fields = false;
  void add(BlockKind kind) {
    headline = headline || kind == BlockKind::headline;
    byline = byline || kind == BlockKind::byline;
    date = date || kind == BlockKind::date || kind == BlockKind::dateline;
    standfirst = standfirst || kind == BlockKind::standfirst;
  }
};

Result<LayoutReader> LayoutReader::load() {
  WIREROOM_TRY(headers, HeaderReader::load());
  WIREROOM_TRY(fields, FieldReader::load());
  return LayoutReader(std::move(headers), std::move(fields));
}

void LayoutReader::read(Report& report, std::optional<Date> option_date) const {
  std::vector<Named> units;
  for (const Unit& unit : split_units(report.text)) units.push_back({unit, std::nullopt, false});
  name_units(report, units);
  make_blocks(report, units);
  read_head(report, option_date);
}

void LayoutReader::name_units(const Report& report, std::vector<Named>& units) const {
  const bool fields = fields_.name(report.text.view(), units);
  name_title(report, units);
  name_turns(report, units);
  split_bars(report, units);
  name_head(report, units, fields);
  name_body(report, units);
  name_lists(report, units);
}

// A title that metadata gave is the headline where it stands alone at the beginning.
void LayoutReader::name_title(const Report& report, std::vector<Named>& units) const {
  if (!report.title || !report.title->span) return;
  for (Named& named : units) {
    if (named.unit.span.end > report.title->span->end) break;
    named.kind = BlockKind::headline;
  }
}

// "RELATED: …" is no speaker, and a label before a line in Title Case without a full stop is a link to another report.
bool LayoutReader::is_turn(const Report& report, const Named& named) const {
  if (named.kind) return false;
  const std::string_view line = text_of(report, named);
  const std::string_view label = turn_label(line);
  return !label.empty() && !headers_.by_words(line, false) && !reads_like_headline(line.substr(label.size()));
}

void LayoutReader::name_turns(const Report& report, std::vector<Named>& units) const {
  std::size_t labelled = 0;
  for (const Named& named : units)
    if (is_turn(report, named)) ++labelled;
  if (labelled < 3) return;
  for (Named& named : units)
    if (is_turn(report, named)) named.kind = BlockKind::turn;
}

// "By Anna Smith | Published 24 March 2016 | 4 min read" is a byline and a date.
void LayoutReader::split_bars(const Report& report, std::vector<Named>& units) const {
  for (std::size_t i = 0; i < units.size() && i < kHeadUnits; ++i) {
    if (units[i].kind) continue;
    const Span span = units[i].unit.span;
    const std::string_view line = report.text.view(span);
    if (line.size() > 200) continue;
    for (const std::string_view bar : {" | ", " • ", " · "}) {
      const std::size_t at = line.find(bar);
      if (at == std::string_view::npos) continue;
      const std::string_view before = line.substr(0, at), behind = line.substr(at + bar.size());
      const bool byline = headers_.byline(before) || headers_.bare_byline(before);
      if (!byline || !headers_.date_line(behind)) continue;
      const auto cut = span.begin + static_cast<std::uint32_t>(at);
      const auto rest = cut + static_cast<std::uint32_t>(bar.size());
      units[i].unit.span.end = rest - 1;  // the bar goes with the byline
      units[i].kind = BlockKind::byline;
      units.insert(units.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                   Named{{{rest, span.end}, false}, BlockKind::date, false});
      break;
    }
  }
}

// The head: everything before the first unit that can only be a paragraph of the body.
void LayoutReader::name_head(const Report& report, std::vector<Named>& units, bool fields) const {
  Head head;
  head.fields = fields;
  std::size_t looked = 0;
  for (std::size_t i = 0; i < units.size() && looked < kHeadUnits; ++i) {
    if (!units[i].kind) {
      ++looked;
      units[i].kind = kind_in_head(report, units, i, head);
      if (!units[i].kind) return;
    } else if (units[i].kind == BlockKind::turn) {
      return;
    }
    head.add(*units[i].kind);
  }
}

std::optional<BlockKind> LayoutReader::kind_in_head(const Report& report, const std::vector<Named>& units,
                                                    std::size_t i, const Head& head) const {
  const std::string_view line = text_of(report, units[i]);
  if (HeaderReader::page_header(line) || headers_.only_controls(line)) return BlockKind::boilerplate;
  if (is_url(line)) return BlockKind::url;
  if (is_ruler(line)) return BlockKind::boilerplate;
  if (!head.byline && headers_.byline(line)) return BlockKind::byline;
  if (headers_.date_line(line) || headers_.time_line(line)) return BlockKind::date;
  if (head.headline && headers_.place_and_date(line)) return BlockKind::dateline;
  if (headers_.dateline(line, head.headline)) return std::nullopt;
  if (const auto kind = headers_.by_words(line, true)) return kind;
  if (headers_.is_agency(line)) return head.byline ? BlockKind::credit : BlockKind::byline;
  if (head.headline && !head.byline && i + 1 < units.size() && headers_.bare_byline(line)) return BlockKind::byline;
  if (!head.headline) {
    if (is_host(line)) return BlockKind::boilerplate;
    // An export names the paper above the date.
    if (head.fields && i + 1 < units.size() && !head.date && count_words(line) <= 8 &&
        headers_.date_line(text_of(report, units[i + 1])))
      return BlockKind::boilerplate;
    if (is_headline(report, units, i)) return BlockKind::headline;
    return std::nullopt;
  }
  if (is_caption_of_head(line) && i + 1 < units.size()) return BlockKind::caption;
  if (is_standfirst(report, units, i, head)) return BlockKind::standfirst;
  return std::nullopt;
}

bool LayoutReader::is_headline(const Report& report, const std::vector<Named>& units, std::size_t i) const {
  const std::string_view line = text_of(report, units[i]);
  if (i + 1 >= units.size() || count_words(line) > kHeadlineWords || is_bullet(line) || has_cells(line)) return false;
  if (line.ends_with(':') || line.ends_with(',')) return false;
  if (!ends_with_full_stop(line) || is_capitals(line)) return count_words(line) <= 25 || !has_inner_sentence_end(line);
  return count_words(line) <= 25 && announces_body(report, units, i + 1);
}

// Whether what follows is a line of a head (byline, date) or the dateline of the first paragraph; captions between do
// not matter.
bool LayoutReader::announces_body(const Report& report, const std::vector<Named>& units, std::size_t from) const {
  for (std::size_t i = from; i < units.size() && i < from + 4; ++i) {
    const std::string_view line = text_of(report, units[i]);
    if (units[i].kind == BlockKind::byline || units[i].kind == BlockKind::date) return true;
    if (headers_.byline(line) || headers_.date_line(line) || headers_.place_and_date(line) ||
        headers_.dateline(line, true))
      return true;
    if (!headers_.by_words(line, true) && !headers_.only_controls(line) && !is_caption_of_head(line)) return false;
  }
  return false;
}

bool LayoutReader::is_standfirst(const Report& report, const std::vector<Named>& units, std::size_t i,
                                 const Head& head) const {
  const std::string_view line = text_of(report, units[i]);
  const std::size_t words = count_words(line);
  if (head.standfirst || i + 1 >= units.size() || words > kStandfirstWords || words < 3 || is_bullet(line))
    return false;
  if (line.ends_with(':') || line.ends_with(',') || has_cells(line)) return false;
  if (announces_body(report, units, i + 1)) return true;
  return !ends_sentence(line) && words >= 5 && (!begins_with_quote(line) || is_quoted_whole(line));
}

// A text below a picture: it ends with the full date on which it was taken, or with an agency in brackets.
bool LayoutReader::is_caption_of_head(std::string_view line) const {
  constexpr std::size_t kMostWords = 70, kTail = 40;
  if (count_words(line) > kMostWords || line.find('"') != std::string_view::npos) return false;
  const std::size_t tail = line.size() > kTail ? line.size() - kTail : 0;
  const auto printed = headers_.dates().find(line, tail);
  if (printed && HeaderReader::is_as_of(line, printed->begin)) return false;
  if (printed && printed->year != 0 && printed->day != 0 && line.size() - printed->end <= 2 && printed->begin > 20)
    return true;
  return picture_credit(line) < line.size();
}

// Where the credit of a picture begins that ends the line: "… in Oslo [Jane Doe/AP]", "Jane Doe/EPA"; size() if there
// is none.
std::size_t LayoutReader::picture_credit(std::string_view line) const {
  const bool bracket = line.ends_with(')') || line.ends_with(']');
  const std::size_t open = bracket ? line.find_last_of("([") : std::string_view::npos;
  if (bracket && (open == std::string_view::npos || open < 10)) return line.size();
  std::string_view inside = bracket ? line.substr(open + 1, line.size() - open - 2) : line;
  if (!bracket && (inside.find('/') == std::string_view::npos || count_words(inside) > 6)) return line.size();
  while (!inside.empty()) {  // "AFP/Getty", "Jane Doe, Reuters"
    const std::size_t mark = inside.find_first_of("/,:");
    if (headers_.is_picture_source(trimmed_line(inside.substr(0, mark)))) return bracket ? open : 0;
    inside.remove_prefix(mark == std::string_view::npos ? inside.size() : mark + 1);
  }
  return line.size();
}

void LayoutReader::name_body(const Report& report, std::vector<Named>& units) const {
  std::size_t first = 0;
  while (first < units.size() && units[first].kind) ++first;
  bool after_url_label = false;
  for (std::size_t i = first; i < units.size(); ++i) {
    const std::string_view line = text_of(report, units[i]);
    if (!units[i].kind) {
      if (after_url_label && !address_in(line).empty() && count_words(line) <= 2)
        units[i].kind = BlockKind::url;
      else
        units[i].kind = kind_in_body(report, units, i, first);
    }
    after_url_label = units[i].kind == BlockKind::url && address_in(line).empty();
  }
}

BlockKind LayoutReader::kind_in_body(const Report& report, const std::vector<Named>& units, std::size_t i,
                                     std::size_t first) const {
  const std::string_view line = text_of(report, units[i]);
  const std::size_t words = count_words(line);
  const bool near_an_end = i < first + 2 || i + 4 >= units.size();
  if (is_url(line)) return BlockKind::url;
  // What a browser prints below each page: the address and the page's number.
  if (words == 2 && line.find("://") != std::string_view::npos && line.find('/') != std::string_view::npos)
    return BlockKind::boilerplate;
  if (HeaderReader::page_header(line) || headers_.only_controls(line) || is_ruler(line)) return BlockKind::boilerplate;
  if (i > first && near_an_end && headers_.date_line(line)) return BlockKind::date;
  if (i > first && headers_.time_line(line)) return BlockKind::date;
  // An analysis within a report has a byline of its own.
  if (words <= 14 && (near_an_end || !ends_sentence(line)))
    if (const auto byline = headers_.byline(line); byline && !byline->authors.empty()) return BlockKind::byline;
  if (const auto by_words = headers_.by_words(line, false)) return *by_words;
  if (near_an_end && headers_.is_agency(line)) return BlockKind::credit;
  if (words == 1 && line.find('@') != std::string_view::npos) return BlockKind::contact;
  if (has_cells(line)) return BlockKind::table;
  const std::size_t credit = picture_credit(line);
  if (words <= 40 && credit < line.size() && !ends_sentence(trimmed_line(line.substr(0, credit))))
    return BlockKind::caption;
  if (is_pull_quote(line)) return BlockKind::quote;
  const bool next_is_prose =
      i + 1 < units.size() && !units[i + 1].kind && count_words(text_of(report, units[i + 1])) >= 12;
  if (is_bullet(line)) {
    // "1. What was agreed" above its paragraph is a subhead; items follow each other.
    const bool numbered = line.front() >= '0' && line.front() <= '9';
    const bool alone =
        next_is_prose && !is_bullet(text_of(report, units[i + 1])) && words <= 12 && !ends_sentence(line);
    return numbered && alone ? BlockKind::subhead : BlockKind::list;
  }
  if (i == first || i + 1 >= units.size() || words > kSubheadWords || line.ends_with(':') || line.ends_with(',') ||
      line.ends_with(';'))
    return BlockKind::paragraph;
  const bool quoted = begins_with_quote(line);
  if (line.ends_with('?') && words <= 14 && next_is_prose && !quoted && !has_inner_sentence_end(line))
    return BlockKind::subhead;
  if (line.find(" said") != std::string_view::npos) return BlockKind::paragraph;
  // Long lines in capitals within a text that is not: links to other reports.
  constexpr std::size_t kLinkWords = 7;
  if (words >= kLinkWords && is_capitals(line) && !is_capitals(text_of(report, units[i + 1])))
    return BlockKind::boilerplate;
  const bool opens = begins_upper(line) || (line.front() >= '0' && line.front() <= '9') || quoted;
  if (!ends_sentence(line) && opens && (!quoted || is_quoted_whole(line) || closes_quote(line)))
    return BlockKind::subhead;
  return BlockKind::paragraph;
}

// Lines like subheads that follow each other head nothing: they are a list, or with figures in most of them a table.
void LayoutReader::name_lists(const Report& report, std::vector<Named>& units) const {
  constexpr std::size_t kLeast = 3;
  for (std::size_t begin = 0; begin < units.size();) {
    std::size_t end = begin, figures = 0, words = 0;
    for (; end < units.size() && units[end].kind == BlockKind::subhead; ++end) {
      const std::string_view line = text_of(report, units[end]);
      if (std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; })) ++figures;
      words += count_words(line);
    }
    if (end - begin >= kLeast)
      for (std::size_t i = begin; i < end; ++i)
        units[i].kind =
            3 * figures >= 2 * (end - begin) && words <= 8 * (end - begin) ? BlockKind::table : BlockKind::list;
    begin = std::max(end, begin + 1);
  }
}

void LayoutReader::make_blocks(Report& report, const std::vector<Named>& units) const {
  const std::string_view all = report.text.view();
  const auto blank = [&](std::uint32_t at) {
    return all[at] == ' ' || all[at] == '\n' || all[at] == '\r' || all[at] == '\t';
  };
  const bool live = is_live(report, units);
  bool dateline_seen = false, body_seen = false;
  std::size_t looked = 0;
  for (const Named& named : units) {
    const BlockKind kind = *named.kind;
    const Span span = named.unit.span;
    const bool body = kind == BlockKind::paragraph || kind == BlockKind::standfirst;
    dateline_seen = dateline_seen || kind == BlockKind::dateline;
    std::optional<PrintedDateline> dateline;
    if (body && !dateline_seen && looked < kHeadUnits)
      dateline = headers_.dateline(report.text.view(span), kind == BlockKind::paragraph && !body_seen);
    // A roundup of the news has one in capitals at each of its items.
    if (body && dateline_seen)
      if (auto later = headers_.dateline(report.text.view(span), false);
          later && later->place &&
          is_capitals(report.text.view(span).substr(later->place->begin, later->place->size())))
        dateline = std::move(later);
    if (body) ++looked;
    body_seen = body_seen || kind == BlockKind::paragraph;
    if (!dateline) {
      add_entry(report, {kind, span}, live);
      continue;
    }
    dateline_seen = true;
    std::uint32_t body_begin = span.begin + static_cast<std::uint32_t>(dateline->body);
    // The dash belongs to the dateline's block, so that every byte has one.
    std::uint32_t dateline_end = body_begin;
    while (dateline_end > span.begin && blank(dateline_end - 1)) --dateline_end;
    while (body_begin < span.end && blank(body_begin)) ++body_begin;
    report.blocks.push_back({BlockKind::dateline, {span.begin, dateline_end}});
    if (body_begin < span.end) add_block(report, {kind, {body_begin, span.end}});
  }
}

// A live report: some paragraphs begin with the time at which they were written.
bool LayoutReader::is_live(const Report& report, const std::vector<Named>& units) {
  constexpr std::ptrdiff_t kFewest = 3;
  return std::count_if(units.begin(), units.end(),
                       [&](const Named& named) { return !clock_label(text_of(report, named)).empty(); }) >= kFewest;
}

// A block, without the time at the head of an entry of a live report, which is a block of its own.
void LayoutReader::add_entry(Report& report, Block block, bool live) const {
  if (live && (block.kind == BlockKind::paragraph || block.kind == BlockKind::list ||
               block.kind == BlockKind::standfirst || block.kind == BlockKind::subhead)) {
    const std::string_view text = report.text.view(block.span);
    const auto label = static_cast<std::uint32_t>(clock_label(text).size());
    if (label > 0) {
      report.blocks.push_back({BlockKind::date, {block.span.begin, block.span.begin + label}});
      block = {BlockKind::paragraph, {block.span.begin + label, block.span.end}};
    }
  }
  add_block(report, block);
}

// A block, and blocks of their own for the credits of pictures in it.
void LayoutReader::add_block(Report& report, const Block& block) const {
  const bool prose = block.kind == BlockKind::caption || block.kind == BlockKind::paragraph ||
                     block.kind == BlockKind::standfirst || block.kind == BlockKind::subhead ||
                     block.kind == BlockKind::list;
  if (!prose) return report.blocks.push_back(block);
  const std::string_view all = report.text.view();
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  const auto add = [&](BlockKind kind, std::uint32_t begin, std::uint32_t end) {
    while (begin < end && blank(all[begin])) ++begin;
    while (end > begin && blank(all[end - 1])) --end;
    if (begin < end) report.blocks.push_back({kind, {begin, end}});
  };
  std::uint32_t begin = block.span.begin;
  for (const Span& credit : picture_credits(headers_, report.text.view(block.span))) {
    add(block.kind, begin, block.span.begin + credit.begin);
    add(BlockKind::credit, block.span.begin + credit.begin, block.span.begin + credit.end);
    begin = block.span.begin + credit.end;
  }
  add(block.kind, begin, block.span.end);
}

}  // namespace wireroom
