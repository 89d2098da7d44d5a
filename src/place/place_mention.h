// One mention of a place between the first reading (MentionCollector) and the choice (PlaceChoice). Private to this
// folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "place/gazetteer.h"
#include "wireroom/mention.h"
#include "wireroom/sentence.h"

namespace wireroom {

struct PlaceMention {
  WordRange words;
  Span span;
  std::string name;                         // as looked up
  std::vector<NameUse> uses;                // candidates
  std::string container;                    // "Texas" in "Paris, Texas", a country's adjective before "city of"
  PlaceKind class_kind = PlaceKind::other;  // by a class noun beside the name
  bool recognised = false;                  // marked GPE or LOC
  std::int32_t chosen = -1;                 // index into uses
  double score = 0;                         // trust in the choice, 0 to 1
};

}  // namespace wireroom
