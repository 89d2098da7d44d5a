#include "labels.h"

#include "model/lemma_script.h"

namespace wireroom::train {

LabelSet::LabelSet(std::vector<std::string> names) : names_(std::move(names)) {
  for (std::size_t i = 0; i < names_.size(); ++i) numbers_[names_[i]] = static_cast<int>(i);
}

int LabelSet::number(const std::string& name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? -100 : found->second;
}

const LabelSet& event_types() {
  static const LabelSet types({"none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT",
                               "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE",
                               "ASSAULT"});
  return types;
}

Labels count_labels(const std::vector<Example>& examples) {
  std::map<std::string, int> upos, xpos, feats, lemma, relation;
  for (const Example& example : examples) {
    for (std::size_t i = 0; i < example.words.size(); ++i) {
      const Gold& gold = example.words[i];
      ++upos[gold.upos];
      ++xpos[gold.xpos];
      ++feats[gold.feats];
      ++lemma[lemma_script(example.forms[i], gold.lemma)];
      ++relation[gold.relation];
    }
  }
  const auto kept = [](const std::map<std::string, int>& counts, int least, std::vector<std::string> first = {}) {
    for (const auto& [name, count] : counts)
      if (count >= least && (first.empty() || name != first[0])) first.push_back(name);
    return LabelSet(std::move(first));
  };
  Labels labels{kept(upos, 1), kept(xpos, 1), kept(feats, 2), kept(lemma, 2), kept(relation, 2, {"root"}), {}, {}};
  labels.names[kUner] = LabelSet({"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-OTH", "I-OTH"});
  labels.names[kWiki] = LabelSet({"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"});
  labels.names[kGum] = labels.names[kWiki];
  labels.roles = LabelSet({"O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content"});
  return labels;
}

}  // namespace wireroom::train
