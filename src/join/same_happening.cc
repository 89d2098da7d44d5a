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
  return (event.type == EventType::CONSULT && event.mode != "visit") || event.type == EventType::COOPERATE ||
         event.type == EventType::AGREE || (event.type == EventType::SUPPORT && event.cameo == "057");
}

std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

// What is known of a party: of its actor, or of a thing that is none.
struct Likely {
  ActorKind kind = ActorKind::unnamed;
  std::string_view name, country, sector;
};

Likely likely(const Actor& actor) { return {actor.kind, actor.name, actor.country, actor.sector}; }

std::vector<Likely> all_likely(const Coded& coded, const std::vector<Party>& parties) {
  std::vector<Likely> all;
  for (const Party& party : parties) {
    if (party.actor)
      all.push_back(likely(coded.actors.actors[*party.actor]));
    else
      all.push_back({ActorKind::unnamed, coded.report.text.view(party.span), party.country, {}});
  }
  return all;
}

// How two actors may be one side of a happening: 2 the same, 1 one may stand for the other, -1 they are two.
int likeness(const Likely& a, const Likely& b) {
  const bool persons = a.kind == ActorKind::person && b.kind == ActorKind::person;
  if (persons) return -1;
  const auto named = [](const Likely& actor) {
    return actor.kind != ActorKind::unnamed && actor.kind != ActorKind::group;
  };
  if (!named(a) && !named(b)) {  // "82 schoolgirls", "the girls"
    const std::string_view x = last_word(a.name), y = last_word(b.name);
    if (!x.empty() && !y.empty() && (x.ends_with(y) || y.ends_with(x))) return 2;
  }
  const bool state = a.kind == ActorKind::country || b.kind == ActorKind::country;
  // A country, its capital and its minister may stand for one another: "talks with Russia", "talks with Lavrov".
  if (state && !a.country.empty() && a.country == b.country) return 1;
  if (a.sector.empty() || a.sector != b.sector) return -1;
  if (!a.country.empty() && a.country == b.country) return 1;  // "the Malian army", "soldiers"
  return (a.country.empty() && !named(a)) || (b.country.empty() && !named(b)) ? 1 : -1;
}

// The best likeness between two sides; 0 if one of them is not told.
int side(const Coded& coded, const std::vector<Party>& a, const std::vector<Party>& b) {
  if (a.empty() || b.empty()) return 0;
  const std::vector<std::uint32_t> x = actors_of(a), y = actors_of(b);
  if (!common(x, y).empty()) return 2;
  int best = -1;
  for (const Likely& i : all_likely(coded, a))
    for (const Likely& j : all_likely(coded, b)) best = std::max(best, likeness(i, j));
  return best;
}

// Headlines, standfirsts and captions name the state for its minister and the crowd for its leader.
bool in_brief(const Coded& coded, const Event& event) {
  const std::uint32_t block = coded.parse.sentences[event.sentence].block;
  if (block >= coded.report.blocks.size()) return false;
  const BlockKind kind = coded.report.blocks[block].kind;
  return kind == BlockKind::headline || kind == BlockKind::standfirst || kind == BlockKind::caption;
}

bool parties_agree(const Coded& coded, const Event& a, const Event& b) {
  const bool brief = in_brief(coded, a) || in_brief(coded, b);
  if (symmetric(a) && symmetric(b)) {
    std::vector<Party> all_a = a.source, all_b = b.source;
    all_a.insert(all_a.end(), a.target.begin(), a.target.end());
    all_b.insert(all_b.end(), b.target.begin(), b.target.end());
    const std::vector<std::uint32_t> x = actors_of(all_a), y = actors_of(all_b);
    const std::size_t shared = common(x, y).size();
    // Two of two shared, or one side tells only one party and that is shared.
    if (shared >= 2 || (shared == 1 && std::min(x.size(), y.size()) == 1)) return true;
    // "Chad and Sudan sign", "the presidents of Chad and Sudan signed": each party finds another of the other record.
    if (x.size() != 2 || y.size() != 2) return false;
    const auto alike = [&](std::uint32_t i, std::uint32_t j) {
      return i == j || likeness(likely(coded.actors.actors[i]), likely(coded.actors.actors[j])) > 0;
    };
    return (alike(x[0], y[0]) && alike(x[1], y[1])) || (alike(x[0], y[1]) && alike(x[1], y[0]));
  }
  const int sources = side(coded, a.source, b.source), targets = side(coded, a.target, b.target);
  if (sources < 0 || targets < 0) return false;
  return std::max(sources, targets) == 2 || (brief && std::max(sources, targets) == 1) ||
         (sources == 1 && targets == 1);
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

SameHappening::SameHappening(const Coded& coded) : coded_(coded) {
  for (const Event& event : coded.events) told_.push_back({counts_happenings(coded, event), earlier_one(coded, event)});
}

bool SameHappening::operator()(std::uint32_t first, std::uint32_t second) const {
  if (told_[first].of_several || told_[second].of_several || told_[first].earlier != told_[second].earlier)
    return false;
  const Event &a = coded_.events[first], &b = coded_.events[second];
  if (!kinds_agree(a, b) || !numbers_agree(a, b) || !dates_agree(a, b) || !places_agree(a, b)) return false;
  if (a.status != EventStatus::asserted && a.status != EventStatus::planned) return false;
  // Words repeat: two condemnations by one minister are two, unless they are told of the same target and day.
  return parties_agree(coded_, a, b);
}

}  // namespace wireroom
