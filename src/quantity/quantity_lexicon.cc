#include "quantity/quantity_lexicon.h"

#include <optional>

#include "base/assets.h"
#include "base/numerals.h"
#include "base/table.h"

namespace wireroom {
namespace {

std::optional<Approximation> approximation_of(std::string_view text) {
  for (const Approximation a : {Approximation::about, Approximation::more_than, Approximation::less_than,
                                Approximation::at_least, Approximation::at_most})
    if (text == name(a)) return a;
  return std::nullopt;
}

}  // namespace

Result<QuantityLexicon> QuantityLexicon::load() {
  QuantityLexicon lexicon;
  WIREROOM_TRY(unit_bytes, asset("data/quantities/units.tsv"));
  WIREROOM_TRY(units, Table::read("data/quantities/units.tsv", unit_bytes, {"form", "unit"}));
  for (const Table::Row& row : units.rows()) lexicon.units.emplace(row["form"], row["unit"]);
  WIREROOM_TRY(sign_bytes, asset("data/quantities/currency_signs.tsv"));
  WIREROOM_TRY(signs, Table::read("data/quantities/currency_signs.tsv", sign_bytes, {"sign", "unit"}));
  for (const Table::Row& row : signs.rows()) lexicon.signs.emplace(row["sign"], row["unit"]);
  WIREROOM_TRY(hedge_bytes, asset("data/quantities/hedges.tsv"));
  WIREROOM_TRY(hedges, Table::read("data/quantities/hedges.tsv", hedge_bytes, {"phrase", "place", "approximate"}));
  for (const Table::Row& row : hedges.rows()) {
    const auto approximation = approximation_of(row["approximate"]);
    if (!approximation)
      return Error{ErrorKind::data, row.place() + ": unknown approximation; see data/quantities/README.md"};
    (row["place"] == "before" ? lexicon.hedges_before : lexicon.hedges_after).emplace(row["phrase"], *approximation);
  }
  WIREROOM_TRY(vague_bytes, asset("data/quantities/vague.tsv"));
  WIREROOM_TRY(vague, Table::read("data/quantities/vague.tsv", vague_bytes, {"phrase", "low", "high"}));
  for (const Table::Row& row : vague.rows()) {
    const auto low = number_of_digits(row["low"]), high = number_of_digits(row["high"]);
    if (!low || !high) return Error{ErrorKind::data, row.place() + ": low and high must be numbers"};
    lexicon.vague.emplace(row["phrase"], Vague{*low, *high});
  }
  WIREROOM_TRY(numbered_bytes, asset("data/quantities/numbered.tsv"));
  WIREROOM_TRY(numbered, Table::read("data/quantities/numbered.tsv", numbered_bytes, {"noun"}));
  for (const Table::Row& row : numbered.rows()) lexicon.numbered.emplace(row["noun"]);
  WIREROOM_TRY(share_bytes, asset("data/quantities/each.tsv"));
  WIREROOM_TRY(shares, Table::read("data/quantities/each.tsv", share_bytes, {"noun"}));
  for (const Table::Row& row : shares.rows()) lexicon.shares.emplace(row["noun"]);
  WIREROOM_TRY(person_bytes, asset("data/quantities/persons.tsv"));
  WIREROOM_TRY(persons, Table::read("data/quantities/persons.tsv", person_bytes, {"lemma"}));
  for (const Table::Row& row : persons.rows()) lexicon.persons.emplace(row["lemma"]);
  return lexicon;
}

}  // namespace wireroom
