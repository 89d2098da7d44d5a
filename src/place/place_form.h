// In which way a place is named, told by the tree: the place itself, its people, its language, its government. Private
// to this folder.
//
// "Russian planes" adjective, "two Russians" demonym, "spoke in Russian" a language (no place), "Moscow denied" metonym
// (the government), "in the Kremlin" the building. The task is that of Markert and Nissim
// (2002); word lists (data/places/metonymy.tsv) stand in for training. All functions need heads inside the sentence or
// -1, as Parse promises.
#pragma once

#include <cstdint>
#include <string_view>

#include "place/gazetteer.h"
#include "place/place_mention.h"
#include "place/place_words.h"
#include "wireroom/sentence.h"

namespace wireroom {

// May the mention name this entry in this form?
[[nodiscard]] bool has_form(const PlaceMention& mention, std::uint32_t entry, PlaceForm form);
// "Russian planes" against "two Russians", "the British".
[[nodiscard]] PlaceForm adjective_or_demonym(const Sentence& sentence, const PlaceMention& mention,
                                             std::uint32_t entry);
// "spoke in Russian", "learn French": a language, no place.
[[nodiscard]] bool is_language(const Sentence& sentence, const PlaceMention& mention);
// Stands the name for its government here? Only asked of countries, unions and capitals.
[[nodiscard]] bool stands_for_government(const Sentence& sentence, std::uint32_t head, const PlaceWords& words);
// "in the Kremlin", "at the White House": a building is meant, though its name mostly means a government.
[[nodiscard]] bool stands_for_building(const Sentence& sentence, std::uint32_t head);

}  // namespace wireroom
