#include "event/lemma_book.h"

#include <array>

#include "base/table.h"

namespace wireroom {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

struct Ending {
  std::string_view ending, instead;
  bool doubled = false;  // "stopped": one of the two consonants goes, too
};
constexpr std::array<Ending, 11> kVerbEndings = {{{"ied", "y"},
                                                  {"ying", "y"},
                                                  {"ed", ""},
                                                  {"ed", "e"},
                                                  {"ed", "", true},
                                                  {"ing", ""},
                                                  {"ing", "e"},
                                                  {"ing", "", true},
                                                  {"ies", "y"},
                                                  {"es", ""},
                                                  {"s", ""}}};
constexpr std::array<Ending, 3> kNounEndings = {{{"ies", "y"}, {"es", ""}, {"s", ""}}};

}  // namespace

Result<LemmaBook> LemmaBook::read(std::string file, std::string_view bytes) {
  WIREROOM_TRY(table, Table::read(std::move(file), bytes, {"form", "of", "lemma"}));
  LemmaBook book;
  for (const Table::Row& row : table.rows())
    (row["of"] == "verb" ? book.verbs_ : book.nouns_)[std::string(row["form"])] = row["lemma"];
  return book;
}

std::string LemmaBook::lemma(const Word& word) const {
  std::string given = lower(word.lemma.empty() ? word.form : word.lemma);
  const bool verb = word.upos == "VERB", noun = word.upos == "NOUN" || word.upos == "PROPN";
  if (!verb && !noun) return given;
  const auto& known = verb ? known_verbs_ : known_nouns_;
  const auto knows = [&](std::string_view lemma) { return known.find(lemma) != known.end(); };
  const std::string form = lower(word.form);
  const auto& irregular = verb ? verbs_ : nouns_;
  if (const auto found = irregular.find(form); found != irregular.end() && knows(found->second)) return found->second;
  if (knows(given)) return given;
  if (knows(form)) return form;
  const auto strip = [&](const Ending& ending) -> std::string {
    if (form.size() < ending.ending.size() + 2 || !form.ends_with(ending.ending)) return {};
    std::string stem = form.substr(0, form.size() - ending.ending.size());
    if (ending.doubled) {
      if (stem.size() < 3 || stem[stem.size() - 1] != stem[stem.size() - 2]) return {};
      stem.pop_back();
    }
    return stem.append(ending.instead);
  };
  if (verb) {
    for (const Ending& ending : kVerbEndings)
      if (std::string stem = strip(ending); knows(stem)) return stem;
  } else {
    for (const Ending& ending : kNounEndings)
      if (std::string stem = strip(ending); knows(stem)) return stem;
  }
  return given;
}

std::string LemmaBook::joined(const Word& before, const Word& after, bool verb) const {
  const auto& known = verb ? known_verbs_ : known_nouns_;
  Word whole = after;
  whole.upos = verb ? "VERB" : "NOUN";
  for (const std::string_view hyphen : {"-", ""}) {
    whole.form = lower(before.form).append(hyphen).append(lower(after.form));
    whole.lemma = lower(before.form).append(hyphen).append(lower(after.lemma.empty() ? after.form : after.lemma));
    if (std::string found = lemma(whole); known.find(found) != known.end()) return found;
  }
  return {};
}

}  // namespace wireroom
