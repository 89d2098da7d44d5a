// The lines around a report's body: who wrote it, when, from where.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/table.h"
#include "input/dates.h"
#include "wireroom/report.h"

namespace wireroom {

struct Byline {
  std::vector<TextPiece> authors;  // spans relative to the line
  std::string agency;
};

struct PrintedDateline {
  Span span;  // relative; without the dash
  std::optional<Span> place;
  std::optional<PrintedDate> date;
  std::string agency;
  std::size_t body = 0;  // where the paragraph's own words begin
};

class HeaderReader {
 public:
  static Result<HeaderReader> load();

  // "By Anna Smith", "By A and B", "By A in Beirut and B in Paris", "By A | Agency", "BYLINE: A"; nothing if the line
  // is no byline. Agencies in the list of names are authors too ("By A and AP").
  [[nodiscard]] std::optional<Byline> byline(std::string_view line) const;
  // A line of nothing but names of persons and agencies: "Anna Smith and AP". Where it stands must speak for a byline.
  [[nodiscard]] std::optional<Byline> bare_byline(std::string_view line) const;
  [[nodiscard]] bool is_agency(std::string_view name) const;  // "Reuters", "The Associated Press"
  // A line that holds a date and little else: "March 24, 2016", "Published: 24 March 2016 18:40 GMT".
  [[nodiscard]] std::optional<PrintedDate> date_line(std::string_view line) const;
  // The date that opens a text that goes on in its line ("Wednesday 26 July 2023. All times local."), or that a head is
  // "as of".
  [[nodiscard]] std::optional<PrintedDate> opening_date(std::string_view text) const;
  // Whether a date at this byte is one that something is "as of".
  [[nodiscard]] static bool is_as_of(std::string_view text, std::size_t date);
  // A line of a moment without a date: "Updated at 5:10 p.m. ET", "7 years ago".
  [[nodiscard]] bool time_line(std::string_view line) const;
  // "KABUL, March 3 (Reuters) - ", "JERUSALEM, Israel –", "Moscow. March 24. INTERFAX.RU -", "(CNN) " at the head of a
  // paragraph; in the first paragraph of the body also "Addis Ababa — Troops", "NAIROBI: Troops".
  [[nodiscard]] std::optional<PrintedDateline> dateline(std::string_view paragraph, bool first = false) const;
  // A line of its own that is only a place and a date: "Doha, 29 February 2020".
  [[nodiscard]] std::optional<PrintedDateline> place_and_date(std::string_view line) const;
  // The kind that the words of the line give away (openers.tsv): credit, contact, url, boilerplate, correction,
  // caption.
  [[nodiscard]] std::optional<BlockKind> by_words(std::string_view line, bool before_body) const;
  // An agency or another source of pictures: "AFP", "Getty Images", "AFP via Getty Images".
  [[nodiscard]] bool is_picture_source(std::string_view name) const;
  // A line of nothing but a page's buttons: "Share  Save  Listen to this article", "4 min read".
  [[nodiscard]] bool only_controls(std::string_view line) const;
  // What a browser prints above each page: "24/03/2016, 14:37 Title of the page".
  [[nodiscard]] static bool page_header(std::string_view line);
  [[nodiscard]] const DateReader& dates() const { return dates_; }

 private:
  struct Opener {
    BlockKind kind;
    // `head`: contained in a block before the body that tells of no speech.
    enum class Match { begins, ends, contains, equals, head } match;
    std::string words;
  };
  HeaderReader(DateReader dates) : dates_(std::move(dates)) {}
  [[nodiscard]] bool is_date_word(std::string_view word) const;
  [[nodiscard]] bool only_date_words(std::string_view text) const;
  [[nodiscard]] std::optional<PrintedDateline> dateline_in_small_letters(std::string_view paragraph) const;
  [[nodiscard]] std::optional<PrintedDateline> before_bracketed_agency(std::string_view paragraph) const;
  [[nodiscard]] std::optional<PrintedDateline> before_dash(std::string_view paragraph, std::size_t end,
                                                           std::size_t behind, bool first) const;
  // Reads names of persons and agencies up to the end of `line`, a part of `whole`; false if anything else stands
  // there.
  bool read_names(std::string_view whole, std::string_view line, bool strict, Byline& byline) const;

  DateReader dates_;
  std::vector<std::string> agencies_;                                           // sorted, lower case
  std::set<std::string, std::less<>> controls_, picture_sources_, date_words_;  // lower case
  std::set<std::string, std::less<>> no_places_;                                // as written
  std::vector<Opener> openers_;
};

}  // namespace wireroom
