// A report's words, tags, trees, lemmas and names: the result of the stage `parse`, immutable afterwards.
//
// The unit is the syntactic word of Universal Dependencies ("don't" is the token `don't` over the words `do` and
// `n't`).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireroom/span.h"

namespace wireroom {

enum class NameType : std::uint8_t { none, PER, ORG, GPE, LOC, NORP, MISC };
[[nodiscard]] const char* name(NameType type);

inline constexpr std::int32_t kRoot = -1;

// What a word is in an attribution ("police" "said" "the bridge was closed"), as the encoder sees the sentence alone.
enum class AttributionRole : std::uint8_t { none, cue, source, content };

struct WordAttribution {
  AttributionRole role = AttributionRole::none;
  bool begins = false;    // the first word of its piece
  float score = 0;        // probability of the role (also of none)
  std::int32_t cue = -1;  // of a source or content: index of its cue's first word, -1 if in no word of the sentence
  float cue_score = 0;    // probability of that
};

// String views point into tables of the model or of the program and live as long as the Engine.
struct Word {
  Span span;            // of this word; words of one multi-word token share no byte
  std::string form;     // as printed; in sentences in capitals as a newspaper would print it
  std::string printed;  // the letters of the text where `form` has others, else empty
  std::string lemma;
  std::string_view upos;      // "VERB"
  std::string_view xpos;      // "VBD"
  std::string_view feats;     // "Mood=Ind|Tense=Past|VerbForm=Fin", "_" if none
  std::string_view relation;  // "nsubj:pass"
  std::int32_t head = kRoot;  // index of the head within the sentence, kRoot for the root
  NameType name = NameType::none;
  bool name_begins = false;  // the B of BIO
  bool space_after = true;

  // The following are empty where the weights have no heads for them.
  WordAttribution attribution;
  std::optional<float> factuality;  // read as an event: -3 certainly not, 0 open, 3 certainly so
  std::string_view event;           // the likeliest of PLOVER's types for a word that names an event
  float event_score = 0;            // its probability; what it and no_event_score leave is of the other types
  float no_event_score = 1;
};

[[nodiscard]] inline const std::string& printed_form(const Word& word) {
  return word.printed.empty() ? word.form : word.printed;
}

// Words first..last (inclusive) are printed as one token.
struct MultiWord {
  std::uint32_t first = 0, last = 0;
};

struct Sentence {
  Span span;
  std::uint32_t block = 0;  // index in Report::blocks
  std::vector<Word> words;
  std::vector<MultiWord> multi_words;
  // Children of each word in the order of the text: children(i) are child_list[child_begin[i] .. child_begin[i + 1]).
  std::vector<std::uint32_t> child_begin, child_list;

  // To be called once after the heads are set.
  void link_children();
  [[nodiscard]] std::uint32_t root() const;  // index of the root word; 0 in an empty sentence
  // The word of first..last (inclusive) that hangs on a word outside of them; the first such one.
  [[nodiscard]] std::uint32_t head_of(std::uint32_t first, std::uint32_t last) const;
};

// How many of them a text has.
struct WordCount {
  std::size_t sentences = 0, words = 0;
};

// One result per report. Only prose blocks (see is_prose) have sentences.
struct Parse {
  std::vector<Sentence> sentences;
};

}  // namespace wireroom
