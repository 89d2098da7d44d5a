// `code`, `read` and `parse`: reports in, records out. They differ in the layers and in the format only.
#include <fmt/core.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <vector>

#include "base/text_hash.h"
#include "cli/commands.h"
#include "cli/items.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/signals.h"
#include "cli/store_sink.h"
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
  if (!options.db.empty()) {
    writer.choice.layers = stored_layers();
    return writer;
  }
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
  std::optional<StoredReport> stored;  // with --db
  std::size_t bytes = 0;               // of the report's text
  Reader::Position position;           // of the input, behind the report
  std::uint64_t passed_over = 0;       // bytes of the input that the store had
  std::string internal;                // a fault of the program
};

std::string internal_note(const Report& report) {
  for (const std::string& note : report.notes)
    if (note.starts_with("internal")) return fmt::format("{}: {}", report.source, note);
  return {};
}

std::string summary(const StoreSink& store) {
  std::string text = fmt::format("{}: {} reports stored", store.place(), store.stored());
  if (store.passed_over() > 0) text += fmt::format(", {} were there before", store.passed_over());
  if (store.by_another_run() > 0)
    text += fmt::format(" ({} of them coded by another version or with other options; --replace codes them anew)",
                        store.by_another_run());
  return text;
}

class Run {
 public:
  Run(const Options& options, const Engine& engine, Messages& messages, Output& output, StoreSink* store)
      : options_(options),
        engine_(engine),
        messages_(messages),
        output_(output),
        store_(store),
        writer_(writer_options(options)) {
    for (unsigned i = 0; i < options.jobs; ++i) desks_.push_back(engine.desk());
  }

  void all(Signals& signals) {
    Items items(options_, messages_);
    InOrder<Rendered> results([this](Rendered&& one) { return written(std::move(one)); });
    if (!store_) output_.write(writer_.begin());
    signals.close_with([&] {
      if (results.close(kPatience)) end_early(results.unfinished());
    });
    run_in_order<Item>(
        options_.jobs, [&] { return next(items); },
        [&](Item&& item, unsigned worker) { return rendered(std::move(item), desks_[worker]); }, results,
        signals.stop());
    while (!results.close(kPatience)) ::pause();  // a signal has closed it: the program ends there
    signals.close_with({});
    end();
  }

  [[nodiscard]] bool store_failed() const { return failed_; }

 private:
  static constexpr std::chrono::hours kPatience{1};  // the watcher of signals has less

  void end() {
    if (store_) {
      const Status finished = store_->finish();
      if (!finished && !store_failed()) fail(finished.error());
    } else {
      output_.write(writer_.end());
    }
  }

  void end_early(std::uint64_t unfinished) {
    end();
    if (unfinished > 0)
      messages_.note(fmt::format("stopped; reports that were not finished and are left out: {}", unfinished));
  }

  [[nodiscard]] Rendered rendered(Item&& item, Engine::Desk& desk) const {
    const auto position = item.position;
    const std::uint64_t passed_over = item.passed_over;
    const Coded coded = item.words ? engine_.code_given_words(std::move(item.report), std::move(*item.words), desk)
                                   : engine_.code(std::move(item.report), desk);
    if (store_)
      return {"",
              records_to_store(coded, options_.min_score),
              coded.report.text.size(),
              position,
              passed_over,
              internal_note(coded.report)};
    return {writer_.report(coded, item.sentence_ids),
            {},
            coded.report.text.size(),
            position,
            passed_over,
            internal_note(coded.report)};
  }

  // The next report that is still to be coded.
  std::optional<Item> next(Items& items) {
    for (;;) {
      std::optional<Item> item = items.next();
      if (!item) return item;
      const std::uint64_t size = item->position.read - std::exchange(read_, item->position.read);
      // By the id, so that every shard may read the same input, and equal ids meet in one shard.
      if (options_.shards > 1 && text_hash(item->report.id) % options_.shards != options_.shard) continue;
      if (!store_) return item;
      const Result<bool> wanted = store_->wants(item->report);
      if (!wanted) {
        fail(wanted.error());
        return std::nullopt;
      }
      item->passed_over = passed_over_;
      if (*wanted) return item;
      passed_over_ += size;
    }
  }

  void fail(const Error& error) {
    messages_.error(error.message);
    failed_.store(true, std::memory_order_relaxed);
  }

  bool written(Rendered&& one) {
    if (!one.internal.empty()) messages_.note(one.internal);
    if (one.stored) {
      const Status added = store_->add(std::move(*one.stored));
      if (!added) fail(added.error());
      messages_.done(one.bytes, one.position, one.passed_over);
      return added.has_value();
    }
    messages_.done(one.bytes, one.position, one.passed_over);
    if (one.records.empty()) return true;
    const bool good = output_.write(any_ ? writer_.between() + one.records : one.records);
    any_ = true;
    return good;
  }

  const Options& options_;
  const Engine& engine_;
  Messages& messages_;
  Output& output_;
  StoreSink* store_;  // null: records go to standard output
  std::atomic<bool> failed_ = false;
  const RecordWriter writer_;
  std::vector<Engine::Desk> desks_;
  bool any_ = false;
  // Bytes of the input: read so far, of them those of reports that the store had.
  std::uint64_t read_ = 0, passed_over_ = 0;
};

}  // namespace

int run_reports(const Options& options) {
  Output output(STDOUT_FILENO);
  Signals signals(output);
  Messages messages(options);
  if (options.replace && options.db.empty()) {
    messages.error("code: --replace is for a store; name it with --db FILE");
    return 2;
  }
  if (!options.db.empty() && (options.format || options.layers)) {
    messages.error("code: --db stores all layers and prints nothing; leave out --format and --layers");
    return 2;
  }
  // `parse` loses no word of its input, whatever block it stands in.
  const auto engine =
      Engine::load({options.model, writer_options(options).choice.layers, options.command == Command::parse});
  if (!engine) {
    messages.error(engine.error().message);
    return 2;
  }
  std::optional<StoreSink> store;
  if (!options.db.empty()) {
    auto opened = StoreSink::open(options);
    if (!opened) {
      messages.error(opened.error().message);
      return opened.error().kind == ErrorKind::output ? 3 : 2;
    }
    store.emplace(std::move(opened).value());
  }
  Run run(options, *engine, messages, output, store ? &*store : nullptr);
  run.all(signals);
  if (run.store_failed()) return 3;
  if (store) messages.note(summary(*store));
  if (const int status = output_status(output); status != 0) return status;
  return signals.status(messages.any_error() ? 1 : 0);
}

}  // namespace wireroom::cli
