#include "parse/letter_case.h"

#include <algorithm>

#include "base/unicode.h"

namespace wireroom {
namespace {

// Of the longer words so many of ten stand in capitals where the sentence does.
constexpr std::size_t kMostOfTen = 7;
constexpr std::size_t kLonger = 4;       // letters of a word that is counted
constexpr std::size_t kFewestWords = 3;  // fewer may be acronyms

bool in_capitals(const Sentence& sentence) {
  std::size_t capitals = 0, words = 0;
  for (const Word& word : sentence.words) {
    if (word.form.size() < kLonger) continue;
    ++words;
    capitals += is_capitals(word.form);
  }
  return words >= kFewestWords && capitals * 10 > words * kMostOfTen;
}

bool is_function_word(const Word& word) {
  constexpr std::string_view kTags[] = {"ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PRON"};
  return std::find(std::begin(kTags), std::end(kTags), word.upos) != std::end(kTags);
}

// "FMLN", "U.S.", and what stands alone in brackets behind the name that it shortens.
bool is_acronym(const std::vector<Word>& words, std::size_t i) {
  const std::string& form = words[i].form;
  if (form.find('.') != std::string::npos) return true;
  const bool bracketed = i > 0 && i + 1 < words.size() && words[i - 1].form == "(" && words[i + 1].form == ")";
  return bracketed || form.size() < kLonger || form.find_first_of("AEIOUY") == std::string::npos;
}

bool names_something(const Word& word) {
  if (is_function_word(word)) return false;
  return word.name != NameType::none || word.upos == "PROPN" || begins_upper(word.lemma);
}

// "FRANK-WALTER", "O'BRIEN": a capital also behind a hyphen and behind the apostrophe of one letter.
std::string with_capitals(std::string_view form) {
  const std::string small = lower(form);
  std::string out;
  for (std::size_t begin = 0; begin < small.size();) {
    std::size_t end = small.find_first_of("-'", begin);
    if (end != std::string::npos && small[end] == '\'' && end - begin != 1) end = small.find('-', end);
    end = end == std::string::npos ? small.size() : end + 1;
    out += upper_first(std::string_view(small).substr(begin, end - begin));
    begin = end;
  }
  return out;
}

std::string restored(const std::vector<Word>& words, std::size_t i) {
  const Word& word = words[i];
  if (names_something(word)) {
    const std::string& lemma = word.lemma;
    if (begins_upper(lemma) && !is_capitals(lemma) && lower(lemma) == lower(word.form)) return lemma;
    return is_acronym(words, i) ? word.form : with_capitals(word.form);
  }
  const bool first = i == 0 || word.form == "I";
  return first ? upper_first(lower(word.form)) : lower(word.form);
}

}  // namespace

void restore_case(Sentence& sentence) {
  if (!in_capitals(sentence)) return;
  std::vector<std::string> forms;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) forms.push_back(restored(sentence.words, i));
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Word& word = sentence.words[i];
    if (word.form == forms[i]) continue;
    word.printed = std::move(word.form);
    word.form = std::move(forms[i]);
  }
}

}  // namespace wireroom
