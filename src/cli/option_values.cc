#include "cli/option_values.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/suggestion.h"

namespace wireroom::cli {

void wrong(const std::string& option, const std::string& value, const std::string& advice) {
  throw CLI::ValidationError(fmt::format("{} {}: {}", option, value, advice), CLI::ExitCodes::ValidationError);
}

std::string one_of(const std::vector<std::string>& known) {
  std::string list;
  for (const std::string& each : known) list += (list.empty() ? "" : ", ") + each;
  return list;
}

std::size_t choice(const std::string& option, const std::string& value, const std::vector<std::string>& known) {
  for (std::size_t i = 0; i < known.size(); ++i)
    if (known[i] == value) return i;
  const std::string near = nearest(value, known);
  wrong(option, value, (near.empty() ? "" : "did you mean " + near + "? ") + "it is one of " + one_of(known));
}

LayerSet layers_of(const std::string& list) {
  LayerSet layers;
  std::size_t begin = 0;
  while (begin <= list.size()) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    const std::string word = list.substr(begin, comma - begin);
    const std::vector<std::string> known(kLayerNames.begin(), kLayerNames.end());
    layers.add(static_cast<Layer>(choice("--layers", word.empty() ? "''" : word, known)));
    begin = comma + 1;
  }
  if (layers.has(Layer::text)) layers.add(Layer::report);
  return layers;
}

std::optional<std::int64_t> whole_number(const std::string& text, std::int64_t most) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
  const std::int64_t number = std::stol(text);
  return number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

Date date_of(const std::string& option, const std::string& value) {
  const auto date = value.size() == 10 ? parse_iso_date(value) : std::nullopt;
  if (!date) wrong(option, value, "write a day as 2016-03-24");
  return *date;
}

std::vector<std::string> choices(const std::string& option, const std::string& list,
                                 const std::vector<std::string>& known) {
  if (list == "all") return known;
  std::vector<std::string> chosen;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    const std::string word = list.substr(begin, comma - begin);
    chosen.push_back(known[choice(option, word.empty() ? "''" : word, known)]);
    begin = comma + 1;
  }
  return chosen;
}

}  // namespace wireroom::cli
