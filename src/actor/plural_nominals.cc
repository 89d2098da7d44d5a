#include "actor/plural_nominals.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "actor/draft.h"
#include "base/by_sentence.h"
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

template <typename List, typename Item>
bool in(const List& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
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

// What is asked of the actors at every such phrase, looked up once.
struct ActorIndex {
  explicit ActorIndex(const Actors& actors) {
    for (std::uint32_t i = 0; i < actors.mentions.size(); ++i) mentions.add(actors.mentions[i].words.sentence, i);
    mentions.settle();
    for (std::uint32_t i = 0; i < actors.actors.size(); ++i)
      if (actors.actors[i].kind == ActorKind::country) countries[actors.actors[i].country].push_back(i);
  }
  BySentence mentions;
  std::map<std::string, Members> countries;  // the actors that are countries, by their codes
};

// Those of one sentence that fit, before a word; `adjectives`: also countries that only an adjective names.
Members named_in(const Actors& actors, const ActorIndex& index, std::uint32_t sentence, std::uint32_t before,
                 Meant meant, bool adjectives) {
  Members found;
  for (const std::uint32_t number : index.mentions.in(sentence)) {
    const Mention& mention = actors.mentions[number];
    if (mention.words.last >= before) continue;
    if (mention.form == MentionForm::adjective && !adjectives) continue;
    if (!fits(actors.actors[mention.actor], meant)) continue;
    if (!in(found, mention.actor)) found.push_back(mention.actor);
  }
  return found;
}

// The countries of persons, where the report names them.
Members countries_of(const Actors& actors, const ActorIndex& index, const Members& persons) {
  Members found;
  for (const std::uint32_t person : persons)
    if (const auto lands = index.countries.find(actors.actors[person].country); lands != index.countries.end())
      for (const std::uint32_t land : lands->second)
        if (!in(found, land)) found.push_back(land);
  return found;
}

Members members_of(const Actors& actors, const ActorIndex& index, const Phrase& phrase) {
  for (std::uint32_t back = 0; back <= std::min(kSentencesBack, phrase.words.sentence); ++back) {
    const std::uint32_t sentence = phrase.words.sentence - back;
    const std::uint32_t before = back == 0 ? phrase.words.first : UINT32_MAX;
    for (const bool adjectives : {false, true})
      if (Members found = named_in(actors, index, sentence, before, phrase.meant, adjectives);
          found.size() == phrase.number)
        return found;
    if (phrase.meant == Meant::persons) continue;
    const Members persons = named_in(actors, index, sentence, before, Meant::persons, false);
    if (persons.size() != phrase.number) continue;
    if (Members found = countries_of(actors, index, persons); found.size() == phrase.number) return found;
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
                  std::uint32_t head, std::vector<std::pair<Phrase, Members>>& found, Actors& actors,
                  ActorIndex& index) {
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
    Members& known = index.countries[code];
    if (known.empty()) {
      known.push_back(static_cast<std::uint32_t>(actors.actors.size()));
      Actor land;
      land.name = countries.name(code);
      land.kind = ActorKind::country;
      land.country = land.code = code;
      land.sector = "GOV";
      actors.actors.push_back(std::move(land));
    }
    members.push_back(known.front());
  }
  found.emplace_back(phrase, std::move(members));
}

// Gives the phrases their members, in the order of the text.
class Recorder {
 public:
  Recorder(const Report& report, const Parse& parse, Actors& actors);
  void record(const Phrase& phrase, Members members);

 private:
  using Head = std::pair<std::uint32_t, std::uint32_t>;  // sentence and word
  std::optional<std::uint32_t> mention_of(const Phrase& phrase) const;
  std::uint32_t group_of(const Phrase& phrase, const Members& members);
  Span span_of(const Phrase& phrase) const;

  const Report& report_;
  const Parse& parse_;
  Actors& actors_;
  std::map<Head, std::vector<std::uint32_t>> mentions_;              // ascending
  std::map<Members, std::uint32_t> groups_;                          // made so far
  std::map<std::uint32_t, std::vector<std::uint32_t>> pronouns_of_;  // mentions of each actor, ascending
};

Recorder::Recorder(const Report& report, const Parse& parse, Actors& actors)
    : report_(report), parse_(parse), actors_(actors) {
  for (std::uint32_t i = 0; i < actors.mentions.size(); ++i) {
    const Mention& mention = actors.mentions[i];
    mentions_[{mention.words.sentence, mention.words.head}].push_back(i);
    if (mention.form == MentionForm::pronoun) pronouns_of_[mention.actor].push_back(i);
  }
}

// The mention that the phrase is already, if any.
std::optional<std::uint32_t> Recorder::mention_of(const Phrase& phrase) const {
  const auto found = mentions_.find({phrase.words.sentence, phrase.words.head});
  if (found == mentions_.end()) return std::nullopt;
  for (auto at = found->second.rbegin(); at != found->second.rend(); ++at)
    if (actors_.mentions[*at].form == MentionForm::nominal || phrase.meant == Meant::lands) return *at;
  return std::nullopt;
}

// The group of these members: the one that an earlier phrase made, else a new one.
std::uint32_t Recorder::group_of(const Phrase& phrase, const Members& members) {
  const auto [group, added] = groups_.emplace(members, static_cast<std::uint32_t>(actors_.actors.size()));
  if (!added) return group->second;
  Actor made;
  made.name = surface(report_, parse_.sentences[phrase.words.sentence], phrase.words.first, phrase.words.last);
  made.kind = ActorKind::group;
  made.basis = ActorBasis::coreference;
  made.plural = true;
  actors_.actors.push_back(std::move(made));
  return group->second;
}

Span Recorder::span_of(const Phrase& phrase) const {
  const std::vector<Word>& words = parse_.sentences[phrase.words.sentence].words;
  return {words[phrase.words.first].span.begin, words[phrase.words.last].span.end};
}

void Recorder::record(const Phrase& phrase, Members members) {
  std::sort(members.begin(), members.end());
  const std::uint32_t group = group_of(phrase, members);
  const auto known = mention_of(phrase);
  const auto index = known ? *known : static_cast<std::uint32_t>(actors_.mentions.size());
  std::vector<std::uint32_t> theirs{index};
  if (!known) {
    actors_.mentions.push_back({phrase.words, span_of(phrase), MentionForm::nominal, group, {}});
  } else {
    // Who "they" are behind the phrase changes with it; its other mentions keep their actor, who is dropped if none is
    // left.
    std::vector<std::uint32_t>& pronouns = pronouns_of_[actors_.mentions[index].actor];
    const auto behind = std::upper_bound(pronouns.begin(), pronouns.end(), index);
    theirs.insert(theirs.end(), behind, pronouns.end());
    pronouns.erase(behind, pronouns.end());
  }
  Mention& mention = actors_.mentions[index];
  if (phrase.meant == Meant::lands) {
    mention.words = phrase.words;
    mention.span = span_of(phrase);
    mention.form = MentionForm::nominal;
  }
  for (const std::uint32_t other : theirs) {
    actors_.mentions[other].members = members;
    actors_.mentions[other].actor = group;
  }
  if (phrase.meant != Meant::lands) return;
  const Span span = mention.span;
  for (const std::uint32_t land : members)  // it names each of them
    actors_.mentions.push_back({phrase.words, span, MentionForm::name, land, {}});
}

}  // namespace

void resolve_plural_nominals(const LandPairs& pairs, const Countries& countries, const Report& report,
                             const Parse& parse, Actors& actors) {
  std::vector<std::pair<Phrase, Members>> found;
  ActorIndex index(actors);
  for (std::uint32_t s = 0; s < parse.sentences.size(); ++s)
    for (std::uint32_t at = 1; at < parse.sentences[s].words.size(); ++at) {
      record_lands(pairs, countries, parse.sentences[s], s, at, found, actors, index);
      if (const auto phrase = phrase_at(parse.sentences[s], s, at))
        if (Members members = members_of(actors, index, *phrase); !members.empty())
          found.emplace_back(*phrase, std::move(members));
    }
  if (found.empty()) return;
  Recorder recorder(report, parse, actors);
  for (auto& [phrase, members] : found) recorder.record(phrase, std::move(members));
  put_in_order(actors);
}

}  // namespace wireroom
