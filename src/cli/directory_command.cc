#include "cli/commands.h"

namespace wireroom::cli {
int run_directory_lookup(const Options&) { return 2; }
}  // namespace wireroom::cli
