// Which words stand between quotation marks: for pronouns, whose speaker is never "he".
#pragma once

#include <cstdint>
#include <vector>

#include "wireroom/sentence.h"

namespace wireroom {

// One double quotation mark: "“”``''
[[nodiscard]] bool is_quotation_mark(const Word& word);

class QuotedWords {
 public:
  // A mark that is never closed ends with its block.
  explicit QuotedWords(const Parse& parse);
  [[nodiscard]] bool contains(std::uint32_t sentence, std::uint32_t word) const { return words_[sentence][word]; }
  // Whether any word of the sentence is quoted.
  [[nodiscard]] bool in(std::uint32_t sentence) const { return any_[sentence]; }

 private:
  std::vector<std::vector<bool>> words_;
  std::vector<bool> any_;
};

}  // namespace wireroom
