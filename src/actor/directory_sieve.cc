// Who the named persons are by the directory, and who holds an office that is named without a name.
#include <algorithm>
#include <array>

#include "actor/joiner.h"
#include "actor/name_key.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

// A reporter or doctor by the text's own words, of no country that it tells, is no minister of the same name.
bool namesake(const Actor& actor, const Entry& entry) {
  constexpr std::array<std::string_view, 9> kPrivate = {"JRN", "EDU", "MED", "BUS", "CVL", "LAB", "AGR", "REF", "SOC"};
  const bool private_person = std::find(kPrivate.begin(), kPrivate.end(), actor.sector) != kPrivate.end();
  return private_person && actor.country.empty() && entry.sector != actor.sector && entry.sector2 != actor.sector;
}

ActorReading reading(const std::string& country, const std::string& sector, const std::optional<Office>& office) {
  return {country, sector, office ? office->title : std::string()};
}

// Sectors between which a person's part is a matter of words: a lawmaker of a party, a general in the cabinet.
bool sectors_agree(const Actor& actor, const Entry& entry) {
  constexpr std::array<std::array<std::string_view, 4>, 2> kNear = {
      {{"LEG", "PTY", "OPP", ""}, {"GOV", "MIL", "SPY", "COP"}}};
  for (const std::string& one : {actor.sector, actor.sector2})
    for (const std::string& other : {entry.sector, entry.sector2}) {
      if (one.empty() || other.empty()) continue;
      if (one == other) return true;
      for (const auto& near : kNear)
        if (std::find(near.begin(), near.end(), one) != near.end() &&
            std::find(near.begin(), near.end(), other) != near.end())
          return true;
    }
  return false;
}

}  // namespace

std::set<std::string> Joiner::named_countries() const {
  std::set<std::string> countries;
  for (const Draft& draft : drafts_)
    if (is_state(draft.country)) countries.insert(draft.country);
  for (const Place& place : places_)
    if (!place.country.empty()) countries.insert(place.country);
  return countries;
}

void Joiner::who_they_are() {
  const std::set<std::string> near = named_countries();
  std::set<std::string> writers;
  for (const TextPiece& author : report_.authors) writers.insert(name_key(author.text));
  for (Cluster& c : clusters_) {
    if (!c.person || writers.contains(c.key)) continue;
    Actor& actor = c.actor;
    const bool surname = key_words(c.key).size() < 2;
    std::vector<Entry> entries = knowledge_.directory.persons(
        actor.name, on_, {c.ambiguous ? std::string_view() : std::string_view(actor.country), actor.sector}, surname);
    const bool alias = surname && !entries.empty() && entries[0].score > 0.75;
    if (!surname) note_other_country(c, entries);
    std::erase_if(entries, [&](const Entry& entry) {
      if (!actor.country.empty() && entry.country != actor.country && !(c.ambiguous && !surname)) return true;
      if (namesake(actor, entry)) return true;
      if (surname && !fits_title(c, entry)) return true;
      if (!surname || alias) return false;
      const bool at_home = near.contains(entry.country) || entry.country == actor.country;
      return entry.former ? entry.rank < 4 || !at_home : entry.rank < (at_home ? 3 : 5);
    });
    if (entries.empty()) continue;
    const auto weight = [&](const Entry& entry) {
      return entry.score + 0.2 * entry.rank + (near.contains(entry.country) ? 0.5 : 0.0) - (entry.former ? 0.5 : 0.0);
    };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const Entry& a, const Entry& b) { return weight(a) > weight(b); });
    // One man under two spellings in the tables, or one of a family that is much higher, is no doubt.
    const bool doubt =
        entries.size() > 1 && weight(entries[0]) - weight(entries[1]) < 0.1 &&
        !(entries[0].country == entries[1].country && entries[0].from.substr(0, 7) == entries[1].from.substr(0, 7));
    if (doubt) {
      if (entries[0].country == entries[1].country && actor.country.empty()) set_country(c, entries[0].country);
      continue;
    }
    take(entries[0], c);
  }
}

// "King Philippe" is no prime minister of that surname.
bool Joiner::fits_title(const Cluster& c, const Entry& entry) const {
  const std::string office = entry.office ? lower(entry.office->title) : std::string();
  bool asked = false;
  for (const std::string& role : c.roles) {
    const Title* title = knowledge_.titles.find(role);
    if (!title || !title->head) continue;
    asked = true;
    if (office.find(last_word(role)) != std::string::npos) return true;
  }
  return !asked;
}

// A full name that the text gives an office of one state, where the directory knows only a holder of another's.
void Joiner::note_other_country(Cluster& c, const std::vector<Entry>& entries) const {
  Actor& actor = c.actor;
  const bool office = actor.office || actor.sector == "GOV" || actor.sector == "MIL" || actor.sector == "LEG";
  if (!office || c.ambiguous || !is_state(actor.country) || entries.empty()) return;
  const bool fits =
      std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.country == actor.country; });
  const Entry& other = entries.front();
  if (fits || other.former || other.rank < 2 || !other.office || other.score < 0.45) return;
  actor.conflict = ActorConflict{reading(actor.country, actor.sector, actor.office),
                                 reading(other.country, other.sector, other.office), other.id};
}

// The text gives an office, the directory another one on that day, or says that it is over.
void Joiner::note_other_office(Cluster& c, const Entry& entry) const {
  Actor& actor = c.actor;
  if (key_words(c.key).size() < 2 || entry.sector.empty() || !entry.office || actor.conflict || c.loose) return;
  if (actor.sector.empty() || actor.sector == "UAF") return;
  const bool both_over = actor.sector == "ELI" && entry.former;
  if (both_over || (sectors_agree(actor, entry) && fits_title(c, entry))) return;
  actor.conflict = ActorConflict{reading(actor.country, actor.sector, actor.office),
                                 reading(entry.country, entry.sector, entry.office), entry.id};
}

void Joiner::take(const Entry& entry, Cluster& c) {
  Actor& actor = c.actor;
  actor.entry = entry.id;
  entries_.emplace(entry.id, static_cast<std::int32_t>(&c - clusters_.data()));
  actor.wikidata = entry.wikidata;
  note_other_office(c, entry);
  // The text wins; "gunman" and "warlord" say little, and so does whose people somebody is.
  const bool told = !actor.sector.empty() && actor.sector != "UAF" && !c.loose;
  if (actor.country.empty() || c.ambiguous) {
    set_country(c, entry.country);
    if (!told) actor.basis = ActorBasis::directory;
  }
  if (!told) {
    actor.sector = entry.sector;
    actor.sector2 = entry.sector2;
    if (!actor.office) actor.office = entry.office;
    if (actor.basis == ActorBasis::none || actor.basis == ActorBasis::adjective) actor.basis = ActorBasis::directory;
  } else if (actor.office && entry.office && !entry.former && entry.sector == actor.sector) {
    if (actor.office->body.empty()) actor.office->body = entry.office->body;
    actor.office->from = entry.office->from;
    actor.office->to = entry.office->to;
    if (actor.office->country.empty()) actor.office->country = actor.country;
  } else if (!actor.office && (entry.sector == actor.sector || entry.former)) {
    actor.office = entry.office;
  }
  if (actor.office && actor.office->country.empty()) actor.office->country = actor.country;
  if (entry.name.size() > actor.name.size() && key_words(c.key).size() < 2) actor.name = entry.name;
}

void Joiner::join_holder(std::size_t number, const Entry& entry) {
  const auto known = entries_.find(entry.id);
  if (known != entries_.end()) return add(number, known->second);
  const std::int32_t to = found_new(number);
  entries_.emplace(entry.id, to);
  Cluster& c = cluster(to);
  c.person = true;
  c.key = name_key(entry.name);
  for (const std::string_view word : key_words(c.key)) holders_.add(word, to, number);
  add(number, to);
  c.actor.kind = ActorKind::person;
  c.actor.name = entry.name;
  set_country(c, entry.country);
  if (c.actor.sector.empty()) c.actor.sector = entry.sector;
  c.actor.entry = entry.id;
  c.actor.wikidata = entry.wikidata;
  if (!c.actor.office || drafts_[number].counterpart)
    c.actor.office = entry.office;
  else if (entry.office)
    c.actor.office->from = entry.office->from, c.actor.office->to = entry.office->to;
  c.actor.basis = ActorBasis::office_date;
}

}  // namespace wireroom
