#include "statement/speakers.h"

#include <algorithm>

#include "base/unicode.h"

namespace wireroom {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Words of the phrase around its head without a break, so that a distant child cannot stretch it over others.
Words phrase(const SentenceView& s, std::uint32_t head) {
  Words without;
  for (const std::uint32_t c : s.children(head)) {
    const std::string_view base = s.base_relation(c);
    const bool incidental = s.relation(c) == "acl:relcl" || base == "parataxis" || base == "ccomp" || base == "advcl" ||
                            base == "case" || base == "punct" || base == "cop" || base == "nsubj" || base == "mark" ||
                            base == "cc" || base == "obl" || (base == "advmod" && c < head);
    const bool inner_case = base == "case" && c > head;  // the 's of a possessor
    const bool inner_punct = base == "punct" && c != head;
    if (base == "cc" || inner_punct) continue;
    if (incidental || inner_case) without.push_back(c);
  }
  Words words = s.subtree(head, without);
  while (words.size() > 1 && s.is_punctuation(words.back())) words.pop_back();
  while (words.size() > 1 && words.front() != head && s.is_punctuation(words.front())) words.erase(words.begin());
  const auto at = std::find(words.begin(), words.end(), head);
  Words run{head};
  for (auto i = at; i != words.begin();) {
    --i;
    if (*i + 1 != run.front()) break;
    run.insert(run.begin(), *i);
  }
  for (auto i = at + 1; i != words.end() && *i == run.back() + 1; ++i) run.push_back(*i);
  while (run.size() > 1 && s.is_punctuation(run.back())) run.pop_back();
  return run;
}

std::optional<std::uint32_t> number_of(const Actors& actors, const Mention* mention) {
  if (!mention) return std::nullopt;
  return static_cast<std::uint32_t>(mention - actors.mentions.data());
}

// "Twitter", "news conference", "state television": the head alone or with the word before it.
std::optional<MediumKind> medium_of(const SentenceView& s, const CueTable& cues, std::uint32_t head) {
  if (head > 0)
    if (const auto two = cues.medium(s.form(head - 1) + " " + s.form(head))) return two;
  if (const auto one = cues.medium(s.form(head))) return one;
  return cues.medium(s.word(head).lemma);
}

}  // namespace

Party party_at(const Coded& coded, const SentenceView& s, std::uint32_t head) {
  const Words words = phrase(s, head);
  Party party;
  party.words = {s.number(), words.front(), words.back(), head};
  party.span = s.span(words.front(), words.back());
  const Mention* mention = coded.actors.with_head(s.number(), head);
  if (mention && mention->form == MentionForm::adjective) mention = nullptr;
  if (!mention) {
    const Mention* around = coded.actors.covering(s.number(), head);
    if (around && around->form != MentionForm::adjective && around->words.last - around->words.first < 12)
      mention = around;
  }
  if (mention) {
    party.mention = number_of(coded.actors, mention);
    party.actor = mention->actor;
    if (mention->words.first < party.words.first) {  // "U.S. Secretary of State" hangs on the name in some trees
      party.words.first = mention->words.first;
      party.span.begin = std::min(party.span.begin, mention->span.begin);
    }
  }
  return party;
}

void read_circumstances(const Coded& coded, const SentenceView& s, const CueTable& cues, const Attribution& a,
                        Statement& statement) {
  const auto inside = [&a](std::uint32_t i) { return std::binary_search(a.content.begin(), a.content.end(), i); };
  Words beside = s.children(a.cue);
  // Some trees hang "in remarks" on the words quoted before the cue.
  for (std::uint32_t i = a.cue + 1; i < s.size(); ++i)
    if (s.quotation(i) < 0 && s.head(i) && s.quotation(*s.head(i)) >= 0 && s.quotation(a.cue) < 0) beside.push_back(i);
  for (const std::uint32_t c : beside) {
    const std::string_view base = s.base_relation(c);
    if (inside(c) || s.quotation(c) >= 0) continue;
    if (base == "obl" || base == "advcl" || base == "nmod") {
      const std::string_view preposition = s.preposition(c);
      const Words words = phrase(s, c);
      if (one_of(preposition, {"on", "in", "at", "via", "through", "during", "by", "over", "from"})) {
        if (const auto kind = medium_of(s, cues, c)) {
          const Span span = s.span(words.front(), words.back());
          const bool event =
              *kind == MediumKind::press_conference || *kind == MediumKind::speech || *kind == MediumKind::interview;
          if (event && !statement.occasion) {
            const Words whole = s.subtree(c);
            std::uint32_t first = words.front();
            statement.occasion = s.span(
                first, std::max(words.back(), whole.back() > words.back() && whole.back() - first < 14 ? whole.back()
                                                                                                       : words.back()));
          }
          if (!statement.medium) statement.medium = Medium{*kind, span};
        }
      }
    }
    for (std::uint32_t t = 0; t < coded.times.size() && !statement.date; ++t) {
      const TimeExpression& time = coded.times[t];
      if (time.words.sentence != s.number() || time.kind == TimeKind::DURATION || time.kind == TimeKind::SET) continue;
      if (time.words.head != c || !time.interval.earliest) continue;
      EventDate date;
      date.interval = time.interval;
      date.precision = time.precision.value_or(Precision::day);
      date.basis = time.basis;
      date.span = time.span;
      date.time = t;
      statement.date = date;
    }
    for (std::uint32_t p = 0; p < coded.places.size() && !statement.place; ++p) {
      const Place& place = coded.places[p];
      if (place.words.sentence != s.number() || place.words.head != c || place.form != PlaceForm::name) continue;
      if (!one_of(s.preposition(c), {"in", "at", "near"})) continue;
      EventPlace where;
      where.name = place.name;
      where.geonames = place.geonames;
      where.country = place.country;
      where.latitude = place.latitude;
      where.longitude = place.longitude;
      where.precision = place.kind == PlaceKind::country  ? "country"
                        : place.kind == PlaceKind::region ? "region"
                        : place.kind == PlaceKind::city   ? "city"
                                                          : "point";
      where.span = place.span;
      where.place = p;
      statement.place = where;
    }
  }
}

}  // namespace wireroom
