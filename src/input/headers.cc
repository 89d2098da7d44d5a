#include "input/headers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/assets.h"
#include "base/unicode.h"
#include "input/line_shapes.h"

namespace wireroom {

namespace {

// One column of a table.
Result<std::set<std::string, std::less<>>> words_of_table(const char* file, std::string_view column) {
  WIREROOM_TRY(bytes, asset(file));
  WIREROOM_TRY(table, Table::read(file, bytes, {column}));
  std::set<std::string, std::less<>> words;
  for (const Table::Row& row : table.rows()) words.emplace(row[column]);
  return words;
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
      return Error{ErrorKind::data,
                   fmt::format("{}: no such kind of block or match; see data/reading/README.md", row.place())};
    const Opener::Match how = match == "begins"     ? Opener::Match::begins
                              : match == "contains" ? Opener::Match::contains
                              : match == "equals"   ? Opener::Match::equals
                              : match == "ends"     ? Opener::Match::ends
                                                    : Opener::Match::head;
    reader.openers_.push_back({*kind, how, std::string(row["words"])});
  }
  WIREROOM_TRY(controls, words_of_table("data/reading/controls.tsv", "words"));
  WIREROOM_TRY(pictures, words_of_table("data/reading/pictures.tsv", "name"));
  WIREROOM_TRY(date_words, words_of_table("data/reading/date_words.tsv", "word"));
  WIREROOM_TRY(no_places, words_of_table("data/reading/no_places.tsv", "word"));
  reader.controls_ = std::move(controls);
  reader.picture_sources_ = std::move(pictures);
  reader.date_words_ = std::move(date_words);
  reader.no_places_ = std::move(no_places);
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
      byline.authors.push_back({std::string(part), span_within(whole, part)});
    } else if (looks_like_name(part)) {
      byline.authors.push_back({std::string(part), span_within(whole, part)});
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
  if (byline.authors.empty() && begins_upper(line) && words_of(line).size() <= 3 &&
      line.find(',') == std::string_view::npos &&
      !one_of(lower(words_of(line).front()), {"our", "the", "a", "an", "staff", "special", "from"}))
    byline.authors.push_back({std::string(line), span_within(whole, line)});
  if (!behind_bar.empty()) byline.agency = behind_bar;
  return byline;
}

std::optional<Byline> HeaderReader::bare_byline(std::string_view line) const {
  if (line.size() > 90) return std::nullopt;
  Byline byline;
  if (!read_names(line, line, true, byline) || byline.authors.empty()) return std::nullopt;
  return byline;
}

bool HeaderReader::is_date_word(std::string_view word) const {
  const auto figure = [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '.' || c == '+'; };
  return std::all_of(word.begin(), word.end(), figure) || date_words_.contains(lower(word));
}

bool HeaderReader::only_date_words(std::string_view text) const {
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
    if (rest.size() > 2 && rest[0] >= '0' && rest[0] <= '9' && (rest.ends_with("am") || rest.ends_with("pm")))
      rest.remove_suffix(2);
    if (!is_date_word(rest) && word != "—" && word != "–" && word != "•" && word != "·") return false;
    word.clear();
  }
  return true;
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

bool HeaderReader::is_as_of(std::string_view text, std::size_t date) {
  return text.substr(0, date).ends_with("as of ") || text.substr(0, date).ends_with("As of ");
}

std::optional<PrintedDate> HeaderReader::opening_date(std::string_view text) const {
  constexpr std::size_t kLongestHead = 110;
  const auto found = dates_.find(text.substr(0, kLongestHead));
  if (!found || found->year == 0 || found->day == 0) return std::nullopt;
  const std::string_view behind = text.substr(found->end);
  if (is_as_of(text, found->begin)) return behind.size() <= 1 ? found : std::nullopt;
  const bool stops = behind.starts_with(". ") || behind.starts_with("; ");
  return stops && only_date_words(text.substr(0, found->begin)) ? found : std::nullopt;
}

bool HeaderReader::time_line(std::string_view line) const {
  if (line.size() > 60 || line.find_first_of("0123456789") == std::string_view::npos) return false;
  const std::string small = lower(line);
  const auto words = words_of(small);
  if (small.ends_with(" ago"))
    return words.size() <= 4 && words.front().find_first_not_of("0123456789") == std::string_view::npos;
  return one_of(words.front(),
                {"updated", "published", "posted", "updated:", "published:", "posted:", "last", "first"}) &&
         only_date_words(line);
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
        const bool brief = line.size() < 160 || opener.words.back() == ':' || opener.words.front() == '(' ||
                           opener.kind == BlockKind::correction || opener.kind == BlockKind::caption;
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
    const bool number =
        std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == ':'; });
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
  const auto mark = [&](std::string_view marks) {
    return at < line.size() && marks.find(line[at++]) != std::string_view::npos;
  };
  if (!digits(1, 4) || !mark("/.-") || !digits(1, 2) || !mark("/.-") || !digits(2, 4)) return false;
  if (!mark(",") || !mark(" ") || !digits(1, 2) || !mark(":") || !digits(2, 2)) return false;
  return at + 5 < line.size() && line[at] == ' ';
}

}  // namespace wireroom
