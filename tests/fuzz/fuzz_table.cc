// A table of any bytes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto table = wireroom::Table::read("fuzz", {reinterpret_cast<const char*>(data), size}, {});
  if (table.has_value())
    for (const auto& row : table->rows()) (void)row.list("name");
  return 0;
}
