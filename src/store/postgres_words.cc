#include "store/postgres_words.h"

#include <algorithm>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// Where the phrase ends if it begins at `at`, else npos. A blank of the phrase stands for one and more.
std::size_t end_of(std::string_view phrase, std::string_view sql, std::size_t at) {
  for (const char c : phrase) {
    if (at >= sql.size() || (c == ' ' ? !is_blank(sql[at]) : sql[at] != c)) return std::string_view::npos;
    ++at;
    while (c == ' ' && at < sql.size() && is_blank(sql[at])) ++at;
  }
  return at < sql.size() && is_word(sql[at]) ? std::string_view::npos : at;
}

// Behind a quoted text or a comment that begins at `at`; `at` itself if none does.
std::size_t behind_quoted(std::string_view sql, std::size_t at) {
  if (sql.substr(at).starts_with("--")) return std::min(sql.find('\n', at), sql.size());
  if (sql[at] != '\'' && sql[at] != '"') return at;
  const std::size_t end = sql.find(sql[at], at + 1);
  return end == std::string_view::npos ? sql.size() : end + 1;
}

}  // namespace

Result<std::string> in_words_of_postgres(std::string_view sql) {
  constexpr const char* kFile = "data/store/postgresql/words.tsv";
  WIREROOM_TRY(bytes, asset(kFile));
  WIREROOM_TRY(words, Table::read(kFile, bytes, {"sqlite", "postgresql"}));
  std::string out;
  // Puts the other words for those that begin at `at`.
  const auto replaced = [&](std::size_t& at) {
    for (const Table::Row& row : words.rows()) {
      const std::size_t end = end_of(row["sqlite"], sql, at);
      if (end == std::string_view::npos) continue;
      out += row["postgresql"];
      at = end;
      return true;
    }
    return false;
  };
  for (std::size_t at = 0; at < sql.size();) {
    const bool begins_word = is_word(sql[at]) && (at == 0 || !is_word(sql[at - 1]));
    if (begins_word && replaced(at)) continue;
    const std::size_t end = std::max(behind_quoted(sql, at), at + 1);
    out += sql.substr(at, end - at);
    at = end;
  }
  return out;
}

}  // namespace wireroom
