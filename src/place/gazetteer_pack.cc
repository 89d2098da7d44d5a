// From the readable tables to the packed one. Runs when the program is built, and at the start only where a user has
// put another table in the place of one of these.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/assets.h"
#include "base/table.h"
#include "base/unicode.h"
#include "place/gazetteer.h"

namespace wireroom {
namespace {

constexpr float kCountryPrior = 8.0f, kRegionPrior = 6.6f, kCapitalPrior = 6.9f, kDivisionPrior = 5.6f,
                kStatePrior = 6.15f;

Error wrong(const Table::Row& row, std::string_view what) {
  return Error{ErrorKind::data, row.place() + ": " + std::string(what)};
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

// Postal codes and the like (CA, Me) are too short to be trusted alone.
bool too_short(std::string_view name) {
  return name.size() <= 3 && name != "EU" && name != "DMZ" && name.find('.') == std::string_view::npos;
}

// Where places have English names, another name is a spelling of it or one that nobody uses: Hartford was Newtown once,
// which today is another town.
bool is_old_name(const Table::Row& row, std::string_view name) {
  static constexpr std::array<std::string_view, 6> kEnglish = {"USA", "GBR", "CAN", "AUS", "NZL", "IRL"};
  if (std::find(kEnglish.begin(), kEnglish.end(), row["country"]) == kEnglish.end()) return false;
  const bool short_form = name.size() <= 4;
  return !short_form && folded(name).substr(0, 1) != folded(row["name"]).substr(0, 1) &&
         name.find(row["name"]) == std::string_view::npos;
}

class Packer {
 public:
  Result<std::string> pack();

 private:
  using Step = Status (Packer::*)(const Table::Row& row);
  // Reads a table and takes each of its rows.
  Status each(const char* file, std::initializer_list<std::string_view> columns, Step take);
  Status take_country(const Table::Row& row);
  Status take_region(const Table::Row& row);
  Status take_division(const Table::Row& row);
  Status take_city(const Table::Row& row);

  TextRef text(std::string_view value) { return writer_.text(value); }
  // The place of a row with its country, id and point: both coordinates or none, within their bounds.
  Result<PackedPlace> place(const Table::Row& row, std::string_view latitude, std::string_view longitude,
                            std::string_view geonames);
  std::uint32_t add(const PackedPlace& place);
  void add_name(std::string_view name, NameUse use);
  // A place that a table above has told already, by its id.
  std::optional<std::uint32_t> known(PlaceLevel level, std::string_view geonames) const;

  PackWriter writer_;
  std::vector<PackedPlace> places_;
  std::map<std::pair<PlaceLevel, TextRef>, std::uint32_t> by_id_;
  std::map<std::string, std::vector<NameUse>, std::less<>> names_;
};

std::uint32_t Packer::add(const PackedPlace& place) {
  const auto index = static_cast<std::uint32_t>(places_.size());
  places_.push_back(place);
  if (place.geonames != 0) by_id_.emplace(std::pair(place.level, place.geonames), index);
  return index;
}

void Packer::add_name(std::string_view name, NameUse use) {
  if (name.empty()) return;
  const auto found = names_.find(name);
  if (found != names_.end())
    found->second.push_back(use);
  else
    names_.emplace(std::string(name), std::vector<NameUse>{use});
}

Result<PackedPlace> Packer::place(const Table::Row& row, std::string_view latitude, std::string_view longitude,
                                  std::string_view geonames) {
  PackedPlace place;
  if (!latitude.empty() || !longitude.empty()) {
    place.has_point = number(latitude, place.latitude) && number(longitude, place.longitude) &&
                      std::abs(place.latitude) <= 90 && std::abs(place.longitude) <= 180;
    if (!place.has_point)
      return wrong(row, "latitude and longitude must be degrees, -90 to 90 and -180 to 180, or both empty");
  }
  if (!std::all_of(geonames.begin(), geonames.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return wrong(row, "the GeoNames id must be digits or empty");
  place.geonames = text(geonames);
  return place;
}

Status Packer::take_country(const Table::Row& row) {
  WIREROOM_TRY(country, place(row, row["latitude"], row["longitude"], row["geonames"]));
  if (row["code"].size() != 3 || row["name"].empty())
    return wrong(row, "a country needs a code of three letters and a name");
  country.name = text(row["name"]);
  country.country = text(row["code"]);
  country.level = PlaceLevel::country;
  country.kind = PlaceKind::country;
  country.prior = kCountryPrior;
  const std::uint32_t index = add(country);
  const auto ambiguous = row.list("ambiguous");
  const auto use = [&](std::uint32_t entry, PlaceForm form, std::string_view name, bool main) {
    const bool doubtful = std::find(ambiguous.begin(), ambiguous.end(), name) != ambiguous.end();
    add_name(name, {entry, form, main, doubtful, true});
  };
  use(index, PlaceForm::name, row["name"], true);
  for (const std::string_view name : row.list("other_names")) use(index, PlaceForm::name, name, true);
  for (const std::string_view name : row.list("adjectives")) use(index, PlaceForm::adjective, name, true);
  for (const std::string_view name : row.list("demonyms")) use(index, PlaceForm::demonym, name, true);
  PackedPlace seat = country;
  if (const auto capitals = row.list("capital"); !capitals.empty()) {
    WIREROOM_TRY(capital, place(row, row["capital_latitude"], row["capital_longitude"], row["capital_geonames"]));
    capital.name = text(capitals.front());
    capital.country = country.country;
    capital.level = PlaceLevel::capital;
    capital.kind = PlaceKind::city;
    capital.prior = kCapitalPrior;
    const std::uint32_t number = add(capital);
    // The others may be towns of their own (Tel Aviv), known from the towns' table.
    for (const std::string_view name : capitals) use(number, PlaceForm::name, name, name == capitals.front());
    seat = capital;
  }
  if (const auto metonyms = row.list("metonyms"); !metonyms.empty()) {
    seat.name = seat.geonames = 0;
    seat.kind = PlaceKind::facility;
    const std::uint32_t number = add(seat);
    for (const std::string_view name : metonyms) use(number, PlaceForm::metonym, name, true);
  }
  return Done{};
}

Status Packer::take_region(const Table::Row& row) {
  WIREROOM_TRY(region, place(row, row["latitude"], row["longitude"], row["geonames"]));
  if (row["name"].empty()) return wrong(row, "the name is missing");
  const std::string_view country = row["country"];
  region.name = text(row["name"]);
  region.country = text(country);
  region.kind = kind_of(row["kind"]);
  if (region.kind == PlaceKind::other && row["kind"] != "other")
    return wrong(row, "unknown kind; write country, region, city, facility, water, land or other");
  region.level = region.kind == PlaceKind::city ? PlaceLevel::city : PlaceLevel::region;
  const bool state = country == "USA" || country == "CAN" || country == "AUS";  // Georgia, Victoria
  region.prior = state ? kStatePrior : kRegionPrior;
  if (region.level == PlaceLevel::region && !country.empty()) region.admin1 = region.name;
  const std::uint32_t index = add(region);
  add_name(row["name"], {index, PlaceForm::name, true, false, true});
  for (const std::string_view name : row.list("other_names")) {
    const bool short_name = too_short(name);
    add_name(name, {index, PlaceForm::name, !short_name, short_name, !short_name});
  }
  for (const std::string_view name : row.list("adjectives")) {
    const bool people = name.size() > 3 && name.back() == 's';
    add_name(name, {index, people ? PlaceForm::demonym : PlaceForm::adjective, true, false, true});
  }
  return Done{};
}

Status Packer::take_division(const Table::Row& row) {
  WIREROOM_TRY(division, place(row, row["latitude"], row["longitude"], row["geonames"]));
  const std::string_view name = row["name"];
  if (name.empty()) return wrong(row, "the name is missing");
  if (const auto region = known(PlaceLevel::region, row["geonames"])) {
    places_[*region].admin1 = text(name);  // as the towns' table spells it
    add_name(name, {*region, PlaceForm::name, true, false, false});
    return Done{};
  }
  division.name = division.admin1 = text(name);
  division.country = text(row["country"]);
  division.level = PlaceLevel::division;
  division.kind = PlaceKind::region;
  division.prior = kDivisionPrior;
  const std::uint32_t index = add(division);
  add_name(name, {index, PlaceForm::name, true, false, false});
  for (const std::string_view other : row.list("other_names"))
    add_name(other, {index, PlaceForm::name, true, false, false});
  return Done{};
}

Status Packer::take_city(const Table::Row& row) {
  WIREROOM_TRY(city, place(row, row["latitude"], row["longitude"], row["geonames"]));
  if (row["name"].empty()) return wrong(row, "the name is missing");
  const auto others = row.list("other_names");
  if (const auto capital = known(PlaceLevel::capital, row["geonames"])) {
    PackedPlace& told = places_[*capital];
    if (told.admin1 == 0) told.admin1 = text(row["admin1"]);
    for (const std::string_view name : others) add_name(name, {*capital, PlaceForm::name, false, false, false});
    return Done{};
  }
  double people = 0;
  if (!row["population"].empty() && !number(row["population"], people))
    return wrong(row, "the population must be a number or empty");
  city.name = text(row["name"]);
  city.country = text(row["country"]);
  city.admin1 = text(row["admin1"]);
  city.prior = static_cast<float>(std::log10(std::max(people, 1000.0))) + (row["rank"] == "seat" ? 0.4f : 0.0f);
  const std::uint32_t index = add(city);
  const bool well_known = people >= 400000;
  add_name(row["name"], {index, PlaceForm::name, true, false, well_known});
  // The name in plain letters comes first and is as good as the name.
  for (const std::string_view name : others)
    if (!is_old_name(row, name)) add_name(name, {index, PlaceForm::name, name == others.front(), false, false});
  return Done{};
}

std::optional<std::uint32_t> Packer::known(PlaceLevel level, std::string_view geonames) const {
  if (geonames.empty()) return std::nullopt;
  const auto reference = writer_.known(geonames);
  if (!reference) return std::nullopt;
  const auto found = by_id_.find(std::pair(level, *reference));
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

Status Packer::each(const char* file, std::initializer_list<std::string_view> columns, Step take) {
  WIREROOM_TRY(bytes, asset(file));
  WIREROOM_TRY(table, Table::read(file, bytes, columns));
  for (const Table::Row& row : table.rows())
    if (Status status = (this->*take)(row); !status) return status;
  if (table.rows().empty())
    return Error{ErrorKind::data, std::string(file) + ": no row could be read; restore the file"};
  return Done{};
}

Result<std::string> Packer::pack() {
  const Status read[] = {
      each("data/countries.tsv",
           {"code", "name", "other_names", "adjectives", "demonyms", "capital", "metonyms", "latitude", "longitude",
            "geonames", "capital_latitude", "capital_longitude", "capital_geonames", "ambiguous"},
           &Packer::take_country),
      each("data/places/regions.tsv",
           {"name", "other_names", "adjectives", "kind", "country", "latitude", "longitude", "geonames"},
           &Packer::take_region),
      each("data/places/divisions.tsv", {"geonames", "name", "other_names", "country", "latitude", "longitude"},
           &Packer::take_division),
      each("data/places/cities.tsv",
           {"geonames", "name", "other_names", "country", "admin1", "latitude", "longitude", "population", "rank"},
           &Packer::take_city),
  };
  for (const Status& status : read)
    if (!status) return status.error();
  writer_.array(places_);
  writer_.index(names_);
  return writer_.finish("places");
}

}  // namespace

Result<std::string> pack_gazetteer() { return Packer().pack(); }

}  // namespace wireroom
