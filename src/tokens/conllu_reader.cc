#include "tokens/conllu_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "tokens/characters.h"
#include "wireroom/text.h"

namespace wireroom {
namespace {

constexpr std::size_t kColumns = 10;

std::vector<std::string_view> columns(std::string_view line) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t tab = line.find('\t');
    out.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return out;
    line.remove_prefix(tab + 1);
  }
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The value of a comment "# key = value", or of "# key" alone (empty).
std::optional<std::string_view> comment(std::string_view line, std::string_view key) {
  const auto skip_blanks = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
  line.remove_prefix(1);
  skip_blanks();
  if (line.substr(0, key.size()) != key) return std::nullopt;
  line.remove_prefix(key.size());
  if (!line.empty() && line[0] != ' ' && line[0] != '=') return std::nullopt;
  skip_blanks();
  if (line.empty() || line[0] != '=') return line.empty() ? std::optional<std::string_view>("") : std::nullopt;
  line.remove_prefix(1);
  skip_blanks();
  const std::size_t last = line.find_last_not_of(" \t");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

bool space_after(std::string_view misc) {
  while (!misc.empty()) {
    const std::size_t bar = misc.find('|');
    if (misc.substr(0, bar) == "SpaceAfter=No") return false;
    misc.remove_prefix(bar == std::string_view::npos ? misc.size() : bar + 1);
  }
  return true;
}

class Reader {
 public:
  explicit Reader(const std::string& source) : source_(source) {}

  Result<std::vector<ConlluDocument>> read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      std::string_view line = text.substr(0, end);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      ++line_;
      Status status = read_line(line);
      if (!status) return status.error();
    }
    ++line_;
    Status status = end_sentence();
    if (!status) return status.error();
    end_document();
    return std::move(documents_);
  }

 private:
  Error wrong(const std::string& what) const {
    return {ErrorKind::input, source_ + ":" + std::to_string(line_) + ": " + what};
  }

  Status read_line(std::string_view line) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) return end_sentence();
    if (line[0] != '#') return read_row(line);
    if (const auto id = comment(line, "newdoc id")) {
      begin_document(std::string(*id));
    } else if (comment(line, "newdoc")) {
      begin_document("");
    } else if (comment(line, "newpar") || comment(line, "newpar id")) {
      paragraph_ = true;
    } else if (const auto sentence = comment(line, "sent_id")) {
      sentence_id_ = *sentence;
    }
    return Done{};
  }

  void begin_document(std::string id) {
    if (sentence_) return;  // within a sentence it is but a remark
    end_document();
    id_ = std::move(id);
  }

  void end_document() {
    if (document_ && !document_->sentences.empty()) {
      document_->report.text = Text::decode(text_);
      documents_.push_back(std::move(*document_));
    }
    document_.reset();
    text_.clear();
    id_.clear();
    paragraph_ = false;
  }

  void open_document() {
    document_.emplace();
    document_->report.id = id_.empty() ? "doc" + std::to_string(documents_.size() + 1) : id_;
    document_->report.source = source_ + ":" + std::to_string(line_);
    space_ = false;
  }

  Status read_row(std::string_view line) {
    const std::vector<std::string_view> column = columns(line);
    if (column.size() != kColumns) {
      return wrong("expected 10 columns separated by tabs, found " + std::to_string(column.size()));
    }
    if (column[0].find('.') != std::string_view::npos) return Done{};
    if (!document_) open_document();
    if (!sentence_) sentence_.emplace();
    if (column[1].find_first_not_of(" \t") == std::string_view::npos) return wrong("the form (column 2) is empty");
    const std::size_t dash = column[0].find('-');
    const auto expected = static_cast<std::uint32_t>(sentence_->words.size()) + 1;
    if (dash != std::string_view::npos) return read_range(column, dash, expected);
    const auto id = number(column[0]);
    if (!id || *id != expected) {
      return wrong("expected the word number " + std::to_string(expected) + ", found `" + std::string(column[0]) + "`");
    }
    Word word;
    word.form = column[1];
    if (*id > range_last_) {
      word.span = append(column[1]);
      word.space_after = space_ = space_after(column[9]);
      sentence_->words.push_back(std::move(word));
    } else {
      word.space_after = *id == range_last_ && space_;
      sentence_->words.push_back(std::move(word));
      if (*id == range_last_) share_out();
    }
    return Done{};
  }

  Status read_range(const std::vector<std::string_view>& column, std::size_t dash, std::uint32_t expected) {
    const auto first = number(column[0].substr(0, dash)), last = number(column[0].substr(dash + 1));
    if (!first || !last || *first != expected || *last < *first || expected <= range_last_) {
      return wrong("the range `" + std::string(column[0]) + "` does not begin with the next word, " +
                   std::to_string(expected));
    }
    range_ = append(column[1]);
    range_last_ = *last;
    space_ = space_after(column[9]);
    if (*last > *first) sentence_->multi_words.push_back({*first - 1, *last - 1});
    range_first_ = *first;
    return Done{};
  }

  // The form as the next token of the text, after a space where the token before has one.
  Span append(std::string_view form) {
    const bool first_of_sentence = sentence_->words.empty() && sentence_->multi_words.empty();
    if (first_of_sentence && paragraph_ && !text_.empty()) {
      text_ += "\n\n";
    } else if (space_) {
      text_ += ' ';
    } else if (text_.empty() && form.substr(0, 3) == "\xef\xbb\xbf") {
      text_ += ' ';  // else it would be read as a byte order mark and dropped
    }
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += form;
    return {begin, static_cast<std::uint32_t>(text_.size())};
  }

  // Spans of the words of a multi-word token: as they spell it, else so many characters each.
  void share_out() {
    std::vector<Word>& words = sentence_->words;
    const std::string_view token = std::string_view(text_).substr(range_.begin, range_.size());
    std::string spelled;
    for (std::uint32_t i = range_first_ - 1; i < range_last_; ++i) spelled += words[i].form;
    std::uint32_t begin = range_.begin;
    for (std::uint32_t i = range_first_ - 1; i < range_last_; ++i) {
      std::uint32_t end = range_.end;
      if (spelled == token) {
        end = begin + static_cast<std::uint32_t>(words[i].form.size());
      } else if (i + 1 < range_last_) {
        for (std::size_t left = code_points(words[i].form), at = begin; left > 0 && at < range_.end; --left) {
          at += character_at(text_, at).size;
          end = static_cast<std::uint32_t>(at);
        }
        end = std::min(end, range_.end);
      }
      words[i].span = {begin, end};
      begin = end;
    }
  }

  static std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
  }

  Status end_sentence() {
    if (!sentence_) return Done{};
    const std::uint32_t last = range_last_;
    range_last_ = 0;
    if (last > sentence_->words.size()) {
      return wrong("the sentence ends before word " + std::to_string(last) + " of its last range");
    }
    if (!sentence_->words.empty()) {
      sentence_->span = {sentence_->words.front().span.begin, sentence_->words.back().span.end};
      sentence_->block = static_cast<std::uint32_t>(document_->report.blocks.size());
      document_->report.blocks.push_back({BlockKind::paragraph, sentence_->span});
      document_->sentences.push_back(std::move(*sentence_));
      document_->sentence_ids.push_back(std::move(sentence_id_));
    }
    sentence_.reset();
    sentence_id_.clear();
    paragraph_ = false;
    return Done{};
  }

  const std::string& source_;
  std::size_t line_ = 0;
  std::vector<ConlluDocument> documents_;
  std::optional<ConlluDocument> document_;
  std::optional<Sentence> sentence_;
  std::string id_, sentence_id_, text_;
  bool paragraph_ = false;
  bool space_ = false;  // a space follows the last token
  Span range_;          // the multi-word token in hand, and its words by number
  std::uint32_t range_first_ = 0, range_last_ = 0;
};

}  // namespace

Result<std::vector<ConlluDocument>> read_conllu(const std::string& source, std::string_view bytes) {
  const Text text = Text::decode(bytes);
  return Reader(source).read(text.view());
}

}  // namespace wireroom
