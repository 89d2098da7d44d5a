// The order in which the phrases of a sentence are read: names of persons first, with the titles before them; then
// nouns for doers, right to left, so that the longest title is taken; then bodies, countries and pronouns.
#include "actor/phrase_reader.h"

#include <algorithm>
#include <array>

#include "actor/noun_phrase.h"
#include "base/unicode.h"

namespace wireroom {

PhraseReader::PhraseReader(const ActorKnowledge& knowledge, const Report& report, const Sentence& sentence,
                           Index number, const ReportFacts& facts)
    : knowledge_(knowledge),
      report_(report),
      sentence_(sentence),
      number_(number),
      marks_(landmarks(knowledge, report, sentence, number, facts)),
      mark_at_(sentence.words.size(), -1),
      taken_(sentence.words.size(), false) {
  for (std::size_t i = 0; i < marks_.size(); ++i)
    for (Index at = marks_[i].first; at <= marks_[i].last; ++at) mark_at_[at] = static_cast<std::int32_t>(i);
}

std::vector<Draft> PhraseReader::read() {
  for (Landmark& mark : marks_)
    if (mark.kind == Landmark::Kind::person) person(mark);
  for (Index at = static_cast<Index>(sentence_.words.size()); at-- > 0;) nominal(at);
  for (Landmark& mark : marks_)
    if (mark.kind == Landmark::Kind::body) body(mark);
  for (Landmark& mark : marks_)
    if (mark.kind == Landmark::Kind::country || mark.kind == Landmark::Kind::region) country(mark);
  for (Index at = 0; at < sentence_.words.size(); ++at) pronoun(at);
  std::stable_sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  apposition();
  return std::move(drafts_);
}

void PhraseReader::place_in_sentence(Draft& draft, Index first, Index last, Index head) const {
  draft.words = {number_, first, last, head};
  draft.span = {word(first).span.begin, word(last).span.end};
  draft.subject = std::string_view(word(governed_word(sentence_, draft.words)).relation).starts_with("nsubj");
}

// The title that stands before a name, directly or with what it is a title of between them: "U.S. Ambassador to the
// United Nations Nikki Haley".
PhraseReader::TitleAt PhraseReader::title_before(Index name) const {
  if (name == 0) return {};
  Index before = name - 1;
  if (word(before).form == "\"" && before > 0) --before;
  const Landmark* of = mark(before);
  const bool known = of && of->last == before && (of->kind == Landmark::Kind::country || of->entry);
  if (!known || of->form == CountryForm::adjective) return title_ending(before);
  Index at = of->first;
  if (at > 0 && word(at - 1).upos == "DET") --at;
  static constexpr std::array<std::string_view, 4> kLinks = {"of", "to", "for", "at"};
  if (at < 2 || !in(kLinks, word(at - 1).lemma)) return of->entry ? TitleAt{} : title_ending(before);
  const TitleAt title = title_ending(at - 2);
  if (!title.title || title.title->kind != ActorKind::person) return {};
  return title;
}

// What a title before a name says of its bearer; behind it or behind the name may stand what it is a title of.
void PhraseReader::title_of(const TitleAt& title, Index name, Index last, Index begin, Draft& draft) {
  Beside found = beside(begin, title, title.last + 1 < name ? name - 1 : title.last);
  if (last + 2 < sentence_.words.size() && word(last + 1).lemma == "of")
    behind({title.title, title.first, last}, std::min<Index>(last + 3, static_cast<Index>(sentence_.words.size()) - 1),
           found);
  apply(found, title, draft);
  draft.office = office_words(found, title);
  draft.loose = title.title->honorific;
}

// "The BBC's Laura Bicker", "Germany's Angela Merkel": whose somebody is, which says less than a title.
void PhraseReader::owner_of_name(Index name, Draft& draft) {
  if (name < 2 || !is_possessive_mark(word(name - 1))) return;
  Landmark* of = mark(name - 2);
  if (!of || of->last != name - 2 || not_of(*of)) return;
  if (of->kind == Landmark::Kind::country && of->form == CountryForm::name) {
    draft.country = of->country;
    draft.ambiguous = of->ambiguous;
    draft.basis = ActorBasis::adjective;
  } else if (of->kind == Landmark::Kind::body) {
    if (of->entry) {
      draft.country = of->entry->country;
      draft.sector = of->entry->sector;
      draft.sector2 = of->entry->sector2;
      draft.body = of->entry->name;
    } else {
      describe_body(*of, draft);
      draft.role.clear();
      draft.institution = false;
    }
    draft.loose = true;
    if (!draft.country.empty() || !draft.sector.empty()) draft.basis = ActorBasis::organisation;
  }
}

void PhraseReader::person(Landmark& mark) {
  Index first = mark.first, last = mark.last;
  while (last > first && is_possessive_mark(word(last))) --last;
  // Titles that the recogniser took into the name.
  Index name = first;
  for (Index at = first; at < last; ++at)
    if (const TitleAt title = title_ending(at); title.title && title.first == name && word(at).upos != "ADJ")
      name = at + 1;
  if (const TitleAt all = title_ending(last); all.title && all.first <= name) {  // "the King", "Gen." are no names
    for (Index at = mark.first; at <= mark.last; ++at) mark_at_[at] = -1;
    return;
  }
  Draft draft;
  draft.form = MentionForm::name;
  draft.kind = ActorKind::person;
  draft.name = surface(report_, sentence_, name, last);
  const TitleAt title = title_before(name);
  const Index head = head_of(sentence_, name, last);
  Index begin = edge(title.title ? title.first : name, last);
  if (title.title) {
    title_of(title, name, last, begin, draft);
    for (Index at = begin; at < name; ++at) taken_[at] = true;
  } else {
    owner_of_name(name, draft);
    // "Slovak Robert Fico", "ex-president" and the like without a known title: adjectives still tell the country.
    for (Index at = name; at-- > begin && draft.basis == ActorBasis::none;)
      if (Landmark* here = this->mark(at); here && here->kind == Landmark::Kind::country && !not_of(*here)) {
        if (here->form == CountryForm::adjective || here->form == CountryForm::demonym)
          draft.country = here->country, here->used = true;
        draft.basis = ActorBasis::adjective;
      }
    if (last + 2 < sentence_.words.size() && (word(last + 1).lemma == "of")) {
      Beside found;
      Title none;
      behind({&none, last, last}, std::min<Index>(last + 3, static_cast<Index>(sentence_.words.size()) - 1), found);
      if (found.country && found.country->form == CountryForm::name)
        draft.country = found.country->country, draft.basis = ActorBasis::title;
    }
    begin = name;
    while (begin > 0 && word(begin - 1).upos != "DET" && begin - 1 >= edge(name, last) &&
           hangs_on(sentence_, begin - 1, name, last))
      --begin;
    if (begin > 0 && begin < name && word(begin - 1).upos == "DET") --begin;  // "the Taliban's Baradar"
  }
  if (name > 0) {
    const std::string address = lower(word(name - 1).form);
    if (address == "mr." || address == "mr") draft.gender = Gender::man;
    if (address == "mrs." || address == "ms." || address == "mrs" || address == "ms") draft.gender = Gender::woman;
  }
  if (draft.gender == Gender::unknown) {
    const auto known = knowledge_.first_names.find(word(name).form);
    if (name < last && known != knowledge_.first_names.end())
      draft.gender = known->second ? Gender::woman : Gender::man;
  }
  place_in_sentence(draft, begin, last, head);
  for (Index at = mark.first; at <= mark.last; ++at) taken_[at] = true;
  mark.used = true;
  drafts_.push_back(std::move(draft));
}

// "of Britain, France and Germany": the tree's phrase ends at the comma.
PhraseReader::Index PhraseReader::end_of_list(Index last) const {
  const auto size = static_cast<Index>(sentence_.words.size());
  while (mark(last) && mark(last)->kind == Landmark::Kind::country && mark(last)->form == CountryForm::name) {
    Index next = last + 1;
    if (next < size && word(next).form == ",") ++next;
    if (next < size && word(next).upos == "CCONJ") ++next;
    if (next < size && word(next).upos == "DET") ++next;
    if (next == last + 1 || next >= size) break;
    const Landmark* here = mark(next);
    if (!here || here->kind != Landmark::Kind::country || here->form != CountryForm::name) break;
    if (here->last + 1 < size && (is_possessive_mark(word(here->last + 1)) || word(here->last + 1).upos == "VERB"))
      break;
    last = here->last;
  }
  return last;
}

// "With leaders from Israel", where the tree hangs "from Israel" on the verb: the last word of the land's name.
PhraseReader::Index PhraseReader::end_of_origin(Index begin, Index at) const {
  const auto size = static_cast<Index>(sentence_.words.size());
  if (begin == 0 || word(begin - 1).upos != "ADP" || at + 2 >= size || word(at + 1).lemma != "from") return at;
  const Index next = word(at + 2).upos == "DET" ? at + 3 : at + 2;
  const Landmark* here = next < size ? mark(next) : nullptr;
  const bool land = here && here->kind == Landmark::Kind::country && here->form == CountryForm::name;
  return land && word(at).upos == "NOUN" ? here->last : at;
}

// "the Obama administration", "the Trump campaign": the name before the title.
void PhraseReader::owner(Index begin, Index title, Draft& draft) const {
  if (title == 0 || draft.institution == false) return;
  Index first = title;
  while (first > begin && word(first - 1).upos == "PROPN" &&
         (!mark(first - 1) || mark(first - 1)->kind == Landmark::Kind::person ||
          (mark(first - 1)->kind == Landmark::Kind::body && !mark(first - 1)->entry)))
    --first;
  if (first < title) draft.owner = surface(report_, sentence_, first, title - 1);
}

// "Stand guard", "in front of": the noun is part of a verb or preposition. "The St. Louis Cardinals" are a team.
bool PhraseReader::names_nobody(Index at, const Title& title) const {
  if (word(at).lemma == "front" && at > 0 && at + 1 < sentence_.words.size() && word(at - 1).lemma == "in" &&
      word(at + 1).lemma == "of")
    return true;
  if (title.sector == "REL" && word(at).xpos == "NNPS") return true;
  if (at == 0) return false;
  const std::int32_t up = word(at).head;
  if (up < 0 || up >= static_cast<std::int32_t>(at) || word(static_cast<Index>(at - 1)).upos == "DET") return false;
  const std::string& verb = word(static_cast<Index>(up)).lemma;
  return word(at).lemma == "guard" && (verb == "stand" || verb == "mount" || verb == "keep");
}

void PhraseReader::nominal(Index at) {
  if (taken_[at]) return;
  const Landmark* here = mark(at);
  if (here && !(here->kind == Landmark::Kind::body && !here->entry && here->last == at)) return;
  const bool counterpart = word(at).lemma == "counterpart" && word(at).upos == "NOUN";
  TitleAt title = title_ending(at);
  static const Title kCounterpart;
  if (counterpart) title = {&kCounterpart, at, at};
  if (!title.title) return;
  if (names_nobody(at, *title.title)) return;
  // A title before another one or before a name is part of that phrase ("army spokesman", "police station").
  const Word& end = word(at);
  const bool modifies =
      end.relation == "compound" || end.relation == "amod" || end.relation == "nmod:desc" || end.relation == "flat";
  const bool of_verb =
      end.head >= 0 && word(static_cast<Index>(end.head)).feats.find("VerbForm=Fin") !=
                           std::string_view::npos;  // "Myanmar's military seized": a slip of the parser
  if (modifies && !of_verb && end.head > static_cast<std::int32_t>(at)) {
    const Word& head = word(static_cast<Index>(end.head));
    const bool act = title.title->kind != ActorKind::person && head.upos == "NOUN" &&
                     !title_ending(static_cast<Index>(end.head)).title;
    if (!act || !title.title->institution) return;
  }
  const WordRange phrase = full_phrase(sentence_, number_, at);
  const Index begin = std::min(edge(title.first, at), title.first);
  const Index end_of_phrase = modifies ? at : std::max({phrase.last, at, end_of_origin(begin, at)});
  Beside found = beside(begin, title, modifies ? at : end_of_list(end_of_phrase));
  Draft draft;
  draft.form = MentionForm::nominal;
  draft.kind = title.title->kind;
  apply(found, title, draft);
  if (counterpart) draft.counterpart = true, draft.role = "counterpart";
  draft.office = title.title->kind == ActorKind::person ? office_words(found, title) : std::string();
  draft.plural = title.title->many || end.feats.find("Number=Plur") != std::string_view::npos || end.xpos == "NNS" ||
                 end.xpos == "NNPS";
  draft.collective = title.title->kind == ActorKind::organisation || knowledge_.collectives.contains(end.lemma);
  if (end.feats.find("Number=Plur") != std::string_view::npos) draft.collective = false;
  draft.predicate = is_copular(at);
  const Word& front = word(begin);
  draft.indefinite = front.lemma == "a" || front.lemma == "an" || front.lemma == "another" || front.lemma == "one";
  draft.definite = front.lemma == "the" || front.lemma == "this" || front.lemma == "that" || front.upos == "PRON";
  draft.pointing = front.lemma == "those" || front.lemma == "these" || front.form == "those" || front.form == "these";
  draft.definite = draft.definite || draft.pointing;
  for (Index i = begin; i < title.first; ++i) draft.definite = draft.definite || is_possessive_mark(word(i));
  owner(begin, title.first, draft);
  if (!draft.owner.empty()) draft.definite = true;
  const bool backed = draft.country.empty() && found.more_countries.empty();
  draft.general = title.title->general;
  if (title.title->general && !draft.pointing && !owned(at) && (backed || (found.place_only && !found.country))) return;
  if (draft.role == "party" && draft.plural && draft.country.empty()) return;  // "the parties to the talks"
  if (title.title->country && (!draft.definite || !draft.country.empty() || draft.plural)) return;
  if (title.title->neutral && draft.country.empty() && draft.sector.empty() && !draft.definite && !counterpart) return;
  if (title.title->kind != ActorKind::person && draft.institution && !draft.plural && front.lemma == "no") return;
  Index last = modifies ? at : phrase.last;
  draft.name = surface(report_, sentence_, begin, last);
  place_in_sentence(draft, begin, last, at);
  for (Index i = begin; i <= at; ++i) taken_[i] = true;
  if (here) marks_[static_cast<std::size_t>(mark_at_[at])].used = true;
  const Draft pattern = draft;
  drafts_.push_back(std::move(draft));
  for (const Landmark* country : found.more_countries) {  // "the foreign ministers of Russia and Iran"
    Draft other = pattern;
    other.country = country->country;
    other.plural = false;
    const Index first =
        country->first > 0 && word(country->first - 1).upos == "DET" ? country->first - 1 : country->first;
    other.name = pattern.office.empty() ? pattern.name : pattern.office + " of " + country->text;
    place_in_sentence(other, first, country->last, head_of(sentence_, country->first, country->last));
    marks_[static_cast<std::size_t>(mark_at_[country->first])].used = true;
    drafts_.push_back(std::move(other));
  }
}

void PhraseReader::body(Landmark& mark) {
  if (mark.used && taken_[mark.last]) return;
  if (taken_[mark.last]) return;
  Draft draft;
  draft.form = MentionForm::name;
  draft.kind = ActorKind::organisation;
  draft.name = mark.text;
  if (draft.name.starts_with("the ") || draft.name.starts_with("The ")) draft.name = draft.name.substr(4);
  const Index head = head_of(sentence_, mark.first, mark.last);
  Index begin = edge(mark.first, mark.last);
  std::string before;
  for (Index at = mark.first; at-- > begin;)
    if (Landmark* here = this->mark(at); here && at == here->last && !not_of(*here)) {
      if (before.empty() && here->kind == Landmark::Kind::country) before = here->country;
      here->used = here->kind != Landmark::Kind::country || here->form == CountryForm::adjective ? here->used : true;
    }
  if (mark.entry) {
    draft.entry = mark.entry;
    draft.kind = mark.entry->kind;
    draft.country = mark.entry->country;
    draft.sector = mark.entry->sector;
    draft.sector2 = mark.entry->sector2;
    draft.basis = ActorBasis::organisation;
    const auto uses = knowledge_.directory.countries().find(draft.name);
    if (!uses.empty() && uses[0].form == CountryForm::metonym) {
      draft.form = MentionForm::metonym;
      if (!does(head)) return;  // "at the Kremlin", "outside the White House"
    }
    if (draft.sector == "PRE" && !does(head)) return;  // "the recognition of Abkhazia": a land
    const bool state = draft.country.size() == 3 && draft.country != "UNO" && draft.country != "EUR" &&
                       draft.country != "IGO" && draft.country != "NGO" && draft.country != "IMG" &&
                       draft.country != "MNC" && draft.country != "ISM";
    if (state && !before.empty() && before != draft.country) {  // "the Indian Congress", "Brazil's Senate"
      draft.country = before;
      draft.entry.reset();
      if (title_ending(mark.last).title) describe_sector(title_ending(mark.last), draft);
      draft.basis = ActorBasis::adjective;
    }
  } else {
    describe_body(mark, draft);
    if (draft.country.empty() && !before.empty()) {
      draft.country = before;
      draft.basis = ActorBasis::adjective;
    } else if (!draft.sector.empty() || !draft.country.empty()) {
      draft.basis = ActorBasis::organisation;
    }
  }
  Index last = mark.last;
  if (begin > mark.first) begin = mark.first;
  place_in_sentence(draft, begin, last, head);
  for (Index at = mark.first; at <= mark.last; ++at) taken_[at] = true;
  drafts_.push_back(std::move(draft));
}

void PhraseReader::pronoun(Index at) {
  const Word& here = word(at);
  if (here.upos != "PRON") return;
  static constexpr std::array<std::string_view, 21> kPronouns = {
      "he",     "she",        "him", "her", "his",    "hers", "himself", "herself", "they", "them", "their",
      "theirs", "themselves", "it",  "its", "itself", "who",  "whom",    "whose",   "that", "which"};
  const std::string form = lower(here.form);
  if (!in(kPronouns, form)) return;
  if (here.relation == "expl") return;
  const bool relative = form == "who" || form == "whom" || form == "whose" || form == "that" || form == "which";
  if (relative && here.feats.find("PronType=Rel") == std::string_view::npos) return;
  Draft draft;
  draft.form = MentionForm::pronoun;
  draft.name = relative ? "who" : form;
  draft.plural = form.starts_with("the");
  if (form == "he" || form == "him" || form == "his" || form == "himself") draft.gender = Gender::man;
  if (form == "she" || form == "her" || form == "hers" || form == "herself") draft.gender = Gender::woman;
  place_in_sentence(draft, at, at, at);
  drafts_.push_back(std::move(draft));
}

std::vector<Draft> drafts_of(const ActorKnowledge& knowledge, const Report& report, const Sentence& sentence,
                             std::uint32_t number, const ReportFacts& facts) {
  return PhraseReader(knowledge, report, sentence, number, facts).read();
}

}  // namespace wireroom
