// Plain text of any bytes: blocks and words lie in it in order, and no sign but white space of prose is lost.
#include "fuzz/fuzz.h"
#include "input/layout.h"
#include "tokens/tokens.h"

using namespace wireroom;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto layout = fuzz::loaded(LayoutReader::load());
  static const auto tokenizer = fuzz::loaded(Tokenizer::load());
  Report report;
  report.text = Text::decode(fuzz::bytes_of(data, size));
  layout.read(report, std::nullopt);
  std::uint32_t at = 0;
  for (const Block& block : report.blocks) {
    fuzz::promise(block.span.begin >= at && block.span.end > block.span.begin && block.span.end <= report.text.size(),
                  "blocks are in order, not empty and in the text");
    at = block.span.end;
  }
  at = 0;
  WordCount counted = tokenizer.count(report, true);
  for (const Sentence& sentence : tokenizer.split(report, true)) {
    --counted.sentences;
    counted.words -= sentence.words.size();
    fuzz::promise(!sentence.words.empty() && sentence.words.size() <= kLongestSentence, "no sentence is too long");
    for (const Word& word : sentence.words) {
      fuzz::promise(word.span.begin >= at && word.span.end > word.span.begin && word.span.end <= report.text.size(),
                    "words are in order, not empty and in the text");
      at = word.span.end;
    }
  }
  fuzz::promise(counted.sentences == 0 && counted.words == 0, "counting and splitting agree");
  return 0;
}
