// CoNLL-U of any bytes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tokens/conllu_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)wireroom::read_conllu("fuzz", {reinterpret_cast<const char*>(data), size});
  return 0;
}
