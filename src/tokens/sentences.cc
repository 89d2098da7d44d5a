// After each mark that may end a sentence the closing marks that belong to it are taken along; then the next token
// decides. Straight double quotation marks open and close by counting from the beginning of the block.
#include "tokens/sentences.h"

#include <string>

#include "tokens/pasted_lines.h"

namespace wireroom {
namespace {

class Boundaries {
 public:
  Boundaries(const Lexicon& lexicon, std::string_view text, const std::vector<Token>& tokens, bool title_case)
      : lexicon_(lexicon), text_(text), tokens_(tokens), title_case_(title_case) {
    count_capitals();
  }

  std::vector<std::uint32_t> find() {
    const auto size = static_cast<std::uint32_t>(tokens_.size());
    std::vector<std::uint32_t> ends;
    begin_ = 0;
    for (std::uint32_t i = 0; i < size;) {
      const std::uint32_t next = end_after(i);
      if (next > begin_ && next < size && next > i) {
        ends.push_back(next);
        begin_ = next;
      }
      for (const std::uint32_t until = std::max(next, i + 1); i < until; ++i) {
        if (tokens_[i].kind == TokenKind::quote) quote_open_ = !quote_open_;
      }
    }
    if (size > 0) ends.push_back(size);
    return ends;
  }

 private:
  // In a text in capitals a capital proves nothing.
  void count_capitals() {
    std::uint32_t upper = 0, lower = 0;
    for (const Token& token : tokens_) {
      if (token.kind != TokenKind::word || token.span.size() < 3) continue;
      const CharacterKind second = character_at(text_, token.span.begin + 1).kind;
      upper += second == CharacterKind::upper;
      lower += second == CharacterKind::lower;
    }
    capitals_ = upper > lower;
  }

  // The begin of the next sentence if one ends with token i (and the marks that close it), else 0.
  std::uint32_t end_after(std::uint32_t i) {
    const Token& token = tokens_[i];
    if (i + 1 < tokens_.size() && ends_pasted_line(lexicon_, text_, tokens_, begin_, i)) return i + 1;
    switch (token.kind) {
      case TokenKind::rule:
        return i + 1;
      case TokenKind::stop:
      case TokenKind::exclamation:
      case TokenKind::ellipsis:
      case TokenKind::abbreviation:
        break;
      default:
        // A line drawn across the page stands alone.
        return i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::rule && tokens_[i + 1].space_before ? i + 1
                                                                                                               : 0;
    }
    if (is_list_number(i) || is_bracketed_mark(i)) return 0;
    std::uint32_t next = i + 1;
    bool quote_closed = false;
    take_closing_marks(next, quote_closed);
    if (next >= tokens_.size()) return 0;
    return begins_sentence(token, next, quote_closed, next > i + 1) ? next : 0;
  }

  // "6. Oprah Winfrey": number and stop before the text they count.
  bool is_list_number(std::uint32_t i) const {
    if (tokens_[i].kind != TokenKind::stop || i == 0) return false;
    if (i != begin_ + 1 && (i < 2 || text_[tokens_[i - 2].span.begin] != ':')) return false;
    const Token& number = tokens_[i - 1];
    if (number.kind != TokenKind::word || number.span.size() > 3) return false;
    return number.first == CharacterKind::digit || number.span.size() == 1;
  }

  // "[?]", "(!)": a remark on what stands before.
  bool is_bracketed_mark(std::uint32_t i) const {
    return tokens_[i].kind == TokenKind::exclamation && i > 0 && i + 1 < tokens_.size() && !tokens_[i].space_before &&
           tokens_[i - 1].kind == TokenKind::open && tokens_[i + 1].kind == TokenKind::close;
  }

  // "Why?" Clara Ott asked: a name and a verb of saying after the quotation.
  bool names_speaker(std::uint32_t i) {
    constexpr std::uint32_t kLongestName = 4;
    for (std::uint32_t place = i; place < tokens_.size() && place <= i + kLongestName; ++place) {
      const Token& token = tokens_[place];
      if (token.kind != TokenKind::word && token.kind != TokenKind::title) return false;
      fold(text_.substr(token.span.begin, token.span.size()), scratch_);
      if (place > i && lexicon_.is_cue(scratch_)) return true;
    }
    return false;
  }

  void take_closing_marks(std::uint32_t& next, bool& quote_closed) const {
    bool open = quote_open_;
    for (; next < tokens_.size(); ++next) {
      const Token& mark = tokens_[next];
      if (mark.kind == TokenKind::emoticon) continue;
      if (is_footnote(next)) {
        next += 2;
        continue;
      }
      const bool last = next + 1 == tokens_.size() || tokens_[next + 1].space_before;
      if (mark.space_before && !(mark.kind == TokenKind::quote && open && last)) return;
      if (mark.kind == TokenKind::quote) {
        if (!open && !last) return;
        open = false;
        quote_closed = true;
      } else if (mark.kind == TokenKind::close) {
        const char first = text_[mark.span.begin];
        quote_closed = quote_closed || (first != ')' && first != ']' && first != '}');
      } else if (mark.kind != TokenKind::stop && mark.kind != TokenKind::exclamation) {
        return;
      }
    }
  }

  // "[3]" after the full stop.
  bool is_footnote(std::uint32_t i) const {
    if (i + 2 >= tokens_.size() || tokens_[i].kind != TokenKind::open || text_[tokens_[i].span.begin] != '[')
      return false;
    return tokens_[i + 1].first == CharacterKind::digit && tokens_[i + 1].span.size() <= 3 &&
           tokens_[i + 2].kind == TokenKind::close;
  }

  bool begins_sentence(const Token& mark, std::uint32_t i, bool quote_closed, bool closed) {
    const Token& next = tokens_[i];
    const bool upper = next.first == CharacterKind::upper;
    const bool lower = next.first == CharacterKind::lower;
    if (next.kind == TokenKind::close || is_comma(next)) return false;
    if (!next.space_before && !closed) return mark.kind != TokenKind::abbreviation && (upper || opens_with_capital(i));
    if (closed && lower) return false;  // "What?" he asked; Col. Ruiz (ret.) said
    if (quote_closed && upper && (mark.kind == TokenKind::exclamation || mark.kind == TokenKind::ellipsis) &&
        names_speaker(i)) {
      return false;
    }
    switch (mark.kind) {
      case TokenKind::abbreviation:
        return !title_case_ && opener(i);
      case TokenKind::ellipsis:
        return upper || opens_with_capital(i);
      case TokenKind::exclamation:
        return !(lower && quote_open_) && next.kind != TokenKind::exclamation && next.kind != TokenKind::ellipsis;
      default:
        return next.kind != TokenKind::stop && next.kind != TokenKind::ellipsis;
    }
  }

  bool is_comma(const Token& token) const {
    if (token.kind != TokenKind::symbol || token.space_before) return false;
    const char first = text_[token.span.begin];
    return first == ',' || first == ';' || first == ':' || first == '-' || first == '/';
  }

  // An opening mark with a capital behind it.
  bool opens_with_capital(std::uint32_t i) const {
    if (tokens_[i].kind != TokenKind::open && tokens_[i].kind != TokenKind::quote) return false;
    if (tokens_[i].kind == TokenKind::quote && quote_open_) return false;
    return i + 1 < tokens_.size() && tokens_[i + 1].first == CharacterKind::upper;
  }

  bool opener(std::uint32_t i) {
    if (tokens_[i].kind == TokenKind::open || tokens_[i].kind == TokenKind::quote) {
      if (!opens_with_capital(i)) return false;
      ++i;
    }
    if (tokens_[i].first != CharacterKind::upper) return false;
    std::uint32_t end = tokens_[i].span.begin;  // "It's" is judged by "It"
    for (Character c = character_at(text_, end); end < tokens_[i].span.end && c.is_letter();
         c = character_at(text_, end)) {
      end += c.size;
    }
    fold(text_.substr(tokens_[i].span.begin, end - tokens_[i].span.begin), scratch_);
    return lexicon_.opens_sentence(scratch_, capitals_);
  }

  const Lexicon& lexicon_;
  std::string_view text_;
  const std::vector<Token>& tokens_;
  bool title_case_;
  bool capitals_ = false;
  bool quote_open_ = false;
  std::uint32_t begin_ = 0;  // of the sentence in hand
  std::string scratch_;
};

}  // namespace

std::vector<std::uint32_t> sentence_ends(const Lexicon& lexicon, std::string_view text,
                                         const std::vector<Token>& tokens, bool title_case) {
  return Boundaries(lexicon, text, tokens, title_case).find();
}

}  // namespace wireroom
