// Where words stand in the report, for the encoder's heads that look beyond a sentence: inside quotation marks, in the
// first sentence of a paragraph. train/prepare.py tells the trainer the same.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wireroom/sentence.h"

namespace wireroom {

// Quotation marks open and close within a block; the marks themselves are inside, single ones are not looked at.
class QuotedWords {
 public:
  void begin_block() { open_ = false; }
  // To be called for the words of a block in the order of the text.
  [[nodiscard]] bool inside(std::string_view form);

 private:
  bool open_ = false;
};

// For sentences in the order of the text, one after another.
class WordStates {
 public:
  // Bits of WordState (model/pack.h) of each word.
  [[nodiscard]] const std::vector<std::uint8_t>& of(const Sentence& sentence);

 private:
  QuotedWords quoted_;
  bool begun_ = false;
  std::uint32_t block_ = 0;
  std::vector<std::uint8_t> states_;
};

}  // namespace wireroom
