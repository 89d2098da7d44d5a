// Questions to a store (`search`, `events`, `quotes`, `actor`, `show`, `sql`, `story`, `runs`, `diff`), and what
// changes one without coding: `group`, `merge`.
#include <fmt/core.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/rows.h"
#include "cli/signals.h"
#include "cli/terminal.h"
#include "store/group.h"
#include "store/merge.h"
#include "store/questions.h"
#include "store/store.h"

namespace wireroom::cli {
namespace {

Result<Query> query_of(Database& database, const Options& options) {
  switch (options.command) {
    case Command::search:
      return search(database, options.question, options.filters);
    case Command::events:
      return events(database, options.filters);
    case Command::quotes:
      return quotes(database, options.question, options.filters);
    case Command::actor:
      return actor(database, options.question, options.filters);
    case Command::show:
      return show(database, options.question);
    case Command::story:
      return story(database, options.question, options.filters.limit);
    case Command::runs:
      return runs(database, options.filters.limit);
    case Command::diff: {
      DiffOptions difference = options.difference;
      difference.limit = options.filters.limit;
      return diff(database, options.run_before, options.run_after, difference);
    }
    default:
      return sql(database, options.question);
  }
}

bool asks_for_groups(const Options& options) {
  return options.command == Command::story || options.filters.one_a_happening;
}

int status_of(const Error& error) { return error.kind == ErrorKind::output ? 3 : 2; }

}  // namespace

int run_question(const Options& options) {
  Output output(STDOUT_FILENO);
  Signals signals(output);
  Messages messages(options);
  auto store = Store::open_to_read(options.db);
  if (!store) {
    messages.error(store.error().message);
    return status_of(store.error());
  }
  if (asks_for_groups(options)) {
    const Result<bool> grouped = is_grouped(store->database());
    if (grouped && !*grouped)
      messages.note(fmt::format("{}: has reports that are not grouped yet; `wireroom group --db {}` does it",
                                store->place(), store->place()));
  }
  auto query = query_of(store->database(), options);
  if (!query) {
    messages.error(query.error().message);
    return 2;
  }
  const Format format = options.format.value_or(is_terminal(STDOUT_FILENO) ? Format::table : Format::ndjson);
  const Result<std::size_t> printed = print_rows(*query, format, page_of_output(options.color), output);
  if (!printed) {
    messages.error(printed.error().message);
    return 2;
  }
  if ((options.command == Command::show || options.command == Command::story) && *printed == 0) {
    messages.error(fmt::format("{}: {} has no record {}; `wireroom events` and `quotes` list ids",
                               options.command == Command::show ? "show" : "story", store->place(), options.question));
    return 2;
  }
  if (const int status = output_status(output); status != 0) return status;
  return signals.status(0);
}

int run_group(const Options& options) {
  Messages messages(options);
  if (const auto there = Store::open_to_read(options.db); !there) {  // a store is not made by grouping nothing
    messages.error(there.error().message);
    return status_of(there.error());
  }
  auto store = Store::open_to_write(options.db);
  if (!store) {
    messages.error(store.error().message);
    return status_of(store.error());
  }
  const Result<Grouped> grouped = group(*store);
  if (!grouped) {
    messages.error(grouped.error().message);
    return 3;
  }
  messages.note(fmt::format("{}: {} reports, of them {} copies; {} stories; {} events are {} happenings",
                            store->place(), grouped->reports, grouped->copies, grouped->stories, grouped->events,
                            grouped->happenings));
  return 0;
}

int run_merge(const Options& options) {
  Messages messages(options);
  for (const std::string& shard : options.inputs)  // a wrong name is told before anything is done
    if (const auto there = Store::open_to_read(shard); !there) {
      messages.error(there.error().message);
      return 2;
    }
  auto store = Store::open_to_write(options.db);
  if (!store) {
    messages.error(store.error().message);
    return status_of(store.error());
  }
  for (const std::string& shard : options.inputs) {
    const Result<Merged> merged = merge(*store, shard);
    if (!merged) {
      messages.error(merged.error().message);
      return merged.error().kind == ErrorKind::output ? 3 : merged.error().kind == ErrorKind::call ? 2 : 1;
    }
    std::string text = fmt::format("{}: {} reports stored", merged->place, merged->stored);
    if (merged->passed_over > 0) text += fmt::format(", {} were there before", merged->passed_over);
    messages.note(text);
  }
  return 0;
}

}  // namespace wireroom::cli
