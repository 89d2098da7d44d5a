// `explain ID INPUT…` and `explain ID --db FILE`: looks for the report, codes it, explains the record.
#include <fmt/core.h>
#include <unistd.h>

#include <string>
#include <string_view>

#include "cli/commands.h"
#include "cli/items.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/signals.h"
#include "cli/store_sink.h"
#include "cli/terminal.h"
#include "record/explain.h"
#include "record/json_records.h"
#include "record/stored_report.h"
#include "store/questions.h"
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

// Whether it is the id of a record of this report that has no explanation: a word ("w1.4"), a chain of mentions ("c1").
// As above the report's id may be left out of that of a record of the first report.
bool asks_for_a_word(std::string_view id, const Report& report, bool first) {
  if (id.size() > report.id.size() && id.starts_with(report.id) && id[report.id.size()] == '.')
    id.remove_prefix(report.id.size() + 1);
  else if (!first)
    return false;
  return id.size() > 1 && (id[0] == 'w' || id[0] == 'c') && id.find_first_not_of("0123456789.", 1) == id.npos;
}

Result<Coded> coded_anew(Report report, const std::string& model) {
  WIREROOM_TRY(engine, Engine::load({model, kAll}));
  Engine::Desk desk = engine.desk();
  return engine.code(std::move(report), desk);
}

// The record of an id as this program makes it; empty if it makes none of that id.
std::string record_now(const Coded& coded, const std::string& id) {
  std::string found;
  const std::string wanted = "\"id\":\"" + id + "\"";
  json_records(coded, {stored_layers(), 0}, [&](std::string_view record) {
    if (record.substr(0, record.find("\"report\"")).find(wanted) != record.npos) found = record;
  });
  return found;
}

// A store keeps the text and how it was read, so that the same explanation comes as from the file.
int explain_stored(const Options& options) {
  Output output(STDOUT_FILENO);
  Messages messages(options);
  const auto wrong = [&](const std::string& message) {
    messages.error(message);
    return 2;
  };
  if (!options.inputs.empty()) return wrong("explain: name either INPUT or --db FILE, not both");
  auto store = Store::open_to_read(options.db);
  if (!store) return wrong(store.error().message);
  const auto stored = stored_report(store->database(), options.id);
  if (!stored) return wrong(stored.error().message);
  auto report = report_of_record(stored->records.front(), stored->text);
  if (!report) return wrong(store->place() + ": " + report.error().message);
  const auto record = asked(options.id, *report, false);
  if (!record && asks_for_a_word(options.id, *report, false))
    return wrong(fmt::format("explain: {} is a word or a chain of mentions, which are not explained", options.id));
  const auto coded = coded_anew(std::move(*report), options.model);
  if (!coded) return wrong(coded.error().message);
  std::string text;
  if (!record || !explain(*coded, *record, page_of_output(options.color), text))
    return wrong(fmt::format("explain: {} has no record {}; `wireroom show {} --db {}` lists those of the report",
                             store->place(), options.id, stored->id, store->place()));
  if (record->letter != 'r' && stored->records.size() > 1 && record_now(*coded, options.id) != stored->records[1])
    messages.note(
        fmt::format("{} is stored otherwise, by another version or other data; explained is what this "
                    "program says (`wireroom show` prints the stored record)",
                    options.id));
  output.write(text);
  return output_status(output);
}

}  // namespace

int run_explain(const Options& options) {
  if (!options.db.empty()) return explain_stored(options);
  Output output(STDOUT_FILENO);
  Signals signals(output);
  Messages messages(options);
  Items items(options, messages);
  bool report_found = false, first = true, word = false;
  while (std::optional<Item> item = items.next()) {
    const auto record = asked(options.id, item->report, first);
    word = word || (!record && asks_for_a_word(options.id, item->report, first));
    first = false;
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
  if (word && !report_found) {
    messages.error(
        fmt::format("explain: {} is a word or a chain of mentions; only events, statements, actors, times, "
                    "places, quantities (.e .s .a .t .p .q) and reports are explained",
                    options.id));
    return 2;
  }
  messages.error(
      report_found
          ? fmt::format("explain: the report has no record {}; `wireroom code` lists its ids", options.id)
          : fmt::format("explain: no report of the id {} is in the input; `wireroom code` lists the ids", options.id));
  return 2;
}

}  // namespace wireroom::cli
