#include "actor/plural_nominals.h"

#include <algorithm>
#include <array>
#include <optional>

#include "actor/draft.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::uint32_t kSentencesBack = 6;

enum class Meant : std::uint8_t { persons, countries, sides };

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

void record(const Report& report, const Sentence& sentence, const Phrase& phrase, Members members, Actors& actors) {
  Mention* mention = nullptr;
  for (Mention& other : actors.mentions)
    if (other.words.sentence == phrase.words.sentence && other.words.head == phrase.words.head &&
        other.form == MentionForm::nominal)
      mention = &other;
  if (mention == nullptr) {
    Mention added;
    added.words = phrase.words;
    added.span = {sentence.words[phrase.words.first].span.begin, sentence.words[phrase.words.last].span.end};
    added.form = MentionForm::nominal;
    actors.mentions.push_back(added);
    mention = &actors.mentions.back();
  } else if (actors.actors[mention->actor].mentions.size() > 1) {
    // What was taken for a mention of others gets an actor of its own.
    auto& others = actors.actors[mention->actor].mentions;
    std::erase(others, static_cast<std::uint32_t>(mention - actors.mentions.data()));
  } else {
    actors.actors[mention->actor].mentions.clear();  // left without mentions, it is dropped
  }
  Actor group;
  group.name = surface(report, sentence, phrase.words.first, phrase.words.last);
  group.kind = ActorKind::group;
  group.basis = ActorBasis::coreference;
  group.plural = true;
  mention->members = std::move(members);
  mention->actor = static_cast<std::uint32_t>(actors.actors.size());
  actors.actors.push_back(std::move(group));
}

}  // namespace

void resolve_plural_nominals(const Report& report, const Parse& parse, Actors& actors) {
  std::vector<std::pair<Phrase, Members>> found;
  for (std::uint32_t s = 0; s < parse.sentences.size(); ++s)
    for (std::uint32_t at = 1; at < parse.sentences[s].words.size(); ++at)
      if (const auto phrase = phrase_at(parse.sentences[s], s, at))
        if (Members members = members_of(actors, *phrase); !members.empty())
          found.emplace_back(*phrase, std::move(members));
  if (found.empty()) return;
  for (auto& [phrase, members] : found)
    record(report, parse.sentences[phrase.words.sentence], phrase, std::move(members), actors);
  put_in_order(actors);
}

}  // namespace wireroom
