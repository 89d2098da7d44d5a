#include "statement/tagged.h"

namespace wireroom {

bool has_tags(const SentenceView& s) {
  for (std::uint32_t i = 0; i < s.size(); ++i)
    if (s.word(i).attribution.score > 0) return true;
  return false;
}

std::vector<TaggedAttribution> tagged_attributions(const SentenceView& s) {
  std::vector<TaggedAttribution> found;
  if (!has_tags(s)) return found;
  std::vector<std::int32_t> by_cue(s.size(), -1);  // attribution of each cue's first word
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    const WordAttribution& tag = s.word(i).attribution;
    if (tag.role != AttributionRole::cue) continue;
    const bool goes_on = !tag.begins && !found.empty() && found.back().cue.back() + 1 == i;
    if (!goes_on) {
      by_cue[i] = static_cast<std::int32_t>(found.size());
      found.emplace_back();
    }
    found.back().cue.push_back(i);
    found.back().cue_score += static_cast<double>(tag.score);
  }
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    const WordAttribution& tag = s.word(i).attribution;
    if (tag.cue < 0 || static_cast<std::uint32_t>(tag.cue) >= s.size()) continue;
    const std::int32_t number = by_cue[static_cast<std::uint32_t>(tag.cue)];
    if (number < 0) continue;
    TaggedAttribution& one = found[static_cast<std::size_t>(number)];
    const double score = static_cast<double>(tag.score) * static_cast<double>(tag.cue_score);
    if (tag.role == AttributionRole::source) {
      one.source.push_back(i);
      one.source_score += score;
    } else if (tag.role == AttributionRole::content) {
      one.content.push_back(i);
      one.content_score += score;
    }
  }
  for (TaggedAttribution& one : found) {
    one.cue_score /= static_cast<double>(one.cue.size());
    if (!one.source.empty()) one.source_score /= static_cast<double>(one.source.size());
    if (!one.content.empty()) one.content_score /= static_cast<double>(one.content.size());
  }
  return found;
}

}  // namespace wireroom
