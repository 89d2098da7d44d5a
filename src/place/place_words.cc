#include "place/place_words.h"

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {

Result<PlaceWords> PlaceWords::load() {
  PlaceWords words;
  WIREROOM_TRY(noun_bytes, asset("data/places/class_nouns.tsv"));
  WIREROOM_TRY(nouns, Table::read("data/places/class_nouns.tsv", noun_bytes, {"noun", "kind"}));
  for (const Table::Row& row : nouns.rows()) {
    PlaceKind kind = PlaceKind::other;
    for (const PlaceKind k :
         {PlaceKind::region, PlaceKind::city, PlaceKind::facility, PlaceKind::water, PlaceKind::land})
      if (row["kind"] == name(k)) kind = k;
    if (kind == PlaceKind::other)
      return Error{ErrorKind::data, row.place() + ": unknown kind; write region, city, facility, water or land"};
    words.class_nouns.emplace(row["noun"], kind);
  }
  WIREROOM_TRY(institution_bytes, asset("data/places/institutions.tsv"));
  WIREROOM_TRY(institutions, Table::read("data/places/institutions.tsv", institution_bytes, {"noun"}));
  for (const Table::Row& row : institutions.rows()) words.institutions.emplace(row["noun"]);
  WIREROOM_TRY(verb_bytes, asset("data/places/metonymy.tsv"));
  WIREROOM_TRY(verbs, Table::read("data/places/metonymy.tsv", verb_bytes, {"lemma", "as"}));
  for (const Table::Row& row : verbs.rows()) {
    if (row["as"] == "subject")
      words.verbs_of_subject.emplace(row["lemma"]);
    else if (row["as"] == "object")
      words.verbs_of_object.emplace(row["lemma"]);
    else if (row["as"] == "noun")
      words.nouns_above.emplace(row["lemma"]);
    else
      return Error{ErrorKind::data, row.place() + ": `as` must be subject, object or noun"};
  }
  return words;
}

PlaceKind PlaceWords::class_of(const Word& word) const {
  const auto known = class_nouns.find(word.lemma);
  if (known != class_nouns.end()) return known->second;
  std::string lower = word.form;
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  const auto by_form = class_nouns.find(lower);
  return by_form == class_nouns.end() ? PlaceKind::other : by_form->second;
}

}  // namespace wireroom
