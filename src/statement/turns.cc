#include "statement/turns.h"

#include <algorithm>

namespace wireroom {
namespace {

constexpr std::size_t kLongestLabel = 50;  // as the reader of layouts has it

// Remarks about the talk, not of it: "(Laughter)", "[End of the recording]".
bool is_remark(std::string_view text) { return text.starts_with('(') || text.starts_with('['); }

// The paragraphs that go on with the turn of this block.
std::size_t last_block(const Report& report, std::size_t block) {
  std::size_t last = block;
  while (last + 1 < report.blocks.size() && report.blocks[last + 1].kind == BlockKind::paragraph &&
         !is_remark(report.text.view(report.blocks[last + 1].span)))
    ++last;
  return last;
}

}  // namespace

std::vector<Turn> find_turns(const Report& report, const std::vector<SentenceView>& sentences) {
  std::vector<Turn> turns;
  auto at = sentences.begin();
  for (std::size_t block = 0; block < report.blocks.size(); ++block) {
    if (report.blocks[block].kind != BlockKind::turn) continue;
    const Span span = report.blocks[block].span;
    const std::size_t colon = report.text.view(span).substr(0, kLongestLabel).find(':');
    if (colon == std::string_view::npos) continue;
    const auto label_end = static_cast<std::uint32_t>(span.begin + colon);
    at = std::partition_point(at, sentences.end(),
                              [&](const SentenceView& s) { return s.sentence().span.end <= label_end; });
    if (at == sentences.end() || at->sentence().span.begin >= label_end) continue;
    Turn turn;
    turn.sentence = at->number();
    std::uint32_t next = 0;
    for (; next < at->size() && at->word(next).span.begin <= label_end; ++next)
      if (at->word(next).span.end <= label_end) turn.label.push_back(next);
    if (turn.label.empty()) continue;
    const auto inside = [&](std::uint32_t i) {
      const auto up = at->head(i);
      return up && contains(turn.label, *up);
    };
    const auto head = std::find_if(turn.label.begin(), turn.label.end(),
                                   [&](std::uint32_t i) { return !at->is_punctuation(i) && !inside(i); });
    turn.head = head == turn.label.end() ? turn.label.back() : *head;
    const std::size_t last = last_block(report, block);
    const auto end = report.blocks[last].span.end;
    auto words = at;  // the first word behind the colon, which may stand in the next sentence
    while (words != sentences.end() && next >= words->size()) {
      ++words;
      next = 0;
    }
    if (words == sentences.end() || words->word(next).span.begin >= end) continue;
    turn.content = {words->word(next).span.begin, end};
    turn.asks = report.text.view(turn.content).ends_with('?');
    turns.push_back(std::move(turn));
    block = last;
  }
  return turns;
}

}  // namespace wireroom
