// What is known of the terminals that the program is connected to.
#pragma once

#include "cli/options.h"
#include "record/styled_text.h"

namespace wireroom::cli {

[[nodiscard]] bool is_terminal(int descriptor);

// Width and colour of what is written to standard output. Width: COLUMNS, else the terminal's, else 100.
[[nodiscard]] Page page_of_output(When color);

}  // namespace wireroom::cli
