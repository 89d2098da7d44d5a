// `wireroom lint`: every table can be read, every layer accepts its files, every rule's own sentences come out as it
// says. With files of the user's these take the program's places.
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/assets.h"
#include "base/table.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "event/event_coder.h"
#include "event/rule_audit.h"
#include "event/rule_check.h"
#include "input/bytes.h"
#include "wireroom/engine.h"

namespace wireroom::cli {
namespace {

constexpr std::size_t kMostBytes = 64U << 20;  // of one file

// A file to be checked: its name among the program's files, and as the user gave it.
struct Chosen {
  std::string path, shown;
};

// The program's file that a name means: the longest path that it ends with; empty if none.
std::string own_path(const std::string& input) {
  std::string longest;
  for (const char* folder : {"data/", "rules/"})
    for (const std::string& path : assets_below(folder))
      if ((input == path || input.ends_with("/" + path)) && path.size() > longest.size()) longest = path;
  return longest;
}

// A file on the disk is put in the place of the program's file of its name, a new rule file beside the others.
Result<Chosen> choose(const std::string& input) {
  const std::string own = own_path(input);
  std::error_code problem;
  if (!std::filesystem::exists(input, problem)) {
    if (!own.empty()) return Chosen{own, input};
    return Error{ErrorKind::call, input +
                                      ": no such file; give a file of yours, or one of the program's by its path in "
                                      "the repository (data/countries.tsv)"};
  }
  if (own.empty() && !input.ends_with(".rules") && !input.ends_with(".tsv"))
    return Error{ErrorKind::call, input + ": neither rules (NAME.rules) nor a table (NAME.tsv)"};
  WIREROOM_TRY(source, ByteSource::open(input));
  WIREROOM_TRY(bytes, source.rest(kMostBytes));
  const std::string name = std::filesystem::path(input).filename().string();
  const std::string path = !own.empty() ? own : (name.ends_with(".rules") ? "rules/event/" : "your/") + name;
  put_asset(path, std::move(bytes));
  return Chosen{path, input};
}

std::vector<Chosen> chosen_files(const Options& options, Messages& messages) {
  std::vector<Chosen> files;
  for (const std::string& input : options.inputs) {
    auto one = choose(input);
    if (one)
      files.push_back(std::move(one).value());
    else
      messages.error(one.error().message);
  }
  if (!options.inputs.empty()) return files;
  for (const char* folder : {"data/", "rules/"})
    for (const std::string& path : assets_below(folder)) files.push_back({path, path});
  return files;
}

// A message with the user's name of the file in the place of the program's.
std::string as_shown(const std::vector<Chosen>& files, const std::string& message) {
  for (const Chosen& file : files)
    if (message.starts_with(file.path + ":")) return file.shown + message.substr(file.path.size());
  return message;
}

// A line for each type: its CAMEO codes with the number of patterns that name them.
std::string coverage_of(const RuleAudit& audit) {
  std::string lines;
  for (const auto& [type, codes] : audit.patterns) {
    std::string list;
    for (const auto& [code, patterns] : codes)
      list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", code.empty() ? "no code" : code, patterns);
    lines += fmt::format("{:<10} {}\n", name(type), list);
  }
  return lines.empty() ? lines : "patterns of rules by CAMEO code:\n" + lines;
}

// The rules of the chosen files, with their sentences run through the whole program.
void check_sentences(const std::vector<Chosen>& files, std::size_t& sentences, std::string& coverage,
                     Messages& messages) {
  auto coder = EventCoder::load();
  if (!coder) return messages.error(as_shown(files, coder.error().message));
  const RuleAudit audit = audit_rules(coder->rules());
  for (const RuleFailure& finding : audit.findings)
    if (std::any_of(files.begin(), files.end(),
                    [&](const Chosen& file) { return finding.place.starts_with(file.path + ":"); }))
      messages.error(as_shown(files, finding.place + ": " + finding.message));
  std::vector<Rule> rules;
  for (const Rule& rule : coder->rules())
    if (std::any_of(files.begin(), files.end(), [&](const Chosen& file) { return file.path == rule.file; }))
      rules.push_back(rule);
  auto engine = Engine::load({});  // every layer accepts its files
  if (!engine) return messages.error(as_shown(files, engine.error().message));
  if (rules.empty()) return;
  coverage = coverage_of(audit_rules(rules));
  Engine::Desk desk = engine->desk();
  const RuleCheck check = check_rules(rules, [&](std::string_view sentence) {
    Report report;
    report.id = "lint";
    report.text = Text::decode(sentence);
    report.blocks.push_back({BlockKind::paragraph, {0, report.text.size()}});
    return engine->code(std::move(report), desk);
  });
  sentences = check.sentences;
  for (const RuleFailure& failure : check.failures)
    messages.error(as_shown(files, failure.place + ": " + failure.message));
}

}  // namespace

int run_lint(const Options& options) {
  Messages messages(options);
  const std::vector<Chosen> files = chosen_files(options, messages);
  if (messages.any_error()) return 2;
  for (const Chosen& file : files) {
    const auto bytes = asset(file.path);
    if (!bytes) {
      messages.error(bytes.error().message);
    } else if (file.path.ends_with(".tsv")) {
      const auto table = Table::read(file.shown, *bytes, {});
      if (!table) messages.error(table.error().message);
    }
  }
  std::size_t sentences = 0;
  std::string coverage;
  if (!messages.any_error()) check_sentences(files, sentences, coverage, messages);
  if (messages.any_error()) return 1;
  return print(coverage +
               fmt::format("{} files and {} sentences of rules are as they should be\n", files.size(), sentences));
}

}  // namespace wireroom::cli
