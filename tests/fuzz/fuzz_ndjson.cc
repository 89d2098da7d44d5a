// A line of NDJSON of any bytes: a report or an error that names the place.
#include "fuzz/fuzz.h"
#include "input/ndjson.h"

using namespace wireroom;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto report = read_ndjson_line(std::string(fuzz::bytes_of(data, size)), "fuzz:1");
  if (!report)
    fuzz::promise(report.error().message.starts_with("fuzz:1: "), "an error names its line");
  else
    fuzz::promise(report->text_offset <= report->text.code_points(), "the offset lies in the text");
  return 0;
}
