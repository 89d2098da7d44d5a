#include "cli/options.h"

#include <fmt/core.h>
#include <sched.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/help_text.h"
#include "cli/option_values.h"
#include "cli/suggestion.h"
#include "wireroom/proposition.h"

#ifndef WIREROOM_VERSION
#error "WIREROOM_VERSION comes from the build"
#endif

namespace wireroom::cli {
namespace {

const std::vector<std::string> kInputKinds = {"auto", "text", "ndjson", "conllu"};
const std::vector<std::string> kFormats = {"table", "ndjson", "json", "csv", "tsv", "conllu"};
const std::vector<std::string> kStatuses = {"asserted",   "planned", "possible", "conditional",
                                            "called_for", "failed",  "denied"};
const std::vector<std::string> kWhen = {"auto", "always", "never"};

unsigned all_cores() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return static_cast<unsigned>(std::max(1, CPU_COUNT(&set)));
  return 1;
}

constexpr std::size_t kColumn = 22;  // where the help says what an option is

class Definition {
 public:
  Definition() : app_("Reads news reports and writes down who did what to whom, who said what, when and where.\n") {
    app_.name("wireroom");
    app_.set_help_flag("-h,--help", "print this help");
    app_.set_version_flag("--version", "wireroom " WIREROOM_VERSION, "print the version");
    app_.require_subcommand(0, 1);
    lay_out(app_);
    app_.footer(
        "`wireroom help COMMAND` tells a command's options. Examples:\n"
        "  wireroom code report.txt                 a table to read\n"
        "  wireroom code --format csv reports/      a table for a spreadsheet");
    options_.jobs = all_cores();
    code();
    read();
    parse();
    explain();
    directory();
    lint();
    formats();
    questions();
    keeping();
    exports();
    help_ = command("help", "print the help of a command");
    help_->add_option("COMMAND", help_words_, "the command (default: all of them)");
  }

  CommandLine run(int argc, const char* const* argv);
  [[nodiscard]] std::string help_text(Command wanted);

 private:
  CLI::App* command(const std::string& name, const std::string& what, CLI::App* below = nullptr) {
    CLI::App* made = (below ? below : &app_)->add_subcommand(name, what);
    made->set_help_flag("-h,--help", "print this help");
    lay_out(*made);
    return made;
  }
  static void lay_out(CLI::App& app) {
    auto layout = std::make_shared<CLI::Formatter>();
    layout->column_width(kColumn);
    layout->label("OPTIONS", "OPTION…");
    layout->label("SUBCOMMAND", "COMMAND");
    layout->label("Subcommands", "Commands");
    layout->label("Positionals", "Arguments");
    layout->label("REQUIRED", "");
    layout->label("TEXT", "");
    app.formatter(layout);
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
            const auto jobs = whole_number(value, 1024);
            if (!jobs) wrong("--jobs", value, "write a number from 1 to 1024");
            options_.jobs = static_cast<unsigned>(*jobs);
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
    to->add_option("--db", options_.db,
                   "store the records in this file, or in postgresql://…, instead of printing them (docs/store.md)")
        ->type_name("FILE");
    to->add_flag("--replace", options_.replace,
                 "with --db: code again what another version coded; its records are kept beside the new ones");
    to->add_option_function<std::string>(
          "--shard",
          [this](const std::string& value) {
            const std::size_t slash = value.find('/');
            const std::string index = value.substr(0, slash),
                              count = slash == value.npos ? "" : value.substr(slash + 1);
            const auto shard = whole_number(index, 99999), shards = whole_number(count, 99999);
            if (!shard || !shards || *shard > *shards)
              wrong("--shard", value, "write 3/8 for the third of eight shards");
            options_.shard = static_cast<unsigned>(*shard - 1);
            options_.shards = static_cast<unsigned>(*shards);
          },
          "only a part of the reports, by their ids: 3/8 is the third of eight; `merge` puts stores together")
        ->type_name("I/N");
    model(to);
    running(to);
    color(to);
    to->footer(
        "On a terminal the records come as a table, elsewhere as NDJSON, one JSON object a line. Examples:\n"
        "  wireroom code report.txt\n"
        "  wireroom code --layers event --format csv reports/ > events.csv\n"
        "  zcat reports.ndjson.gz | wireroom code --jobs 4 - > records.ndjson");
  }
  void read() {
    CLI::App* to = command(Command::read, "read", "only the reading: report records with blocks and text");
    reading(to, false);
    format(to, false);
    running(to);
    color(to);
    to->footer("Example: wireroom read --format json report.txt");
  }
  void parse() {
    CLI::App* to = command(Command::parse, "parse", "tokens, tags, trees, lemmas, names as CoNLL-U");
    reading(to, true);
    format(to, true);
    model(to);
    running(to);
    color(to);
    to->footer("Example: wireroom parse report.txt > report.conllu");
  }
  void explain() {
    CLI::App* to = command(Command::explain, "explain", "one record: its words, what found it, the basis of its parts");
    to->add_option("ID", options_.id, "id of a record (wire7.e3) or of a report")->required()->type_name("");
    reading(to, false);
    to->add_option("--db", options_.db, "the record is in this store; no INPUT")->type_name("FILE");
    model(to);
    color(to);
    to->footer(
        "`wireroom code` shows the ids; in its table they stand without the report's (e3).\n"
        "Example: wireroom explain e3 report.txt");
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
    lookup->footer("Example: wireroom directory lookup \"Sergei Lavrov\" --on 2016-03-24");
    commands_.push_back({Command::directory_lookup, lookup});
  }
  void lint() {
    CLI::App* to = command(Command::lint, "lint", "checks the rule and data files, runs every rule's own examples");
    to->add_option("FILE", options_.inputs,
                   "only these files, yours or the program's own (default: all of the program's)")
        ->type_name("");
    color(to);
    to->footer(
        "A file of yours takes the place of the program's file of the same name (rules/event/consult.rules), or\n"
        "stands beside the others. Example: wireroom lint my.rules");
  }
  void formats() { command(Command::formats, "formats", "which inputs can be read and which formats written"); }

  void store_file(CLI::App* to) {
    to->add_option("--db", options_.db, "the store that `code --db` made")->required()->type_name("FILE");
    to->add_option_function<std::string>(
          "--limit",
          [this](const std::string& value) {
            const auto rows = whole_number(value, 999999999);
            if (!rows) wrong("--limit", value, "write a number of rows from 1");
            options_.filters.limit = *rows;
          },
          "at most so many rows")
        ->type_name("N");
    format(to, false);
    color(to);
  }
  void day_filters(CLI::App* to) {
    to->add_option_function<std::string>(
          "--since", [this](const std::string& value) { options_.filters.since = iso(date_of("--since", value)); },
          "from this day on")
        ->type_name("DATE");
    to->add_option_function<std::string>(
          "--until", [this](const std::string& value) { options_.filters.until = iso(date_of("--until", value)); },
          "until this day")
        ->type_name("DATE");
    to->add_option("--country", options_.filters.country, "with a party of this country, e.g. RUS")->type_name("CODE");
  }
  void event_type_filter(CLI::App* to) {
    to->add_option_function<std::string>(
          "--event",
          [this](const std::string& value) {
            if (!event_type(value)) wrong("--event", value, "it is a PLOVER type, e.g. CONSULT or ASSAULT");
            options_.filters.event = value;
          },
          "with an event of this PLOVER type")
        ->type_name("TYPE");
  }
  void event_filters(CLI::App* to) {
    to->add_option("--actor", options_.filters.actor, "with a party whose name has these letters")->type_name("NAME");
    event_type_filter(to);
    to->add_option_function<std::string>(
          "--status",
          [this](const std::string& value) {
            choice("--status", value, kStatuses);
            options_.filters.status = value;
          },
          "with an event of this status: " + one_of(kStatuses))
        ->type_name("STATUS");
  }
  void first_of_many(CLI::App* to) {
    CLI::Option* day = to->add_flag("--one-a-day", options_.filters.one_a_day,
                                    "of events with the same parties, code, status and day only the first");
    to->add_flag("--one-a-happening", options_.filters.one_a_happening,
                 "each happening once, however many reports tell it (after `wireroom group`)")
        ->excludes(day);
  }
  void questions() {
    CLI::App* to = command(Command::search, "search", "reports of a store in which words stand, best first");
    to->add_option("WORDS", options_.question, "words; \"a phrase\", a OR b, NEAR(a b), begin*")
        ->required()
        ->type_name("");
    store_file(to);
    day_filters(to);
    event_filters(to);
    to = command(Command::events, "events", "events of a store, in order of time");
    store_file(to);
    day_filters(to);
    event_filters(to);
    first_of_many(to);
    to = command(Command::quotes, "quotes", "who said what: statements of a store, in order of time");
    to->add_option("WORDS", options_.question, "only statements with these words")->type_name("");
    store_file(to);
    day_filters(to);
    event_filters(to);
    to = command(Command::actor, "actor", "who is meant by a name in a store: offices, events, statements");
    to->add_option("NAME", options_.question, "the name or a part of it")->required()->type_name("");
    store_file(to);
    day_filters(to);
    to = command(Command::show, "show", "a record of a store by its id, or all of a report");
    to->add_option("ID", options_.question, "id of a record (wire7.e3) or of a report")->required()->type_name("");
    store_file(to);
    to = command(Command::sql, "sql", "your own question to a store (read only; docs/store.md lists tables and views)");
    to->add_option("QUESTION", options_.question, "one SELECT")->required()->type_name("");
    store_file(to);
    to = command(Command::story, "story", "the reports on one matter and what they tell (after `wireroom group`)");
    to->add_option("ID", options_.question, "id of a report or of one of its records")->required()->type_name("");
    store_file(to);
  }
  void run_number(CLI::App* to, const char* label, std::int64_t& number, const char* what) {
    to->add_option_function<std::string>(
          label,
          [label, &number](const std::string& value) {
            const auto run = whole_number(value, 999999999);
            if (!run) wrong(label, value, "write a run's number, as `wireroom runs` shows it");
            number = *run;
          },
          what)
        ->required()
        ->type_name("");
  }
  void keeping() {
    CLI::App* to =
        command(Command::runs, "runs", "the runs of a store: version, options, hashes of what they knew and read");
    store_file(to);
    to = command(Command::diff, "diff", "what two runs of a store code differently: added, lost and changed records");
    run_number(to, "BEFORE", options_.run_before, "number of the older run (`wireroom runs`)");
    run_number(to, "AFTER", options_.run_after, "number of the newer run");
    store_file(to);
    to->add_option_function<std::string>(
          "--by",
          [this](const std::string& value) {
            choice("--by", value, {"type", "code", "actor", "rule"});
            options_.difference.by = value;
          },
          "numbers instead of records: by type, code, actor or rule")
        ->type_name("WHAT");
    to->add_flag("--scores", options_.difference.scores, "a score that moved by 0.05 or more is a change too");
    to->footer("Example: wireroom code --db news.db --replace reports/ && wireroom diff 1 2 --db news.db --by code");
    to = command(Command::group, "group", "finds copies, stories and the same happening in many reports of a store");
    storing(to);
    to = command(Command::merge, "merge", "takes other stores (shards) into one");
    to->add_option("SHARD", options_.inputs, "the stores to take in")->required()->type_name("");
    storing(to);
    to->footer("Example: wireroom merge --db news.db part1.db part2.db");
  }
  void storing(CLI::App* to) {
    to->add_option("--db", options_.db, "the store to write")->required()->type_name("FILE");
    to->add_flag("--quiet", options_.quiet, "no notes on standard error, only errors");
  }

  void export_filters(CLI::App* to) {
    to->add_option_function<std::string>(
          "--status",
          [this](const std::string& list) { options_.export_request.statuses = choices("--status", list, kStatuses); },
          "only events of these statuses, comma-separated, or all: " + one_of(kStatuses) +
              " (default: all; asserted for polecat, icews, gdelt, phoenix)")
        ->type_name("LIST");
    to->add_option("--where", options_.export_request.where,
                   "only events for which this holds: SQL on the columns of the event table (docs/export.md)")
        ->type_name("SQL");
    to->add_flag("--dyads", options_.export_request.dyads,
                 "one row a pair of source and target (csv, tsv, ndjson, parquet, polecat; the others always)");
  }
  void exports() {
    CLI::App* to =
        command(Command::export_store, "export", "a store's records as tables or annotations of other programs");
    to->add_option("FOLDER", options_.export_request.folder, "where the files go; made if it is not there")
        ->required()
        ->type_name("");
    to->add_option("--db", options_.db, "the store that `code --db` made")->required()->type_name("FILE");
    std::vector<std::string> known;
    std::string list;
    for (const ExportFormat& each : export_formats()) {
      known.emplace_back(each.name);
      list += (list.empty() ? "" : ", ") + known.back();
    }
    to->add_option_function<std::string>(
          "--format",
          [this, known](const std::string& value) {
            choice("--format", value, known);
            options_.export_request.format = value;
          },
          list)
        ->required()
        ->type_name("KIND");
    day_filters(to);
    to->add_option("--actor", options_.filters.actor, "with a party whose name has these letters")->type_name("NAME");
    event_type_filter(to);
    export_filters(to);
    first_of_many(to);
    to->add_flag("--quiet", options_.quiet, "nothing on standard error but errors");
    to->footer(
        "Each export comes with datapackage.json, which describes its columns. What has\n"
        "no place in the format is told on standard error. Examples:\n"
        "  wireroom export --db news.db --format csv tables/\n"
        "  wireroom export --db news.db --format gdelt --since 2016-03-01 gdelt/");
  }

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
  return wrapped(app->help(blank == path.npos ? "" : path.substr(0, blank), CLI::AppFormatMode::Normal), kColumn);
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
