#include "place/place_choice.h"

#include <algorithm>
#include <optional>

#include "place/place_spelling.h"

namespace wireroom {

PlaceChoice::PlaceChoice(const Gazetteer& gazetteer, const Report& report, std::vector<PlaceMention>& found)
    : gazetteer_(gazetteer), found_(found) {
  if (report.dateline && !report.dateline->place.empty()) vote_for_dateline(report.dateline->place);
}

void PlaceChoice::run() {
  for (const PlaceMention& mention : found_) vote_for_country(mention);
  for (PlaceMention& mention : found_)
    if (!mention.container.empty()) choose_contained(mention);
  for (PlaceMention& mention : found_)
    if (mention.chosen < 0) choose(mention);
}

void PlaceChoice::vote_for_dateline(std::string_view place) {
  std::string_view name = place.substr(0, place.find(','));
  const std::string title = title_case(name);
  const auto uses = gazetteer_.find(title);
  std::optional<GazetteerEntry> best;
  for (const NameUse& use : uses)
    if (const GazetteerEntry entry = gazetteer_.entry(use.entry); !best || entry.prior > best->prior) best = entry;
  if (best) country_votes_[best->country] += 2;
}

void PlaceChoice::vote_for_country(const PlaceMention& mention) {
  std::string_view country;
  for (const NameUse& use : mention.uses) {
    const GazetteerEntry entry = gazetteer_.entry(use.entry);
    if (entry.level != PlaceLevel::country || use.ambiguous || entry.country.empty()) continue;
    country = entry.country;
  }
  if (!country.empty()) country_votes_[country] += 1;
}

void PlaceChoice::choose_contained(PlaceMention& mention) {
  const auto containers = gazetteer_.find(mention.container);
  double best = 0, best_of_all = 0;
  for (const NameUse& use : mention.uses) best_of_all = std::max(best_of_all, base(mention, use));
  for (std::size_t i = 0; i < mention.uses.size(); ++i) {
    const GazetteerEntry inner = gazetteer_.entry(mention.uses[i].entry);
    if (inner.level == PlaceLevel::country) continue;
    for (const NameUse& use : containers) {
      const GazetteerEntry outer = gazetteer_.entry(use.entry);
      if (use.entry == mention.uses[i].entry || !contains(outer, inner)) continue;
      // A much better known namesake elsewhere speaks against a village, unless the container is a province or state.
      const double known = base(mention, mention.uses[i]);
      if (known + (outer.level == PlaceLevel::country ? 2.0 : 4.0) < best_of_all) continue;
      const double score = known + (outer.level == PlaceLevel::country ? 0.5 : 1.0);
      if (score > best) {
        best = score;
        mention.chosen = static_cast<std::int32_t>(i);
      }
    }
  }
  if (mention.chosen < 0) return;
  mention.score = 0.97;
  const NameUse& use = mention.uses[static_cast<std::size_t>(mention.chosen)];
  const GazetteerEntry entry = gazetteer_.entry(use.entry);
  settled_.emplace(mention.name, use.entry);
  local_votes_[entry.country] += 1;
  if (!entry.admin1.empty()) division_votes_[{entry.country, entry.admin1}] += 1;
}

bool PlaceChoice::contains(const GazetteerEntry& outer, const GazetteerEntry& inner) {
  if (outer.country.empty() || outer.country != inner.country) return false;
  if (outer.level == PlaceLevel::country) return true;
  if (outer.level == PlaceLevel::region || outer.level == PlaceLevel::division) return outer.admin1 == inner.admin1;
  return false;
}

double PlaceChoice::base(const PlaceMention& mention, const NameUse& use, const GazetteerEntry& entry) {
  double score = entry.prior;
  if (!use.main) score -= use.curated ? 0.3 : 1.2;
  if (use.ambiguous) score -= 1.6;
  if (mention.class_kind != PlaceKind::other && entry.level != PlaceLevel::country)
    score += entry.kind == mention.class_kind ? 2 : -1;
  return score;
}

double PlaceChoice::base(const PlaceMention& mention, const NameUse& use) const {
  return base(mention, use, gazetteer_.entry(use.entry));
}

double PlaceChoice::share(double votes, double all) { return all <= 0 ? 0 : votes / (all + 1); }

void PlaceChoice::choose(PlaceMention& mention) {
  double best = -1, second = -1;
  double all_countries = 0, all_local = 0;
  for (const auto& [country, votes] : country_votes_) all_countries += votes;
  for (const auto& [country, votes] : local_votes_) all_local += votes;
  const auto settled = settled_.find(mention.name);
  double support = 0;
  for (std::size_t i = 0; i < mention.uses.size(); ++i) {
    const NameUse& use = mention.uses[i];
    const GazetteerEntry entry = gazetteer_.entry(use.entry);
    double extra = 0;
    if (settled != settled_.end() && settled->second == use.entry) extra += 5;
    if (!entry.country.empty() && entry.level != PlaceLevel::country) {
      extra += 2.2 * share(votes_of(country_votes_, entry.country), all_countries);
      extra += 2.0 * share(votes_of(local_votes_, entry.country), all_local);
      const auto division = division_votes_.find({entry.country, entry.admin1});
      if (division != division_votes_.end()) extra += std::min(1.2, 0.5 * division->second);
    }
    const double score = base(mention, use, entry) + extra;
    if (score > best) {
      if (best >= 0 && !same(mention, i)) second = best;
      best = score;
      support = extra;
      mention.chosen = static_cast<std::int32_t>(i);
    } else if (score > second && !same(mention, i)) {
      second = score;
    }
  }
  if (mention.chosen < 0) return;
  const NameUse& use = mention.uses[static_cast<std::size_t>(mention.chosen)];
  const GazetteerEntry entry = gazetteer_.entry(use.entry);
  mention.score = trust(best - std::max(second, 0.0), entry.prior, support);
  if (mention.class_kind == PlaceKind::region && entry.kind == PlaceKind::city)
    mention.score = std::min(mention.score, 0.4);
  if (entry.level != PlaceLevel::country && mention.score >= kTrusted && !entry.country.empty()) {
    local_votes_[entry.country] += 0.5;
    if (!entry.admin1.empty() && support > 0.5) division_votes_[{entry.country, entry.admin1}] += 0.5;
  }
}

bool PlaceChoice::same(const PlaceMention& mention, std::size_t i) const {
  return mention.chosen >= 0 && mention.uses[static_cast<std::size_t>(mention.chosen)].entry == mention.uses[i].entry;
}

double PlaceChoice::trust(double margin, double prior, double support) {
  double score = 0.45 + 0.08 * (prior - 4.5) + 0.12 * std::min(margin, 3.0) + 0.2 * std::min(support, 2.0);
  return std::clamp(score, 0.05, 0.99);
}

double PlaceChoice::votes_of(const std::map<std::string_view, double>& votes, std::string_view country) {
  const auto found = votes.find(country);
  return found == votes.end() ? 0 : found->second;
}

}  // namespace wireroom
