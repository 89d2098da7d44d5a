#include "input/dates.h"

#include <array>
#include <charconv>
#include <vector>

#include "base/assets.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

struct Token {
  std::string_view text;
  std::size_t begin = 0, end = 0;
  int number = -1;  // value of a number of at most four digits, with or without st, nd, rd, th
  std::size_t digits = 0;
};

bool digit(char c) { return c >= '0' && c <= '9'; }

bool ordinal_ending(std::string_view text) { return text == "st" || text == "nd" || text == "rd" || text == "th"; }

Token token_at(std::string_view text, std::size_t begin) {
  Token token;
  std::size_t at = begin;
  if (digit(text[at])) {
    while (at < text.size() && digit(text[at])) ++at;
    token.digits = at - begin;
    if (token.digits <= 4) std::from_chars(text.data() + begin, text.data() + at, token.number);
    if (at + 2 <= text.size() && ordinal_ending(text.substr(at, 2))) at += 2;
  } else {
    while (at < text.size()) {
      std::size_t next = at;
      if (!is_letter(next_code_point(text, next))) break;
      at = next;
    }
    if (at > begin && at < text.size() && text[at] == '.' && at - begin <= 4) ++at;
    if (at == begin) (void)next_code_point(text, at);
  }
  token.begin = begin;
  token.end = at;
  token.text = text.substr(begin, at - begin);
  return token;
}

bool year(const Token& token) { return token.digits == 4 && token.number >= 1700 && token.number <= 2199; }
bool day(const Token& token) { return token.number >= 1 && token.number <= 31 && token.digits <= 2; }

}  // namespace

std::optional<Date> PrintedDate::date() const {
  if (year == 0) return std::nullopt;
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day ? day : 1)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

Result<DateReader> DateReader::load() {
  WIREROOM_TRY(bytes, asset("data/reading/months.tsv"));
  WIREROOM_TRY(table, Table::read("data/reading/months.tsv", bytes, {"number", "name", "short"}));
  return DateReader(std::move(table));
}

unsigned DateReader::month(std::string_view word) const {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3) return 0;
  const std::string wanted = lower(word);
  unsigned number = 0;
  for (const Table::Row& row : months_.rows()) {
    ++number;
    if (lower(row["name"]) == wanted) return number;
    for (const std::string_view form : row.list("short"))
      if (lower(form) == wanted) return number;
  }
  return 0;
}

std::optional<PrintedDate> DateReader::find(std::string_view text, std::size_t from) const {
  std::vector<Token> tokens;  // words and numbers; blanks and commas are passed over, other marks are tokens
  for (std::size_t at = from; at < text.size();) {
    if (text[at] == ' ' || text[at] == ',' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r') {
      ++at;
      continue;
    }
    tokens.push_back(token_at(text, at));
    at = tokens.back().end;
  }
  const auto made = [](int y, unsigned m, unsigned d, const Token& first, const Token& last) {
    return PrintedDate{y, m, d, first.begin, last.end};
  };
  const auto at = [&tokens](std::size_t i) -> const Token& {
    static const Token none;
    return i < tokens.size() ? tokens[i] : none;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& t = tokens[i];
    const std::string_view mark = at(i + 1).text;
    const bool numeric =
        (mark == "-" || mark == "/" || mark == ".") && at(i + 3).text == mark && at(i + 1).begin == t.end;
    if (numeric && year(t) && at(i + 2).number >= 1 && at(i + 2).number <= 12 && day(at(i + 4)))
      return made(t.number, static_cast<unsigned>(at(i + 2).number), static_cast<unsigned>(at(i + 4).number), t,
                  at(i + 4));
    if (numeric && day(t) && day(at(i + 2)) && year(at(i + 4))) {
      const auto a = static_cast<unsigned>(t.number), b = static_cast<unsigned>(at(i + 2).number);
      if (a > 12 && b <= 12) return made(at(i + 4).number, b, a, t, at(i + 4));
      if (b > 12 && a <= 12) return made(at(i + 4).number, a, b, t, at(i + 4));
      if (a == b) return made(at(i + 4).number, a, a, t, at(i + 4));
      continue;  // 3/4/2016 may be either; the reader of the report gets no day rather than a wrong one
    }
    if (const unsigned m = month(t.text); m != 0 && is_upper(static_cast<unsigned char>(t.text[0]))) {
      if (day(at(i + 1))) {
        const auto d = static_cast<unsigned>(at(i + 1).number);
        return year(at(i + 2)) ? made(at(i + 2).number, m, d, t, at(i + 2)) : made(0, m, d, t, at(i + 1));
      }
      if (year(at(i + 1))) return made(at(i + 1).number, m, 0, t, at(i + 1));
    }
    if (day(t)) {
      const std::size_t next = at(i + 1).text == "of" || at(i + 1).text == "-" ? i + 2 : i + 1;
      if (const unsigned m = at(next).text.empty() ? 0 : month(at(next).text); m != 0) {
        const std::size_t after = at(next + 1).text == "-" ? next + 2 : next + 1;
        const auto d = static_cast<unsigned>(t.number);
        return year(at(after)) ? made(at(after).number, m, d, t, at(after)) : made(0, m, d, t, at(next));
      }
    }
  }
  return std::nullopt;
}

std::optional<PrintedDate> DateReader::in_url(std::string_view url) const {
  const auto number = [url](std::size_t at, std::size_t size) {
    if (at + size > url.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + size; ++i) {
      if (!digit(url[i])) return -1;
      value = value * 10 + (url[i] - '0');
    }
    return value;
  };
  for (std::size_t at = 0; at + 9 <= url.size(); ++at) {
    if (url[at] != '/' && url[at] != '-' && url[at] != '_') continue;
    const int y = number(at + 1, 4);
    if (y < 1990 || y > 2099) continue;
    const char mark = at + 5 < url.size() ? url[at + 5] : '\0';
    const bool separated = mark == '/' || mark == '-';
    const std::size_t month_at = at + (separated ? 6 : 5);
    const int m = number(month_at, 2);
    const std::size_t day_at = month_at + (separated ? 3 : 2);
    if (separated && (month_at + 2 >= url.size() || url[month_at + 2] != mark)) continue;
    const int d = number(day_at, 2);
    if (m < 1 || m > 12 || d < 1 || d > 31) continue;
    if (day_at + 2 < url.size() && digit(url[day_at + 2])) continue;
    const PrintedDate found{y, static_cast<unsigned>(m), static_cast<unsigned>(d), at + 1, day_at + 2};
    if (found.date()) return found;
  }
  return std::nullopt;
}

}  // namespace wireroom
