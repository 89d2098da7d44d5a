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

// What the id asks of this report: the record of that name, or the report itself.
std::optional<RecordName> asked(const std::string& id, const Report& report) {
  if (id == report.id) return RecordName{report.id, 'r', 0};
  auto name = record_name(id);
  if (name && name->report == report.id) return name;
  return std::nullopt;
}

}  // namespace

int run_explain(const Options& options) {
  Output output(STDOUT_FILENO);
  Signals signals(output);
  Messages messages(options);
  Items items(options, messages);
  bool report_found = false;
  while (std::optional<Item> item = items.next()) {
    const auto record = asked(options.id, item->report);
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
