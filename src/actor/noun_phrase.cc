#include "actor/noun_phrase.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 15> kInside = {"det",           "amod",       "compound", "nmod",   "nmod:poss",
                                                      "nmod:desc",     "nummod",     "flat",     "fixed",  "goeswith",
                                                      "nmod:unmarked", "det:predet", "case",     "advmod", "punct"};

}  // namespace

bool is_hyphen(const Word& word) { return word.form == "-" || word.form == "‐" || word.form == "‑"; }
bool is_former(std::string_view form) {
  return form.size() > 4 && (form.starts_with("ex-") || form.starts_with("Ex-"));
}
bool is_possessive_mark(const Word& word) {
  return word.upos == "PART" && (word.form == "'s" || word.form == "’s" || word.form == "'" || word.form == "’");
}

bool hangs_on(const Sentence& sentence, std::uint32_t word, std::uint32_t first, std::uint32_t last) {
  std::int32_t at = sentence.words[word].head;
  for (int steps = 0; at >= 0 && steps < 12; ++steps) {
    const auto head = static_cast<std::uint32_t>(at);
    if (first <= head && head <= last) return true;
    at = sentence.words[head].head;
  }
  return false;
}

std::uint32_t governed_word(const Sentence& sentence, const WordRange& words) {
  std::uint32_t at = words.head;
  for (std::uint32_t steps = words.first; steps <= words.last; ++steps) {
    const std::int32_t up = sentence.words[at].head;
    if (up < static_cast<std::int32_t>(words.first) || up > static_cast<std::int32_t>(words.last)) break;
    at = static_cast<std::uint32_t>(up);
  }
  return at;
}

std::uint32_t head_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t at = last + 1; at-- > first;) {
    const std::int32_t head = sentence.words[at].head;
    if ((head < static_cast<std::int32_t>(first) || head > static_cast<std::int32_t>(last)) &&
        sentence.words[at].upos != "PUNCT" && !is_possessive_mark(sentence.words[at]))
      return at;
  }
  return last;
}

WordRange full_phrase(const Sentence& sentence, std::uint32_t number, std::uint32_t head) {
  WordRange range{number, head, head, head};
  std::vector<std::uint32_t> open{head};
  for (std::size_t done = 0; done < open.size() && open.size() < 200; ++done) {
    const std::uint32_t word = open[done];
    for (std::uint32_t i = sentence.child_begin[word]; i < sentence.child_begin[word + 1]; ++i) {
      const std::uint32_t child = sentence.child_list[i];
      const std::string_view relation = sentence.words[child].relation;
      if (std::find(kInside.begin(), kInside.end(), relation) == kInside.end() &&
          !(word != head && (relation == "conj" || relation == "cc")))
        continue;
      if (word == head && (relation == "case" || relation == "advmod" || relation == "punct") &&
          (child > head || relation != "advmod"))
        continue;
      open.push_back(child);
      range.first = std::min(range.first, child);
      range.last = std::max(range.last, child);
    }
  }
  for (std::uint32_t at = head + 1; at <= range.last; ++at)
    if (sentence.words[at].form == "," || sentence.words[at].form == "(" || sentence.words[at].form == "\"" ||
        sentence.words[at].form == "—")
      range.last = at - 1;
  for (std::uint32_t at = head; at-- > range.first;)
    if (sentence.words[at].form == "\"" || sentence.words[at].form == "(" || sentence.words[at].form == "—")
      range.first = at + 1;
  const auto edge = [&](std::uint32_t at) {
    const Word& word = sentence.words[at];
    return at != head && (word.upos == "PUNCT" || word.upos == "CCONJ" || word.upos == "SCONJ" ||
                          ((word.upos == "ADP" || word.upos == "ADV" || word.relation == "case") && at < head) ||
                          is_possessive_mark(word));
  };
  while (range.first < head && edge(range.first)) ++range.first;
  while (range.last > head && edge(range.last)) --range.last;
  return range;
}

}  // namespace wireroom
