// What a phrase says of the one it names: "Russian Foreign Ministry spokeswoman Maria Zakharova" is a person, of
// Russia, GOV, by her title. The title decides the sector, unless it is neutral ("spokeswoman", "commander"): then the
// body or group beside it does. The country is that of the body of a neutral title, else of the nearest adjective or
// possessor; "U.S.-backed" and "pro-Russian" are no such adjectives.
#include <algorithm>
#include <array>

#include "actor/draft.h"
#include "actor/noun_phrase.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

using Index = std::uint32_t;

constexpr std::array<std::string_view, 17> kFormer = {
    "former",   "ex",       "ousted",   "deposed", "onetime", "disgraced", "exiled",    "toppled", "jailed",
    "sometime", "one-time", "fugitive", "fallen",  "retired", "impeached", "erstwhile", "expelled"};
constexpr std::array<std::string_view, 27> kNotOf = {
    "backed",    "led",      "allied",   "aligned",  "supported",    "sponsored", "trained",
    "funded",    "armed",    "brokered", "mediated", "administered", "occupied",  "controlled",
    "held",      "made",     "friendly", "inspired", "linked",       "owned",     "born",
    "dominated", "supplied", "built",    "imposed",  "run",          "affiliated"};
constexpr std::array<std::string_view, 6> kAgainst = {"pro", "anti", "non", "counter", "ex", "Pro"};
constexpr std::array<std::string_view, 10> kWomanWords = {"queen",      "princess",      "spokeswoman", "congresswoman",
                                                          "chairwoman", "businesswoman", "policewoman", "mrs.",
                                                          "ms.",        "first lady"};
constexpr std::array<std::string_view, 9> kManWords = {
    "king", "prince", "spokesman", "congressman", "chairman", "businessman", "policeman", "mr.", "sultan"};
constexpr std::array<std::string_view, 14> kPlaceWords = {"in",         "over",    "at",     "near",   "into",
                                                          "inside",     "outside", "across", "around", "through",
                                                          "throughout", "within",  "off",    "via"};
constexpr std::array<std::string_view, 24> kMotion = {"go",     "leave",    "depart", "travel", "fly",    "visit",
                                                      "return", "flee",     "move",   "head",   "come",   "arrive",
                                                      "deploy", "drive",    "sail",   "trip",   "flight", "journey",
                                                      "way",    "withdraw", "escape", "cross",  "march",  "run"};

constexpr std::array<std::string_view, 22> kTownsDo = {
    "lie",        "sit",    "stand", "host",  "see",     "witness", "become",   "remain", "fall", "wake", "celebrate",
    "experience", "suffer", "have",  "boast", "feature", "mark",    "resemble", "look",   "grow", "seem", "stay"};

template <typename List>
bool in(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

struct TitleAt {
  const Title* title = nullptr;
  Index first = 0, last = 0;
};

class Reader {
 public:
  Reader(const ActorKnowledge& knowledge, const Report& report, const Sentence& sentence, Index number,
         const ReportFacts& facts)
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

  std::vector<Draft> read() {
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

 private:
  const Word& word(Index at) const { return sentence_.words[at]; }
  Landmark* mark(Index at) { return mark_at_[at] < 0 ? nullptr : &marks_[static_cast<std::size_t>(mark_at_[at])]; }
  const Landmark* mark(Index at) const {
    return mark_at_[at] < 0 ? nullptr : &marks_[static_cast<std::size_t>(mark_at_[at])];
  }

  std::string title_key(Index first, Index last, std::string_view last_word) const {
    std::string key = first == last ? std::string() : lower(surface(report_, sentence_, first, last - 1));
    if (first < last && (word(last).span.begin > word(last - 1).span.end)) key += ' ';
    key += last_word;
    return key;
  }

  // The longest title that ends at a word.
  TitleAt title_ending(Index last) const {
    const Word& end = word(last);
    if (end.upos != "NOUN" && end.upos != "PROPN" && !(end.upos == "ADJ" && begins_upper(end.form) && last > 0))
      return {};
    std::vector<std::string> ends{lower(end.lemma), lower(end.form)};
    const std::string form = ends[1];  // a copy: `ends` grows below
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

  bool not_of(const Landmark& mark) const {  // "U.S.-backed", "pro-Russian"
    if (mark.last + 2 < sentence_.words.size() && is_hyphen(word(mark.last + 1)) &&
        in(kNotOf, word(mark.last + 2).form))
      return true;
    if (mark.last + 1 < sentence_.words.size() && in(kNotOf, word(mark.last + 1).form) &&
        word(mark.last + 1).relation == "amod")
      return true;
    return mark.first >= 2 && is_hyphen(word(mark.first - 1)) && in(kAgainst, lower(word(mark.first - 2).form));
  }

  Index edge(Index start, Index end) const {
    return left_edge(sentence_, start, end, [&](Index at) {
      const Landmark* here = mark(at);
      if (!here || here->kind == Landmark::Kind::person) return false;
      if (here->kind == Landmark::Kind::body) return here->last + 1 == start || at < here->last;
      return here->kind == Landmark::Kind::country && here->form == CountryForm::adjective && here->last + 1 <= start &&
             at + 1 == start;
    });
  }

  // What stands before and behind the title first..last of a phrase that begins at `begin` and ends at `end`.
  struct Beside {
    const Landmark* body = nullptr;
    const Landmark* country = nullptr;
    const Landmark* region = nullptr;
    std::vector<const Landmark*> more_countries;  // "of Russia and Iran"
    TitleAt inner;
    bool former = false, place_only = false;
  };

  Beside beside(Index begin, const TitleAt& at, Index end) {
    Beside found;
    for (Index i = at.first; i-- > begin;) {
      if (in(kFormer, lower(word(i).form))) found.former = true;
      Landmark* here = mark(i);
      if (!here || i != here->last) continue;
      here->used = true;
      if (not_of(*here)) continue;
      if (here->kind == Landmark::Kind::body && !found.body)
        found.body = here;
      else if (here->kind == Landmark::Kind::country && !found.country)
        found.country = here;
      else if (here->kind == Landmark::Kind::region && !found.region)
        found.region = here;
    }
    if (at.first > begin) {
      found.inner = title_ending(at.first - 1);
      if (found.inner.title && mark(at.first - 1) && mark(at.first - 1)->kind == Landmark::Kind::country)
        found.inner = {};
    }
    behind(at, end, found);
    return found;
  }

  void behind(const TitleAt& at, Index end, Beside& found) {
    std::string_view preposition;
    for (Index i = at.last + 1; i <= end && i < sentence_.words.size(); ++i) {
      if (word(i).upos == "ADP") {
        if (preposition.empty())
          preposition = word(i).lemma;
        else if (in(kPlaceWords, word(i).lemma) || word(i).lemma == "to")
          return;
      }
      if (preposition.empty()) return;
      const bool of = preposition == "of" || preposition == "for" || preposition == "from" || preposition == "at" ||
                      preposition == "with";
      const bool place = in(kPlaceWords, preposition);
      if (!of && !place) return;
      if (of && !found.inner.title && !found.body) {
        const TitleAt inner = title_ending(i);
        if (inner.title && inner.first == i && at.title && at.title->neutral) found.inner = inner;
      }
      Landmark* here = mark(i);
      if (!here || i != here->first) continue;
      if (here->kind == Landmark::Kind::person) return;
      if (not_of(*here)) continue;
      if (of && preposition != "with") {
        if (here->kind == Landmark::Kind::body && !found.body) found.body = here, here->used = true;
        if (here->kind == Landmark::Kind::country) {
          if (!found.country)
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

  void apply(const Beside& beside, const TitleAt& at, Draft& draft) {
    const Title& title = *at.title;
    draft.role = title.family;
    draft.body = title.body;
    draft.sector = title.sector;
    draft.sector2 = title.sector2;
    draft.institution = title.institution;
    draft.head = title.head;
    draft.people = title.people;
    draft.neutral = title.neutral;
    draft.former = beside.former;
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
    if ((title.neutral || international || title.peacekeeper) && !body_country.empty() &&
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

  std::string office_words(const Beside& beside, const TitleAt& at) const {
    Index first = at.first;
    if (beside.inner.title && beside.inner.last + 1 == at.first) first = beside.inner.first;
    if (beside.body && beside.body->last + 1 == at.first) first = beside.body->first;
    std::string text = surface(report_, sentence_, first, at.last);
    if (beside.body && beside.body->first > at.last) text = surface(report_, sentence_, first, beside.body->last);
    if (beside.former) text = "former " + text;
    return text;
  }

  void place_in_sentence(Draft& draft, Index first, Index last, Index head) const {
    draft.words = {number_, first, last, head};
    draft.span = {word(first).span.begin, word(last).span.end};
    std::string_view relation = word(head).relation;
    draft.subject = relation.starts_with("nsubj");
  }

  void person(Landmark& mark) {
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
    TitleAt title;
    if (name > 0) {
      Index before = name - 1;
      if (word(before).form == "\"" && before > 0) --before;
      title = title_ending(before);
    }
    const Index head = head_of(sentence_, name, last);
    Index begin = edge(title.title ? title.first : name, last);
    if (title.title) {
      const TitleAt seen = title;
      Beside found = beside(begin, seen, seen.last);
      if (last + 2 < sentence_.words.size() && word(last + 1).lemma == "of")
        behind({seen.title, seen.first, last},
               std::min<Index>(last + 3, static_cast<Index>(sentence_.words.size()) - 1), found);
      apply(found, seen, draft);
      draft.office = office_words(found, seen);
      for (Index at = begin; at < name; ++at) taken_[at] = true;
    } else {
      // "Slovak Robert Fico", "ex-president" and the like without a known title: adjectives still tell the country.
      for (Index at = name; at-- > begin;)
        if (Landmark* here = this->mark(at); here && here->kind == Landmark::Kind::country && !not_of(*here)) {
          if (here->form == CountryForm::adjective || here->form == CountryForm::demonym)
            draft.country = here->country, here->used = true;
          draft.basis = ActorBasis::adjective;
          break;
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

  void nominal(Index at) {
    if (taken_[at]) return;
    const Landmark* here = mark(at);
    if (here && !(here->kind == Landmark::Kind::body && !here->entry && here->last == at)) return;
    const bool counterpart = word(at).lemma == "counterpart" && word(at).upos == "NOUN";
    TitleAt title = title_ending(at);
    static const Title kCounterpart;
    if (counterpart) title = {&kCounterpart, at, at};
    if (!title.title) return;
    // A title before another one or before a name is part of that phrase ("army spokesman", "police station").
    const Word& end = word(at);
    const bool modifies =
        end.relation == "compound" || end.relation == "amod" || end.relation == "nmod:desc" || end.relation == "flat";
    if (modifies && end.head > static_cast<std::int32_t>(at)) {
      const Word& head = word(static_cast<Index>(end.head));
      const bool act = title.title->kind != ActorKind::person && head.upos == "NOUN" &&
                       !title_ending(static_cast<Index>(end.head)).title;
      if (!act || !title.title->institution) return;
    }
    const WordRange phrase = full_phrase(sentence_, number_, at);
    const Index begin = std::min(edge(title.first, at), title.first);
    Beside found = beside(begin, title, modifies ? at : std::max(phrase.last, at));
    Draft draft;
    draft.form = MentionForm::nominal;
    draft.kind = title.title->kind;
    apply(found, title, draft);
    if (counterpart) draft.counterpart = true, draft.role = "counterpart";
    draft.office = title.title->kind == ActorKind::person ? office_words(found, title) : std::string();
    draft.plural = title.title->many || end.feats.find("Number=Plur") != std::string_view::npos || end.xpos == "NNS" ||
                   end.xpos == "NNPS";
    const Word& front = word(begin);
    draft.indefinite = front.lemma == "a" || front.lemma == "an" || front.lemma == "another" || front.lemma == "one";
    draft.definite = front.lemma == "the" || front.lemma == "this" || front.lemma == "that" || front.upos == "PRON";
    const bool backed = draft.country.empty() && found.more_countries.empty();
    if (title.title->general && (backed || (found.place_only && !found.country))) return;
    if (title.title->country && (!draft.definite || !draft.country.empty() || draft.plural)) return;
    if (title.title->neutral && draft.country.empty() && draft.sector.empty() && !draft.definite && !counterpart)
      return;
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

  // A body that the directory does not know: the class of its head word, and the country in its name.
  void describe_body(const Landmark& mark, Draft& draft) const {
    for (Index at = mark.first; at <= mark.last; ++at) {
      for (Index last = std::min<Index>(mark.last, at + 3) + 1; last-- > at;) {
        const auto uses = knowledge_.directory.countries().find(surface(report_, sentence_, at, last));
        if (!uses.empty() && draft.country.empty() && uses[0].form != CountryForm::metonym)
          draft.country = uses[0].code;
      }
    }
    TitleAt title = title_ending(mark.last);
    if (!title.title || title.title->kind == ActorKind::person)
      title = title_ending(head_of(sentence_, mark.first, mark.last));
    if (!title.title || title.title->kind == ActorKind::person) title = title_ending(mark.first);
    if (title.title && title.title->kind != ActorKind::person) {
      draft.sector = title.title->sector;
      draft.sector2 = title.title->sector2;
      draft.institution = title.title->institution;
      draft.role = title.title->family;
    }
  }

  void body(Landmark& mark) {
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

  static void describe_sector(const TitleAt& title, Draft& draft) {
    draft.sector = title.title->sector;
    draft.sector2 = title.title->sector2;
  }

  // Whether a name of a place stands for somebody who does or undergoes something, by its own words: not after
  // prepositions of place, not in a place name ("Moscow region").
  bool does(Index head) const {
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
      if (child.relation == "case" && child.upos == "ADP")
        preposition = preposition.empty() ? child.lemma : preposition;
    }
    if (preposition.empty() && head > 0 && word(head - 1).upos == "ADP") preposition = word(head - 1).lemma;
    const std::int32_t up = word(governor).head;
    const std::string governing = up >= 0 ? word(static_cast<Index>(up)).lemma : std::string();
    if (in(kPlaceWords, preposition)) return false;
    if ((preposition == "to" || preposition == "from" || preposition == "for") && in(kMotion, governing)) return false;
    if (relation == "appos" || relation == "list" || relation == "dep" || relation == "compound" ||
        relation == "flat" || relation == "nmod:unmarked" || relation == "obl:unmarked" || relation == "nmod:desc")
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

  void country(Landmark& mark) {
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
        const std::int32_t up = word(head).head;
        const bool before = up > static_cast<std::int32_t>(head) &&
                            (word(head).relation == "amod" || word(head).relation == "compound" ||
                             word(head).relation == "nmod:poss" || word(head).relation == "nmod:desc");
        if (noun && !before && knowledge_.directory.countries().find(mark.text).size() > 0 &&
            (mark.text == "U.S." || mark.text == "US" || mark.text == "UK" || mark.text == "U.K." ||
             mark.text == "USA" || mark.text == "Kosovo" || mark.text == "Taiwan" || mark.text == "Hong Kong")) {
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
        if (mark.last + 1 < sentence_.words.size() && mark.last > 0 && word(mark.first).name == NameType::ORG) return;
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
        const bool subject = relation == "nsubj" || relation == "nmod:poss" || relation == "obj" ||
                             relation == "iobj" || relation == "obl:agent" || relation == "obl" || relation == "nmod" ||
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
  void people(const Landmark& mark, Index head) {
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

  void pronoun(Index at) {
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

  // "William Ruto, Kenya's deputy president," and "Kenya's deputy president, William Ruto,".
  void apposition() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& first = drafts_[i];
      if (first.form == MentionForm::pronoun || first.form == MentionForm::adjective ||
          first.kind == ActorKind::country)
        continue;
      for (std::size_t k = i + 1; k < drafts_.size() && k < i + 8; ++k) {
        Draft& second = drafts_[k];
        if (second.form == MentionForm::pronoun || second.form == MentionForm::adjective ||
            second.kind == ActorKind::country)
          continue;
        if (second.words.first <= first.words.last || second.same >= 0) continue;
        if (first.plural != second.plural || first.form == second.form) continue;
        if (first.kind != second.kind && (first.form == MentionForm::nominal) == (second.form == MentionForm::nominal))
          continue;
        const bool persons = first.kind != ActorKind::organisation && second.kind != ActorKind::organisation;
        const bool tree = word(second.words.head).relation == "appos" &&
                          word(second.words.head).head == static_cast<std::int32_t>(first.words.head);
        const std::string_view relation = word(second.words.head).relation;
        const bool comma = first.words.last + 2 == second.words.first && word(first.words.last + 1).form == ",";
        const Index after = second.words.last + 1;
        const bool closed = after >= sentence_.words.size() || word(after).form == "," || word(after).form == "." ||
                            word(after).upos == "ADP";
        bool listed = false;  // "the minister, Avakov and others"; a conjunct without "and" is the parser's slip
        for (Index at = sentence_.child_begin[second.words.head]; at < sentence_.child_begin[second.words.head + 1];
             ++at)
          listed = listed || word(sentence_.child_list[at]).relation == "cc";
        if (after + 1 < sentence_.words.size() && word(after).form == "," && word(after + 1).upos == "CCONJ")
          listed = true;
        const bool order = persons && comma && closed && !listed &&
                           (!relation.starts_with("nsubj") || first.form == MentionForm::nominal) &&
                           (first.kind == ActorKind::person && second.kind == ActorKind::person);
        if (!tree && !order) continue;
        second.same = static_cast<std::int32_t>(i);
        break;
      }
    }
  }

  const ActorKnowledge& knowledge_;
  const Report& report_;
  const Sentence& sentence_;
  Index number_;
  std::vector<Landmark> marks_;
  std::vector<std::int32_t> mark_at_;
  std::vector<bool> taken_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> drafts_of(const ActorKnowledge& knowledge, const Report& report, const Sentence& sentence,
                             std::uint32_t number, const ReportFacts& facts) {
  return Reader(knowledge, report, sentence, number, facts).read();
}

}  // namespace wireroom
