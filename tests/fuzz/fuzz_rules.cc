// A rule file of any bytes: rules or an error that names the place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/assets.h"
#include "event/rule_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto classes =
      wireroom::WordClasses::read("rules/event/classes.tsv", *wireroom::asset("rules/event/classes.tsv"));
  const auto rules = wireroom::read_rules("fuzz.rules", {reinterpret_cast<const char*>(data), size}, *classes);
  if (!rules.has_value() && !rules.error().message.starts_with("fuzz.rules:")) std::abort();
  return 0;
}
