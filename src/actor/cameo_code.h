// The actor code of CAMEO: three letters of the country or body, then the role.
#pragma once

#include <string>
#include <string_view>

namespace wireroom {

// ("USA", "GOV", "MIL") gives "USAGOVMIL", ("UNO", "", "") "IGOUNO", ("SYR", "MED", "") "SYRHLH" (health is HLH there,
// and MED the media). Empty if neither country nor sector is known.
[[nodiscard]] std::string cameo_actor_code(std::string_view country, std::string_view sector, std::string_view sector2);

}  // namespace wireroom
