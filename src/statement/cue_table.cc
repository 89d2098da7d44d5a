#include "statement/cue_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/assets.h"
#include "base/table.h"
#include "base/unicode.h"

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

std::optional<FrameUse> frame_of(std::string_view text) {
  static constexpr std::pair<std::string_view, Frame> kFrames[] = {
      {"that", Frame::that},     {"to", Frame::to},      {"ing", Frame::ing},          {"quote", Frame::quote},
      {"hearer", Frame::hearer}, {"obj", Frame::object}, {"obj+to", Frame::object_to}, {"small", Frame::small}};
  FrameUse use;
  if (text.ends_with('?')) {
    use.doubtful = true;
    text.remove_suffix(1);
  }
  for (const auto& [word, frame] : kFrames)
    if (text == word) {
      use.frame = frame;
      return use;
    }
  const bool with = text.starts_with("obj+");
  if (!with && !text.starts_with('+')) return std::nullopt;
  use.frame = with ? Frame::with_preposition : Frame::preposition;
  use.preposition = text.substr(with ? 4 : 1);
  return use.preposition.empty() ? std::nullopt : std::optional(std::move(use));
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
    for (std::string_view rest = row["frames"]; !rest.empty();) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      auto use = frame_of(rest.substr(0, end));
      if (!use)
        return Error{ErrorKind::data, fmt::format("{}: \"{}\" is no frame; see rules/statement/README.md", row.place(),
                                                  rest.substr(0, end))};
      cue.frames.push_back(std::move(*use));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (cue.frames.empty())
      return Error{ErrorKind::data, fmt::format("{}: no frames; see rules/statement/README.md", row.place())};
    auto* part = row["part"] == "verb"        ? &table.verbs_
                 : row["part"] == "noun"      ? &table.nouns_
                 : row["part"] == "adjective" ? &table.adjectives_
                                              : nullptr;
    if (!part)
      return Error{ErrorKind::data,
                   fmt::format("{}: \"{}\" is no part; verb, noun or adjective is needed", row.place(), row["part"])};
    if (!part->emplace(row["lemma"], std::move(cue)).second)
      return Error{ErrorKind::data, fmt::format("{}: \"{}\" stands twice", row.place(), row["lemma"])};
  }
  for (const auto& [lemma, cue] : table.verbs_) table.inflect(std::string_view(lemma).substr(0, lemma.find(' ')));
  WIREROOM_TRY(irregular_bytes, asset("rules/statement/irregular.tsv"));
  WIREROOM_TRY(irregular, Table::read("rules/statement/irregular.tsv", irregular_bytes, {"form", "lemma"}));
  for (const Table::Row& row : irregular.rows()) table.forms_[std::string(row["form"])] = row["lemma"];

  WIREROOM_TRY(media_bytes, asset("rules/statement/media.tsv"));
  WIREROOM_TRY(media, Table::read("rules/statement/media.tsv", media_bytes, {"words", "kind", "is"}));
  for (const Table::Row& row : media.rows()) {
    const auto kind = by_name(row["kind"], MediumKind::other);
    if (!kind && row["kind"] != "-") return unknown(row, "kind");
    if (!row["is"].empty() && row["is"] != "occasion")
      return Error{ErrorKind::data, fmt::format("{}: \"{}\" is not \"occasion\"", row.place(), row["is"])};
    table.media_[std::string(row["words"])] = {kind, row["is"] == "occasion"};
  }
  WIREROOM_TRY(carrier_bytes, asset("rules/statement/carriers.tsv"));
  WIREROOM_TRY(carriers, Table::read("rules/statement/carriers.tsv", carrier_bytes, {"head", "kind"}));
  for (const Table::Row& row : carriers.rows()) {
    const auto kind = by_name(row["kind"], MediumKind::other);
    if (!kind) return unknown(row, "kind");
    table.carriers_[std::string(row["head"])] = *kind;
  }
  WIREROOM_TRY(label_bytes, asset("rules/statement/labels.tsv"));
  WIREROOM_TRY(labels, Table::read("rules/statement/labels.tsv", label_bytes, {"lemma"}));
  for (const Table::Row& row : labels.rows()) table.labels_.emplace(row["lemma"]);
  WIREROOM_TRY(no_source_bytes, asset("rules/statement/no_source.tsv"));
  WIREROOM_TRY(no_source, Table::read("rules/statement/no_source.tsv", no_source_bytes, {"lemma"}));
  for (const Table::Row& row : no_source.rows()) table.no_source_.emplace(row["lemma"]);
  WIREROOM_TRY(exchange_bytes, asset("rules/statement/exchanges.tsv"));
  WIREROOM_TRY(exchanges, Table::read("rules/statement/exchanges.tsv", exchange_bytes, {"lemma"}));
  for (const Table::Row& row : exchanges.rows()) table.exchanges_.emplace(row["lemma"]);
  return table;
}

const FrameUse* Cue::use(Frame frame, std::string_view preposition) const {
  for (const FrameUse& each : frames)
    if (each.frame == frame && each.preposition == preposition) return &each;
  return nullptr;
}

// Regular forms: says, said is irregular; tries, tried; urging, urged; admitting, admitted.
void CueTable::inflect(std::string_view verb) {
  const auto vowel = [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; };
  const std::string lemma(verb);
  if (lemma.size() < 3) return;
  const char last = lemma.back(), before = lemma[lemma.size() - 2];
  const auto add = [&](std::string form) { forms_.emplace(std::move(form), lemma); };
  const std::string stem = lemma.substr(0, lemma.size() - 1);
  add(lemma);
  if (last == 'y' && !vowel(before)) {
    add(stem + "ies");
    add(stem + "ied");
    add(lemma + "ing");
    return;
  }
  const bool hisses = last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 's' || before == 'c'));
  add(lemma + (hisses ? "es" : "s"));
  if (last == 'e') {
    add(lemma + "d");
    add((before == 'e' ? lemma : stem) + "ing");
    return;
  }
  add(lemma + "ed");
  add(lemma + "ing");
  if (!vowel(last) && vowel(before) && !vowel(lemma[lemma.size() - 3]) && last != 'w' && last != 'y' && last != 'x') {
    add(lemma + last + "ed");
    add(lemma + last + "ing");
  }
}

const std::string& CueTable::lemma(const Word& word) const {
  const auto found = forms_.find(lower(word.form));
  return found == forms_.end() ? word.lemma : found->second;
}

const Cue* CueTable::verb(std::string_view lemma) const { return find(verbs_, lemma); }
const Cue* CueTable::noun(std::string_view lemma) const { return find(nouns_, lemma); }
const Cue* CueTable::adjective(std::string_view lemma) const { return find(adjectives_, lemma); }

const MediumWords* CueTable::medium(std::string_view words) const { return find(media_, words); }

std::optional<MediumKind> CueTable::carrier(std::string_view head) const {
  const MediumKind* kind = find(carriers_, head);
  return kind ? std::optional(*kind) : std::nullopt;
}

}  // namespace wireroom
