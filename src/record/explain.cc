#include "record/explain.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "record/json_fields.h"
#include "record/readable.h"
#include "record/record_ids.h"
#include "record/table_writer.h"

namespace wireroom {
namespace {

constexpr Indent kLine{2, 18};

class Explanation {
 public:
  Explanation(const Coded& coded, const Page& page, std::string& out) : coded_(coded), page_(page), out_(out) {}

  void event(std::size_t index);
  void statement(std::size_t index);
  void actor(std::size_t index);
  void time(std::size_t index);
  void place(std::size_t index);
  void quantity(std::size_t index);

 private:
  void heading(char letter, std::size_t index, const std::string& what) {
    Paragraph()
        .add(record_id(coded_.report.id, letter, index), Style::faint)
        .add("  " + what, Style::event)
        .append_to(out_, page_, {});
  }
  void line(std::string_view label, std::string_view text) {
    if (!text.empty()) row(label, Paragraph().add(text));
  }
  // "  label           text": labels stand in a column of their own.
  void row(std::string_view label, const Paragraph& content) {
    std::string body;
    content.append_to(body, page_, {kLine.rest, kLine.rest});
    std::string head(kLine.first, ' ');
    head += label;
    head.resize(std::max<std::size_t>(head.size() + 1, kLine.rest), ' ');
    out_ += head + body.substr(std::min<std::size_t>(kLine.rest, body.size()));
  }
  void marked(Span whole, std::vector<MarkedSpan> marks) {
    out_ += '\n';
    Paragraph text;
    add_marked(text, coded_.report.text, whole, std::move(marks), page_.color);
    text.append_to(out_, page_, {2, 2});
    out_ += '\n';
  }
  [[nodiscard]] Span sentences_around(std::vector<Span> spans, std::optional<std::uint32_t> sentence) const;
  void party(std::string_view label, const Party& party, std::string_view basis = {});
  void date(const EventDate& date);
  void event_place(const EventPlace& place);

  const Coded& coded_;
  const Page& page_;
  std::string& out_;
};

// The sentences that hold any of the spans.
Span Explanation::sentences_around(std::vector<Span> spans, std::optional<std::uint32_t> sentence) const {
  std::optional<Span> whole;
  if (sentence && *sentence < coded_.parse.sentences.size()) whole = coded_.parse.sentences[*sentence].span;
  for (const Span& span : spans) {
    whole = whole ? cover(*whole, span) : span;
    for (const Sentence& each : coded_.parse.sentences)
      if (each.span.overlaps(span)) whole = cover(*whole, each.span);
  }
  return whole.value_or(Span{});
}

void Explanation::party(std::string_view label, const Party& party, std::string_view basis) {
  Paragraph text;
  if (!party.span.empty()) text.add("“" + std::string(coded_.report.text.view(party.span)) + "”");
  if (party.actor && *party.actor < coded_.actors.actors.size()) {
    const Actor& actor = coded_.actors.actors[*party.actor];
    text.add(" is ");
    add_party(text, coded_, party);
    if (actor.basis != ActorBasis::none) {
      std::string by = name(actor.basis);
      std::replace(by.begin(), by.end(), '_', ' ');
      text.add(", known by " + by);
    }
    if (actor.office) text.add(", " + actor.office->title);
    if (!actor.entry.empty()) text.add(", directory entry " + actor.entry);
    if (!actor.mentions.empty()) {
      const Mention& first = coded_.actors.mentions[actor.mentions.front()];
      if (first.span != party.span)
        text.add(", first named as “" + std::string(coded_.report.text.view(first.span)) + "”");
    }
    text.add(" " + record_id(coded_.report.id, 'a', *party.actor), Style::faint);
  } else {
    text.add(" (no actor of the report)", Style::faint);
    if (!party.country.empty()) text.add(", of " + party.country);
  }
  if (!basis.empty()) {
    std::string by(basis);
    std::replace(by.begin(), by.end(), '_', ' ');
    text.add("; taken as this party by: " + by);
  }
  row(label, text);
}

void Explanation::date(const EventDate& date) {
  std::string text = readable_date(date);
  if (text.empty()) text = "open";
  text += fmt::format(", precise to the {}, basis {}", name(date.precision), name(date.basis));
  if (date.span) text += ", words “" + std::string(coded_.report.text.view(*date.span)) + "”";
  if (date.time && *date.time < coded_.times.size())
    text += fmt::format(" ({} {})", record_id(coded_.report.id, 't', *date.time), coded_.times[*date.time].value);
  if (coded_.report.published && date.basis != TimeBasis::narrative)
    text += "; the report is of " + published_value(*coded_.report.published);
  line("date", text);
}

void Explanation::event_place(const EventPlace& place) {
  std::string text = place.name;
  if (!place.country.empty()) text += " (" + place.country + ")";
  text += fmt::format(", basis {}", name(place.basis));
  if (place.span) text += ", words “" + std::string(coded_.report.text.view(*place.span)) + "”";
  line("place", text);
}

void Explanation::event(std::size_t index) {
  const Event& event = coded_.events[index];
  heading('e', index, std::string(name(event.type)) + (event.mode.empty() ? "" : " " + event.mode));
  std::vector<MarkedSpan> marks;
  for (const Span& span : event.trigger) marks.push_back({span, Style::event, "trigger"});
  for (const Party& each : event.source) marks.push_back({each.span, Style::name, "source"});
  for (const Party& each : event.target) marks.push_back({each.span, Style::name, "target"});
  for (const OtherParty& each : event.other) marks.push_back({each.party.span, Style::name, name(each.role)});
  if (event.date && event.date->span) marks.push_back({*event.date->span, Style::time, "date"});
  if (event.place && event.place->span) marks.push_back({*event.place->span, Style::place, "place"});
  if (event.duration) marks.push_back({event.duration->span, Style::time, "duration"});
  for (const Count& count : event.counts) marks.push_back({count.span, Style::mark, count.what});
  marked(sentences_around(event.trigger, event.sentence), std::move(marks));
  line("rule", event.rule);
  line("code", fmt::format("CAMEO {} {}", event.cameo.empty() ? "-" : event.cameo, event.quad));
  std::string status = name(event.status);
  std::replace(status.begin(), status.end(), '_', ' ');
  line("status", status);
  for (const Party& each : event.source) party("source", each);
  for (const Party& each : event.target) party("target", each);
  for (const OtherParty& each : event.other)
    party(std::string(name(each.role)) + (each.of ? " (" + std::string(name(*each.of)) + ")" : ""), each.party);
  if (event.according_to) party("according to", *event.according_to);
  if (event.said_in) line("said in", record_id(coded_.report.id, 's', *event.said_in));
  if (event.date) date(*event.date);
  if (event.place) event_place(*event.place);
  if (event.duration)
    line("duration", event.duration->value + (event.duration->approximate ? ", approximate" : "") + ", words “" +
                         std::string(coded_.report.text.view(event.duration->span)) + "”");
  for (const Count& count : event.counts)
    line("count", count.what + ", words “" + std::string(coded_.report.text.view(count.span)) + "”");
  if (event.same_as) line("same as", record_id(coded_.report.id, 'e', *event.same_as));
  line("score", fmt::format("{:.3f}", event.score));
}

void Explanation::statement(std::size_t index) {
  const Statement& statement = coded_.statements[index];
  heading('s', index, fmt::format("statement, {}, {}", name(statement.kind), name(statement.act)));
  std::vector<MarkedSpan> marks;
  for (const Span& span : statement.cue) marks.push_back({span, Style::event, "cue"});
  for (const Span& span : statement.content) marks.push_back({span, Style::speech, "content"});
  if (statement.speaker) marks.push_back({statement.speaker->span, Style::name, "speaker"});
  if (statement.medium) marks.push_back({statement.medium->span, Style::place, "medium"});
  if (statement.occasion) marks.push_back({*statement.occasion, Style::time, "occasion"});
  std::vector<Span> all = statement.content;
  all.insert(all.end(), statement.cue.begin(), statement.cue.end());
  marked(sentences_around(all, std::nullopt), std::move(marks));
  line("rule", statement.rule);
  if (statement.negated) line("negated", "the report says that this was not said");
  if (statement.speaker)
    party("speaker", *statement.speaker, statement.speaker_basis);
  else
    line("speaker", "nobody is named");
  for (const Party& each : statement.addressees) party("addressee", each);
  if (statement.medium)
    line("medium",
         fmt::format("{}, words “{}”", name(statement.medium->kind), coded_.report.text.view(statement.medium->span)));
  if (statement.date) date(*statement.date);
  if (statement.place) event_place(*statement.place);
  if (statement.within) line("within", record_id(coded_.report.id, 's', *statement.within));
  for (std::uint32_t each : statement.events) line("event inside", record_id(coded_.report.id, 'e', each));
  line("score", fmt::format("{:.3f}", statement.score));
}

void Explanation::actor(std::size_t index) {
  const Actor& actor = coded_.actors.actors[index];
  heading('a', index, actor.name);
  std::string basis = name(actor.basis);
  std::replace(basis.begin(), basis.end(), '_', ' ');
  line("kind", name(actor.kind));
  line("country", actor.country);
  line("sector", actor.sector + (actor.sector2.empty() ? "" : " " + actor.sector2));
  line("code", actor.code);
  if (actor.basis != ActorBasis::none) line("basis", basis);
  if (actor.office) {
    std::string office = actor.office->title;
    if (!actor.office->body.empty()) office += ", " + actor.office->body;
    if (!actor.office->from.empty() || !actor.office->to.empty())
      office += " (" + actor.office->from + " to " + actor.office->to + ")";
    line("office", office);
  }
  line("directory entry", actor.entry);
  line("Wikidata", actor.wikidata);
  if (actor.conflict) {
    const auto reading = [](const ActorReading& read) {
      std::string words = read.country;
      for (const std::string& part : {read.sector, read.office})
        if (!part.empty()) words += (words.empty() ? "" : " ") + part;
      return words;
    };
    line("conflict", "the report's words: " + reading(actor.conflict->text) + "; the directory (" +
                         actor.conflict->entry + "): " + reading(actor.conflict->directory));
  }
  for (std::uint32_t each : actor.mentions) {
    const Mention& mention = coded_.actors.mentions[each];
    Paragraph text;
    text.add(std::string(name(mention.form)) + ": ", Style::faint);
    const Span whole = mention.words.sentence < coded_.parse.sentences.size()
                           ? cover(coded_.parse.sentences[mention.words.sentence].span, mention.span)
                           : mention.span;
    add_marked(text, coded_.report.text, whole, {{mention.span, Style::mark, {}}}, page_.color);
    row("mention", text);
  }
}

void Explanation::time(std::size_t index) {
  const TimeExpression& time = coded_.times[index];
  heading('t', index, fmt::format("{} {}", name(time.kind), time.value));
  marked(sentences_around({time.span}, std::nullopt), {{time.span, Style::time, {}}});
  if (time.interval.earliest) line("earliest", iso(*time.interval.earliest));
  if (time.interval.latest) line("latest", iso(*time.interval.latest));
  line("basis", name(time.basis));
  if (time.anchor && *time.anchor >= 0)
    line("counted from", record_id(coded_.report.id, 't', static_cast<std::size_t>(*time.anchor)));
  if (coded_.report.published) line("report of", published_value(*coded_.report.published));
}

void Explanation::place(std::size_t index) {
  const Place& place = coded_.places[index];
  heading('p', index, place.name);
  marked(sentences_around({place.span}, std::nullopt), {{place.span, Style::place, {}}});
  line("form", name(place.form));
  line("kind", name(place.kind));
  line("country", place.country);
  line("GeoNames", place.geonames);
  line("score", fmt::format("{:.3f}", place.score));
}

void Explanation::quantity(std::size_t index) {
  const Quantity& quantity = coded_.quantities[index];
  heading('q', index, quantity.unit);
  std::vector<MarkedSpan> marks = {{quantity.span, Style::mark, {}}};
  if (quantity.what) marks.push_back({*quantity.what, Style::name, "counted"});
  marked(sentences_around({quantity.span}, std::nullopt), std::move(marks));
  if (quantity.low) line("low", fmt::format("{:.10g}", *quantity.low));
  if (quantity.high) line("high", fmt::format("{:.10g}", *quantity.high));
  if (quantity.approximate != Approximation::none) line("approximate", name(quantity.approximate));
}

}  // namespace

std::optional<RecordName> record_name(std::string_view id) {
  const std::size_t dot = id.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 2 >= id.size()) return std::nullopt;
  RecordName result;
  result.report = id.substr(0, dot);
  result.letter = id[dot + 1];
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(id.data() + dot + 2, id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size() || number == 0) return std::nullopt;
  if (std::string_view("aestpq").find(result.letter) == std::string_view::npos) return std::nullopt;
  result.index = number - 1;
  return result;
}

bool explain(const Coded& coded, const RecordName& record, const Page& page, std::string& out) {
  Explanation explanation(coded, page, out);
  const std::size_t i = record.index;
  const auto one_of = [&](const auto& list, auto&& print) {
    if (i >= list.size()) return false;
    print();
    return true;
  };
  switch (record.letter) {
    case 'e':
      return one_of(coded.events, [&] { explanation.event(i); });
    case 's':
      return one_of(coded.statements, [&] { explanation.statement(i); });
    case 'a':
      return one_of(coded.actors.actors, [&] { explanation.actor(i); });
    case 't':
      return one_of(coded.times, [&] { explanation.time(i); });
    case 'p':
      return one_of(coded.places, [&] { explanation.place(i); });
    case 'q':
      return one_of(coded.quantities, [&] { explanation.quantity(i); });
    case 'r':
      append_table(coded, {LayerSet::of({Layer::report, Layer::text}), 0}, page, out);
      return true;
    default:
      return false;
  }
}

}  // namespace wireroom
