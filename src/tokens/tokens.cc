#include "tokens/tokens.h"

#include <algorithm>
#include <string>
#include <utility>

#include "tokens/contractions.h"
#include "tokens/scanner.h"
#include "tokens/sentences.h"

namespace wireroom {
namespace {

// Cuts the tokens of one sentence into words and appends the sentence, or several if it is too long.
class Builder {
 public:
  Builder(const Lexicon& lexicon, std::string_view text, std::vector<Sentence>& sentences)
      : lexicon_(lexicon), text_(text), sentences_(sentences) {}

  void add(const std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t end, std::uint32_t block) {
    while (begin < end) {
      const std::uint32_t cut = end_of_piece(tokens, begin, end);
      add_piece(tokens, begin, cut, block);
      begin = cut;
    }
  }

 private:
  std::uint32_t end_of_piece(const std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t end) {
    std::size_t words = 0;
    std::uint32_t last_mark = begin;
    for (std::uint32_t i = begin; i < end; ++i) {
      words += words_of(tokens[i]);
      if (words > kLongestSentence) return last_mark > begin ? last_mark : i;
      const bool mark = tokens[i].kind != TokenKind::word && tokens[i].kind != TokenKind::open &&
                        tokens[i].first == CharacterKind::symbol && i + 1 < end && tokens[i + 1].space_before;
      if (mark) last_mark = i + 1;
    }
    return end;
  }

  std::size_t words_of(const Token& token) {
    if (token.kind != TokenKind::word) return 1;
    cut_contraction(lexicon_, view(token), scratch_, ends_);
    return ends_.size();
  }

  void add_piece(const std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t end, std::uint32_t block) {
    Sentence& sentence = sentences_.emplace_back();
    sentence.span = {tokens[begin].span.begin, tokens[end - 1].span.end};
    sentence.block = block;
    sentence.words.reserve(end - begin + 4);
    for (std::uint32_t i = begin; i < end; ++i) {
      const bool space_after = i + 1 >= tokens.size() || tokens[i + 1].space_before;
      add_words(tokens[i], space_after, sentence);
    }
  }

  void add_words(const Token& token, bool space_after, Sentence& sentence) {
    const auto first = static_cast<std::uint32_t>(sentence.words.size());
    const auto count = words_of(token);
    std::uint32_t begin = token.span.begin;
    for (std::size_t i = 0; i < count; ++i) {
      Word& word = sentence.words.emplace_back();
      word.span = {begin, count == 1 ? token.span.end : token.span.begin + ends_[i]};
      word.form = text_.substr(word.span.begin, word.span.size());
      word.space_after = i + 1 == count && space_after;
      begin = word.span.end;
    }
    if (count > 1) sentence.multi_words.push_back({first, first + static_cast<std::uint32_t>(count) - 1});
  }

  std::string_view view(const Token& token) const { return text_.substr(token.span.begin, token.span.size()); }

  const Lexicon& lexicon_;
  std::string_view text_;
  std::vector<Sentence>& sentences_;
  std::vector<std::uint32_t> ends_;
  std::string scratch_;
};

}  // namespace

Result<Tokenizer> Tokenizer::load() {
  WIREROOM_TRY(lexicon, Lexicon::load());
  return Tokenizer(std::move(lexicon));
}

std::vector<Sentence> Tokenizer::split(const Report& report, bool every_block) const {
  std::vector<Sentence> sentences;
  const std::string_view text = report.text.view();
  Scanner scanner(lexicon_, text);
  Builder builder(lexicon_, text, sentences);
  std::vector<Token> tokens;
  for (std::uint32_t number = 0; number < report.blocks.size(); ++number) {
    const Block& block = report.blocks[number];
    if (!every_block && !is_prose(block.kind)) continue;
    tokens.clear();
    scanner.scan(block.span, tokens);
    std::uint32_t begin = 0;
    for (const std::uint32_t end : sentence_ends(lexicon_, text, tokens, block.kind == BlockKind::headline)) {
      builder.add(tokens, begin, end, number);
      begin = end;
    }
  }
  return sentences;
}

}  // namespace wireroom
