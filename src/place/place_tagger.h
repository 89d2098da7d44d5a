// Where: the places that a report names, with kind, country, point and the way in which they are named.
//
//   WIREROOM_TRY(tagger, PlaceTagger::load());
//   std::vector<Place> places = tagger.tag(report, parse);
//
// "in Moscow" is the city (form name), "Moscow denied" and "the Kremlin" are metonyms, "Russian" in "Russian planes" an
// adjective, "Russians" a demonym. One name means the same place throughout a report. What the tables do not know, or
// know too often, stays a place without `geonames`. The result is in the order of the text and never overlaps.
//
// Spans are those of the words (UTF-8 byte offsets, as in wireroom/span.h); latitude and longitude are degrees of WGS
// 84; `score` is 0 to 1, 0.5 where nothing was chosen. Country codes are ISO 3166-1 alpha-3. Methods and sources of
// names: place_choice.h, place_form.h and data/places/README.md. load() fails only if a table is missing or wrong, with
// its file and line; tag() never fails.
#pragma once

#include <memory>
#include <vector>

#include "base/result.h"
#include "wireroom/mention.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

class Gazetteer;
struct PlaceWords;

class PlaceTagger {
 public:
  // Reads data/countries.tsv and data/places/*.tsv.
  static Result<PlaceTagger> load();
  [[nodiscard]] std::vector<Place> tag(const Report& report, const Parse& parse) const;

  // What the tables hold, for those who look up names without a report; lives as long as the tagger.
  [[nodiscard]] const Gazetteer& gazetteer() const { return *gazetteer_; }

  PlaceTagger(PlaceTagger&&) noexcept;
  PlaceTagger& operator=(PlaceTagger&&) noexcept;
  ~PlaceTagger();

 private:
  PlaceTagger();
  std::unique_ptr<Gazetteer> gazetteer_;
  std::unique_ptr<PlaceWords> words_;
};

}  // namespace wireroom
