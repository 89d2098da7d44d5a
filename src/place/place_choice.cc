#include "place/place_choice.h"

#include <algorithm>
#include <optional>
#include <set>

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
  vote_for_plain_names();
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

// Names that mean one place whatever the rest says (Chicago, Jakarta) speak for their country and division, each once.
void PlaceChoice::vote_for_plain_names() {
  std::set<std::string, std::less<>> seen;
  for (const PlaceMention& mention : found_) {
    if (mention.chosen >= 0 || !seen.insert(key_of(mention)).second) continue;
    double best = -1, second = -1;
    std::uint32_t entry = 0;
    for (const NameUse& use : mention.uses) {
      if (use.form != PlaceForm::name) continue;
      const double score = base(mention, use);
      if (score > best) {
        if (use.entry != entry) second = best;
        best = score;
        entry = use.entry;
      } else if (score > second && use.entry != entry) {
        second = score;
      }
    }
    if (best < 4.3 || best - second < 1.3) continue;
    const GazetteerEntry place = gazetteer_.entry(entry);
    if (place.level == PlaceLevel::country || place.country.empty()) continue;
    local_votes_[place.country] += 0.5;
    if (!place.admin1.empty() && place.level != PlaceLevel::capital)
      division_votes_[{place.country, place.admin1}] += 0.5;
  }
}

// GLASGOW of a dateline and Glasgow of the text are one name.
std::string PlaceChoice::key_of(const PlaceMention& mention) {
  return all_capitals(mention.name) ? title_case(mention.name) : mention.name;
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
  settled_.emplace(key_of(mention), use.entry);
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
  if (!use.main) score -= use.curated ? 0.3 : 1.8;  // Salisbury is rather Salisbury than old Harare
  if (use.ambiguous) score -= entry.level == PlaceLevel::capital ? 0.6 : 1.6;
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
  const auto settled = settled_.find(key_of(mention));
  double support = 0;
  bool of_capital = false, of_many = false;  // also the name of a capital; of a country, an ocean, a continent
  for (const NameUse& use : mention.uses) {
    const GazetteerEntry entry = gazetteer_.entry(use.entry);
    of_capital = of_capital || (entry.level == PlaceLevel::capital && use.form == PlaceForm::name);
    of_many =
        of_many ||
        (use.form == PlaceForm::name && use.curated &&
         (entry.level == PlaceLevel::country ||
          (entry.level == PlaceLevel::region && (entry.kind == PlaceKind::water || entry.kind == PlaceKind::land))));
  }
  for (std::size_t i = 0; i < mention.uses.size(); ++i) {
    const NameUse& use = mention.uses[i];
    const GazetteerEntry entry = gazetteer_.entry(use.entry);
    double extra = 0;
    if (settled != settled_.end() && settled->second == use.entry) extra += 5;
    if (!entry.country.empty() && entry.level != PlaceLevel::country) {
      extra += 1.8 * share(votes_of(country_votes_, entry.country), all_countries);
      extra += 1.6 * share(votes_of(local_votes_, entry.country), all_local);
      const auto division = division_votes_.find({entry.country, entry.admin1});
      if (division != division_votes_.end()) extra += std::min(1.6, 0.6 * division->second);
      const bool is_settled = settled != settled_.end() && settled->second == use.entry;
      // "Mexico" is no town of Missouri, however many Americans stand around it.
      if (of_many && entry.level == PlaceLevel::city && !is_settled && mention.class_kind != PlaceKind::city)
        extra -= 1.5;
      // "Washington" alone is the capital; the state is told to be one.
      if (of_capital && (entry.level == PlaceLevel::region || entry.level == PlaceLevel::division) && !is_settled &&
          mention.class_kind != PlaceKind::region)
        extra = 0;
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
  // Two namesakes about as well known (Princeton), and nothing in the report that speaks for one: no guess.
  if (margin < 0.3 && support < 0.5) return 0.4;
  double score = 0.45 + 0.08 * (prior - 4.5) + 0.12 * std::min(margin, 3.0) + 0.2 * std::min(support, 2.0);
  return std::clamp(score, 0.05, 0.99);
}

double PlaceChoice::votes_of(const std::map<std::string_view, double>& votes, std::string_view country) {
  const auto found = votes.find(country);
  return found == votes.end() ? 0 : found->second;
}

}  // namespace wireroom
