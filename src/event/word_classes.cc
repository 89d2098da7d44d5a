#include "event/word_classes.h"

#include <algorithm>

#include "base/table.h"

namespace wireroom {

bool holds(const Lemmas& lemmas, std::string_view lemma) {
  return std::binary_search(lemmas.begin(), lemmas.end(), lemma);
}

Result<WordClasses> WordClasses::read(std::string file, std::string_view bytes) {
  WIREROOM_TRY(table, Table::read(std::move(file), bytes, {"class", "lemmas"}));
  WordClasses classes;
  for (const Table::Row& row : table.rows()) {
    Lemmas& lemmas = classes.classes_[std::string(row["class"])];
    std::string_view rest = row["lemmas"];
    while (!rest.empty()) {
      const std::size_t blank = std::min(rest.find(' '), rest.size());
      const std::string_view word = rest.substr(0, blank);
      rest.remove_prefix(std::min(blank + 1, rest.size()));
      if (word.empty()) continue;
      if (word[0] != '@') {
        lemmas.emplace_back(word);
        continue;
      }
      const Lemmas* other = classes.find(word.substr(1));
      if (other == nullptr)
        return Error{ErrorKind::data, row.place() + ": there is no class " + std::string(word) +
                                          " above this line; define it first or mend the name"};
      lemmas.insert(lemmas.end(), other->begin(), other->end());
    }
    std::sort(lemmas.begin(), lemmas.end());
    lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
  }
  return classes;
}

const Lemmas* WordClasses::find(std::string_view name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? nullptr : &found->second;
}

bool WordClasses::in(std::string_view name, std::string_view lemma) const {
  const Lemmas* lemmas = find(name);
  return lemmas != nullptr && holds(*lemmas, lemma);
}

}  // namespace wireroom
