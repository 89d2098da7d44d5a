// The directory's tables as they are packed when the program is built (base/packed.h) and read in place: persons with
// their spells of office, bodies, and indexes of their names. Private to this folder and to src/pack/.
//
// Spells of one person stand together, in the order of the tables. Texts are views into the packed bytes. Rows with the
// same Wikidata id, or with the same name and country, are one person.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/packed.h"
#include "base/result.h"
#include "wireroom/mention.h"

namespace wireroom {

inline constexpr std::array<std::string_view, 2> kPersonTables = {"data/actors/offices.tsv",
                                                                  "data/actors/officeholders.tsv"};
inline constexpr std::string_view kBodyTable = "data/actors/organisations.tsv";

struct PackedSpell {
  TextRef country = 0, office = 0, body = 0, sector = 0, sector2 = 0, from = 0, to = 0, as_of = 0, wikidata = 0;
  std::uint32_t line = 0;
  std::uint16_t table = 0;  // index into kPersonTables
  std::int16_t rank = 0;
};

struct PackedPerson {
  TextRef name = 0;
  std::uint32_t first_spell = 0, spells = 0;
  std::uint32_t by_hand = 0;
};

struct PackedBody {
  TextRef name = 0, country = 0, sector = 0, sector2 = 0, from = 0, to = 0;
  std::uint32_t line = 0;
  std::uint32_t group = 0;
};

// A spell of a person, for the index of offices.
struct PackedHolder {
  std::uint32_t person = 0, spell = 0;
};

struct Spell {
  std::string_view country, office, body, sector, sector2, from, to, as_of, wikidata;
  std::uint16_t table = 0;
  std::uint32_t line = 0;
  int rank = 0;
};

struct Person {
  std::string_view name;
  std::uint32_t first_spell = 0, spells = 0;
  bool by_hand = false;
};

struct Body {
  std::string_view name, country, sector, sector2, from, to;
  ActorKind kind = ActorKind::organisation;
  std::uint32_t line = 0;
};

class DirectoryTables {
 public:
  // The bytes must live longer.
  static Result<DirectoryTables> open(std::string_view bytes);

  [[nodiscard]] Person person(std::uint32_t number) const;
  [[nodiscard]] Spell spell(std::uint32_t number) const;
  [[nodiscard]] Body body(std::uint32_t number) const;

  // Numbers of persons by name_key, by its sound_key, by surname; of bodies by name as printed and by name_key; spells
  // by country and office or body ("RUS Foreign Ministry").
  PackedIndex<std::uint32_t> by_name, by_sound, by_surname, bodies_by_name, bodies_folded;
  PackedIndex<PackedHolder> by_office;

 private:
  std::string_view text(TextRef reference) const { return pooled(pool_, reference); }
  std::string_view pool_;
  std::span<const PackedPerson> persons_;
  std::span<const PackedSpell> spells_;
  std::span<const PackedBody> bodies_;
};

// The packed table "directory". An error names file and line of a wrong row.
[[nodiscard]] Result<std::string> pack_directory();

}  // namespace wireroom
