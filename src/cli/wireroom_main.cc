// The program: reads the command line, runs the command.
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/terminal.h"

namespace {

using namespace wireroom::cli;  // NOLINT: the program is its command line

bool reads_reports(Command command) {
  return command == Command::code || command == Command::read || command == Command::parse ||
         command == Command::explain;
}

bool needs_input(const Options& options) {
  return reads_reports(options.command) && !(options.command == Command::explain && !options.db.empty());
}

int run(const Options& options) {
  switch (options.command) {
    case Command::code:
    case Command::read:
    case Command::parse:
      return run_reports(options);
    case Command::explain:
      return run_explain(options);
    case Command::directory_lookup:
      return run_directory_lookup(options);
    case Command::lint:
      return run_lint(options);
    case Command::formats:
      return run_formats();
    case Command::search:
    case Command::events:
    case Command::quotes:
    case Command::actor:
    case Command::show:
    case Command::sql:
    case Command::story:
    case Command::runs:
    case Command::diff:
      return run_question(options);
    case Command::group:
      return run_group(options);
    case Command::merge:
      return run_merge(options);
    case Command::export_store:
      return run_export(options);
  }
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  ::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen by write()
  ::signal(SIGXFSZ, SIG_IGN);  // so is a file that may not grow further
  try {
    CommandLine line = read_command_line(argc, argv);
    if (line.stop) {
      std::fputs(line.stop->err.c_str(), stderr);
      const int written = print(line.stop->out);
      return written != 0 ? written : line.stop->status;
    }
    if (needs_input(line.options) && line.options.inputs.empty()) {
      if (is_terminal(STDIN_FILENO)) {
        return print(help_of(line.options.command));
      }
      line.options.inputs = {"-"};
    }
    return run(line.options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "wireroom: internal: %s; please report this with the input that shows it\n", error.what());
    return 3;
  }
}
