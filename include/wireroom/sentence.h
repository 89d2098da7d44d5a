// A report's words, tags, trees, lemmas and names: the result of the stage `parse`, immutable afterwards.
//
// The unit is the syntactic word of Universal Dependencies ("don't" is the token `don't` over the words `do` and
// `n't`).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wireroom/span.h"

namespace wireroom {

enum class NameType : std::uint8_t { none, PER, ORG, GPE, LOC, NORP, MISC };
[[nodiscard]] const char* name(NameType type);

inline constexpr std::int32_t kRoot = -1;

// String views point into tables of the model or of the program and live as long as the Engine.
struct Word {
  Span span;         // of this word; words of one multi-word token share no byte
  std::string form;  // as printed
  std::string lemma;
  std::string_view upos;      // "VERB"
  std::string_view xpos;      // "VBD"
  std::string_view feats;     // "Mood=Ind|Tense=Past|VerbForm=Fin", "_" if none
  std::string_view relation;  // "nsubj:pass"
  std::int32_t head = kRoot;  // index of the head within the sentence, kRoot for the root
  NameType name = NameType::none;
  bool name_begins = false;  // the B of BIO
  bool space_after = true;
};

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
};

// One result per report. Only prose blocks (see is_prose) have sentences.
struct Parse {
  std::vector<Sentence> sentences;
};

}  // namespace wireroom
