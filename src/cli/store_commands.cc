// Questions to a store: `search`, `events`, `quotes`, `actor`, `show`, `sql`.
#include <fmt/core.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/rows.h"
#include "cli/signals.h"
#include "cli/terminal.h"
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
    default:
      return sql(database, options.question);
  }
}

}  // namespace

int run_question(const Options& options) {
  Output output(STDOUT_FILENO);
  Signals signals(output);
  Messages messages(options);
  auto store = Store::open_to_read(options.db);
  if (!store) {
    messages.error(store.error().message);
    return 2;
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
  if (options.command == Command::show && *printed == 0) {
    messages.error(fmt::format("show: {} has no record {}; `wireroom events` and `quotes` list ids", options.db,
                               options.question));
    return 2;
  }
  if (const int status = output_status(output); status != 0) return status;
  return signals.status(0);
}

}  // namespace wireroom::cli
