// `export`: a store's records in the form of other programs and data sets.
#include <fmt/core.h>

#include "cli/commands.h"
#include "cli/messages.h"
#include "store/store.h"

namespace wireroom::cli {

int run_export(const Options& options) {
  Messages messages(options);
  auto store = Store::open_to_read(options.db);
  if (!store) {
    messages.error(store.error().message);
    return 2;
  }
  ExportRequest request = options.export_request;
  request.filters = options.filters;
  const auto exported = export_store(store->database(), request);
  if (!exported) {
    messages.error(exported.error().message);
    return exported.error().kind == ErrorKind::output ? 3 : 2;
  }
  for (const std::string& line : exported->homeless) messages.note(fmt::format("{}: {}", request.format, line));
  for (const ExportedFile& file : exported->files)
    messages.note(fmt::format("{}/{}: {} {}", request.folder, file.name, file.rows, file.rows_name));
  return 0;
}

}  // namespace wireroom::cli
