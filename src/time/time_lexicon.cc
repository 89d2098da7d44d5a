#include "time/time_lexicon.h"

#include <array>
#include <charconv>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 13> kKinds = {"month", "weekday", "unit",  "part",  "clock", "season", "day",
                                                     "ref",   "set",     "which", "count", "zone",  "decade"};

bool to_int(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

std::optional<Holiday> holiday_of(std::string_view rule) {
  Holiday day;
  if (rule.substr(0, 6) == "easter") {
    day.rule = Holiday::Rule::easter;
    const bool plus = rule.size() > 6 && rule[6] == '+';
    if (!to_int(rule.substr(plus ? 7 : 6), day.number)) return std::nullopt;
    return day;
  }
  if (rule.size() == 10) {
    day.rule = Holiday::Rule::once;
    if (!to_int(rule.substr(0, 4), day.year) || !to_int(rule.substr(5, 2), day.month) ||
        !to_int(rule.substr(8, 2), day.day))
      return std::nullopt;
    return day;
  }
  if (rule.size() < 5 || !to_int(rule.substr(0, 2), day.month)) return std::nullopt;
  if (rule.size() == 5) return to_int(rule.substr(3), day.day) ? std::optional(day) : std::nullopt;
  day.rule = Holiday::Rule::weekday;
  if (!to_int(rule.substr(3, 1), day.day) || !to_int(rule.substr(5), day.number)) return std::nullopt;
  return day;
}

}  // namespace

const TimeWord* TimeLexicon::find(std::string_view word, TimeWordKind kind) const {
  const auto found = words.find(word);
  if (found == words.end()) return nullptr;
  for (const TimeWord& entry : found->second)
    if (entry.kind == kind) return &entry;
  return nullptr;
}

Result<TimeLexicon> TimeLexicon::load() {
  TimeLexicon lexicon;
  WIREROOM_TRY(word_bytes, asset("data/times/words.tsv"));
  WIREROOM_TRY(words, Table::read("data/times/words.tsv", word_bytes, {"word", "kind", "value"}));
  for (const Table::Row& row : words.rows()) {
    TimeWord word{TimeWordKind::month, std::string(row["value"]), 0};
    std::size_t kind = 0;
    while (kind < kKinds.size() && kKinds[kind] != row["kind"]) ++kind;
    if (kind == kKinds.size()) return Error{ErrorKind::data, row.place() + ": unknown kind; see data/times/README.md"};
    word.kind = static_cast<TimeWordKind>(kind);
    to_int(word.value, word.number);
    lexicon.words[std::string(row["word"])].push_back(std::move(word));
  }
  WIREROOM_TRY(holiday_bytes, asset("data/times/holidays.tsv"));
  WIREROOM_TRY(holidays, Table::read("data/times/holidays.tsv", holiday_bytes, {"name", "rule"}));
  for (const Table::Row& row : holidays.rows()) {
    const auto day = holiday_of(row["rule"]);
    if (!day) return Error{ErrorKind::data, row.place() + ": no such rule; see data/times/README.md"};
    lexicon.holidays.emplace(row["name"], *day);
  }
  WIREROOM_TRY(modifier_bytes, asset("data/times/modifiers.tsv"));
  WIREROOM_TRY(modifiers, Table::read("data/times/modifiers.tsv", modifier_bytes, {"phrase", "use", "mod"}));
  for (const Table::Row& row : modifiers.rows())
    (row["use"] == "length" ? lexicon.length_modifiers : lexicon.point_modifiers).emplace(row["phrase"], row["mod"]);
  WIREROOM_TRY(planning_bytes, asset("data/times/planning.tsv"));
  WIREROOM_TRY(planning, Table::read("data/times/planning.tsv", planning_bytes, {"lemma", "use"}));
  for (const Table::Row& row : planning.rows())
    (row["use"] == "plan" ? lexicon.planning : lexicon.timetable).emplace(row["lemma"]);
  return lexicon;
}

}  // namespace wireroom
