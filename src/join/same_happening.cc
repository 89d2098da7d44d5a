#include "join/same_happening.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace wireroom {
namespace {

std::vector<std::uint32_t> actors_of(const std::vector<Party>& parties) {
  std::vector<std::uint32_t> actors;
  for (const Party& party : parties)
    if (party.actor) actors.push_back(*party.actor);
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  return actors;
}

std::vector<std::uint32_t> common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

bool symmetric(const Event& event) {
  return (event.type == EventType::CONSULT && event.mode != "visit") || event.type == EventType::COOPERATE;
}

// A country, a capital and a minister of it may stand for one another: "talks with Russia", "talks with Lavrov".
bool one_side(const Coded& coded, const std::vector<Party>& a, const std::vector<Party>& b) {
  const std::vector<std::uint32_t> x = actors_of(a), y = actors_of(b);
  if (!common(x, y).empty()) return true;
  for (std::uint32_t i : x)
    for (std::uint32_t j : y) {
      const Actor &p = coded.actors.actors[i], &q = coded.actors.actors[j];
      const bool state = p.kind == ActorKind::country || q.kind == ActorKind::country;
      if (state && !p.country.empty() && p.country == q.country) return true;
    }
  return false;
}

bool parties_agree(const Coded& coded, const Event& a, const Event& b) {
  if (symmetric(a) && symmetric(b)) {
    std::vector<Party> all_a = a.source, all_b = b.source;
    all_a.insert(all_a.end(), a.target.begin(), a.target.end());
    all_b.insert(all_b.end(), b.target.begin(), b.target.end());
    const std::vector<std::uint32_t> x = actors_of(all_a), y = actors_of(all_b);
    const std::size_t shared = common(x, y).size();
    // Two of two shared, or one side tells only one party and that is shared.
    return shared >= 2 || (shared == 1 && std::min(x.size(), y.size()) == 1);
  }
  const bool sources = a.source.empty() || b.source.empty() || one_side(coded, a.source, b.source);
  const bool targets = a.target.empty() || b.target.empty() || one_side(coded, a.target, b.target);
  if (!sources || !targets) return false;
  const bool strong = !common(actors_of(a.source), actors_of(b.source)).empty() ||
                      !common(actors_of(a.target), actors_of(b.target)).empty();
  return strong;
}

bool from_text(const EventDate& date) { return date.basis != TimeBasis::publication; }

bool dates_agree(const Event& a, const Event& b) {
  if (!a.date || !b.date) return true;
  const Interval &x = a.date->interval, &y = b.date->interval;
  const auto day = [](const Moment& moment) { return std::chrono::sys_days{moment.day}; };
  // A date that is only the day of publication excludes nothing of the days just before it.
  const auto slack = std::chrono::days{from_text(*a.date) && from_text(*b.date) ? 0 : 2};
  if (x.earliest && y.latest && day(*x.earliest) > day(*y.latest) + slack) return false;
  if (y.earliest && x.latest && day(*y.earliest) > day(*x.latest) + slack) return false;
  return true;
}

bool places_agree(const Event& a, const Event& b) {
  if (!a.place || !b.place) return true;
  const EventPlace &x = *a.place, &y = *b.place;
  if (!x.geonames.empty() && x.geonames == y.geonames) return true;
  if (x.name == y.name) return true;
  if (!x.country.empty() && !y.country.empty() && x.country != y.country) return false;
  return x.precision == "country" || y.precision == "country" || x.precision == "region" || y.precision == "region";
}

bool numbers_agree(const Event& a, const Event& b) {
  for (const Count& x : a.counts)
    for (const Count& y : b.counts) {
      if (x.what != y.what || !x.low || !y.low) continue;
      const double small = std::min(*x.low, *y.low), large = std::max(*x.low, *y.low);
      if (large > 2 * small + 2) return false;
    }
  return true;
}

bool kinds_agree(const Event& a, const Event& b) {
  if (a.type != b.type || a.status != b.status) return false;
  if (a.mode == b.mode || a.mode.empty() || b.mode.empty()) return (a.mode == "visit") == (b.mode == "visit");
  return a.type == EventType::ASSAULT || a.type == EventType::PROTEST;
}

bool one_of(std::initializer_list<std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "the third time he has visited", "has met him often this year": tells of several happenings, not of this one.
bool counts_happenings(const Coded& coded, const Event& event) {
  const Sentence& sentence = coded.parse.sentences[event.sentence];
  for (const WordRange& trigger : event.trigger_words) {
    bool perfect = false;
    for (std::uint32_t i = sentence.child_begin[trigger.head]; i < sentence.child_begin[trigger.head + 1]; ++i) {
      const Word& child = sentence.words[sentence.child_list[i]];
      perfect = perfect || (child.relation == "aux" && child.lemma == "have" && child.form != "had");
    }
    if (!perfect) continue;
    if (const std::int32_t above = sentence.words[trigger.head].head;
        above != kRoot && sentence.words[static_cast<std::size_t>(above)].lemma == "time")
      return true;
    for (const Word& word : sentence.words)
      if (one_of({"time", "times", "twice", "repeatedly", "often"}, word.lemma)) return true;
  }
  return false;
}

// "his previous visit"
bool earlier_one(const Coded& coded, const Event& event) {
  const Sentence& sentence = coded.parse.sentences[event.sentence];
  for (const WordRange& trigger : event.trigger_words)
    for (std::uint32_t i = sentence.child_begin[trigger.head]; i < sentence.child_begin[trigger.head + 1]; ++i)
      if (one_of({"previous", "last", "earlier", "past", "former", "first"},
                 sentence.words[sentence.child_list[i]].lemma))
        return true;
  return false;
}

}  // namespace

bool same_happening(const Coded& coded, const Event& a, const Event& b) {
  if (counts_happenings(coded, a) || counts_happenings(coded, b) || earlier_one(coded, a) != earlier_one(coded, b))
    return false;
  if (!kinds_agree(a, b) || !numbers_agree(a, b) || !dates_agree(a, b) || !places_agree(a, b)) return false;
  if (a.status != EventStatus::asserted && a.status != EventStatus::planned) return false;
  // Words repeat: two condemnations by one minister are two, unless they are told of the same target and day.
  return parties_agree(coded, a, b);
}

}  // namespace wireroom
