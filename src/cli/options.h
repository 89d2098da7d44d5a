// The command line: one definition of all commands and options. It feeds the parsing, the help of each command and the
// list that `help` prints.
//
//   const CommandLine line = read_command_line(argc, argv);
//   if (line.stop) { print line.stop->out and line.stop->err; return line.stop->status; }
//   run(line.options);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "export/export.h"
#include "record/record_writer.h"
#include "store/diff.h"
#include "store/questions.h"
#include "wireroom/calendar.h"
#include "wireroom/layers.h"

namespace wireroom::cli {

enum class Command {
  code,
  read,
  parse,
  explain,
  directory_lookup,
  lint,
  formats,
  search,
  events,
  quotes,
  actor,
  show,
  sql,
  diff,
  runs,
  story,
  group,
  merge,
  export_store
};
enum class When { automatic, always, never };

struct Options {
  Command command = Command::code;
  std::vector<std::string> inputs;  // files, folders, "-"
  std::string input_kind = "auto";
  std::optional<Format> format;    // absent: by the terminal
  std::optional<LayerSet> layers;  // absent: the command's own
  std::optional<Date> date;
  unsigned jobs = 1;
  std::string model = "base";
  double min_score = 0;
  When color = When::automatic, progress = When::automatic;
  bool quiet = false;
  std::string id;          // explain
  std::string name;        // directory lookup
  std::optional<Date> on;  // directory lookup
  std::string db;          // code, and all questions to a store
  bool replace = false;    // code: reports that another run coded are coded anew
  std::string question;    // words, name, id or SQL
  Filters filters;
  unsigned shard = 0, shards = 1;              // code: only the reports of this shard, from 0
  std::int64_t run_before = 0, run_after = 0;  // diff
  DiffOptions difference;                      // diff
  ExportRequest export_request;                // export
};

struct CommandLine {
  struct Stop {
    int status = 0;
    std::string out, err;
  };
  std::optional<Stop> stop;  // help was asked for, or the call is wrong: nothing more to do
  Options options;
};

[[nodiscard]] CommandLine read_command_line(int argc, const char* const* argv);

// The help text of a command, as `wireroom help COMMAND` prints it.
[[nodiscard]] std::string help_of(Command command);

}  // namespace wireroom::cli
