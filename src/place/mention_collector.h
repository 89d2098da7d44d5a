// First reading: the mentions of places in a report with all their candidates. Names that the recogniser marked as
// places, and names of the hand-written tables wherever they stand outside persons and organisations. Private to this
// folder.
//
//   std::vector<PlaceMention> mentions = MentionCollector(gazetteer, words, report, parse).collect();
//
// In the order of the text, without overlaps, none chosen yet. Names are looked up at most Gazetteer::kMostWords long,
// so the whole is linear in the words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "place/gazetteer.h"
#include "place/place_mention.h"
#include "place/place_words.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

class MentionCollector {
 public:
  MentionCollector(const Gazetteer& gazetteer, const PlaceWords& words, const Report& report, const Parse& parse)
      : gazetteer_(gazetteer), words_(words), report_(report), parse_(parse) {}

  std::vector<PlaceMention> collect();

 private:
  // `maybe_capitals`: also tried as "Kabul" where it is printed KABUL.
  std::vector<NameUse> look_up(std::string_view name, bool maybe_capitals) const;
  std::string text_of(const Sentence& sentence, std::size_t first, std::size_t last) const;
  // Which candidates may stand here, given what the recogniser and the tagger said of the words.
  std::vector<NameUse> admit(const Sentence& sentence, std::size_t first, std::size_t last,
                             std::vector<NameUse> uses) const;
  // "Moscow" in an unmarked "Moscow Times": a town's name with another capitalised proper noun right beside it.
  bool inside_longer_name(const Sentence& sentence, std::size_t first, std::size_t last, const NameUse& use) const;
  // All mentions of sentence s, put behind found_.
  void collect_sentence(std::uint32_t s);
  // Takes what begins at word i; returns the next word to look at.
  std::size_t collect_at(std::uint32_t s, const Sentence& sentence, std::size_t i);
  // "North America" where only the second word was marked, "New York" marked as two places: the table knows the whole.
  std::size_t collect_joined(std::uint32_t s, const Sentence& sentence, std::size_t i);
  // "Minnesota" in "Minnesota Department of Transportation": institutions are called after their place.
  std::size_t collect_in_institution(std::uint32_t s, const Sentence& sentence, std::size_t first, std::size_t end);
  // The longest hand-written name that begins at a word outside marked names of places.
  std::size_t collect_unmarked(std::uint32_t s, const Sentence& sentence, std::size_t i);
  // A name marked GPE or LOC, first..end; a comma in it separates two places.
  std::size_t collect_marked(std::uint32_t s, const Sentence& sentence, std::size_t first, std::size_t end);
  // The candidates of a marked name, or of the best part of it; narrows first..last to that part.
  std::vector<NameUse> look_up_parts(const Sentence& sentence, std::size_t& first, std::size_t& last,
                                     std::size_t end) const;
  void add(std::uint32_t s, const Sentence& sentence, std::size_t first, std::size_t last, std::vector<NameUse> uses,
           bool recognised);
  // Which of two neighbours lies in the other: "Paris, Texas"; "Texas's Paris"; "the Syrian city of Homs"; "Homs in
  // Syria".
  void find_containers(std::uint32_t s, std::size_t from);

  const Gazetteer& gazetteer_;
  const PlaceWords& words_;
  const Report& report_;
  const Parse& parse_;
  std::vector<PlaceMention> found_;
};

}  // namespace wireroom
