// The chosen reports of a store one by one, each with its text and its chosen records, for formats that tell of words
// in texts (annotations, quotations, brat).
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "wireroom/text.h"

namespace wireroom {

struct ReportRecords {
  std::string id, title, published, publisher, url, lang;
  nlohmann::ordered_json report;
  Text text;
  std::vector<nlohmann::ordered_json> actors, events, statements, expressions;

  // The words of a span [begin, end) in code points; empty where the record has none.
  [[nodiscard]] std::string_view words(std::size_t begin, std::size_t end) const;
  [[nodiscard]] const nlohmann::ordered_json* actor(std::string_view actor_id) const;
};

// Stops with the error that `use` returns. Needs the temporary tables of choose().
Status for_each_report(Database& database, const std::function<Status(const ReportRecords&)>& use);

// A name of these records' own: "urn:wireroom:ID", what no name may hold written as %XX.
[[nodiscard]] std::string urn(std::string_view id);
// The same escapes, for the name of a file; never empty, never "." or "..".
[[nodiscard]] std::string file_name_of(std::string_view id);

}  // namespace wireroom
