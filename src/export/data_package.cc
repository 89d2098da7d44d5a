#include "export/data_package.h"

#include <array>

#include "record/json_writer.h"

namespace wireroom {
namespace {

std::string_view type_name(ExportColumn::Type type) {
  constexpr std::array<std::string_view, 7> kNames = {"string",  "integer", "number",  "number",
                                                      "boolean", "date",    "datetime"};
  return kNames[static_cast<std::size_t>(type)];
}

struct Link {
  std::string_view table, column, to_table, to_column;
};
constexpr std::array kLinks = {
    Link{"event", "report", "report", "id"},     Link{"dyad", "report", "report", "id"},
    Link{"statement", "report", "report", "id"}, Link{"actor", "report", "report", "id"},
    Link{"party", "event", "event", "id"},       Link{"count", "event", "event", "id"},
};

bool has(const DataPackage& package, std::string_view resource) {
  for (const Resource& each : package.resources)
    if (each.name == resource) return true;
  return false;
}

void strings(JsonWriter& json, std::string_view key, std::initializer_list<std::string_view> values) {
  json.key(key);
  json.begin_array();
  for (const std::string_view value : values) json.string(value);
  json.end_array();
}

void primary_key(JsonWriter& json, std::string_view table) {
  if (table == "party")
    strings(json, "primaryKey", {"event", "role", "number"});
  else if (table == "count")
    strings(json, "primaryKey", {"event", "number"});
  else if (table == "report" || table == "event" || table == "dyad" || table == "statement" || table == "actor")
    strings(json, "primaryKey", {"id"});
}

void schema(JsonWriter& json, const DataPackage& package, const Resource& resource) {
  json.key("schema");
  json.begin_object();
  json.key("fields");
  json.begin_array();
  for (const ExportColumn& column : resource.table->columns) {
    json.begin_object();
    json.key("name");
    json.string(column.name);
    json.key("type");
    json.string(type_name(column.type));
    json.member("unit", column.unit);
    json.member("description", column.means);
    json.end_object();
  }
  json.end_array();
  if (resource.dialect) strings(json, "missingValues", {resource.dialect->missing});
  primary_key(json, resource.table->name);
  bool linked = false;
  for (const Link& link : kLinks) {
    if (link.table != resource.table->name || !has(package, link.to_table)) continue;
    if (!linked) {
      json.key("foreignKeys");
      json.begin_array();
    }
    linked = true;
    json.begin_object();
    json.member("fields", link.column);
    json.key("reference");
    json.begin_object();
    json.member("resource", link.to_table);
    json.member("fields", link.to_column);
    json.end_object();
    json.end_object();
  }
  if (linked) json.end_array();
  json.end_object();
}

void dialect(JsonWriter& json, const Delimited& style) {
  json.key("dialect");
  json.begin_object();
  json.key("delimiter");
  json.string(std::string_view(&style.separator, 1));
  json.key("lineTerminator");
  json.string("\n");
  json.key("header");
  json.boolean(style.header);
  if (style.escape == Delimited::Escape::quotes) {
    json.member("quoteChar", "\"");
    json.key("doubleQuote");
    json.boolean(true);
  } else {  // a character that no text of ours has: quotation marks are plain characters here
    json.key("quoteChar");
    json.string(std::string_view("\x01", 1));
    json.key("doubleQuote");
    json.boolean(false);
  }
  json.end_object();
}

void resource_json(JsonWriter& json, const DataPackage& package, const Resource& resource) {
  json.begin_object();
  json.member("name", resource.name);
  json.member("title", resource.title);
  json.member("profile", resource.table && resource.dialect ? "tabular-data-resource" : "data-resource");
  json.key("path");
  if (resource.paths.size() == 1) {
    json.string(resource.paths.front());
  } else {
    json.begin_array();
    for (const std::string& path : resource.paths) json.string(path);
    json.end_array();
  }
  json.member("format", resource.format);
  json.member("mediatype", resource.media_type);
  if (resource.format != "parquet") json.member("encoding", "utf-8");
  json.key("bytes");
  json.integer(static_cast<std::int64_t>(resource.bytes));
  if (resource.dialect) dialect(json, *resource.dialect);
  if (resource.dialect && resource.dialect->escape == Delimited::Escape::backslash)
    json.member("description",
                "In cells \\t, \\n, \\r and \\\\ stand for tab, line feed, carriage return and backslash.");
  if (resource.table) schema(json, package, resource);
  json.end_object();
}

}  // namespace

std::string data_package_json(const DataPackage& package) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("name", package.name);
  json.member("title", package.title);
  bool tabular = true;
  for (const Resource& resource : package.resources) tabular = tabular && resource.table && resource.dialect;
  json.member("profile", tabular ? "tabular-data-package" : "data-package");
  json.member("description", package.description);
  json.member("query", package.query);
  if (!package.homeless.empty()) {
    json.key("notes");
    json.begin_array();
    for (const std::string& each : package.homeless) json.string(each);
    json.end_array();
  }
  json.key("resources");
  json.begin_array();
  for (const Resource& resource : package.resources) {
    out += &resource == &package.resources.front() ? "\n" : ",\n";  // one resource a line
    resource_json(json, package, resource);
  }
  json.end_array();
  json.end_object();
  return out + '\n';
}

}  // namespace wireroom
