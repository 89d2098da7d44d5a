// `directory lookup NAME --on DATE`: what the directory knows of a name on that day, best first.
#include <unistd.h>

#include <cmath>
#include <string>

#include "actor/directory.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/signals.h"
#include "cli/terminal.h"
#include "record/flat_table.h"
#include "record/json_fields.h"
#include "record/json_writer.h"
#include "record/record_writer.h"
#include "record/styled_text.h"

namespace wireroom::cli {
namespace {

std::string json_of(const Entry& entry) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("type", "entry");
  json.member("id", entry.id);
  json.member("name", entry.name);
  json.member("kind", name(entry.kind));
  json.member("country", entry.country);
  json.member("sector", entry.sector);
  json.member("code", entry.code);
  if (entry.office) write_office(json, *entry.office);
  json.member("from", entry.from);
  json.member("to", entry.to);
  json.member("precision", entry.precision);
  json.member("as_of", entry.as_of);
  json.member("table", entry.table);
  json.key("score");
  json.number(std::round(entry.score * 1000) / 1000);
  json.end_object();
  return out;
}

void append_readable(const Entry& entry, const Page& page, std::string& out) {
  Paragraph line;
  line.add(entry.name, Style::name);
  std::string codes = entry.country;
  if (!entry.sector.empty()) codes += (codes.empty() ? "" : " ") + entry.sector;
  if (!codes.empty()) line.add("  " + codes);
  if (entry.office) {
    line.add("  " + (entry.former ? "formerly " + entry.office->title : entry.office->title));
    if (!entry.office->body.empty()) line.add(", " + entry.office->body);
  }
  if (!entry.from.empty() || !entry.to.empty())
    line.add("  " + (entry.from.empty() ? "…" : entry.from) + " to " + (entry.to.empty() ? "…" : entry.to),
             Style::time);
  line.add("  " + entry.table, Style::faint);
  line.append_to(out, page, {0, 4});
}

std::string written(const std::vector<Entry>& entries, Format format, const Page& page) {
  const FlatTable flat(
      format == Format::tsv ? FlatTable::Style::tsv : FlatTable::Style::csv,
      {"id", "name", "kind", "country", "sector", "code", "office.title", "office.body", "office.country",
       "office.from", "office.to", "from", "to", "precision", "as_of", "table", "score"});
  std::string out = format == Format::json ? "[\n" : "";
  if (format == Format::csv || format == Format::tsv) out += flat.header();
  bool first = true;
  for (const Entry& entry : entries) {
    switch (format) {
      case Format::json:
        out += (first ? "" : ",\n") + json_of(entry);
        break;
      case Format::csv:
      case Format::tsv:
        flat.append_record(json_of(entry), out);
        break;
      case Format::table:
        append_readable(entry, page, out);
        break;
      default:
        out += json_of(entry) + '\n';
    }
    first = false;
  }
  return format == Format::json ? out + "\n]\n" : out;
}

}  // namespace

int run_directory_lookup(const Options& options) {
  Output output(STDOUT_FILENO);
  Signals signals(output);
  Messages messages(options);
  const auto directory = Directory::load();
  if (!directory) {
    messages.error(directory.error().message);
    return 2;
  }
  const Format format = options.format.value_or(is_terminal(STDOUT_FILENO) ? Format::table : Format::ndjson);
  const std::vector<Entry> entries = directory->lookup(options.name, options.on);
  if (entries.empty() && format == Format::table)
    messages.note(options.name +
                  ": the directory knows nobody of this name; names are those of persons, bodies and countries");
  output.write(written(entries, format, page_of_output(options.color)));
  if (const int status = output_status(output); status != 0) return status;
  return signals.status(0);
}

}  // namespace wireroom::cli
