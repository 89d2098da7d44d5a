#include <algorithm>
#include <array>

#include "actor/draft.h"
#include "actor/name_key.h"
#include "actor/noun_phrase.h"
#include "actor/quoted_words.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

bool is_noun(const Word& word) { return word.upos == "NOUN" || word.upos == "PROPN"; }

bool capitals(const Sentence& sentence) {
  std::uint32_t upper = 0, words = 0;
  for (const Word& word : sentence.words)
    if (word.form.size() > 3) {
      ++words;
      upper += is_capitals(word.form);
    }
  return words > 2 && upper * 10 > words * 7;
}

// A body's name at words first..last: names of one common word need the look of a name.
bool trusted_body(const Sentence& sentence, std::uint32_t first, std::uint32_t last, std::string_view text,
                  bool shouting) {
  if (first < last && sentence.words[first].upos != "DET") return true;
  const Word& word = sentence.words[last];
  if (word.name == NameType::PER && text.size() > 4) return true;  // the caller has weighed it
  if (shouting && text.size() < 4) return false;
  const bool acronym = is_capitals(text) && text.size() > 2;
  if (word.name == NameType::PER) return acronym && !shouting;  // Vale, Petra and Dawn may be persons
  if (acronym && !shouting) return word.upos != "PRON" && word.upos != "AUX" && word.upos != "VERB";
  if (first == 0 && last == 0 && word.name == NameType::none && word.upos != "PROPN") return false;
  return word.upos == "PROPN" || word.name == NameType::ORG || word.name == NameType::NORP ||
         word.name == NameType::GPE || word.name == NameType::MISC ||
         (is_noun(word) && begins_upper(word.form) && last > 0);
}

std::uint32_t run_end(const Sentence& sentence, std::uint32_t first, NameType type) {
  std::uint32_t last = first;
  while (last + 1 < sentence.words.size() && sentence.words[last + 1].name == type &&
         !sentence.words[last + 1].name_begins)
    ++last;
  return last;
}

bool is_hyphen_form(std::string_view form) { return form == "-" || form == "–" || form == "‐" || form == "‑"; }

// A part of a name that never ends one.
bool name_particle(std::string_view form) {
  static constexpr std::array<std::string_view, 10> kParticles = {"bin", "ibn", "bint", "ben", "Al",
                                                                  "al",  "El",  "el",   "Abu", "abu"};
  return std::find(kParticles.begin(), kParticles.end(), form) != kParticles.end();
}

// A person's name, also where the recogniser cut it at a hyphen ("Frank-Walter") or at a nickname in quotation marks.
std::uint32_t person_end(const Sentence& sentence, std::uint32_t first) {
  std::uint32_t last = run_end(sentence, first, NameType::PER);
  for (;;) {
    const auto person = [&](std::uint32_t at) {
      return at < sentence.words.size() && sentence.words[at].name == NameType::PER;
    };
    const auto hyphen = [&](std::uint32_t at) { return at < sentence.words.size() && sentence.words[at].form == "-"; };
    if (hyphen(last) && person(last + 1))
      last = run_end(sentence, last + 1, NameType::PER);
    else if (hyphen(last + 1) && person(last + 2) && !sentence.words[last].space_after)
      last = run_end(sentence, last + 2, NameType::PER);
    else
      break;
  }
  // "Qaboos bin Said", where the recogniser took the last part for a word of the sentence.
  if (name_particle(sentence.words[last].form) && last > first && last + 1 < sentence.words.size() &&
      begins_upper(sentence.words[last + 1].form))
    ++last;
  // "Moon Jae-in", whose last syllable is no capitalised word: not "Obama-era", whose second part is a noun.
  const auto attached = [&](std::uint32_t at) {
    return at + 1 < sentence.words.size() && sentence.words[at].form == "-" && !sentence.words[at].space_after &&
           !sentence.words[at - 1].space_after && sentence.words[at + 1].form.size() <= 5 &&
           (sentence.words[at + 1].upos == "PROPN" || sentence.words[at + 1].upos == "ADP" ||
            sentence.words[at + 1].upos == "X") &&
           !begins_upper(sentence.words[at + 1].form);
  };
  if (last > first && sentence.words[last].form != "-" && attached(last + 1)) last += 2;
  // A run that ends in the hyphen of a name: "Ban Ki-" goes on with "moon", "Bush-" of "Bush-era" is Bush.
  if (last > first && sentence.words[last].form == "-") {
    const bool name = last + 1 < sentence.words.size() && !sentence.words[last].space_after &&
                      sentence.words[last + 1].upos == "PROPN";
    last = name ? last + 1 : last - 1;
  }
  if (last + 1 < sentence.words.size() && is_quotation_mark(sentence.words[last + 1]))
    for (std::uint32_t close = last + 3;
         close < std::min<std::uint32_t>(last + 6, static_cast<std::uint32_t>(sentence.words.size())); ++close)
      if (is_quotation_mark(sentence.words[close])) {
        if (close + 1 < sentence.words.size() && sentence.words[close + 1].name == NameType::PER)
          return run_end(sentence, close + 1, NameType::PER);
        break;
      }
  return last;
}

// "The Trump-Kim summit": two persons, not one with a double name; both are named elsewhere or known to the directory,
// and what they share stands behind.
bool pair_of_persons(const ActorKnowledge& knowledge, const ReportFacts& facts, const Sentence& sentence,
                     std::uint32_t first, std::uint32_t last) {
  if (last != first + 2 || !is_hyphen_form(sentence.words[first + 1].form)) return false;
  if (last + 1 >= sentence.words.size() || sentence.words[last + 1].upos != "NOUN") return false;
  for (const std::uint32_t at : {first, last}) {
    const std::string& name = sentence.words[at].form;
    if (!begins_upper(name) || knowledge.first_names.contains(name)) return false;
    if (!facts.words.contains(name) && knowledge.directory.persons(name, {}, {}, true).empty()) return false;
  }
  return true;
}

// A town that the recogniser took for a person: the places know it, no full name of the report holds it, and it stands
// behind a preposition of place.
bool place_not_person(const ActorKnowledge& knowledge, const Sentence& sentence, std::uint32_t first,
                      std::uint32_t last, const Place* place, const ReportFacts& facts) {
  static constexpr std::array<std::string_view, 8> kWhere = {"in", "at", "near", "into", "of", "from", "around", "to"};
  if (!place || place->words.first != first || place->words.last != last || place->geonames.empty() || first == 0)
    return false;
  const std::string& before = sentence.words[first - 1].lemma;
  if (std::find(kWhere.begin(), kWhere.end(), before) == kWhere.end()) return false;
  return !facts.name_words.contains(sentence.words[last].form) &&
         !knowledge.first_names.contains(sentence.words[first].form);
}

// "Sen. Al Franken, D-Minn.": the party and state of a lawmaker.
bool party_and_state(std::string_view name) {
  return name.size() > 3 && name.size() < 9 && (name[0] == 'D' || name[0] == 'R' || name[0] == 'I') && name[1] == '-' &&
         name[2] >= 'A' && name[2] <= 'Z' && name.find(' ') == std::string_view::npos;
}

// "Ex-Maltese" of a former minister; not "ex-Soviet", of a land that is no more.
std::optional<std::string> former_land(const ActorKnowledge& knowledge, std::string_view form) {
  if (!is_former(form)) return std::nullopt;
  const auto uses = knowledge.directory.countries().find(form.substr(3));
  if (uses.empty() || uses[0].ambiguous || uses[0].form != CountryForm::adjective) return std::nullopt;
  return std::string(uses[0].code);
}

// "The Amazon rose": a river; companies bear no article but before a noun ("the Amazon warehouse").
bool named_with_article(const ActorKnowledge& knowledge, const Sentence& sentence, std::uint32_t first,
                        std::uint32_t last) {
  const bool article = sentence.words[first].lemma == "the";
  if (first + (article ? 1 : 0) != last || (!article && (first == 0 || sentence.words[first - 1].lemma != "the")))
    return false;
  const Word& name = sentence.words[last];
  if (is_capitals(name.form) || name.relation == "compound" ||
      (last + 1 < sentence.words.size() && is_noun(sentence.words[last + 1])))
    return false;
  const auto entry = knowledge.directory.organisation(name.form, {});
  return entry && entry->sector == "BUS" && entry->name == name.form;
}

// "Obama" that the recogniser took for a body: no body of that name is known, but one who leads or led a state.
bool leader_not_body(const ActorKnowledge& knowledge, const Word& word, std::optional<Date> on) {
  if (is_capitals(word.form) || knowledge.directory.has_organisation(word.form)) return false;
  const std::vector<Entry> known = knowledge.directory.persons(word.form, on, {}, true);
  return std::any_of(known.begin(), known.end(),
                     [](const Entry& entry) { return entry.rank >= (entry.former ? 4 : 5); });
}

// Days and months that the recogniser took for a person; not May, June, April or August, who may be one.
bool names_a_time(std::string_view name) {
  static constexpr std::array<std::string_view, 14> kTimes = {"Monday",    "Tuesday", "Wednesday", "Thursday", "Friday",
                                                              "Saturday",  "Sunday",  "January",   "February", "July",
                                                              "September", "October", "November",  "December"};
  return std::find(kTimes.begin(), kTimes.end(), name) != kTimes.end();
}

}  // namespace

ReportFacts facts_of(const ActorKnowledge& knowledge, const Report& report, const Parse& parse,
                     const std::vector<Place>& places) {
  const std::string_view text = report.text.view();
  const auto names = [&](std::string_view land) { return text.find(land) != std::string_view::npos; };
  const bool koreas = (names("North Korea") || names("South Korea")) && !names("Sudan") && !names("Vietnam");
  ReportFacts facts{places, LoneWords(text), koreas};
  for (const Sentence& sentence : parse.sentences)
    for (std::uint32_t first = 0; first < sentence.words.size(); ++first) {
      if (sentence.words[first].name != NameType::PER) continue;
      const std::uint32_t last = person_end(sentence, first);
      if (last > first) facts.surnames.insert(sentence.words[last].form);
      for (const std::uint32_t at : {first, last}) {
        const std::string& form = sentence.words[at].form;
        if (last > first && form.size() > 2 && begins_upper(form) && !is_capitals(form) &&
            knowledge.directory.countries().find(form).empty() && !knowledge.directory.has_organisation(form))
          facts.name_words.insert(form);
      }
      first = last;
    }
  return facts;
}

namespace {

// The text from word first to last with the letters that the words are read with.
std::string read_as(const Report& report, const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  std::string text;
  std::uint32_t at = sentence.words[first].span.begin;
  for (std::uint32_t i = first; i <= last; ++i) {
    const Word& word = sentence.words[i];
    if (at < word.span.begin) text += report.text.view({at, word.span.begin});
    text += word.printed.empty() ? report.text.view(word.span) : std::string_view(word.form);
    at = word.span.end;
  }
  return text;
}

}  // namespace

std::string surface(const Report& report, const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  const std::string raw = read_as(report, sentence, first, last);
  std::string text;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(raw, at);
    if (is_space(c)) {
      if (!text.empty() && text.back() != ' ') text += ' ';
    } else if (c == U'’') {
      text += '\'';
    } else {
      text.append(raw, before, at - before);
    }
  }
  return text;
}

std::vector<Landmark> landmarks(const ActorKnowledge& knowledge, const Report& report, const Sentence& sentence,
                                std::uint32_t number, const ReportFacts& facts) {
  const std::vector<Place>& places = facts.places;
  std::vector<Landmark> found;
  const auto size = static_cast<std::uint32_t>(sentence.words.size());
  const bool shouting = capitals(sentence);
  const std::optional<Date> on = report.published ? std::optional(report.published->date) : std::nullopt;
  const auto place_begin =
      std::lower_bound(places.begin(), places.end(), number,
                       [](const Place& place, std::uint32_t n) { return place.words.sentence < n; });
  const auto place_at = [&](std::uint32_t first, std::uint32_t last) -> const Place* {
    for (auto at = place_begin; at != places.end() && at->words.sentence == number; ++at)
      if (at->words.first <= first && last <= at->words.last) return &*at;
    return nullptr;
  };
  for (std::uint32_t first = 0; first < size; ++first) {
    const Word& word = sentence.words[first];
    const bool article = word.form == "the" || word.form == "The";
    if (const auto former = former_land(knowledge, word.form); former) {
      found.push_back({Landmark::Kind::country, first, first, CountryForm::adjective, *former, false, std::nullopt,
                       word.form, false});
      continue;
    }
    if (!article && !begins_upper(word.form) && word.name == NameType::none &&
        !(first + 2 < size && word.form == "al") && word.upos != "NOUN")
      continue;
    // "The North", "the South": a land where the report is on both Koreas, else only a direction.
    if ((word.form == "North" || word.form == "South") && first > 0 &&
        (sentence.words[first - 1].form == "the" || sentence.words[first - 1].form == "The") &&
        (first + 1 == size ||
         (sentence.words[first + 1].name == NameType::none && sentence.words[first + 1].upos != "PROPN" &&
          sentence.words[first + 1].upos != "NOUN"))) {
      if (facts.koreas)
        found.push_back({Landmark::Kind::country, first, first, CountryForm::name, word.form == "North" ? "PRK" : "KOR",
                         false, std::nullopt, word.form, false});
      continue;
    }
    if (const auto pair = knowledge.land_pairs.find(word.form); pair != knowledge.land_pairs.end()) {
      for (const std::string& code : {pair->second[1], pair->second[0]})
        found.push_back({Landmark::Kind::country, first, first, CountryForm::name, code, false, std::nullopt, word.form,
                         false, true});
      continue;
    }
    // A person: the recogniser's run, or several capitalised words that the directory knows.
    if (word.name == NameType::PER) {
      std::uint32_t last = person_end(sentence, first);
      while (last > first && sentence.words[last].form == ",") --last;
      const std::string name = surface(report, sentence, first, last);
      if (party_and_state(name)) {
        first = last;
        continue;
      }
      const bool initials = name.size() < 2 || (name.size() == 2 && !(name[1] >= 'a' && name[1] <= 'z'));
      if (first == last && (initials || names_a_time(name))) {  // "(L)" of a caption
        first = last;
        continue;
      }
      if (pair_of_persons(knowledge, facts, sentence, first, last)) {
        for (const std::uint32_t at : {first, last})
          found.push_back({Landmark::Kind::person,
                           at,
                           at,
                           CountryForm::name,
                           {},
                           false,
                           std::nullopt,
                           surface(report, sentence, at, at),
                           false});
        first = last;
        continue;
      }
      const auto uses = knowledge.directory.countries().find(name);
      // "The Houthi spokesman", "a Filipina nurse": the name of a group or people before a common noun.
      const bool modifier = first == last && first + 1 < size && word.relation == "compound" &&
                            word.head > static_cast<std::int32_t>(last) &&
                            sentence.words[static_cast<std::size_t>(word.head)].upos == "NOUN";
      // "Paris" in a report on Valeska Paris.
      const bool surname = first == last && facts.surnames.contains(word.form);
      const bool town = !uses.empty() && !surname &&
                        (modifier || uses[0].form == CountryForm::capital || uses[0].form == CountryForm::metonym ||
                         (first < last && uses[0].form == CountryForm::name));
      const bool seat = town || place_not_person(knowledge, sentence, first, last, place_at(first, last), facts);
      // A body that the recogniser took for a person; one word of it must not be a name of persons too (Vale, Petra).
      const bool body =
          knowledge.directory.has_organisation(name) && (modifier || first < last || is_capitals(name) ||
                                                         (name.size() > 4 && !knowledge.first_names.contains(name) &&
                                                          knowledge.directory.persons(name, on, {}, true).empty()));
      if (!seat && !body) {
        found.push_back({Landmark::Kind::person,
                         first,
                         last,
                         CountryForm::name,
                         {},
                         false,
                         std::nullopt,
                         surface(report, sentence, first, last),
                         false});
        first = last;
        continue;
      }
    }
    Landmark best;
    bool any = false;
    const std::uint32_t most = std::min<std::uint32_t>(size, first + 8);
    for (std::uint32_t last = most; last-- > first && !any;) {
      if (sentence.words[last].upos == "PUNCT" && sentence.words[last].form != ".") continue;
      const std::string text = surface(report, sentence, first, last);
      if (knowledge.directory.has_organisation(text) ||
          (article && last > first && knowledge.directory.has_organisation(text.substr(4)))) {
        if (trusted_body(sentence, first, last, text, shouting) &&
            !named_with_article(knowledge, sentence, first, last)) {
          best = {Landmark::Kind::body,
                  first,
                  last,
                  CountryForm::name,
                  {},
                  false,
                  knowledge.directory.organisation(text, on),
                  text,
                  false};
          best.country = best.entry ? best.entry->country : std::string();
          any = true;
          break;
        }
      }
      if (article || last - first + 1 > Countries::kMostWords) continue;
      if (shouting && text.size() < 4 && text.find('.') == std::string::npos && text != "UK") continue;
      const auto uses = knowledge.directory.countries().find(text);
      if (uses.empty()) continue;
      if (sentence.words[last].upos == "VERB" || sentence.words[last].upos == "PRON") continue;
      const bool inside = first > 0 && sentence.words[first].name != NameType::none &&
                          !sentence.words[first].name_begins && uses[0].form == CountryForm::name &&
                          sentence.words[first].name != NameType::LOC;
      if (inside && sentence.words[first - 1].name == NameType::PER) continue;
      best = {Landmark::Kind::country,
              first,
              last,
              uses[0].form,
              std::string(uses[0].code),
              uses.size() > 1 || uses[0].ambiguous,
              std::nullopt,
              text,
              false};
      any = true;
      if (const Place* place = place_at(first, last); place && !place->country.empty()) {
        const bool same =
            std::any_of(uses.begin(), uses.end(), [&](const CountryUse& use) { return use.code == place->country; });
        if (same) {
          best.country = place->country;
        } else if (uses[0].form == CountryForm::name || uses[0].form == CountryForm::capital) {
          best.country = place->country;  // Georgia the state, a Moscow in Idaho
          best.kind = Landmark::Kind::region;
        }
      }
    }
    if (!any && !article && word.name == NameType::ORG) {
      const std::uint32_t last = run_end(sentence, first, NameType::ORG);
      if (last == first && (facts.name_words.contains(word.form) || leader_not_body(knowledge, word, on))) {
        found.push_back(
            {Landmark::Kind::person, first, first, CountryForm::name, {}, false, std::nullopt, word.form, false});
        continue;
      }
      best = {Landmark::Kind::body,
              first,
              last,
              CountryForm::name,
              {},
              false,
              std::nullopt,
              surface(report, sentence, first, last),
              false};
      any = true;
    }
    if (!any && !article) {  // a town or region gives the country of its police and governor
      if (const Place* place = place_at(first, first);
          place && place->words.first == first && !place->country.empty()) {
        best = {Landmark::Kind::region,
                first,
                std::min(place->words.last, size - 1),
                CountryForm::name,
                place->country,
                false,
                std::nullopt,
                {},
                false};
        best.text = surface(report, sentence, best.first, best.last);
        any = true;
      }
    }
    const bool unsure = word.name == NameType::none || word.name == NameType::MISC;
    const bool beside_a_name = (first > 0 && sentence.words[first - 1].upos == "PROPN") ||
                               (first + 1 < size && sentence.words[first + 1].upos == "PROPN");
    // At the head of a sentence the tagger may take a rare name for a noun.
    const bool like_a_name =
        word.upos == "PROPN" || ((word.upos == "NOUN" || word.upos == "ADJ") && first == 0 &&
                                 word.relation.starts_with("nsubj") && !facts.words.contains(lower(word.form)));
    if (!any && unsure && like_a_name && !beside_a_name && !shouting && facts.name_words.contains(word.form)) {
      best = {Landmark::Kind::person, first, first, CountryForm::name, {}, false, std::nullopt, word.form, false};
      any = true;
    }
    if (!any && !article && word.upos == "PROPN" && word.name == NameType::none && !shouting) {
      for (std::uint32_t last = std::min<std::uint32_t>(size, first + 4); last-- > first + 1 && !any;) {
        bool proper = true;
        for (std::uint32_t at = first; at <= last; ++at)
          proper = proper &&
                   (sentence.words[at].upos == "PROPN" || sentence.words[at].form == "-" ||
                    sentence.words[at].form == "al") &&
                   sentence.words[at].name == NameType::none;
        const std::string text = surface(report, sentence, first, last);
        if (proper && !knowledge.directory.persons(text, on, {}, false).empty()) {
          best = {Landmark::Kind::person, first, last, CountryForm::name, {}, false, std::nullopt, text, false};
          any = true;
        }
      }
    }
    if (any) {
      found.push_back(best);
      first = best.last;
    }
  }
  return found;
}

}  // namespace wireroom
