#include "event/circumstances.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 15> kLiteral = {"in",     "at",      "near", "outside", "inside",
                                                       "around", "across",  "off",  "within",  "into",
                                                       "along",  "through", "from", "to",      "throughout"};

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

int coarseness(const Place& place) {
  if (place.kind == PlaceKind::city) return 0;
  if (place.kind == PlaceKind::facility) return place.latitude ? 0 : 1;
  if (place.kind == PlaceKind::country) return 3;
  return place.latitude ? 1 : 2;
}

template <typename Item>
std::pair<std::size_t, std::size_t> range_of(const std::vector<Item>& items, std::uint32_t sentence) {
  const auto first = std::lower_bound(items.begin(), items.end(), sentence,
                                      [](const Item& i, std::uint32_t s) { return i.words.sentence < s; });
  auto last = first;
  while (last != items.end() && last->words.sentence == sentence) ++last;
  return {static_cast<std::size_t>(first - items.begin()), static_cast<std::size_t>(last - items.begin())};
}

int distance(const EventDraft& draft, Tree::Node node) {
  int best = std::numeric_limits<int>::max();
  for (Tree::Node trigger : draft.triggers)
    best = std::min(best, std::abs(static_cast<int>(trigger) - static_cast<int>(node)));
  return best;
}

}  // namespace

Circumstances::Circumstances(const Coded& coded, std::uint32_t sentence, const Tree& tree, const PartyFinder& finder,
                             const WordClasses& classes)
    : coded_(coded), sentence_(sentence), tree_(tree), finder_(finder), classes_(classes), cue_(tree.size(), false) {
  for (const std::uint32_t statement : finder.index().cued_in(sentence))
    for (const WordRange& words : coded.statements[statement].cue_words)
      if (words.sentence == sentence)
        for (std::uint32_t i = words.first; i <= words.last && i < tree.size(); ++i) cue_[i] = true;
}

Circumstances::Owner Circumstances::owner_of(Tree::Node node, const std::vector<EventDraft>& drafts) const {
  Owner owner;
  std::optional<Tree::Node> at = node;
  for (; at && owner.steps < 40; at = tree_.head(*at), ++owner.steps) {
    for (std::size_t i = 0; i < drafts.size(); ++i)
      if (drafts[i].has_trigger(*at) && *at != node) {
        owner.draft = static_cast<std::int32_t>(i);
        return owner;
      }
    // "when he took office in 2016", "who lives in Lyon": a time or place of another clause
    if (*at != node && (tree_.is_verb(*at) || !tree_.children(*at, "cop").empty()) &&
        (tree_.is(*at, "advcl") || tree_.is(*at, "acl") || tree_.is(*at, "ccomp") || tree_.is(*at, "parataxis")))
      owner.elsewhere = true;
    if (cue_[*at] && tree_.is_verb(*at)) owner.reported = true;
    if (classes_.in("report", tree_.lemma(*at)) && tree_.is_verb(*at) && *at != node) owner.reported = true;
    if (!owner.literal)
      owner.literal = one_of(kLiteral, tree_.preposition(*at)) || (tree_.is(*at, "advmod") && *at == node);
  }
  return owner;
}

void Circumstances::fill(std::vector<EventDraft>& drafts) const {
  date(drafts);
  place(drafts);
  duration(drafts);
  counts(drafts);
}

void Circumstances::publication(Event& event) const {
  if (event.status != EventStatus::asserted || !coded_.report.published) return;
  const Published& published = *coded_.report.published;
  EventDate date;
  date.interval.latest = Moment{published.date, std::nullopt};
  date.interval.earliest = date.interval.latest;
  date.precision = published.precision;
  date.basis = TimeBasis::publication;
  event.date = date;
}

void Circumstances::date(std::vector<EventDraft>& drafts) const {
  const auto [first, last] = range_of(coded_.times, sentence_);
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    std::optional<std::size_t> best;
    int best_rank = std::numeric_limits<int>::max();
    for (std::size_t t = first; t < last; ++t) {
      const TimeExpression& time = coded_.times[t];
      if (time.kind != TimeKind::DATE && time.kind != TimeKind::TIME) continue;
      if (!time.interval.earliest && !time.interval.latest) continue;
      const Owner owner = time_owner(time, drafts);
      const bool mine = owner.draft == static_cast<std::int32_t>(d);
      if (owner.elsewhere || (!mine && (owner.draft >= 0 || owner.reported))) continue;
      const std::string bound = tree_.preposition(time.words.head);
      if (bound == "until" || bound == "till" || bound == "before" || bound == "after" || bound == "following")
        continue;
      if (bound == "since" && !present_perfect(d, drafts)) continue;
      if (bound == "by" && drafts[d].event.status == EventStatus::asserted) continue;
      const int rank = (mine ? 0 : 1000) + owner.steps * 10 + distance(drafts[d], time.words.head);
      if (rank < best_rank) {
        best_rank = rank;
        best = t;
      }
    }
    Event& event = drafts[d].event;
    if (!best) {
      if (!counted(drafts[d]) && !of_an_epoch(drafts[d])) publication(event);
      continue;
    }
    const TimeExpression& time = coded_.times[*best];
    event.date = EventDate{time.interval, time.precision.value_or(Precision::day), time.basis, time.span,
                           static_cast<std::uint32_t>(*best)};
    if (tree_.preposition(time.words.head) == "by") event.date->interval.earliest.reset();
    // "have demonstrated since October 17": until now
    if (tree_.preposition(time.words.head) == "since" && event.status == EventStatus::asserted &&
        present_perfect(d, drafts) && coded_.report.published)
      event.date->interval.latest = Moment{coded_.report.published->date, std::nullopt};
  }
  share_date(drafts);
}

bool Circumstances::perfect(Tree::Node verb) const {
  for (Tree::Node child : tree_.children(verb))
    if (tree_.is(child, "aux") && tree_.lemma(child) == "have" && tree_.form(child) != "had") return true;
  return false;
}

bool Circumstances::present_perfect(std::size_t draft, const std::vector<EventDraft>& drafts) const {
  return std::any_of(drafts[draft].triggers.begin(), drafts[draft].triggers.end(),
                     [&](Tree::Node trigger) { return perfect(trigger); });
}

// "has visited the country for the third time": a count of happenings has no day.
bool Circumstances::counted(const EventDraft& draft) const {
  for (Tree::Node trigger : draft.triggers) {
    if (!perfect(trigger)) continue;
    if (const auto up = tree_.head(trigger); up && tree_.lemma(*up) == "time") return true;
    for (Tree::Node child : tree_.children(trigger))
      if (tree_.lemma(child) == "time" || tree_.lemma(child) == "twice" || tree_.lemma(child) == "repeatedly")
        return true;
  }
  return false;
}

// "were killed in the conflict", "fell during the occupation": years long, no day.
bool Circumstances::of_an_epoch(const EventDraft& draft) const {
  for (Tree::Node trigger : draft.triggers)
    for (Tree::Node child : tree_.children(trigger))
      if (tree_.is(child, "obl") && classes_.in("epoch", tree_.lemma(child))) {
        const std::string preposition = tree_.preposition(child);
        if (preposition == "in" || preposition == "during" || preposition == "throughout" || preposition == "over")
          return true;
      }
  return false;
}

// The present perfect takes no definite day of the past: "have released the girls who were kidnapped three years ago"
// says when they were kidnapped, however the words hang.
Circumstances::Owner Circumstances::time_owner(const TimeExpression& time,
                                               const std::vector<EventDraft>& drafts) const {
  Owner owner = owner_of(time.words.head, drafts);
  if (owner.draft < 0 || !coded_.report.published || !time.interval.latest) return owner;
  if (!(time.interval.latest->day < coded_.report.published->date)) return owner;
  const EventDraft& draft = drafts[static_cast<std::size_t>(owner.draft)];
  if (!present_perfect(static_cast<std::size_t>(owner.draft), drafts)) return owner;
  const std::string preposition = tree_.preposition(time.words.head);
  if (preposition == "since" || preposition == "over" || preposition == "during") return owner;
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (drafts[i].head > draft.head && drafts[i].head < time.words.first && tree_.below(drafts[i].head, draft.head)) {
      owner.draft = static_cast<std::int32_t>(i);
      owner.steps = 1;
    }
  return owner;
}

// "arrived on Friday and met the king": the day of the first holds for what its subject did next.
void Circumstances::share_date(std::vector<EventDraft>& drafts) const {
  for (EventDraft& later : drafts) {
    if (later.event.status != EventStatus::asserted || !tree_.is_verb(later.head) || !tree_.is(later.head, "conj") ||
        !tree_.children(later.head, "nsubj").empty())
      continue;
    if (later.event.date && later.event.date->basis != TimeBasis::publication) continue;
    for (const EventDraft& first : drafts)
      if (tree_.head(later.head) == first.head && first.event.date && first.event.status == EventStatus::asserted &&
          first.event.date->basis != TimeBasis::publication && first.event.date->span &&
          first.event.date->span->end <= tree_.word(later.head).span.begin)
        later.event.date = first.event.date;
  }
}

void Circumstances::duration(std::vector<EventDraft>& drafts) const {
  const auto [first, last] = range_of(coded_.times, sentence_);
  for (std::size_t t = first; t < last; ++t) {
    const TimeExpression& time = coded_.times[t];
    if (time.kind != TimeKind::DURATION) continue;
    const Owner owner = owner_of(time.words.head, drafts);
    if (owner.draft < 0 || owner.steps > 4) continue;
    const std::string preposition = tree_.preposition(time.words.head);
    if (!preposition.empty() && preposition != "for" && preposition != "of")
      continue;  // "after two weeks", "in three days"
    Event& event = drafts[static_cast<std::size_t>(owner.draft)].event;
    if (event.duration) continue;
    event.duration = Duration{time.value, time.duration_low, time.duration_high, !time.modifier.empty(), time.span};
  }
}

namespace {

// "sent troops to Goma", "delivered food to Kodok": it is where they go.
bool comes_to(const Event& event) {
  return (event.type == EventType::MOBILIZE || event.type == EventType::AID) && event.status == EventStatus::asserted;
}

// "imposed a curfew on Lokoja" is there; what befalls a state is not in all of its land.
bool spans_a_land(const Place& place) { return place.kind == PlaceKind::country; }

}  // namespace

void Circumstances::place(std::vector<EventDraft>& drafts) const {
  const auto [first, last] = range_of(coded_.places, sentence_);
  const bool caption = coded_.parse.sentences[sentence_].block < coded_.report.blocks.size() &&
                       coded_.report.blocks[coded_.parse.sentences[sentence_].block].kind == BlockKind::caption;
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    std::optional<std::size_t> best;
    int best_rank = std::numeric_limits<int>::max();
    const EventDraft& draft = drafts[d];
    for (std::size_t p = first; p < last; ++p) {
      const Place& place = coded_.places[p];
      if (place.form != PlaceForm::name) continue;
      const Owner owner = owner_of(place.words.head, drafts);
      const bool mine = owner.draft == static_cast<std::int32_t>(d);
      const std::string preposition = tree_.preposition(place.words.head);
      const bool moving = preposition == "to" || preposition == "from";
      if (moving && draft.event.mode != "visit" && draft.event.mode != "withdraw" &&
          !(preposition == "to" && mine && comes_to(draft.event)))
        continue;
      bool talked_of = false;  // "discussed the situation in Syria"
      for (const OtherParty& other : draft.event.other)
        talked_of =
            talked_of ||
            (other.role == Role::topic &&
             (other.party.words.head == place.words.head || tree_.below(place.words.head, other.party.words.head) ||
              (place.words.head > other.party.words.last && place.words.head <= other.party.words.last + 3)));
      if (draft.event.type == EventType::CONSULT && tree_.head(place.words.head) &&
          tree_.is(*tree_.head(place.words.head), "obj"))
        talked_of = true;
      if (talked_of) continue;
      bool target = false;  // "shelled Goma", "visited Russia": the place is where it happens
      for (const Party& party : draft.event.target) target = target || party.words.head == place.words.head;
      if (!mine && !target && (owner.draft >= 0 || owner.reported)) continue;
      if (owner.elsewhere && !target) continue;
      bool of_party = false;  // "rebels in Syria met": where they are from
      for (const Party& party : draft.event.source)
        of_party = of_party || (party.words.head != place.words.head && party.words.first <= place.words.head &&
                                place.words.head <= party.words.last);
      if (of_party) continue;
      const bool happens_at_target =
          target && (draft.event.mode == "visit" || draft.event.type == EventType::ASSAULT || comes_to(draft.event) ||
                     (draft.event.type == EventType::COERCE && !spans_a_land(place)));
      if (!owner.literal && !happens_at_target) continue;
      if (target && !happens_at_target && !owner.literal) continue;
      const int rank =
          (mine || target ? 0 : 1000) + coarseness(place) * 40 + owner.steps * 10 + distance(draft, place.words.head);
      if (rank < best_rank) {
        best_rank = rank;
        best = p;
      }
    }
    if (best)
      drafts[d].event.place = event_place(coded_.places, static_cast<std::uint32_t>(*best),
                                          caption ? PlaceBasis::caption : PlaceBasis::expression);
    if (!best) from_dateline(drafts[d].event);
  }
  // "During the visit to Hanoi he also held talks": where the visit is.
  for (EventDraft& part : drafts)
    for (const EventDraft& visit : drafts)
      if (part.event.type == EventType::CONSULT && !part.event.place && visit.event.mode == "visit" &&
          visit.event.place && (tree_.below(visit.head, part.head, 2) || tree_.below(part.head, visit.head, 3)))
        part.event.place = visit.event.place;
}

// A reporter who writes from a place tells in the first paragraph what happened there, if no other place is told. Words
// of governments may fall anywhere.
void Circumstances::from_dateline(Event& event) const {
  const Report& report = coded_.report;
  const std::uint32_t block = coded_.parse.sentences[sentence_].block;
  if (!report.dateline || report.dateline->place.empty() || block == 0 || block >= report.blocks.size()) return;
  if (report.blocks[block - 1].kind != BlockKind::dateline) return;
  const bool deed = event.type == EventType::CONSULT || event.type == EventType::PROTEST ||
                    event.type == EventType::ASSAULT || event.type == EventType::COERCE ||
                    (event.type == EventType::SUPPORT && event.cameo == "057");
  if (!deed || event.status != EventStatus::asserted) return;
  const std::string_view printed = report.dateline->place;
  const std::string_view city = printed.substr(0, printed.find(','));
  if (const auto known = finder_.index().dateline_place()) {
    event.place = event_place(coded_.places, *known, PlaceBasis::dateline);
    event.place->span = report.dateline->place_span;
    return;
  }
  EventPlace place;  // a place that no table knows has at least its name: "BAMAKO" is Bamako
  bool inside = false;
  for (const char letter : city) {
    const auto byte = static_cast<unsigned char>(letter);
    place.name += static_cast<char>(inside ? std::tolower(byte) : byte);
    inside = byte >= 0x80 || std::isalpha(byte) != 0;
  }
  place.precision = "city";
  place.basis = PlaceBasis::dateline;
  place.span = report.dateline->place_span;
  event.place = std::move(place);
}

std::string Circumstances::counted_as(const Quantity& quantity, Tree::Node what) const {
  const auto by = [&](Tree::Node node) -> std::string {
    const std::string_view lemma = tree_.lemma(node);
    if (classes_.in("killing", lemma)) return "killed";
    if (classes_.in("injuring", lemma)) return "injured";
    if (classes_.in("arresting", lemma)) return "arrested";
    if (classes_.in("displacing", lemma)) return "displaced";
    if (lemma == "missing" || lemma == "disappear") return "missing";
    return {};
  };
  if (const std::string own = by(what); !own.empty()) return own;
  for (Tree::Node child : tree_.children(what))
    if (tree_.is(child, "amod") || tree_.is(child, "acl"))
      if (const std::string near = by(child); !near.empty()) return near;
  Tree::Node at = what;
  for (int i = 0; i < 3; ++i) {
    const std::optional<Tree::Node> up = tree_.head(at);
    if (!up) break;
    const std::string_view relation = tree_.base(at);
    if (relation == "obj" || tree_.word(at).relation == "nsubj:pass" ||
        (relation == "nsubj" && (tree_.lemma(*up) == "die" || tree_.is(*up, "root"))) ||
        (relation == "nmod" && tree_.preposition(at) == "of") || relation == "nmod")
      if (const std::string near = by(*up); !near.empty()) {
        if (relation == "nsubj" && tree_.is_verb(*up) && !tree_.is_passive(*up) && tree_.lemma(*up) != "die")
          break;  // "two men killed …"
        return near;
      }
    if (relation != "conj" && relation != "nmod" && relation != "obj" && relation != "nummod") break;
    at = *up;
  }
  if (classes_.in("protester", tree_.lemma(what))) return "protesters";
  (void)quantity;
  return {};
}

void Circumstances::counts(std::vector<EventDraft>& drafts) const {
  const auto [first, last] = range_of(coded_.quantities, sentence_);
  for (std::size_t q = first; q < last; ++q) {
    const Quantity& quantity = coded_.quantities[q];
    if (!quantity.low && !quantity.high) continue;
    const Tree::Node what = quantity.what_head.value_or(quantity.words.head);
    if (what >= tree_.size()) continue;
    std::string kind = counted_as(quantity, what);
    const Owner owner = owner_of(what, drafts);
    std::int32_t chosen = owner.draft;
    for (std::size_t d = 0; d < drafts.size() && kind.empty(); ++d)  // those who march are the protesters
      if (drafts[d].event.type == EventType::PROTEST)
        for (const Party& party : drafts[d].event.source)
          if (party.words.first <= quantity.words.head && quantity.words.head <= party.words.last &&
              finder_.traits(party).actor) {
            kind = "protesters";
            chosen = static_cast<std::int32_t>(d);
          }
    if (kind.empty()) continue;
    if (chosen < 0)  // "12 people died in …": the only act of violence of the sentence
      for (std::size_t d = 0; d < drafts.size(); ++d)
        if (drafts[d].event.type == EventType::ASSAULT) chosen = static_cast<std::int32_t>(d);
    if (chosen < 0) continue;
    Count count;
    count.what = std::move(kind);
    count.low = quantity.low;
    count.high = quantity.high;
    count.approximate = quantity.approximate;
    count.span = quantity.span;
    if (finder_.mention_at(what) != nullptr) count.of = finder_.party(what);
    drafts[static_cast<std::size_t>(chosen)].event.counts.push_back(std::move(count));
  }
}

}  // namespace wireroom
