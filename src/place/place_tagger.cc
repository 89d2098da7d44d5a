// Two passes over the report: MentionCollector finds the mentions with their candidates, PlaceChoice chooses among
// them. Then the tree tells in which form each place is named (place_form.h).
#include "place/place_tagger.h"

#include <utility>

#include "place/gazetteer.h"
#include "place/mention_collector.h"
#include "place/place_choice.h"
#include "place/place_form.h"
#include "place/place_words.h"

namespace wireroom {

PlaceTagger::PlaceTagger() = default;
PlaceTagger::PlaceTagger(PlaceTagger&&) noexcept = default;
PlaceTagger& PlaceTagger::operator=(PlaceTagger&&) noexcept = default;
PlaceTagger::~PlaceTagger() = default;

Result<PlaceTagger> PlaceTagger::load() {
  PlaceTagger tagger;
  WIREROOM_TRY(gazetteer, Gazetteer::load());
  tagger.gazetteer_ = std::make_unique<Gazetteer>(std::move(gazetteer));
  WIREROOM_TRY(words, PlaceWords::load());
  tagger.words_ = std::make_unique<PlaceWords>(std::move(words));
  return tagger;
}

std::vector<Place> PlaceTagger::tag(const Report& report, const Parse& parse) const {
  std::vector<PlaceMention> found = MentionCollector(*gazetteer_, *words_, report, parse).collect();
  PlaceChoice(*gazetteer_, report, found).run();
  std::vector<Place> places;
  places.reserve(found.size());
  for (const PlaceMention& mention : found) {
    const Sentence& sentence = parse.sentences[mention.words.sentence];
    Place place;
    place.words = mention.words;
    place.span = mention.span;
    place.name = mention.name;
    place.score = 0.5;
    place.kind = mention.class_kind;
    if (mention.chosen >= 0) {
      const NameUse& use = mention.uses[static_cast<std::size_t>(mention.chosen)];
      const GazetteerEntry entry = gazetteer_->entry(use.entry);
      place.form = use.form;
      if (use.form == PlaceForm::adjective || use.form == PlaceForm::demonym) {
        if (is_language(sentence, mention)) continue;
        place.form = adjective_or_demonym(sentence, mention, use.entry);
      }
      if (has_form(mention, use.entry, PlaceForm::name)) place.form = PlaceForm::name;
      place.score = mention.score;
      if (mention.score >= PlaceChoice::kTrusted) {
        if (!entry.name.empty()) place.name = entry.name;
        place.kind = entry.kind;
        place.country = entry.country;
        place.geonames = entry.geonames;
        if (entry.level != PlaceLevel::country) place.admin1 = entry.admin1;
        if (entry.has_point) {
          place.latitude = entry.latitude;
          place.longitude = entry.longitude;
        }
        const bool governs =
            entry.level == PlaceLevel::country || entry.level == PlaceLevel::capital || entry.name == "European Union";
        if (place.form == PlaceForm::name && governs && stands_for_government(sentence, mention.words.head, *words_))
          place.form = PlaceForm::metonym;
        // "in the Kremlin", "at the White House" is the building.
        if (place.form == PlaceForm::metonym && use.form == PlaceForm::metonym &&
            stands_for_building(sentence, mention.words.head))
          place.form = PlaceForm::name;
      }
    }
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace wireroom
