#include "export/report_records.h"

#include <fmt/core.h>

namespace wireroom {
namespace {

using Json = nlohmann::ordered_json;

struct Queries {
  Query actors, events, statements, expressions;
};

Result<Queries> prepare(Database& database) {
  WIREROOM_TRY(actors, database.prepare("SELECT record FROM actor WHERE coding = $1 ORDER BY key"));
  WIREROOM_TRY(events, database.prepare("SELECT record FROM event WHERE coding = $1 AND key IN (SELECT key FROM "
                                        "chosen_event) ORDER BY key"));
  WIREROOM_TRY(statements, database.prepare("SELECT record FROM statement WHERE coding = $1 AND key IN (SELECT key "
                                            "FROM chosen_statement) ORDER BY key"));
  WIREROOM_TRY(expressions, database.prepare("SELECT record FROM expression WHERE coding = $1 ORDER BY \"begin\", id"));
  return Queries{std::move(actors), std::move(events), std::move(statements), std::move(expressions)};
}

Status collect(Query& query, std::int64_t coding, std::vector<Json>& into) {
  query.reset();
  query.bind(1, coding);
  for (;;) {
    WIREROOM_TRY(row, query.step());
    if (!row) return Done{};
    Json record = Json::parse(query.text(0), nullptr, false);
    if (record.is_object()) into.push_back(std::move(record));
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

std::string_view ReportRecords::words(std::size_t begin, std::size_t end) const {
  if (begin >= end || end > text.code_points()) return {};
  const std::uint32_t from = text.byte_of(static_cast<std::uint32_t>(begin));
  return text.view(Span{from, text.byte_of(static_cast<std::uint32_t>(end))});
}

const Json* ReportRecords::actor(std::string_view actor_id) const {
  for (const Json& each : actors)
    if (each.value("id", "") == actor_id) return &each;
  return nullptr;
}

Status for_each_report(Database& database, const std::function<Status(const ReportRecords&)>& use) {
  WIREROOM_TRY(queries, prepare(database));
  WIREROOM_TRY(codings, database.prepare("SELECT c.key FROM coding c WHERE c.current = 1 AND c.report IN (SELECT key "
                                         "FROM chosen_report) ORDER BY c.report"));
  WIREROOM_TRY(reports, database.prepare("SELECT c.key, r.id, r.title, r.published, r.publisher, r.url, r.lang, "
                                         "c.record, r.text FROM coding c JOIN report r ON r.key = c.report WHERE c.key "
                                         "= $1"));
  for (;;) {
    WIREROOM_TRY(row, codings.step());
    if (!row) return Done{};
    const std::int64_t coding = codings.integer(0);
    reports.reset();
    reports.bind(1, coding);
    WIREROOM_TRY(found, reports.step());
    if (!found) continue;
    ReportRecords report;
    report.id = reports.text(1);
    report.title = reports.text(2);
    report.published = reports.text(3);
    report.publisher = reports.text(4);
    report.url = reports.text(5);
    report.lang = reports.text(6);
    report.report = Json::parse(reports.text(7), nullptr, false);
    report.text = Text::decode(reports.text(8));
    WIREROOM_DO(collect(queries.actors, coding, report.actors));
    WIREROOM_DO(collect(queries.events, coding, report.events));
    WIREROOM_DO(collect(queries.statements, coding, report.statements));
    WIREROOM_DO(collect(queries.expressions, coding, report.expressions));
    WIREROOM_DO(use(report));
  }
}

std::string urn(std::string_view id) { return "urn:wireroom:" + escaped(id); }

std::string file_name_of(std::string_view id) {
  std::string name = escaped(id);
  if (name.empty() || name.front() == '.') name = "_" + name;
  constexpr std::size_t kLongest = 200;
  return name.substr(0, kLongest);
}

}  // namespace wireroom
