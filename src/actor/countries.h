// Names of countries as words of a text: "Russia", "Russian", "Russians", "Moscow", "Kremlin".
//
//   countries.find("South Korean")[0].code    // "KOR", form adjective
//
// Case-sensitive, as printed, blanks single, ’ as '.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace wireroom {

enum class CountryForm : std::uint8_t { name, adjective, demonym, capital, metonym };

struct CountryUse {
  std::string_view code;
  CountryForm form = CountryForm::name;
  bool ambiguous = false;  // often means something else
};

class Countries {
 public:
  static Result<Countries> load();  // data/countries.tsv
  [[nodiscard]] std::span<const CountryUse> find(std::string_view name) const;
  // "Russia" for "RUS"; empty if unknown.
  [[nodiscard]] std::string_view name(std::string_view code) const;
  // file:line of a country.
  [[nodiscard]] std::string place(std::string_view code) const;
  static constexpr std::size_t kMostWords = 6;

 private:
  std::unordered_map<std::string_view, std::vector<CountryUse>> uses_;
  std::unordered_map<std::string_view, std::pair<std::string_view, std::size_t>> names_;
};

}  // namespace wireroom
