// Quick dev figures during training: greedy heads, gold tokens. The real figures come from the scorers.
#pragma once

#include <string>
#include <vector>

#include "batch.h"
#include "network.h"

namespace wireroom::train {

struct Figures {
  double upos = 0, xpos = 0, feats = 0, lemma = 0, uas = 0, las = 0;  // percent of words; LAS without subtypes
  double names = 0;                                                   // F1 of exact names in percent, own scheme's head
};

Figures evaluate(Network& network, const std::vector<Encoded>& sentences, const Labels& labels);

std::string line(const Figures& figures);

struct MoreFigures {
  double cue = 0, source = 0, content = 0;  // F1 of exact spans in percent
  double linked = 0;                        // percent of words of sources and contents with the right cue
  double error = 0, correlation = 0;        // of factuality: mean absolute error, Pearson's r
  double found = 0, typed = 0;              // F1 of words that name an event, and with the right type, in percent
};

MoreFigures evaluate_more(Network& network, const std::vector<Encoded>& attributions, const std::vector<Encoded>& facts,
                          const std::vector<Encoded>& events, const Labels& labels);

std::string line(const MoreFigures& figures);

}  // namespace wireroom::train
