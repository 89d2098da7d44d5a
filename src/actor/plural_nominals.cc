#include "actor/plural_nominals.h"

#include <algorithm>
#include <array>
#include <optional>

#include "actor/draft.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::uint32_t kSentencesBack = 6;

enum class Meant : std::uint8_t { persons, countries, sides, lands };

constexpr std::array<std::string_view, 9> kPersons = {"leader",     "man",      "woman", "president", "minister",
                                                      "politician", "diplomat", "rival", "official"};
constexpr std::array<std::string_view, 8> kCountries = {"country",  "nation",     "state",   "neighbour",
                                                        "neighbor", "government", "capital", "power"};
constexpr std::array<std::string_view, 3> kSides = {"side", "party", "foe"};

template <typename List>
bool in(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::optional<Meant> meant_by(std::string_view lemma) {
  if (in(kPersons, lemma)) return Meant::persons;
  if (in(kCountries, lemma)) return Meant::countries;
  if (in(kSides, lemma)) return Meant::sides;
  return std::nullopt;
}

struct Phrase {
  WordRange words;
  Meant meant = Meant::sides;
  std::size_t number = 2;
};

// "the two leaders", "both sides", "the two Korean leaders"; "two leaders" alone brings in new ones.
std::optional<Phrase> phrase_at(const Sentence& sentence, std::uint32_t number, std::uint32_t head) {
  const Word& noun = sentence.words[head];
  const auto meant = meant_by(lower(noun.lemma));
  if (!meant || noun.upos != "NOUN" || lower(noun.form) == noun.lemma) return std::nullopt;
  std::size_t count = 0;
  for (std::uint32_t at = head; at-- > 0 && head - at <= 4;) {
    const std::string form = lower(sentence.words[at].form);
    if (form == "both") return Phrase{{number, at, head, head}, *meant, 2};
    if (form == "two" || form == "2")
      count = 2;
    else if (form == "three" || form == "3")
      count = 3;
    else if (form == "the" || form == "these")
      return count == 0 ? std::nullopt : std::optional(Phrase{{number, at, head, head}, *meant, count});
    else if (sentence.words[at].upos != "ADJ" && sentence.words[at].upos != "PROPN")
      return std::nullopt;
  }
  return std::nullopt;
}

bool fits(const Actor& actor, Meant meant) {
  if (actor.plural) return false;
  switch (meant) {
    case Meant::persons:
      return actor.kind == ActorKind::person && !actor.country.empty();
    case Meant::countries:
      return actor.kind == ActorKind::country;
    case Meant::lands:
      return false;
    case Meant::sides:
      return actor.kind == ActorKind::country || actor.sector == "REB";
  }
  return false;
}

using Members = std::vector<std::uint32_t>;

// Those of one sentence that fit, before a word; `adjectives`: also countries that only an adjective names.
Members named_in(const Actors& actors, std::uint32_t sentence, std::uint32_t before, Meant meant, bool adjectives) {
  Members found;
  for (const Mention& mention : actors.mentions) {
    if (mention.words.sentence != sentence || mention.words.last >= before) continue;
    if (mention.form == MentionForm::adjective && !adjectives) continue;
    if (!fits(actors.actors[mention.actor], meant)) continue;
    if (std::find(found.begin(), found.end(), mention.actor) == found.end()) found.push_back(mention.actor);
  }
  return found;
}

// The countries of persons, where the report names them.
Members countries_of(const Actors& actors, const Members& persons) {
  Members found;
  for (const std::uint32_t person : persons)
    for (std::uint32_t i = 0; i < actors.actors.size(); ++i)
      if (actors.actors[i].kind == ActorKind::country && actors.actors[i].country == actors.actors[person].country &&
          std::find(found.begin(), found.end(), i) == found.end())
        found.push_back(i);
  return found;
}

Members members_of(const Actors& actors, const Phrase& phrase) {
  for (std::uint32_t back = 0; back <= std::min(kSentencesBack, phrase.words.sentence); ++back) {
    const std::uint32_t sentence = phrase.words.sentence - back;
    const std::uint32_t before = back == 0 ? phrase.words.first : UINT32_MAX;
    for (const bool adjectives : {false, true})
      if (Members found = named_in(actors, sentence, before, phrase.meant, adjectives); found.size() == phrase.number)
        return found;
    if (phrase.meant == Meant::persons) continue;
    const Members persons = named_in(actors, sentence, before, Meant::persons, false);
    if (persons.size() != phrase.number) continue;
    if (Members found = countries_of(actors, persons); found.size() == phrase.number) return found;
  }
  return {};
}

// Mentions in the order of the text, actors in the order of their first mention.
void put_in_order(Actors& actors) {
  std::stable_sort(actors.mentions.begin(), actors.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  // The same words name the same actor once.
  const auto again =
      std::unique(actors.mentions.begin(), actors.mentions.end(),
                  [](const Mention& a, const Mention& b) { return a.span == b.span && a.actor == b.actor; });
  actors.mentions.erase(again, actors.mentions.end());
  std::vector<std::int32_t> place(actors.actors.size(), -1);
  std::vector<Actor> ordered;
  for (std::size_t i = 0; i < actors.mentions.size(); ++i) {
    auto& at = place[actors.mentions[i].actor];
    if (at < 0) {
      at = static_cast<std::int32_t>(ordered.size());
      ordered.push_back(std::move(actors.actors[actors.mentions[i].actor]));
      ordered.back().mentions.clear();
    }
    actors.mentions[i].actor = static_cast<std::uint32_t>(at);
    ordered[static_cast<std::size_t>(at)].mentions.push_back(static_cast<std::uint32_t>(i));
  }
  for (Mention& mention : actors.mentions) {
    std::erase_if(mention.members, [&](std::uint32_t member) { return place[member] < 0; });
    for (std::uint32_t& member : mention.members) member = static_cast<std::uint32_t>(place[member]);
  }
  actors.actors = std::move(ordered);
}

// "The Koreas", "both Koreas": the phrase and its two lands, which become actors if they are none yet.
void record_lands(const LandPairs& pairs, const Countries& countries, const Sentence& sentence, std::uint32_t number,
                  std::uint32_t head, std::vector<std::pair<Phrase, Members>>& found, Actors& actors) {
  const auto pair = pairs.find(sentence.words[head].form);
  if (pair == pairs.end()) return;
  Phrase phrase{{number, head, head, head}, Meant::lands, 2};
  for (std::uint32_t at = head; at-- > 0 && head - at <= 3;) {
    const std::string form = lower(sentence.words[at].form);
    if (form != "the" && form != "both" && form != "two") break;
    phrase.words.first = at;
  }
  Members members;
  for (const std::string& code : pair->second) {
    std::uint32_t actor = 0;
    while (actor < actors.actors.size() &&
           (actors.actors[actor].kind != ActorKind::country || actors.actors[actor].country != code))
      ++actor;
    if (actor == actors.actors.size()) {
      Actor land;
      land.name = countries.name(code);
      land.kind = ActorKind::country;
      land.country = land.code = code;
      land.sector = "GOV";
      actors.actors.push_back(std::move(land));
    }
    members.push_back(actor);
  }
  found.emplace_back(phrase, std::move(members));
}

// The group of these members that an earlier phrase made, if any.
std::optional<std::uint32_t> group_of(const Actors& actors, const Members& members) {
  for (const Mention& mention : actors.mentions)
    if (!mention.members.empty() && mention.members == members) return mention.actor;
  return std::nullopt;
}

void record(const Report& report, const Sentence& sentence, const Phrase& phrase, Members members, Actors& actors) {
  std::sort(members.begin(), members.end());
  std::optional<std::uint32_t> index;
  for (std::uint32_t i = 0; i < actors.mentions.size(); ++i) {
    const Mention& other = actors.mentions[i];
    if (other.words.sentence == phrase.words.sentence && other.words.head == phrase.words.head &&
        (other.form == MentionForm::nominal || phrase.meant == Meant::lands))
      index = i;
  }
  std::uint32_t group = 0;
  if (const auto known = group_of(actors, members)) {
    group = *known;
  } else {
    group = static_cast<std::uint32_t>(actors.actors.size());
    Actor made;
    made.name = surface(report, sentence, phrase.words.first, phrase.words.last);
    made.kind = ActorKind::group;
    made.basis = ActorBasis::coreference;
    made.plural = true;
    actors.actors.push_back(std::move(made));
  }
  std::vector<std::uint32_t> theirs;
  if (!index) {
    index = static_cast<std::uint32_t>(actors.mentions.size());
    actors.mentions.push_back({phrase.words, {}, MentionForm::nominal, group, {}});
    actors.mentions.back().span = {sentence.words[phrase.words.first].span.begin,
                                   sentence.words[phrase.words.last].span.end};
    theirs = {*index};
  } else {
    // Who "they" are behind the phrase changes with it; its other mentions keep their actor, who is dropped if none is
    // left.
    auto& others = actors.actors[actors.mentions[*index].actor].mentions;
    for (const std::uint32_t other : others) {
      const bool pronoun = other > *index && actors.mentions[other].form == MentionForm::pronoun;
      if (other == *index || pronoun) theirs.push_back(other);
    }
    std::erase_if(others,
                  [&](std::uint32_t other) { return std::find(theirs.begin(), theirs.end(), other) != theirs.end(); });
  }
  Mention& mention = actors.mentions[*index];
  if (phrase.meant == Meant::lands) {
    mention.words = phrase.words;
    mention.span = {sentence.words[phrase.words.first].span.begin, sentence.words[phrase.words.last].span.end};
    mention.form = MentionForm::nominal;
  }
  for (const std::uint32_t other : theirs) {
    actors.mentions[other].members = members;
    actors.mentions[other].actor = group;
    actors.actors[group].mentions.push_back(other);
  }
  if (phrase.meant != Meant::lands) return;
  const Mention whole = actors.mentions[*index];
  for (const std::uint32_t land : members)  // it names each of them
    actors.mentions.push_back({whole.words, whole.span, MentionForm::name, land, {}});
}

}  // namespace

void resolve_plural_nominals(const LandPairs& pairs, const Countries& countries, const Report& report,
                             const Parse& parse, Actors& actors) {
  std::vector<std::pair<Phrase, Members>> found;
  for (std::uint32_t s = 0; s < parse.sentences.size(); ++s)
    for (std::uint32_t at = 1; at < parse.sentences[s].words.size(); ++at) {
      record_lands(pairs, countries, parse.sentences[s], s, at, found, actors);
      if (const auto phrase = phrase_at(parse.sentences[s], s, at))
        if (Members members = members_of(actors, *phrase); !members.empty())
          found.emplace_back(*phrase, std::move(members));
    }
  if (found.empty()) return;
  for (auto& [phrase, members] : found)
    record(report, parse.sentences[phrase.words.sentence], phrase, std::move(members), actors);
  put_in_order(actors);
}

}  // namespace wireroom
