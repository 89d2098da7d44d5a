#include "cli/options.h"

#include <fmt/core.h>
#include <sched.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/suggestion.h"

#ifndef WIREROOM_VERSION
#error "WIREROOM_VERSION comes from the build"
#endif

namespace wireroom::cli {
namespace {

const std::vector<std::string> kInputKinds = {"auto", "text", "ndjson", "conllu"};
const std::vector<std::string> kFormats = {"table", "ndjson", "json", "csv", "tsv", "conllu"};
const std::vector<std::string> kWhen = {"auto", "always", "never"};

// What the words of the command line mean is read here, before CLI11 is done, so that a wrong value is told with its
// option and with what would be right.
[[noreturn]] void wrong(const std::string& option, const std::string& value, const std::string& advice) {
  throw CLI::ValidationError(fmt::format("{} {}: {}", option, value, advice), CLI::ExitCodes::ValidationError);
}

std::string one_of(const std::vector<std::string>& known) {
  std::string list;
  for (const std::string& each : known) list += (list.empty() ? "" : ", ") + each;
  return list;
}

std::size_t choice(const std::string& option, const std::string& value, const std::vector<std::string>& known) {
  for (std::size_t i = 0; i < known.size(); ++i)
    if (known[i] == value) return i;
  const std::string near = nearest(value, known);
  wrong(option, value, (near.empty() ? "" : "did you mean " + near + "? ") + "it is one of " + one_of(known));
}

LayerSet layers_of(const std::string& list) {
  LayerSet layers;
  std::size_t begin = 0;
  while (begin <= list.size()) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    const std::string word = list.substr(begin, comma - begin);
    const std::vector<std::string> known(kLayerNames.begin(), kLayerNames.end());
    layers.add(static_cast<Layer>(choice("--layers", word.empty() ? "''" : word, known)));
    begin = comma + 1;
  }
  if (layers.has(Layer::text)) layers.add(Layer::report);
  return layers;
}

Date date_of(const std::string& option, const std::string& value) {
  const auto date = value.size() == 10 ? parse_iso_date(value) : std::nullopt;
  if (!date) wrong(option, value, "write a day as 2016-03-24");
  return *date;
}

unsigned all_cores() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return static_cast<unsigned>(std::max(1, CPU_COUNT(&set)));
  return 1;
}

class Definition {
 public:
  Definition() : app_("Reads news reports and writes down who did what to whom, who said what, when and where.") {
    app_.name("wireroom");
    app_.set_help_flag("-h,--help", "print this help");
    app_.set_version_flag("--version", "wireroom " WIREROOM_VERSION);
    app_.require_subcommand(0, 1);
    app_.get_formatter()->column_width(28);
    app_.footer("Without a terminal the records are written as NDJSON; docs/records.md describes them.");
    options_.jobs = all_cores();
    code();
    read();
    parse();
    explain();
    directory();
    lint();
    formats();
    help_ = command("help", "print the help of a command");
    help_->add_option("COMMAND", help_words_, "the command (default: all of them)");
  }

  CommandLine run(int argc, const char* const* argv);
  [[nodiscard]] std::string help_text(Command wanted);

 private:
  CLI::App* command(const std::string& name, const std::string& what, CLI::App* below = nullptr) {
    CLI::App* made = (below ? below : &app_)->add_subcommand(name, what);
    made->set_help_flag("-h,--help", "print this help");
    made->get_formatter()->column_width(28);
    return made;
  }
  CLI::App* command(Command id, const std::string& name, const std::string& what) {
    CLI::App* made = command(name, what);
    commands_.push_back({id, made});
    return made;
  }

  void inputs(CLI::App* to) {
    to->add_option("INPUT", options_.inputs, "a file, a folder (walked, sorted), or - for standard input")
        ->type_name("");
  }
  void reading(CLI::App* to, bool conllu) {
    inputs(to);
    to->add_option_function<std::string>(
          "--input",
          [this, conllu](const std::string& value) {
            choice("--input", value, kInputKinds);
            if (value == "conllu" && !conllu) wrong("--input", value, "only `parse` takes sentences as given");
            options_.input_kind = value;
          },
          conllu ? "kind of input: auto (by the content), text, ndjson, conllu"
                 : "kind of input: auto (by the content), text, ndjson")
        ->type_name("KIND");
    to->add_option_function<std::string>(
          "--date", [this](const std::string& value) { options_.date = date_of("--date", value); },
          "publication date of reports that show none")
        ->type_name("DATE");
  }
  void color(CLI::App* to) {
    to->add_option_function<std::string>(
          "--color",
          [this](const std::string& value) { options_.color = static_cast<When>(choice("--color", value, kWhen)); },
          "colour: auto, always, never (NO_COLOR is honoured)")
        ->type_name("WHEN");
  }
  void format(CLI::App* to, bool conllu) {
    to->add_option_function<std::string>(
          "--format",
          [this, conllu](const std::string& value) {
            const auto format = static_cast<Format>(choice("--format", value, kFormats));
            if (format == Format::conllu && !conllu) wrong("--format", value, "only `parse` writes CoNLL-U");
            options_.format = format;
          },
          conllu ? "conllu, table, ndjson, json, csv, tsv (default: conllu)"
                 : "table, ndjson, json, csv, tsv (default: table on a terminal, else ndjson)")
        ->type_name("KIND");
  }
  void model(CLI::App* to) {
    to->add_option_function<std::string>(
          "--model",
          [this](const std::string& value) {
            choice("--model", value, {"base"});
            options_.model = value;
          },
          "the model: base")
        ->type_name("NAME");
  }
  void running(CLI::App* to) {
    to->add_option_function<std::string>(
          "--jobs",
          [this](const std::string& value) {
            const bool digits =
                !value.empty() && value.size() <= 4 && value.find_first_not_of("0123456789") == value.npos;
            const int jobs = digits ? std::stoi(value) : 0;
            if (jobs < 1 || jobs > 1024) wrong("--jobs", value, "write a number from 1 to 1024");
            options_.jobs = static_cast<unsigned>(jobs);
          },
          "threads; the output is the same for every N (default: all cores)")
        ->type_name("N");
    to->add_flag("--quiet", options_.quiet, "no notes and no progress on standard error, only errors");
    to->add_option_function<std::string>(
          "--progress",
          [this](const std::string& value) {
            options_.progress = static_cast<When>(choice("--progress", value, kWhen));
          },
          "progress on standard error: auto, always, never")
        ->type_name("WHEN");
  }
  void min_score(CLI::App* to) {
    to->add_option_function<std::string>(
          "--min-score",
          [this](const std::string& value) {
            char* end = nullptr;
            const double score = std::strtod(value.c_str(), &end);
            if (value.empty() || *end != '\0' || !(score >= 0 && score <= 1))
              wrong("--min-score", value, "write a number from 0 to 1");
            options_.min_score = score;
          },
          "leave out events and statements below this score (default: 0)")
        ->type_name("X");
  }
  void layers(CLI::App* to) {
    to->add_option_function<std::string>(
          "--layers", [this](const std::string& value) { options_.layers = layers_of(value); },
          "which records, comma-separated: report event statement actor time place quantity token predicate coref; "
          "text adds the reading text to the report (default: report,event,statement,actor)")
        ->type_name("LIST");
  }

  void code() {
    CLI::App* to = command(Command::code, "code", "reports in, records out: events, statements, actors");
    reading(to, false);
    format(to, false);
    layers(to);
    min_score(to);
    model(to);
    running(to);
    color(to);
  }
  void read() {
    CLI::App* to = command(Command::read, "read", "only the reading: report records with blocks and text");
    reading(to, false);
    format(to, false);
    running(to);
    color(to);
  }
  void parse() {
    CLI::App* to = command(Command::parse, "parse", "tokens, tags, trees, lemmas, names as CoNLL-U");
    reading(to, true);
    format(to, true);
    model(to);
    running(to);
    color(to);
  }
  void explain() {
    CLI::App* to = command(Command::explain, "explain", "one record: its words, what found it, the basis of its parts");
    to->add_option("ID", options_.id, "id of a record (wire7.e3) or of a report")->required()->type_name("");
    reading(to, false);
    model(to);
    color(to);
  }
  void directory() {
    CLI::App* to = command("directory", "what the directory of persons and bodies knows");
    to->require_subcommand(1);
    directory_ = to;
    CLI::App* lookup = command("lookup", "the entries for a name, best first", to);
    lookup->add_option("NAME", options_.name, "the name; in quotes if it has blanks")->required()->type_name("");
    lookup
        ->add_option_function<std::string>(
            "--on", [this](const std::string& value) { options_.on = date_of("--on", value); }, "as of this day")
        ->type_name("DATE");
    format(lookup, false);
    color(lookup);
    commands_.push_back({Command::directory_lookup, lookup});
  }
  void lint() {
    CLI::App* to = command(Command::lint, "lint", "checks the rule and data files, runs every rule's own examples");
    to->add_option("FILE", options_.inputs, "only these files, e.g. rules/event/consult.rules (default: all)")
        ->type_name("");
    color(to);
  }
  void formats() { command(Command::formats, "formats", "which inputs can be read and which formats written"); }

  CommandLine::Stop wrong_call(const CLI::ParseError& error);
  [[nodiscard]] CLI::App* chosen();
  [[nodiscard]] std::string path_of(const CLI::App* app) const;
  [[nodiscard]] std::string help_for(CLI::App* app) const;
  [[nodiscard]] std::vector<std::string> known_commands() const;
  CommandLine::Stop help();

  struct Named {
    Command id;
    CLI::App* app;
  };
  CLI::App app_;
  std::vector<Named> commands_;
  CLI::App* directory_ = nullptr;
  CLI::App* help_ = nullptr;
  std::vector<std::string> help_words_;
  Options options_;
};

CLI::App* Definition::chosen() {
  CLI::App* at = &app_;
  for (int depth = 0; depth < 2 && !at->get_subcommands().empty(); ++depth) at = at->get_subcommands().front();
  return at;
}

// "wireroom directory lookup"
std::string Definition::path_of(const CLI::App* app) const {
  std::string path = app->get_name();
  while (app != &app_) {
    app = app->get_parent();
    path = app->get_name() + " " + path;
  }
  return path;
}

std::string Definition::help_for(CLI::App* app) const {
  const std::string path = path_of(app);
  const auto blank = path.rfind(' ');
  return app->help(blank == path.npos ? "" : path.substr(0, blank), CLI::AppFormatMode::Normal);
}

std::vector<std::string> Definition::known_commands() const {
  std::vector<std::string> names;
  for (const CLI::App* each : app_.get_subcommands(nullptr)) names.push_back(each->get_name());
  return names;
}

CommandLine::Stop Definition::wrong_call(const CLI::ParseError& error) {
  CLI::App* at = chosen();
  const std::string path = path_of(at);
  std::string message = error.what();
  const std::vector<std::string> extras = app_.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) && !extras.empty()) {
    const std::string word = extras.front().substr(0, extras.front().find('='));
    std::string near;
    if (word.starts_with('-')) {
      std::vector<std::string> known;
      for (const CLI::Option* option : at->get_options())
        for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
      near = nearest(word, known);
      message = "unknown option " + word;
    } else if (at == &app_) {
      near = nearest(word, known_commands());
      message = "unknown command " + word;
    } else {
      message = "one argument too many: " + word;
    }
    if (!near.empty()) message += "; did you mean " + near + "?";
  }
  return {2, "", fmt::format("{}: {}\nTry: {} --help\n", path, message, path)};
}

CommandLine::Stop Definition::help() {
  CLI::App* at = &app_;
  for (const std::string& word : help_words_) {
    CLI::App* below = nullptr;
    for (CLI::App* each : at->get_subcommands(nullptr))
      if (each->get_name() == word) below = each;
    if (below == nullptr) {
      const std::string near = nearest(word, known_commands());
      return {2, "",
              fmt::format("wireroom help: unknown command {}{}\nTry: wireroom help\n", word,
                          near.empty() ? "" : "; did you mean " + near + "?")};
    }
    at = below;
  }
  return {0, help_for(at), ""};
}

CommandLine Definition::run(int argc, const char* const* argv) {
  CommandLine line;
  try {
    app_.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    line.stop = {0, help_for(chosen()), ""};
    return line;
  } catch (const CLI::CallForVersion& version) {
    line.stop = {0, std::string(version.what()) + "\n", ""};
    return line;
  } catch (const CLI::ParseError& error) {
    line.stop = wrong_call(error);
    return line;
  }
  CLI::App* at = chosen();
  if (at == &app_) {
    line.stop = {2, "", help_for(&app_)};
    return line;
  }
  if (at == help_) {
    line.stop = help();
    return line;
  }
  for (const Named& named : commands_)
    if (named.app == at) options_.command = named.id;
  line.options = options_;
  return line;
}

std::string Definition::help_text(Command wanted) {
  for (const Named& named : commands_)
    if (named.id == wanted) return help_for(named.app);
  return help_for(&app_);
}

}  // namespace

CommandLine read_command_line(int argc, const char* const* argv) { return Definition().run(argc, argv); }

std::string help_of(Command command) { return Definition().help_text(command); }

}  // namespace wireroom::cli
