// A reader by recursive descent. What binds most is written last: OR, AND (also where nothing stands), NOT, a phrase.
#include "store/search_query.h"

#include <fmt/core.h>

#include <charconv>
#include <vector>

#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr int kDeepest = 50;
constexpr int kNear = 10, kFarthest = 30;  // words between two that are near

struct Token {
  enum class Kind { word, phrase, sign, end } kind = Kind::end;
  std::string text;
};

std::vector<Token> tokens_of(std::string_view asked, bool& closed) {
  std::vector<Token> tokens;
  closed = true;
  for (std::size_t at = 0; at < asked.size();) {
    const char c = asked[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at;
    } else if (c == '"') {
      const std::size_t end = asked.find('"', at + 1);
      closed = end != std::string_view::npos;
      tokens.push_back({Token::Kind::phrase, std::string(asked.substr(at + 1, closed ? end - at - 1 : end))});
      at = closed ? end + 1 : asked.size();
    } else if (std::string_view("()*:,").find(c) != std::string_view::npos) {
      tokens.push_back({Token::Kind::sign, std::string(1, c)});
      ++at;
    } else {
      const std::size_t end = std::min(asked.find_first_of(" \t\n\r\"()*:,", at), asked.size());
      tokens.push_back({Token::Kind::word, std::string(asked.substr(at, end - at))});
      at = end;
    }
  }
  tokens.emplace_back();
  return tokens;
}

class Reader {
 public:
  explicit Reader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  Result<std::string> all() {
    WIREROOM_TRY(query, either());
    if (now().kind != Token::Kind::end) return wrong(now().text);
    return query;
  }

 private:
  [[nodiscard]] const Token& now() const { return tokens_[at_]; }
  bool take(std::string_view text, Token::Kind kind) {
    if (now().kind != kind || now().text != text) return false;
    ++at_;
    return true;
  }
  bool sign(std::string_view text) { return take(text, Token::Kind::sign); }
  bool word(std::string_view text) { return take(text, Token::Kind::word); }

  static Error wrong(std::string_view at) {
    return {ErrorKind::call,
            fmt::format("search: not understood at {}; words, \"phrases\", begin*, AND, OR, NOT, NEAR(a "
                        "b, 5), title: word and parentheses are",
                        at.empty() ? "the end" : at)};
  }

  Result<std::string> either() {
    WIREROOM_TRY(left, both());
    while (word("OR")) {
      WIREROOM_TRY(right, both());
      left = fmt::format("({} | {})", left, right);
    }
    return left;
  }

  [[nodiscard]] bool begins_something() const {
    if (now().kind == Token::Kind::sign) return now().text == "(";
    return now().kind == Token::Kind::phrase ||
           (now().kind == Token::Kind::word && now().text != "OR" && now().text != "NOT");
  }

  Result<std::string> both() {
    WIREROOM_TRY(left, without());
    while (word("AND") || begins_something()) {
      WIREROOM_TRY(right, without());
      left = fmt::format("({} & {})", left, right);
    }
    return left;
  }

  Result<std::string> without() {
    WIREROOM_TRY(left, one());
    while (word("NOT")) {
      WIREROOM_TRY(right, one());
      left = fmt::format("({} & ! {})", left, right);
    }
    return left;
  }

  Result<std::string> one() {
    if (sign("(")) {
      if (++depth_ > kDeepest) return wrong("(");
      WIREROOM_TRY(inner, either());
      if (!sign(")")) return wrong(now().text);
      --depth_;
      return inner;
    }
    if (now().text == "NEAR" && tokens_[at_ + 1].text == "(") return near();
    const bool title = now().text == "title" && tokens_[at_ + 1].text == ":";
    if (title) at_ += 2;
    return phrase(title ? "A" : "");
  }

  // A word or phrase; of weight A if in the title only. One without any letter or digit finds nothing, as in FTS5.
  Result<std::string> phrase(std::string_view weight) {
    if (now().kind != Token::Kind::word && now().kind != Token::Kind::phrase) return wrong(now().text);
    const std::string words = search_words(now().text);
    ++at_;
    const bool begin = sign("*");
    const std::string mark = weight.empty() && !begin ? "" : fmt::format(":{}{}", begin ? "*" : "", weight);
    const std::string each = weight.empty() ? "" : fmt::format(":{}", weight);
    if (words.empty()) return std::string("''");
    std::string query = "'";
    for (const char c : words) query += c == ' ' ? fmt::format("'{} <-> '", each) : std::string(1, c);
    return fmt::format("({}'{})", query, mark);
  }

  Result<std::string> near() {
    at_ += 2;
    WIREROOM_TRY(left, phrase(""));
    WIREROOM_TRY(right, phrase(""));
    int between = kNear;
    if (sign(",")) {
      const std::string& number = now().text;
      const auto read = std::from_chars(number.data(), number.data() + number.size(), between);
      if (read.ec != std::errc() || between < 0 || between > kFarthest) return wrong(number);
      ++at_;
    }
    if (!sign(")")) return wrong(now().text);
    std::string query;
    for (int distance = 1; distance <= between + 1; ++distance)
      query += fmt::format("{0}{1} <{3}> {2} | {2} <{3}> {1}", query.empty() ? "" : " | ", left, right, distance);
    return fmt::format("({})", query);
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

std::string search_words(std::string_view text) {
  std::string words;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool belongs = is_letter(c) || is_digit(c);
    if (belongs && !in_word && !words.empty()) words += ' ';
    if (belongs) words += text.substr(begin, at - begin);
    in_word = belongs;
  }
  return folded(words);
}

Result<std::string> tsquery_of(std::string_view asked) {
  bool closed = true;
  std::vector<Token> tokens = tokens_of(asked, closed);
  if (!closed) return Error{ErrorKind::call, "search: a quotation mark is not closed"};
  return Reader(std::move(tokens)).all();
}

}  // namespace wireroom
