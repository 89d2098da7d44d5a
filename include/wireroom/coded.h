// All that the program knows of one report: the way of a report ends here, the writers begin here.
#pragma once

#include <optional>
#include <vector>

#include "wireroom/mention.h"
#include "wireroom/proposition.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

struct Coded {
  Report report;
  Parse parse;
  std::optional<WordCount> counted;   // where no record needs the sentences themselves: instead of them
  std::vector<TimeExpression> times;  // all lists are in the order of the text
  std::vector<Place> places;
  std::vector<Quantity> quantities;
  Actors actors;
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<Predicate> predicates;      // only if the layer predicate is wanted
  std::vector<std::vector<Span>> chains;  // mentions of one and the same; only if the layer coref is wanted
};

}  // namespace wireroom
