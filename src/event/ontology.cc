#include "event/ontology.h"

#include <charconv>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Result<Table> table(const char* path, std::initializer_list<std::string_view> columns) {
  WIREROOM_TRY(bytes, asset(path));
  return Table::read(path, bytes, columns);
}

Result<EventType> type_of(const Table::Row& row, std::string_view column) {
  const std::optional<EventType> type = event_type(row[column]);
  if (type) return *type;
  return Error{ErrorKind::data, row.place() + ": '" + std::string(row[column]) + "' in column " + std::string(column) +
                                    " is no PLOVER type; mend it"};
}

}  // namespace

Result<Ontology> Ontology::load() {
  Ontology ontology;
  WIREROOM_TRY(types, table("data/ontology/plover_types.tsv", {"type", "quad", "intensity", "cameo"}));
  for (const Table::Row& row : types.rows()) {
    WIREROOM_TRY(type, type_of(row, "type"));
    ontology.types_[type] = {std::string(row["quad"]), std::string(row["cameo"]), number(row["intensity"]).value_or(0)};
  }
  WIREROOM_TRY(modes, table("data/ontology/plover_modes.tsv", {"type", "mode", "intensity"}));
  for (const Table::Row& row : modes.rows()) {
    WIREROOM_TRY(type, type_of(row, "type"));
    ontology.modes_[{type, std::string(row["mode"])}] = number(row["intensity"]);
  }
  WIREROOM_TRY(codes, table("data/ontology/cameo.tsv", {"code", "goldstein"}));
  for (const Table::Row& row : codes.rows()) ontology.goldstein_[std::string(row["code"])] = number(row["goldstein"]);

  WIREROOM_TRY(embedding, table("rules/event/embedding.tsv", {"outer", "inner", "type", "mode", "cameo"}));
  for (const Table::Row& row : embedding.rows()) {
    WIREROOM_TRY(outer, type_of(row, "outer"));
    WIREROOM_TRY(type, type_of(row, "type"));
    ontology.embedded_[{outer, std::string(row["inner"])}] = {type, std::string(row["mode"]),
                                                              std::string(row["cameo"])};
  }
  WIREROOM_TRY(future, table("rules/event/future.tsv", {"type", "becomes", "cameo"}));
  for (const Table::Row& row : future.rows()) {
    WIREROOM_TRY(type, type_of(row, "type"));
    WIREROOM_TRY(becomes, type_of(row, "becomes"));
    ontology.future_[type] = {becomes, "", std::string(row["cameo"])};
  }
  return ontology;
}

void Ontology::complete(Event& event) const {
  const auto type = types_.find(event.type);
  if (type == types_.end()) return;
  if (event.cameo.empty()) event.cameo = type->second.cameo;
  event.quad = type->second.quad;
  event.intensity = type->second.intensity;
  if (const auto mode = modes_.find({event.type, event.mode}); mode != modes_.end() && mode->second)
    event.intensity = mode->second;
  if (const auto code = goldstein_.find(event.cameo); code != goldstein_.end()) event.goldstein = code->second;
}

const Recoding* Ontology::embedded(EventType outer, EventType inner, std::string_view mode) const {
  auto found = embedded_.find({outer, std::string(name(inner)) + ":" + std::string(mode)});
  if (found == embedded_.end()) found = embedded_.find({outer, name(inner)});
  return found == embedded_.end() ? nullptr : &found->second;
}

const Recoding* Ontology::future(EventType type) const {
  const auto found = future_.find(type);
  return found == future_.end() ? nullptr : &found->second;
}

bool Ontology::knows_mode(EventType type, std::string_view mode) const {
  return modes_.contains({type, std::string(mode)});
}

bool Ontology::knows_cameo(std::string_view code) const { return goldstein_.contains(code); }

}  // namespace wireroom
