#include "golden/story.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "record/json_records.h"

namespace wireroom::golden {
namespace {

using Json = nlohmann::ordered_json;
using Reasons = std::vector<std::string>;  // why a record does not meet a line; empty: it does

// ------------------------------------------------------------------------------------------------------ plain text

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

// Lower case (ASCII), runs of white space as one blank, typographic quotation marks as plain ones.
std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view three = text.substr(i, 3);
    if (three == "’" || three == "‘" || three == "“" || three == "”") {
      out += three == "’" || three == "‘" ? '\'' : '"';
      i += 2;
    } else if (std::isspace(static_cast<unsigned char>(text[i]))) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
    }
  }
  return trimmed(out);
}

bool holds(std::string_view text, std::string_view part) {
  return folded(text).find(folded(part)) != std::string::npos;
}

std::string without_edges(std::string_view text) {
  const auto begin = text.find_first_not_of(" \"'.,;:");
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \"'.,;:") - begin + 1));
}

// "begin … end" is held to the edges, plain words must only be there.
bool words_agree(std::string_view text, const std::string& pattern) {
  for (const std::string_view gap : {"…", "..."}) {
    const auto at = pattern.find(gap);
    if (at == std::string::npos) continue;
    const std::string whole = without_edges(folded(text));
    const std::string first = without_edges(folded(pattern.substr(0, at)));
    const std::string last = without_edges(folded(pattern.substr(at + gap.size())));
    return whole.size() >= first.size() + last.size() && whole.starts_with(first) && whole.ends_with(last);
  }
  return holds(text, pattern);
}

bool is_quoted(const std::string& text) {  // one pair of quotation marks around all of it
  return text.size() >= 2 && text.front() == '"' && text.find('"', 1) == text.size() - 1;
}
std::string unquoted(const std::string& text) { return is_quoted(text) ? text.substr(1, text.size() - 2) : text; }

// Cut at a separator that stands outside "quotes".
std::vector<std::string> cut(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && text.substr(i, separator.size()) == separator) {
      parts.emplace_back();
      i += separator.size();
    } else {
      parts.back() += text[i++];
    }
  }
  for (std::string& part : parts) part = trimmed(part);
  return parts;
}

std::vector<std::string> blank_cut(const std::string& text) {
  std::vector<std::string> parts = cut(text, " ");
  std::erase(parts, "");
  return parts;
}

std::optional<std::pair<std::string, std::string>> key_value(const std::string& part) {
  const auto equal = part.find('=');
  if (equal == std::string::npos || equal == 0) return std::nullopt;
  const std::string key = trimmed(part.substr(0, equal));
  if (!std::all_of(key.begin(), key.end(),
                   [](char c) { return std::islower(static_cast<unsigned char>(c)) || c == '_'; }))
    return std::nullopt;
  return std::pair{key, trimmed(part.substr(equal + 1))};
}

bool looks_like_date(const std::string& text) {
  return text == "no-date" || (text.size() >= 4 &&
                               std::all_of(text.begin(), text.begin() + 4,
                                           [](char c) { return std::isdigit(static_cast<unsigned char>(c)); }) &&
                               text.find_first_not_of("0123456789-.T:") == std::string::npos);
}

// ---------------------------------------------------------------------------------------------------------- records

std::string text_of(const Json& record, const char* key) {
  const auto at = record.find(key);
  if (at == record.end()) return {};
  if (at->is_string()) return at->get<std::string>();
  return at->dump();
}

const Json kNothing = Json::object();
const Json& part_of(const Json& record, const char* key) {
  const auto at = record.find(key);
  return at == record.end() ? kNothing : *at;
}

class Records {
 public:
  explicit Records(const Coded& coded) : coded_(coded) {
    LayerSet layers = LayerSet::standard();
    for (Layer layer : {Layer::time, Layer::place, Layer::quantity}) layers.add(layer);
    json_records(coded, {layers, 0}, [&](std::string_view line) {
      Json record = Json::parse(line);
      by_type_[record["type"].get<std::string>()].push_back(std::move(record));
    });
  }
  [[nodiscard]] const std::vector<Json>& of(const std::string& type) const {
    static const std::vector<Json> none;
    const auto at = by_type_.find(type);
    return at == by_type_.end() ? none : at->second;
  }
  [[nodiscard]] const Json* with_id(const std::string& type, const std::string& id) const {
    for (const Json& record : of(type))
      if (record["id"] == id) return &record;
    return nullptr;
  }
  [[nodiscard]] std::string words(const Json& span) const {
    const Text& text = coded_.report.text;
    return std::string(text.view({text.byte_of(span[0]), text.byte_of(span[1])}));
  }

 private:
  const Coded& coded_;
  std::map<std::string, std::vector<Json>> by_type_;
};

std::string party_text(const Json& party) {
  std::string out = text_of(party, "name").empty() ? text_of(party, "text") : text_of(party, "name");
  const std::string country = text_of(party, "country"), sector = text_of(party, "sector");
  if (!country.empty() || !sector.empty())
    out += " (" + (country.empty() ? "-" : country) + (sector.empty() ? "" : " " + sector) + ")";
  return out;
}

std::string parties_text(const Json& list) {
  std::string out;
  for (const Json& party : list) out += (out.empty() ? "" : " + ") + party_text(party);
  return out;
}

std::string date_text(const Json& record) {
  const Json& date = part_of(record, "date");
  const std::string from = text_of(date, "earliest"), to = text_of(date, "latest");
  if (from.empty() && to.empty()) return "no-date";
  return from == to ? from : from + ".." + to;
}

// The record in the words of the story format.
std::string shown(const Records& records, const Json& record) {
  std::string out = text_of(record, "id") + ": ";
  if (record["type"] == "event") {
    out += text_of(record, "event") + " " + text_of(record, "mode") + " " + text_of(record, "status") + " | " +
           parties_text(part_of(record, "source")) + " -> " + parties_text(part_of(record, "target")) + " | " +
           date_text(record) + " | " + text_of(part_of(record, "place"), "name") + " | \"" + text_of(record, "text") +
           "\"";
    for (const Json& other : part_of(record, "other"))
      out += " | " + text_of(other, "role") + "=" + party_text(other) +
             (other.contains("of") ? " of=" + text_of(other, "of") : "");
    if (record.contains("according_to")) out += " | according_to=" + party_text(record["according_to"]);
    if (record.contains("same_as")) out += " | same_as=" + text_of(record, "same_as");
    out += " | " + text_of(record, "rule");
  } else if (record["type"] == "statement") {
    out += text_of(record, "kind") + " " + text_of(record, "act") + " | " + party_text(part_of(record, "speaker")) +
           " | \"" + text_of(record, "text") + "\"";
    for (const Json& cue : part_of(record, "cue")) out += " | cue=\"" + records.words(cue) + "\"";
    if (record.contains("medium")) out += " | medium=" + text_of(record["medium"], "kind");
  } else {
    out += record.dump();
  }
  return out;
}

// ---------------------------------------------------------------------------------------------------------- parties

// "John Kerry (USA GOV)"
bool party_agrees(const Json& party, const std::string& pattern) {
  std::string who = pattern, codes;
  if (pattern.ends_with(')')) {
    const auto bracket = pattern.rfind('(');
    if (bracket != std::string::npos) {
      who = trimmed(pattern.substr(0, bracket));
      codes = pattern.substr(bracket + 1, pattern.size() - bracket - 2);
    }
  }
  who = unquoted(who);
  if (!who.empty() && !holds(text_of(party, "name"), who) && !holds(text_of(party, "text"), who)) return false;
  const std::vector<std::string> code = blank_cut(codes);
  if (!code.empty() && code[0] != "-" && text_of(party, "country") != code[0]) return false;
  return code.size() < 2 || text_of(party, "sector") == code[1];
}

// Every pattern has a party of its own, and no party is left unless the list is open.
bool parties_agree(std::vector<Json> parties, std::vector<std::string> patterns) {
  bool open = false;
  for (const std::string& pattern : patterns) {
    if (pattern == "…" || pattern == "...") {
      open = true;
      continue;
    }
    const auto at =
        std::find_if(parties.begin(), parties.end(), [&](const Json& party) { return party_agrees(party, pattern); });
    if (at == parties.end()) return false;
    parties.erase(at);
  }
  return open || parties.empty();
}

std::vector<Json> list_of(const Json& record, const char* key) {
  std::vector<Json> out;
  for (const Json& each : part_of(record, key)) out.push_back(each);
  return out;
}

struct Sides {
  bool source_given = false, target_given = false;
  std::vector<std::string> source, target;
};

Sides sides_of(const std::string& part) {
  Sides sides;
  const auto arrow = part.find("->");
  const std::string left = trimmed(part.substr(0, arrow)), right = trimmed(part.substr(arrow + 2));
  sides.source_given = !left.empty();
  sides.target_given = !right.empty();
  if (sides.source_given && left != "nobody") sides.source = cut(left, " + ");
  if (sides.target_given && right != "nobody") sides.target = cut(right, " + ");
  return sides;
}

bool sides_agree(const Json& record, const Sides& sides) {
  const std::vector<Json> source = list_of(record, "source"), target = list_of(record, "target");
  const auto one_way = [&](const std::vector<Json>& a, const std::vector<Json>& b) {
    return (!sides.source_given || parties_agree(a, sides.source)) &&
           (!sides.target_given || parties_agree(b, sides.target));
  };
  if (one_way(source, target)) return true;
  const std::string type = text_of(record, "event");
  if (type != "AGREE" && type != "COOPERATE" && (type != "CONSULT" || text_of(record, "mode") == "visit")) return false;
  std::vector<Json> all = source;
  all.insert(all.end(), target.begin(), target.end());
  std::vector<std::string> wanted = sides.source;
  wanted.insert(wanted.end(), sides.target.begin(), sides.target.end());
  if (!sides.source_given || !sides.target_given) wanted.push_back("…");
  return parties_agree(all, wanted);
}

bool date_agrees(const Json& record, const std::string& wanted) {
  const std::string found = date_text(record);
  if (wanted == "no-date" || found == "no-date") return found == wanted;
  const auto day = [](const std::string& moment) { return moment.substr(0, moment.find('T')); };
  const auto dots = found.find("..");
  const std::string from = day(found.substr(0, dots)), to = dots == found.npos ? from : day(found.substr(dots + 2));
  const auto wanted_dots = wanted.find("..");
  if (wanted_dots != wanted.npos) return from == wanted.substr(0, wanted_dots) && to == wanted.substr(wanted_dots + 2);
  if (wanted.find('T') != wanted.npos) return found.starts_with(wanted);
  if (wanted.size() == 10) return from == wanted && to == wanted;
  // A month or a year: the whole of it, or the record says no more itself.
  const std::string precision = text_of(part_of(record, "date"), "precision");
  return from.starts_with(wanted) && to.starts_with(wanted) && precision == (wanted.size() == 4 ? "year" : "month");
}

// ------------------------------------------------------------------------------------------------- events, statements

constexpr std::string_view kStatus = " asserted planned possible conditional called_for failed denied ";
constexpr std::string_view kKinds = " direct mixed indirect ";

bool in_list(std::string_view list, const std::string& word) { return list.find(" " + word + " ") != list.npos; }

class Matcher {
 public:
  explicit Matcher(const Records& records) : records_(records) {}

  // `strict`: a status that is not named is `asserted`.
  [[nodiscard]] Reasons event(const Json& record, const std::string& line, bool strict) const {
    Reasons reasons;
    const std::vector<std::string> parts = cut(line, "|");
    event_head(record, parts[0], strict, reasons);
    for (std::size_t i = 1; i < parts.size(); ++i)
      if (!parts[i].empty()) event_part(record, parts[i], reasons);
    return reasons;
  }

  [[nodiscard]] Reasons statement(const Json& record, const std::string& line) const {
    Reasons reasons;
    const std::vector<std::string> parts = cut(line, "|");
    for (const std::string& word : blank_cut(parts[0]))
      if (text_of(record, in_list(kKinds, word) ? "kind" : "act") != word) reasons.push_back(word);
    for (std::size_t i = 1; i < parts.size(); ++i)
      if (!parts[i].empty()) statement_part(record, parts[i], reasons);
    return reasons;
  }

 private:
  void event_head(const Json& record, const std::string& head, bool strict, Reasons& reasons) const {
    const std::vector<std::string> words = blank_cut(head);
    bool status = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i == 0) {
        const std::vector<std::string> types = cut(words[0], "/");
        if (std::find(types.begin(), types.end(), text_of(record, "event")) == types.end())
          reasons.push_back("type " + words[0]);
      } else if (in_list(kStatus, words[i])) {
        status = true;
        if (text_of(record, "status") != words[i]) reasons.push_back("status " + words[i]);
      } else if (text_of(record, "mode") != words[i]) {
        reasons.push_back("mode " + words[i]);
      }
    }
    if (strict && !status && text_of(record, "status") != "asserted") reasons.push_back("status asserted");
  }

  void event_part(const Json& record, const std::string& part, Reasons& reasons) const {
    bool good = false;
    if (is_quoted(part)) {
      good = triggers_hold(record, unquoted(part));
    } else if (part.find("->") != part.npos) {
      good = sides_agree(record, sides_of(part));
    } else if (looks_like_date(part)) {
      good = date_agrees(record, part);
    } else if (const auto pair = key_value(part)) {
      good = event_key(record, pair->first, pair->second);
    } else {
      good = holds(text_of(part_of(record, "place"), "name"), part);
    }
    if (!good) reasons.push_back(part);
  }

  [[nodiscard]] bool triggers_hold(const Json& record, const std::string& words) const {
    if (words_agree(text_of(record, "text"), words)) return true;
    for (const Json& trigger : part_of(record, "trigger"))
      if (words_agree(records_.words(trigger), words)) return true;
    return false;
  }

  [[nodiscard]] bool event_key(const Json& record, const std::string& key, const std::string& value) const {
    if (key == "duration") return text_of(part_of(record, "duration"), "value") == value;
    if (key == "according_to") return record.contains(key) && party_agrees(record[key], value);
    if (key == "basis") return text_of(part_of(record, "date"), "basis") == value;
    if (key == "cameo") return text_of(record, "cameo").starts_with(value);
    if (key == "mode") return text_of(record, "mode") == value;
    if (key == "in") {
      const Json* said = records_.with_id("statement", text_of(record, "said_in"));
      return said != nullptr && words_agree(text_of(*said, "text"), unquoted(value));
    }
    if (key == "count") {
      const auto colon = value.find(':');
      for (const Json& count : part_of(record, "counts"))
        if (text_of(count, "what") == value.substr(0, colon) &&
            (colon == value.npos || text_of(count, "low") == value.substr(colon + 1) ||
             text_of(count, "high") == value.substr(colon + 1)))
          return true;
      return false;
    }
    for (const Json& other : part_of(record, "other")) {
      if (key == "of" && text_of(other, "of") == value) return true;
      if (text_of(other, "role") == key && party_agrees(other, value)) return true;
    }
    return false;
  }

  void statement_part(const Json& record, const std::string& part, Reasons& reasons) const {
    bool good = false;
    if (is_quoted(part)) {
      good = words_agree(text_of(record, "text"), unquoted(part));
    } else if (looks_like_date(part)) {
      good = date_agrees(record, part);
    } else if (const auto pair = key_value(part)) {
      good = statement_key(record, pair->first, pair->second);
    } else if (part == "nobody") {
      good = !record.contains("speaker");
    } else {
      good = record.contains("speaker") && party_agrees(record["speaker"], part);
    }
    if (!good) reasons.push_back(part);
  }

  [[nodiscard]] bool statement_key(const Json& record, const std::string& key, const std::string& value) const {
    const std::string words = unquoted(value);
    if (key == "basis") return text_of(part_of(record, "speaker"), "basis") == value;
    if (key == "occasion") return holds(text_of(part_of(record, "occasion"), "text"), words);
    if (key == "medium") {
      const Json& medium = part_of(record, "medium");
      return text_of(medium, "kind") == value || (medium.contains("text") && holds(text_of(medium, "text"), words));
    }
    if (key == "cue")
      for (const Json& cue : part_of(record, "cue"))
        if (holds(records_.words(cue), words)) return true;
    if (key == "to")
      for (const Json& party : part_of(record, "addressee"))
        if (party_agrees(party, value)) return true;
    if (key == "about")
      for (const Json& id : part_of(record, "events"))
        if (const Json* event = records_.with_id("event", id); event != nullptr && text_of(*event, "event") == value)
          return true;
    return false;
  }

  const Records& records_;
};

// ------------------------------------------------------------------------------------------------------- the story

struct Line {
  std::size_t number = 0;
  std::string head, rest;
  bool todo = false;  // known not to be met yet
  bool open = false;  // may be recorded or left
};

std::vector<Line> lines_of(std::string_view story) {
  std::vector<Line> lines;
  std::size_t number = 0;
  while (!story.empty()) {
    const auto end = std::min(story.find('\n'), story.size());
    const std::string_view line = story.substr(0, end);
    story.remove_prefix(std::min(end + 1, story.size()));
    ++number;
    const std::string text = trimmed(line);
    if (text.empty() || text.front() == '#') continue;
    if ((line.front() == ' ' || line.front() == '\t') && !lines.empty()) {
      lines.back().rest += " " + text;
      continue;
    }
    const bool todo = text.starts_with("todo ");
    const bool open = text.starts_with("open ");
    const std::string line_text = todo || open ? trimmed(text.substr(5)) : text;
    const auto colon = std::min(line_text.find(':'), line_text.size());
    lines.push_back({number, trimmed(line_text.substr(0, colon)),
                     trimmed(line_text.substr(std::min(colon + 1, line_text.size()))), todo, open});
  }
  return lines;
}

enum class Depth { found, who, all };

// What a line says of type and words; with status and parties or speaker; all.
std::string as_deep_as(const std::string& type, const std::string& line, Depth depth) {
  if (depth == Depth::all) return line;
  const std::vector<std::string> parts = cut(line, "|");
  std::string out;
  if (type == "event") {
    const std::vector<std::string> head = blank_cut(parts[0]);
    if (!head.empty()) out = head[0];
    const bool named = std::any_of(parts.begin(), parts.end(), is_quoted);  // else the mode tells which deed is meant
    for (std::size_t i = 1; i < head.size(); ++i)
      if (in_list(kStatus, head[i]) ? depth == Depth::who : !named) out += " " + head[i];
  }
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const bool words = is_quoted(parts[i]);
    const bool sides = parts[i].find("->") != std::string::npos;
    const bool speaker = type == "statement" && !words && !looks_like_date(parts[i]) && !key_value(parts[i]);
    if (words || (depth == Depth::who && (sides || speaker))) out += " | " + parts[i];
  }
  return out;
}

class Trial {
 public:
  Trial(std::string_view story, const Coded& coded) : records_(coded), matcher_(records_), lines_(lines_of(story)) {
    pair_up("event");
    pair_up("statement");
    for (const Line& line : lines_) hold(line);
    for (const Line& line : lines_)
      if (line.todo && !missed_.contains(line.number))
        failures_.push_back({line.number, line.head + ": " + line.rest, "is met now: take the word todo away"});
  }
  [[nodiscard]] std::vector<Failure> failures() const { return failures_; }
  [[nodiscard]] std::string unmentioned() const {
    std::string out;
    for (const char* type : {"event", "statement"})
      for (const Json& record : records_.of(type))
        if (!mentioned_.contains(record["id"].get<std::string>())) out += "  " + shown(records_, record) + "\n";
    return out;
  }
  void count(Tally& tally) const {
    for (const std::string type : {"event", "statement"}) {
      Tally::Of& of = type == "event" ? tally.events : tally.statements;
      const std::vector<const Line*> lines = expected(type);
      of.expected += lines.size();
      const std::vector<Json>& records = records_.of(type);
      of.records += records.size();
      for (const Depth depth : {Depth::found, Depth::who, Depth::all}) {
        std::vector<std::string> words;
        for (const Line* line : lines) words.push_back(as_deep_as(type, line->rest, depth));
        const std::vector<int> owner = owners(type, words, depth != Depth::found);
        const auto met =
            static_cast<std::size_t>(std::count_if(owner.begin(), owner.end(), [](int line) { return line >= 0; }));
        (depth == Depth::found ? of.found : depth == Depth::who ? of.who : of.all) += met;
        if (depth != Depth::found) continue;
        for (std::size_t r = 0; r < records.size(); ++r)
          if (owner[r] < 0 && !is_open(type, records[r])) ++of.unknown;
      }
    }
  }

 private:
  void fail(const Line& line, std::string reason) {
    if (line.todo)
      missed_.insert(line.number);
    else
      failures_.push_back({line.number, line.head + ": " + line.rest, std::move(reason)});
  }

  [[nodiscard]] Reasons held(const std::string& type, const Json& record, const std::string& line, bool strict) const {
    return type == "event" ? matcher_.event(record, line, strict) : matcher_.statement(record, line);
  }

  [[nodiscard]] std::vector<const Line*> expected(const std::string& type) const {
    std::vector<const Line*> lines;
    for (const Line& line : lines_)
      if (line.head == type && !line.open) lines.push_back(&line);
    // A line that is not met yet must not take the record of one that is.
    std::stable_partition(lines.begin(), lines.end(), [](const Line* line) { return !line->todo; });
    return lines;
  }

  // Gives every line a record of its own (a maximum matching by augmenting paths): the line of each record, or -1.
  [[nodiscard]] std::vector<int> owners(const std::string& type, const std::vector<std::string>& lines,
                                        bool strict) const {
    const std::vector<Json>& records = records_.of(type);
    std::vector<int> owner(records.size(), -1);
    std::vector<bool> seen;
    const auto place = [&](const auto& self, std::size_t line) -> bool {
      for (std::size_t r = 0; r < records.size(); ++r) {
        if (seen[r] || !held(type, records[r], lines[line], strict).empty()) continue;
        seen[r] = true;
        if (owner[r] < 0 || self(self, static_cast<std::size_t>(owner[r]))) {
          owner[r] = static_cast<int>(line);
          return true;
        }
      }
      return false;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
      seen.assign(records.size(), false);
      place(place, i);
    }
    return owner;
  }

  void pair_up(const std::string& type) {
    const std::vector<const Line*> lines = expected(type);
    std::vector<std::string> words;
    for (const Line* line : lines) words.push_back(line->rest);
    const std::vector<int> owner = owners(type, words, true);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (std::find(owner.begin(), owner.end(), static_cast<int>(i)) == owner.end())
        fail(*lines[i], nearest(type, lines[i]->rest));
    const std::vector<Json>& records = records_.of(type);
    for (std::size_t r = 0; r < records.size(); ++r)
      if (owner[r] >= 0 || is_open(type, records[r])) mentioned_.insert(records[r]["id"].get<std::string>());
  }

  [[nodiscard]] bool is_open(const std::string& type, const Json& record) const {
    return std::any_of(lines_.begin(), lines_.end(), [&](const Line& line) {
      return line.open && line.head == type && held(type, record, line.rest, false).empty();
    });
  }

  [[nodiscard]] std::string nearest(const std::string& type, const std::string& line) const {
    std::vector<std::pair<std::size_t, std::string>> all;
    for (const Json& record : records_.of(type)) {
      const Reasons reasons = held(type, record, line, true);
      std::string why = reasons.empty() ? "meets it, but is taken by another line" : "not so:";
      for (const std::string& reason : reasons) why += " {" + reason + "}";
      all.emplace_back(reasons.size(), "  " + shown(records_, record) + "\n    " + why);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string out = all.empty() ? "there is no record of this type" : "no record is so; nearest are";
    for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 3); ++i) out += "\n" + all[i].second;
    return out;
  }

  void hold(const Line& line) {
    if (line.head == "event" || line.head == "statement") return;  // done by pair_up
    if (line.open) return fail(line, "only an event or a statement can be open");
    if (line.head == "report") return report(line);
    if (line.head == "actor") return actor(line);
    if (line.head == "time" || line.head == "place" || line.head == "quantity") return words_and_value(line);
    if (line.head == "same") return same(line);
    if (line.head == "not") return absent(line);
    if (line.head == "complete") return complete(line);
    fail(line, "unknown kind of line; see tests/golden/README.md");
  }

  void report(const Line& line) {
    const Json& record = records_.of("report").front();
    for (const std::string& part : blank_cut(line.rest)) {
      const auto pair = key_value(part);
      if (!pair) {
        fail(line, "cannot read " + part);
        continue;
      }
      const std::string& key = pair->first;
      const std::string value = unquoted(pair->second);
      const Json& published = part_of(record, "published");
      bool good = false;
      if (key == "title") good = folded(text_of(part_of(record, "title"), "text")) == folded(value);
      if (key == "date") good = value == "none" ? !record.contains("published") : text_of(published, "value") == value;
      if (key == "basis") good = text_of(published, "basis") == value;
      if (key == "author")
        for (const Json& author : part_of(record, "authors")) good = good || holds(text_of(author, "text"), value);
      if (key == "publisher" || key == "url" || key == "id") good = text_of(record, key.c_str()) == value;
      if (key == "place" || key == "agency") good = holds(text_of(part_of(record, "dateline"), key.c_str()), value);
      if (key == "block") {
        const auto colon = value.find(':');
        for (const Json& block : part_of(record, "blocks"))
          if (text_of(block, "kind") == value.substr(0, colon))
            good =
                good || colon == value.npos || holds(records_.words(block["span"]), unquoted(value.substr(colon + 1)));
      }
      if (!good) fail(line, part + " is not so; the record: " + record.dump());
    }
  }

  void actor(const Line& line) {
    const std::vector<std::string> parts = cut(line.rest, "|");
    std::string near;
    for (const Json& record : records_.of("actor")) {
      if (!party_agrees(record, parts[0]) && !holds(text_of(record, "name"), parts[0])) continue;
      Reasons reasons;
      for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i].find('"') != parts[i].npos) {
          for (const std::string& words : cut(parts[i], ",")) {
            bool good = false;
            for (const Json& mention : record["mentions"])
              good = good || folded(records_.words(mention["span"])) == folded(unquoted(words));
            if (!good) reasons.push_back(words);
          }
        } else if (!parts[i].empty() && std::islower(static_cast<unsigned char>(parts[i].front()))) {
          if (text_of(record, "kind") != parts[i]) reasons.push_back(parts[i]);
        } else if (!party_agrees(record, "(" + parts[i] + ")")) {
          reasons.push_back(parts[i]);
        }
      }
      if (reasons.empty()) return;
      near += "\n  " + record.dump() + "\n    not so:";
      for (const std::string& reason : reasons) near += " {" + reason + "}";
    }
    fail(line, near.empty() ? "no actor of this name" : "no actor is so; nearest are" + near);
  }

  void words_and_value(const Line& line) {
    const std::vector<std::string> parts = cut(line.rest, "=");
    std::string near;
    for (const Json& record : records_.of(line.head)) {
      if (!holds(text_of(record, "text"), unquoted(parts[0]))) continue;
      bool good = true;
      const std::vector<std::string> wanted = parts.size() < 2 ? std::vector<std::string>{} : blank_cut(parts[1]);
      for (const std::string& value : wanted) {
        if (line.head == "quantity" && std::isdigit(static_cast<unsigned char>(value.front()))) {
          const auto dots = value.find("..");
          const std::string low = value.substr(0, dots), high = dots == value.npos ? low : value.substr(dots + 2);
          const std::string found = record.contains("high") ? text_of(record, "high") : low;
          good = good && (text_of(record, "low") == low || !record.contains("low")) && found == high;
        } else {
          bool any = false;
          for (const char* key :
               {"value", "earliest", "country", "kind", "name", "unit", "approximate", "form", "geonames"})
            any = any || text_of(record, key) == value;
          good = good && any;
        }
      }
      if (good) return;
      near += "\n  " + record.dump();
    }
    fail(line, near.empty() ? "no record with these words" : "no record is so; those with these words are" + near);
  }

  // The event that has the trigger "words"#N.
  [[nodiscard]] const Json* with_trigger(const std::string& pattern) const {
    const auto hash = pattern.rfind('#');
    const bool numbered = hash != pattern.npos && hash > pattern.rfind('"');
    std::size_t wanted = numbered ? std::stoul("0" + pattern.substr(hash + 1)) : 1;
    for (const Json& record : records_.of("event"))
      if (matcher_
              .event(record,
                     text_of(record, "event") + " | " + trimmed(pattern.substr(0, numbered ? hash : pattern.npos)),
                     false)
              .empty() &&
          --wanted == 0)
        return &record;
    return nullptr;
  }

  void same(const Line& line) {
    std::set<std::string> firsts;
    for (const std::string& pattern : cut(line.rest, "=")) {
      const Json* record = with_trigger(pattern);
      if (record == nullptr) return fail(line, "no event with the trigger " + pattern);
      firsts.insert(record->contains("same_as") ? text_of(*record, "same_as") : text_of(*record, "id"));
    }
    if (firsts.size() <= 1) return;
    std::string found;
    for (const std::string& first : firsts) found += " " + first;
    fail(line, "these are different happenings:" + found);
  }

  void absent(const Line& line) {
    const bool said = line.rest.starts_with("statement");
    const std::string type = said ? "statement" : "event";
    const std::string rest = said ? trimmed(line.rest.substr(9)) : line.rest;
    for (const Json& record : records_.of(type))
      if (held(type, record, rest, false).empty()) fail(line, "but there is\n  " + shown(records_, record));
  }

  void complete(const Line& line) {
    const std::string type = line.rest == "events" ? "event" : line.rest == "statements" ? "statement" : "";
    if (type.empty()) return fail(line, "say events or statements");
    for (const Json& record : records_.of(type))
      if (!mentioned_.contains(record["id"].get<std::string>()))
        fail(line, "the story does not know\n  " + shown(records_, record));
  }

  Records records_;
  Matcher matcher_;
  std::vector<Line> lines_;
  std::vector<Failure> failures_;
  std::set<std::string> mentioned_;
  std::set<std::size_t> missed_;  // lines marked todo that are indeed not met
};

}  // namespace

std::vector<Failure> unmet(std::string_view story, const Coded& coded) { return Trial(story, coded).failures(); }

void count(std::string_view story, const Coded& coded, Tally& tally) { Trial(story, coded).count(tally); }

std::string unmentioned(std::string_view story, const Coded& coded) { return Trial(story, coded).unmentioned(); }

}  // namespace wireroom::golden
