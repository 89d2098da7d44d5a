// A line of NDJSON of any bytes: a report or an error, never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "input/ndjson.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto report = wireroom::read_ndjson_line({reinterpret_cast<const char*>(data), size}, "fuzz:1");
  if (!report.has_value() && report.error().message.empty()) std::abort();
  return 0;
}
