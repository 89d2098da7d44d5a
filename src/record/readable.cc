#include "record/readable.h"

#include <algorithm>

namespace wireroom {

void add_party(Paragraph& out, const Coded& coded, const Party& party) {
  if (!party.actor || *party.actor >= coded.actors.actors.size()) {
    out.add(coded.report.text.view(party.span), Style::name);
    if (!party.country.empty()) out.add(" (" + party.country + ")", Style::faint);
    return;
  }
  const Actor& actor = coded.actors.actors[*party.actor];
  out.add(actor.name.empty() ? std::string(coded.report.text.view(party.span)) : actor.name, Style::name);
  std::string who = actor.country;
  if (!actor.sector.empty()) who += (who.empty() ? "" : " ") + actor.sector;
  if (!who.empty()) out.add(" (" + who + ")", Style::faint);
}

void add_parties(Paragraph& out, const Coded& coded, const std::vector<Party>& parties) {
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (i != 0) out.add(", ");
    add_party(out, coded, parties[i]);
  }
}

std::string readable_date(const EventDate& date) {
  const auto& [earliest, latest] = date.interval;
  if (!earliest && !latest) return {};
  if (!earliest) return "until " + iso(*latest);
  const std::string from = iso(*earliest);
  if (!latest) return "since " + from;
  switch (date.precision) {
    case Precision::month:
      return iso(earliest->day).substr(0, 7);
    case Precision::year:
      return iso(earliest->day).substr(0, 4);
    default:
      break;
  }
  const std::string to = iso(*latest);
  return from == to ? from : from + " to " + to;
}

void add_marked(Paragraph& out, const Text& text, Span whole, std::vector<MarkedSpan> marks, bool color) {
  std::sort(marks.begin(), marks.end(), [](const MarkedSpan& a, const MarkedSpan& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::uint32_t at = whole.begin;
  for (const MarkedSpan& mark : marks) {
    if (mark.span.empty() || mark.span.begin < at || mark.span.end > whole.end) continue;
    out.add(text.view({at, mark.span.begin}));
    if (!color) out.add("[");
    out.add(text.view(mark.span), mark.style);
    if (!color) out.add(mark.note.empty() ? "]" : " = " + mark.note + "]");
    if (color && !mark.note.empty()) out.add("[" + mark.note + "]", Style::faint);
    at = mark.span.end;
  }
  out.add(text.view({at, whole.end}));
}

}  // namespace wireroom
