#include "statement/cue_table.h"

#include <fmt/format.h>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

template <typename Enum>
std::optional<Enum> by_name(std::string_view text, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (text == name(static_cast<Enum>(i))) return static_cast<Enum>(i);
  return std::nullopt;
}

Error unknown(const Table::Row& row, std::string_view column) {
  return {ErrorKind::data, fmt::format("{}: \"{}\" is no {}; see docs/records.md", row.place(), row[column], column)};
}

template <typename Value>
const Value* find(const std::map<std::string, Value, std::less<>>& all, std::string_view key) {
  const auto found = all.find(key);
  return found == all.end() ? nullptr : &found->second;
}

}  // namespace

Result<CueTable> CueTable::load() {
  CueTable table;
  WIREROOM_TRY(cue_bytes, asset("rules/statement/cues.tsv"));
  WIREROOM_TRY(cues, Table::read("rules/statement/cues.tsv", cue_bytes, {"lemma", "part", "act", "frames"}));
  for (const Table::Row& row : cues.rows()) {
    const auto act = by_name(row["act"], SpeechAct::other);
    if (!act) return unknown(row, "act");
    Cue cue;
    cue.act = *act;
    for (const char frame : row["frames"]) {
      cue.clause |= frame == 'c';
      cue.infinitive |= frame == 'x';
      cue.quotation |= frame == 'q';
      cue.object |= frame == 'o';
      cue.told |= frame == 't';
    }
    if (row["part"] != "verb" && row["part"] != "noun") return unknown(row, "part");
    (row["part"] == "verb" ? table.verbs_ : table.nouns_)[std::string(row["lemma"])] = cue;
  }
  for (const bool carriers : {false, true}) {
    const std::string file = carriers ? "rules/statement/carriers.tsv" : "rules/statement/media.tsv";
    const std::string_view key = carriers ? "head" : "words";
    WIREROOM_TRY(bytes, asset(file));
    WIREROOM_TRY(rows, Table::read(file, bytes, {key, "kind"}));
    for (const Table::Row& row : rows.rows()) {
      const auto kind = by_name(row["kind"], MediumKind::other);
      if (!kind) return unknown(row, "kind");
      (carriers ? table.carriers_ : table.media_)[std::string(row[key])] = *kind;
    }
  }
  WIREROOM_TRY(label_bytes, asset("rules/statement/labels.tsv"));
  WIREROOM_TRY(labels, Table::read("rules/statement/labels.tsv", label_bytes, {"lemma"}));
  for (const Table::Row& row : labels.rows()) table.labels_.emplace(row["lemma"]);
  return table;
}

const Cue* CueTable::verb(std::string_view lemma) const { return find(verbs_, lemma); }
const Cue* CueTable::noun(std::string_view lemma) const { return find(nouns_, lemma); }

std::optional<MediumKind> CueTable::medium(std::string_view words) const {
  const MediumKind* kind = find(media_, words);
  return kind ? std::optional(*kind) : std::nullopt;
}

std::optional<MediumKind> CueTable::carrier(std::string_view head) const {
  const MediumKind* kind = find(carriers_, head);
  return kind ? std::optional(*kind) : std::nullopt;
}

}  // namespace wireroom
