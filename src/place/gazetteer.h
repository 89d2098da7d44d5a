// The tables of places in memory: names to candidates. For PlaceTagger and whoever looks up a single name.
//
//   for (const NameUse& use : gazetteer.find("Kyiv")) gazetteer.entry(use).country;   // "UKR"
//
// Names are found as printed (case-sensitive, blanks single, ’ as '). The tables are packed when the program is built
// (pack_gazetteer, base/packed.h) and read in place; views live as long as the gazetteer. Points are degrees of WGS 84,
// north and east positive; countries are ISO 3166-1 alpha-3 (Kosovo KOS). load() and pack_gazetteer() fail, naming file
// and line, if a table is missing or wrong. Sources: data/places/README.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/packed.h"
#include "base/result.h"
#include "wireroom/mention.h"

namespace wireroom {

enum class PlaceLevel : std::uint8_t { country, region, division, capital, city };

struct GazetteerEntry {
  std::string_view name, country, admin1, geonames;
  PlaceLevel level = PlaceLevel::city;
  PlaceKind kind = PlaceKind::city;
  double latitude = 0, longitude = 0;
  bool has_point = false;
  float prior = 0;  // how well known: country 8, town by the logarithm of its population
};

// One way to name an entry. Stands as it is in the packed table.
struct NameUse {
  std::uint32_t entry = 0;
  PlaceForm form = PlaceForm::name;
  bool main = true;        // the entry's own name, not one of many spellings
  bool ambiguous = false;  // often means something else
  bool curated = false;    // written by hand: trusted without the name recogniser
};

// An entry in the packed table; texts are references.
struct PackedPlace {
  TextRef name = 0, country = 0, admin1 = 0, geonames = 0;
  PlaceLevel level = PlaceLevel::city;
  PlaceKind kind = PlaceKind::city;
  std::uint8_t has_point = 0, unused = 0;
  float prior = 0;
  double latitude = 0, longitude = 0;
};

class Gazetteer {
 public:
  static Result<Gazetteer> load();

  // All that a name may mean, curated or not; empty for an unknown one. Valid as long as the gazetteer.
  [[nodiscard]] std::span<const NameUse> find(std::string_view name) const { return names_.find(name); }
  [[nodiscard]] GazetteerEntry entry(std::uint32_t index) const;
  // Longest name in blanks; look-ups need not try more words.
  static constexpr std::size_t kMostWords = 8;

 private:
  PackedFile file_;
  std::string_view pool_;
  std::span<const PackedPlace> places_;
  PackedIndex<NameUse> names_;
};

// The packed table "places" from data/countries.tsv and data/places/{regions,divisions,cities}.tsv.
[[nodiscard]] Result<std::string> pack_gazetteer();

}  // namespace wireroom
