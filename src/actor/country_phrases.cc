// Countries and seats of government as doers: a name in a place of a sentence where somebody does or undergoes
// something, an adjective of nationality, a people ("four Saudis"). "In Moscow" is a place, "Moscow said" a government.
#include <algorithm>
#include <array>

#include "actor/noun_phrase.h"
#include "actor/phrase_reader.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 24> kMotion = {"go",     "leave",    "depart", "travel", "fly",    "visit",
                                                      "return", "flee",     "move",   "head",   "come",   "arrive",
                                                      "deploy", "drive",    "sail",   "trip",   "flight", "journey",
                                                      "way",    "withdraw", "escape", "cross",  "march",  "run"};
constexpr std::array<std::string_view, 4> kRule = {"rule", "govern", "run", "reign"};
constexpr std::array<std::string_view, 22> kTownsDo = {
    "lie",        "sit",    "stand", "host",  "see",     "witness", "become",   "remain", "fall", "wake", "celebrate",
    "experience", "suffer", "have",  "boast", "feature", "mark",    "resemble", "look",   "grow", "seem", "stay"};

}  // namespace

// Whether a name of a place stands for somebody who does or undergoes something, by its own words: not after
// prepositions of place, not in a place name ("Moscow region").
bool PhraseReader::does(Index head) const {
  const Word& here = word(head);
  std::string_view relation = here.relation;
  Index governor = head;
  for (int steps = 0; relation == "conj" && word(governor).head >= 0 && steps < 20; ++steps) {
    governor = static_cast<Index>(word(governor).head);
    relation = word(governor).relation;
  }
  std::string preposition;
  for (Index i = sentence_.child_begin[governor]; i < sentence_.child_begin[governor + 1]; ++i) {
    const Word& child = word(sentence_.child_list[i]);
    if (child.relation == "case" && child.upos == "ADP") preposition = preposition.empty() ? child.lemma : preposition;
  }
  if (preposition.empty() && head > 0 && word(head - 1).upos == "ADP") preposition = word(head - 1).lemma;
  const std::int32_t up = word(governor).head;
  const std::string governing = up >= 0 ? word(static_cast<Index>(up)).lemma : std::string();
  if (in(kPlaceWords, preposition)) return false;
  if (relation == "obj" && in(kRule, governing)) return false;  // "has ruled Cuba since": nothing is done to it
  if ((preposition == "to" || preposition == "from" || preposition == "for") && in(kMotion, governing)) return false;
  if (relation == "appos" || relation == "list" || relation == "dep" || relation == "compound" || relation == "flat" ||
      relation == "nmod:unmarked" || relation == "obl:unmarked" || relation == "nmod:desc")
    return false;
  if (relation == "nmod") {
    if (preposition == "of" || preposition == "from") {
      const TitleAt title = up >= 0 ? title_ending(static_cast<Index>(up)) : TitleAt{};
      const Landmark* name = up >= 0 ? mark(static_cast<Index>(up)) : nullptr;
      if (title.title || name || (up >= 0 && word(static_cast<Index>(up)).upos == "PROPN")) return false;
      return preposition == "of" && up >= 0 && word(static_cast<Index>(up)).upos == "NOUN" &&
             knowledge_.verbs.contains(governing);
    }
    return !preposition.empty();
  }
  return true;
}

void PhraseReader::country(Landmark& mark) {
  if (mark.pair) return;  // see plural_nominals.h
  if (mark.kind == Landmark::Kind::region && mark.form != CountryForm::capital) return;
  if (mark.kind == Landmark::Kind::region) return;
  Draft draft;
  draft.kind = ActorKind::country;
  draft.country = mark.country;
  draft.name = knowledge_.directory.countries().name(mark.country);
  const Index head = head_of(sentence_, mark.first, mark.last);
  Index first = mark.first;
  switch (mark.form) {
    case CountryForm::adjective: {
      const bool noun = word(mark.last).upos == "NOUN" || word(mark.last).upos == "PROPN";
      Index first_adjective = head;  // "Palestinian and French proposals"
      if (word(head).relation == "conj" && word(head).head >= 0 && word(head).upos == "ADJ" &&
          word(static_cast<Index>(word(head).head)).relation == "amod")
        first_adjective = static_cast<Index>(word(head).head);
      const std::int32_t up = word(first_adjective).head;
      const bool before =
          up > static_cast<std::int32_t>(head) &&
          (first_adjective != head || word(head).relation == "amod" || word(head).relation == "compound" ||
           word(head).relation == "nmod:poss" || word(head).relation == "nmod:desc");
      if (noun && !before && knowledge_.directory.countries().find(mark.text).size() > 0 &&
          (mark.text == "U.S." || mark.text == "US" || mark.text == "UK" || mark.text == "U.K." || mark.text == "USA" ||
           mark.text == "Kosovo" || mark.text == "Taiwan" || mark.text == "Hong Kong")) {
        draft.form = MentionForm::name;  // "the U.S. said"
        if (!does(head)) return;
        break;
      }
      if (!before) {
        if (noun && word(mark.last).name == NameType::GPE) {
          draft.form = MentionForm::name;
          if (!does(head)) return;
          break;
        }
        people(mark, head);
        return;
      }
      draft.form = MentionForm::adjective;
      draft.basis = ActorBasis::adjective;
      break;
    }
    case CountryForm::demonym:
      people(mark, head);
      return;
    case CountryForm::name:
      if (taken_[mark.last] && mark.used) return;
      if (!does(head)) return;
      if (mark.last + 1 < sentence_.words.size() && mark.last > 0 && word(mark.first).name == NameType::ORG &&
          mark.text != "North" && mark.text != "South")
        return;
      draft.form = MentionForm::name;
      break;
    case CountryForm::capital:
    case CountryForm::metonym: {
      if (taken_[mark.last]) return;
      const Word& here = word(head);
      std::string_view relation = here.relation;
      std::int32_t up = here.head;
      for (int steps = 0; relation == "conj" && up >= 0 && steps < 20; ++steps) {
        relation = word(static_cast<Index>(up)).relation;
        up = word(static_cast<Index>(up)).head;
      }
      if (!does(head)) return;
      const std::string governing = up >= 0 ? lower(word(static_cast<Index>(up)).lemma) : std::string();
      const auto verb = knowledge_.verbs.find(governing);
      const bool subject = relation == "nsubj" || relation == "nmod:poss" || relation == "obj" || relation == "iobj" ||
                           relation == "obl:agent" || relation == "obl" || relation == "nmod" ||
                           relation == "nsubj:pass";
      // A town seldom is the subject of a verb of doing; what towns do is listed.
      const bool doer =
          relation == "nsubj" && up >= 0 && word(static_cast<Index>(up)).upos == "VERB" && !in(kTownsDo, governing);
      if (!subject || (!doer && verb == knowledge_.verbs.end() && mark.form == CountryForm::capital)) return;
      draft.form = MentionForm::metonym;
      draft.sector = "GOV";
      if (mark.text == "Brussels") {  // speaks for the Union, hardly ever for Belgium
        draft.country = "EUR";
        draft.name = "European Union";
      }
      break;
    }
  }
  if (first > 0 && word(first - 1).upos == "DET" && draft.form != MentionForm::adjective) --first;
  place_in_sentence(draft, first, mark.last, head);
  drafts_.push_back(std::move(draft));
}

// "Four Saudis", "the Iraqis": people of a country.
void PhraseReader::people(const Landmark& mark, Index head) {
  if (taken_[head]) return;
  const std::int32_t up = word(head).head;
  if (up > static_cast<std::int32_t>(head) && (word(head).relation == "amod" || word(head).relation == "compound"))
    return;
  Draft draft;
  draft.form = MentionForm::nominal;
  draft.kind = ActorKind::group;
  draft.country = mark.country;
  draft.sector = "CVL";
  draft.people = true;
  draft.plural = word(head).feats.find("Number=Plur") != std::string_view::npos || mark.text.ends_with("s") ||
                 mark.text.ends_with("men");
  draft.role = "people";
  draft.basis = ActorBasis::adjective;
  const WordRange phrase = full_phrase(sentence_, number_, head);
  draft.definite = word(phrase.first).lemma == "the";
  if (draft.definite && draft.plural) draft.sector.clear();  // "the Russians" may be the government
  draft.name = surface(report_, sentence_, phrase.first, phrase.last);
  place_in_sentence(draft, phrase.first, phrase.last, head);
  drafts_.push_back(std::move(draft));
}

}  // namespace wireroom
