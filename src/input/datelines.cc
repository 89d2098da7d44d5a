// Datelines: "KABUL, March 3 (Reuters) - " and its many relatives. What stands before the first dash (or bracket, or
// colon) is read as date and agency; what is left must be words of a place, and the less there is of date, agency and
// capitals the stricter the place is looked at, for a dash in a sentence is far commoner than a dateline.
#include <algorithm>

#include "base/unicode.h"
#include "input/headers.h"
#include "input/line_shapes.h"

namespace wireroom {
namespace {

// Where a dateline's dash stands: its first byte and the first byte behind it, within the first bytes of a paragraph.
std::optional<std::pair<std::size_t, std::size_t>> dash(std::string_view text, std::size_t from) {
  static constexpr std::string_view kDashes[] = {" -- ", " - ", " – ", " — ", " –- ", "— ",
                                                 " —",   " --", "– ",  "—",   "_ "};
  const std::string_view head = text.substr(0, 140);
  std::optional<std::pair<std::size_t, std::size_t>> best;
  for (const std::string_view mark : kDashes) {
    const std::size_t at = head.find(mark, from);
    if (at != std::string_view::npos && (!best || at < best->first)) best = {at, at + mark.size()};
  }
  return best;
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

std::optional<PrintedDateline> HeaderReader::dateline(std::string_view paragraph, bool first) const {
  if (paragraph.empty()) return std::nullopt;
  if (!(begins_upper(paragraph) || paragraph[0] == '(')) return dateline_in_small_letters(paragraph);
  if (auto found = before_bracketed_agency(paragraph)) return found;
  std::size_t from = 0;
  while (const auto mark = dash(paragraph, from)) {
    from = mark->second;
    if (auto found = before_dash(paragraph, mark->first, mark->second, first)) return found;
  }
  // "NAIROBI: Troops"
  const std::size_t colon = first ? paragraph.substr(0, 40).find(": ") : std::string_view::npos;
  if (colon != std::string_view::npos && is_capitals(paragraph.substr(0, colon)) &&
      begins_upper(paragraph.substr(colon + 2)) && words_of(paragraph.substr(0, colon)).size() <= 3 &&
      count_words(paragraph) >= 12 && !no_places_.contains(paragraph.substr(0, colon))) {
    PrintedDateline found;
    found.span = {0, static_cast<std::uint32_t>(colon)};
    found.place = found.span;
    found.body = colon + 2;
    return found;
  }
  return std::nullopt;
}

// "beirut, march 8 (reuter) - gunmen …": a teleprinter without capitals. Only with a date, and if no capital letter
// stands near.
std::optional<PrintedDateline> HeaderReader::dateline_in_small_letters(std::string_view paragraph) const {
  constexpr std::size_t kLooked = 200;
  const std::string_view looked = paragraph.substr(0, kLooked);
  if (std::any_of(looked.begin(), looked.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return std::nullopt;
  const std::string capitals = in_capitals(looked);
  std::size_t from = 0;
  while (const auto mark = dash(capitals, from)) {
    from = mark->second;
    auto found = before_dash(capitals, mark->first, mark->second, false);
    if (!found || !found->date) continue;
    if (!found->agency.empty())
      found->agency = std::string(paragraph.substr(capitals.find(found->agency), found->agency.size()));
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
  if (words.size() > 6 || (!words.empty() && no_places_.contains(words.front()))) return std::nullopt;
  for (const std::string_view word : words)
    if (!begins_upper(word)) return std::nullopt;
  PrintedDateline found;
  found.agency = std::string(head.substr(open + 1, close - open - 1));
  if (!place.empty()) found.place = span_within(paragraph, place);
  found.span = {0, static_cast<std::uint32_t>(close + 1)};
  found.body = static_cast<std::size_t>(behind.data() - paragraph.data());
  return found;
}

std::optional<PrintedDateline> HeaderReader::before_dash(std::string_view paragraph, std::size_t end,
                                                         std::size_t behind, bool first) const {
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
  while (!place.empty() && (place.back() == '.' || place.back() == ',' || place.back() == '-') &&
         !place.ends_with("D.C."))
    place = trimmed_line(place.substr(0, place.size() - 1));
  const auto words = words_of(place);
  if (!words.empty() && no_places_.contains(words.front())) return std::nullopt;
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
  found.span = span_within(paragraph, trimmed_line(head));
  if (!place.empty()) found.place = span_within(paragraph, place);
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
    if (!place_word(word, false) || is_date_word(trimmed_line(word))) return std::nullopt;
  PrintedDateline found;
  found.date = date;
  found.place = span_within(line, place);
  found.span = {0, static_cast<std::uint32_t>(line.size())};
  found.body = line.size();
  return found;
}

}  // namespace wireroom
