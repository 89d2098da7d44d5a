// What a report's blocks tell of it: title, authors, when and where it was written, its address.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/unicode.h"
#include "input/layout.h"
#include "input/line_shapes.h"

namespace wireroom {
namespace {

Span moved(Span span, std::uint32_t by) { return {span.begin + by, span.end + by}; }
Span span_of(const PrintedDate& date) {
  return {static_cast<std::uint32_t>(date.begin), static_cast<std::uint32_t>(date.end)};
}
PrintedDate moved(PrintedDate date, std::uint32_t by) {
  date.begin += by;
  date.end += by;
  return date;
}

// A date without a year in the year that brings it nearest to a known day.
std::optional<int> nearest_year(PrintedDate date, const Date& near) {
  std::optional<Date> best;
  const auto distance = [&](const Date& day) {
    return std::abs((std::chrono::sys_days(day) - std::chrono::sys_days(near)).count());
  };
  for (int shift = -1; shift <= 1; ++shift) {
    date.year = static_cast<int>(near.year()) + shift;
    const auto day = date.date();
    if (day && (!best || distance(*day) < distance(*best))) best = day;
  }
  return best ? std::optional(static_cast<int>(best->year())) : std::nullopt;
}

}  // namespace

void LayoutReader::read_head(Report& report, std::optional<Date> option_date) const {
  const bool named_authors = !report.authors.empty();
  for (const Block& block : report.blocks) read_block(report, block, named_authors);
  if (report.url.empty() && !report.blocks.empty()) {  // a browser prints the address below the page
    const std::string_view last = report.text.view(report.blocks.back().span);
    if (report.blocks.back().kind == BlockKind::boilerplate) report.url = std::string(address_in(last));
  }
  if (report.publisher.empty() && !report.url.empty()) report.publisher = host_of(report.url);
  read_dates(report, option_date);
}

void LayoutReader::read_block(Report& report, const Block& block, bool named_authors) const {
  const std::string_view text = report.text.view(block.span);
  const std::uint32_t begin = block.span.begin;
  switch (block.kind) {
    case BlockKind::headline:
      if (!report.title) report.title = TextPiece{std::string(text), block.span};
      break;
    case BlockKind::byline: {
      std::string_view names = text;
      while (names.ends_with('|') || names.ends_with(' ')) names.remove_suffix(1);
      auto byline = headers_.byline(names);
      if (!byline) byline = headers_.bare_byline(names);
      if (!byline) break;
      if (!named_authors)
        for (const TextPiece& author : byline->authors) {
          const auto same = [&author](const TextPiece& other) { return other.text == author.text; };
          if (std::none_of(report.authors.begin(), report.authors.end(), same))
            report.authors.push_back({author.text, moved(*author.span, begin)});
        }
      if (!byline->agency.empty() && report.publisher.empty()) report.publisher = byline->agency;
      break;
    }
    case BlockKind::dateline: {
      if (report.dateline) break;
      constexpr std::string_view kLabel = "DATELINE:";
      Dateline dateline;
      if (text.starts_with(kLabel)) {
        const std::string_view place = trimmed_line(text.substr(kLabel.size()));
        const auto from = begin + static_cast<std::uint32_t>(place.data() - text.data());
        dateline.span = {from, from + static_cast<std::uint32_t>(place.size())};
        if (!place.empty()) dateline.place_span = dateline.span;
        dateline.place = std::string(place);
        report.dateline = std::move(dateline);
        break;
      }
      // The block was cut behind the dash; a blank makes it a dash again for the reader.
      auto found = headers_.dateline(std::string(text) + " ", true);
      if (!found) found = headers_.place_and_date(text);
      if (!found) {  // "NAIROBI:"
        found.emplace();
        found->span = {0, static_cast<std::uint32_t>(text.size() - (text.ends_with(':') ? 1 : 0))};
        found->place = found->span;
      }
      if (found->place) {
        dateline.place_span = moved(*found->place, begin);
        dateline.place = std::string(report.text.view(*dateline.place_span));
      }
      dateline.agency = found->agency;
      dateline.span = moved(found->span, begin);
      if (found->date) dateline.date = found->date->date();
      report.dateline = std::move(dateline);
      break;
    }
    case BlockKind::url:
      if (report.url.empty()) report.url = std::string(address_in(text));
      break;
    default:
      break;
  }
}

void LayoutReader::read_dates(Report& report, std::optional<Date> option_date) const {
  std::optional<PrintedDate> line_date, dateline_date;
  for (const Block& block : report.blocks) {
    if (block.kind != BlockKind::date || line_date) continue;
    line_date = headers_.date_line(report.text.view(block.span));
    if (!line_date || !line_date->date())
      line_date.reset();
    else
      line_date = moved(*line_date, block.span.begin);
  }
  constexpr std::size_t kOpening = 4;  // blocks in which a date may open a line that goes on
  for (std::size_t i = 0; i < report.blocks.size() && i < kOpening && !line_date; ++i)
    if (const auto opening = headers_.opening_date(report.text.view(report.blocks[i].span)); opening && opening->date())
      line_date = moved(*opening, report.blocks[i].span.begin);
  if (report.dateline) {
    dateline_date = headers_.dates().find(in_capitals(report.text.view(report.dateline->span)));
    if (dateline_date) dateline_date = moved(*dateline_date, report.dateline->span.begin);
  }
  const auto url_date = report.url.empty() ? std::nullopt : headers_.dates().in_url(report.url);
  // A dateline mostly has no year: it is that of the nearest date known otherwise.
  if (dateline_date && dateline_date->year == 0) {
    std::optional<Date> near = option_date;
    if (url_date) near = url_date->date();
    if (line_date) near = line_date->date();
    if (report.published) near = report.published->date;
    if (const auto year = near ? nearest_year(*dateline_date, *near) : std::nullopt) dateline_date->year = *year;
  }
  if (dateline_date && dateline_date->day) report.dateline->date = dateline_date->date();

  if (report.published) return;
  if (line_date)
    report.published = Published{*line_date->date(), line_date->precision(), DateBasis::date_line, span_of(*line_date)};
  else if (dateline_date && dateline_date->date())
    report.published =
        Published{*dateline_date->date(), dateline_date->precision(), DateBasis::dateline, span_of(*dateline_date)};
  else if (url_date)
    report.published = Published{*url_date->date(), Precision::day, DateBasis::url, std::nullopt};
  else if (option_date)
    report.published = Published{*option_date, Precision::day, DateBasis::option, std::nullopt};
  else
    report.notes.push_back("no publication date found; give one with --date if days of the week are to be resolved");
}

}  // namespace wireroom
