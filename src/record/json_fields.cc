#include "record/json_fields.h"

#include <cmath>

#include "record/record_ids.h"

namespace wireroom {

std::string decoded(std::string_view bytes) { return Text::decode(bytes).utf8(); }

void write_office(JsonWriter& json, const Office& office) {
  json.key("office");
  json.begin_object();
  json.member("title", office.title);
  json.member("body", office.body);
  json.member("country", office.country);
  json.member("from", office.from);
  json.member("to", office.to);
  json.end_object();
}

void write_conflict(JsonWriter& json, const ActorConflict& conflict) {
  const auto reading = [&](std::string_view source, const ActorReading& read) {
    json.key(source);
    json.begin_object();
    json.member("country", read.country);
    json.member("sector", read.sector);
    json.member("office", read.office);
    if (source == "directory") json.member("entry", conflict.entry);
    json.end_object();
  };
  json.key("conflict");
  json.begin_object();
  reading("text", conflict.text);
  reading("directory", conflict.directory);
  json.end_object();
}

std::string words_of(const Text& text, const std::vector<Span>& spans) {
  std::string words;
  for (const Span& span : spans) {
    if (!words.empty()) words += ' ';
    words += text.view(span);
  }
  return words;
}

std::string published_value(const Published& published) {
  const std::string day = iso(published.date);
  switch (published.precision) {
    case Precision::year:
    case Precision::decade:
      return day.substr(0, day.size() - 6);
    case Precision::month:
    case Precision::quarter:
      return day.substr(0, day.size() - 3);
    default:
      return day;
  }
}

void JsonFields::span(std::string_view name, Span span) {
  key(name);
  json_.begin_array();
  json_.integer(coded_.report.text.code_points_before(span.begin));
  json_.integer(coded_.report.text.code_points_before(span.end));
  json_.end_array();
}

void JsonFields::spans(std::string_view name, const std::vector<Span>& spans) {
  if (spans.empty()) return;
  key(name);
  json_.begin_array();
  for (const Span& each : spans) span("", each);
  json_.end_array();
}

void JsonFields::strings(std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  key(name);
  json_.begin_array();
  for (const std::string& text : texts) json_.string(text);
  json_.end_array();
}

void JsonFields::number(std::string_view name, const std::optional<double>& value) {
  if (!value) return;
  key(name);
  json_.number(*value);
}

// Three places: more would pretend.
void JsonFields::score(double value) {
  json_.key("score");
  json_.number(std::round(value * 1000) / 1000);
}

void JsonFields::text_piece(std::string_view name, const TextPiece& piece) {
  key(name);
  json_.begin_object();
  json_.member("text", piece.text);
  if (piece.span) span("span", *piece.span);
  json_.end_object();
}

void JsonFields::published(const Published& published) {
  json_.key("published");
  json_.begin_object();
  json_.member("value", published_value(published));
  json_.member("precision", name(published.precision));
  json_.member("basis", name(published.basis));
  if (published.span) span("span", *published.span);
  json_.end_object();
}

void JsonFields::party_keys(const Party& party) {
  const bool known = party.actor && *party.actor < coded_.actors.actors.size();
  if (known) json_.member("actor", record_id(coded_.report.id, 'a', *party.actor));
  if (!party.span.empty()) {
    span("span", party.span);
    json_.member("text", coded_.report.text.view(party.span));
  }
  if (!known) return json_.member("country", party.country);
  const Actor& actor = coded_.actors.actors[*party.actor];
  json_.member("name", actor.name);
  json_.member("country", actor.country);
  json_.member("sector", actor.sector);
  json_.member("code", actor.code);
}

void JsonFields::party(std::string_view name, const Party& party, std::string_view basis) {
  key(name);
  json_.begin_object();
  party_keys(party);
  json_.member("basis", basis);
  json_.end_object();
}

void JsonFields::parties(std::string_view name, const std::vector<Party>& parties) {
  if (parties.empty()) return;
  key(name);
  json_.begin_array();
  for (const Party& each : parties) party("", each);
  json_.end_array();
}

void JsonFields::others(const std::vector<OtherParty>& others) {
  if (others.empty()) return;
  json_.key("other");
  json_.begin_array();
  for (const OtherParty& other : others) {
    json_.begin_object();
    json_.member("role", name(other.role));
    party_keys(other.party);
    if (other.of) json_.member("of", name(*other.of));
    json_.end_object();
  }
  json_.end_array();
}

void JsonFields::date(const EventDate& date) {
  json_.key("date");
  json_.begin_object();
  if (date.interval.earliest) json_.member("earliest", iso(*date.interval.earliest));
  if (date.interval.latest) json_.member("latest", iso(*date.interval.latest));
  json_.member("precision", name(date.precision));
  json_.member("basis", name(date.basis));
  if (date.span) span("span", *date.span);
  if (date.time) json_.member("time", record_id(coded_.report.id, 't', *date.time));
  json_.end_object();
}

void JsonFields::event_place(const EventPlace& place) {
  json_.key("place");
  json_.begin_object();
  json_.member("name", place.name);
  json_.member("geonames", place.geonames);
  number("lat", place.latitude);
  number("lon", place.longitude);
  json_.member("country", place.country);
  json_.member("precision", place.precision);
  json_.member("basis", name(place.basis));
  if (place.span) span("span", *place.span);
  if (place.place) json_.member("place", record_id(coded_.report.id, 'p', *place.place));
  json_.end_object();
}

void JsonFields::duration(const Duration& duration) {
  json_.key("duration");
  json_.begin_object();
  json_.member("value", duration.value);
  if (duration.low > 0) number("low", duration.low);
  if (duration.high > 0) number("high", duration.high);
  if (duration.approximate) {
    json_.key("approximate");
    json_.boolean(true);
  }
  span("span", duration.span);
  json_.end_object();
}

void JsonFields::counts(const std::vector<Count>& counts) {
  if (counts.empty()) return;
  json_.key("counts");
  json_.begin_array();
  for (const Count& count : counts) {
    json_.begin_object();
    json_.member("what", count.what);
    number("low", count.low);
    number("high", count.high);
    if (count.approximate != Approximation::none) json_.member("approximate", name(count.approximate));
    if (count.of) party("of", *count.of);
    span("span", count.span);
    json_.end_object();
  }
  json_.end_array();
}

}  // namespace wireroom
