// Training sentences: treebanks (CoNLL-U) and sets of names (NER= in MISC), plain or gzip.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace wireroom::train {

enum Scheme { kUner = 0, kWiki = 1, kSchemes = 2, kNoScheme = -1 };

struct Gold {
  std::string upos, xpos, feats, lemma, relation;
  int head = 0;  // 1-based, 0 is the root
};

struct Example {
  std::string id;
  std::vector<std::string> forms;
  std::vector<Gold> words;         // empty where there is no tree
  std::vector<std::string> names;  // BIO by word, folded; empty where there are none
  int scheme = kNoScheme;
};

// Reads a file of trees. Throws std::runtime_error naming file and line.
std::vector<Example> read_treebank(const std::string& path);

// Reads a file of names, folding types by train/name_folding.tsv.
std::vector<Example> read_names(const std::string& path, Scheme scheme, const std::string& folding);

// Gives the treebank's sentences the names of the same sentences (same id and forms); returns how many matched.
std::size_t join_names(std::vector<Example>& trees, const std::vector<Example>& names);

}  // namespace wireroom::train
