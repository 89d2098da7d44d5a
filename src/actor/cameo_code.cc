#include "actor/cameo_code.h"

#include <array>
#include <utility>

namespace wireroom {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kRoles = {{
    {"MED", "HLH"},
    {"JRN", "MED"},
    {"PRE", "SEP"},
    {"UNK", ""},
    {"SOC", "SOC"},
}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kBodies = {
    {{"UNO", "IGOUNO"}, {"EUR", "IGOEUREEC"}}};

template <typename Pairs>
std::string_view turned(const Pairs& pairs, std::string_view code) {
  for (const auto& [from, to] : pairs)
    if (from == code) return to;
  return code;
}

}  // namespace

std::string cameo_actor_code(std::string_view country, std::string_view sector, std::string_view sector2) {
  std::string code(turned(kBodies, country));
  const bool state = country != "UNO" && country != "EUR" && country != "IGO" && country != "NGO" && country != "MNC";
  const std::string_view role = turned(kRoles, sector);
  if (!role.empty() && (state || role != "GOV")) code += role;
  if (const std::string_view second = turned(kRoles, sector2); !second.empty() && second != role) code += second;
  return code;
}

}  // namespace wireroom
