// Which files train the model `base`. Both programs build the label inventories from them, in this order.
#pragma once

#include <string>
#include <vector>

#include "examples.h"

namespace wireroom::train {

inline constexpr double kAttributionShare = 0.2, kFactualityShare = 0.5;

struct Corpus {
  std::vector<Example> train;
  std::vector<Example> ewt_dev, gum_dev, names_dev, politics_dev, attributions_dev, facts_dev, events_dev;
};

// `data` is the folder with treebanks/ and ner/, `derived` what train/prepare.py made. Licences: models/README.md.
inline Corpus read_corpus(const std::string& data, const std::string& derived, const std::string& folding) {
  Corpus corpus;
  corpus.train = read_treebank(data + "/treebanks/ewt.train.conllu.gz");
  join_names(corpus.train, read_names(data + "/ner/uner-ewt.train.conllu.gz", kUner, folding));
  join_factuality(corpus.train, read_factuality(derived + "/factuality-uds.train.conllu.gz", kUds, 1));
  const auto append = [&corpus](std::vector<Example> more) {
    corpus.train.insert(corpus.train.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  auto gum = read_treebank(data + "/treebanks/gum.train.conllu.gz");
  join_names(gum, read_names(derived + "/gum-names.train.conllu.gz", kGum, folding));
  append(std::move(gum));
  append(read_names(data + "/ner/politics.train.conllu.gz", kWiki, folding));
  append(read_names(data + "/ner/crossner-other.train.conllu.gz", kWiki, folding));
  // A part of these two an epoch: they are large beside the treebanks, or small in what they tell.
  append(read_attributions(derived + "/attributions.train.conllu.gz", kAttributionShare));
  append(read_factuality(derived + "/factuality-uw.train.conllu.gz", kUw, kFactualityShare));
  append(read_events(derived + "/events.train.conllu.gz"));
  corpus.events_dev = read_events(derived + "/events.dev.conllu.gz");
  corpus.attributions_dev = read_attributions(derived + "/attributions.dev.conllu.gz", 1);
  corpus.facts_dev = read_factuality(derived + "/factuality-uw.dev.conllu.gz", kUw, 1);
  corpus.ewt_dev = read_treebank(data + "/treebanks/ewt.dev.conllu.gz");
  corpus.gum_dev = read_treebank(data + "/treebanks/gum.dev.conllu.gz");
  corpus.names_dev = read_names(data + "/ner/uner-ewt.dev.conllu.gz", kUner, folding);
  corpus.politics_dev = read_names(data + "/ner/politics.dev.conllu.gz", kWiki, folding);
  return corpus;
}

}  // namespace wireroom::train
