#include "join/first_persons.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"

namespace wireroom {
namespace {

bool is_first_person(const Coded& coded, const Party& party) {
  constexpr std::array<std::string_view, 10> kForms = {"i",  "me", "my",  "mine", "myself",
                                                       "we", "us", "our", "ours", "ourselves"};
  if (party.words.first != party.words.last || party.words.sentence >= coded.parse.sentences.size()) return false;
  const std::string form = lower(coded.parse.sentences[party.words.sentence].words[party.words.head].form);
  return std::find(kForms.begin(), kForms.end(), form) != kForms.end();
}

}  // namespace

void name_first_persons(Coded& coded) {
  for (Event& event : coded.events) {
    if (!event.said_in || *event.said_in >= coded.statements.size()) continue;
    const Statement& said = coded.statements[*event.said_in];
    if (said.kind == StatementKind::indirect || !said.speaker || !said.speaker->actor) continue;
    for (std::vector<Party>* side : {&event.source, &event.target})
      for (Party& party : *side)
        if (!party.actor && is_first_person(coded, party)) party.actor = said.speaker->actor;
  }
}

}  // namespace wireroom
