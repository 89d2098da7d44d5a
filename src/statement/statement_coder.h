// Who said what: statements with speaker, cue, content, medium, occasion.
//
//   WIREROOM_TRY(coder, StatementCoder::load());
//   std::vector<Statement> statements = coder.code(coded);   // report .. actors are filled
//
// Scores are priors by kind of rule, not yet calibrated: quotation with cue 0.9, clause of a verb of saying 0.85, aside
// and "according to" 0.85, label 0.7, carried over 0.7, wishes and beliefs 0.6, nouns and objects 0.5.
#pragma once

#include <vector>

#include "base/result.h"
#include "statement/cue_table.h"
#include "wireroom/coded.h"

namespace wireroom {

class StatementCoder {
 public:
  static Result<StatementCoder> load();
  // In the order of the text. Linear in the number of sentences but for the words of single sentences.
  [[nodiscard]] std::vector<Statement> code(const Coded& coded) const;

 private:
  explicit StatementCoder(CueTable cues) : cues_(std::move(cues)) {}
  CueTable cues_;
};

}  // namespace wireroom
