// The rows are made from the JSON records, so that the two formats cannot tell different things: a column is a path
// into the record ("date.earliest"), and a path through a list collects its elements.
#include "record/flat_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace wireroom {
namespace {

using Json = nlohmann::json;

const std::vector<std::string_view>& columns_of(Layer layer) {
  static const std::vector<std::string_view> report = {"id",
                                                       "source",
                                                       "title.text",
                                                       "authors.text",
                                                       "published.value",
                                                       "published.precision",
                                                       "published.basis",
                                                       "dateline.place",
                                                       "dateline.date",
                                                       "dateline.agency",
                                                       "publisher",
                                                       "url",
                                                       "lang",
                                                       "text_offset",
                                                       "text",
                                                       "sentences",
                                                       "words",
                                                       "notes"};
  static const std::vector<std::string_view> actor = {
      "id",       "report",       "name",          "kind",           "country",     "sector",    "sector2",
      "code",     "office.title", "office.body",   "office.country", "office.from", "office.to", "entry",
      "wikidata", "basis",        "mentions.span", "mentions.form",  "conflict"};
  static const std::vector<std::string_view> event = {"id",
                                                      "report",
                                                      "event",
                                                      "mode",
                                                      "contexts",
                                                      "cameo",
                                                      "quad",
                                                      "goldstein",
                                                      "intensity",
                                                      "source.actor",
                                                      "source.name",
                                                      "source.text",
                                                      "source.country",
                                                      "source.sector",
                                                      "source.code",
                                                      "target.actor",
                                                      "target.name",
                                                      "target.text",
                                                      "target.country",
                                                      "target.sector",
                                                      "target.code",
                                                      "other.role",
                                                      "other.actor",
                                                      "other.name",
                                                      "other.text",
                                                      "other.of",
                                                      "trigger",
                                                      "sentence",
                                                      "text",
                                                      "status",
                                                      "according_to.actor",
                                                      "according_to.name",
                                                      "according_to.text",
                                                      "said_in",
                                                      "date.earliest",
                                                      "date.latest",
                                                      "date.precision",
                                                      "date.basis",
                                                      "place.name",
                                                      "place.geonames",
                                                      "place.lat",
                                                      "place.lon",
                                                      "place.country",
                                                      "place.precision",
                                                      "place.basis",
                                                      "duration.value",
                                                      "counts.what",
                                                      "counts.low",
                                                      "counts.high",
                                                      "counts.approximate",
                                                      "counts.of.name",
                                                      "counts.of.text",
                                                      "same_as",
                                                      "rule",
                                                      "score"};
  static const std::vector<std::string_view> statement = {"id",
                                                          "report",
                                                          "kind",
                                                          "act",
                                                          "negated",
                                                          "speaker.actor",
                                                          "speaker.name",
                                                          "speaker.text",
                                                          "speaker.country",
                                                          "speaker.sector",
                                                          "speaker.code",
                                                          "speaker.basis",
                                                          "cue",
                                                          "content",
                                                          "text",
                                                          "addressee.actor",
                                                          "addressee.name",
                                                          "addressee.text",
                                                          "medium.text",
                                                          "medium.kind",
                                                          "occasion.text",
                                                          "date.earliest",
                                                          "date.latest",
                                                          "date.precision",
                                                          "date.basis",
                                                          "place.name",
                                                          "place.country",
                                                          "within",
                                                          "events",
                                                          "topics",
                                                          "score"};
  static const std::vector<std::string_view> time = {"id",  "report",   "span",   "text",      "kind",  "value",
                                                     "mod", "earliest", "latest", "precision", "basis", "anchor"};
  static const std::vector<std::string_view> place = {"id",   "report", "span", "text",    "form",   "kind", "geonames",
                                                      "name", "lat",    "lon",  "country", "admin1", "score"};
  static const std::vector<std::string_view> quantity = {"id",   "report",      "span", "text", "low",
                                                         "high", "approximate", "unit", "what"};
  static const std::vector<std::string_view> token = {"id",   "report", "span",  "sentence", "form",   "lemma",
                                                      "upos", "xpos",   "feats", "head",     "deprel", "name"};
  static const std::vector<std::string_view> predicate = {"id", "report", "span", "lemma", "factuality"};
  static const std::vector<std::string_view> coref = {"id", "report", "chains"};
  static const std::vector<std::string_view> none;
  switch (layer) {
    case Layer::report:
      return report;
    case Layer::actor:
      return actor;
    case Layer::event:
      return event;
    case Layer::statement:
      return statement;
    case Layer::time:
      return time;
    case Layer::place:
      return place;
    case Layer::quantity:
      return quantity;
    case Layer::token:
      return token;
    case Layer::predicate:
      return predicate;
    case Layer::coref:
      return coref;
    case Layer::text:
      return none;
  }
  return none;
}

bool is_span(const Json& value) {
  return value.is_array() && value.size() == 2 && value[0].is_number_integer() && value[1].is_number_integer();
}

std::string cell_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (is_span(value)) return value[0].dump() + '-' + value[1].dump();
  if (value.is_array()) {  // nested at most twice: chains of spans
    std::string joined;
    for (const Json& element : value) {
      if (!joined.empty()) joined += "; ";
      if (element.is_array() && !is_span(element))
        for (std::size_t i = 0; i < element.size(); ++i) joined += (i ? " " : "") + cell_of(element[i]);
      else
        joined += cell_of(element);
    }
    return joined;
  }
  return value.dump();
}

// The value at a path of at most two keys; a list in between gives the list of its elements' values, with an empty
// text for an element that has none, so that the columns of a list stay in step.
std::string at_path(const Json& record, std::string_view path) {
  const std::size_t dot = path.find('.');
  const auto first = record.find(path.substr(0, dot));
  if (first == record.end()) return {};
  if (dot == std::string_view::npos) return cell_of(*first);
  const std::string_view key = path.substr(dot + 1);
  if (first->is_object()) {
    const auto second = first->find(key);
    return second == first->end() ? std::string() : cell_of(*second);
  }
  if (!first->is_array()) return {};
  Json values = Json::array();
  bool any = false;
  for (const Json& element : *first) {
    const auto second = element.find(key);
    any = any || second != element.end();
    values.push_back(second == element.end() ? Json("") : *second);
  }
  if (!any) return {};
  std::string joined;
  for (std::size_t i = 0; i < values.size(); ++i) joined += (i ? "; " : "") + cell_of(values[i]);
  return joined;
}

}  // namespace

FlatTable::FlatTable(Style style, RecordChoice choice) : style_(style), choice_(choice) {
  if (choice_.layers.record_types() != 1) columns_.push_back("type");
  for (std::size_t i = 0; i < kLayerNames.size(); ++i) {
    const Layer layer = static_cast<Layer>(i);
    if (!choice_.layers.has(layer)) continue;
    for (std::string_view column : columns_of(layer)) {
      if (column == "text" && layer == Layer::report && !choice_.layers.has(Layer::text)) continue;
      if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) columns_.push_back(column);
    }
  }
}

void FlatTable::append_cell(std::string_view cell, bool last, std::string& out) const {
  if (style_ == Style::csv) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      out += cell;
    } else {
      out += '"';
      for (char c : cell) {
        if (c == '"') out += '"';
        out += c;
      }
      out += '"';
    }
    out += last ? '\n' : ',';
    return;
  }
  for (char c : cell) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  out += last ? '\n' : '\t';
}

std::string FlatTable::header() const {
  std::string out;
  for (std::string_view column : columns_) {
    std::string title(column);
    std::replace(title.begin(), title.end(), '.', '_');
    append_cell(title, column == columns_.back(), out);
  }
  return out;
}

void FlatTable::append(const Coded& coded, std::string& out) const {
  json_records(coded, choice_, [&](std::string_view line) { append_record(line, out); });
}

void FlatTable::append_record(std::string_view json, std::string& out) const {
  const Json record = Json::parse(json);
  for (std::string_view column : columns_) append_cell(at_path(record, column), column == columns_.back(), out);
}

}  // namespace wireroom
