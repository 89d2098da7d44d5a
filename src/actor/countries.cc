#include "actor/countries.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

constexpr std::string_view kFile = "data/countries.tsv";

}  // namespace

Result<Countries> Countries::load() {
  WIREROOM_TRY(bytes, asset(kFile));
  WIREROOM_TRY(table, Table::read(std::string(kFile), bytes,
                                  {"code", "name", "other_names", "adjectives", "demonyms", "capital", "metonyms",
                                   "ambiguous"}));
  Countries countries;
  // Views into the asset, which lives as long as the program; the table's own copy does not.
  const auto kept = [&](std::string_view cell, std::size_t& from) {
    const std::size_t at = bytes.find(cell, from);
    return bytes.substr(at, cell.size());
  };
  std::size_t line_begin = 0, line = 1;
  for (const Table::Row& row : table.rows()) {
    for (; line < row.line; ++line) line_begin = bytes.find('\n', line_begin) + 1;
    const std::string_view code = kept(row["code"], line_begin);
    countries.names_.emplace(code, std::pair(kept(row["name"], line_begin), row.line));
    const auto doubtful = row.list("ambiguous");
    const auto add = [&](std::string_view name, CountryForm form) {
      if (name.empty()) return;
      auto& uses = countries.uses_[kept(name, line_begin)];
      if (std::any_of(uses.begin(), uses.end(), [&](const CountryUse& use) { return use.code == code; })) return;
      uses.push_back({code, form, std::find(doubtful.begin(), doubtful.end(), name) != doubtful.end()});
    };
    add(row["name"], CountryForm::name);
    for (const std::string_view name : row.list("other_names")) add(name, CountryForm::name);
    for (const std::string_view name : row.list("adjectives")) add(name, CountryForm::adjective);
    for (const std::string_view name : row.list("demonyms")) add(name, CountryForm::demonym);
    for (const std::string_view name : row.list("metonyms")) add(name, CountryForm::metonym);
    for (const std::string_view name : row.list("capital")) add(name, CountryForm::capital);
  }
  return countries;
}

std::span<const CountryUse> Countries::find(std::string_view name) const {
  const auto found = uses_.find(name);
  return found == uses_.end() ? std::span<const CountryUse>{} : std::span<const CountryUse>(found->second);
}

std::string_view Countries::name(std::string_view code) const {
  const auto found = names_.find(code);
  return found == names_.end() ? std::string_view{} : found->second.first;
}

std::string Countries::place(std::string_view code) const {
  const auto found = names_.find(code);
  return found == names_.end() ? std::string() : fmt::format("{}:{}", kFile, found->second.second);
}

}  // namespace wireroom
