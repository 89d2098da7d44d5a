// How sure a statement is: a logistic sum over a few named features, rules/statement/scores.tsv.
//
// The weights are fitted by tools/fit_statement_scores.py on texts that people marked; a feature without a weight
// counts nothing.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "statement/attribution.h"
#include "wireroom/coded.h"

namespace wireroom {

using Features = std::vector<std::string>;

class StatementScores {
 public:
  static Result<StatementScores> load();
  // Between 0 and 1. `tagged`: the weights of the encoder have the head that tags attributions.
  [[nodiscard]] double score(const Features& features, bool tagged) const;
  // Statements below are not recorded.
  [[nodiscard]] double threshold(bool tagged) const { return (tagged ? tagged_ : plain_).threshold; }

 private:
  struct Part {
    std::map<std::string, double, std::less<>> weights;
    double threshold = 0;
  };
  Part plain_, tagged_;
};

// The features of an attribution: its rule, act, what the cue and the source are.
[[nodiscard]] Features features_of(const Coded& coded, const SentenceView& sentence, const Attribution& attribution);

}  // namespace wireroom
