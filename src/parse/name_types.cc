#include "parse/name_types.h"

#include <algorithm>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

constexpr std::size_t kMostGroupWords = 3;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

// "RUSSIAN" -> "Russian"; other forms, and short ones, which may be abbreviations, stay.
std::string title_case(std::string_view form) {
  std::string result(form);
  if (form.size() < 4 || !std::all_of(form.begin(), form.end(), is_upper)) return result;
  std::transform(result.begin() + 1, result.end(), result.begin() + 1, lower);
  return result;
}

std::string lower_case(std::string_view form) {
  std::string result(form);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

// The words from begin to end as printed, blanks where the text has them.
std::string joined(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::string result;
  for (std::size_t i = begin; i < end; ++i) {
    result += title_case(words[i].form);
    if (i + 1 < end && words[i].space_after) result += ' ';
  }
  return result;
}

// One past the last word of the name that begins at `begin`.
std::size_t name_end(const std::vector<Word>& words, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < words.size() && words[end].name == words[begin].name && !words[end].name_begins) ++end;
  return end;
}

bool is_inside(const Word& word) { return word.name != NameType::none && !word.name_begins; }

// "Moon Jae-in": the encoder may read the piece behind the hyphen as the word that it looks like.
void join_hyphened_names(std::vector<Word>& words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i)
    if (words[i].name == NameType::PER && !words[i].space_after && words[i + 1].form == "-" &&
        !words[i + 1].space_after && words[i + 2].name == NameType::none && words[i + 2].form[0] >= 'a' &&
        words[i + 2].form[0] <= 'z') {
      words[i + 1].name = words[i + 2].name = NameType::PER;
      words[i + 1].name_begins = words[i + 2].name_begins = false;
    }
}

}  // namespace

Result<NameTypes> NameTypes::load() {
  NameTypes types;
  const Status countries = types.read_countries();
  if (!countries) return countries.error();
  const Status places = types.read_places();
  if (!places) return places.error();
  return types;
}

void NameTypes::add_group(std::string_view name) {
  groups_.emplace(name);
  const std::size_t blank = name.find(' ');
  if (blank != std::string_view::npos) group_beginnings_.emplace(name.substr(0, blank));
}

Status NameTypes::read_countries() {
  WIREROOM_TRY(bytes, asset("data/countries.tsv"));
  WIREROOM_TRY(table, Table::read("data/countries.tsv", bytes, {"name", "other_names", "adjectives", "demonyms"}));
  for (const Table::Row& row : table.rows()) {
    // "U.S." stands among the adjectives, but is the country.
    std::vector<std::string_view> names = row.list("other_names");
    names.push_back(row["name"]);
    for (const char* column : {"adjectives", "demonyms"})
      for (const std::string_view word : row.list(column))
        if (std::find(names.begin(), names.end(), word) == names.end() && word.find('.') == std::string_view::npos)
          add_group(word);
  }
  WIREROOM_TRY(group_bytes, asset("data/parse/norp.tsv"));
  WIREROOM_TRY(groups, Table::read("data/parse/norp.tsv", group_bytes, {"name", "kind"}));
  for (const Table::Row& row : groups.rows()) add_group(row["name"]);
  return Done{};
}

Status NameTypes::read_places() {
  WIREROOM_TRY(bytes, asset("data/places/regions.tsv"));
  WIREROOM_TRY(regions,
               Table::read("data/places/regions.tsv", bytes, {"name", "other_names", "adjectives", "kind", "country"}));
  for (const Table::Row& row : regions.rows()) {
    for (const std::string_view word : row.list("adjectives")) add_group(word);
    const std::string_view kind = row["kind"];
    if (kind == "city" || (kind == "region" && !row["country"].empty())) continue;
    lands_.emplace(row["name"]);
    for (const std::string_view word : row.list("other_names")) lands_.emplace(word);
  }
  WIREROOM_TRY(noun_bytes, asset("data/places/class_nouns.tsv"));
  WIREROOM_TRY(nouns, Table::read("data/places/class_nouns.tsv", noun_bytes, {"noun", "kind"}));
  for (const Table::Row& row : nouns.rows())
    if (row["kind"] == "land" || row["kind"] == "water" || row["kind"] == "facility") land_nouns_.emplace(row["noun"]);
  WIREROOM_TRY(more_bytes, asset("data/parse/land_nouns.tsv"));
  WIREROOM_TRY(more, Table::read("data/parse/land_nouns.tsv", more_bytes, {"noun"}));
  for (const Table::Row& row : more.rows()) land_nouns_.emplace(row["noun"]);
  return Done{};
}

bool NameTypes::is_land(const std::vector<Word>& words, std::size_t begin, std::size_t end) const {
  if (lands_.contains(joined(words, begin, end))) return true;
  if (end - begin < 2) return false;
  // "Mount Sinai", "Lake Chad", "Tahrir Square"; not "Gulf" alone, which the table above knows.
  return land_nouns_.contains(lower_case(words[begin].form)) || land_nouns_.contains(lower_case(words[end - 1].form));
}

// One past the longest name of a group that begins at `begin`; `begin` if there is none.
std::size_t NameTypes::group_end(const std::vector<Word>& words, std::size_t begin) const {
  const Word& first = words[begin];
  if (first.form.empty() || is_inside(first)) return begin;
  const auto begins_group = [&](const std::string& form) {
    return groups_.contains(form) || group_beginnings_.contains(form);
  };
  if (!begins_group(title_case(first.form))) return begin;
  for (std::size_t size = std::min(kMostGroupWords, words.size() - begin); size > 0; --size) {
    const std::size_t end = begin + size;
    if (end < words.size() && is_inside(words[end])) continue;  // it would cut a name in two
    if (groups_.contains(joined(words, begin, end))) return end;
  }
  return begin;
}

void NameTypes::refine(Sentence& sentence) const {
  std::vector<Word>& words = sentence.words;
  join_hyphened_names(words);
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t group = group_end(words, begin);
    const Word& last = words[group > begin ? group - 1 : begin];
    const bool noun_or_adjective = last.upos == "ADJ" || last.upos == "PROPN" || last.upos == "NOUN";
    const bool person =
        words[begin].name == NameType::PER && last.upos != "ADJ";  // a first name: "German Galushchenko"
    if (group > begin && noun_or_adjective && !person) {
      for (std::size_t i = begin; i < group; ++i) words[i].name = NameType::NORP, words[i].name_begins = i == begin;
      begin = group;
      continue;
    }
    if (words[begin].name == NameType::none) {
      ++begin;
      continue;
    }
    const std::size_t end = name_end(words, begin);
    if (words[begin].name == NameType::LOC && !is_land(words, begin, end))
      for (std::size_t i = begin; i < end; ++i) words[i].name = NameType::GPE;
    begin = end;
  }
}

}  // namespace wireroom
