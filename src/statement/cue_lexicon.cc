#include "statement/cue_lexicon.h"

#include <array>
#include <utility>

#include "base/assets.h"
#include "base/table.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::array<std::pair<std::string_view, Frame>, 10> kFrames = {{{"that", Frame::that},
                                                                         {"to", Frame::to},
                                                                         {"ing", Frame::ing},
                                                                         {"obj", Frame::object},
                                                                         {"obj+to", Frame::object_to},
                                                                         {"as", Frame::as},
                                                                         {"small", Frame::small},
                                                                         {"quote", Frame::quote},
                                                                         {"hearer", Frame::hearer},
                                                                         {"raised", Frame::raised}}};

std::optional<SpeechAct> act_of(std::string_view text) {
  for (int i = 0; i <= static_cast<int>(SpeechAct::other); ++i)
    if (text == name(static_cast<SpeechAct>(i))) return static_cast<SpeechAct>(i);
  return std::nullopt;
}

std::optional<MediumKind> medium_of(std::string_view text) {
  for (int i = 0; i <= static_cast<int>(MediumKind::other); ++i)
    if (text == name(static_cast<MediumKind>(i))) return static_cast<MediumKind>(i);
  return std::nullopt;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// say, says, saying …; irregular ones come from a table. A doubled consonant is allowed wherever it might stand.
std::vector<std::string> verb_forms(const std::string& lemma) {
  std::vector<std::string> forms{lemma};
  const char last = lemma.back();
  const char before = lemma.size() > 1 ? lemma[lemma.size() - 2] : 'a';
  if (last == 'y' && !is_vowel(before)) {
    const std::string stem = lemma.substr(0, lemma.size() - 1);
    forms.insert(forms.end(), {stem + "ies", stem + "ied", lemma + "ing"});
  } else if (last == 'e') {
    const std::string stem = lemma.substr(0, lemma.size() - 1);
    forms.insert(forms.end(), {lemma + "s", lemma + "d", stem + "ing"});
    if (before == 'e') forms.push_back(lemma + "ing");
  } else {
    const bool hisses = last == 's' || last == 'x' || last == 'z' || lemma.ends_with("ch") || lemma.ends_with("sh") || last == 'o';
    forms.insert(forms.end(), {lemma + (hisses ? "es" : "s"), lemma + "ed", lemma + "ing"});
    if (!is_vowel(last) && is_vowel(before) && last != 'w' && last != 'x' && last != 'y')
      forms.insert(forms.end(), {lemma + last + "ed", lemma + last + "ing"});
  }
  return forms;
}

std::vector<std::string> noun_forms(const std::string& lemma) {
  if (lemma.ends_with("y") && lemma.size() > 1 && !is_vowel(lemma[lemma.size() - 2])) return {lemma, lemma.substr(0, lemma.size() - 1) + "ies"};
  if (lemma.ends_with("s") || lemma.ends_with("ch") || lemma.ends_with("sh")) return {lemma, lemma + "es"};
  return {lemma, lemma + "s"};
}

Error wrong(const Table::Row& row, std::string what) { return {ErrorKind::data, row.place() + ": " + std::move(what)}; }

Result<Cue> read_cue(const Table::Row& row) {
  Cue cue;
  cue.lemma = row["word"];
  const auto act = act_of(row["act"]);
  if (!act) return wrong(row, "no such act: " + std::string(row["act"]));
  cue.act = *act;
  for (std::string_view part : row.list("frames")) {
    bool known = false;
    for (const auto& [text, frame] : kFrames)
      if (part == text) {
        cue.frames |= 1u << static_cast<unsigned>(frame);
        known = true;
      }
    if (part.starts_with("obj+") && !known) {
      cue.object_prepositions.emplace_back(part.substr(4));
      known = true;
    }
    if (part.starts_with("+")) {
      cue.prepositions.emplace_back(part.substr(1));
      known = true;
    }
    if (!known) return wrong(row, "no such frame: " + std::string(part));
  }
  return cue;
}

}  // namespace

Result<CueLexicon> CueLexicon::load() {
  CueLexicon lexicon;
  WIREROOM_TRY(irregular_bytes, asset("rules/statement/irregular.tsv"));
  WIREROOM_TRY(irregular, Table::read("rules/statement/irregular.tsv", irregular_bytes, {"form", "lemma"}));
  std::multimap<std::string, std::string> irregular_of;
  for (const Table::Row& row : irregular.rows()) irregular_of.emplace(row["lemma"], row["form"]);

  WIREROOM_TRY(cue_bytes, asset("rules/statement/cues.tsv"));
  WIREROOM_TRY(cues, Table::read("rules/statement/cues.tsv", cue_bytes, {"word", "of", "act", "frames"}));
  for (const Table::Row& row : cues.rows()) {
    WIREROOM_TRY(cue, read_cue(row));
    const bool verb = row["of"] == "verb", noun = row["of"] == "noun";
    if (!verb && !noun && row["of"] != "adjective") return wrong(row, "'of' is verb, noun or adjective");
    Section& section = verb ? lexicon.verbs_ : noun ? lexicon.nouns_ : lexicon.adjectives_;
    const std::string lemma = cue.lemma;
    for (const std::string& form : verb ? verb_forms(lemma) : noun ? noun_forms(lemma) : std::vector<std::string>{lemma})
      section.lemma_of.emplace(form, lemma);
    if (verb)
      for (auto [at, end] = irregular_of.equal_range(lemma); at != end; ++at) section.lemma_of[at->second] = lemma;
    if (!section.by_lemma.emplace(lemma, std::move(cue)).second) return wrong(row, "'" + lemma + "' stands twice");
  }

  WIREROOM_TRY(media_bytes, asset("rules/statement/media.tsv"));
  WIREROOM_TRY(media, Table::read("rules/statement/media.tsv", media_bytes, {"word", "kind", "is"}));
  for (const Table::Row& row : media.rows()) {
    MediumWord medium;
    if (row["kind"] != "-") {
      medium.kind = medium_of(row["kind"]);
      if (!medium.kind) return wrong(row, "no such kind: " + std::string(row["kind"]));
    }
    for (std::string_view part : row.list("is")) {
      if (part == "occasion") medium.occasion = true;
      else if (part == "carries") medium.carries = true;
      else return wrong(row, "'is' knows occasion and carries");
    }
    lexicon.media_[std::string(row["word"])] = medium;
  }

  WIREROOM_TRY(word_bytes, asset("rules/statement/words.tsv"));
  WIREROOM_TRY(words, Table::read("rules/statement/words.tsv", word_bytes, {"list", "word"}));
  for (const Table::Row& row : words.rows()) {
    auto* list = row["list"] == "no_source" ? &lexicon.no_source_ : row["list"] == "label" ? &lexicon.labels_ : row["list"] == "speaker" ? &lexicon.speaking_ : nullptr;
    if (!list) return wrong(row, "no such list: " + std::string(row["list"]));
    list->emplace(row["word"]);
  }

  WIREROOM_TRY(score_bytes, asset("rules/statement/scores.tsv"));
  WIREROOM_TRY(scores, Table::read("rules/statement/scores.tsv", score_bytes, {"rule", "score"}));
  for (const Table::Row& row : scores.rows()) {
    const std::string_view text = row["score"];
    double value = 0, digit = 0.1;
    if (text.size() < 3 || text[0] != '0' || text[1] != '.') return wrong(row, "a score is 0.xx");
    for (char c : text.substr(2)) {
      if (c < '0' || c > '9') return wrong(row, "a score is 0.xx");
      value += (c - '0') * digit;
      digit /= 10;
    }
    lexicon.scores_[std::string(row["rule"])] = value;
  }
  return lexicon;
}

const Cue* CueLexicon::find(const Section& section, const Word& word) {
  const std::string form = lower(word.form);
  auto known = section.lemma_of.find(form);
  if (known == section.lemma_of.end()) known = section.lemma_of.find(lower(word.lemma));
  if (known == section.lemma_of.end()) return nullptr;
  const auto cue = section.by_lemma.find(known->second);
  return cue == section.by_lemma.end() ? nullptr : &cue->second;
}

const Cue* CueLexicon::verb(const Word& word) const { return word.upos == "VERB" ? find(verbs_, word) : nullptr; }
const Cue* CueLexicon::noun(const Word& word) const { return word.upos == "NOUN" ? find(nouns_, word) : nullptr; }
const Cue* CueLexicon::adjective(const Word& word) const {
  return word.upos == "ADJ" || word.upos == "VERB" ? find(adjectives_, word) : nullptr;
}

const MediumWord* CueLexicon::medium(const Word& word, std::string_view word_before) const {
  const std::string form = lower(word.form);
  std::vector<std::string> keys{std::string(word_before) + " " + form, form};
  if (form.size() > 3 && form.ends_with("s")) keys.insert(keys.end(), {keys[0].substr(0, keys[0].size() - 1), form.substr(0, form.size() - 1)});
  for (const std::string& key : keys)
    if (const auto found = media_.find(key); found != media_.end()) return &found->second;
  return nullptr;
}

bool CueLexicon::is_no_source(const Word& word) const { return no_source_.contains(lower(word.form)) || no_source_.contains(lower(word.lemma)); }
bool CueLexicon::is_label(std::string_view text) const { return labels_.contains(lower(text)); }
bool CueLexicon::is_speaking_noun(const Word& word) const { return speaking_.contains(lower(word.form)); }
double CueLexicon::score(std::string_view rule) const {
  const auto found = scores_.find(rule);
  return found == scores_.end() ? 0.5 : found->second;
}

}  // namespace wireroom
