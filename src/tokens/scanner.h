// Cuts the text of one block into surface tokens ("don't" is still one), in the conventions of UD's English treebanks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/characters.h"
#include "tokens/lexicon.h"
#include "wireroom/span.h"

namespace wireroom {

enum class TokenKind : std::uint8_t {
  word,          // letters, numbers, mixtures
  address,       // web or mail address, hashtag, mention
  abbreviation,  // with its full stop, which may end the sentence too
  title,         // with its full stop, which never does: Mr., initials
  stop,          // .
  exclamation,   // ! ? and runs of them
  ellipsis,
  open,   // ( [ { “ ‘ «, and straight marks known to open
  close,  // their counterparts
  quote,  // straight double marks: open or close by counting
  rule,   // ____ and other runs that are drawn across the page
  emoticon,
  symbol,  // all other marks
};

struct Token {
  Span span;
  TokenKind kind = TokenKind::symbol;
  CharacterKind first = CharacterKind::symbol;  // of its first character
  bool space_before = true;
};

class Scanner {
 public:
  Scanner(const Lexicon& lexicon, std::string_view text) : lexicon_(lexicon), whole_(text) {}

  // Appends the tokens between the two offsets. Positions in tokens are bytes of the whole text.
  void scan(Span block, std::vector<Token>& tokens);

 private:
  void scan_token(std::vector<Token>& tokens);
  bool scan_address(Token& token);
  bool scan_mail(Token& token);
  bool scan_domain(Token& token);
  bool scan_joined(Token& token);
  bool scan_numbers_with_marks(Token& token);
  bool scan_emoticon(Token& token, bool after_word);
  void scan_word(Token& token);
  bool joins(std::uint32_t begin, std::uint32_t at, bool numeric) const;
  bool is_broken_off(const Token& token) const;
  bool hyphen_joins(std::uint32_t begin, std::uint32_t at) const;
  bool unit_begins(std::uint32_t at) const;
  void take_full_stop(Token& token);
  bool is_initial(const Token& token) const;
  void take_apostrophe(Token& token);
  void scan_symbol(Token& token);
  void scan_apostrophe(Token& token, std::uint32_t size);
  [[nodiscard]] std::uint32_t trim_address(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t word_end(std::uint32_t at) const;
  void take_marks(Token& token) const;

  [[nodiscard]] Character at(std::uint32_t place) const { return character_at(text_, place); }
  [[nodiscard]] Character before(std::uint32_t place) const {
    return place <= block_.begin ? Character{} : character_before(text_, place);
  }
  [[nodiscard]] std::string_view view(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }
  // The folded form, valid until the next call.
  std::string_view folded(std::uint32_t begin, std::uint32_t end) const {
    fold(view(begin, end), scratch_);
    return scratch_;
  }

  const Lexicon& lexicon_;
  std::string_view whole_;
  std::string_view text_;  // ends where the block ends
  Span block_;
  std::uint32_t at_ = 0;
  bool single_open_ = false;      // a straight or curly single quotation mark is open
  bool money_ = false;            // the last token was a currency sign
  std::uint32_t number_end_ = 0;  // no hunt for a telephone number before this place
  mutable std::string scratch_;
};

}  // namespace wireroom
