// From the readable tables of persons and bodies to the packed one. Runs when the program is built, and at the start
// only where a user has put another table in the place of one of these.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include "actor/directory_tables.h"
#include "actor/name_key.h"
#include "base/assets.h"
#include "base/table.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

using Numbers = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;

void note(Numbers& index, std::string_view key, std::uint32_t number) {
  auto found = index.find(key);
  if (found == index.end()) found = index.emplace(std::string(key), std::vector<std::uint32_t>{}).first;
  if (found->second.empty() || found->second.back() != number) found->second.push_back(number);
}

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

// Where the family name stands first.
bool family_first(std::string_view country) {
  constexpr std::array<std::string_view, 7> kFirst = {"CHN", "TWN", "KOR", "PRK", "HKG", "VNM", "SGP"};
  return std::find(kFirst.begin(), kFirst.end(), country) != kFirst.end();
}

class Packer {
 public:
  Result<std::string> pack();

 private:
  struct Person {
    std::string_view name;  // of the table, which lives as long as the packer
    std::vector<PackedSpell> spells;
    bool by_hand = false;
    std::string_view country;  // of the first spell
  };
  struct Holder {
    std::uint32_t person = 0, spell = 0;  // number among the person's
  };

  Status take_persons(std::uint16_t number);
  Status take_person(const Table::Row& row, std::uint16_t number);
  std::uint32_t person_of(const Table::Row& row);
  Status take_bodies();
  void index_persons();
  // Refused: a day that is none, an end before the beginning.
  static Status check_days(const Table::Row& row);
  TextRef text(std::string_view value) { return writer_.text(value); }

  PackWriter writer_;
  std::vector<Table> tables_;
  std::vector<Person> persons_;
  std::vector<PackedBody> bodies_;
  std::unordered_map<std::string, std::uint32_t> known_;  // persons by id, by name, by name and country
  Numbers by_name_, by_sound_, by_surname_, bodies_by_name_, bodies_folded_;
  std::map<std::string, std::vector<Holder>, std::less<>> by_office_;
};

Status Packer::check_days(const Table::Row& row) {
  for (const std::string_view column : {std::string_view("from"), std::string_view("to")}) {
    const std::string_view mark = row[column];
    std::string whole(mark);  // a year or month is read as its first day
    if (whole.size() == 4) whole += "-01";
    if (whole.size() == 7) whole += "-01";
    if (!mark.empty() && !parse_iso_date(whole))
      return Error{ErrorKind::data,
                   fmt::format("{}: `{}` is \"{}\"; write YYYY, YYYY-MM or YYYY-MM-DD", row.place(), column, mark)};
  }
  return Done{};
}

std::uint32_t Packer::person_of(const Table::Row& row) {
  const std::string name = name_key(row["person"]);
  const std::string wikidata(row["wikidata"]);
  if (!wikidata.empty())
    if (const auto found = known_.find(wikidata); found != known_.end()) return found->second;
  // The hand-written table knows a person by name alone, the others by name and country.
  auto number = static_cast<std::uint32_t>(persons_.size());
  const std::string with_country = name + '/' + std::string(row["country"]);
  if (const auto found = known_.find(with_country); found != known_.end())
    number = found->second;
  else if (const auto hand = known_.find(name); hand != known_.end() && wikidata.empty())
    number = hand->second;
  if (number == persons_.size()) persons_.push_back({row["person"], {}, false, row["country"]});
  known_.emplace(with_country, number);
  if (!wikidata.empty()) known_.emplace(wikidata, number);
  return number;
}

Status Packer::take_person(const Table::Row& row, std::uint16_t number) {
  if (row["person"].empty() || row["country"].empty())
    return Error{ErrorKind::data, fmt::format("{}: person or country is missing; fill both", row.place())};
  if (Status status = check_days(row); !status) return status;
  const std::uint32_t person = person_of(row);
  if (number == 0) {
    persons_[person].by_hand = true;
    known_.emplace(name_key(row["person"]), person);
  }
  PackedSpell spell;
  spell.country = text(row["country"]);
  spell.office = text(row["office"]);
  spell.body = text(row["body"]);
  spell.sector = text(row["sector"]);
  spell.sector2 = text(row["sector2"]);
  spell.from = text(row["from"]);
  spell.to = text(row["to"]);
  spell.as_of = text(row["as_of"]);
  spell.wikidata = text(row["wikidata"]);
  spell.line = static_cast<std::uint32_t>(row.line);
  spell.table = number;
  spell.rank = static_cast<std::int16_t>(rank_of(row["office"], row["sector"], row["body"]));
  const auto add = [&](std::string_view name) {
    const std::string key = name_key(name);
    note(by_name_, key, person);
    // Spellings of the hand-written names also lead to rows of the other tables.
    if (number == 0) known_.emplace(key + '/' + std::string(row["country"]), person);
  };
  add(row["person"]);
  for (const std::string_view alias : row.list("aliases")) add(alias);
  const std::string_view post = row["body"].empty() ? row["office"] : row["body"];
  by_office_[std::string(row["country"]) + ' ' + std::string(post)].push_back(
      {person, static_cast<std::uint32_t>(persons_[person].spells.size())});
  persons_[person].spells.push_back(spell);
  return Done{};
}

Status Packer::take_persons(std::uint16_t number) {
  const std::string file(kPersonTables[number]);
  WIREROOM_TRY(bytes, asset(file));
  WIREROOM_TRY(table, Table::read(file, bytes,
                                  {"person", "aliases", "country", "office", "body", "sector", "from", "to", "as_of"}));
  tables_.push_back(std::move(table));
  for (const Table::Row& row : tables_.back().rows())
    if (Status status = take_person(row, number); !status) return status;
  return Done{};
}

// Surnames, first and last names of those with more, sounds.
void Packer::index_persons() {
  const Numbers told = by_name_;
  for (const auto& [key, numbers] : told) {
    const auto words = key_words(key);
    if (words.size() < 2) continue;
    for (const std::uint32_t number : numbers) {
      note(by_surname_, words.back(), number);
      if (words.size() > 2)
        note(by_surname_, std::string(words[words.size() - 2]) + ' ' + std::string(words.back()), number);
      if (family_first(persons_[number].country)) note(by_surname_, words.front(), number);
      if (words.size() > 2) note(by_name_, std::string(words.front()) + ' ' + std::string(words.back()), number);
    }
  }
  for (const auto& [key, numbers] : by_name_)
    for (const std::uint32_t number : numbers) note(by_sound_, sound_key(key), number);
}

Status Packer::take_bodies() {
  WIREROOM_TRY(bytes, asset(kBodyTable));
  WIREROOM_TRY(table, Table::read(std::string(kBodyTable), bytes,
                                  {"name", "aliases", "kind", "country", "sector", "sector2", "from", "to"}));
  for (const Table::Row& row : table.rows()) {
    if (row["name"].empty()) return Error{ErrorKind::data, row.place() + ": the name is missing"};
    if (Status status = check_days(row); !status) return status;
    const auto number = static_cast<std::uint32_t>(bodies_.size());
    PackedBody body;
    body.name = text(row["name"]);
    body.country = text(row["country"]);
    body.sector = text(row["sector"]);
    body.sector2 = text(row["sector2"]);
    body.from = text(row["from"]);
    body.to = text(row["to"]);
    body.line = static_cast<std::uint32_t>(row.line);
    body.group = row["kind"] == "group";
    bodies_.push_back(body);
    const auto add = [&](std::string_view name) {
      note(bodies_by_name_, name, number);
      note(bodies_folded_, name_key(name), number);
    };
    add(row["name"]);
    for (const std::string_view alias : row.list("aliases")) add(alias);
  }
  return Done{};
}

Result<std::string> Packer::pack() {
  tables_.reserve(kPersonTables.size());
  for (std::uint16_t number = 0; number < kPersonTables.size(); ++number)
    if (Status status = take_persons(number); !status) return status.error();
  index_persons();
  if (Status status = take_bodies(); !status) return status.error();
  std::vector<PackedPerson> persons;
  std::vector<PackedSpell> spells;
  for (const Person& person : persons_) {
    persons.push_back({text(person.name), static_cast<std::uint32_t>(spells.size()),
                       static_cast<std::uint32_t>(person.spells.size()), person.by_hand});
    spells.insert(spells.end(), person.spells.begin(), person.spells.end());
  }
  std::map<std::string, std::vector<PackedHolder>, std::less<>> by_office;
  for (const auto& [office, holders] : by_office_)
    for (const Holder& holder : holders)
      by_office[office].push_back({holder.person, persons[holder.person].first_spell + holder.spell});
  writer_.array(persons);
  writer_.array(spells);
  writer_.array(bodies_);
  for (const Numbers* index : {&by_name_, &by_sound_, &by_surname_, &bodies_by_name_, &bodies_folded_})
    writer_.index(*index);
  writer_.index(by_office);
  return writer_.finish("directory");
}

}  // namespace

Result<std::string> pack_directory() { return Packer().pack(); }

}  // namespace wireroom
