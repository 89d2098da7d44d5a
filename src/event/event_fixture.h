// Reports for the unit tests of events: a tree, with mentions at the words that MISC marks as names.
#pragma once

#include <string_view>
#include <vector>

#include "event/event_coder.h"
#include "testing/conllu_fixture.h"

namespace wireroom::testing {

struct ActorAt {
  std::uint32_t sentence, first, last, head;
  std::string_view name, country, sector;
  ActorKind kind = ActorKind::person;
  MentionForm form = MentionForm::name;
};

// Actors in the order of the text; equal names are one actor.
inline Coded coded(std::string_view conllu, const std::vector<ActorAt>& actors, std::string_view published = "") {
  Fixture f = fixture(conllu, published);
  Coded coded;
  coded.report = std::move(f.report);
  coded.parse = std::move(f.parse);
  for (const ActorAt& at : actors) {
    std::uint32_t actor = 0;
    while (actor < coded.actors.actors.size() && coded.actors.actors[actor].name != at.name) ++actor;
    if (actor == coded.actors.actors.size()) {
      Actor made;
      made.name = at.name;
      made.country = at.country;
      made.sector = at.sector;
      made.kind = at.kind;
      coded.actors.actors.push_back(made);
    }
    const auto& words = coded.parse.sentences[at.sentence].words;
    Mention mention;
    mention.words = {at.sentence, at.first, at.last, at.head};
    mention.span = {words[at.first].span.begin, words[at.last].span.end};
    mention.form = at.form;
    mention.actor = actor;
    coded.actors.actors[actor].mentions.push_back(static_cast<std::uint32_t>(coded.actors.mentions.size()));
    coded.actors.mentions.push_back(mention);
  }
  return coded;
}

}  // namespace wireroom::testing
