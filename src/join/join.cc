#include "join/join.h"

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <string>

#include "join/first_persons.h"
#include "join/locals.h"
#include "join/same_happening.h"

namespace wireroom {
namespace {

constexpr std::size_t kMostOpen = 200;  // of one type

// The first of a list in the order of the text that stands in this sentence or behind it.
template <typename Item>
auto first_of(const std::vector<Item>& items, std::uint32_t sentence) {
  return std::partition_point(items.begin(), items.end(), [&](const Item& i) { return i.words.sentence < sentence; });
}

// A party without an actor becomes an unnamed actor, once for the same words at the same place; what is no person,
// group or organisation stays a thing or place with its country, where that is told.
class UnnamedActors {
 public:
  UnnamedActors(Coded& coded, const Doers& doers) : coded_(coded), doers_(doers) {}

  void name(Party& party) {
    if (party.actor) return;
    if (const auto made = made_.find(party.span); made != made_.end()) {
      party.actor = made->second;
      return;
    }
    std::string country;
    // "Hanoi" as the one visited: at least its country is known
    for (auto place = first_of(coded_.places, party.words.sentence);
         place != coded_.places.end() && place->words.sentence == party.words.sentence; ++place)
      if (place->words.head == party.words.head) country = place->country;
    if (country.empty()) country = owner_country(party);
    if (party.words.sentence < coded_.parse.sentences.size() &&
        !doers_.is_doer(coded_.parse.sentences[party.words.sentence], party.words.head)) {
      party.country = std::move(country);
      return;
    }
    Actor actor;
    actor.country = std::move(country);
    actor.kind = ActorKind::unnamed;
    actor.name = std::string(coded_.report.text.view(party.span));
    std::replace(actor.name.begin(), actor.name.end(), '\n', ' ');
    const auto index = static_cast<std::uint32_t>(coded_.actors.actors.size());
    coded_.actors.actors.push_back(std::move(actor));
    mentions_.push_back({party.words, party.span, MentionForm::nominal, index});
    made_.emplace(party.span, index);
    party.actor = index;
  }
  void name(std::vector<Party>& parties) {
    for (Party& party : parties) name(party);
  }

  // Puts the new mentions among the others and all actors in the order of their first mention.
  void settle();

 private:
  template <typename Change>
  void each_party(Change&& change);
  [[nodiscard]] std::string owner_country(const Party& party) const;

  Coded& coded_;
  const Doers& doers_;
  std::vector<Mention> mentions_;
  std::map<Span, std::uint32_t> made_;
};

// Whose it is, if its words say so: "the country's energy agency", "European firms", "two refineries in Libya".
std::string UnnamedActors::owner_country(const Party& party) const {
  if (party.words.sentence >= coded_.parse.sentences.size()) return {};
  const Sentence& sentence = coded_.parse.sentences[party.words.sentence];
  const std::vector<Mention>& mentions = coded_.actors.mentions;
  for (auto at = first_of(mentions, party.words.sentence);
       at != mentions.end() && at->words.sentence == party.words.sentence; ++at) {
    const Mention& mention = *at;
    if (!party.span.contains(mention.span)) continue;
    const std::string& country = coded_.actors.actors[mention.actor].country;
    if (country.empty() || mention.words.head >= sentence.words.size()) continue;
    const Word& word = sentence.words[mention.words.head];
    if (word.head == static_cast<std::int32_t>(party.words.head) &&
        (word.relation == "nmod:poss" || word.relation == "amod" || word.relation == "compound" ||
         word.relation == "nmod"))
      return country;
  }
  for (auto place = first_of(coded_.places, party.words.sentence);
       place != coded_.places.end() && place->words.sentence == party.words.sentence; ++place)
    if (party.span.contains(place->span) && !place->country.empty()) return place->country;
  return {};
}

template <typename Change>
void UnnamedActors::each_party(Change&& change) {
  for (Event& event : coded_.events) {
    for (auto* list : {&event.source, &event.target})
      for (Party& party : *list) change(party);
    for (OtherParty& other : event.other) change(other.party);
    if (event.according_to) change(*event.according_to);
    for (Count& count : event.counts)
      if (count.of) change(*count.of);
  }
  for (Statement& statement : coded_.statements) {
    if (statement.speaker) change(*statement.speaker);
    for (Party& party : statement.addressees) change(party);
  }
}

void UnnamedActors::settle() {
  if (mentions_.empty()) return;
  Actors& actors = coded_.actors;
  const std::size_t known = actors.mentions.size();
  actors.mentions.insert(actors.mentions.end(), mentions_.begin(), mentions_.end());
  std::vector<std::uint32_t> order(actors.mentions.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Mention &x = actors.mentions[a], &y = actors.mentions[b];
    if (x.words.sentence != y.words.sentence) return x.words.sentence < y.words.sentence;
    return x.span.begin != y.span.begin ? x.span.begin < y.span.begin : x.span.end > y.span.end;
  });
  std::vector<std::uint32_t> mention_to(order.size());
  std::vector<Mention> mentions;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    mention_to[order[i]] = i;
    mentions.push_back(actors.mentions[order[i]]);
  }
  actors.mentions = std::move(mentions);

  // Actors in the order of their first mention.
  std::vector<std::uint32_t> first(actors.actors.size(), static_cast<std::uint32_t>(order.size()));
  for (std::uint32_t m = 0; m < actors.mentions.size(); ++m)
    first[actors.mentions[m].actor] = std::min(first[actors.mentions[m].actor], m);
  std::vector<std::uint32_t> actor_order(actors.actors.size());
  std::iota(actor_order.begin(), actor_order.end(), 0u);
  std::stable_sort(actor_order.begin(), actor_order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return first[a] < first[b]; });
  std::vector<std::uint32_t> actor_to(actor_order.size());
  std::vector<Actor> sorted;
  for (std::uint32_t i = 0; i < actor_order.size(); ++i) {
    actor_to[actor_order[i]] = i;
    sorted.push_back(std::move(actors.actors[actor_order[i]]));
    sorted.back().mentions.clear();
  }
  actors.actors = std::move(sorted);
  for (std::uint32_t m = 0; m < actors.mentions.size(); ++m) {
    actors.mentions[m].actor = actor_to[actors.mentions[m].actor];
    actors.actors[actors.mentions[m].actor].mentions.push_back(m);
  }
  each_party([&](Party& party) {
    if (party.actor) party.actor = actor_to[*party.actor];
    if (party.mention && *party.mention < known) party.mention = mention_to[*party.mention];
  });
}

void order_events(Coded& coded) {
  std::stable_sort(coded.events.begin(), coded.events.end(), [](const Event& a, const Event& b) {
    return a.trigger.front().begin != b.trigger.front().begin ? a.trigger.front().begin < b.trigger.front().begin
                                                              : a.type < b.type;
  });
}

void tie_statements(Coded& coded) {
  for (Statement& statement : coded.statements) statement.events.clear();
  for (std::uint32_t i = 0; i < coded.events.size(); ++i)
    if (const auto in = coded.events[i].said_in; in && *in < coded.statements.size())
      coded.statements[*in].events.push_back(i);
}

// Date and place of a happening are told once: the other records of it borrow them.
void lend(Event& first, Event& other) {
  const auto better = [](const Event& from, const Event& to) {
    return from.date &&
           (!to.date || (to.date->basis == TimeBasis::publication && from.date->basis != TimeBasis::publication));
  };
  for (auto [from, to] : {std::pair(&first, &other), std::pair(&other, &first)}) {
    if (better(*from, *to)) {
      to->date = from->date;
      to->date->basis = TimeBasis::narrative;
    }
    if (from->place && !to->place) to->place = from->place;
  }
}

// Only the last kMostOpen happenings of a type are looked at: more than any report of the usual length tells, and a
// bound for those that are as long as a book.
void tie_happenings(Coded& coded) {
  const SameHappening same(coded);
  std::map<EventType, std::deque<std::uint32_t>> open;  // the first records of happenings, in the order of the text
  for (std::uint32_t i = 0; i < coded.events.size(); ++i) {
    Event& event = coded.events[i];
    event.same_as.reset();
    std::deque<std::uint32_t>& firsts = open[event.type];
    const auto first = std::find_if(firsts.begin(), firsts.end(), [&](std::uint32_t j) {
      return coded.events[j].sentence != event.sentence && same(j, i);
    });
    if (first != firsts.end()) {
      event.same_as = *first;
      lend(coded.events[*first], event);
      continue;
    }
    firsts.push_back(i);
    if (firsts.size() > kMostOpen) firsts.pop_front();
  }
}

}  // namespace

void join(Coded& coded, const Doers& doers) {
  order_events(coded);
  name_first_persons(coded);
  UnnamedActors unnamed(coded, doers);
  for (Event& event : coded.events) {
    unnamed.name(event.source);
    unnamed.name(event.target);
    if (event.according_to) unnamed.name(*event.according_to);
  }
  for (Statement& statement : coded.statements) {
    if (statement.speaker) unnamed.name(*statement.speaker);
    unnamed.name(statement.addressees);
  }
  unnamed.settle();
  place_locals(coded, doers);
  tie_statements(coded);
  tie_happenings(coded);
}

}  // namespace wireroom
