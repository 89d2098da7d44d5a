#include "store/postgres_address.h"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace wireroom {
namespace {

struct Parts {
  std::size_t user, host;  // where they begin
};

// Who connects stands before the last "@" in front of the first "/". libpq takes the first one; a password that was
// written with a bare "@" is a password all the same.
Parts parts_of(std::string_view address) {
  const std::size_t user = address.find("//") + 2;
  const std::size_t end = std::min(address.find('/', user), address.size());
  const std::size_t at = address.substr(0, end).rfind('@');
  return {user, at == std::string_view::npos || at < user ? user : at + 1};
}

bool is_readable(const std::string& address) {
  struct Free {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
  };
  char* said = nullptr;
  const std::unique_ptr<PQconninfoOption, Free> options(PQconninfoParse(address.c_str(), &said));
  if (said != nullptr) PQfreemem(said);
  return options != nullptr;
}

void drop(std::string& text, std::string_view part) {
  if (part.empty()) return;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
}

}  // namespace

std::string shown_address(const std::string& address) {
  const Parts parts = parts_of(address);
  const std::size_t end = std::min(address.find('?', parts.host), address.size());
  std::string shown = address.substr(0, parts.user);
  const std::string user = address.substr(parts.user, parts.host - parts.user);
  if (!user.empty()) shown += user.substr(0, user.find_first_of(":@")) + "@";
  return shown + address.substr(parts.host, end - parts.host);
}

std::string without_secrets(std::string_view said, const std::string& address) {
  std::string line(said.substr(0, said.find('\n')));
  // What it could not read is quoted at the end.
  if (!is_readable(address)) return line.substr(0, line.find(": \""));
  const Parts parts = parts_of(address);
  const std::size_t first = address.find('@', parts.user);
  if (first + 1 < parts.host) drop(line, std::string_view(address).substr(first + 1, parts.host - first - 1));
  return line;
}

}  // namespace wireroom
