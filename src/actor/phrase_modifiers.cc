// What a phrase says of the one it names: "Russian Foreign Ministry spokeswoman Maria Zakharova" is a person, of
// Russia, GOV, by her title. The title decides the sector, unless it is neutral ("spokeswoman", "commander"): then the
// body or group beside it does. The country is that of the body of a neutral title, else of the nearest adjective or
// possessor; "U.S.-backed" and "pro-Russian" are no such adjectives.
#include <algorithm>
#include <array>

#include "actor/noun_phrase.h"
#include "actor/phrase_reader.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 17> kFormer = {
    "former",   "ex",       "ousted",   "deposed", "onetime", "disgraced", "exiled",    "toppled", "jailed",
    "sometime", "one-time", "fugitive", "fallen",  "retired", "impeached", "erstwhile", "expelled"};
constexpr std::array<std::string_view, 27> kNotOf = {
    "backed",    "led",      "allied",   "aligned",  "supported",    "sponsored", "trained",
    "funded",    "armed",    "brokered", "mediated", "administered", "occupied",  "controlled",
    "held",      "made",     "friendly", "inspired", "linked",       "owned",     "born",
    "dominated", "supplied", "built",    "imposed",  "run",          "affiliated"};
constexpr std::array<std::string_view, 5> kAgainst = {"pro", "anti", "non", "counter", "ex"};
constexpr std::array<std::string_view, 10> kWomanWords = {"queen",      "princess",      "spokeswoman", "congresswoman",
                                                          "chairwoman", "businesswoman", "policewoman", "mrs.",
                                                          "ms.",        "first lady"};
constexpr std::array<std::string_view, 9> kManWords = {
    "king", "prince", "spokesman", "congressman", "chairman", "businessman", "policeman", "mr.", "sultan"};

}  // namespace

std::string PhraseReader::title_key(Index first, Index last, std::string_view last_word) const {
  std::string key = first == last ? std::string() : lower(surface(report_, sentence_, first, last - 1));
  if (first < last && (word(last).span.begin > word(last - 1).span.end)) key += ' ';
  key += last_word;
  return key;
}

// The longest title that ends at a word.
PhraseReader::TitleAt PhraseReader::title_ending(Index last) const {
  const Word& end = word(last);
  // "the military" is often tagged as the adjective that it is elsewhere.
  const bool as_noun = end.upos == "ADJ" && ((begins_upper(end.form) && last > 0) ||
                                             (end.relation != "amod" && end.relation != "compound" &&
                                              end.relation != "conj" && last > 0 && !is_copular(last)));
  if (end.upos != "NOUN" && end.upos != "PROPN" && !as_noun) return {};
  std::vector<std::string> ends{lower(end.lemma), lower(end.form)};
  const std::string form = ends[1];  // a copy: `ends` grows below
  if (is_former(form)) ends = {ends[0].substr(is_former(ends[0]) ? 3 : 0), form.substr(3)};
  if (form.ends_with("men")) ends.push_back(form.substr(0, form.size() - 3) + "man");
  if (form.ends_with("ies"))
    ends.push_back(form.substr(0, form.size() - 3) + "y");
  else if (form.ends_with("s"))
    ends.push_back(form.substr(0, form.size() - 1));
  const Index most = std::min<Index>(last + 1, Titles::kMostWords);
  for (Index words = most; words > 0; --words) {
    const Index first = last + 1 - words;
    if (words > 1 && mark(first) && mark(first)->kind != Landmark::Kind::body &&
        mark(first)->kind != Landmark::Kind::country)
      continue;
    for (const std::string& ending : ends)
      if (const Title* title = knowledge_.titles.find(title_key(first, last, ending)); title)
        return {title, first, last};
  }
  return {};
}

// "He is military": said of a subject by a copula.
bool PhraseReader::is_copular(Index at) const {
  for (Index i = sentence_.child_begin[at]; i < sentence_.child_begin[at + 1]; ++i)
    if (word(sentence_.child_list[i]).relation == "cop") return true;
  return false;
}

// Whether a possessor stands before a title: "its 13,000 soldiers".
bool PhraseReader::owned(Index title) const {
  for (Index i = sentence_.child_begin[title]; i < sentence_.child_begin[title + 1]; ++i)
    if (word(sentence_.child_list[i]).relation == "nmod:poss" && sentence_.child_list[i] < title) return true;
  return false;
}

bool PhraseReader::not_of(const Landmark& mark) const {  // "U.S.-backed", "pro-Russian"
  if (mark.last + 2 < sentence_.words.size() && is_hyphen(word(mark.last + 1)) && in(kNotOf, word(mark.last + 2).form))
    return true;
  // "U.S. backed rebels", but "Russian armed forces" are of Russia
  if (mark.last + 1 < sentence_.words.size() && in(kNotOf, word(mark.last + 1).form) &&
      word(mark.last + 1).form != "armed" && word(mark.last + 1).relation == "amod")
    return true;
  if (mark.first < 2 || !is_hyphen(word(mark.first - 1))) return false;
  return in(kAgainst, lower(word(mark.first - 2).form));
}

PhraseReader::Index PhraseReader::edge(Index start, Index end) const {
  return left_edge(sentence_, start, end, [&](Index at) {
    const Landmark* here = mark(at);
    if (!here || here->kind == Landmark::Kind::person) return false;
    if (here->kind == Landmark::Kind::body) return here->last + 1 == start || at < here->last;
    return here->kind == Landmark::Kind::country && here->form == CountryForm::adjective && here->last + 1 <= start &&
           at + 1 == start;
  });
}

PhraseReader::Beside PhraseReader::beside(Index begin, const TitleAt& at, Index end) {
  Beside found;
  found.former = is_former(word(at.first).form);
  for (Index i = at.first; i-- > begin;) {
    found.former = found.former || is_former(word(i).form);
    if (in(kFormer, lower(word(i).form))) found.former = true;
    Landmark* here = mark(i);
    if (!here || i != here->last) continue;
    here->used = true;
    if (not_of(*here)) {
      if (here->kind == Landmark::Kind::country && word(std::min(here->last + 2, at.first)).form == "led")
        found.leader = here;
      continue;
    }
    if (here->kind == Landmark::Kind::body && !found.body)
      found.body = here;
    else if (here->kind == Landmark::Kind::country && !found.country)
      found.country = here;
    else if (here->kind == Landmark::Kind::region && !found.region)
      found.region = here;
  }
  if (at.first > begin) {
    Index inner = at.first - 1;
    if (inner > begin && is_possessive_mark(word(inner))) --inner;  // "the rebels' commander"
    found.inner = title_ending(inner);
    if (found.inner.title && inner + 1 < at.first && !found.inner.title->rebel) found.inner = {};
    if (found.inner.title && mark(inner) && mark(inner)->kind == Landmark::Kind::country) found.inner = {};
  }
  behind(at, end, found);
  return found;
}

void PhraseReader::behind(const TitleAt& at, Index end, Beside& found) {
  std::string_view preposition;
  for (Index i = at.last + 1; i <= end && i < sentence_.words.size(); ++i) {
    if (word(i).upos == "ADP") {
      if (preposition.empty())
        preposition = word(i).lemma;
      else if (word(i).lemma == "in" && in(kPlaceWords, preposition))
        preposition = "in";  // "workers at a plant in Germany"
      else if (in(kPlaceWords, word(i).lemma) || word(i).lemma == "to")
        return;
    }
    if (preposition.empty()) return;
    // "The envoy for Yemen" is sent there.
    if (preposition == "for" && at.title && at.title->envoy) return;
    // "Withdrew its soldiers from Afghanistan": not of there.
    if (preposition == "from" && at.first > 0 && owned(at.last)) return;
    const bool of = preposition == "of" || preposition == "for" || preposition == "from" || preposition == "at" ||
                    preposition == "with";
    const bool place = in(kPlaceWords, preposition);
    if (!of && !place) return;
    if (of && !found.inner.title && !found.body) {
      const TitleAt inner = title_ending(i);
      const bool of_church = inner.title && inner.title->sector == "REL" && at.title && at.title->family == "minister";
      if (inner.title && at.title && ((inner.first == i && at.title->neutral) || of_church)) found.inner = inner;
    }
    Landmark* here = mark(i);
    if (!here || i != here->first) continue;
    if (here->kind == Landmark::Kind::person) return;
    if (not_of(*here)) continue;
    if (of && preposition != "with") {
      if (here->kind == Landmark::Kind::body && !found.body) found.body = here, here->used = true;
      if (here->kind == Landmark::Kind::country) {
        if (here->pair) {  // "the leaders of the two Koreas"
          found.both = true;
        } else if (!found.country)
          found.country = here, here->used = true;
        else if (here->form == CountryForm::name && preposition != "with" && !found.body)
          found.more_countries.push_back(here);
      }
      if (here->kind == Landmark::Kind::region && !found.region) found.region = here, here->used = true;
    } else if (place && (here->kind == Landmark::Kind::country || here->kind == Landmark::Kind::region) &&
               !found.region) {
      found.region = here;
      found.place_only = true;
    }
  }
}

void PhraseReader::apply(const Beside& beside, const TitleAt& at, Draft& draft) {
  const Title& title = *at.title;
  draft.role = title.family;
  draft.body = title.body;
  draft.sector = title.sector;
  draft.sector2 = title.sector2;
  draft.institution = title.institution;
  draft.others = title.others;
  draft.head = title.head;
  draft.people = title.people;
  draft.neutral = title.neutral;
  draft.former = beside.former;
  draft.official = title.official;
  draft.anywhere = title.anywhere || beside.both;
  draft.about = title.about;
  const Entry* body = beside.body && beside.body->entry ? &*beside.body->entry : nullptr;
  const bool international = body && (body->country == "UNO" || body->country == "EUR" || body->country == "IGO");
  if (beside.body && draft.body.empty()) draft.body = body ? body->name : beside.body->text;
  std::string body_country, body_sector;
  if (body) {
    body_country = body->country;
    body_sector = body->sector;
  } else if (beside.body) {
    Draft inner;
    describe_body(*beside.body, inner);
    body_country = inner.country;
    body_sector = inner.sector;
  }
  if (body && (title.neutral || title.official) && !title.about) {
    draft.sector = body_sector;
    draft.sector2 = body->sector2;
  } else if (title.neutral && !title.about) {
    if (beside.inner.title && !beside.inner.title->neutral) {
      draft.sector = beside.inner.title->sector;
      draft.sector2 = beside.inner.title->sector2;
      if (draft.body.empty()) draft.body = beside.inner.title->body;
    } else if (!body_sector.empty()) {
      draft.sector = body_sector;
    } else if (draft.sector.empty() && (beside.country || beside.region) && (title.state || draft.role == "leader")) {
      draft.sector = "GOV";
    }
  }
  if (body && title.rebel && body_sector == "PRM") draft.sector = "PRM";
  // "The Houthi military spokesman", "Houthi gunmen", "an Amnesty researcher", "a minister of the Methodist church"
  const bool armed = body_sector == "REB" || body_sector == "UAF" || body_sector == "PRM" || body_sector == "CRM";
  if (((title.sector == "MIL" && body_sector != "PRM") || title.sector == "UAF") && armed) draft.sector = body_sector;
  if (title.sector == "EDU" && title.anywhere && body) draft.sector = body_sector;
  const bool church = body_sector == "REL" || (beside.inner.title && beside.inner.title->sector == "REL");
  if (church && title.family == "minister") draft.sector = "REL";
  const bool sent = title.envoy && beside.country;  // "North Korea's UN ambassador"
  if ((title.neutral || international || title.peacekeeper) && !sent && !body_country.empty() &&
      !(title.neutral && !body && beside.country)) {
    draft.country = body_country;
    draft.basis = ActorBasis::organisation;
  } else if (beside.country) {
    draft.country = beside.country->country;
    draft.ambiguous = beside.country->ambiguous;
    draft.basis = title.kind == ActorKind::person ? ActorBasis::title : ActorBasis::adjective;
  } else if (!body_country.empty()) {
    draft.country = body_country;
    draft.basis = ActorBasis::organisation;
  } else if (beside.region) {
    draft.country = beside.region->country;
    draft.basis = ActorBasis::title;
  } else if (title.peacekeeper) {
    draft.country = "UNO";
    draft.basis = ActorBasis::title;
  } else if (beside.leader && title.coalition) {  // "the Saudi-led coalition"
    draft.country = beside.leader->country;
    draft.sector = "MIL";
    draft.basis = ActorBasis::adjective;
  }
  if (draft.basis == ActorBasis::none && !draft.sector.empty()) draft.basis = ActorBasis::title;
  if (draft.former && draft.role != "soldier" && title.kind == ActorKind::person && draft.sector != "REB" &&
      draft.sector != "CRM") {
    draft.sector2 = draft.sector == "GOV" ? std::string() : draft.sector;
    draft.sector = "ELI";
  }
  const std::string words = lower(surface(report_, sentence_, at.first, at.last));
  for (const std::string_view mark_word : kWomanWords)
    if (words.find(mark_word) != std::string::npos) draft.gender = Gender::woman;
  for (const std::string_view mark_word : kManWords)
    if (draft.gender == Gender::unknown && words.find(mark_word) != std::string::npos) draft.gender = Gender::man;
}

std::string PhraseReader::office_words(const Beside& beside, const TitleAt& at) const {
  Index first = at.first;
  if (beside.inner.title && beside.inner.last + 1 == at.first) first = beside.inner.first;
  if (beside.body && beside.body->last + 1 == at.first) first = beside.body->first;
  std::string text = surface(report_, sentence_, first, at.last);
  if (beside.body && beside.body->first > at.last) text = surface(report_, sentence_, first, beside.body->last);
  if (beside.former) text = "former " + text;
  return text;
}

// A body that the directory does not know: the class of its head word, and the country in its name.
void PhraseReader::describe_body(const Landmark& mark, Draft& draft) const {
  // "The UN Mission in Libya" is the world body's.
  const Index name = word(mark.first).upos == "DET" && mark.first < mark.last ? mark.first + 1 : mark.first;
  for (Index last = std::min<Index>(mark.last, name + 1) + 1; last-- > name && draft.country.empty();)
    if (const auto parent = knowledge_.directory.organisation(surface(report_, sentence_, name, last), {}))
      if (parent->country == "UNO" || parent->country == "EUR" || parent->country == "IGO")
        draft.country = parent->country;
  const bool international = !draft.country.empty();
  TitleAt title = title_ending(mark.last);
  if (!title.title || title.title->kind == ActorKind::person)
    title = title_ending(head_of(sentence_, mark.first, mark.last));
  if (!title.title || title.title->kind == ActorKind::person) title = title_ending(mark.first);
  const bool known = title.title && title.title->kind != ActorKind::person;
  for (Index at = mark.first; at <= mark.last; ++at) {
    for (Index last = std::min<Index>(mark.last, at + 3) + 1; last-- > at;) {
      const auto uses = knowledge_.directory.countries().find(surface(report_, sentence_, at, last));
      // "Jordan Brand" is named after a man, the Jordan Customs after the land.
      if (uses.empty() || (!known && mark.first < mark.last && uses[0].ambiguous && uses[0].form == CountryForm::name))
        continue;
      if (draft.country.empty() && uses[0].form != CountryForm::metonym) draft.country = uses[0].code;
    }
  }
  if (known) {
    draft.sector = title.title->sector;
    draft.sector2 = title.title->sector2;
    draft.institution = title.title->institution;
    draft.role = title.title->family;
  }
  if (international && draft.sector == "GOV" && draft.country != "EUR") draft.sector.clear();
}

void PhraseReader::describe_sector(const TitleAt& title, Draft& draft) {
  draft.sector = title.title->sector;
  draft.sector2 = title.title->sector2;
}

}  // namespace wireroom
