// PLOVER and CAMEO codes of events: what follows from type, mode and code (data/ontology), and how a type changes when
// the act is only promised, demanded, refused or threatened (rules/event/embedding.tsv, future.tsv).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "wireroom/proposition.h"

namespace wireroom {

struct Recoding {
  EventType type = EventType::CONSULT;
  std::string mode, cameo;
};

class Ontology {
 public:
  static Result<Ontology> load();

  // Fills cameo where it is empty, quad, goldstein, intensity from type, mode and cameo.
  void complete(Event& event) const;
  // What `outer` becomes when its object is an act of type `inner` with this mode: REQUEST of a RETREAT asks to yield.
  [[nodiscard]] const Recoding* embedded(EventType outer, EventType inner, std::string_view mode) const;
  // What an act is when it is told as future: a planned CONSULT is an AGREE.
  [[nodiscard]] const Recoding* future(EventType type) const;
  [[nodiscard]] bool knows_mode(EventType type, std::string_view mode) const;
  [[nodiscard]] bool knows_cameo(std::string_view code) const;

 private:
  struct Type {
    std::string quad, cameo;
    double intensity = 0;
  };
  std::map<EventType, Type> types_;
  std::map<std::pair<EventType, std::string>, std::optional<double>, std::less<>> modes_;
  std::map<std::string, std::optional<double>, std::less<>> goldstein_;
  std::map<std::pair<EventType, std::string>, Recoding> embedded_;  // inner: "RETREAT", "COERCE:arrest"
  std::map<EventType, Recoding> future_;
};

}  // namespace wireroom
