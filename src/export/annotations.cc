// W3C Web Annotation Data Model (Recommendation of 23 February 2017). Positions count code points, as the model demands
// and as our spans do; the quotation beside them lets a reader find the words in another copy of the text.
#include <algorithm>

#include "export/record_formats.h"
#include "export/report_records.h"
#include "record/json_writer.h"

namespace wireroom {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t kContext = 32;  // code points before and after the words

void body(JsonWriter& json, std::string_view purpose, std::string_view value, std::string_view format) {
  if (value.empty()) return;
  json.begin_object();
  json.member("type", "TextualBody");
  json.member("purpose", purpose);
  json.member("format", format);
  json.key("value");
  json.string(value);
  json.end_object();
}

// The spans that a record marks: its own, or those of its trigger, content or mentions.
std::vector<std::pair<std::size_t, std::size_t>> spans_of(const Json& record) {
  std::vector<std::pair<std::size_t, std::size_t>> spans;
  const auto add = [&](const Json& span) {
    if (span.is_array() && span.size() == 2 && span[0].is_number_unsigned() && span[1].is_number_unsigned())
      spans.emplace_back(span[0].get<std::size_t>(), span[1].get<std::size_t>());
  };
  if (record.contains("span")) add(record["span"]);
  for (const char* key : {"trigger", "content"})
    if (record.contains(key))
      for (const Json& span : record[key]) add(span);
  if (record.contains("mentions"))
    for (const Json& mention : record["mentions"])
      if (mention.contains("span")) add(mention["span"]);
  return spans;
}

void target(JsonWriter& json, const ReportRecords& report, std::size_t begin, std::size_t end) {
  json.begin_object();
  json.member("type", "SpecificResource");
  json.member("source", urn(report.id));
  json.member("scope", report.url);
  json.key("selector");
  json.begin_array();
  json.begin_object();
  json.member("type", "TextQuoteSelector");
  json.key("exact");
  json.string(report.words(begin, end));
  json.key("prefix");
  json.string(report.words(begin - std::min(begin, kContext), begin));
  json.key("suffix");
  json.string(report.words(end, std::min<std::size_t>(end + kContext, report.text.code_points())));
  json.end_object();
  json.begin_object();
  json.member("type", "TextPositionSelector");
  json.key("start");
  json.integer(static_cast<std::int64_t>(begin));
  json.key("end");
  json.integer(static_cast<std::int64_t>(end));
  json.end_object();
  json.end_array();
  json.end_object();
}

void classification(JsonWriter& json, const Json& record) {
  const std::string type = record.value("type", "");
  if (type == "event") {
    body(json, "classifying", record.value("event", ""), "text/plain");
    body(json, "tagging", record.value("mode", ""), "text/plain");
    body(json, "tagging", record.value("status", ""), "text/plain");
  } else {
    body(json, "classifying", type, "text/plain");
    body(json, "identifying", record.value("name", ""), "text/plain");
    if (type == "statement" && record.contains("speaker"))
      body(json, "identifying", record["speaker"].value("name", record["speaker"].value("text", "")), "text/plain");
  }
  body(json, "describing", record.dump(-1, ' ', false, Json::error_handler_t::replace), "application/json");
}

bool append_annotation(std::string& out, const ReportRecords& report, const Json& record) {
  const auto spans = spans_of(record);
  if (spans.empty()) return false;
  JsonWriter json(out);
  json.begin_object();
  json.member("id", urn(record.value("id", "")));
  json.member("type", "Annotation");
  json.member("motivation", "classifying");
  json.key("body");
  json.begin_array();
  classification(json, record);
  json.end_array();
  json.key("target");
  json.begin_array();
  for (const auto& [begin, end] : spans)
    if (!report.words(begin, end).empty()) target(json, report, begin, end);
  json.end_array();
  json.end_object();
  return true;
}

}  // namespace

Result<Written> write_annotations(Database& database, const std::string& folder) {
  WIREROOM_TRY(file, OutputFile::create(folder, "annotations.jsonld"));
  file.write(R"({"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:wireroom:annotations","type":)"
             "\"AnnotationPage\",\"items\":[");
  std::size_t number = 0;
  std::string out;
  WIREROOM_DO(for_each_report(database, [&](const ReportRecords& report) -> Status {
    for (const auto* list : {&report.actors, &report.events, &report.statements, &report.expressions})
      for (const Json& record : *list) {
        out = number == 0 ? "\n" : ",\n";
        if (!append_annotation(out, report, record)) continue;
        file.write(out);
        ++number;
      }
    return Done{};
  }));
  file.write("\n]}\n");
  const std::uint64_t bytes = file.size();
  WIREROOM_DO(file.finish());
  return Written{{{"annotations.jsonld", number, "annotations"}},
                 {{"annotations",
                   "Records as Web Annotations",
                   "jsonld",
                   "application/ld+json",
                   {"annotations.jsonld"},
                   bytes,
                   nullptr,
                   std::nullopt}},
                 {}};
}

}  // namespace wireroom
