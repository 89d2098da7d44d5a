#include "record/table_writer.h"

#include <fmt/core.h>

#include <algorithm>

#include "record/json_fields.h"
#include "record/readable.h"

namespace wireroom {
namespace {

constexpr Indent kHead{0, 2}, kEntry{2, 6}, kWords{6, 6};

class TableOfReport {
 public:
  TableOfReport(const Coded& coded, const RecordChoice& choice, const Page& page, std::string& out)
      : coded_(coded), choice_(choice), page_(page), out_(out) {}

  void write() {
    const LayerSet layers = choice_.layers;
    if (layers.has(Layer::report)) head();
    if (layers.has(Layer::event)) events();
    if (layers.has(Layer::statement)) statements();
    if (layers.has(Layer::actor)) actors();
    if (layers.has(Layer::time)) times();
    if (layers.has(Layer::place)) places();
    if (layers.has(Layer::quantity)) quantities();
    if (layers.has(Layer::coref)) chains();
    if (layers.has(Layer::token)) tokens();
    if (layers.has(Layer::text)) text();
    out_ += '\n';
  }

 private:
  [[nodiscard]] bool kept(double score) const { return score >= choice_.min_score; }
  [[nodiscard]] std::string_view words(Span span) const { return coded_.report.text.view(span); }
  void section(std::string_view title) {
    out_ += '\n';
    Paragraph().add(title, Style::label).append_to(out_, page_, {});
  }
  void quoted(Span sentence, const std::vector<Span>& marked) {
    Paragraph line;
    std::vector<MarkedSpan> marks;
    for (const Span& span : marked) marks.push_back({span, Style::mark, {}});
    add_marked(line, coded_.report.text, sentence, std::move(marks), page_.color);
    line.append_to(out_, page_, kWords);
  }

  void head();
  void events();
  void event(std::size_t index, const std::vector<std::uint32_t>& again);
  void event_sentence(const Event& event);
  void event_details(const Event& event);
  void statements();
  void statement(std::size_t index);
  void actors();
  void times();
  void places();
  void quantities();
  void chains();
  void tokens();
  void text();

  const Coded& coded_;
  const RecordChoice& choice_;
  const Page& page_;
  std::string& out_;
};

void TableOfReport::head() {
  const Report& report = coded_.report;
  Paragraph title;
  title.add(report.title ? report.title->text : "(no title)", Style::title);
  title.append_to(out_, page_, kHead);
  std::vector<std::string> facts;
  if (report.published) {
    std::string basis = name(report.published->basis);
    std::replace(basis.begin(), basis.end(), '_', ' ');
    facts.push_back(published_value(*report.published) + " (" + basis + ")");
  }
  std::string authors;
  for (const TextPiece& author : report.authors) authors += (authors.empty() ? "by " : ", ") + author.text;
  if (!authors.empty()) facts.push_back(authors);
  if (report.dateline && !report.dateline->place.empty()) facts.push_back(report.dateline->place);
  if (report.dateline && !report.dateline->agency.empty()) facts.push_back(report.dateline->agency);
  if (!report.publisher.empty()) facts.push_back(report.publisher);
  Paragraph line;
  for (std::size_t i = 0; i < facts.size(); ++i) line.add(i == 0 ? "" : " · ", Style::faint).add(facts[i]);
  if (!line.empty()) line.append_to(out_, page_, kHead);
  if (!report.url.empty()) Paragraph().add(report.url, Style::faint).append_to(out_, page_, kHead);
  Paragraph()
      .add(report.id, Style::faint)
      .add("  " + decoded(report.source), Style::faint)
      .append_to(out_, page_, kHead);
  for (const std::string& note : report.notes)
    Paragraph().add("note: ", Style::status).add(note).append_to(out_, page_, kHead);
}

void TableOfReport::events() {
  const auto& events = coded_.events;
  std::vector<std::vector<std::uint32_t>> again(events.size());  // later records of the same happening
  std::vector<std::uint32_t> firsts;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    if (!kept(events[i].score)) continue;
    const auto first = events[i].same_as;
    if (first && *first < i && kept(events[*first].score))
      again[*first].push_back(i);
    else
      firsts.push_back(i);
  }
  if (firsts.empty()) return;
  const auto when = [&](std::uint32_t i) {  // those without a date come last
    const auto& date = events[i].date;
    return date && date->interval.earliest ? iso(*date->interval.earliest) : std::string("~");
  };
  std::stable_sort(firsts.begin(), firsts.end(), [&](std::uint32_t a, std::uint32_t b) { return when(a) < when(b); });
  section("EVENTS");
  for (std::uint32_t i : firsts) event(i, again[i]);
}

void TableOfReport::event(std::size_t index, const std::vector<std::uint32_t>& again) {
  const Event& event = coded_.events[index];
  Paragraph line;
  const std::string when = event.date ? readable_date(*event.date) : std::string();
  line.add(when.empty() ? "no date" : when, Style::time).add("  ");
  if (event.status != EventStatus::asserted) {
    std::string status = name(event.status);
    std::replace(status.begin(), status.end(), '_', ' ');
    line.add(status, Style::status).add("  ");
  }
  line.add(name(event.type), Style::event);
  if (!event.mode.empty()) line.add(" " + event.mode, Style::event);
  line.add("  ");
  add_parties(line, coded_, event.source);
  if (!event.target.empty()) {
    line.add(event.source.empty() ? "→ " : " → ");
    add_parties(line, coded_, event.target);
  }
  if (event.place && !event.place->name.empty()) line.add("  in ").add(event.place->name, Style::place);
  line.add(fmt::format("  e{}", index + 1), Style::faint);
  line.append_to(out_, page_, kEntry);
  event_details(event);
  event_sentence(event);
  for (std::uint32_t other : again) {
    Paragraph().add(fmt::format("again, e{}:", other + 1), Style::faint).append_to(out_, page_, kWords);
    event_sentence(coded_.events[other]);
  }
}

void TableOfReport::event_details(const Event& event) {
  Paragraph line;
  const auto next = [&](std::string_view label) {
    if (!line.empty()) line.add(" · ", Style::faint);
    line.add(label, Style::label);
  };
  for (const OtherParty& other : event.other) {
    next(std::string(name(other.role)) + ": ");
    if (other.of) line.add(std::string(name(*other.of)) + " ", Style::event);
    add_party(line, coded_, other.party);
  }
  if (event.duration) {
    next("for ");
    line.add(words(event.duration->span));
  }
  for (const Count& count : event.counts) {
    next("");
    line.add(words(count.span)).add(" " + count.what, Style::label);
  }
  if (event.according_to) {
    next("according to ");
    add_party(line, coded_, *event.according_to);
  }
  if (event.said_in) {
    next("said in ");
    line.add(fmt::format("s{}", *event.said_in + 1));
  }
  if (!line.empty()) line.append_to(out_, page_, kWords);
}

void TableOfReport::event_sentence(const Event& event) {
  if (event.sentence < coded_.parse.sentences.size())
    quoted(coded_.parse.sentences[event.sentence].span, event.trigger);
}

void TableOfReport::statements() {
  bool any = false;
  for (std::size_t i = 0; i < coded_.statements.size(); ++i) {
    if (!kept(coded_.statements[i].score)) continue;
    if (!any) section("STATEMENTS");
    any = true;
    statement(i);
  }
}

void TableOfReport::statement(std::size_t index) {
  const Statement& statement = coded_.statements[index];
  const bool direct = statement.kind == StatementKind::direct;
  Paragraph line;
  if (statement.speaker)
    add_party(line, coded_, *statement.speaker);
  else
    line.add("(nobody named)", Style::faint);
  if (!statement.speaker_basis.empty()) {
    std::string basis = statement.speaker_basis;
    std::replace(basis.begin(), basis.end(), '_', ' ');
    line.add(" [" + basis + "]", Style::faint);
  }
  line.add(": ").add(direct ? "“" : "", Style::speech);
  std::string content;
  for (const Span& piece : statement.content) content.append(content.empty() ? "" : " … ").append(words(piece));
  line.add(content, Style::speech).add(direct ? "”" : "", Style::speech);
  line.add(fmt::format("  s{}", index + 1), Style::faint);
  line.append_to(out_, page_, kEntry);

  Paragraph details;
  details.add(statement.negated ? "not said" : name(statement.kind), statement.negated ? Style::status : Style::label);
  details.add(", ", Style::label).add(name(statement.act), Style::label);
  if (!statement.cue.empty())
    details.add(" · ", Style::faint).add("cue: ", Style::label).add(words_of(coded_.report.text, statement.cue));
  if (!statement.addressees.empty()) {
    details.add(" · ", Style::faint).add("to: ", Style::label);
    add_parties(details, coded_, statement.addressees);
  }
  if (statement.medium)
    details.add(" · ", Style::faint).add("medium: ", Style::label).add(words(statement.medium->span));
  if (statement.occasion)
    details.add(" · ", Style::faint).add("occasion: ", Style::label).add(words(*statement.occasion));
  if (statement.date) details.add(" · ", Style::faint).add(readable_date(*statement.date), Style::time);
  if (statement.within) details.add(fmt::format(" · within s{}", *statement.within + 1), Style::faint);
  details.append_to(out_, page_, kWords);
}

void TableOfReport::actors() {
  if (coded_.actors.actors.empty()) return;
  section("ACTORS");
  for (std::size_t i = 0; i < coded_.actors.actors.size(); ++i) {
    const Actor& actor = coded_.actors.actors[i];
    Paragraph line;
    line.add(actor.name, Style::name);
    std::string codes = actor.country;
    for (const std::string* sector : {&actor.sector, &actor.sector2})
      if (!sector->empty()) codes += (codes.empty() ? "" : " ") + *sector;
    if (!codes.empty()) line.add("  " + codes);
    if (actor.office) line.add("  " + actor.office->title);
    std::string basis = name(actor.basis);
    std::replace(basis.begin(), basis.end(), '_', ' ');
    line.add("  " + std::string(name(actor.kind)), Style::faint);
    if (actor.basis != ActorBasis::none) line.add(", by " + basis, Style::faint);
    line.add(fmt::format("  {} mention{}  a{}", actor.mentions.size(), actor.mentions.size() == 1 ? "" : "s", i + 1),
             Style::faint);
    line.append_to(out_, page_, kEntry);
  }
}

void TableOfReport::times() {
  if (coded_.times.empty()) return;
  section("TIMES");
  for (const TimeExpression& time : coded_.times)
    Paragraph()
        .add(words(time.span), Style::time)
        .add("  " + time.value + (time.modifier.empty() ? "" : " " + time.modifier))
        .add(fmt::format("  {}, by {}", name(time.kind), name(time.basis)), Style::faint)
        .append_to(out_, page_, kEntry);
}

void TableOfReport::places() {
  if (coded_.places.empty()) return;
  section("PLACES");
  for (const Place& place : coded_.places)
    Paragraph()
        .add(words(place.span), Style::place)
        .add("  " + place.name + (place.country.empty() ? "" : " " + place.country))
        .add(fmt::format("  {}, {}", name(place.form), name(place.kind)), Style::faint)
        .append_to(out_, page_, kEntry);
}

void TableOfReport::quantities() {
  if (coded_.quantities.empty()) return;
  section("QUANTITIES");
  for (const Quantity& quantity : coded_.quantities) {
    Paragraph line;
    line.add(words(quantity.span), Style::mark).add("  ");
    if (quantity.low) line.add(fmt::format("{:.10g}", *quantity.low));
    if (quantity.high && quantity.high != quantity.low) line.add(fmt::format(" to {:.10g}", *quantity.high));
    line.add(" " + quantity.unit);
    if (quantity.what) line.add("  of ", Style::faint).add(words(*quantity.what));
    line.append_to(out_, page_, kEntry);
  }
}

void TableOfReport::chains() {
  if (!coded_.chains.empty()) section("THE SAME");
  for (const std::vector<Span>& chain : coded_.chains) {
    Paragraph line;
    for (std::size_t i = 0; i < chain.size(); ++i) line.add(i == 0 ? "" : " = ", Style::faint).add(words(chain[i]));
    line.append_to(out_, page_, kEntry);
  }
}

void TableOfReport::tokens() {
  section("WORDS");
  for (const Sentence& sentence : coded_.parse.sentences) {
    Paragraph line;
    for (const Word& word : sentence.words)
      line.add(line.empty() ? "" : " ").add(printed_form(word)).add("/" + std::string(word.upos), Style::faint);
    line.append_to(out_, page_, kEntry);
  }
}

void TableOfReport::text() {
  for (const Block& block : coded_.report.blocks) {
    out_ += '\n';
    Paragraph().add(name(block.kind), Style::label).append_to(out_, page_, {2, 2});
    Paragraph().add(words(block.span)).append_to(out_, page_, {2, 2});
  }
}

}  // namespace

void append_table(const Coded& coded, const RecordChoice& choice, const Page& page, std::string& out) {
  TableOfReport(coded, choice, page, out).write();
}

}  // namespace wireroom
