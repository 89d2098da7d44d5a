#include "statement/circumstances.h"

#include <algorithm>

#include "statement/speakers.h"

namespace wireroom {
namespace {

// "Twitter", "news conference", "state television": the head alone or with the word before it.
const MediumWords* medium_of(const SentenceView& s, const CueTable& cues, std::uint32_t head) {
  for (const std::string& last : {s.form(head), s.word(head).lemma}) {
    if (head > 0)
      if (const auto* two = cues.medium(s.form(head - 1) + " " + last)) return two;
    if (const auto* one = cues.medium(last)) return one;
  }
  return nullptr;
}

// A name, of a broadcaster perhaps.
bool is_capital(std::string_view form) { return !form.empty() && form[0] >= 'A' && form[0] <= 'Z'; }

// Reads the phrases of one cue.
class Circumstances {
 public:
  Circumstances(const Coded& coded, const SentenceView& s, const CueTable& cues, const Attribution& a,
                Statement& statement)
      : coded_(coded), s_(s), cues_(cues), a_(a), statement_(statement) {}

  void read() {
    const Words around = region();
    for (const std::uint32_t c : around) words_said_in(c);
    for (const std::uint32_t c : around) {
      date_at(c);
      place_at(c, around);
    }
    told_to_media();
  }

 private:
  // Words below the cue that are neither content, source nor quoted: where, when and how it was said. What the tree
  // hangs on the quoted words but stands behind the cue belongs here, too.
  [[nodiscard]] Words region() const {
    Words roots;
    for (const std::uint32_t c : s_.children(a_.cue))
      if (among(s_.base_relation(c), {"obl", "advcl", "nmod", "advmod"})) roots.push_back(c);
    const auto foreign = [&](std::uint32_t h) { return contains(a_.content, h) || s_.quotation(h) >= 0; };
    if (s_.quotation(a_.cue) < 0 && s_.is_verb(a_.cue))
      for (std::uint32_t i = a_.cue + 1; i < s_.size(); ++i)
        if (const auto h = s_.head(i); h && foreign(*h) && !foreign(i) && !s_.is_punctuation(i) && i < a_.cue + 30)
          roots.push_back(i);
    // "Speaking from Kabul, she said": the participle's phrases tell where and when.
    if (const auto above = s_.head(a_.cue); above && s_.relation(a_.cue) == "ccomp") roots.push_back(*above);
    Words all;
    for (const std::uint32_t root : roots) {
      if (foreign(root) || (a_.source && root == *a_.source)) continue;
      if (s_.is_verb(root) && !among(s_.form(root), {"speaking", "talking", "addressing", "writing", "appearing"}))
        continue;
      for (const std::uint32_t i : s_.subtree(root))
        if (!foreign(i) && i != a_.cue) all.push_back(i);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  void words_said_in(std::uint32_t c) {
    if (!s_.is_nominal(c)) return;
    const std::string_view preposition = s_.preposition(c);
    const auto above = s_.head(c);
    const bool addressed = above && among(s_.form(*above), {"addressing"}) && s_.base_relation(c) == "obj";
    if (!addressed && !among(preposition, {"on", "in", "at", "via", "through", "during", "by", "over", "from", "after",
                                           "before", "ahead"}))
      return;
    const MediumWords* what = medium_of(s_, cues_, c);
    if (!what) return;
    const bool aside = among(preposition, {"after", "before", "ahead", "by", "from"});
    const Words words = phrase_words(s_, c);
    if (what->occasion && !statement_.occasion) {
      Words whole = s_.subtree(c);
      std::erase_if(whole, [&](std::uint32_t i) { return i < words.front() || contains(a_.content, i); });
      Words run;  // without a break, and without a clause of its own
      for (const std::uint32_t i : whole) {
        if (!run.empty() && (i != run.back() + 1 || i >= run.front() + 14)) break;
        if (s_.is_finite(i) || s_.form(i) == ",") break;
        run.push_back(i);
      }
      while (run.size() > 1 && (s_.is_punctuation(run.back()) || s_.word(run.back()).upos == "ADP")) run.pop_back();
      if (!run.empty()) statement_.occasion = s_.span(run.front(), run.back());
    }
    if (what->kind && !aside && !statement_.medium)
      statement_.medium = Medium{*what->kind, s_.span(words.front(), words.back())};
  }

  // "told state television", "told a news conference": what is told carries the words. "told CNN", "speaking to
  // Reuters", "told John Doe of the BBC": an interview.
  void told_to_media() {
    if (statement_.medium) return;
    for (const std::uint32_t told : a_.addressees) {
      const MediumWords* what = medium_of(s_, cues_, told);
      if (!what || !what->kind || is_capital(s_.word(told).form)) continue;
      const Words words = phrase_words(s_, told);
      statement_.medium = Medium{*what->kind, s_.span(words.front(), words.back())};
      if (what->occasion && !statement_.occasion) statement_.occasion = statement_.medium->span;
      return;
    }
    const auto press = [&](std::uint32_t i) {
      const Mention* mention = coded_.actors.with_head(s_.number(), i);
      if (!mention) return false;
      const Actor& actor = coded_.actors.actors[mention->actor];
      return actor.kind == ActorKind::organisation && (actor.sector == "JRN" || actor.sector2 == "JRN");
    };
    for (const std::uint32_t told : a_.addressees)
      for (const std::uint32_t i : s_.subtree(told))
        if (!statement_.medium && !contains(a_.content, i) && (i == told || s_.preposition(i) == "of") && press(i)) {
          const Words words = phrase_words(s_, i);
          statement_.medium = Medium{MediumKind::interview, s_.span(words.front(), words.back())};
        }
  }

  // The first of a list in the order of the text that stands in this sentence or behind it.
  template <typename Item>
  [[nodiscard]] std::size_t first_in(const std::vector<Item>& items) const {
    const auto first =
        std::partition_point(items.begin(), items.end(), [&](const Item& i) { return i.words.sentence < s_.number(); });
    return static_cast<std::size_t>(first - items.begin());
  }

  void date_at(std::uint32_t c) {
    for (std::size_t t = first_in(coded_.times); t < coded_.times.size() && !statement_.date; ++t) {
      const TimeExpression& time = coded_.times[t];
      if (time.words.sentence != s_.number()) return;
      if (time.kind == TimeKind::DURATION || time.kind == TimeKind::SET) continue;
      if (time.words.head != c || !time.interval.earliest) continue;
      EventDate date;
      date.interval = time.interval;
      date.precision = time.precision.value_or(Precision::day);
      date.basis = time.basis;
      date.span = time.span;
      date.time = static_cast<std::uint32_t>(t);
      statement_.date = date;
    }
  }

  void place_at(std::uint32_t c, const Words& around) {
    if (!among(s_.preposition(c), {"in", "at", "near", "from"})) return;
    const auto above = s_.head(c);
    const bool hangs = above && (*above == a_.cue || contains(around, *above) || s_.quotation(*above) >= 0);
    if (!hangs || (s_.preposition(c) == "from" && s_.form(*above) != "speaking")) return;
    for (std::size_t p = first_in(coded_.places); p < coded_.places.size() && !statement_.place; ++p) {
      const Place& place = coded_.places[p];
      if (place.words.sentence != s_.number()) return;
      if (place.words.head != c || place.form != PlaceForm::name) continue;
      statement_.place = event_place(coded_.places, static_cast<std::uint32_t>(p), PlaceBasis::expression);
    }
  }

  const Coded& coded_;
  const SentenceView& s_;
  const CueTable& cues_;
  const Attribution& a_;
  Statement& statement_;
};

}  // namespace

void read_circumstances(const Coded& coded, const SentenceView& s, const CueTable& cues, const Attribution& a,
                        Statement& statement) {
  Circumstances(coded, s, cues, a, statement).read();
}

}  // namespace wireroom
