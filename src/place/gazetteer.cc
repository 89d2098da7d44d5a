// Reads the tables as views into the embedded files: no string of the 40,000 towns is copied.
#include "place/gazetteer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "base/assets.h"

namespace wireroom {
namespace {

// Rows of a table without copies (base/table.h keeps its own bytes and a vector a row, too slow for 40,000 rows).
class Rows {
 public:
  explicit Rows(std::string_view bytes) : rest_(bytes) {}

  // Cuts the next row into cells; false at the end. Comment lines and the header are skipped.
  bool next(std::array<std::string_view, 20>& cells) {
    while (!rest_.empty()) {
      const std::size_t end = rest_.find('\n');
      std::string_view line = rest_.substr(0, end);
      rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
      if (line.empty() || line[0] == '#') continue;
      if (!header_seen_) {
        header_seen_ = true;
        continue;
      }
      cells.fill({});
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t tab = line.find('\t');
        cells[i] = line.substr(0, tab);
        if (tab == std::string_view::npos) break;
        line = line.substr(tab + 1);
      }
      return true;
    }
    return false;
  }

 private:
  std::string_view rest_;
  bool header_seen_ = false;
};

template <typename Do>
void each_of(std::string_view list, Do&& act) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    if (bar != 0) act(list.substr(0, bar));
    if (bar == std::string_view::npos) break;
    list = list.substr(bar + 1);
  }
}

bool listed(std::string_view list, std::string_view name) {
  bool found = false;
  each_of(list, [&](std::string_view part) { found = found || part == name; });
  return found;
}

bool number(std::string_view text, double& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

PlaceKind kind_of(std::string_view text) {
  for (const PlaceKind kind :
       {PlaceKind::country, PlaceKind::region, PlaceKind::city, PlaceKind::facility, PlaceKind::water, PlaceKind::land})
    if (text == name(kind)) return kind;
  return PlaceKind::other;
}

void set_point(GazetteerEntry& entry, std::string_view latitude, std::string_view longitude) {
  entry.has_point = number(latitude, entry.latitude) && number(longitude, entry.longitude);
}

Error short_table(const char* file) {
  return Error{ErrorKind::data, std::string(file) + ": no row could be read; restore the file"};
}

constexpr float kCountryPrior = 8.0f, kRegionPrior = 6.6f, kCapitalPrior = 6.9f, kDivisionPrior = 5.6f;

}  // namespace

void Gazetteer::add(std::string_view name, NameUse use) {
  if (!name.empty()) pending_.emplace_back(name, use);
}

Status Gazetteer::load_countries() {
  WIREROOM_TRY(bytes, asset("data/countries.tsv"));
  Rows rows(bytes);
  // code iso2 name other adjectives demonyms capital metonyms kind lat lon id capital_lat capital_lon capital_id
  // ambiguous
  for (std::array<std::string_view, 20> c; rows.next(c);) {
    GazetteerEntry country;
    country.name = c[2];
    country.country = c[0];
    country.geonames = c[11];
    country.level = PlaceLevel::country;
    country.kind = PlaceKind::country;
    country.prior = kCountryPrior;
    set_point(country, c[9], c[10]);
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(country);
    const auto use = [&](std::uint32_t entry, PlaceForm form, std::string_view name, bool main) {
      add(name, {entry, form, main, listed(c[15], name), true});
    };
    use(index, PlaceForm::name, c[2], true);
    each_of(c[3], [&](std::string_view name) { use(index, PlaceForm::name, name, true); });
    each_of(c[4], [&](std::string_view name) { use(index, PlaceForm::adjective, name, true); });
    each_of(c[5], [&](std::string_view name) { use(index, PlaceForm::demonym, name, true); });
    if (!c[6].empty()) {
      GazetteerEntry capital = country;
      capital.name = c[6].substr(0, c[6].find('|'));
      capital.geonames = c[14];
      capital.level = PlaceLevel::capital;
      capital.kind = PlaceKind::city;
      capital.prior = kCapitalPrior;
      set_point(capital, c[12], c[13]);
      entries_.push_back(capital);
      bool first = true;  // the others may be towns of their own (Tel Aviv), known from the towns' table
      each_of(c[6], [&](std::string_view name) {
        use(index + 1, PlaceForm::name, name, first);
        first = false;
      });
    }
    if (!c[7].empty()) {
      GazetteerEntry seat = entries_.back();
      seat.name = {};
      seat.geonames = {};
      seat.kind = PlaceKind::facility;
      entries_.push_back(seat);
      const auto seat_index = static_cast<std::uint32_t>(entries_.size() - 1);
      each_of(c[7], [&](std::string_view name) { use(seat_index, PlaceForm::metonym, name, true); });
    }
  }
  return entries_.empty() ? Status(short_table("data/countries.tsv")) : Status(Done{});
}

Status Gazetteer::load_regions() {
  WIREROOM_TRY(bytes, asset("data/places/regions.tsv"));
  Rows rows(bytes);
  // name other adjectives kind country lat lon id
  for (std::array<std::string_view, 20> c; rows.next(c);) {
    GazetteerEntry region;
    region.name = c[0];
    region.country = c[4];
    region.geonames = c[7];
    region.kind = kind_of(c[3]);
    region.level = region.kind == PlaceKind::city ? PlaceLevel::city : PlaceLevel::region;
    region.prior = kRegionPrior;
    if (c[4] == "USA" || c[4] == "CAN" || c[4] == "AUS") region.prior = kDivisionPrior;  // Georgia, Victoria
    region.admin1 = region.level == PlaceLevel::region && !c[4].empty() ? c[0] : std::string_view();
    set_point(region, c[5], c[6]);
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(region);
    add(c[0], {index, PlaceForm::name, true, false, true});
    each_of(c[1], [&](std::string_view name) {
      // Postal codes and the like (CA, Me) are too short to be trusted alone.
      const bool short_name =
          name.size() <= 3 && name != "EU" && name != "DMZ" && name.find('.') == std::string_view::npos;
      add(name, {index, PlaceForm::name, !short_name, short_name, !short_name});
    });
    each_of(c[2], [&](std::string_view name) {
      const bool people = name.size() > 3 && name.back() == 's';
      add(name, {index, people ? PlaceForm::demonym : PlaceForm::adjective, true, false, true});
    });
  }
  return Done{};
}

Status Gazetteer::load_divisions() {
  WIREROOM_TRY(bytes, asset("data/places/divisions.tsv"));
  std::map<std::string_view, std::uint32_t> by_id;
  for (std::uint32_t i = 0; i < entries_.size(); ++i)
    if (entries_[i].level == PlaceLevel::region && !entries_[i].geonames.empty())
      by_id.emplace(entries_[i].geonames, i);
  Rows rows(bytes);
  // id name other country lat lon
  for (std::array<std::string_view, 20> c; rows.next(c);) {
    if (const auto known = by_id.find(c[0]); known != by_id.end()) {
      entries_[known->second].admin1 = c[1];  // as the towns' table spells it
      add(c[1], {known->second, PlaceForm::name, true, false, false});
      continue;
    }
    GazetteerEntry division;
    division.name = c[1];
    division.geonames = c[0];
    division.country = c[3];
    division.admin1 = c[1];
    division.level = PlaceLevel::division;
    division.kind = PlaceKind::region;
    division.prior = kDivisionPrior;
    set_point(division, c[4], c[5]);
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(division);
    add(c[1], {index, PlaceForm::name, true, false, false});
    each_of(c[2], [&](std::string_view name) { add(name, {index, PlaceForm::name, true, false, false}); });
  }
  return Done{};
}

Status Gazetteer::load_cities() {
  WIREROOM_TRY(bytes, asset("data/places/cities.tsv"));
  std::map<std::string_view, std::uint32_t> capitals;
  for (std::uint32_t i = 0; i < entries_.size(); ++i)
    if (entries_[i].level == PlaceLevel::capital && !entries_[i].geonames.empty())
      capitals.emplace(entries_[i].geonames, i);
  Rows rows(bytes);
  // id name other country admin1 lat lon population rank
  for (std::array<std::string_view, 20> c; rows.next(c);) {
    if (const auto known = capitals.find(c[0]); known != capitals.end()) {
      GazetteerEntry& capital = entries_[known->second];
      if (capital.admin1.empty()) capital.admin1 = c[4];
      each_of(c[2], [&](std::string_view name) { add(name, {known->second, PlaceForm::name, false, false, false}); });
      continue;
    }
    GazetteerEntry city;
    city.name = c[1];
    city.geonames = c[0];
    city.country = c[3];
    city.admin1 = c[4];
    double people = 0;
    number(c[7], people);
    city.prior = static_cast<float>(std::log10(std::max(people, 1000.0))) + (c[8] == "seat" ? 0.4f : 0.0f);
    set_point(city, c[5], c[6]);
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(city);
    const bool well_known = people >= 400000;
    add(c[1], {index, PlaceForm::name, true, false, well_known});
    bool first = true;  // the name in plain letters comes first and is as good as the name
    each_of(c[2], [&](std::string_view name) {
      add(name, {index, PlaceForm::name, first, false, false});
      first = false;
    });
  }
  return Done{};
}

void Gazetteer::index() {
  std::stable_sort(pending_.begin(), pending_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  uses_.reserve(pending_.size());
  names_.reserve(pending_.size());
  for (std::size_t i = 0; i < pending_.size();) {
    const auto first = static_cast<std::uint32_t>(uses_.size());
    std::size_t end = i;
    for (; end < pending_.size() && pending_[end].first == pending_[i].first; ++end)
      uses_.push_back(pending_[end].second);
    names_.emplace(pending_[i].first, Range{first, static_cast<std::uint32_t>(end - i)});
    i = end;
  }
  pending_.clear();
  pending_.shrink_to_fit();
}

Result<Gazetteer> Gazetteer::load() {
  Gazetteer gazetteer;
  gazetteer.entries_.reserve(45000);
  gazetteer.pending_.reserve(160000);
  for (Status status : {gazetteer.load_countries(), gazetteer.load_regions()})
    if (!status) return status.error();
  if (Status status = gazetteer.load_divisions(); !status) return status.error();
  if (Status status = gazetteer.load_cities(); !status) return status.error();
  gazetteer.index();
  return gazetteer;
}

std::span<const NameUse> Gazetteer::find(std::string_view name) const {
  const auto found = names_.find(name);
  if (found == names_.end()) return {};
  return std::span(uses_).subspan(found->second.first, found->second.count);
}

}  // namespace wireroom
