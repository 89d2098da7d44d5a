#include "record/json_records.h"

#include <cmath>

#include "record/json_fields.h"
#include "record/json_writer.h"
#include "record/record_ids.h"

namespace wireroom {
namespace {

// Writes the records of one report; holds what all of them need.
class RecordsOfReport : private JsonFields {
 public:
  RecordsOfReport(const Coded& coded, const RecordChoice& choice, const std::function<void(std::string_view)>& take)
      : JsonFields(coded, line_), choice_(choice), take_(take) {}

  void write() {
    const LayerSet layers = choice_.layers;
    if (layers.has(Layer::report)) report();
    if (layers.has(Layer::actor))
      for (std::size_t i = 0; i < coded_.actors.actors.size(); ++i) actor(i);
    if (layers.has(Layer::event))
      for (std::size_t i = 0; i < coded_.events.size(); ++i)
        if (kept(coded_.events[i].score)) event(i);
    if (layers.has(Layer::statement))
      for (std::size_t i = 0; i < coded_.statements.size(); ++i)
        if (kept(coded_.statements[i].score)) statement(i);
    if (layers.has(Layer::time))
      for (std::size_t i = 0; i < coded_.times.size(); ++i) time(i);
    if (layers.has(Layer::place))
      for (std::size_t i = 0; i < coded_.places.size(); ++i) place(i);
    if (layers.has(Layer::quantity))
      for (std::size_t i = 0; i < coded_.quantities.size(); ++i) quantity(i);
    if (layers.has(Layer::token)) tokens();
    if (layers.has(Layer::predicate)) predicates();
    if (layers.has(Layer::coref)) coref();
  }

 private:
  [[nodiscard]] bool kept(double score) const { return score >= choice_.min_score; }

  void begin(Layer layer, const std::string& id) {
    line_.clear();
    json_.begin_object();
    json_.member("type", name(layer));
    if (layer == Layer::report) {
      json_.key("schema");
      json_.integer(kRecordSchema);
    }
    json_.key("id");
    json_.string(id);
    if (layer != Layer::report) {
      json_.key("report");
      json_.string(coded_.report.id);
    }
  }
  void end() {
    json_.end_object();
    take_(line_);
  }

  void report();
  void blocks();
  void actor(std::size_t index);
  void event(std::size_t index);
  void statement(std::size_t index);
  void time(std::size_t index);
  void place(std::size_t index);
  void quantity(std::size_t index);
  void tokens();
  void predicates();
  void coref();

  const RecordChoice& choice_;
  const std::function<void(std::string_view)>& take_;
  std::string line_;
};

void RecordsOfReport::report() {
  const Report& report = coded_.report;
  begin(Layer::report, report.id);
  json_.member("source", decoded(report.source));
  if (report.title) text_piece("title", *report.title);
  if (!report.authors.empty()) {
    json_.key("authors");
    json_.begin_array();
    for (const TextPiece& author : report.authors) text_piece("", author);
    json_.end_array();
  }
  if (report.published) published(*report.published);
  if (report.dateline) {
    json_.key("dateline");
    json_.begin_object();
    json_.member("place", report.dateline->place);
    if (report.dateline->date) json_.member("date", iso(*report.dateline->date));
    json_.member("agency", report.dateline->agency);
    span("span", report.dateline->span);
    json_.end_object();
  }
  json_.member("publisher", report.publisher);
  json_.member("url", report.url);
  json_.member("lang", report.lang);
  blocks();
  json_.key("text_offset");
  json_.integer(report.text_offset);
  if (choice_.layers.has(Layer::text)) {
    json_.key("text");
    json_.string(report.text.view());
  }
  WordCount counted = coded_.counted.value_or(WordCount{coded_.parse.sentences.size(), 0});
  for (const Sentence& sentence : coded_.parse.sentences) counted.words += sentence.words.size();
  json_.key("sentences");
  json_.integer(static_cast<std::int64_t>(counted.sentences));
  json_.key("words");
  json_.integer(static_cast<std::int64_t>(counted.words));
  strings("notes", report.notes);
  if (!report.meta.empty()) {
    json_.key("meta");
    json_.raw(report.meta);
  }
  end();
}

void RecordsOfReport::blocks() {
  json_.key("blocks");
  json_.begin_array();
  for (const Block& block : coded_.report.blocks) {
    json_.begin_object();
    json_.member("kind", name(block.kind));
    span("span", block.span);
    json_.end_object();
  }
  json_.end_array();
}

void RecordsOfReport::actor(std::size_t index) {
  const Actor& actor = coded_.actors.actors[index];
  begin(Layer::actor, record_id(coded_.report.id, 'a', index));
  json_.member("name", actor.name);
  json_.member("kind", name(actor.kind));
  json_.member("country", actor.country);
  json_.member("sector", actor.sector);
  json_.member("sector2", actor.sector2);
  json_.member("code", actor.code);
  if (actor.office) write_office(json_, *actor.office);
  json_.member("entry", actor.entry);
  json_.member("wikidata", actor.wikidata);
  if (actor.basis != ActorBasis::none) json_.member("basis", name(actor.basis));
  if (actor.conflict) write_conflict(json_, *actor.conflict);
  json_.key("mentions");
  json_.begin_array();
  for (std::uint32_t mention : actor.mentions) {
    json_.begin_object();
    span("span", coded_.actors.mentions[mention].span);
    json_.member("form", name(coded_.actors.mentions[mention].form));
    json_.end_object();
  }
  json_.end_array();
  end();
}

void RecordsOfReport::event(std::size_t index) {
  const Event& event = coded_.events[index];
  begin(Layer::event, record_id(coded_.report.id, 'e', index));
  json_.member("event", name(event.type));
  json_.member("mode", event.mode);
  strings("contexts", event.contexts);
  json_.member("cameo", event.cameo);
  json_.member("quad", event.quad);
  number("goldstein", event.goldstein);
  number("intensity", event.intensity);
  parties("source", event.source);
  parties("target", event.target);
  others(event.other);
  spans("trigger", event.trigger);
  if (event.sentence < coded_.parse.sentences.size()) span("sentence", coded_.parse.sentences[event.sentence].span);
  json_.member("text", words_of(event.trigger));
  json_.member("status", name(event.status));
  if (event.according_to) party("according_to", *event.according_to);
  if (event.said_in && *event.said_in < coded_.statements.size() && kept(coded_.statements[*event.said_in].score))
    json_.member("said_in", record_id(coded_.report.id, 's', *event.said_in));
  if (event.date) date(*event.date);
  if (event.place) event_place(*event.place);
  if (event.duration) duration(*event.duration);
  counts(event.counts);
  if (event.same_as && *event.same_as < coded_.events.size() && kept(coded_.events[*event.same_as].score))
    json_.member("same_as", record_id(coded_.report.id, 'e', *event.same_as));
  json_.member("rule", event.rule);
  score(event.score);
  end();
}

void RecordsOfReport::statement(std::size_t index) {
  const Statement& statement = coded_.statements[index];
  begin(Layer::statement, record_id(coded_.report.id, 's', index));
  json_.member("kind", name(statement.kind));
  json_.member("act", name(statement.act));
  if (statement.negated) {
    json_.key("negated");
    json_.boolean(true);
  }
  if (statement.speaker) party("speaker", *statement.speaker, statement.speaker_basis);
  spans("cue", statement.cue);
  spans("content", statement.content);
  json_.member("text", words_of(statement.content));
  parties("addressee", statement.addressees);
  if (statement.medium) {
    json_.key("medium");
    json_.begin_object();
    json_.member("text", coded_.report.text.view(statement.medium->span));
    span("span", statement.medium->span);
    json_.member("kind", name(statement.medium->kind));
    json_.end_object();
  }
  if (statement.occasion) {
    json_.key("occasion");
    json_.begin_object();
    json_.member("text", coded_.report.text.view(*statement.occasion));
    span("span", *statement.occasion);
    json_.end_object();
  }
  if (statement.date) date(*statement.date);
  if (statement.place) event_place(*statement.place);
  if (statement.within && *statement.within < coded_.statements.size() &&
      kept(coded_.statements[*statement.within].score))
    json_.member("within", record_id(coded_.report.id, 's', *statement.within));
  std::vector<std::string> events;
  for (std::uint32_t event : statement.events)
    if (event < coded_.events.size() && kept(coded_.events[event].score))
      events.push_back(record_id(coded_.report.id, 'e', event));
  strings("events", events);
  strings("topics", statement.topics);
  score(statement.score);
  end();
}

void RecordsOfReport::time(std::size_t index) {
  const TimeExpression& time = coded_.times[index];
  begin(Layer::time, record_id(coded_.report.id, 't', index));
  span("span", time.span);
  json_.member("text", coded_.report.text.view(time.span));
  json_.member("kind", name(time.kind));
  json_.member("value", time.value);
  json_.member("mod", time.modifier);
  if (time.interval.earliest) json_.member("earliest", iso(*time.interval.earliest));
  if (time.interval.latest) json_.member("latest", iso(*time.interval.latest));
  if (time.precision) json_.member("precision", name(*time.precision));
  json_.member("basis", name(time.basis));
  if (time.anchor && *time.anchor >= 0)
    json_.member("anchor", record_id(coded_.report.id, 't', static_cast<std::size_t>(*time.anchor)));
  end();
}

void RecordsOfReport::place(std::size_t index) {
  const Place& place = coded_.places[index];
  begin(Layer::place, record_id(coded_.report.id, 'p', index));
  span("span", place.span);
  json_.member("text", coded_.report.text.view(place.span));
  json_.member("form", name(place.form));
  json_.member("kind", name(place.kind));
  json_.member("geonames", place.geonames);
  json_.member("name", place.name);
  number("lat", place.latitude);
  number("lon", place.longitude);
  json_.member("country", place.country);
  json_.member("admin1", place.admin1);
  score(place.score);
  end();
}

void RecordsOfReport::quantity(std::size_t index) {
  const Quantity& quantity = coded_.quantities[index];
  begin(Layer::quantity, record_id(coded_.report.id, 'q', index));
  span("span", quantity.span);
  json_.member("text", coded_.report.text.view(quantity.span));
  number("low", quantity.low);
  number("high", quantity.high);
  if (quantity.approximate != Approximation::none) json_.member("approximate", name(quantity.approximate));
  json_.member("unit", quantity.unit);
  if (quantity.what) span("what", *quantity.what);
  end();
}

void RecordsOfReport::tokens() {
  const auto column = [this](std::string_view key, std::string_view value) {
    if (value != "_") json_.member(key, value);
  };
  for (std::size_t s = 0; s < coded_.parse.sentences.size(); ++s) {
    const Sentence& sentence = coded_.parse.sentences[s];
    const std::string prefix = coded_.report.id + ".w" + std::to_string(s + 1) + '.';
    for (std::size_t w = 0; w < sentence.words.size(); ++w) {
      const Word& word = sentence.words[w];
      begin(Layer::token, prefix + std::to_string(w + 1));
      span("span", word.span);
      json_.key("sentence");
      json_.integer(static_cast<std::int64_t>(s + 1));
      json_.member("form", printed_form(word));
      json_.member("lemma", word.lemma);
      column("upos", word.upos);
      column("xpos", word.xpos);
      column("feats", word.feats);
      json_.key("head");
      json_.integer(word.head + 1);
      column("deprel", word.relation);
      json_.key("name");
      json_.string(word.name == NameType::none ? std::string("O")
                                               : std::string(word.name_begins ? "B-" : "I-") + name(word.name));
      end();
    }
  }
}

void RecordsOfReport::predicates() {
  for (std::size_t i = 0; i < coded_.predicates.size(); ++i) {
    const Predicate& predicate = coded_.predicates[i];
    begin(Layer::predicate, record_id(coded_.report.id, 'f', i));
    span("span", predicate.span);
    json_.member("lemma", predicate.lemma);
    json_.key("factuality");
    json_.number(predicate.factuality);
    end();
  }
}

void RecordsOfReport::coref() {
  begin(Layer::coref, record_id(coded_.report.id, 'c', 0));
  json_.key("chains");
  json_.begin_array();
  for (const std::vector<Span>& chain : coded_.chains) {
    json_.begin_array();
    for (const Span& mention : chain) span("", mention);
    json_.end_array();
  }
  json_.end_array();
  end();
}

}  // namespace

void json_records(const Coded& coded, const RecordChoice& choice, const std::function<void(std::string_view)>& take) {
  RecordsOfReport(coded, choice, take).write();
}

}  // namespace wireroom
