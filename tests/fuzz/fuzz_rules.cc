// A rule file of any bytes: rules, or an error that names the place.
#include "base/assets.h"
#include "event/rule_reader.h"
#include "fuzz/fuzz.h"

using namespace wireroom;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* kClasses = "rules/event/classes.tsv";
  static const auto classes = fuzz::loaded(WordClasses::read(kClasses, fuzz::loaded(asset(kClasses))));
  const auto rules = read_rules("fuzz.rules", fuzz::bytes_of(data, size), classes);
  if (!rules) fuzz::promise(rules.error().message.starts_with("fuzz.rules"), "an error names its file");
  return 0;
}
