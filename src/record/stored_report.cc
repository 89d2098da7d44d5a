#include "record/stored_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

namespace wireroom {
namespace {

using nlohmann::json;

// The value of an enumeration by the name that the records print; `last` is its highest value.
template <typename Enum>
std::optional<Enum> named(const std::string& wanted, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (wanted == name(static_cast<Enum>(i))) return static_cast<Enum>(i);
  return std::nullopt;
}

class ReportOfRecord {
 public:
  ReportOfRecord(const json& record, std::string_view text) : record_(record) { report_.text = Text::decode(text); }

  // Throws json::exception for a value of the wrong type.
  std::optional<Report> read() {
    report_.id = record_.at("id").get<std::string>();
    report_.source = record_.value("source", "");
    report_.text_offset = record_.value("text_offset", 0U);
    report_.publisher = record_.value("publisher", "");
    report_.url = record_.value("url", "");
    report_.lang = record_.value("lang", "");
    if (record_.contains("title")) report_.title = piece(record_.at("title"));
    if (record_.contains("authors"))
      for (const json& author : record_.at("authors")) report_.authors.push_back(piece(author));
    if (record_.contains("notes")) report_.notes = record_.at("notes").get<std::vector<std::string>>();
    if (record_.contains("meta")) report_.meta = record_.at("meta").dump();
    if (record_.contains("published")) published(record_.at("published"));
    if (record_.contains("dateline")) dateline(record_.at("dateline"));
    if (record_.contains("blocks"))
      for (const json& block : record_.at("blocks")) {
        const auto kind = named(block.at("kind").get<std::string>(), BlockKind::boilerplate);
        if (!kind) return std::nullopt;
        report_.blocks.push_back({*kind, span(block.at("span"))});
      }
    return good_ ? std::optional<Report>(std::move(report_)) : std::nullopt;
  }

 private:
  Span span(const json& ends) {
    const auto begin = ends.at(0).get<std::uint32_t>(), end = ends.at(1).get<std::uint32_t>();
    if (begin > end || end > report_.text.code_points()) {
      good_ = false;
      return {};
    }
    return {report_.text.byte_of(begin), report_.text.byte_of(end)};
  }
  std::optional<Span> span_in(const json& object) {
    return object.contains("span") ? std::optional<Span>(span(object.at("span"))) : std::nullopt;
  }
  TextPiece piece(const json& object) { return {object.value("text", ""), span_in(object)}; }

  // A month or a year stands for its first day.
  void published(const json& object) {
    const std::string value = object.at("value").get<std::string>();
    std::string day = value.substr(0, 10);
    while (day.size() < 10) day += "-01";
    const auto date = parse_iso_date(day);
    const auto basis = named(object.value("basis", ""), DateBasis::option);
    const auto precision = named(object.value("precision", "day"), Precision::decade);
    if (!date || !basis || !precision) {
      good_ = false;
      return;
    }
    report_.published = Published{*date, *precision, *basis, span_in(object)};
  }

  void dateline(const json& object) {
    Dateline dateline;
    dateline.place = object.value("place", "");
    dateline.agency = object.value("agency", "");
    if (object.contains("date")) dateline.date = parse_iso_date(object.at("date").get<std::string>());
    dateline.span = span(object.at("span"));
    if (const std::size_t at = report_.text.view(dateline.span).find(dateline.place);
        !dateline.place.empty() && at != std::string_view::npos) {
      const auto begin = dateline.span.begin + static_cast<std::uint32_t>(at);
      dateline.place_span = Span{begin, begin + static_cast<std::uint32_t>(dateline.place.size())};
    }
    report_.dateline = std::move(dateline);
  }

  const json& record_;
  Report report_;
  bool good_ = true;
};

}  // namespace

Result<Report> report_of_record(std::string_view record, std::string_view text) {
  const Error broken{ErrorKind::input, "the record of the report is damaged; code the report anew with --replace"};
  try {
    const json object = json::parse(record);
    auto report = ReportOfRecord(object, text).read();
    if (!report) return broken;
    return std::move(*report);
  } catch (const json::exception&) {
    return broken;
  }
}

}  // namespace wireroom
