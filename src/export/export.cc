#include "export/export.h"

#include <fmt/core.h>

#include <array>

#include "export/data_package.h"
#include "export/record_formats.h"
#include "export/selection.h"

namespace wireroom {
namespace {

// The tables of others: one file, its own separators and words.
struct Target {
  std::string_view format, file;
  Delimited style;
};
constexpr std::array kTargets = {
    Target{"polecat", "polecat.txt", {'\t', Delimited::Escape::none, true, "None"}},
    Target{"icews", "icews.tab", {'\t', Delimited::Escape::none, true, ""}},
    Target{"gdelt", "gdelt.export.CSV", {'\t', Delimited::Escape::none, false, ""}},
    Target{"phoenix", "phoenix.txt", {'\t', Delimited::Escape::none, false, ""}},
};

const Target* target_of(std::string_view format) {
  for (const Target& target : kTargets)
    if (target.format == format) return &target;
  return nullptr;
}

bool is_table_format(std::string_view format) {
  return format == "csv" || format == "tsv" || format == "ndjson" || format == "parquet";
}

struct OwnTable {
  std::string name, file, format, media_type;
  std::optional<Delimited> style;
};

OwnTable own_table(const std::string& name, const std::string& format) {
  const std::string file = name + "." + format;
  if (format == "csv") return {name, file, "csv", "text/csv", kCsv};
  if (format == "tsv") return {name, file, "tsv", "text/tab-separated-values", kTsv};
  if (format == "ndjson") return {name, file, "ndjson", "application/x-ndjson", std::nullopt};
  return {name, file, "parquet", "application/vnd.apache.parquet", std::nullopt};
}

std::unique_ptr<TableWriter> writer_of(const ExportTable& table, const OwnTable& own, OutputFile& file) {
  if (own.style) return make_delimited_writer(table, *own.style, file);
  if (own.format == "ndjson") return make_ndjson_writer(table, file);
  return make_parquet_writer(table, file);
}

Status write_table(Database& database, const ExportTables& tables, const ExportTable& table, const OwnTable& own,
                   const std::string& folder, Written& written) {
  WIREROOM_TRY(file, OutputFile::create(folder, own.file));
  const auto writer = writer_of(table, own, file);
  WIREROOM_TRY(query, database.prepare(tables.select(table)));
  writer->begin();
  std::size_t rows = 0;
  for (;; ++rows) {
    WIREROOM_TRY(row, query.step());
    if (!row || !file.good()) break;
    writer->row(query);
  }
  writer->end();
  const std::uint64_t bytes = file.size();
  WIREROOM_DO(file.finish());
  written.files.push_back({own.file, rows, "rows"});
  written.resources.push_back(
      {own.name, table.title, own.format, own.media_type, {own.file}, bytes, &table, own.style});
  if (writer->smoothed() > 0)
    written.homeless.push_back(
        fmt::format("{}: tabs and line breaks, for which a blank stands (cells: {})", "no column", writer->smoothed()));
  return Done{};
}

Result<Written> write_tables(Database& database, const ExportTables& tables, const ExportRequest& request) {
  Written written;
  for (const char* name : {"report", request.dyads ? "dyad" : "event", "party", "count", "statement", "actor"}) {
    const ExportTable* table = tables.find(name);
    if (table == nullptr) return Error{ErrorKind::data, fmt::format("data/export/tables.tsv: has no table {}", name)};
    WIREROOM_DO(write_table(database, tables, *table, own_table(name, request.format), request.folder, written));
  }
  return written;
}

// The table whose columns the events must fit into, if any.
const ExportTable* target_table(const ExportTables& tables, const ExportRequest& request) {
  if (target_of(request.format) != nullptr)
    return tables.find(request.format == "polecat" && request.dyads ? "polecat_dyads" : request.format);
  return is_table_format(request.format) && request.dyads ? tables.find("dyad") : nullptr;
}

Result<Written> write_files(Database& database, const ExportTables& tables, const ExportRequest& request,
                            const ExportTable* table) {
  if (const Target* target = target_of(request.format)) {
    Written written;
    const OwnTable own{request.format, std::string(target->file), "csv", "text/tab-separated-values", target->style};
    WIREROOM_DO(write_table(database, tables, *table, own, request.folder, written));
    return written;
  }
  if (request.format == "records") return write_records(database, request.folder);
  if (request.format == "annotations") return write_annotations(database, request.folder);
  if (request.format == "quotations") return write_quotations(database, request.folder);
  if (request.format == "brat") return write_brat(database, request.folder);
  return write_tables(database, tables, request);
}

std::string query_of(const ExportRequest& request) {
  std::string query = "--format " + request.format;
  const auto add = [&](std::string_view option, std::string_view value) {
    if (!value.empty()) query += fmt::format(" {} {}", option, value);
  };
  add("--since", request.filters.since);
  add("--until", request.filters.until);
  add("--actor", request.filters.actor);
  add("--country", request.filters.country);
  add("--event", request.filters.event);
  std::string statuses;
  for (const std::string& each : request.statuses) statuses += (statuses.empty() ? "" : ",") + each;
  add("--status", statuses);
  add("--where", request.where);
  if (request.filters.one_a_day) query += " --one-a-day";
  if (request.filters.one_a_happening) query += " --one-a-happening";
  if (request.dyads) query += " --dyads";
  return query;
}

Status write_package(const ExportRequest& request, const Written& written) {
  DataPackage package;
  package.name = "wireroom-" + request.format;
  package.title = "News events and statements coded by Wireroom";
  package.description =
      "Records that Wireroom coded from news reports. Codes are texts with their leading zeros; spans count Unicode "
      "code "
      "points of the report's text. The texts belong to their publishers.";
  package.query = query_of(request);
  package.resources = written.resources;
  package.homeless = written.homeless;
  WIREROOM_TRY(file, OutputFile::create(request.folder, "datapackage.json"));
  file.write(data_package_json(package));
  return file.finish();
}

Result<Exported> export_in_transaction(Database& database, const ExportRequest& request) {
  WIREROOM_TRY(tables, ExportTables::load());
  const ExportTable* target = target_table(tables, request);
  Exported exported;
  WIREROOM_DO(choose(database, tables, request, target, exported.homeless));
  if (target_of(request.format) != nullptr) {
    WIREROOM_TRY(query, database.prepare("SELECT count(*) FROM chosen_statement"));
    WIREROOM_TRY(row, query.step());
    if (row && query.integer(0) > 0)
      exported.homeless.push_back(fmt::format("no column: statements ({})", query.integer(0)));
  }
  WIREROOM_DO(make_folder(request.folder));
  WIREROOM_TRY(written, write_files(database, tables, request, target));
  written.homeless.insert(written.homeless.begin(), exported.homeless.begin(), exported.homeless.end());
  WIREROOM_DO(write_package(request, written));
  written.files.push_back({"datapackage.json", written.resources.size(), "descriptions"});
  return Exported{std::move(written.files), std::move(written.homeless)};
}

}  // namespace

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> kFormats = {
      {"csv", "tables of reports, events, parties, counts, statements, actors"},
      {"tsv", "the same, tab-separated"},
      {"ndjson", "the same, one JSON object a row"},
      {"parquet", "the same, for DuckDB, Arrow, pandas, Spark"},
      {"records", "whole records as `code` prints them"},
      {"polecat", "events in the columns of POLECAT"},
      {"icews", "events in the columns of ICEWS"},
      {"gdelt", "events in the columns of GDELT 2.0"},
      {"phoenix", "events in the columns of Phoenix"},
      {"annotations", "W3C Web Annotations (JSON-LD)"},
      {"quotations", "schema.org Quotation (JSON-LD)"},
      {"brat", "texts and standoff marks for brat"},
  };
  return kFormats;
}

Result<Exported> export_store(Database& database, const ExportRequest& request) {
  WIREROOM_TRY(codes, code_tables(true));
  WIREROOM_DO(database.begin_reading());  // one state of the store for all files
  auto exported = [&]() -> Result<Exported> {
    WIREROOM_DO(database.define(codes));
    return export_in_transaction(database, request);
  }();
  database.rollback();
  return exported;
}

}  // namespace wireroom
