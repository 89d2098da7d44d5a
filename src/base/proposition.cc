#include "wireroom/proposition.h"

namespace wireroom {
namespace {

const char* precision_of(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::country:
      return "country";
    case PlaceKind::city:
      return "city";
    case PlaceKind::facility:
      return "point";
    default:
      return "region";
  }
}

}  // namespace

EventPlace event_place(const std::vector<Place>& places, std::uint32_t index, PlaceBasis basis) {
  const Place& place = places[index];
  EventPlace result;
  result.name = place.name;
  result.geonames = place.geonames;
  result.country = place.country;
  result.latitude = place.latitude;
  result.longitude = place.longitude;
  result.precision = precision_of(place.kind);
  result.basis = basis;
  result.span = place.span;
  result.place = index;
  return result;
}

}  // namespace wireroom
