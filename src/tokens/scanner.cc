// The scanner walks over the text once. At each place it asks, in this order: an address? a face? a word (with the
// marks that may stand inside one)? else a mark or a run of equal marks.
#include "tokens/scanner.h"

#include <algorithm>
#include <array>

namespace wireroom {
namespace {

constexpr std::uint32_t kLongestUnit = 8, kLongestJoined = 12, kShortestRule = 12;

bool is_currency(char32_t point) {
  return point == U'$' || (point >= 0x20a0 && point <= 0x20cf) || (point >= 0xa2 && point <= 0xa5);
}

bool is_run_mark(char32_t point) {
  return point < 0x80 && std::string_view("-=_*~#+<>|\\^").find(static_cast<char>(point)) != std::string_view::npos;
}

bool contains_letter_point(std::string_view word) { return word.find('.') != std::string_view::npos; }

}  // namespace

void Scanner::scan(Span block, std::vector<Token>& tokens) {
  text_ = whole_.substr(0, block.end);
  block_ = block;
  at_ = block.begin;
  single_open_ = money_ = false;
  number_end_ = block.begin;
  bool space = true;
  while (at_ < block.end) {
    const Character character = at(at_);
    if (character.kind == CharacterKind::space) {
      space = true;
      money_ = false;
      at_ += character.size;
      continue;
    }
    Token token;
    token.span = {at_, at_};
    token.first = character.kind;
    token.space_before = space;
    tokens.push_back(token);
    scan_token(tokens);
    at_ = tokens.back().span.end;
    space = false;
  }
}

void Scanner::scan_token(std::vector<Token>& tokens) {
  Token& token = tokens.back();
  const Character character = at(at_);
  const bool after_word = !token.space_before && tokens.size() > 1 && tokens[tokens.size() - 2].kind == TokenKind::word;
  const Character next = at(at_ + character.size);
  const char32_t point = character.point;
  if (scan_joined(token)) return;
  if (character.is_word() || character.kind == CharacterKind::mark) {
    if (scan_address(token) || scan_numbers_with_marks(token)) return;
    return scan_word(token);
  }
  if (scan_emoticon(token, after_word)) return;
  const bool begins = token.space_before || before(at_).kind == CharacterKind::symbol;
  const bool number_mark =
      (point == U'.' && begins && before(at_).point != U'.') || (point == U'+' && token.space_before);
  const bool tag_mark = (point == U'#' && next.is_letter()) || (point == U'@' && begins && next.is_letter());
  if ((number_mark && next.is_digit()) || tag_mark || (point == U'_' && next.is_word())) {
    if (point == U'+' && scan_numbers_with_marks(token)) return;
    scan_word(token);
    if (tag_mark) token.kind = TokenKind::address;
    return;
  }
  scan_symbol(token);
}

// ---- Words ---------------------------------------------------------------------------------------------------------

// Forms of the table that the rules would cut: w/o, 'em.
bool Scanner::scan_joined(Token& token) {
  const std::uint32_t begin = token.span.begin;
  if (!token.space_before && before(begin).is_word()) return false;
  std::uint32_t end = begin;
  bool marked = false;
  while (end < begin + kLongestJoined) {
    const Character c = at(end);
    if (!c.is_letter() && c.point != U'/' && c.point != U'-' && !c.is_apostrophe()) break;
    marked = marked || !c.is_letter();
    end += c.size;
  }
  if (!marked || !lexicon_.is_joined(folded(begin, end))) return false;
  token.span.end = end;
  token.kind = TokenKind::word;
  return true;
}

// Telephone numbers (three digits and four, with groups before) and dates: 713-853-3989, 11-20-2000, 3/24/2016, 9/11.
bool Scanner::scan_numbers_with_marks(Token& token) {
  constexpr std::size_t kMostGroups = 5;
  const std::uint32_t begin = token.span.begin;
  if (begin < number_end_) return false;
  std::uint32_t at = begin + (text_[begin] == '+' ? 1U : 0U);
  std::array<std::uint32_t, kMostGroups> sizes{}, values{};
  std::size_t groups = 0;
  char mark = 0;  // the last one
  bool mixed = false;
  for (; groups < kMostGroups; ++groups) {
    std::uint32_t size = 0, value = 0;
    for (; at < block_.end && is_ascii_digit(text_[at]); ++at, ++size) {
      value = size < 9 ? value * 10 + static_cast<std::uint32_t>(text_[at] - '0') : 999999999;
    }
    sizes[groups] = size;
    values[groups] = value;
    if (size == 0) return false;
    if (at + 1 >= block_.end || (text_[at] != '-' && text_[at] != '/') || !is_ascii_digit(text_[at + 1])) break;
    mixed = mixed || (mark != 0 && mark != text_[at]);
    mark = text_[at++];
  }
  number_end_ = at;
  if (mark == 0 || ++groups > kMostGroups || this->at(at).is_word()) return false;
  const std::uint32_t last = sizes[groups - 1], previous = sizes[groups - 2];
  const bool telephone = mark == '-' && last == 4 && previous == 3 && (groups == 2 || sizes[groups - 3] <= 3);
  const bool date = !mixed && groups == 3 && sizes[1] <= 2 && values[1] > 0 && values[0] > 0 &&
                    (sizes[0] == 4 ? last <= 2 : sizes[0] <= 2 && (last == 2 || last == 4));
  const bool day = mark == '/' && groups == 2 && last <= 2 && sizes[0] <= 2 && values[0] >= 1 && values[0] <= 12 &&
                   values[1] >= 1 && values[1] <= 31;
  const bool post_code = mark == '-' && groups == 2 && sizes[0] == 5 && last == 4;
  if (!telephone && !date && !day && !post_code) return false;
  token.span.end = at;
  token.kind = TokenKind::word;
  return true;
}

void Scanner::scan_word(Token& token) {
  token.kind = TokenKind::word;
  std::uint32_t& end = token.span.end;
  bool numeric = true;  // nothing but digits and the marks between them so far
  end += at(end).size;
  numeric = before(end).kind == CharacterKind::digit || before(end).point == U'.' || before(end).point == U'+';
  for (;;) {
    const Character c = at(end);
    if (c.is_letter() && numeric && before(end).is_digit() && unit_begins(end)) break;
    if (c.is_word() || c.kind == CharacterKind::mark) {
      numeric = numeric && c.is_digit();
      end += c.size;
    } else if (c.kind == CharacterKind::symbol && joins(token.span.begin, end, numeric)) {
      end += c.size;
      while (c.point == U'*' && at(end).point == U'*') ++end;
    } else {
      break;
    }
  }
  take_full_stop(token);
  take_apostrophe(token);
  if (is_broken_off(token)) ++end;
  // US$, C$, HK$
  if (at(end).point == U'$' && token.span.size() <= 3 && word_end(token.span.begin) == end) {
    std::uint32_t place = token.span.begin;
    while (place < end && at(place).kind == CharacterKind::upper) ++place;
    if (place == end) {
      ++end;
      money_ = true;
    }
  }
}

// "th- there": one or two letters that are no word, broken off with a hyphen.
bool Scanner::is_broken_off(const Token& token) const {
  const std::uint32_t begin = token.span.begin, end = token.span.end;
  if (!token.space_before || end - begin > 2 || at(end).point != U'-' || at(end + 1).kind != CharacterKind::space) {
    return false;
  }
  return view(begin, end).find_first_not_of("bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ") == std::string_view::npos;
}

// Whether the mark at this place stands inside a word.
bool Scanner::joins(std::uint32_t begin, std::uint32_t place, bool numeric) const {
  const Character mark = at(place), left = before(place), right = at(place + mark.size);
  if (!right.is_word() && !(mark.point == U'*' && right.point == U'*')) return false;
  if (mark.is_apostrophe()) return right.is_letter() && (left.is_letter() || right.point == U's') && left.is_word();
  switch (mark.point) {
    case U'.': {
      if (left.is_digit() && right.is_digit()) return true;
      if (!left.is_letter() || !right.is_letter()) return false;
      // "the end.Then": two sentences without the space between them.
      const bool glued = left.kind == CharacterKind::lower && right.kind == CharacterKind::upper &&
                         at(place + 1 + right.size).kind == CharacterKind::lower && place - begin >= 3;
      return !glued;
    }
    case U',': {
      if (!numeric || !left.is_digit()) return false;
      std::uint32_t digits = 0;
      while (digits < 4 && place + 1 + digits < block_.end && is_ascii_digit(text_[place + 1 + digits])) ++digits;
      return digits == 3;
    }
    case U':':
      return numeric && left.is_digit() && right.is_digit();
    case U'&': {
      const Character after = at(place + 1 + right.size);
      return left.kind == CharacterKind::upper && right.kind == CharacterKind::upper &&
             after.kind != CharacterKind::lower && place - begin <= 4;
    }
    case U'_':
      return true;
    case U'*': {
      std::uint32_t end = place;
      while (end < place + 4 && at(end).point == U'*') ++end;
      return left.is_letter() && at(end).is_letter();
    }
    case U'-':
    case U'\u2010':
    case U'\u2011':
      return hyphen_joins(begin, place);
    default:
      return false;
  }
}

bool Scanner::hyphen_joins(std::uint32_t begin, std::uint32_t place) const {
  constexpr std::uint32_t kLongestPrefix = 24;
  if (place - begin > kLongestPrefix || before(begin).point == U'-') return false;
  return lexicon_.is_hyphen_prefix(folded(begin, place));
}

// After a number: do the letters here name a unit ("5kg", "7pm", "$3m")?
bool Scanner::unit_begins(std::uint32_t place) const {
  std::uint32_t end = place;
  while (end < place + kLongestUnit && at(end).is_letter()) end += at(end).size;
  const Character after = at(end);
  if (after.point == U'.' && end == place + 1 && at(end + 1).is_letter()) {  // p.m.
    return lexicon_.is_unit(view(place, end + 2), money_);
  }
  return !after.is_word() && lexicon_.is_unit(view(place, end), money_);
}

std::uint32_t Scanner::word_end(std::uint32_t place) const {
  for (Character c = at(place); c.is_word() || c.kind == CharacterKind::mark; c = at(place)) place += c.size;
  return place;
}

// ---- Full stops ----------------------------------------------------------------------------------------------------

void Scanner::take_full_stop(Token& token) {
  constexpr std::uint32_t kLongestAbbreviation = 12;
  std::uint32_t& end = token.span.end;
  const std::uint32_t begin = token.span.begin, size = end - begin;
  if (at(end).point != U'.' || size > kLongestAbbreviation) return;
  if (at(end + 1).point == U'.' && at(end + 2).point == U'.') return;  // an ellipsis; "U.S.." has a stop of its own
  const std::string_view word = view(begin, end);
  std::uint32_t after = end + 1;
  bool spaces = false;
  while (after < block_.end && at(after).kind == CharacterKind::space) {
    after += at(after).size;
    spaces = true;
  }
  const Character next = at(after);
  const auto take = [&](TokenKind kind) {
    ++end;
    token.kind = kind;
  };
  if (contains_letter_point(word)) {
    // U.S., p.m., Ph.D.: letters between points, one of the parts a single letter, none longer than three.
    std::uint32_t part = 0, shortest = size;
    bool letters = true;
    for (std::uint32_t place = begin; place <= end; place += place == end ? 1 : at(place).size) {
      if (place == end || text_[place] == '.') {
        shortest = std::min(shortest, part);
        letters = letters && part > 0 && part <= 3;
        part = 0;
      } else {
        letters = letters && at(place).is_letter();
        ++part;
      }
    }
    if (letters && shortest == 1) take(TokenKind::abbreviation);
    return;
  }
  if (is_initial(token)) return take(TokenKind::title);
  // c. 1950, p. 7, (b. March 1960)
  const bool letter = at(begin).kind == CharacterKind::lower && at(begin).size == size;
  if (letter && (next.is_digit() || before(begin).point == U'(')) return take(TokenKind::title);
  const Abbreviation* known = lexicon_.abbreviation(word, folded(begin, end));
  if (known == nullptr) {
    if (!spaces && (next.point == U',' || next.point == U';') && at(begin).is_letter()) take(TokenKind::abbreviation);
    return;
  }
  switch (known->follows) {
    case Follows::name:
      return take(TokenKind::title);
    case Follows::number:
      if (next.is_digit() || next.point == U'+') take(TokenKind::title);
      return;
    case Follows::any:
      return take(TokenKind::abbreviation);
    case Follows::end:
      if (next.kind != CharacterKind::upper && next.kind != CharacterKind::end) take(TokenKind::title);
      return;
  }
}

// A single capital before a name or another initial ("J. K. Rowling"), not before a word that opens a sentence.
bool Scanner::is_initial(const Token& token) const {
  const std::uint32_t begin = token.span.begin, end = token.span.end;
  if (at(begin).kind != CharacterKind::upper || at(begin).size != end - begin) return false;
  std::uint32_t next = end + 1;
  while (next < block_.end && at(next).kind == CharacterKind::space) next += at(next).size;
  if (at(next).point == U'"' || at(next).point == U'\u201c') {  // Howard P. "Buck" McKeon
    const Character closing = at(word_end(next + at(next).size));
    return closing.point == U'"' || closing.point == U'\u201d';
  }
  if (at(next).kind != CharacterKind::upper) return false;
  const std::uint32_t next_end = word_end(next);
  if (next_end == next + at(next).size) return at(next_end).point == U'.';
  return !lexicon_.opens_sentence(folded(next, next_end), false);
}

// The possessive of plurals (officials') and dropped letters (talkin'), unless a quotation in single marks is open.
void Scanner::take_apostrophe(Token& token) {
  const std::uint32_t end = token.span.end;
  const Character mark = at(end);
  if (single_open_ || (mark.point != U'\'' && mark.point != U'\u2019') || token.span.size() < 2) return;
  const Character next = at(end + mark.size), last = before(end);
  if (next.is_word() || next.is_apostrophe()) return;
  const bool plural = last.point == U's' || last.point == U'S' || last.point == U'z' || last.point == U'x';
  const bool dropped = mark.point == U'\'' && token.span.size() >= 4 && last.point == U'n' && text_[end - 2] == 'i';
  if (plural || dropped) token.span.end += mark.size;
}

// ---- Marks ---------------------------------------------------------------------------------------------------------

bool Scanner::scan_emoticon(Token& token, bool after_word) {
  constexpr std::uint32_t kLongest = 4;
  if (after_word) return false;
  for (std::uint32_t size = kLongest; size >= 2; --size) {
    const std::uint32_t end = at_ + size;
    if (end > block_.end || static_cast<unsigned char>(text_[at_]) >= 0x80) continue;
    if (!lexicon_.is_emoticon(view(at_, end))) continue;
    const Character next = at(end);
    if (!next.is_space() && next.point != U'.' && next.point != U',' && next.point != U')') continue;
    token.span.end = end;
    token.kind = TokenKind::emoticon;
    return true;
  }
  return false;
}

void Scanner::scan_symbol(Token& token) {
  const Character mark = at(at_);
  std::uint32_t& end = token.span.end;
  end += mark.size;
  const auto run = [&](auto belongs) {
    std::uint32_t count = 1;
    for (Character c = at(end); belongs(c.point); c = at(end), ++count) end += c.size;
    return count;
  };
  money_ = is_currency(mark.point);
  if (mark.point == U'!' || mark.point == U'?') {
    run([](char32_t c) { return c == U'!' || c == U'?'; });
    token.kind = TokenKind::exclamation;
  } else if (mark.point == U'.' || mark.point == U'\u2026') {
    const std::uint32_t count = run([](char32_t c) { return c == U'.' || c == U'\u2026'; });
    token.kind = count > 1 || mark.point == U'\u2026' ? TokenKind::ellipsis : TokenKind::stop;
  } else if (mark.point == U'\u3002' || mark.point == U'\u061f' || mark.point == U'\u06d4') {
    token.kind = TokenKind::stop;
  } else if (is_run_mark(mark.point)) {
    const std::uint32_t count = run([&](char32_t c) { return c == mark.point; });
    if (count >= kShortestRule) token.kind = TokenKind::rule;
  } else if (mark.point == U'"') {
    token.kind = TokenKind::quote;
  } else if (mark.is_apostrophe() || mark.point == U'\u201a' || mark.point == U'\u201b') {
    scan_apostrophe(token, mark.size);
  } else if (std::u32string_view(U"([{\u201c\u201e\u00ab\u2039").find(mark.point) != std::u32string_view::npos) {
    token.kind = TokenKind::open;
  } else if (std::u32string_view(U")]}\u201d\u00bb\u203a").find(mark.point) != std::u32string_view::npos) {
    token.kind = TokenKind::close;
  }
  take_marks(token);
}

// Single quotation marks, '' and `` for double ones, and the apostrophe before a year ('72).
void Scanner::scan_apostrophe(Token& token, std::uint32_t size) {
  std::uint32_t& end = token.span.end;
  const Character mark = at(at_), next = at(end);
  if (next.point == mark.point) {
    end += size;
    token.kind = TokenKind::quote;
    return;
  }
  const bool begins = token.space_before || before(at_).kind == CharacterKind::symbol;
  if (begins && mark.point != U'\u2018' && next.is_digit() && !single_open_) {
    std::uint32_t year = end;
    while (year < end + 3 && at(year).is_digit()) ++year;
    if (year == end + 2 && (at(year).point == U's' ? !at(year + 1).is_word() : !at(year).is_word())) {
      end = year + (at(year).point == U's' ? 1U : 0U);
      token.kind = TokenKind::word;
      return;
    }
  }
  const bool opens = !next.is_space() && (mark.point == U'\u2018' || mark.point == U'\u201a' || mark.point == U'`' ||
                                          (begins && !(single_open_ && !token.space_before)));
  token.kind = opens ? TokenKind::open : TokenKind::close;
  single_open_ = opens;
}

// Variation selectors, joiners and combining marks stay with the sign before them, joined signs too.
void Scanner::take_marks(Token& token) const {
  std::uint32_t& end = token.span.end;
  for (Character c = at(end); c.kind == CharacterKind::mark; c = at(end)) {
    end += c.size;
    if (c.point == U'\u200d' && at(end).kind == CharacterKind::symbol) end += at(end).size;
  }
}

}  // namespace wireroom
