#include "time/time_tagger.h"

#include "time/tense.h"
#include "time/time_grammar.h"
#include "time/time_lexicon.h"
#include "time/time_resolver.h"

namespace wireroom {
namespace {

bool is_day(const TimeMeaning& m) {
  using Shape = TimeMeaning::Shape;
  return (m.shape == Shape::weekday && !m.plural) || m.shape == Shape::day ||
         (m.shape == Shape::date && m.day != kNone);
}

// "at 10:35 a.m. (0735 GMT) Friday", "at noon on 5 May": the day told right after the clock time p; p if none is.
std::size_t day_of_clock(const Sentence& sentence, const std::vector<TimePhrase>& phrases, std::size_t p) {
  const auto is_clock = [&](std::size_t i) { return phrases[i].meaning.shape == TimeMeaning::Shape::clock; };
  if (!is_clock(p)) return p;
  if (p > 0 && is_day(phrases[p - 1].meaning) && phrases[p].first <= phrases[p - 1].end + 3) return p;
  std::size_t of = p + 1;
  if (of < phrases.size() && is_clock(of) && phrases[of].first <= phrases[p].end + 1) ++of;
  if (of >= phrases.size() || !is_day(phrases[of].meaning) || phrases[of].first > phrases[of - 1].end + 3) return p;
  for (std::size_t k = phrases[of - 1].end; k < phrases[of].first; ++k)
    if (const Word& word = sentence.words[k]; word.upos == "CCONJ" || word.upos == "VERB" || word.upos == "NOUN")
      return p;
  return of;
}

}  // namespace

TimeTagger::TimeTagger() = default;
TimeTagger::TimeTagger(TimeTagger&&) noexcept = default;
TimeTagger& TimeTagger::operator=(TimeTagger&&) noexcept = default;
TimeTagger::~TimeTagger() = default;

Result<TimeTagger> TimeTagger::load() {
  WIREROOM_TRY(lexicon, TimeLexicon::load());
  TimeTagger tagger;
  tagger.lexicon_ = std::make_unique<const TimeLexicon>(std::move(lexicon));
  return tagger;
}

std::vector<TimeExpression> TimeTagger::tag(const Report& report, const Parse& parse) const {
  std::vector<TimeExpression> times;
  TimeResolver resolver(report);
  for (std::uint32_t s = 0; s < parse.sentences.size(); ++s) {
    const Sentence& sentence = parse.sentences[s];
    std::vector<TimePhrase> phrases = find_time_phrases(sentence, *lexicon_);
    for (TimePhrase& phrase : phrases)
      phrase.meaning.owner = phrase.end < sentence.words.size() && sentence.words[phrase.end].upos == "PART";
    for (std::size_t p = 0; p < phrases.size(); ++p) {
      const TimePhrase& phrase = phrases[p];
      if (const std::size_t of = day_of_clock(sentence, phrases, p); of > p) {
        TimeExpression day;  // the clock hangs on it
        const Tense tense = tense_at(sentence, static_cast<std::uint32_t>(phrases[of].end - 1), *lexicon_);
        resolver.resolve(phrases[of].meaning, tense, s, static_cast<std::int32_t>(times.size() + of - p), day);
      }
      TimeExpression time;
      time.words.sentence = s;
      time.words.first = static_cast<std::uint32_t>(phrase.first);
      time.words.last = static_cast<std::uint32_t>(phrase.end - 1);
      time.words.head = sentence.head_of(time.words.first, time.words.last);
      time.span = {sentence.words[phrase.first].span.begin, sentence.words[phrase.end - 1].span.end};
      const Tense tense = tense_at(sentence, time.words.head, *lexicon_);
      resolver.resolve(phrase.meaning, tense, s, static_cast<std::int32_t>(times.size()), time);
      times.push_back(std::move(time));
    }
  }
  return times;
}

}  // namespace wireroom
