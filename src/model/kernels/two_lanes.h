// Sixteen lanes as two times eight, for sets whose registers hold eight. Included after Lanes, like generic.h.
namespace {

struct Wide {
  Lanes first, second;

  static Wide load(const float* from) { return {Lanes::load(from), Lanes::load(from + 8)}; }
  static Wide all(float value) { return {Lanes::all(value), Lanes::all(value)}; }
  static Wide from_bytes(const signed char* from) { return {Lanes::from_bytes(from), Lanes::from_bytes(from + 8)}; }
  static Wide from_integers(const int* from) { return {Lanes::from_integers(from), Lanes::from_integers(from + 8)}; }
  void store(float* to) const {
    first.store(to);
    second.store(to + 8);
  }
  friend Wide operator+(const Wide& a, const Wide& b) { return {a.first + b.first, a.second + b.second}; }
  friend Wide operator-(const Wide& a, const Wide& b) { return {a.first - b.first, a.second - b.second}; }
  friend Wide operator*(const Wide& a, const Wide& b) { return {a.first * b.first, a.second * b.second}; }
  friend Wide operator/(const Wide& a, const Wide& b) { return {a.first / b.first, a.second / b.second}; }
  friend Wide fma(const Wide& a, const Wide& b, const Wide& c) {
    return {fma(a.first, b.first, c.first), fma(a.second, b.second, c.second)};
  }
  friend Wide max(const Wide& a, const Wide& b) { return {max(a.first, b.first), max(a.second, b.second)}; }
  friend Wide min(const Wide& a, const Wide& b) { return {min(a.first, b.first), min(a.second, b.second)}; }
  [[nodiscard]] Lanes low() const { return first; }
  [[nodiscard]] Lanes high() const { return second; }
  static Wide twice(const Lanes& lanes) { return {lanes, lanes}; }
  [[nodiscard]] Wide negative_scaled(float slope) const {
    return {first.negative_scaled(slope), second.negative_scaled(slope)};
  }
  [[nodiscard]] Wide times_power_of_two(const Wide& n) const {
    return {first.times_power_of_two(n.first), second.times_power_of_two(n.second)};
  }
};

constexpr unsigned long kWidesOfGroup = 2;

inline void store_group(const Wide* values, unsigned char* to) {
  for (unsigned long i = 0; i < kWidesOfGroup; ++i) {
    values[i].first.store_bytes(to + 16 * i);
    values[i].second.store_bytes(to + 16 * i + 8);
  }
}

}  // namespace
