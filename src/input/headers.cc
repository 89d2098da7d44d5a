#include "input/headers.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/assets.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ','; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) ++at;
    const std::size_t begin = at;
    while (at < text.size() && text[at] != ' ' && text[at] != '\t' && text[at] != '\n' && text[at] != '\r') ++at;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Two to five words that begin in upper case, particles between them allowed: a person's name in a byline.
bool looks_like_name(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() < 2 || words.size() > 6) return false;
  for (const std::string_view word : words) {
    if (one_of(word, {"de", "da", "di", "du", "van", "von", "der", "den", "el", "al", "bin", "ben", "la", "le", "dos", "del", "ter"})) continue;
    if (!begins_upper(word) || word.find_first_of("0123456789:;@/\"") != std::string_view::npos) return false;
  }
  return !one_of(lower(words.front()), {"our", "the", "a", "an", "staff", "special", "from"});
}

Span relative(std::string_view all, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - all.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

// The words of a date line besides the date.
bool date_line_word(std::string_view word) {
  const std::string w = lower(word);
  static constexpr std::string_view kKnown[] = {
      "published", "posted", "updated", "last", "modified", "first", "created", "date", "on", "at", "monday", "tuesday", "wednesday",
      "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "gmt", "utc",
      "est", "edt", "et", "pst", "pdt", "pt", "cet", "cest", "bst", "ist", "msk", "sgt", "hkt", "aest", "eat", "wat", "am", "pm", "a.m", "p.m", "local",
      "time", "hrs", "hours", "edition", "print", "issue", "of", "the", "and", "ago", "issued", "release", "for", "immediate"};
  if (w.empty()) return true;
  if (std::all_of(w.begin(), w.end(), [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '.' || c == '+'; })) return true;
  return std::find(std::begin(kKnown), std::end(kKnown), w) != std::end(kKnown);
}

bool only_date_words(std::string_view text) {
  std::string word;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    const bool inside = is_letter(static_cast<unsigned char>(c)) || (c >= '0' && c <= '9') || c == ':' || c == '.' ||
                        (static_cast<unsigned char>(c) >= 0x80);
    if (inside) {
      word += c;
      continue;
    }
    while (!word.empty() && (word.back() == ':' || word.back() == '.')) word.pop_back();
    // "12:30pm": digits and am/pm in one word
    std::string_view rest = word;
    if (rest.size() > 2 && rest[0] >= '0' && rest[0] <= '9' && (rest.ends_with("am") || rest.ends_with("pm"))) rest.remove_suffix(2);
    if (!date_line_word(rest) && word != "—" && word != "–" && word != "•" && word != "·") return false;
    word.clear();
  }
  return true;
}

// Where a dateline's dash stands: its first byte and the first byte behind it, within the first bytes of a paragraph.
std::optional<std::pair<std::size_t, std::size_t>> dash(std::string_view text, std::size_t from) {
  static constexpr std::string_view kDashes[] = {" -- ", " - ", " – ", " — ", " –- ", "— ", " —", " --", "– ", "—", "_ "};
  const std::string_view head = text.substr(0, 140);
  std::optional<std::pair<std::size_t, std::size_t>> best;
  for (const std::string_view mark : kDashes) {
    const std::size_t at = head.find(mark, from);
    if (at != std::string_view::npos && (!best || at < best->first)) best = {at, at + mark.size()};
  }
  return best;
}

bool place_word(std::string_view word, bool capitals_only) {
  while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ';')) word.remove_suffix(1);
  if (word.empty()) return true;
  if (one_of(word, {"and", "of", "de", "la", "el", "al", "the", "in", "near", "on", "di", "du", "/", "&"})) return true;
  return capitals_only ? is_capitals(word) : begins_upper(word);
}

}  // namespace

Result<HeaderReader> HeaderReader::load() {
  WIREROOM_TRY(dates, DateReader::load());
  HeaderReader reader(std::move(dates));
  WIREROOM_TRY(agency_bytes, asset("data/reading/agencies.tsv"));
  WIREROOM_TRY(agencies, Table::read("data/reading/agencies.tsv", agency_bytes, {"name"}));
  for (const Table::Row& row : agencies.rows()) reader.agencies_.emplace_back(row["name"]);
  std::sort(reader.agencies_.begin(), reader.agencies_.end());
  WIREROOM_TRY(opener_bytes, asset("data/reading/openers.tsv"));
  WIREROOM_TRY(openers, Table::read("data/reading/openers.tsv", opener_bytes, {"kind", "match", "words"}));
  for (const Table::Row& row : openers.rows()) {
    std::optional<BlockKind> kind;
    for (int i = 0; i <= static_cast<int>(BlockKind::boilerplate); ++i)
      if (row["kind"] == name(static_cast<BlockKind>(i))) kind = static_cast<BlockKind>(i);
    const std::string_view match = row["match"];
    if (!kind || (match != "begins" && match != "contains" && match != "equals"))
      return Error{ErrorKind::data, fmt::format("{}: no such kind of block or match; see data/reading/README.md", row.place())};
    reader.openers_.push_back({*kind, match == "begins" ? Opener::Match::begins : match == "contains" ? Opener::Match::contains : Opener::Match::equals,
                               std::string(row["words"])});
  }
  return reader;
}

bool HeaderReader::is_agency(std::string_view name) const {
  return std::binary_search(agencies_.begin(), agencies_.end(), name);
}

std::optional<Byline> HeaderReader::byline(std::string_view line) const {
  const std::string_view whole = line;
  if (line.size() > 160) return std::nullopt;
  const bool marked = line.starts_with("By ") || line.starts_with("BY ") || line.starts_with("by ") || line.starts_with("By: ");
  if (!marked) return std::nullopt;
  line = trimmed(line.substr(line[2] == ':' ? 4 : 3));
  Byline byline;
  if (const std::size_t bar = line.find('|'); bar != std::string_view::npos) {
    byline.agency = std::string(trimmed(line.substr(bar + 1)));
    line = trimmed(line.substr(0, bar));
  }
  if (line.ends_with('.') && line.size() > 30) return std::nullopt;
  bool person = false;
  while (!line.empty()) {
    std::size_t cut = line.size(), after = line.size();
    for (const std::string_view mark : {" and ", ", ", " & ", "; ", " AND "}) {
      const std::size_t at = line.find(mark);
      if (at < cut) {
        cut = at;
        after = at + mark.size();
      }
    }
    std::string_view part = trimmed(line.substr(0, cut));
    for (const std::string_view mark : {" in ", " for ", " at ", " with ", " - ", " – ", " — ", " ("}) part = trimmed(part.substr(0, part.find(mark)));
    if (is_agency(part)) byline.agency = std::string(part);
    else if (looks_like_name(part)) {
      byline.authors.push_back({std::string(part), relative(whole, part)});
      person = true;
    } else if (!person && words_of(part).size() > 6) {
      return std::nullopt;  // "By the time the troops arrived, …"
    } else if (!person && !part.empty() && !begins_upper(part)) {
      return std::nullopt;
    }
    line = trimmed(line.substr(after));
  }
  return byline;
}

std::optional<PrintedDate> HeaderReader::date_line(std::string_view line) const {
  if (line.size() > 110) return std::nullopt;
  const auto found = dates_.find(line);
  if (!found || found->year == 0) return std::nullopt;
  std::string rest(line.substr(0, found->begin));
  rest += ' ';
  std::string_view behind = line.substr(found->end);
  if (const auto second = dates_.find(behind); second) {  // "Published … Updated …"
    rest += behind.substr(0, second->begin);
    behind = behind.substr(second->end);
  }
  rest += behind;
  return only_date_words(rest) ? found : std::nullopt;
}

std::optional<PrintedDateline> HeaderReader::dateline(std::string_view paragraph) const {
  if (paragraph.empty() || !(begins_upper(paragraph) || paragraph[0] == '(')) return std::nullopt;
  std::size_t from = 0;
  while (const auto mark = dash(paragraph, from)) {
    from = mark->second;
    const std::string_view head = paragraph.substr(0, mark->first);
    PrintedDateline found;
    std::string_view place = head;
    if (const std::size_t open = head.find('('); open != std::string_view::npos) {
      const std::size_t close = head.find(')', open);
      if (close == std::string_view::npos) continue;
      const std::string_view inside = head.substr(open + 1, close - open - 1);
      if (is_agency(inside) || (words_of(inside).size() <= 4 && begins_upper(inside) && open > 0)) found.agency = std::string(inside);
      place = open == 0 ? inside : head.substr(0, open);  // "(New York, NY - October 21)" has the place inside
    } else {
      const auto words = words_of(head);
      if (!words.empty() && is_agency(words.back())) {
        found.agency = std::string(words.back());
        place = head.substr(0, static_cast<std::size_t>(words.back().data() - head.data()));
      }
    }
    if (const auto date = dates_.find(place)) {
      found.date = date;
      place = place.substr(0, date->begin);
    }
    place = trimmed(place);
    while (!place.empty() && (place.back() == '.' || place.back() == ',') && !place.ends_with("D.C.")) place = trimmed(place.substr(0, place.size() - 1));
    const auto words = words_of(place);
    const bool sure = !found.agency.empty() || found.date.has_value();
    // Without agency or date the first word must be in capitals ("JERUSALEM, Israel –"), or it is a sentence's dash.
    if (words.empty() || words.size() > 8) continue;
    if (!sure && !is_capitals(words.front())) continue;
    const bool comma = place.find(',') != std::string_view::npos;
    bool right = true;
    for (std::size_t i = 0; i < words.size(); ++i) right = right && place_word(words[i], !sure && !comma);
    if (!right) continue;
    found.span = relative(paragraph, trimmed(head));
    found.place = relative(paragraph, place);
    found.body = mark->second;
    return found;
  }
  return std::nullopt;
}

std::optional<PrintedDateline> HeaderReader::place_and_date(std::string_view line) const {
  if (line.size() > 70) return std::nullopt;
  const auto date = dates_.find(line);
  if (!date || date->begin < 3 || date->day == 0) return std::nullopt;
  const std::string_view behind = line.substr(date->end);
  if (!only_date_words(behind)) return std::nullopt;
  const std::string_view before = line.substr(0, date->begin);
  const std::string_view place = trimmed(before);
  const auto words = words_of(place);
  if (words.empty() || words.size() > 4 || before.find(',') == std::string_view::npos) return std::nullopt;
  for (const std::string_view word : words)
    if (!place_word(word, false) || date_line_word(trimmed(word))) return std::nullopt;
  PrintedDateline found;
  found.date = date;
  found.place = relative(line, place);
  found.span = {0, static_cast<std::uint32_t>(line.size())};
  found.body = line.size();
  return found;
}

std::optional<BlockKind> HeaderReader::by_words(std::string_view line, bool before_body) const {
  const std::string small = lower(line);
  for (const Opener& opener : openers_) {
    switch (opener.match) {
      case Opener::Match::equals:
        if (small == opener.words) return opener.kind;
        break;
      case Opener::Match::begins: {
        if (!small.starts_with(opener.words)) break;
        const std::size_t after = opener.words.size();
        const bool whole = after == small.size() || !is_letter(static_cast<unsigned char>(small[after - 1])) ||
                           !is_letter(static_cast<unsigned char>(small[after]));
        // A long paragraph may begin with such words ("More from the summit emerged …"); a label has a colon.
        const bool brief = line.size() < 160 || opener.words.back() == ':' || opener.words.front() == '(' || opener.kind == BlockKind::correction ||
                           opener.kind == BlockKind::caption;
        if (whole && brief) return opener.kind;
        break;
      }
      case Opener::Match::contains:
        if (small.find(opener.words) == std::string::npos) break;
        if (opener.kind == BlockKind::caption ? (before_body && line.size() < 420) || line.size() < 300 : line.size() < 300) return opener.kind;
        break;
    }
  }
  return std::nullopt;
}

}  // namespace wireroom
