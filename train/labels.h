// The label inventories, counted on the training sentences.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "examples.h"

namespace wireroom::train {

class LabelSet {
 public:
  LabelSet() = default;
  explicit LabelSet(std::vector<std::string> names);
  [[nodiscard]] int number(const std::string& name) const;  // -100 (ignored by the losses) if unknown
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] int size() const { return static_cast<int>(names_.size()); }

 private:
  std::vector<std::string> names_;
  std::map<std::string, int> numbers_;
};

struct Labels {
  LabelSet upos, xpos, feats, lemma, relation;
  LabelSet names[kSchemes];
  LabelSet roles;
};

// "none" and PLOVER's sixteen.
const LabelSet& event_types();

// Lemma scripts and feature bundles seen once only are left out. Relation 0 is "root".
Labels count_labels(const std::vector<Example>& examples);

}  // namespace wireroom::train
