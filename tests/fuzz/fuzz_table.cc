// A table of any bytes, by the reader of all tables and by those that hand their bytes on; the first byte chooses.
#include "base/table.h"
#include "event/lemma_book.h"
#include "event/scorer.h"
#include "event/status.h"
#include "event/word_classes.h"
#include "fuzz/fuzz.h"

using namespace wireroom;

namespace {

template <typename Read>
void check(const Read& read) {
  if (!read.has_value()) fuzz::promise(read.error().message.starts_with("fuzz.tsv"), "an error names its file");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = fuzz::bytes_of(data + 1, size - 1);
  switch (data[0] % 5) {
    case 0: {
      const auto table = Table::read("fuzz.tsv", bytes, {"name"});
      check(table);
      if (table)
        for (const Table::Row& row : table->rows()) {
          (void)row["name"];
          (void)row.list("name");
        }
      break;
    }
    case 1:
      check(WordClasses::read("fuzz.tsv", bytes));
      break;
    case 2:
      check(Scorer::read("fuzz.tsv", bytes));
      break;
    case 3:
      check(StatusReader::read("fuzz.tsv", bytes));
      break;
    default:
      check(LemmaBook::read("fuzz.tsv", bytes));
  }
  return 0;
}
