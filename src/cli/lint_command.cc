// `wireroom lint`: every table can be read, every layer accepts its files, every rule's own sentences come out as it
// says.
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "base/assets.h"
#include "base/table.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "event/event_coder.h"
#include "event/rule_check.h"
#include "wireroom/engine.h"

namespace wireroom::cli {
namespace {

bool chosen(const Options& options, const std::string& path) {
  if (options.inputs.empty()) return true;
  return std::any_of(options.inputs.begin(), options.inputs.end(), [&](const std::string& input) {
    return input == path || (input.size() > path.size() && input.ends_with("/" + path));
  });
}

std::vector<std::string> chosen_assets(const Options& options) {
  std::vector<std::string> paths;
  for (const char* folder : {"data/", "rules/"})
    for (const std::string& path : assets_below(folder))
      if (chosen(options, path)) paths.push_back(path);
  return paths;
}

// The rules of the chosen files, with their sentences run through the whole program.
void check_sentences(const Options& options, std::size_t& sentences, Messages& messages) {
  auto coder = EventCoder::load();
  if (!coder) return messages.error(coder.error().message);
  std::vector<Rule> rules;
  for (const Rule& rule : coder->rules())
    if (chosen(options, rule.file)) rules.push_back(rule);
  auto engine = Engine::load({});  // every layer accepts its files
  if (!engine) return messages.error(engine.error().message);
  if (rules.empty()) return;
  Engine::Desk desk = engine->desk();
  const RuleCheck check = check_rules(rules, [&](std::string_view sentence) {
    Report report;
    report.id = "lint";
    report.text = Text::decode(sentence);
    report.blocks.push_back({BlockKind::paragraph, {0, report.text.size()}});
    return engine->code(std::move(report), desk);
  });
  sentences = check.sentences;
  for (const RuleFailure& failure : check.failures) messages.error(failure.place + ": " + failure.message);
}

}  // namespace

int run_lint(const Options& options) {
  Messages messages(options);
  const std::vector<std::string> paths = chosen_assets(options);
  if (paths.empty()) {
    messages.error(
        "lint: none of the files is one of the program's; name them as in the repository, e.g. data/countries.tsv");
    return 2;
  }
  for (const std::string& path : paths) {
    const auto bytes = asset(path);
    if (!bytes) {
      messages.error(bytes.error().message);
    } else if (path.ends_with(".tsv")) {
      const auto table = Table::read(path, *bytes, {});
      if (!table) messages.error(table.error().message);
    }
  }
  std::size_t sentences = 0;
  if (!messages.any_error()) check_sentences(options, sentences, messages);
  if (messages.any_error()) return 1;
  std::fputs(fmt::format("{} files and {} sentences of rules are as they should be\n", paths.size(), sentences).c_str(),
             stdout);
  return 0;
}

}  // namespace wireroom::cli
