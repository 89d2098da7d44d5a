// Some sentences (or segments of long ones) as the encoder takes them: pieces one after another, without padding.
//
//   pack.clear();
//   pack.begin_sentence(model);
//   for (const Word& word : words) pack.add_word(model, word.form, shape);
//   pack.end_sentence(model);
//   run_model(model, workspace, pack);      // model/heads.h
//   pack.labels[pack.sentences[0].first_word].upos
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/form_features.h"

namespace wireroom {

class Model;

// What the heads say of a word: numbers in the model's label tables.
struct WordLabels {
  std::uint16_t upos = 0, xpos = 0, feats = 0, lemma = 0, relation = 0;
  std::uint8_t name = 0;   // in kNameLabels
  std::int32_t head = -1;  // index of a word of the same sentence; -1: the root
  std::uint8_t role = 0;   // in kRoleLabels
  std::uint8_t event = 0;  // in the model's events
  std::int32_t cue = -1;   // of a source or content: index of the first word of its cue; -1: none in the sentence
  float role_score = 0, cue_score = 0, factuality = 0, event_score = 0, no_event_score = 1;
};

// What a word's surroundings in the report tell, besides its sentence. Bits.
enum WordState : std::uint8_t { kPlain = 0, kQuoted = 1, kParagraphFirst = 2 };
inline constexpr std::size_t kWordStates = 4;

struct Pack {
  struct Sentence {
    std::size_t first_piece = 0, pieces = 0;  // with [CLS] and [SEP]
    std::size_t first_word = 0, words = 0;
  };

  void clear();
  void begin_sentence(const Model& model);
  // A sentence may have model.positions pieces, the two at its ends counted.
  void add_word(const Model& model, std::string_view form, std::uint8_t shape, std::uint8_t state = kPlain);
  // Takes back the words from this one (counted in the pack) to the end of the open sentence.
  void remove_words_from(std::size_t word);
  void end_sentence(const Model& model);
  // Pieces of the open sentence with [CLS] and, to come, [SEP].
  [[nodiscard]] std::size_t open_pieces() const { return pieces.size() - sentences.back().first_piece + 1; }

  std::vector<std::int32_t> pieces;
  std::vector<std::uint8_t> piece_shapes;
  std::vector<Sentence> sentences;
  std::vector<std::size_t> word_piece;  // first piece of each word
  std::vector<std::uint8_t> word_shapes;
  std::vector<std::uint8_t> word_states;
  std::vector<FormFeatures> word_forms;
  std::vector<std::uint32_t> word_lengths;  // code points
  std::vector<WordLabels> labels;           // of each word: the result
  std::string scratch;
};

}  // namespace wireroom
