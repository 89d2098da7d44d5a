// Second reading: chooses one candidate for each mention, by how well known it is, by containment ("Paris, Texas", "the
// Syrian city of Homs"), class nouns, and the countries and divisions that the sure mentions of the report share
// (Leidner 2007; Lieberman and Samet 2012). Private to this folder.
//
//   PlaceChoice(gazetteer, report, mentions).run();   // fills `chosen` and `score` of every mention with candidates
//
// What containment settled holds for the whole report. A score below kTrusted means: recorded without entry.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "place/gazetteer.h"
#include "place/place_mention.h"
#include "wireroom/report.h"

namespace wireroom {

class PlaceChoice {
 public:
  static constexpr double kTrusted = 0.5;

  // The gazetteer and the mentions must live longer than the choice.
  PlaceChoice(const Gazetteer& gazetteer, const Report& report, std::vector<PlaceMention>& found);
  void run();

 private:
  void vote_for_dateline(std::string_view place);
  void vote_for_country(const PlaceMention& mention);
  void vote_for_plain_names();
  static std::string key_of(const PlaceMention& mention);
  // The pair of readings (place, container) that fit together; the best known one of the first.
  void choose_contained(PlaceMention& mention);
  static bool contains(const GazetteerEntry& outer, const GazetteerEntry& inner);
  static double base(const PlaceMention& mention, const NameUse& use, const GazetteerEntry& entry);
  double base(const PlaceMention& mention, const NameUse& use) const;
  static double share(double votes, double all);
  void choose(PlaceMention& mention);
  bool same(const PlaceMention& mention, std::size_t i) const;
  // How far the choice can be trusted, 0 to 1: a well-known place, or support by the report, or no rival.
  static double trust(double margin, double prior, double support);
  static double votes_of(const std::map<std::string_view, double>& votes, std::string_view country);

  const Gazetteer& gazetteer_;
  std::vector<PlaceMention>& found_;
  std::map<std::string_view, double> country_votes_, local_votes_;
  std::map<std::pair<std::string_view, std::string_view>, double> division_votes_;
  std::map<std::string, std::uint32_t> settled_;
};

}  // namespace wireroom
