#include "tokens/tokens.h"

#include <algorithm>
#include <string>
#include <utility>

#include "tokens/contractions.h"
#include "tokens/scanner.h"
#include "tokens/sentences.h"

namespace wireroom {
namespace {

// Cuts tokens into words.
class Words {
 public:
  Words(const Lexicon& lexicon, std::string_view text) : lexicon_(lexicon), text_(text) {}

  // Where the words of the token end, counted from its begin; for a token that is one word only their number matters.
  const std::vector<std::uint32_t>& ends(const Token& token) {
    if (token.kind == TokenKind::word)
      cut_contraction(lexicon_, text_.substr(token.span.begin, token.span.size()), scratch_, ends_);
    else
      ends_.assign(1, token.span.size());
    return ends_;
  }

  // The tokens of a sentence that is not too long: all of begin..end, or those up to a mark where it has any.
  std::uint32_t end_of_piece(const std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t end) {
    std::size_t words = 0;
    std::uint32_t last_mark = begin;
    for (std::uint32_t i = begin; i < end; ++i) {
      words += ends(tokens[i]).size();
      if (words > kLongestSentence) return last_mark > begin ? last_mark : i;
      const bool mark = tokens[i].kind != TokenKind::word && tokens[i].kind != TokenKind::open &&
                        tokens[i].first == CharacterKind::symbol && i + 1 < end && tokens[i + 1].space_before;
      if (mark) last_mark = i + 1;
    }
    return end;
  }

 private:
  const Lexicon& lexicon_;
  std::string_view text_;
  std::vector<std::uint32_t> ends_;
  std::string scratch_;
};

void add_words(Words& words, std::string_view text, const Token& token, bool space_after, Sentence& sentence) {
  const auto first = static_cast<std::uint32_t>(sentence.words.size());
  const std::vector<std::uint32_t>& ends = words.ends(token);
  const auto count = static_cast<std::uint32_t>(ends.size());
  std::uint32_t begin = token.span.begin;
  for (std::uint32_t i = 0; i < count; ++i) {
    Word& word = sentence.words.emplace_back();
    word.span = {begin, count == 1 ? token.span.end : token.span.begin + ends[i]};
    word.form = text.substr(word.span.begin, word.span.size());
    word.space_after = i + 1 == count && space_after;
    begin = word.span.end;
  }
  if (count > 1) sentence.multi_words.push_back({first, first + count - 1});
}

}  // namespace

Result<Tokenizer> Tokenizer::load() {
  WIREROOM_TRY(lexicon, Lexicon::load());
  return Tokenizer(std::move(lexicon));
}

template <typename Piece>
void Tokenizer::each_sentence(const Report& report, bool every_block, Piece&& piece) const {
  const std::string_view text = report.text.view();
  Scanner scanner(lexicon_, text);
  Words words(lexicon_, text);
  std::vector<Token> tokens;
  for (std::uint32_t number = 0; number < report.blocks.size(); ++number) {
    const Block& block = report.blocks[number];
    if (!every_block && !is_prose(block.kind)) continue;
    tokens.clear();
    scanner.scan(block.span, tokens);
    std::uint32_t begin = 0;
    for (const std::uint32_t end : sentence_ends(lexicon_, text, tokens, block.kind == BlockKind::headline))
      while (begin < end) {
        const std::uint32_t cut = words.end_of_piece(tokens, begin, end);
        piece(tokens, begin, cut, number);
        begin = cut;
      }
  }
}

std::vector<Sentence> Tokenizer::split(const Report& report, bool every_block) const {
  std::vector<Sentence> sentences;
  const std::string_view text = report.text.view();
  Words words(lexicon_, text);
  each_sentence(report, every_block,
                [&](const std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t end, std::uint32_t block) {
                  Sentence& sentence = sentences.emplace_back();
                  sentence.span = {tokens[begin].span.begin, tokens[end - 1].span.end};
                  sentence.block = block;
                  sentence.words.reserve(end - begin + 4);
                  for (std::uint32_t i = begin; i < end; ++i)
                    add_words(words, text, tokens[i], i + 1 >= tokens.size() || tokens[i + 1].space_before, sentence);
                });
  return sentences;
}

WordCount Tokenizer::count(const Report& report, bool every_block) const {
  WordCount count;
  Words words(lexicon_, report.text.view());
  each_sentence(report, every_block,
                [&](const std::vector<Token>& tokens, std::uint32_t begin, std::uint32_t end, std::uint32_t) {
                  ++count.sentences;
                  for (std::uint32_t i = begin; i < end; ++i) count.words += words.ends(tokens[i]).size();
                });
  return count;
}

}  // namespace wireroom
