// One function a command: does the work, returns the exit status.
#pragma once

#include "cli/options.h"

namespace wireroom::cli {

[[nodiscard]] int run_reports(const Options& options);  // code, read, parse
[[nodiscard]] int run_explain(const Options& options);
[[nodiscard]] int run_directory_lookup(const Options& options);
[[nodiscard]] int run_lint(const Options& options);
[[nodiscard]] int run_formats();
[[nodiscard]] int run_question(const Options& options);  // search, events, quotes, actor, show, sql, story, runs, diff
[[nodiscard]] int run_group(const Options& options);
[[nodiscard]] int run_merge(const Options& options);
[[nodiscard]] int run_export(const Options& options);

}  // namespace wireroom::cli
