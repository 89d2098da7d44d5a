#include "parse/word_states.h"

#include "model/pack.h"

namespace wireroom {

bool QuotedWords::inside(std::string_view form) {
  const bool before = open_;
  if (form == "“" || form == "``" || form == "„") {
    open_ = true;
  } else if (form == "”" || form == "''") {
    open_ = false;
  } else if (form == "\"") {
    open_ = !open_;
  }
  return before || open_;
}

const std::vector<std::uint8_t>& WordStates::of(const Sentence& sentence) {
  const bool first = !begun_ || sentence.block != block_;
  if (first) quoted_.begin_block();
  begun_ = true;
  block_ = sentence.block;
  states_.clear();
  for (const Word& word : sentence.words) {
    const unsigned state = (quoted_.inside(word.form) ? kQuoted : kPlain) | (first ? kParagraphFirst : kPlain);
    states_.push_back(static_cast<std::uint8_t>(state));
  }
  return states_;
}

}  // namespace wireroom
