// The address of a PostgreSQL server as messages may show it. Passwords stand before the host or among the words behind
// "?"; libpq's own messages repeat parts of an address that it cannot read, a password among them.
#pragma once

#include <string>
#include <string_view>

namespace wireroom {

// "postgresql://ann:secret@host/news?password=secret" is "postgresql://ann@host/news".
[[nodiscard]] std::string shown_address(const std::string& address);

// What libpq said about an address, its first line, without a part of the address that may be secret.
[[nodiscard]] std::string without_secrets(std::string_view said, const std::string& address);

}  // namespace wireroom
