#include "actor/titles.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

constexpr std::string_view kFile = "data/actors/titles.tsv";

std::vector<std::string_view> split_flags(std::string_view text) {
  std::vector<std::string_view> flags;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    flags.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return flags;
}

}  // namespace

Result<Titles> Titles::load() {
  WIREROOM_TRY(bytes, asset(kFile));
  WIREROOM_TRY(table, Table::read(std::string(kFile), bytes, {"words", "kind", "sector", "sector2", "body", "flags"}));
  Titles titles;
  for (const Table::Row& row : table.rows()) {
    Title title;
    if (row["kind"] == "person")
      title.kind = ActorKind::person;
    else if (row["kind"] == "group")
      title.kind = ActorKind::group;
    else if (row["kind"] == "organisation")
      title.kind = ActorKind::organisation;
    else
      return Error{ErrorKind::data,
                   fmt::format("{}: kind \"{}\"; write person, group or organisation", row.place(), row["kind"])};
    title.sector = row["sector"];
    title.sector2 = row["sector2"];
    title.body = row["body"];
    const auto flags = split_flags(row["flags"]);
    const auto has = [&](std::string_view flag) { return std::find(flags.begin(), flags.end(), flag) != flags.end(); };
    title.neutral = has("neutral");
    title.about = has("about");
    title.many = has("plural");
    title.institution = has("institution");
    title.envoy = has("envoy");
    title.head = has("head");
    title.peacekeeper = has("peacekeeper");
    title.rebel = has("rebel");
    title.spokes = has("spokes");
    title.country = has("country");
    title.people = has("people");
    title.general = has("general");
    title.state = has("state") || title.spokes;
    title.anywhere = title.envoy || title.about || has("media") || has("aide") || has("anywhere");
    title.others = has("others");
    title.official = has("official") || has("aide");
    title.coalition = has("coalition");
    title.honorific = has("honorific");
    const auto words = row.list("words");
    for (const std::string_view variant : words) {
      title.family = title.spokes || has("one")                                      ? std::string(words.front())
                     : title.head && !words.empty() && row.list("words").size() <= 3 ? std::string(words.front())
                                                                                     : std::string(variant);
      titles.titles_[std::string(variant)] = title;
    }
  }
  return titles;
}

const Title* Titles::find(std::string_view words) const {
  const auto found = titles_.find(std::string(words));
  return found == titles_.end() ? nullptr : &found->second;
}

}  // namespace wireroom
