// Which records are wanted (--layers): a small set of record types.
//
//   LayerSet layers = LayerSet::of({Layer::report, Layer::event});
//   layers.has(Layer::event);
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace wireroom {

// In the order in which a report's records are written. `text` is no record of its own: it adds the reading text to the
// report's record.
enum class Layer : std::uint8_t {
  report,
  actor,
  event,
  statement,
  time,
  place,
  quantity,
  token,
  predicate,
  coref,
  text,
};

inline constexpr std::array<std::string_view, 11> kLayerNames = {
    "report", "actor", "event", "statement", "time", "place", "quantity", "token", "predicate", "coref", "text"};

[[nodiscard]] constexpr std::string_view name(Layer layer) { return kLayerNames[static_cast<std::size_t>(layer)]; }

[[nodiscard]] constexpr std::optional<Layer> layer_of(std::string_view text) {
  for (std::size_t i = 0; i < kLayerNames.size(); ++i)
    if (kLayerNames[i] == text) return static_cast<Layer>(i);
  return std::nullopt;
}

class LayerSet {
 public:
  constexpr LayerSet() = default;
  [[nodiscard]] static constexpr LayerSet of(std::initializer_list<Layer> layers) {
    LayerSet set;
    for (Layer layer : layers) set.add(layer);
    return set;
  }
  // What `wireroom code` records unless told otherwise.
  [[nodiscard]] static constexpr LayerSet standard() {
    return of({Layer::report, Layer::event, Layer::statement, Layer::actor});
  }
  constexpr void add(Layer layer) { bits_ |= bit(layer); }
  [[nodiscard]] constexpr bool has(Layer layer) const { return (bits_ & bit(layer)) != 0; }
  // One of them at least.
  [[nodiscard]] constexpr bool has_any(LayerSet other) const { return (bits_ & other.bits_) != 0; }
  // Number of record types, `text` not counted.
  [[nodiscard]] constexpr int record_types() const {
    int number = 0;
    for (std::size_t i = 0; i < kLayerNames.size(); ++i)
      if (static_cast<Layer>(i) != Layer::text && has(static_cast<Layer>(i))) ++number;
    return number;
  }
  friend constexpr bool operator==(LayerSet, LayerSet) = default;

 private:
  [[nodiscard]] static constexpr std::uint32_t bit(Layer layer) { return 1u << static_cast<unsigned>(layer); }
  std::uint32_t bits_ = 0;
};

}  // namespace wireroom
