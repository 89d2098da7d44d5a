#include "model/pack.h"

#include <algorithm>

#include "model/model.h"
#include "model/word_shape.h"

namespace wireroom {

void Pack::clear() {
  pieces.clear();
  piece_shapes.clear();
  sentences.clear();
  word_piece.clear();
  word_shapes.clear();
  word_states.clear();
  word_forms.clear();
  word_lengths.clear();
  labels.clear();
}

void Pack::begin_sentence(const Model& model) {
  sentences.push_back({pieces.size(), 0, word_piece.size(), 0});
  pieces.push_back(model.wordpiece->begin());
  piece_shapes.push_back(kNoShape);
}

void Pack::add_word(const Model& model, std::string_view form, std::uint8_t shape, std::uint8_t state) {
  word_piece.push_back(pieces.size());
  word_shapes.push_back(shape);
  word_states.push_back(state);
  word_forms.push_back(form_features(form));
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  word_lengths.push_back(static_cast<std::uint32_t>(std::count_if(form.begin(), form.end(), begins)));
  model.wordpiece->encode(form, scratch, pieces);
  piece_shapes.resize(pieces.size(), shape);
}

void Pack::remove_words_from(std::size_t word) {
  if (word >= word_piece.size()) return;
  pieces.resize(word_piece[word]);
  piece_shapes.resize(pieces.size());
  word_piece.resize(word);
  word_shapes.resize(word);
  word_states.resize(word);
  word_forms.resize(word);
  word_lengths.resize(word);
}

void Pack::end_sentence(const Model& model) {
  pieces.push_back(model.wordpiece->end());
  piece_shapes.push_back(kNoShape);
  Sentence& sentence = sentences.back();
  sentence.pieces = pieces.size() - sentence.first_piece;
  sentence.words = word_piece.size() - sentence.first_word;
}

}  // namespace wireroom
