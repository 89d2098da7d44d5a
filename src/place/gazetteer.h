// The tables of places in memory: names to candidates. For PlaceTagger and whoever looks up a single name.
//
//   for (const NameUse& use : gazetteer.find("Kyiv")) gazetteer.entry(use).country;   // "UKR"
//
// Names are found as printed (case-sensitive, blanks single, ’ as '). Views point into the embedded tables, which live
// as long as the program. Points are degrees of WGS 84, north and east positive; countries are ISO 3166-1 alpha-3
// (Kosovo KOS). load() fails, naming file and line, if a table is missing or wrong. Sources: data/places/README.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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

// One way to name an entry.
struct NameUse {
  std::uint32_t entry = 0;
  PlaceForm form = PlaceForm::name;
  bool main = true;        // the entry's own name, not one of many spellings
  bool ambiguous = false;  // often means something else
  bool curated = false;    // written by hand: trusted without the name recogniser
};

class Gazetteer {
 public:
  static Result<Gazetteer> load();

  // All that a name may mean, curated or not; empty for an unknown one. Valid as long as the gazetteer.
  [[nodiscard]] std::span<const NameUse> find(std::string_view name) const;
  [[nodiscard]] const GazetteerEntry& entry(std::uint32_t index) const { return entries_[index]; }
  // Longest name in blanks; look-ups need not try more words.
  static constexpr std::size_t kMostWords = 8;

 private:
  struct Range {
    std::uint32_t first = 0, count = 0;
  };
  void add(std::string_view name, NameUse use);
  Status load_countries();
  Status load_regions();
  Status load_divisions();
  Status load_cities();
  void index();

  std::vector<GazetteerEntry> entries_;
  std::vector<std::pair<std::string_view, NameUse>> pending_;
  std::vector<NameUse> uses_;
  std::unordered_map<std::string_view, Range> names_;
};

}  // namespace wireroom
