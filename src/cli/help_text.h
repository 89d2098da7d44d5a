// Help texts in 80 columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wireroom::cli {

// Breaks lines of more than 80 columns between words. What goes on of a line that tells of an option (two blanks before
// it) stands at `column`; other lines go on where they began.
[[nodiscard]] std::string wrapped(std::string_view help, std::size_t column);

}  // namespace wireroom::cli
