// schema.org: a report is a NewsArticle, what somebody said in his own words a Quotation that is part of it. Indirect
// speech is the report's wording and no quotation, and what was told as not said is none either; both are counted.
#include <fmt/core.h>

#include "export/record_formats.h"
#include "export/report_records.h"
#include "record/json_writer.h"

namespace wireroom {
namespace {

using Json = nlohmann::ordered_json;

void article(JsonWriter& json, const ReportRecords& report) {
  json.begin_object();
  json.member("@id", urn(report.id));
  json.member("@type", "NewsArticle");
  json.member("headline", report.title);
  json.member("datePublished", report.published);
  json.member("inLanguage", report.lang);
  json.member("url", report.url);
  if (report.report.contains("authors")) {
    json.key("author");
    json.begin_array();
    for (const Json& author : report.report["authors"]) {
      json.begin_object();
      json.member("@type", "Person");
      json.member("name", author.value("text", ""));
      json.end_object();
    }
    json.end_array();
  }
  if (!report.publisher.empty()) {
    json.key("publisher");
    json.begin_object();
    json.member("@type", "Organization");
    json.member("name", report.publisher);
    json.end_object();
  }
  json.end_object();
}

void creator(JsonWriter& json, const ReportRecords& report, const Json& speaker) {
  const Json* actor = report.actor(speaker.value("actor", ""));
  const std::string kind = actor ? actor->value("kind", "") : "";
  json.key("creator");
  json.begin_object();
  if (actor) json.member("@id", urn(speaker.value("actor", "")));
  json.member("@type", kind == "organisation" || kind == "group" ? "Organization"
                       : kind == "country"                       ? "Country"
                                                                 : "Person");
  json.member("name", speaker.value("name", speaker.value("text", "")));
  if (actor && actor->contains("office")) json.member("jobTitle", (*actor)["office"].value("title", ""));
  if (actor && actor->contains("wikidata"))
    json.member("sameAs", "http://www.wikidata.org/entity/" + actor->value("wikidata", ""));
  json.end_object();
}

void quotation(JsonWriter& json, const ReportRecords& report, const Json& statement) {
  json.begin_object();
  json.member("@id", urn(statement.value("id", "")));
  json.member("@type", "Quotation");
  json.member("text", statement.value("text", ""));
  json.member("inLanguage", report.lang);
  if (statement.contains("speaker")) creator(json, report, statement["speaker"]);
  if (statement.contains("date")) json.member("dateCreated", statement["date"].value("earliest", ""));
  json.key("isPartOf");
  json.begin_object();
  json.member("@id", urn(report.id));
  json.end_object();
  json.end_object();
}

}  // namespace

Result<Written> write_quotations(Database& database, const std::string& folder) {
  WIREROOM_TRY(file, OutputFile::create(folder, "quotations.jsonld"));
  file.write(R"({"@context":"https://schema.org","@graph":[)");
  std::size_t quotations = 0, indirect = 0, not_said = 0;
  bool first = true;
  std::string out;
  const auto write = [&](const auto& append) {
    out = first ? "\n" : ",\n";
    first = false;
    JsonWriter json(out);
    append(json);
    file.write(out);
  };
  WIREROOM_DO(for_each_report(database, [&](const ReportRecords& report) -> Status {
    bool told = false;
    for (const Json& statement : report.statements) {
      const bool negated = statement.value("negated", false);
      if (negated || statement.value("kind", "") == "indirect") {
        ++(negated ? not_said : indirect);
        continue;
      }
      if (!told) write([&](JsonWriter& json) { article(json, report); });
      told = true;
      write([&](JsonWriter& json) { quotation(json, report, statement); });
      ++quotations;
    }
    return Done{};
  }));
  file.write("\n]}\n");
  const std::uint64_t bytes = file.size();
  WIREROOM_DO(file.finish());
  Written written{{{"quotations.jsonld", quotations, "quotations"}},
                  {{"quotations",
                    "What was said, as schema.org Quotation",
                    "jsonld",
                    "application/ld+json",
                    {"quotations.jsonld"},
                    bytes,
                    nullptr,
                    std::nullopt}},
                  {}};
  if (indirect > 0) written.homeless.push_back(fmt::format("left out: indirect speech ({})", indirect));
  if (not_said > 0) written.homeless.push_back(fmt::format("left out: statements told as not made ({})", not_said));
  return written;
}

}  // namespace wireroom
