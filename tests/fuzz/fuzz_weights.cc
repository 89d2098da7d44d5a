// A weight file of any bytes: refused with a reason. The checksum keeps a fuzzer out, so a right one is put in as well.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "model/weight_format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The reader wants its bytes at a multiple of 64.
  std::vector<std::uint8_t> memory(size + 64);
  auto* begin = memory.data() + (64 - reinterpret_cast<std::uintptr_t>(memory.data()) % 64) % 64;
  std::copy(data, data + size, begin);
  if (size > 24 && data[size - 1] % 8 != 0) {
    const std::uint64_t sum = wireroom::checksum({reinterpret_cast<const char*>(begin) + 24, size - 24});
    std::memcpy(begin + 16, &sum, sizeof sum);
  }
  const auto model = wireroom::Model::load({reinterpret_cast<const char*>(begin), size});
  if (!model.has_value() && model.error().message.empty()) std::abort();
  return 0;
}
