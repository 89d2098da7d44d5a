// The extent of a noun phrase and what stands before its head, from the tree where it helps and from the order of the
// words where the tree may err.
#pragma once

#include <cstdint>

#include "wireroom/mention.h"
#include "wireroom/sentence.h"

namespace wireroom {

// The first word of the phrase whose name or title begins at `start` and ends at `end`: articles, adjectives, nouns and
// possessors that hang on it. `keeps(i)` tells words that belong to it whatever the tree says.
template <typename Keeps>
[[nodiscard]] std::uint32_t left_edge(const Sentence& sentence, std::uint32_t start, std::uint32_t end,
                                      const Keeps& keeps);

// The fullest phrase of a head: without relative clauses, appositions and conjuncts, cut at commas behind the head.
[[nodiscard]] WordRange full_phrase(const Sentence& sentence, std::uint32_t number, std::uint32_t head);

// The word of first..last that hangs on none of the others.
[[nodiscard]] std::uint32_t head_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last);

// The word of a mention that ties it to the rest of its sentence: "Secretary" in "Secretary of State NAME", where the
// tree hangs the name on its title.
[[nodiscard]] std::uint32_t governed_word(const Sentence& sentence, const WordRange& words);

// Whether the word hangs, over any number of steps, on one of first..last.
[[nodiscard]] bool hangs_on(const Sentence& sentence, std::uint32_t word, std::uint32_t first, std::uint32_t last);

[[nodiscard]] bool is_hyphen(const Word& word);
// "Ex-president", "ex-Maltese".
[[nodiscard]] bool is_former(std::string_view form);
[[nodiscard]] bool is_possessive_mark(const Word& word);

// ---- inline

// No phrase begins with a preposition, a conjunction or an adverb that modifies no adjective ("then-", "newly
// elected").
[[nodiscard]] inline std::uint32_t without_function_words(const Sentence& sentence, std::uint32_t start,
                                                          std::uint32_t end) {
  for (; start < end; ++start) {
    const Word& word = sentence.words[start];
    const Word& next = sentence.words[start + 1];
    const bool adverb = word.upos == "ADV" && next.upos != "ADJ" && next.upos != "VERB" && !is_hyphen(next);
    const bool left_over = is_hyphen(word) || is_possessive_mark(word);
    if (word.upos != "ADP" && word.upos != "SCONJ" && word.upos != "CCONJ" && !adverb && !left_over) break;
  }
  return start;
}

template <typename Keeps>
std::uint32_t widest_left_edge(const Sentence& sentence, std::uint32_t start, std::uint32_t end, const Keeps& keeps) {
  while (start > 0) {
    const std::uint32_t at = start - 1;
    const Word& word = sentence.words[at];
    if (keeps(at)) {
      start = at;
      continue;
    }
    if (word.upos == "DET" && word.lemma != "no") return at;
    if (word.upos == "PRON") return word.relation == "nmod:poss" ? at : start;
    if (is_hyphen(word) || is_possessive_mark(word)) {
      if (at == 0 || (is_possessive_mark(word) && !hangs_on(sentence, at, start, end))) return start;
      start = at;
      continue;
    }
    const bool nominal = word.upos == "ADJ" || word.upos == "NOUN" || word.upos == "PROPN" || word.upos == "NUM";
    const bool modifier = (word.upos == "VERB" || word.upos == "ADV" || word.upos == "ADP" || word.upos == "X") &&
                          (word.relation == "amod" || word.relation == "advmod" || word.relation == "compound" ||
                           word.relation == "case");
    if (!nominal && !modifier) return start;
    if (!hangs_on(sentence, at, start, end)) return start;
    if (word.relation == "case") {  // "Bank of Canada chief": inside a name; "in Kenya's capital": before the phrase
      if (word.head < 0 || static_cast<std::uint32_t>(word.head) >= end || at == 0) return start;
      const Word& before = sentence.words[at - 1];
      if (before.upos != "PROPN" && before.upos != "NOUN") return start;
    }
    start = at;
  }
  return start;
}

template <typename Keeps>
std::uint32_t left_edge(const Sentence& sentence, std::uint32_t start, std::uint32_t end, const Keeps& keeps) {
  return without_function_words(sentence, widest_left_edge(sentence, start, end, keeps), start);
}

}  // namespace wireroom
