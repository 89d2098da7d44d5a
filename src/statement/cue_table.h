// The words that attribute, the media and the carriers of words: rules/statement/*.tsv.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "wireroom/proposition.h"
#include "wireroom/sentence.h"

namespace wireroom {

// What the content of a cue may be; rules/statement/README.md has an example of each.
enum class Frame : std::uint8_t {
  that,
  to,
  ing,
  quote,
  hearer,
  object,
  object_to,
  small,
  preposition,
  with_preposition
};

struct FrameUse {
  Frame frame = Frame::that;
  std::string preposition;  // of the last two
  bool doubtful = false;    // as often not an attribution as one
};

struct Cue {
  SpeechAct act = SpeechAct::say;
  std::vector<FrameUse> frames;
  // nullptr if the cue has no such frame.
  [[nodiscard]] const FrameUse* use(Frame frame, std::string_view preposition = {}) const;
  [[nodiscard]] bool has(Frame frame) const { return use(frame) != nullptr; }
};

// What something is said in, or on what occasion.
struct MediumWords {
  std::optional<MediumKind> kind;  // none: "at a dinner"
  bool occasion = false;
};

class CueTable {
 public:
  static Result<CueTable> load();
  // The lemma of a word; of the cues' own inflected forms whatever the parse says of them.
  [[nodiscard]] const std::string& lemma(const Word& word) const;
  // By lemma, "lash out" with its particle; nullptr if the word attributes nothing.
  [[nodiscard]] const Cue* verb(std::string_view lemma) const;
  [[nodiscard]] const Cue* noun(std::string_view lemma) const;
  [[nodiscard]] const Cue* adjective(std::string_view lemma) const;
  // nullptr if the words are no medium and no occasion.
  [[nodiscard]] const MediumWords* medium(std::string_view words) const;
  [[nodiscard]] std::optional<MediumKind> carrier(std::string_view head) const;
  // A noun that a label may be: "Poll: most voters tired".
  [[nodiscard]] bool speaks(std::string_view lemma) const { return labels_.contains(lemma); }
  // "according to plan": nobody's words.
  [[nodiscard]] bool no_source(std::string_view lemma) const { return no_source_.contains(lemma); }
  // A verb or noun for speaking with each other, whose object is a topic.
  [[nodiscard]] bool exchange(std::string_view lemma) const { return exchanges_.contains(lemma); }

 private:
  void inflect(std::string_view verb);
  std::map<std::string, Cue, std::less<>> verbs_, nouns_, adjectives_;
  std::map<std::string, std::string, std::less<>> forms_;  // inflected form of a verb to its lemma
  std::map<std::string, MediumWords, std::less<>> media_;
  std::map<std::string, MediumKind, std::less<>> carriers_;
  std::set<std::string, std::less<>> labels_, no_source_, exchanges_;
};

}  // namespace wireroom
