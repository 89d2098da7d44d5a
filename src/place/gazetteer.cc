#include "place/gazetteer.h"

namespace wireroom {

Result<Gazetteer> Gazetteer::load() {
  Gazetteer gazetteer;
  WIREROOM_TRY(file, packed_file("places",
                                 {"data/countries.tsv", "data/places/regions.tsv", "data/places/divisions.tsv",
                                  "data/places/cities.tsv"},
                                 pack_gazetteer));
  WIREROOM_TRY(reader, PackReader::open(file.bytes, "places"));
  WIREROOM_TRY(places, reader.array<PackedPlace>());
  WIREROOM_TRY(names, reader.index<NameUse>());
  gazetteer.file_ = std::move(file);
  gazetteer.pool_ = reader.pool();
  gazetteer.places_ = places;
  gazetteer.names_ = names;
  return gazetteer;
}

GazetteerEntry Gazetteer::entry(std::uint32_t index) const {
  const PackedPlace& place = places_[index];
  GazetteerEntry entry;
  entry.name = pooled(pool_, place.name);
  entry.country = pooled(pool_, place.country);
  entry.admin1 = pooled(pool_, place.admin1);
  entry.geonames = pooled(pool_, place.geonames);
  entry.level = place.level;
  entry.kind = place.kind;
  entry.has_point = place.has_point != 0;
  entry.prior = place.prior;
  entry.latitude = place.latitude;
  entry.longitude = place.longitude;
  return entry;
}

}  // namespace wireroom
