// Who said what: statements with speaker, cue, content, medium, occasion.
//
//   WIREROOM_TRY(coder, StatementCoder::load());
//   std::vector<Statement> statements = coder.code(coded);   // report .. actors are filled
//
// Scores are probabilities by rules/statement/scores.tsv; what is below its threshold is no statement.
#pragma once

#include <utility>
#include <vector>

#include "base/result.h"
#include "statement/cue_table.h"
#include "statement/score.h"
#include "wireroom/coded.h"

namespace wireroom {

class StatementCoder {
 public:
  static Result<StatementCoder> load();
  // In the order of the text. Linear in the number of sentences but for the words of single sentences.
  [[nodiscard]] std::vector<Statement> code(const Coded& coded) const;
  // For fitting the scores: all candidates, and with each its features.
  [[nodiscard]] std::vector<std::pair<Statement, Features>> candidates(const Coded& coded) const;

 private:
  StatementCoder(CueTable cues, StatementScores scores) : cues_(std::move(cues)), scores_(std::move(scores)) {}
  CueTable cues_;
  StatementScores scores_;
};

}  // namespace wireroom
