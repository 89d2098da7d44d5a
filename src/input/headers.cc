#include "input/headers.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/assets.h"
#include "base/unicode.h"
#include "input/line_shapes.h"

namespace wireroom {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
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
      "time", "min", "minute", "minutes", "read", "hrs", "hours", "edition", "print", "issue", "of", "the", "and", "ago", "issued", "release", "for", "immediate"};
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

// Words that stand before a dash or a colon at the head of a paragraph and are no place.
bool no_place(std::string_view word) {
  return one_of(word, {"ANALYSIS", "UPDATE", "UPDATED", "BREAKING", "EXCLUSIVE", "OPINION", "COMMENT", "COMMENTARY", "WATCH",
                       "VIDEO", "READ", "NOTE", "QUESTION", "ANSWER", "FACTBOX", "EXPLAINER", "TIMELINE", "PHOTOS", "FILE",
                       "On", "In", "At", "The", "A", "An", "Yesterday", "Today", "Last", "For", "After", "When", "This"});
}

// What may follow the dash of a dateline: a sentence, not the rest of one.
bool begins_clause(std::string_view text) {
  return text.empty() || begins_upper(text) || begins_with_quote(text) || (text[0] >= '0' && text[0] <= '9');
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
  for (const Table::Row& row : agencies.rows()) reader.agencies_.push_back(lower(row["name"]));
  std::sort(reader.agencies_.begin(), reader.agencies_.end());
  WIREROOM_TRY(opener_bytes, asset("data/reading/openers.tsv"));
  WIREROOM_TRY(openers, Table::read("data/reading/openers.tsv", opener_bytes, {"kind", "match", "words"}));
  for (const Table::Row& row : openers.rows()) {
    std::optional<BlockKind> kind;
    for (int i = 0; i <= static_cast<int>(BlockKind::boilerplate); ++i)
      if (row["kind"] == name(static_cast<BlockKind>(i))) kind = static_cast<BlockKind>(i);
    const std::string_view match = row["match"];
    if (!kind || (match != "begins" && match != "contains" && match != "equals" && match != "head" && match != "ends"))
      return Error{ErrorKind::data, fmt::format("{}: no such kind of block or match; see data/reading/README.md", row.place())};
    const Opener::Match how = match == "begins"     ? Opener::Match::begins
                              : match == "contains" ? Opener::Match::contains
                              : match == "equals"   ? Opener::Match::equals
                              : match == "ends"     ? Opener::Match::ends
                                                    : Opener::Match::head;
    reader.openers_.push_back({*kind, how, std::string(row["words"])});
  }
  WIREROOM_TRY(control_bytes, asset("data/reading/controls.tsv"));
  WIREROOM_TRY(controls, Table::read("data/reading/controls.tsv", control_bytes, {"words"}));
  for (const Table::Row& row : controls.rows()) reader.controls_.emplace(row["words"]);
  WIREROOM_TRY(picture_bytes, asset("data/reading/pictures.tsv"));
  WIREROOM_TRY(pictures, Table::read("data/reading/pictures.tsv", picture_bytes, {"name"}));
  for (const Table::Row& row : pictures.rows()) reader.picture_sources_.insert(lower(row["name"]));
  return reader;
}

bool HeaderReader::is_agency(std::string_view name) const {
  return name.size() < 60 && std::binary_search(agencies_.begin(), agencies_.end(), lower(name));
}

bool HeaderReader::is_picture_source(std::string_view name) const {
  if (name.size() > 60) return false;
  if (const std::size_t via = name.find(" via "); via != std::string_view::npos) name = name.substr(via + 5);
  return is_agency(name) || picture_sources_.contains(lower(name));
}

bool HeaderReader::read_names(std::string_view whole, std::string_view line, bool strict, Byline& byline) const {
  while (!line.empty()) {
    std::size_t cut = line.size(), after = line.size();
    for (const std::string_view mark : {" and ", ", ", " & ", "; ", " AND ", " / "}) {
      const std::size_t at = line.find(mark);
      if (at < cut) {
        cut = at;
        after = at + mark.size();
      }
    }
    std::string_view part = trimmed_line(line.substr(0, cut));
    if (part.starts_with("and ")) part.remove_prefix(4);
    if (!strict)
      for (const std::string_view mark : {" in ", " for ", " at ", " with ", " - ", " – ", " — ", " ("})
        part = trimmed_line(part.substr(0, part.find(mark)));
    if (is_agency(part)) {
      byline.agency = std::string(part);
      byline.authors.push_back({std::string(part), relative(whole, part)});
    } else if (looks_like_name(part)) {
      byline.authors.push_back({std::string(part), relative(whole, part)});
    } else if (strict || (byline.authors.empty() && (words_of(part).size() > 6 || !begins_upper(part)))) {
      return false;  // "By the time the troops arrived, …"
    }
    line = trimmed_line(line.substr(after));
  }
  return true;
}

std::optional<Byline> HeaderReader::byline(std::string_view line) const {
  const std::string_view whole = line;
  if (line.size() > 200) return std::nullopt;
  std::size_t mark = 0;
  for (const std::string_view words : {"By: ", "By ", "BY ", "by ", "BYLINE: "})
    if (line.starts_with(words)) mark = words.size();
  if (mark == 0) return std::nullopt;
  line = trimmed_line(line.substr(mark));
  if (line.starts_with("By ") || line.starts_with("by ")) line.remove_prefix(3);  // "BYLINE: By Anna Smith"
  Byline byline;
  std::string behind_bar;
  if (const std::size_t bar = line.find('|'); bar != std::string_view::npos) {
    behind_bar = std::string(trimmed_line(line.substr(bar + 1)));
    line = trimmed_line(line.substr(0, bar));
  }
  if (line.ends_with('.') && line.size() > 30) return std::nullopt;
  if (!read_names(whole, line, false, byline)) return std::nullopt;
  // One word that is no known agency ("By Banksy") is a name too.
  if (byline.authors.empty() && begins_upper(line) && words_of(line).size() <= 3 && line.find(',') == std::string_view::npos &&
      !one_of(lower(words_of(line).front()), {"our", "the", "a", "an", "staff", "special", "from"}))
    byline.authors.push_back({std::string(line), relative(whole, line)});
  if (!behind_bar.empty()) byline.agency = behind_bar;
  return byline;
}

std::optional<Byline> HeaderReader::bare_byline(std::string_view line) const {
  if (line.size() > 90) return std::nullopt;
  Byline byline;
  if (!read_names(line, line, true, byline) || byline.authors.empty()) return std::nullopt;
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

bool HeaderReader::time_line(std::string_view line) const {
  if (line.size() > 60 || line.find_first_of("0123456789") == std::string_view::npos) return false;
  const std::string small = lower(line);
  const auto words = words_of(small);
  if (small.ends_with(" ago"))
    return words.size() <= 4 && words.front().find_first_not_of("0123456789") == std::string_view::npos;
  return one_of(words.front(), {"updated", "published", "posted", "updated:", "published:", "posted:", "last", "first"}) &&
         only_date_words(line);
}

std::optional<PrintedDateline> HeaderReader::dateline(std::string_view paragraph, bool first) const {
  if (paragraph.empty() || !(begins_upper(paragraph) || paragraph[0] == '(')) return std::nullopt;
  if (auto found = before_bracketed_agency(paragraph)) return found;
  std::size_t from = 0;
  while (const auto mark = dash(paragraph, from)) {
    from = mark->second;
    if (auto found = before_dash(paragraph, mark->first, mark->second, first)) return found;
  }
  // "NAIROBI: Troops"
  const std::size_t colon = first ? paragraph.substr(0, 40).find(": ") : std::string_view::npos;
  if (colon != std::string_view::npos && is_capitals(paragraph.substr(0, colon)) && begins_upper(paragraph.substr(colon + 2)) &&
      words_of(paragraph.substr(0, colon)).size() <= 3 && count_words(paragraph) >= 12 &&
      !no_place(paragraph.substr(0, colon))) {
    PrintedDateline found;
    found.span = {0, static_cast<std::uint32_t>(colon)};
    found.place = found.span;
    found.body = colon + 2;
    return found;
  }
  return std::nullopt;
}

// "(CNN) When", "Seoul, South Korea (CNN)When": a known agency in brackets and no dash behind it.
std::optional<PrintedDateline> HeaderReader::before_bracketed_agency(std::string_view paragraph) const {
  const std::string_view head = paragraph.substr(0, 80);
  const std::size_t open = head.find('('), close = head.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
  if (!is_agency(head.substr(open + 1, close - open - 1))) return std::nullopt;
  std::string_view behind = paragraph.substr(close + 1);
  while (behind.starts_with(' ')) behind.remove_prefix(1);
  if (!begins_clause(behind)) return std::nullopt;  // a dash too
  const std::string_view place = trimmed_line(head.substr(0, open));
  const auto words = words_of(place);
  if (words.size() > 6 || (!words.empty() && no_place(words.front()))) return std::nullopt;
  for (const std::string_view word : words)
    if (!begins_upper(word)) return std::nullopt;
  PrintedDateline found;
  found.agency = std::string(head.substr(open + 1, close - open - 1));
  if (!place.empty()) found.place = relative(paragraph, place);
  found.span = {0, static_cast<std::uint32_t>(close + 1)};
  found.body = static_cast<std::size_t>(behind.data() - paragraph.data());
  return found;
}

std::optional<PrintedDateline> HeaderReader::before_dash(std::string_view paragraph, std::size_t end, std::size_t behind,
                                                         bool first) const {
  const std::string_view head = paragraph.substr(0, end);
  PrintedDateline found;
  std::string_view place = head;
  if (const std::size_t open = head.find('('); open != std::string_view::npos) {
    const std::size_t close = head.find(')', open);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view inside = head.substr(open + 1, close - open - 1);
    if (is_agency(inside) || (words_of(inside).size() <= 4 && begins_upper(inside) && open > 0))
      found.agency = std::string(inside);
    place = open == 0 ? inside : head.substr(0, open);  // "(New York, NY - October 21)" has the place inside
    if (open == 0 && !found.agency.empty()) place = {};
  } else {
    const auto words = words_of(head);
    if (!words.empty() && is_agency(words.back())) {
      found.agency = std::string(words.back());
      place = head.substr(0, static_cast<std::size_t>(words.back().data() - head.data()));
    }
  }
  const bool known_agency = is_agency(found.agency);
  if (const auto date = dates_.find(place)) {
    found.date = date;
    place = place.substr(0, date->begin);
  }
  place = trimmed_line(place);
  while (!place.empty() && (place.back() == '.' || place.back() == ',' || place.back() == '-') && !place.ends_with("D.C."))
    place = trimmed_line(place.substr(0, place.size() - 1));
  const auto words = words_of(place);
  if (!words.empty() && no_place(words.front())) return std::nullopt;
  // Any word may stand in brackets: "the European Court of Justice (ECJ) —". It is an agency if it is known as one, or
  // if the place before it is in capitals.
  if (!found.agency.empty() && !known_agency && (words.empty() || !is_capitals(words.front()))) return std::nullopt;
  const bool sure = !found.agency.empty() || found.date.has_value();
  // Without agency or date the first word must be in capitals ("JERUSALEM, Israel –"), or it is a sentence's dash; only
  // the first words of the body may be in lower case ("Addis Ababa — Troops").
  const bool mixed = !sure && first && !words.empty() && !is_capitals(words.front());
  if (mixed && (words.size() > 4 || !begins_clause(paragraph.substr(behind)))) return std::nullopt;
  if (words.size() > 8 || (words.empty() && !(sure && head.starts_with('(')))) return std::nullopt;
  if (!sure && !mixed && !is_capitals(words.front())) return std::nullopt;
  const bool comma = place.find(',') != std::string_view::npos;
  for (const std::string_view word : words)
    if (!place_word(word, !sure && !comma && !mixed)) return std::nullopt;
  found.span = relative(paragraph, trimmed_line(head));
  if (!place.empty()) found.place = relative(paragraph, place);
  found.body = behind;
  return found;
}

std::optional<PrintedDateline> HeaderReader::place_and_date(std::string_view line) const {
  if (line.size() > 70) return std::nullopt;
  const auto date = dates_.find(line);
  if (!date || date->begin < 3 || date->day == 0) return std::nullopt;
  const std::string_view behind = line.substr(date->end);
  if (!only_date_words(behind)) return std::nullopt;
  const std::string_view before = line.substr(0, date->begin);
  const std::string_view place = trimmed_line(before);
  const auto words = words_of(place);
  if (words.empty() || words.size() > 4 || before.find(',') == std::string_view::npos) return std::nullopt;
  for (const std::string_view word : words)
    if (!place_word(word, false) || date_line_word(trimmed_line(word))) return std::nullopt;
  PrintedDateline found;
  found.date = date;
  found.place = relative(line, place);
  found.span = {0, static_cast<std::uint32_t>(line.size())};
  found.body = line.size();
  return found;
}

std::optional<BlockKind> HeaderReader::by_words(std::string_view line, bool before_body) const {
  // All openers are words of short lines or stand at the beginning: a long paragraph is not searched through.
  constexpr std::size_t kSearched = 480;
  const std::string small = lower(line.substr(0, kSearched));
  for (const Opener& opener : openers_) {
    switch (opener.match) {
      case Opener::Match::equals:
        if (line.size() < kSearched && small == opener.words) return opener.kind;
        break;
      case Opener::Match::ends:
        if (line.size() < 200 && small.ends_with(opener.words)) return opener.kind;
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
      case Opener::Match::head:
        if (before_body && line.size() < 420 && line.find('"') == std::string_view::npos &&
            small.find(opener.words) != std::string::npos && small.find(" said") == std::string::npos)
          return opener.kind;
        break;
      case Opener::Match::contains:
        // Captions before the body may be longer.
        if (line.size() >= (opener.kind == BlockKind::caption && before_body ? 420U : 300U)) break;
        if (small.find(opener.words) != std::string::npos) return opener.kind;
        break;
    }
  }
  return std::nullopt;
}

bool HeaderReader::only_controls(std::string_view line) const {
  if (line.size() > 120) return false;
  std::vector<std::string> words;
  for (std::string_view word : words_of(line)) {
    while (!word.empty() && (word.back() == ',' || word.back() == '|' || word.back() == '.')) word.remove_suffix(1);
    const bool number = std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == ':'; });
    if (!word.empty() && !number) words.push_back(lower(word));
  }
  constexpr std::size_t kLongest = 4;  // words of a button
  for (std::size_t at = 0; at < words.size();) {
    std::size_t next = at;
    std::string phrase;
    for (std::size_t end = at; end < words.size() && end < at + kLongest; ++end) {
      if (end > at) phrase += ' ';
      phrase += words[end];
      if (controls_.contains(phrase)) next = end + 1;
    }
    if (next == at) return false;
    at = next;
  }
  return !words.empty();
}

bool HeaderReader::page_header(std::string_view line) {
  std::size_t at = 0;
  const auto digits = [&](std::size_t least, std::size_t most) {
    const std::size_t begin = at;
    while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
    return at - begin >= least && at - begin <= most;
  };
  const auto mark = [&](std::string_view marks) { return at < line.size() && marks.find(line[at++]) != std::string_view::npos; };
  if (!digits(1, 4) || !mark("/.-") || !digits(1, 2) || !mark("/.-") || !digits(2, 4)) return false;
  if (!mark(",") || !mark(" ") || !digits(1, 2) || !mark(":") || !digits(2, 2)) return false;
  return at + 5 < line.size() && line[at] == ' ';
}

}  // namespace wireroom
