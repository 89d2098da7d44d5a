#include "actor/directory_tables.h"

namespace wireroom {

Result<DirectoryTables> DirectoryTables::open(std::string_view bytes) {
  DirectoryTables tables;
  WIREROOM_TRY(reader, PackReader::open(bytes, "directory"));
  WIREROOM_TRY(persons, reader.array<PackedPerson>());
  WIREROOM_TRY(spells, reader.array<PackedSpell>());
  WIREROOM_TRY(bodies, reader.array<PackedBody>());
  tables.persons_ = persons;
  tables.spells_ = spells;
  tables.bodies_ = bodies;
  for (auto* index :
       {&tables.by_name, &tables.by_sound, &tables.by_surname, &tables.bodies_by_name, &tables.bodies_folded}) {
    WIREROOM_TRY(read, reader.index<std::uint32_t>());
    *index = read;
  }
  WIREROOM_TRY(by_office, reader.index<PackedHolder>());
  tables.by_office = by_office;
  tables.pool_ = reader.pool();
  return tables;
}

Person DirectoryTables::person(std::uint32_t number) const {
  const PackedPerson& packed = persons_[number];
  return {text(packed.name), packed.first_spell, packed.spells, packed.by_hand != 0};
}

Spell DirectoryTables::spell(std::uint32_t number) const {
  const PackedSpell& packed = spells_[number];
  return {text(packed.country),  text(packed.office), text(packed.body), text(packed.sector),
          text(packed.sector2),  text(packed.from),   text(packed.to),   text(packed.as_of),
          text(packed.wikidata), packed.table,        packed.line,       packed.rank};
}

Body DirectoryTables::body(std::uint32_t number) const {
  const PackedBody& packed = bodies_[number];
  return {text(packed.name),
          text(packed.country),
          text(packed.sector),
          text(packed.sector2),
          text(packed.from),
          text(packed.to),
          packed.group != 0 ? ActorKind::group : ActorKind::organisation,
          packed.line};
}

}  // namespace wireroom
