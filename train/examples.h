// Training sentences: treebanks (CoNLL-U) and sets of names (NER= in MISC), plain or gzip.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace wireroom::train {

enum Scheme { kUner = 0, kWiki = 1, kGum = 2, kSchemes = 3, kNoScheme = -1 };
enum FactSet { kUw = 0, kUds = 1, kFactSets = 2, kNoFacts = -1 };

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
  // Attributions: role by word ("O", "B-cue", …), first word of the cue (1-based; 0: in another sentence; -1: none).
  std::vector<std::string> roles;  // empty where there are none
  std::vector<int> cues;
  std::vector<bool> quoted;  // inside quotation marks
  bool paragraph_first = false;
  std::vector<float> facts;  // from -3 to 3 by word, NaN where not known
  int fact_set = kNoFacts;
  std::vector<std::string> events;  // type of the event that a word names, "none" else
  double share = 1;                 // probability that an epoch shows it
};

// Reads a file of trees. Throws std::runtime_error naming file and line.
std::vector<Example> read_treebank(const std::string& path);

// Reads a file of names, folding types by train/name_folding.tsv.
std::vector<Example> read_names(const std::string& path, Scheme scheme, const std::string& folding);

// Reads files of attributions and of factuality, as train/prepare.py writes them.
std::vector<Example> read_attributions(const std::string& path, double share);
std::vector<Example> read_events(const std::string& path);
std::vector<Example> read_factuality(const std::string& path, FactSet set, double share);

// Gives the treebank's sentences the factuality of sentences with the same forms; returns how many matched.
std::size_t join_factuality(std::vector<Example>& trees, const std::vector<Example>& facts);

// Gives the treebank's sentences the names of the same sentences (same id and forms); returns how many matched.
std::size_t join_names(std::vector<Example>& trees, const std::vector<Example>& names);

}  // namespace wireroom::train
