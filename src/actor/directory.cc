// Looks names up in the packed tables (directory_tables.h) and decides which spell of office holds on a day.
#include "actor/directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "actor/cameo_code.h"
#include "actor/directory_tables.h"
#include "actor/name_key.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

// 1 if the year, month or day `mark` begins on or before the day, and so on.
bool begins_by(std::string_view mark, std::string_view day) {
  return mark.empty() || mark <= day.substr(0, mark.size());
}
bool lasts_to(std::string_view mark, std::string_view day) {
  return mark.empty() || day.substr(0, mark.size()) <= mark;
}

std::string_view precision_of(std::string_view mark) {
  return mark.size() >= 10 ? "day" : mark.size() >= 7 ? "month" : mark.size() >= 4 ? "year" : "";
}

// How sure an open spell still is on a day: one year after its source it begins to fall.
double certainty(const Spell& spell, std::string_view day) {
  if (!spell.to.empty() || spell.as_of.empty() || day <= spell.as_of) return 1;
  const auto year = [](std::string_view text) {
    return std::atof(std::string(text.substr(0, 4)).c_str()) +
           (text.size() >= 7 ? std::atof(std::string(text.substr(5, 2)).c_str()) / 12 : 0);
  };
  const double years = year(day) - year(spell.as_of);
  return years <= 1 ? 1 - 0.1 * years : std::max(0.3, 0.9 - 0.15 * (years - 1));
}

bool official(std::string_view sector) {
  constexpr std::array<std::string_view, 7> kOfficial = {"GOV", "LEG", "MIL", "JUD", "SPY", "COP", "PRM"};
  return std::find(kOfficial.begin(), kOfficial.end(), sector) != kOfficial.end();
}

std::string slug(std::string_view name) {
  std::string text = name_key(name);
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

}  // namespace

struct Directory::Tables {
  PackedFile file;
  DirectoryTables packed;
  Countries countries;

  std::optional<Entry> entry(const Person& person, std::optional<Date> on, const EntryHint& hint) const;
  Entry filled(const Person& person, const Spell& spell) const;
  Entry filled(const Body& body) const;
};

Entry Directory::Tables::filled(const Person& person, const Spell& spell) const {
  Entry entry;
  entry.id = "person:" + slug(person.name);
  entry.name = person.name;
  entry.kind = ActorKind::person;
  entry.country = spell.country;
  entry.sector = spell.sector;
  entry.sector2 = spell.sector2;
  entry.office = Office{std::string(spell.office), std::string(spell.body), std::string(spell.country),
                        std::string(spell.from), std::string(spell.to)};
  entry.from = spell.from;
  entry.to = spell.to;
  entry.precision = precision_of(spell.from);
  entry.as_of = spell.to.empty() ? spell.as_of : std::string_view{};
  for (std::uint32_t number = 0; number < person.spells; ++number)
    if (const Spell any = packed.spell(person.first_spell + number); !any.wikidata.empty())
      entry.wikidata = any.wikidata;
  entry.table = fmt::format("{}:{}", kPersonTables[spell.table], spell.line);
  entry.rank = spell.rank;
  return entry;
}

Entry Directory::Tables::filled(const Body& body) const {
  Entry entry;
  entry.id = "organisation:" + slug(body.name);
  entry.name = body.name;
  entry.kind = body.kind;
  entry.country = body.country;
  entry.sector = body.sector;
  entry.sector2 = body.sector2;
  entry.code = cameo_actor_code(entry.country, entry.sector, entry.sector2);
  entry.from = body.from;
  entry.to = body.to;
  entry.precision = precision_of(body.from);
  entry.table = fmt::format("{}:{}", kBodyTable, body.line);
  entry.score = 1;
  return entry;
}

// What a person is on a day: among the spells that hold the one that agrees with the hint, then the hand-written, then
// the highest; else what he was before.
std::optional<Entry> Directory::Tables::entry(const Person& person, std::optional<Date> on,
                                              const EntryHint& hint) const {
  const std::string day = on ? iso(*on) : std::string();
  std::optional<Spell> best;
  std::optional<Spell> last;   // the latest that is over
  std::optional<Spell> first;  // the earliest to come
  double best_value = -1;
  for (std::uint32_t number = 0; number < person.spells; ++number) {
    const Spell spell = packed.spell(person.first_spell + number);
    if (!day.empty() && !begins_by(spell.from, day)) {
      if (!first || spell.from < first->from) first = spell;
      continue;
    }
    if (!day.empty() && !lasts_to(spell.to, day)) {
      if (!last || spell.to > last->to || (spell.to == last->to && spell.rank > last->rank)) last = spell;
      continue;
    }
    double value = spell.rank + (spell.table == 0 ? 4 : 0) + 3 * certainty(spell, day.empty() ? "0" : day);
    if (!hint.country.empty()) value += hint.country == spell.country ? 10 : 0;
    if (!hint.sector.empty()) value += hint.sector == spell.sector ? 2 : 0;
    if (day.empty()) value = spell.rank;  // without a day the highest, then the latest office
    const bool later = best && spell.from > best->from;
    if (value > best_value || (value == best_value && later)) {
      best = spell;
      best_value = value;
    }
  }
  // A hand-written spell that ended after the other one began knows more than an end that no source gives.
  if (best && last && best->table > 0 && best->to.empty() && last->table == 0 && last->from > best->from) best.reset();
  if (best) {
    Entry entry = filled(person, *best);
    entry.score = certainty(*best, day.empty() ? "0" : day);
    entry.code = cameo_actor_code(entry.country, entry.sector, entry.sector2);
    return entry;
  }
  if (last) {
    Entry entry = filled(person, *last);
    entry.former = true;
    entry.rank = std::max(1, entry.rank - 1);
    entry.score = 0.9;
    if (official(entry.sector)) {
      entry.sector2 = entry.sector == "GOV" ? std::string() : entry.sector;
      entry.sector = "ELI";
      if (entry.office) entry.office->title = "former " + entry.office->title;
    }
    entry.code = cameo_actor_code(entry.country, entry.sector, entry.sector2);
    return entry;
  }
  if (!first) return std::nullopt;
  Entry entry = filled(person, *first);  // known only for what he became later: the country may stand
  entry.sector.clear();
  entry.sector2.clear();
  entry.office.reset();
  entry.from.clear();
  entry.to.clear();
  entry.precision.clear();
  entry.rank = 0;
  entry.score = 0.4;
  entry.code = cameo_actor_code(entry.country, "", "");
  return entry;
}

Result<Directory> Directory::load() {
  Directory directory;
  directory.tables_ = std::make_unique<Tables>();
  Tables& tables = *directory.tables_;
  WIREROOM_TRY(countries, Countries::load());
  tables.countries = std::move(countries);
  WIREROOM_TRY(file, packed_file("directory", {kPersonTables[0], kPersonTables[1], kBodyTable}, pack_directory));
  WIREROOM_TRY(packed, DirectoryTables::open(file.bytes));
  tables.file = std::move(file);
  tables.packed = packed;
  return directory;
}

std::vector<Entry> Directory::persons(std::string_view name, std::optional<Date> on, const EntryHint& hint,
                                      bool surnames) const {
  std::vector<Entry> entries;
  std::vector<std::uint32_t> seen;
  const auto add = [&](const PackedIndex<std::uint32_t>& index, std::string_view key, double quality) {
    for (const std::uint32_t number : index.find(key)) {
      if (std::find(seen.begin(), seen.end(), number) != seen.end()) continue;
      seen.push_back(number);
      const Person person = tables_->packed.person(number);
      std::optional<Entry> entry = tables_->entry(person, on, hint);
      if (!entry) continue;
      entry->score *= quality * (person.by_hand ? 1 : 0.97);
      if (!hint.country.empty() && entry->country != hint.country) entry->score *= 0.5;
      entries.push_back(std::move(*entry));
    }
  };
  const std::string key = name_key(name);
  if (key.empty()) return entries;
  add(tables_->packed.by_name, key, 1);
  const auto words = key_words(key);
  if (words.size() > 1) {
    if (entries.empty()) add(tables_->packed.by_sound, sound_key(key), 0.9);
    if (entries.empty() &&
        words.size() > 2) {  // "Hassan Ali Khan" for "Hassan Khan", "Ashraf Ghani Ahmadzai" for "Ashraf Ghani"
      add(tables_->packed.by_name, std::string(words.front()) + ' ' + std::string(words.back()), 0.8);
      if (entries.empty()) add(tables_->packed.by_name, std::string(words[0]) + ' ' + std::string(words[1]), 0.75);
    }
  }
  if (surnames && entries.empty()) add(tables_->packed.by_surname, key, 0.6);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.score + 0.06 * a.rank > b.score + 0.06 * b.rank; });
  return entries;
}

std::optional<Entry> Directory::organisation(std::string_view name, std::optional<Date> on) const {
  auto found = tables_->packed.bodies_by_name.find(name);
  if (found.empty() && (name.starts_with("the ") || name.starts_with("The ")))
    found = tables_->packed.bodies_by_name.find(name.substr(4));
  if (found.empty()) return std::nullopt;
  const std::string day = on ? iso(*on) : std::string();
  std::optional<Body> chosen;
  for (const std::uint32_t number : found) {
    const Body body = tables_->packed.body(number);
    const bool holds = day.empty() || ((body.from.empty() || body.from <= day) && (body.to.empty() || day < body.to));
    if (holds && (!chosen || day.empty())) chosen = body;
  }
  return tables_->filled(chosen ? *chosen : tables_->packed.body(found.back()));
}

bool Directory::has_organisation(std::string_view name) const {
  return !tables_->packed.bodies_by_name.find(name).empty();
}

std::optional<Entry> Directory::holder(std::string_view office, std::string_view country,
                                       std::optional<Date> on) const {
  if (!on) return std::nullopt;
  std::string body(office);
  if (office == "foreign minister" || office == "foreign secretary")
    body = country == "GBR" ? "Foreign Office" : "Foreign Ministry";
  else if (office == "secretary of state")
    body = "State Department";
  else if (office == "defence minister" || office == "defense minister")
    body = "Defence Ministry";
  else if (office == "interior minister")
    body = "Interior Ministry";
  else if (office == "finance minister")
    body = "Finance Ministry";
  else if (office == "president")
    body = "President";
  else if (office == "prime minister")
    body = "Prime Minister";
  else if (office == "chancellor")
    body = "Chancellor";
  else if (office == "king")
    body = "King";
  else
    return std::nullopt;
  const std::string day = iso(*on);
  std::optional<Spell> chosen;
  std::uint32_t person = 0;
  for (const PackedHolder& holder : tables_->packed.by_office.find(std::string(country) + ' ' + body)) {
    const Spell spell = tables_->packed.spell(holder.spell);
    if (!begins_by(spell.from, day) || !lasts_to(spell.to, day) || certainty(spell, day) < 0.8) continue;
    // Of a ministry only its head, not the ambassadors, deputies and spokesmen that belong to it too.
    const std::string title = lower(spell.office);
    const bool chief = title.starts_with("minister") || title.starts_with("federal minister") ||
                       title.find("secretary") != std::string::npos || title.starts_with("foreign minister");
    if (!spell.body.empty() && !chief) continue;
    if (title.find("deputy") != std::string::npos || title.find("state for") != std::string::npos) continue;
    if (!chosen || spell.from > chosen->from) {
      person = holder.person;
      chosen = spell;
    }
  }
  if (!chosen) return std::nullopt;
  Entry entry = tables_->filled(tables_->packed.person(person), *chosen);
  entry.score = certainty(*chosen, day);
  entry.code = cameo_actor_code(entry.country, entry.sector, entry.sector2);
  return entry;
}

std::vector<Entry> Directory::lookup(std::string_view name, std::optional<Date> on) const {
  std::vector<Entry> entries;
  const auto uses = tables_->countries.find(name);
  for (const CountryUse& use : uses) {
    if (use.form != CountryForm::name) continue;
    Entry entry;
    entry.id = "country:" + std::string(use.code);
    entry.name = tables_->countries.name(use.code);
    entry.kind = ActorKind::country;
    entry.country = use.code;
    entry.code = use.code;
    entry.table = tables_->countries.place(use.code);
    entry.score = use.ambiguous ? 0.8 : 1;
    entries.push_back(std::move(entry));
  }
  if (auto body = organisation(name, on))
    entries.push_back(std::move(*body));
  else if (const auto folded = tables_->packed.bodies_folded.find(name_key(name)); !folded.empty()) {
    if (auto other = organisation(tables_->packed.body(folded.front()).name, on)) {
      other->score = 0.9;
      entries.push_back(std::move(*other));
    }
  }
  for (Entry& entry : persons(name, on, {}, true)) entries.push_back(std::move(entry));
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.score + 0.06 * a.rank > b.score + 0.06 * b.rank; });
  return entries;
}

const Countries& Directory::countries() const { return tables_->countries; }

Directory::Directory() = default;
Directory::Directory(Directory&&) noexcept = default;
Directory& Directory::operator=(Directory&&) noexcept = default;
Directory::~Directory() = default;

}  // namespace wireroom
