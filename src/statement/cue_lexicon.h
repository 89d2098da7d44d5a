// What is known of words that attribute: cues with their acts and frames, media, occasions. Read from rules/statement/.
//
//   WIREROOM_TRY(lexicon, CueLexicon::load());
//   if (const Cue* cue = lexicon.verb(word)) cue->has(Frame::that);
//
// Inflected forms are known even where the lemma of the parse is wrong ("wrot").
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

// What a cue may have as its content; rules/statement/README.md explains each with an example.
enum class Frame : std::uint8_t { that, to, ing, object, object_to, as, small, quote, hearer, raised };

struct Cue {
  SpeechAct act = SpeechAct::say;
  std::uint32_t frames = 0;
  std::vector<std::string> prepositions;         // "call for": the noun phrase behind is the content
  std::vector<std::string> object_prepositions;  // "accuse X of Y": object and phrase are the content
  std::string lemma;
  bool has(Frame frame) const { return (frames >> static_cast<unsigned>(frame) & 1u) != 0; }
};

struct MediumWord {
  std::optional<MediumKind> kind;  // none: an occasion only
  bool occasion = false;           // "at a rally"
  bool carries = false;            // a transcript: the words are somebody else's
};

class CueLexicon {
 public:
  static Result<CueLexicon> load();
  [[nodiscard]] const Cue* verb(const Word& word) const;
  [[nodiscard]] const Cue* noun(const Word& word) const;
  [[nodiscard]] const Cue* adjective(const Word& word) const;
  // The medium or occasion that a noun names, by its own form and the word before it ("news conference").
  [[nodiscard]] const MediumWord* medium(const Word& word, std::string_view word_before) const;
  // "according to plan": no source.
  [[nodiscard]] bool is_no_source(const Word& word) const;
  // "Update: …", "Watch: …": no speaker before a colon.
  [[nodiscard]] bool is_label(std::string_view text) const;
  // Common nouns that may stand for a speaker before a colon in a headline: "Police: …", "Poll: …".
  [[nodiscard]] bool is_speaking_noun(const Word& word) const;
  [[nodiscard]] double score(std::string_view rule) const;

 private:
  struct Section {
    std::map<std::string, Cue, std::less<>> by_lemma;
    std::map<std::string, std::string, std::less<>> lemma_of;  // of inflected forms
  };
  [[nodiscard]] static const Cue* find(const Section& section, const Word& word);
  Section verbs_, nouns_, adjectives_;
  std::map<std::string, MediumWord, std::less<>> media_;
  std::map<std::string, std::string, std::less<>> irregular_;
  std::set<std::string, std::less<>> no_source_, labels_, speaking_;
  std::map<std::string, double, std::less<>> scores_;
};

}  // namespace wireroom
