#include "store/question_text.h"

#include <fmt/core.h>

#include <limits>
#include <vector>

#include "base/assets.h"

namespace wireroom {
namespace {

constexpr std::string_view kIf = "-- if ";

bool is_name(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

// Puts $1, $2 … in the place of names; the names in the order of their numbers.
std::string numbered(std::string_view sql, std::vector<std::string>& names) {
  std::string out;
  char quote = 0;  // the mark that a quoted text ends with
  for (std::size_t at = 0; at < sql.size(); ++at) {
    if (quote != 0 ? sql[at] == quote : sql[at] == '\'' || sql[at] == '"') quote = quote == 0 ? sql[at] : '\0';
    const bool begins_name = quote == 0 && sql[at] == ':' && at + 1 < sql.size() && is_name(sql[at + 1]);
    if (!begins_name || (at > 0 && sql[at - 1] == ':')) {  // "::" is PostgreSQL's cast
      out += sql[at];
      continue;
    }
    std::size_t end = at + 1;
    while (end < sql.size() && is_name(sql[end])) ++end;
    const std::string name(sql.substr(at + 1, end - at - 1));
    std::size_t number = 0;
    while (number < names.size() && names[number] != name) ++number;
    if (number == names.size()) names.push_back(name);
    out += fmt::format("${}", number + 1);
    at = end - 1;
  }
  return out;
}

}  // namespace

Result<QuestionText> QuestionText::find(const Database& database, std::string_view name) {
  WIREROOM_TRY(own, database.own_sql("questions.sql"));
  WIREROOM_TRY(common, asset("data/store/questions.sql"));
  for (const std::string_view file : {std::string_view(own), common})
    for (const auto& [each, sql] : marked_statements(file, "-- question: "))
      if (each == name) return QuestionText(std::string(sql));
  return Error{ErrorKind::data, fmt::format("data/store/questions.sql: has no question {}", name)};
}

void QuestionText::set(std::string_view name, std::string_view value) {
  if (!value.empty()) texts_.emplace(name, value);
}

void QuestionText::set_small(std::string_view name, std::string_view value) {
  std::string small(value);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  set(name, small);
}

void QuestionText::set(std::string_view name, std::int64_t value) { numbers_.emplace(name, value); }

void QuestionText::limit(std::int64_t rows) {
  set("limit", rows > 0 ? rows : std::numeric_limits<std::int64_t>::max());
}

bool QuestionText::is_given(std::string_view names) const {
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t end = std::min(names.find('|', at), names.size());
    const std::string_view name = names.substr(at, end - at);
    if (texts_.contains(name) || numbers_.contains(name)) return true;
    at = end + 1;
  }
  return false;
}

Result<Query> QuestionText::ask(Database& database) const {
  std::string sql;
  for (std::size_t at = 0; at < sql_.size();) {
    const std::size_t end = std::min(sql_.find('\n', at), sql_.size());
    const std::string_view line = std::string_view(sql_).substr(at, end - at);
    const std::size_t condition = line.find(kIf);
    if (condition == std::string_view::npos)
      sql += fmt::format("{}\n", line);
    else if (is_given(line.substr(condition + kIf.size())))
      sql += fmt::format("{}\n", line.substr(0, condition));
    at = end + 1;
  }
  std::vector<std::string> names;
  WIREROOM_TRY(query, database.prepare(numbered(sql, names)));
  for (std::size_t i = 0; i < names.size(); ++i) {
    const int parameter = static_cast<int>(i + 1);
    if (const auto text = texts_.find(names[i]); text != texts_.end())
      query.bind(parameter, text->second);
    else if (const auto number = numbers_.find(names[i]); number != numbers_.end())
      query.bind(parameter, number->second);
  }
  return query;
}

}  // namespace wireroom
