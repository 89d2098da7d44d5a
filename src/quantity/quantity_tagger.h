// How many: numbers with their hedge, unit and the thing counted.
//
//   WIREROOM_TRY(tagger, QuantityTagger::load());
//   std::vector<Quantity> quantities = tagger.tag(report, parse, times);
//
// "as much as 85 to 90 percent" is one quantity: low 85, high 90, at_most, percent. Dates, clock times, ordinals and
// numbers that are names ("Boeing 737", "Resolution 242") are none. The result is in the order of the text and never
// overlaps.
//
// Spans are those of the words (UTF-8 byte offsets, as in wireroom/span.h). Units keep the names of
// data/quantities/units.tsv (money by ISO 4217) and are never converted; shares are fractions of one ("a third" 0.333)
// but percent stay percent. `times` must be in the order of the text, as TimeTagger gives them. load() fails only if a
// table is missing or wrong, with its file and line; tag() never fails.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "wireroom/mention.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

struct QuantityLexicon;

class QuantityTagger {
 public:
  // Reads data/quantities/*.tsv.
  static Result<QuantityTagger> load();
  [[nodiscard]] std::vector<Quantity> tag(const Report& report, const Parse& parse,
                                          const std::vector<TimeExpression>& times) const;

  QuantityTagger(QuantityTagger&&) noexcept;
  QuantityTagger& operator=(QuantityTagger&&) noexcept;
  ~QuantityTagger();

 private:
  QuantityTagger();
  std::unique_ptr<const QuantityLexicon> lexicon_;
};

// The word that a quantity counts for: the verb or noun that the counted thing (or the bare number) hangs on. "Two
// soldiers" in "two soldiers were killed" hangs on "killed". Nothing at the root or in a broken tree.
[[nodiscard]] std::optional<std::uint32_t> governor_of(const Sentence& sentence, const Quantity& quantity);

}  // namespace wireroom
