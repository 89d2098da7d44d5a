// The parts that several record types share: spans, parties, dates, places. For json_records only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/json_writer.h"
#include "wireroom/coded.h"

namespace wireroom {

// Text of unknown encoding (a file name) as valid UTF-8.
[[nodiscard]] std::string decoded(std::string_view bytes);

// The key "office" with its object.
void write_office(JsonWriter& json, const Office& office);
void write_conflict(JsonWriter& json, const ActorConflict& conflict);

// The words of several spans, joined by a blank.
[[nodiscard]] std::string words_of(const Text& text, const std::vector<Span>& spans);

// An empty key writes the value alone, as an element of a list.
class JsonFields {
 protected:
  JsonFields(const Coded& coded, std::string& line) : coded_(coded), json_(line) {}

  void key(std::string_view name) {
    if (!name.empty()) json_.key(name);
  }
  void span(std::string_view name, Span span);
  void spans(std::string_view name, const std::vector<Span>& spans);  // left out if empty
  void strings(std::string_view name, const std::vector<std::string>& texts);
  void number(std::string_view name, const std::optional<double>& value);
  void score(double value);
  void text_piece(std::string_view name, const TextPiece& piece);
  void published(const Published& published);
  void party(std::string_view name, const Party& party, std::string_view basis = {});
  void parties(std::string_view name, const std::vector<Party>& parties);
  void others(const std::vector<OtherParty>& others);
  void date(const EventDate& date);
  void event_place(const EventPlace& place);
  void duration(const Duration& duration);
  void counts(const std::vector<Count>& counts);
  [[nodiscard]] std::string words_of(const std::vector<Span>& spans) const {
    return wireroom::words_of(coded_.report.text, spans);
  }

  const Coded& coded_;
  JsonWriter json_;

 private:
  void party_keys(const Party& party);
};

// "2016-03-24", "2016-03" or "2016", as precise as known.
[[nodiscard]] std::string published_value(const Published& published);

}  // namespace wireroom
