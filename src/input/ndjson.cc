#include "input/ndjson.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

namespace wireroom {
namespace {

using Json = nlohmann::ordered_json;
constexpr int kDeepest = 64;
constexpr std::size_t kLongestText = 16U << 20;

Error wrong(const std::string& place, const std::string& what) {
  return {ErrorKind::input, fmt::format("{}: {}", place, what)};
}

// The value of a key that must be text, taken out of the object; empty if absent or null.
Result<std::string> text_of(Json& line, const char* key, const std::string& place) {
  const auto found = line.find(key);
  if (found == line.end() || found->is_null()) return std::string();
  if (found->is_string()) return std::move(found->get_ref<std::string&>());
  if (std::string_view(key) == "id" && found->is_number_integer()) return found->dump();
  return wrong(place,
               fmt::format("\"{}\" is of type {}, wanted is text; put it in quotation marks", key, found->type_name()));
}

// The value of four hexadecimal digits behind "\u" at `at`; -1 if there is no such escape.
int escape_at(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, value, 16);
  return error == std::errc() && end == text.data() + at + 6 && value >= 0 ? value : -1;
}

// Halves of surrogate pairs without their other half become U+FFFD: other programs write them, and the line is whole
// otherwise.
std::string mend_surrogates(std::string line, std::uint32_t& mended) {
  for (std::size_t at = line.find('\\'); at != std::string::npos; at = line.find('\\', at)) {
    const int value = escape_at(line, at);
    const bool high = value >= 0xD800 && value < 0xDC00, low = value >= 0xDC00 && value < 0xE000;
    if (high) {
      const int second = escape_at(line, at + 6);
      if (second >= 0xDC00 && second < 0xE000) {
        at += 12;
        continue;
      }
    }
    if (high || low) {
      line.replace(at, 6, "\\uFFFD");
      ++mended;
    }
    at += 2;  // the sign behind the backslash is no beginning of an escape
  }
  return line;
}

// "2016-03-24", also with a time behind; "2016-03"; "2016".
std::optional<Published> published(std::string_view value) {
  if (const auto day = parse_iso_date(value)) return Published{*day, Precision::day, DateBasis::metadata, std::nullopt};
  if (value.size() == 7 || value.size() == 4) {
    const auto first = parse_iso_date(std::string(value) + (value.size() == 4 ? "-01-01" : "-01"));
    if (first)
      return Published{*first, value.size() == 4 ? Precision::year : Precision::month, DateBasis::metadata,
                       std::nullopt};
  }
  return std::nullopt;
}

}  // namespace

Result<Report> read_ndjson_line(std::string&& line, const std::string& place) {
  Text decoded = Text::adopt(std::move(line));  // broken UTF-8 within strings must not lose the line
  std::uint32_t mended = decoded.replaced();
  bool too_deep = false;
  const auto limit = [&too_deep](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest) too_deep = true;
    return depth <= kDeepest;
  };
  Json json;
  try {
    json = Json::parse(mend_surrogates(std::move(decoded).utf8(), mended), limit);
  } catch (const Json::exception& error) {
    std::string what = error.what();
    constexpr std::string_view kBefore = "parse error at line 1, ";  // the line is told by `place`
    if (const std::size_t at = what.find(kBefore); at != std::string::npos) what = what.substr(at + kBefore.size());
    if (what.size() > 200) what = what.substr(0, 200) + "…";
    return wrong(place, fmt::format("no valid JSON ({}); each line must be one object", what));
  }
  if (too_deep) return wrong(place, fmt::format("nested deeper than {} levels; flatten it", kDeepest));
  if (!json.is_object())
    return wrong(place, "no JSON object; each line must be one, like {\"id\": \"1\", \"text\": \"…\"}");

  Report report;
  report.source = place;
  WIREROOM_TRY(id, text_of(json, "id", place));
  WIREROOM_TRY(text, text_of(json, "text", place));
  WIREROOM_TRY(title, text_of(json, "title", place));
  WIREROOM_TRY(date, text_of(json, "date", place));
  WIREROOM_TRY(url, text_of(json, "url", place));
  WIREROOM_TRY(publisher, text_of(json, "publisher", place));
  WIREROOM_TRY(lang, text_of(json, "lang", place));
  if (text.empty() && json.contains("html"))
    return wrong(place, "only \"html\", which this version cannot read yet; give \"text\"");
  if (text.find_first_not_of(" \t\r\n") == std::string::npos && title.empty())
    return wrong(place, "the report has no \"text\"; nothing to read");
  if (text.size() > kLongestText)
    return wrong(place, fmt::format("the text has {} MB, at most 16 are read; split it", text.size() >> 20));
  report.id = id;
  report.url = url;
  report.publisher = publisher;
  report.lang = lang;
  Text body = Text::adopt(std::move(text));
  if (!title.empty()) {
    const Text head = Text::decode(title);
    if (body.view().starts_with(head.view())) {
      report.text = std::move(body);
      report.title = TextPiece{head.utf8(), Span{0, head.size()}};
    } else {
      report.text = Text::adopt(std::move(std::move(body).utf8().insert(0, head.utf8() + "\n\n")));
      report.text_offset = head.code_points() + 2;
      report.title = TextPiece{head.utf8(), Span{0, head.size()}};
    }
  } else {
    report.text = std::move(body);
  }
  mended += report.text.replaced();
  if (mended > 0) report.notes.push_back(fmt::format("{} invalid byte sequences were replaced by U+FFFD", mended));
  if (!date.empty()) {
    report.published = published(date);
    // The beginning of computers' time is what programs write that do not know the date.
    if (report.published && iso(report.published->date) == "1970-01-01") {
      report.published.reset();
      report.notes.push_back("\"date\" is 1970-01-01, which stands for no date; passed over");
    } else if (!report.published)
      report.notes.push_back(fmt::format("\"date\" is no ISO 8601 date: {}", Text::decode(date.substr(0, 40)).utf8()));
  }
  if (const auto authors = json.find("authors"); authors != json.end() && !authors->is_null()) {
    if (authors->is_string())
      report.authors.push_back({authors->get<std::string>(), std::nullopt});
    else if (authors->is_array()) {
      for (const Json& author : *authors)
        if (author.is_string()) report.authors.push_back({author.get<std::string>(), std::nullopt});
    } else {
      return wrong(place, "\"authors\" must be a list of names");
    }
  }
  for (const char* key : {"id", "text", "html", "title", "date", "url", "publisher", "authors", "lang", "gold"})
    json.erase(key);
  if (!json.empty()) report.meta = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return report;
}

}  // namespace wireroom
