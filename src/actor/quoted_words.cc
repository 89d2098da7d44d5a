#include "actor/quoted_words.h"

namespace wireroom {

bool is_quotation_mark(const Word& word) {
  return word.form == "\"" || word.form == "“" || word.form == "”" || word.form == "``" || word.form == "''";
}

QuotedWords::QuotedWords(const Parse& parse) {
  bool open = false;
  std::uint32_t block = 0;
  for (const Sentence& sentence : parse.sentences) {
    if (sentence.block != block) open = false;
    block = sentence.block;
    std::vector<bool> quoted(sentence.words.size(), false);
    bool any = false;
    for (std::size_t at = 0; at < sentence.words.size(); ++at) {
      const Word& word = sentence.words[at];
      if (is_quotation_mark(word))
        open = word.form == "“" || word.form == "``" || (word.form == "\"" && !open);
      else
        quoted[at] = open;
      any = any || quoted[at];
    }
    words_.push_back(std::move(quoted));
    any_.push_back(any);
  }
}

}  // namespace wireroom
