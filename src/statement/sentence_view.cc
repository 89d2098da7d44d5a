#include "statement/sentence_view.h"

#include <algorithm>

#include "base/unicode.h"

namespace wireroom {

bool among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool contains(const Words& words, std::uint32_t i) { return std::binary_search(words.begin(), words.end(), i); }

SentenceView::SentenceView(const Coded& coded, std::uint32_t sentence, const std::vector<Quotation>& quotations)
    : sentence_(&coded.parse.sentences[sentence]), number_(sentence) {
  forms_.reserve(size());
  quoted_.reserve(size());
  auto at = std::partition_point(quotations.begin(), quotations.end(),
                                 [&](const Quotation& q) { return q.outer.end <= sentence_->span.begin; });
  for (const Word& word : sentence_->words) {
    forms_.push_back(lower(word.form));
    while (at != quotations.end() && at->outer.end <= word.span.begin) ++at;
    const bool inside = at != quotations.end() && at->outer.begin <= word.span.begin && word.span.begin < at->outer.end;
    quoted_.push_back(inside ? static_cast<std::int32_t>(at - quotations.begin()) : -1);
  }
  const auto begins_small = [&](std::uint32_t i) { return !is_punctuation(i) && !begins_upper(word(i).form); };
  std::uint32_t small = 0, all = 0;
  for (std::uint32_t i = 0; i < size(); ++i) {
    small += begins_small(i);
    all += !is_punctuation(i);
  }
  running_text_ = 2 * small > all;
}

bool SentenceView::printed_as_name(std::uint32_t i) const {
  return running_text_ && i > 0 && begins_upper(word(i).form) && !is_punctuation(i - 1) && quoted_[i] == quoted_[i - 1];
}

bool SentenceView::all_quoted() const {
  bool any = false;
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (is_punctuation(i)) continue;
    if (quoted_[i] < 0) return false;
    any = true;
  }
  return any;
}

std::string_view SentenceView::base_relation(std::uint32_t i) const {
  const std::string_view whole = relation(i);
  return whole.substr(0, whole.find(':'));
}

Words SentenceView::children(std::uint32_t i) const {
  const auto& s = *sentence_;
  if (s.child_begin.size() <= i + 1) return {};
  return Words(s.child_list.begin() + s.child_begin[i], s.child_list.begin() + s.child_begin[i + 1]);
}

std::optional<std::uint32_t> SentenceView::child(std::uint32_t i, std::string_view base) const {
  for (std::uint32_t c : children(i))
    if (base_relation(c) == base) return c;
  return std::nullopt;
}

bool SentenceView::has_child_form(std::uint32_t i, std::string_view form) const {
  for (std::uint32_t c : children(i))
    if (forms_[c] == form) return true;
  return false;
}

bool SentenceView::has_feature(std::uint32_t i, std::string_view feature) const {
  const std::string_view feats = word(i).feats;
  for (std::size_t at = feats.find(feature); at != std::string_view::npos; at = feats.find(feature, at + 1)) {
    const std::size_t end = at + feature.size();
    if ((at == 0 || feats[at - 1] == '|') && (end == feats.size() || feats[end] == '|')) return true;
  }
  return false;
}

bool SentenceView::is_nominal(std::uint32_t i) const {
  const std::string_view upos = word(i).upos;
  return upos == "NOUN" || upos == "PROPN" || upos == "PRON" || upos == "NUM";
}

bool SentenceView::is_passive(std::uint32_t i) const {
  for (std::uint32_t c : children(i))
    if (relation(c) == "aux:pass" || relation(c) == "nsubj:pass" || relation(c) == "obl:agent") return true;
  // "criticised by many", "asked about it": a participle behind its noun or beside the clause
  return (relation(i) == "acl" || relation(i) == "advcl") && word(i).xpos == "VBN" && !child(i, "aux");
}

std::string_view SentenceView::preposition(std::uint32_t i) const {
  for (std::uint32_t c : children(i))
    if (base_relation(c) == "case" && c < i) return forms_[c];
  return {};
}

Words SentenceView::subtree(std::uint32_t root, const Words& without) const {
  Words result, stack{root};
  while (!stack.empty() && result.size() <= size()) {
    const std::uint32_t at = stack.back();
    stack.pop_back();
    if (std::find(without.begin(), without.end(), at) != without.end()) continue;
    result.push_back(at);
    for (std::uint32_t c : children(at)) stack.push_back(c);
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::optional<std::uint32_t> SentenceView::head(std::uint32_t i) const {
  const std::int32_t h = word(i).head;
  if (h < 0 || static_cast<std::uint32_t>(h) >= size()) return std::nullopt;
  return static_cast<std::uint32_t>(h);
}

bool SentenceView::below(std::uint32_t i, std::uint32_t ancestor) const {
  for (std::uint32_t steps = 0; steps <= size(); ++steps) {
    if (i == ancestor) return true;
    const auto up = head(i);
    if (!up) return false;
    i = *up;
  }
  return false;
}

}  // namespace wireroom
