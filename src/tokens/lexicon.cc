#include "tokens/lexicon.h"

#include "base/assets.h"
#include "base/table.h"
#include "tokens/characters.h"

namespace wireroom {
namespace {

std::string folded_copy(std::string_view word) {
  std::string out;
  fold(word, out);
  return out;
}

Result<Table> read_tokens_table(const std::string& path, std::initializer_list<std::string_view> columns) {
  WIREROOM_TRY(bytes, asset(path));
  return Table::read(path, bytes, columns);
}

Error wrong(const Table::Row& row, const std::string& what) { return {ErrorKind::data, row.place() + ": " + what}; }

// "du+n+no": code points before each word but the first.
std::vector<std::uint32_t> cuts(std::string_view words) {
  std::vector<std::uint32_t> out;
  std::uint32_t points = 0;
  for (std::size_t at = 0; at < words.size();) {
    const Character character = character_at(words, at);
    if (character.point == U'+') {
      out.push_back(points);
    } else {
      ++points;
    }
    at += character.size;
  }
  return out;
}

bool all_capitals(std::string_view word) {
  bool letters = false;
  for (std::size_t at = 0; at < word.size();) {
    const Character character = character_at(word, at);
    if (character.kind == CharacterKind::lower) return false;
    letters = letters || character.kind == CharacterKind::upper;
    at += character.size;
  }
  return letters;
}

}  // namespace

Result<Lexicon::Words> Lexicon::read_words(const std::string& path, std::string_view column, bool folded) {
  WIREROOM_TRY(table, read_tokens_table(path, {column}));
  Words words;
  for (const Table::Row& row : table.rows()) {
    words.insert(folded ? folded_copy(row[column]) : std::string(row[column]));
  }
  return words;
}

Result<Lexicon> Lexicon::load() {
  Lexicon lexicon;
  WIREROOM_TRY(abbreviations, read_tokens_table("data/tokens/abbreviations.tsv", {"abbreviation", "follows", "exact"}));
  for (const Table::Row& row : abbreviations.rows()) {
    Abbreviation entry{Follows::any, row["exact"] == "yes", std::string(row["abbreviation"])};
    if (row["follows"] == "name") {
      entry.follows = Follows::name;
    } else if (row["follows"] == "number") {
      entry.follows = Follows::number;
    } else if (row["follows"] == "end") {
      entry.follows = Follows::end;
    } else if (row["follows"] != "any") {
      return wrong(row, "`follows` must be name, number, any or end");
    }
    lexicon.abbreviations_.insert_or_assign(folded_copy(row["abbreviation"]), std::move(entry));
  }
  WIREROOM_TRY(contractions, read_tokens_table("data/tokens/contractions.tsv", {"contraction", "words"}));
  for (const Table::Row& row : contractions.rows()) {
    std::vector<std::uint32_t> at = cuts(row["words"]);
    if (at.empty()) return wrong(row, "`words` needs a + between the words");
    lexicon.contractions_.insert_or_assign(folded_copy(row["contraction"]), std::move(at));
  }
  WIREROOM_TRY(units, read_tokens_table("data/tokens/units.tsv", {"unit", "after"}));
  for (const Table::Row& row : units.rows()) {
    lexicon.units_.insert_or_assign(std::string(row["unit"]), row["after"] == "money");
  }
  WIREROOM_TRY(openers, read_tokens_table("data/tokens/openers.tsv", {"word", "capitals"}));
  for (const Table::Row& row : openers.rows()) {
    lexicon.openers_.insert_or_assign(folded_copy(row["word"]), row["capitals"] == "yes");
  }
  WIREROOM_TRY(clitics, read_words("data/tokens/clitics.tsv", "clitic", true));
  WIREROOM_TRY(prefixes, read_words("data/tokens/prefixes.tsv", "prefix", true));
  WIREROOM_TRY(joined, read_words("data/tokens/joined.tsv", "form", true));
  WIREROOM_TRY(domains, read_words("data/tokens/domains.tsv", "domain", true));
  WIREROOM_TRY(emoticons, read_words("data/tokens/emoticons.tsv", "emoticon", false));
  WIREROOM_TRY(cues, read_words("data/tokens/cues.tsv", "cue", true));
  lexicon.cues_ = std::move(cues);
  WIREROOM_TRY(closings, read_words("data/tokens/closings.tsv", "closing", true));
  lexicon.closings_ = std::move(closings);
  lexicon.clitics_ = std::move(clitics);
  lexicon.prefixes_ = std::move(prefixes);
  lexicon.joined_ = std::move(joined);
  lexicon.domains_ = std::move(domains);
  lexicon.emoticons_ = std::move(emoticons);
  return lexicon;
}

const Abbreviation* Lexicon::abbreviation(std::string_view word, std::string_view folded) const {
  const auto found = abbreviations_.find(folded);
  if (found == abbreviations_.end()) return nullptr;
  const Abbreviation& entry = found->second;
  return !entry.exact || entry.printed == word || all_capitals(word) ? &entry : nullptr;
}

const std::vector<std::uint32_t>* Lexicon::contraction(std::string_view folded) const {
  const auto found = contractions_.find(folded);
  return found == contractions_.end() ? nullptr : &found->second;
}

bool Lexicon::is_unit(std::string_view printed, bool money) const {
  const auto found = units_.find(printed);
  return found != units_.end() && (money || !found->second);
}

bool Lexicon::opens_sentence(std::string_view folded, bool capitals) const {
  const auto found = openers_.find(folded);
  return found != openers_.end() && (found->second || !capitals);
}

}  // namespace wireroom
