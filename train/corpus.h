// Which files train the model `base`. Both programs build the label inventories from them, in this order.
#pragma once

#include <string>
#include <vector>

#include "examples.h"

namespace wireroom::train {

struct Corpus {
  std::vector<Example> train;
  std::vector<Example> ewt_dev, gum_dev, names_dev, politics_dev;
};

// `data` is the folder with treebanks/ and ner/. Licences: docs/model.md.
inline Corpus read_corpus(const std::string& data, const std::string& folding) {
  Corpus corpus;
  corpus.train = read_treebank(data + "/treebanks/ewt.train.conllu.gz");
  join_names(corpus.train, read_names(data + "/ner/uner-ewt.train.conllu.gz", kUner, folding));
  const auto append = [&corpus](std::vector<Example> more) {
    corpus.train.insert(corpus.train.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  append(read_treebank(data + "/treebanks/gum.train.conllu.gz"));
  append(read_names(data + "/ner/politics.train.conllu.gz", kWiki, folding));
  append(read_names(data + "/ner/crossner-other.train.conllu.gz", kWiki, folding));
  corpus.ewt_dev = read_treebank(data + "/treebanks/ewt.dev.conllu.gz");
  corpus.gum_dev = read_treebank(data + "/treebanks/gum.dev.conllu.gz");
  corpus.names_dev = read_names(data + "/ner/uner-ewt.dev.conllu.gz", kUner, folding);
  corpus.politics_dev = read_names(data + "/ner/politics.dev.conllu.gz", kWiki, folding);
  return corpus;
}

}  // namespace wireroom::train
