// CoNLL-U of any bytes: documents whose words lie in their text in order, or an error that names the line.
#include "fuzz/fuzz.h"
#include "tokens/conllu_reader.h"

using namespace wireroom;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto documents = read_conllu("fuzz", fuzz::bytes_of(data, size));
  if (!documents) {
    fuzz::promise(documents.error().message.starts_with("fuzz"), "an error names its file");
    return 0;
  }
  for (const ConlluDocument& document : *documents)
    for (const Sentence& sentence : document.sentences)
      for (const Word& word : sentence.words)
        fuzz::promise(word.span.begin <= word.span.end && word.span.end <= document.report.text.size(),
                      "words lie in the text");
  return 0;
}
