#include "actor/anaphors.h"

#include <fmt/format.h>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

constexpr std::string_view kFile = "data/actors/anaphors.tsv";

std::vector<std::string> copied(const std::vector<std::string_view>& views) { return {views.begin(), views.end()}; }

}  // namespace

Result<Anaphors> Anaphors::load() {
  WIREROOM_TRY(bytes, asset(kFile));
  WIREROOM_TRY(table, Table::read(std::string(kFile), bytes, {"nouns", "kind", "sectors", "countries", "roles"}));
  Anaphors anaphors;
  for (const Table::Row& row : table.rows()) {
    if (row["kind"] != "body" && row["kind"] != "person")
      return Error{ErrorKind::data, fmt::format("{}: kind \"{}\"; write body or person", row.place(), row["kind"])};
    const Anaphor anaphor{row["kind"] == "person", copied(row.list("sectors")), copied(row.list("countries")),
                          copied(row.list("roles"))};
    for (const std::string_view noun : row.list("nouns")) anaphors.anaphors_.emplace(noun, anaphor);
  }
  return anaphors;
}

const Anaphor* Anaphors::find(std::string_view noun) const {
  const auto found = anaphors_.find(std::string(noun));
  return found == anaphors_.end() ? nullptr : &found->second;
}

}  // namespace wireroom
