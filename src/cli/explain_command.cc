// `explain ID INPUT…`: looks for the report, codes it, explains the record.
#include <fmt/core.h>
#include <unistd.h>

#include <string>

#include "cli/commands.h"
#include "cli/items.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/signals.h"
#include "cli/terminal.h"
#include "record/explain.h"
#include "wireroom/engine.h"

namespace wireroom::cli {
namespace {

constexpr LayerSet kAll = LayerSet::of(
    {Layer::report, Layer::event, Layer::statement, Layer::actor, Layer::time, Layer::place, Layer::quantity});

// What the id asks of this report: the record of that name, or the report itself. "e3", as in the table, is a record
// of the first report.
std::optional<RecordName> asked(const std::string& id, const Report& report, bool first) {
  if (id == report.id) return RecordName{report.id, 'r', 0};
  if (first && id.find('.') == id.npos)
    if (auto name = record_name(report.id + "." + id)) return name;
  auto name = record_name(id);
  if (name && name->report == report.id) return name;
  return std::nullopt;
}

// Whether it is the id of a record of this report that has no explanation: a word, a chain of mentions.
bool asks_for_a_word(const std::string& id, const Report& report) {
  if (!id.starts_with(report.id + ".")) return false;
  const std::string rest = id.substr(report.id.size() + 1);
  return rest.size() > 1 && (rest[0] == 'w' || rest[0] == 'c') && rest.find_first_not_of("0123456789.", 1) == rest.npos;
}

}  // namespace

int run_explain(const Options& options) {
  Output output(STDOUT_FILENO);
  Signals signals(output);
  Messages messages(options);
  Items items(options, messages);
  bool report_found = false, first = true;
  while (std::optional<Item> item = items.next()) {
    const auto record = asked(options.id, item->report, first);
    first = false;
    if (!record && asks_for_a_word(options.id, item->report)) {
      messages.error(
          fmt::format("explain: {} is a word or a chain of mentions; only events, statements, actors, times, "
                      "places, quantities (.e .s .a .t .p .q) and reports are explained",
                      options.id));
      return 2;
    }
    if (!record) continue;
    report_found = true;
    const auto engine = Engine::load({options.model, kAll});
    if (!engine) {
      messages.error(engine.error().message);
      return 2;
    }
    Engine::Desk desk = engine->desk();
    std::string text;
    if (explain(engine->code(std::move(item->report), desk), *record, page_of_output(options.color), text)) {
      output.write(text);
      return output_status(output);
    }
    break;
  }
  messages.error(
      report_found
          ? fmt::format("explain: the report has no record {}; `wireroom code` lists its ids", options.id)
          : fmt::format("explain: no report of the id {} is in the input; `wireroom code` lists the ids", options.id));
  return 2;
}

}  // namespace wireroom::cli
