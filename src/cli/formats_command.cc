#include <fmt/core.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "export/export.h"

namespace wireroom::cli {

int run_formats() {
  std::string exports = "\nExports (`export --format`)\n";
  for (const ExportFormat& each : export_formats()) exports += fmt::format("  {:<12} {}\n", each.name, each.means);
  return print(
      "Inputs (--input)\n"
      "  text     plain text, UTF-8 of any quality: an agency report or a\n"
      "           newspaper's print view\n"
      "  ndjson   one report a line: id, text; title, date, url, publisher,\n"
      "           authors, lang where known\n"
      "  conllu   tokens and sentences as given (only `parse`)\n"
      "  auto     by the content (default)\n"
      "\n"
      "Formats (--format)\n"
      "  table    to read (default on a terminal)\n"
      "  ndjson   one record a line (default elsewhere)\n"
      "  json     the same records as one array\n"
      "  csv tsv  flat tables of records\n"
      "  conllu   words, tags, trees, lemmas, names (only `parse`, its default)\n" +
      exports);
}

}  // namespace wireroom::cli
