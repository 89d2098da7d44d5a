// The word lists of data/places/ that are no names: class nouns ("city of"), institutions called after places, and the
// verbs and nouns beside which a country's name stands for its government. Private to this folder.
//
//   words.class_of(word) == PlaceKind::city    // "cities"
//   words.verbs_of_subject.contains("deny")    // "Moscow denied"
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/result.h"
#include "wireroom/mention.h"
#include "wireroom/sentence.h"

namespace wireroom {

struct PlaceWords {
  std::map<std::string, PlaceKind, std::less<>> class_nouns;
  std::set<std::string, std::less<>> institutions;                                    // "Department", as printed
  std::set<std::string, std::less<>> verbs_of_subject, verbs_of_object, nouns_above;  // lemmas

  // Reads class_nouns.tsv, institutions.tsv and metonymy.tsv; an error names the file and line of a wrong entry.
  static Result<PlaceWords> load();
  // The kind that a noun names, by its lemma or, where the lemma is wrong, by its form; `other` if it names none.
  [[nodiscard]] PlaceKind class_of(const Word& word) const;
};

}  // namespace wireroom
