#include "input/layout.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::size_t kHeadUnits = 14;  // how many units a head may have before the body must have begun

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

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

bool ends_sentence(std::string_view text) {
  text = without_closers(text);
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

bool begins_with_quote(std::string_view text) {
  return text.starts_with('"') || text.starts_with("“") || text.starts_with("‘") || text.starts_with("'") || text.starts_with("«");
}

bool is_url(std::string_view text) {
  return (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) && text.find(' ') == std::string_view::npos;
}

bool bullet(std::string_view text) {
  if (text.starts_with("• ") || text.starts_with("* ") || text.starts_with("- ") || text.starts_with("– ") || text.starts_with("▪") ||
      text.starts_with("·"))
    return true;
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at > 0 && at < 3 && at + 1 < text.size() && (text[at] == '.' || text[at] == ')') && text[at + 1] == ' ';
}

// "SPEAKER:", "MR. SPICER:", "Q:", "Q.": where the words behind the label begin; 0 if there is no label.
std::size_t turn_label(std::string_view text) {
  if (text.starts_with("Q. ") || text.starts_with("A. ")) return 3;
  const std::size_t colon = text.substr(0, 50).find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 >= text.size() || text[colon + 1] != ' ') return 0;
  const std::string_view label = text.substr(0, colon);
  if (label == "Q" || label == "A") return colon + 2;
  for (std::size_t at = 0; at < label.size();)
    if (is_lower(next_code_point(label, at))) return 0;
  return is_capitals(label) ? colon + 2 : 0;
}

bool cells_of_table(std::string_view text) { return std::count(text.begin(), text.end(), '\t') >= 2; }

// An absolute address may stand in a line with its label ("Original url: https://…").
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

Span moved(Span span, std::uint32_t by) { return {span.begin + by, span.end + by}; }

}  // namespace

Result<LayoutReader> LayoutReader::load() {
  WIREROOM_TRY(headers, HeaderReader::load());
  return LayoutReader(std::move(headers));
}

void LayoutReader::read(Report& report, std::optional<Date> option_date) const {
  std::vector<Named> units;
  for (const Unit& unit : split_units(report.text)) units.push_back({unit, std::nullopt});
  name_units(report, units);
  make_blocks(report, units);
  read_head(report, option_date);
}

void LayoutReader::name_units(const Report& report, std::vector<Named>& units) const {
  name_turns(report, units);
  name_head(report, units);
  std::size_t first = 0;  // of the body
  while (first < units.size() && units[first].kind) ++first;
  name_body(report, units, first);
}

void LayoutReader::name_turns(const Report& report, std::vector<Named>& units) const {
  std::size_t labelled = 0;
  for (const Named& named : units)
    if (turn_label(report.text.view(named.unit.span)) > 0) ++labelled;
  if (labelled < 3) return;
  for (Named& named : units)
    if (turn_label(report.text.view(named.unit.span)) > 0) named.kind = BlockKind::turn;
}

// The head: everything before the first unit that can only be a paragraph of the body.
void LayoutReader::name_head(const Report& report, std::vector<Named>& units) const {
  const auto text = [&](std::size_t i) { return report.text.view(units[i].unit.span); };
  bool headline = false, byline = false, date = false, standfirst = false;
  for (std::size_t i = 0; i < units.size() && i < kHeadUnits && !units[i].kind; ++i) {
    const std::string_view line = text(i);
    std::optional<BlockKind>& kind = units[i].kind;
    const auto dateline = headers_.dateline(line);
    const auto own_line = headers_.place_and_date(line);
    if (is_url(line)) kind = BlockKind::url;
    else if (!byline && headers_.byline(line)) kind = BlockKind::byline;
    else if (headers_.date_line(line)) kind = BlockKind::date;
    else if (headline && own_line) kind = BlockKind::dateline;
    else if (dateline) break;
    else if (const auto words = headers_.by_words(line, true)) kind = words;
    else if (!headline && count_words(line) <= 32 && units.size() > i + 1 && (!line.ends_with('.') || is_capitals(line)) && !bullet(line) &&
             (units[i + 1].unit.gap_before || !begins_upper(line) || !ends_sentence(line)))
      kind = BlockKind::headline;
    else if (headline && !standfirst && !byline && !date && count_words(line) <= 60 && i + 1 < units.size() &&
             (headers_.byline(text(i + 1)) || headers_.date_line(text(i + 1)) || headers_.place_and_date(text(i + 1)) ||
              (!ends_sentence(line) && count_words(line) >= 4 && !begins_with_quote(line))))
      kind = BlockKind::standfirst;
    else break;
    headline = headline || kind == BlockKind::headline;
    byline = byline || kind == BlockKind::byline;
    date = date || kind == BlockKind::date || kind == BlockKind::dateline;
    standfirst = standfirst || kind == BlockKind::standfirst;
  }
  // A first paragraph that describes a picture: it ends with the full date, or tells who stands where.
  for (std::size_t i = 0; i < units.size() && i < kHeadUnits; ++i) {
    if (units[i].kind) continue;
    const std::string_view line = text(i);
    if (i == 0 || i + 1 >= units.size() || headers_.dateline(line) || count_words(line) > 70 || line.find('"') != std::string_view::npos) break;
    const auto printed = headers_.dates().find(line.substr(line.size() > 40 ? line.size() - 40 : 0));
    const bool ends_with_date = printed && printed->year && printed->day && line.size() - (line.size() > 40 ? line.size() - 40 : 0) - printed->end <= 2;
    if (!ends_with_date) break;
    units[i].kind = BlockKind::caption;
  }
}

void LayoutReader::name_body(const Report& report, std::vector<Named>& units, std::size_t first) const {
  const auto text = [&](std::size_t i) { return report.text.view(units[i].unit.span); };
  bool after_url_label = false;
  for (std::size_t i = first; i < units.size(); ++i) {
    if (units[i].kind) continue;
    const std::string_view line = text(i);
    std::optional<BlockKind>& kind = units[i].kind;
    const std::size_t words = count_words(line);
    const bool near_an_end = i < first + 2 || i + 4 >= units.size();
    if (is_url(line) || (after_url_label && !address_in(line).empty() && words <= 2)) kind = BlockKind::url;
    else if (i > first && near_an_end && headers_.date_line(line)) kind = BlockKind::date;
    else if (near_an_end && words <= 14 && headers_.byline(line) && !headers_.byline(line)->authors.empty()) kind = BlockKind::byline;
    else if (const auto by_words = headers_.by_words(line, false)) kind = by_words;
    else if (words <= 6 && line.find('@') != std::string_view::npos && line.find(' ') == std::string_view::npos) kind = BlockKind::contact;
    else if (cells_of_table(line)) kind = BlockKind::table;
    else if (bullet(line)) kind = BlockKind::list;
    else if (std::none_of(line.begin(), line.end(), [](char c) { return is_letter(static_cast<unsigned char>(c)) || (c >= '0' && c <= '9'); }) &&
             static_cast<unsigned char>(line.front()) < 0x80)
      kind = BlockKind::boilerplate;  // a ruler of marks
    else if (i > first && i + 1 < units.size() && words <= 12 && !ends_sentence(line) && !line.ends_with(':') && !line.ends_with(',') &&
             !begins_with_quote(line) && begins_upper(line) && !headers_.dateline(line))
      kind = BlockKind::subhead;
    else kind = BlockKind::paragraph;
    after_url_label = kind == BlockKind::url && address_in(line).empty();
  }
}

void LayoutReader::make_blocks(Report& report, const std::vector<Named>& units) const {
  bool dateline_seen = false;
  for (const Named& named : units) {
    const BlockKind kind = *named.kind;
    const Span span = named.unit.span;
    const bool body = kind == BlockKind::paragraph || kind == BlockKind::standfirst;
    const auto dateline = body && !dateline_seen && report.blocks.size() < kHeadUnits ? headers_.dateline(report.text.view(span)) : std::nullopt;
    if (!dateline) {
      report.blocks.push_back({kind, span});
      continue;
    }
    dateline_seen = true;
    std::uint32_t body_begin = span.begin + static_cast<std::uint32_t>(dateline->body);
    // The dash belongs to the dateline's block, so that every byte has one.
    std::uint32_t dateline_end = body_begin;
    while (dateline_end > span.begin && report.text.view()[dateline_end - 1] == ' ') --dateline_end;
    while (body_begin < span.end && (report.text.view()[body_begin] == ' ' || report.text.view()[body_begin] == '\n')) ++body_begin;
    report.blocks.push_back({BlockKind::dateline, {span.begin, dateline_end}});
    if (body_begin < span.end) report.blocks.push_back({kind, {body_begin, span.end}});
  }
}

void LayoutReader::read_head(Report& report, std::optional<Date> option_date) const {
  std::optional<PrintedDate> line_date;
  std::optional<Span> line_span;
  std::optional<PrintedDate> dateline_date;
  const bool named_authors = !report.authors.empty();
  for (const Block& block : report.blocks) {
    const std::string_view text = report.text.view(block.span);
    const std::uint32_t begin = block.span.begin;
    if (block.kind == BlockKind::headline && !report.title) report.title = TextPiece{std::string(text), block.span};
    if (block.kind == BlockKind::byline) {
      const auto byline = headers_.byline(text);
      if (byline && !named_authors)
        for (const TextPiece& author : byline->authors) report.authors.push_back({author.text, moved(*author.span, begin)});
      if (byline && !byline->agency.empty() && report.publisher.empty()) report.publisher = byline->agency;
    }
    if (block.kind == BlockKind::date && !line_date) {
      line_date = headers_.date_line(text);
      if (line_date) line_span = moved({static_cast<std::uint32_t>(line_date->begin), static_cast<std::uint32_t>(line_date->end)}, begin);
    }
    if (block.kind == BlockKind::dateline && !report.dateline) {
      // The block was cut behind the dash; a blank makes it a dash again for the reader.
      auto found = headers_.dateline(std::string(text) + " ");
      if (!found) found = headers_.place_and_date(text);
      if (found) {
        Dateline dateline;
        if (found->place) {
          dateline.place_span = moved(*found->place, begin);
          dateline.place = std::string(report.text.view(*dateline.place_span));
        }
        dateline.agency = found->agency;
        dateline.span = moved(found->span, begin);
        dateline_date = found->date;
        if (found->date) dateline_date->begin += begin, dateline_date->end += begin;
        report.dateline = std::move(dateline);
      }
    }
    if (block.kind == BlockKind::url && report.url.empty()) report.url = std::string(address_in(text));
  }
  if (report.publisher.empty() && !report.url.empty()) report.publisher = host_of(report.url);

  const auto url_date = report.url.empty() ? std::nullopt : headers_.dates().in_url(report.url);
  // A dateline mostly has no year: it is that of the nearest date known otherwise.
  if (dateline_date && dateline_date->year == 0) {
    std::optional<Date> near;
    if (report.published) near = report.published->date;
    else if (line_date && line_date->date()) near = line_date->date();
    else if (url_date) near = url_date->date();
    else near = option_date;
    if (near) {
      std::optional<Date> best;
      for (int shift = -1; shift <= 1; ++shift) {
        PrintedDate with_year = *dateline_date;
        with_year.year = static_cast<int>(near->year()) + shift;
        const auto date = with_year.date();
        const auto distance = [&](const Date& d) { return std::abs((std::chrono::sys_days(d) - std::chrono::sys_days(*near)).count()); };
        if (date && (!best || distance(*date) < distance(*best))) best = date;
      }
      if (best) dateline_date->year = static_cast<int>(best->year());
    }
  }
  if (dateline_date && report.dateline && dateline_date->day) report.dateline->date = dateline_date->date();

  if (report.published) return;
  if (line_date && line_date->date()) report.published = Published{*line_date->date(), line_date->precision(), DateBasis::date_line, line_span};
  else if (dateline_date && dateline_date->date())
    report.published = Published{*dateline_date->date(), dateline_date->precision(), DateBasis::dateline,
                                 Span{static_cast<std::uint32_t>(dateline_date->begin), static_cast<std::uint32_t>(dateline_date->end)}};
  else if (url_date) report.published = Published{*url_date->date(), Precision::day, DateBasis::url, std::nullopt};
  else if (option_date) report.published = Published{*option_date, Precision::day, DateBasis::option, std::nullopt};
  else report.notes.push_back("no publication date found; give one with --date if days of the week are to be resolved");
}

}  // namespace wireroom
