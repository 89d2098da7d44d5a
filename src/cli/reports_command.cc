// `code`, `read` and `parse`: reports in, records out. They differ in the layers and in the format only.
#include <fmt/core.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/items.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/signals.h"
#include "cli/terminal.h"
#include "engine/in_order.h"
#include "record/record_writer.h"
#include "wireroom/engine.h"

namespace wireroom::cli {
namespace {

WriterOptions writer_options(const Options& options) {
  WriterOptions writer;
  const bool terminal = is_terminal(STDOUT_FILENO);
  writer.page = page_of_output(options.color);
  writer.choice.min_score = options.min_score;
  writer.format = options.format.value_or(terminal ? Format::table : Format::ndjson);
  switch (options.command) {
    case Command::read:
      writer.choice.layers = LayerSet::of({Layer::report, Layer::text});
      break;
    case Command::parse:
      writer.choice.layers = LayerSet::of({Layer::token});
      writer.format = options.format.value_or(Format::conllu);
      break;
    default:
      writer.choice.layers = options.layers.value_or(LayerSet::standard());
  }
  return writer;
}

struct Rendered {
  std::string records;
  std::size_t bytes = 0;  // of the report's text
  std::string internal;   // a fault of the program
};

std::string internal_note(const Report& report) {
  for (const std::string& note : report.notes)
    if (note.starts_with("internal")) return fmt::format("{}: {}", report.source, note);
  return {};
}

class Run {
 public:
  Run(const Options& options, const Engine& engine, Messages& messages, Output& output)
      : options_(options), engine_(engine), messages_(messages), output_(output), writer_(writer_options(options)) {
    for (unsigned i = 0; i < options.jobs; ++i) desks_.push_back(engine.desk());
  }

  void all(const std::atomic<bool>& stop) {
    Items items(options_, messages_);
    output_.write(writer_.begin());
    run_in_order<Item, Rendered>(
        options_.jobs, [&] { return items.next(); },
        [&](Item&& item, unsigned worker) { return rendered(std::move(item), desks_[worker]); },
        [&](Rendered&& one) { return written(one); }, stop);
    output_.write(writer_.end());
  }

 private:
  [[nodiscard]] Rendered rendered(Item&& item, Engine::Desk& desk) const {
    const Coded coded = item.words ? engine_.code_given_words(std::move(item.report), std::move(*item.words), desk)
                                   : engine_.code(std::move(item.report), desk);
    return {writer_.report(coded, item.sentence_ids), coded.report.text.size(), internal_note(coded.report)};
  }

  bool written(const Rendered& one) {
    if (!one.internal.empty()) messages_.note(one.internal);
    messages_.done(one.bytes);
    if (one.records.empty()) return true;
    const bool good = output_.write(any_ ? writer_.between() + one.records : one.records);
    any_ = true;
    return good;
  }

  const Options& options_;
  const Engine& engine_;
  Messages& messages_;
  Output& output_;
  const RecordWriter writer_;
  std::vector<Engine::Desk> desks_;
  bool any_ = false;
};

}  // namespace

int run_reports(const Options& options) {
  Output output(STDOUT_FILENO);
  Signals signals(output);
  Messages messages(options);
  // `parse` loses no word of its input, whatever block it stands in.
  const auto engine =
      Engine::load({options.model, writer_options(options).choice.layers, options.command == Command::parse});
  if (!engine) {
    messages.error(engine.error().message);
    return 2;
  }
  if (writer_options(options).choice.layers.has(Layer::predicate))
    messages.note("the layer predicate is not recorded by this version");
  Run(options, *engine, messages, output).all(signals.stop());
  if (const int status = output_status(output); status != 0) return status;
  return signals.status(messages.any_error() ? 1 : 0);
}

}  // namespace wireroom::cli
