// Plain text of any bytes: blocks and words cover it in order.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "input/layout.h"
#include "tokens/tokens.h"

using namespace wireroom;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto layout = LayoutReader::load();
  static const auto tokenizer = Tokenizer::load();
  Report report;
  report.text = Text::decode({reinterpret_cast<const char*>(data), size});
  layout->read(report, std::nullopt);
  std::uint32_t at = 0;
  for (const Block& block : report.blocks) {
    if (block.span.begin < at || block.span.end <= block.span.begin || block.span.end > report.text.size())
      std::abort();
    at = block.span.end;
  }
  at = 0;
  for (const Sentence& sentence : tokenizer->split(report, true))
    for (const Word& word : sentence.words) {
      if (word.span.begin < at || word.span.end <= word.span.begin || word.span.end > report.text.size()) std::abort();
      at = word.span.end;
    }
  return 0;
}
