// The words that attribute, the media and the carriers of words: rules/statement/*.tsv.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "wireroom/proposition.h"

namespace wireroom {

struct Cue {
  SpeechAct act = SpeechAct::say;
  bool clause = false, infinitive = false, quotation = false, object = false, told = false;  // what the content may be
};

class CueTable {
 public:
  static Result<CueTable> load();
  // By lemma, "lash out" with its particle; nullptr if the word attributes nothing.
  [[nodiscard]] const Cue* verb(std::string_view lemma) const;
  [[nodiscard]] const Cue* noun(std::string_view lemma) const;
  [[nodiscard]] std::optional<MediumKind> medium(std::string_view words) const;
  [[nodiscard]] std::optional<MediumKind> carrier(std::string_view head) const;
  // A noun that a label may be: "Poll: most voters tired".
  [[nodiscard]] bool speaks(std::string_view lemma) const { return labels_.contains(lemma); }

 private:
  std::map<std::string, Cue, std::less<>> verbs_, nouns_;
  std::map<std::string, MediumKind, std::less<>> media_, carriers_;
  std::set<std::string, std::less<>> labels_;
};

}  // namespace wireroom
