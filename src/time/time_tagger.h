// When: the time expressions of a report with their TIMEX3 values and calendar intervals.
//
//   WIREROOM_TRY(tagger, TimeTagger::load());
//   std::vector<TimeExpression> times = tagger.tag(report, parse);
//
// In a report of 2016-03-24 (a Thursday) "Wednesday" is 2016-03-23, "almost four hours" PT4H LESS_THAN. Values are
// counted from the report's date, from the last day that the text named ("the previous day") or, in a report without
// date, not at all (XXXX-WXX-3); the machine's clock is never asked. The result is in the order of the text and never
// overlaps.
//
// Spans are those of the words (UTF-8 byte offsets, as in wireroom/span.h); intervals are civil days, both ends
// included; durations are seconds. Kinds, values and modifiers follow TIMEX3 (ISO-TimeML, ISO 24617-1). load() fails
// only if a table is missing or wrong, with its file and line; tag() never fails. Finding: time_rules.h; calendar:
// time_resolver.h.
#pragma once

#include <memory>
#include <vector>

#include "base/result.h"
#include "wireroom/mention.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

struct TimeLexicon;

class TimeTagger {
 public:
  // Reads data/times/*.tsv.
  static Result<TimeTagger> load();
  [[nodiscard]] std::vector<TimeExpression> tag(const Report& report, const Parse& parse) const;

  TimeTagger(TimeTagger&&) noexcept;
  TimeTagger& operator=(TimeTagger&&) noexcept;
  ~TimeTagger();

 private:
  TimeTagger();
  std::unique_ptr<const TimeLexicon> lexicon_;
};

}  // namespace wireroom
