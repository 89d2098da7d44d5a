#include "time/time_tagger.h"

#include "time/tense.h"
#include "time/time_grammar.h"
#include "time/time_lexicon.h"
#include "time/time_resolver.h"

namespace wireroom {
namespace {

std::uint32_t head_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i <= last; ++i) {
    const std::int32_t head = sentence.words[i].head;
    if (head < static_cast<std::int32_t>(first) || head > static_cast<std::int32_t>(last)) return i;
  }
  return last;
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
    for (const TimePhrase& phrase : find_time_phrases(sentence, *lexicon_)) {
      TimeExpression time;
      time.words.sentence = s;
      time.words.first = static_cast<std::uint32_t>(phrase.first);
      time.words.last = static_cast<std::uint32_t>(phrase.end - 1);
      time.words.head = head_of(sentence, time.words.first, time.words.last);
      time.span = {sentence.words[phrase.first].span.begin, sentence.words[phrase.end - 1].span.end};
      const Tense tense = tense_at(sentence, time.words.head, *lexicon_);
      resolver.resolve(phrase.meaning, tense, s, static_cast<std::int32_t>(times.size()), time);
      times.push_back(std::move(time));
    }
  }
  return times;
}

}  // namespace wireroom
