// What the words of the command line mean. It is read before CLI11 is done, so that a wrong value is told with its
// option and with what would be right: all functions throw CLI::ValidationError.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wireroom/calendar.h"
#include "wireroom/layers.h"

namespace wireroom::cli {

[[noreturn]] void wrong(const std::string& option, const std::string& value, const std::string& advice);

// "a, b, c"
[[nodiscard]] std::string one_of(const std::vector<std::string>& known);

// The number of a word in a list; the error names a near one.
std::size_t choice(const std::string& option, const std::string& value, const std::vector<std::string>& known);

// Several words of a list, comma-separated; "all" for all of them.
[[nodiscard]] std::vector<std::string> choices(const std::string& option, const std::string& list,
                                               const std::vector<std::string>& known);

[[nodiscard]] LayerSet layers_of(const std::string& list);

// A number from 1 to `most`, digits only; nothing if it is none.
[[nodiscard]] std::optional<std::int64_t> whole_number(const std::string& text, std::int64_t most);

[[nodiscard]] Date date_of(const std::string& option, const std::string& value);

}  // namespace wireroom::cli
