#include "join/doers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/assets.h"
#include "base/table.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 30> kWho = {
    "he",   "she",  "they",    "him",     "her",      "them",      "who",     "whom",   "we",    "us",
    "i",    "me",   "you",     "someone", "somebody", "everyone",  "anybody", "anyone", "those", "others",
    "many", "most", "several", "some",    "both",     "everybody", "whoever", "few",    "all",   "other"};

// Words that count: what is counted stands behind "of".
constexpr std::array<std::string_view, 22> kCounting = {
    "dozen", "hundred", "thousand", "ten",     "score",  "million", "number",  "majority",
    "rest",  "half",    "third",    "handful", "most",   "part",    "percent", "quarter",
    "kind",  "couple",  "variety",  "series",  "string", "lot"};

constexpr std::array<std::string_view, 6> kGroups = {"group", "crowd", "band", "member", "mob", "gang"};

template <typename List>
bool in(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "dozens of residents": the head of what stands behind "of".
std::optional<std::uint32_t> counted(const Sentence& sentence, std::uint32_t head) {
  for (std::uint32_t i = sentence.child_begin[head]; i < sentence.child_begin[head + 1]; ++i) {
    const std::uint32_t child = sentence.child_list[i];
    if (sentence.words[child].relation != "nmod") continue;
    for (std::uint32_t k = sentence.child_begin[child]; k < sentence.child_begin[child + 1]; ++k)
      if (sentence.words[sentence.child_list[k]].lemma == "of") return child;
  }
  return std::nullopt;
}

// "No group claimed the attack"
bool denied(const Sentence& sentence, std::uint32_t head) {
  for (std::uint32_t i = sentence.child_begin[head]; i < sentence.child_begin[head + 1]; ++i)
    if (sentence.words[sentence.child_list[i]].lemma == "no") return true;
  return false;
}

}  // namespace

Result<Doers> Doers::load() {
  Doers doers;
  WIREROOM_TRY(bytes, asset("data/actors/doer_nouns.tsv"));
  WIREROOM_TRY(table, Table::read("data/actors/doer_nouns.tsv", bytes, {"noun", "kind"}));
  for (const Table::Row& row : table.rows()) {
    doers.nouns_.emplace(row["noun"]);
    if (row["kind"] == "guest") doers.guests_.emplace(row["noun"]);
  }
  WIREROOM_TRY(title_bytes, asset("data/actors/titles.tsv"));
  WIREROOM_TRY(titles, Table::read("data/actors/titles.tsv", title_bytes, {"words", "kind", "flags"}));
  for (const Table::Row& row : titles.rows()) {
    if (row["kind"] != "person") continue;  // "lower house" makes no doer of a house; bodies stand in doer_nouns.tsv
    for (const std::string_view words : row.list("words")) {
      const std::size_t blank = words.rfind(' ');
      doers.nouns_.emplace(blank == std::string_view::npos ? words : words.substr(blank + 1));
    }
  }
  return doers;
}

bool Doers::known(std::string_view noun) const {
  if (nouns_.contains(std::string(noun))) return true;
  const std::size_t hyphen = noun.rfind('-');
  return hyphen != std::string_view::npos && nouns_.contains(std::string(noun.substr(hyphen + 1)));
}

bool Doers::noun_is_doer(const Word& word) const {
  switch (word.name) {
    case NameType::PER:
    case NameType::ORG:
    case NameType::NORP:
      return true;
    case NameType::GPE:
    case NameType::LOC:
      return false;
    default:
      break;
  }
  if (known(lower(word.lemma)) || known(lower(word.form))) return true;
  // A name that the recogniser does not know; not "T4".
  const bool letters = std::none_of(word.form.begin(), word.form.end(), [](char c) { return c >= '0' && c <= '9'; });
  return word.upos == "PROPN" && word.name == NameType::none && letters;
}

bool Doers::is_doer(const Sentence& sentence, std::uint32_t head) const {
  if (head >= sentence.words.size()) return false;
  for (int steps = 0; steps < 3; ++steps) {
    const Word& word = sentence.words[head];
    const std::string lemma = lower(word.lemma), form = lower(word.form);
    if (denied(sentence, head)) return false;
    const auto of = counted(sentence, head);
    const bool counts = word.upos == "NUM" || in(kCounting, lemma) || (word.upos != "NOUN" && word.upos != "PROPN");
    if (of && counts) {
      head = *of;
      continue;
    }
    if (word.upos == "PRON" || word.upos == "DET") return in(kWho, form);
    if (word.upos == "NUM") return word.name == NameType::none;
    if (word.upos == "ADJ") return known(lemma) || in(kWho, form) || word.name == NameType::NORP;
    if (in(kCounting, lemma)) return true;  // "hundreds fled"
    return noun_is_doer(word);
  }
  return false;
}

// The word that says who they are: "residents" of "dozens of residents".
std::uint32_t Doers::who(const Sentence& sentence, std::uint32_t head) const {
  for (int steps = 0; steps < 3; ++steps) {
    const Word& word = sentence.words[head];
    const auto of = counted(sentence, head);
    if (!of || (word.upos != "NUM" && !in(kCounting, lower(word.lemma)) && !in(kGroups, lower(word.lemma)))) break;
    head = *of;
  }
  return head;
}

bool Doers::is_local(const Sentence& sentence, std::uint32_t head) const {
  if (head >= sentence.words.size() || denied(sentence, head)) return false;
  const Word& word = sentence.words[who(sentence, head)];
  if (word.upos == "NUM") return word.name == NameType::none;
  if (word.upos != "NOUN" || word.name != NameType::none) return false;
  const std::string lemma = lower(word.lemma);
  return known(lemma) && !guests_.contains(lemma);
}

}  // namespace wireroom
