// Spells of all tables stand in one list; those of one person are found through his name. Rows with the same Wikidata
// id, or with the same name and country, are one person.
#include "actor/directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <unordered_map>

#include "actor/cameo_code.h"
#include "actor/name_key.h"
#include "base/assets.h"
#include "base/table.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

struct Spell {
  std::string_view country, office, body, sector, sector2, from, to, as_of, wikidata;
  std::uint16_t table = 0;
  std::uint32_t line = 0;
  int rank = 0;
};

struct Person {
  std::string_view name;
  std::vector<Spell> spells;
  bool by_hand = false;
};

struct Body {
  std::string_view name, country, sector, sector2, from, to;
  ActorKind kind = ActorKind::organisation;
  std::uint32_t line = 0;
};

constexpr std::array<std::string_view, 2> kPersonTables = {"data/actors/offices.tsv", "data/actors/officeholders.tsv"};
constexpr std::string_view kBodyTable = "data/actors/organisations.tsv";

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

int rank_of(std::string_view office, std::string_view sector, std::string_view body) {
  const std::string text = lower(office);
  if (text.starts_with("president") || text.starts_with("prime minister") || text.starts_with("chancellor") ||
      text.starts_with("premier") || text.starts_with("king") || text.starts_with("queen") ||
      text.starts_with("emir") || text.starts_with("supreme leader") || text.starts_with("sultan") ||
      text.starts_with("head of state") || text.starts_with("secretary-general of the united") ||
      text.starts_with("pope") || text.starts_with("leader of ") || text.starts_with("acting president") ||
      text.starts_with("interim president") || text.starts_with("state counsellor"))
    return sector == "LEG" || sector == "JUD" || text.starts_with("chancellor of the e") ? 3
           : text.size() > 30 && body.empty()                                            ? 4
                                                                                         : 5;
  if (has(body, "Foreign") || has(body, "State Department") || has(body, "Defen") || has(text, "secretary-general") ||
      has(text, "vice president") || has(text, "deputy president") || has(text, "crown prince") ||
      has(text, "secretary general") || has(text, "managing director") || text.starts_with("leader"))
    return 4;
  if (has(text, "minister") || has(text, "secretary") || has(text, "speaker") || has(text, "chief of")) return 3;
  return 2;
}

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

bool family_first(std::string_view country) {
  constexpr std::array<std::string_view, 7> kFirst = {"CHN", "TWN", "KOR", "PRK", "HKG", "VNM", "SGP"};
  return std::find(kFirst.begin(), kFirst.end(), country) != kFirst.end();
}

std::string slug(std::string_view name) {
  std::string text = name_key(name);
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

}  // namespace

struct Directory::Tables {
  std::vector<Table> tables;  // the views of spells and bodies point into them
  std::vector<Person> persons;
  std::vector<Body> bodies;
  Countries countries;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_name, by_surname;
  std::unordered_map<std::string, std::vector<std::uint32_t>> bodies_by_name, bodies_folded;
  std::unordered_map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>>
      by_office;  // "RUS Foreign Ministry"

  Status load_persons(std::uint16_t number, std::unordered_map<std::string, std::uint32_t>& known);
  Status load_bodies();
  void index_persons();
  // Few names are looked up by their sound, and the index takes as long to build as all others together: on first use.
  const std::unordered_map<std::string, std::vector<std::uint32_t>>& by_sound() const;
  std::uint32_t person_of(const Table::Row& row, std::unordered_map<std::string, std::uint32_t>& known);
  std::optional<Entry> entry(const Person& person, std::optional<Date> on, const EntryHint& hint) const;
  Entry filled(const Person& person, const Spell& spell) const;
  Entry filled(const Body& body) const;

 private:
  mutable std::once_flag sound_built_;
  mutable std::unordered_map<std::string, std::vector<std::uint32_t>> by_sound_;
};

namespace {

void note(std::unordered_map<std::string, std::vector<std::uint32_t>>& index, std::string key, std::uint32_t number) {
  auto& list = index[std::move(key)];
  if (list.empty() || list.back() != number) list.push_back(number);
}

}  // namespace

std::uint32_t Directory::Tables::person_of(const Table::Row& row,
                                           std::unordered_map<std::string, std::uint32_t>& known) {
  const std::string name = name_key(row["person"]);
  const std::string wikidata(row["wikidata"]);
  if (!wikidata.empty())
    if (const auto found = known.find(wikidata); found != known.end()) return found->second;
  // The hand-written table knows a person by name alone, the others by name and country.
  std::uint32_t number = static_cast<std::uint32_t>(persons.size());
  const std::string with_country = name + '/' + std::string(row["country"]);
  if (const auto found = known.find(with_country); found != known.end())
    number = found->second;
  else if (const auto hand = known.find(name); hand != known.end() && wikidata.empty())
    number = hand->second;
  if (number == persons.size()) persons.push_back({row["person"], {}, false});
  known.emplace(with_country, number);
  if (!wikidata.empty()) known.emplace(wikidata, number);
  return number;
}

Status Directory::Tables::load_persons(std::uint16_t number, std::unordered_map<std::string, std::uint32_t>& known) {
  const std::string file(kPersonTables[number]);
  WIREROOM_TRY(bytes, asset(file));
  WIREROOM_TRY(table, Table::read(file, bytes,
                                  {"person", "aliases", "country", "office", "body", "sector", "from", "to", "as_of"}));
  tables.push_back(std::move(table));
  for (const Table::Row& row : tables.back().rows()) {
    if (row["person"].empty() || row["country"].empty())
      return Error{ErrorKind::data, fmt::format("{}: person or country is missing; fill both", row.place())};
    const std::uint32_t person = person_of(row, known);
    if (number == 0) {
      persons[person].by_hand = true;
      known.emplace(name_key(row["person"]), person);
    }
    Spell spell{row["country"],
                row["office"],
                row["body"],
                row["sector"],
                row["sector2"],
                row["from"],
                row["to"],
                row["as_of"],
                row["wikidata"],
                number,
                static_cast<std::uint32_t>(row.line),
                rank_of(row["office"], row["sector"], row["body"])};
    const auto add = [&](std::string_view name) {
      const std::string key = name_key(name);
      note(by_name, key, person);
      if (number == 0) {  // spellings of the hand-written names also lead to rows of the other tables
        known.emplace(key + '/' + std::string(row["country"]), person);
      }
    };
    add(row["person"]);
    for (const std::string_view alias : row.list("aliases")) add(alias);
    by_office[std::string(spell.country) + ' ' + std::string(spell.body.empty() ? spell.office : spell.body)]
        .emplace_back(person, static_cast<std::uint32_t>(persons[person].spells.size()));
    persons[person].spells.push_back(spell);
  }
  return Done{};
}

void Directory::Tables::index_persons() {
  for (const auto& [key, numbers] : by_name) {
    const auto words = key_words(key);
    for (const std::uint32_t number : numbers) {
      if (words.size() < 2) continue;
      const Person& person = persons[number];
      note(by_surname, std::string(words.back()), number);
      if (words.size() > 2)
        note(by_surname, std::string(words[words.size() - 2]) + ' ' + std::string(words.back()), number);
      if (family_first(person.spells.front().country)) note(by_surname, std::string(words.front()), number);
      if (words.size() > 2) note(by_name, std::string(words.front()) + ' ' + std::string(words.back()), number);
    }
  }
}

const std::unordered_map<std::string, std::vector<std::uint32_t>>& Directory::Tables::by_sound() const {
  std::call_once(sound_built_, [this] {
    std::vector<std::string_view> keys;  // sorted: the order of a hash table is no order to build on
    keys.reserve(by_name.size());
    for (const auto& [key, numbers] : by_name) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    for (const std::string_view key : keys)
      for (const std::uint32_t number : by_name.find(std::string(key))->second) note(by_sound_, sound_key(key), number);
  });
  return by_sound_;
}

Status Directory::Tables::load_bodies() {
  WIREROOM_TRY(bytes, asset(kBodyTable));
  WIREROOM_TRY(table, Table::read(std::string(kBodyTable), bytes,
                                  {"name", "aliases", "kind", "country", "sector", "sector2", "from", "to"}));
  tables.push_back(std::move(table));
  for (const Table::Row& row : tables.back().rows()) {
    const ActorKind kind = row["kind"] == "group" ? ActorKind::group : ActorKind::organisation;
    const auto number = static_cast<std::uint32_t>(bodies.size());
    bodies.push_back({row["name"], row["country"], row["sector"], row["sector2"], row["from"], row["to"], kind,
                      static_cast<std::uint32_t>(row.line)});
    const auto add = [&](std::string_view name) {
      note(bodies_by_name, std::string(name), number);
      note(bodies_folded, name_key(name), number);
    };
    add(row["name"]);
    for (const std::string_view alias : row.list("aliases")) add(alias);
  }
  return Done{};
}

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
  for (const Spell& any : person.spells)
    if (!any.wikidata.empty()) entry.wikidata = any.wikidata;
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
  const Spell* best = nullptr;
  const Spell* last = nullptr;   // the latest that is over
  const Spell* first = nullptr;  // the earliest to come
  double best_value = -1;
  for (const Spell& spell : person.spells) {
    if (!day.empty() && !begins_by(spell.from, day)) {
      if (!first || spell.from < first->from) first = &spell;
      continue;
    }
    if (!day.empty() && !lasts_to(spell.to, day)) {
      if (!last || spell.to > last->to || (spell.to == last->to && spell.rank > last->rank)) last = &spell;
      continue;
    }
    double value = spell.rank + (spell.table == 0 ? 4 : 0) + 3 * certainty(spell, day.empty() ? "0" : day);
    if (!hint.country.empty()) value += hint.country == spell.country ? 10 : 0;
    if (!hint.sector.empty()) value += hint.sector == spell.sector ? 2 : 0;
    if (day.empty()) value = spell.rank;  // without a day the highest, then the latest office
    const bool later = best && spell.from > best->from;
    if (value > best_value || (value == best_value && later)) {
      best = &spell;
      best_value = value;
    }
  }
  // A hand-written spell that ended after the other one began knows more than an end that no source gives.
  if (best && last && best->table > 0 && best->to.empty() && last->table == 0 && last->from > best->from)
    best = nullptr;
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
  tables.tables.reserve(4);
  WIREROOM_TRY(countries, Countries::load());
  tables.countries = std::move(countries);
  std::unordered_map<std::string, std::uint32_t> known;  // persons by id, by name, by name and country
  for (std::uint16_t number = 0; number < kPersonTables.size(); ++number)
    if (Status status = tables.load_persons(number, known); !status) return status.error();
  tables.index_persons();
  if (Status status = tables.load_bodies(); !status) return status.error();
  return directory;
}

std::vector<Entry> Directory::persons(std::string_view name, std::optional<Date> on, const EntryHint& hint,
                                      bool surnames) const {
  std::vector<Entry> entries;
  std::vector<std::uint32_t> seen;
  const auto add = [&](const std::unordered_map<std::string, std::vector<std::uint32_t>>& index, const std::string& key,
                       double quality) {
    const auto found = index.find(key);
    if (found == index.end()) return;
    for (const std::uint32_t number : found->second) {
      if (std::find(seen.begin(), seen.end(), number) != seen.end()) continue;
      seen.push_back(number);
      std::optional<Entry> entry = tables_->entry(tables_->persons[number], on, hint);
      if (!entry) continue;
      entry->score *= quality * (tables_->persons[number].by_hand ? 1 : 0.97);
      if (!hint.country.empty() && entry->country != hint.country) entry->score *= 0.5;
      entries.push_back(std::move(*entry));
    }
  };
  const std::string key = name_key(name);
  if (key.empty()) return entries;
  add(tables_->by_name, key, 1);
  const auto words = key_words(key);
  if (words.size() > 1) {
    if (entries.empty()) add(tables_->by_sound(), sound_key(key), 0.9);
    if (entries.empty() &&
        words.size() > 2) {  // "Hassan Ali Khan" for "Hassan Khan", "Ashraf Ghani Ahmadzai" for "Ashraf Ghani"
      add(tables_->by_name, std::string(words.front()) + ' ' + std::string(words.back()), 0.8);
      if (entries.empty()) add(tables_->by_name, std::string(words[0]) + ' ' + std::string(words[1]), 0.75);
    }
  }
  if (surnames && entries.empty()) add(tables_->by_surname, key, 0.6);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.score + 0.06 * a.rank > b.score + 0.06 * b.rank; });
  return entries;
}

std::optional<Entry> Directory::organisation(std::string_view name, std::optional<Date> on) const {
  auto found = tables_->bodies_by_name.find(std::string(name));
  if (found == tables_->bodies_by_name.end() && (name.starts_with("the ") || name.starts_with("The ")))
    found = tables_->bodies_by_name.find(std::string(name.substr(4)));
  if (found == tables_->bodies_by_name.end()) return std::nullopt;
  const std::string day = on ? iso(*on) : std::string();
  const Body* chosen = nullptr;
  for (const std::uint32_t number : found->second) {
    const Body& body = tables_->bodies[number];
    const bool holds = day.empty() || ((body.from.empty() || body.from <= day) && (body.to.empty() || day < body.to));
    if (holds && (!chosen || day.empty())) chosen = &body;
  }
  if (!chosen) chosen = &tables_->bodies[found->second.back()];
  return tables_->filled(*chosen);
}

bool Directory::has_organisation(std::string_view name) const {
  return tables_->bodies_by_name.contains(std::string(name));
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
  const auto found = tables_->by_office.find(std::string(country) + ' ' + body);
  if (found == tables_->by_office.end()) return std::nullopt;
  const std::string day = iso(*on);
  const Person* holder = nullptr;
  const Spell* chosen = nullptr;
  for (const auto& [person, number] : found->second) {
    const Spell& spell = tables_->persons[person].spells[number];
    if (!begins_by(spell.from, day) || !lasts_to(spell.to, day) || certainty(spell, day) < 0.8) continue;
    // Of a ministry only its head, not the ambassadors, deputies and spokesmen that belong to it too.
    const std::string title = lower(spell.office);
    const bool chief = title.starts_with("minister") || title.starts_with("federal minister") ||
                       title.find("secretary") != std::string::npos || title.starts_with("foreign minister");
    if (!spell.body.empty() && !chief) continue;
    if (title.find("deputy") != std::string::npos || title.find("state for") != std::string::npos) continue;
    if (!chosen || spell.from > chosen->from) {
      holder = &tables_->persons[person];
      chosen = &spell;
    }
  }
  if (!chosen) return std::nullopt;
  Entry entry = tables_->filled(*holder, *chosen);
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
  else if (const auto folded_name = tables_->bodies_folded.find(name_key(name));
           folded_name != tables_->bodies_folded.end()) {
    auto other = organisation(tables_->bodies[folded_name->second.front()].name, on);
    if (other) {
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
