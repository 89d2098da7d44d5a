#include "quantity/counted_noun.h"

#include <string_view>

namespace wireroom {
namespace {

// Is the word marked by this preposition?
bool has_case(const Sentence& sentence, std::uint32_t word, std::string_view lemma) {
  for (std::uint32_t c = sentence.child_begin[word]; c < sentence.child_begin[word + 1]; ++c) {
    const Word& child = sentence.words[sentence.child_list[c]];
    if (child.relation == "case" && child.form == lemma) return true;
  }
  return false;
}

}  // namespace

std::optional<std::uint32_t> counted_noun(const Sentence& sentence, std::size_t k, std::size_t end) {
  for (std::size_t i = k; i < end && i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (word.head < 0) continue;
    const auto head = static_cast<std::uint32_t>(word.head);
    if (head >= k && head < end) continue;
    if (word.relation.substr(0, 6) == "nummod" && head >= end) return head;
    if ((word.relation == "compound" || word.relation == "amod") && head >= end && sentence.words[head].upos == "NOUN")
      return head;
  }
  // A tree that went astray: the plural right behind the number, adjectives between.
  std::size_t next = end;
  while (next < sentence.words.size() && next < end + 2 && sentence.words[next].upos == "ADJ") ++next;
  if (next < sentence.words.size() && sentence.words[next].xpos == "NNS" && sentence.words[k].upos == "NUM")
    return static_cast<std::uint32_t>(next);
  // "82 of the passengers", "dozens of people"
  for (std::size_t i = k; i < end && i < sentence.words.size(); ++i)
    for (std::uint32_t c = sentence.child_begin[i]; c < sentence.child_begin[i + 1]; ++c) {
      const std::uint32_t child = sentence.child_list[c];
      if (child >= end && sentence.words[child].relation == "nmod" && has_case(sentence, child, "of")) return child;
    }
  return std::nullopt;
}

Span noun_span(const Sentence& sentence, std::uint32_t noun, std::size_t from) {
  std::size_t first = noun;
  while (first > from && sentence.words[first - 1].upos != "ADP" && sentence.words[first - 1].upos != "PUNCT" &&
         sentence.words[first - 1].upos != "DET")
    --first;
  std::size_t last = noun;  // "aid workers": flat and compound parts to the right
  while (last + 1 < sentence.words.size() && sentence.words[last + 1].head == static_cast<std::int32_t>(noun) &&
         (sentence.words[last + 1].relation == "flat" || sentence.words[last + 1].relation == "compound"))
    ++last;
  return {sentence.words[first].span.begin, sentence.words[last].span.end};
}

}  // namespace wireroom
