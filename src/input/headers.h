// The lines around a report's body: who wrote it, when, from where.
#pragma once

#include <optional>
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
  Span span;                        // relative; without the dash
  std::optional<Span> place;
  std::optional<PrintedDate> date;
  std::string agency;
  std::size_t body = 0;             // where the paragraph's own words begin
};

class HeaderReader {
 public:
  static Result<HeaderReader> load();

  // "By Anna Smith", "By A and B", "By A in Beirut and B in Paris", "By A | Agency"; nothing if the line is no byline.
  [[nodiscard]] std::optional<Byline> byline(std::string_view line) const;
  // A line that holds a date and little else: "March 24, 2016", "Published: 24 March 2016 18:40 GMT".
  [[nodiscard]] std::optional<PrintedDate> date_line(std::string_view line) const;
  // "KABUL, March 3 (Reuters) - ", "JERUSALEM, Israel –", "Moscow. March 24. INTERFAX.RU -" at the head of a paragraph.
  [[nodiscard]] std::optional<PrintedDateline> dateline(std::string_view paragraph) const;
  // A line of its own that is only a place and a date: "Doha, 29 February 2020".
  [[nodiscard]] std::optional<PrintedDateline> place_and_date(std::string_view line) const;
  // The kind that the words of the line give away (openers.tsv): credit, contact, url, boilerplate, correction, caption.
  [[nodiscard]] std::optional<BlockKind> by_words(std::string_view line, bool before_body) const;
  [[nodiscard]] const DateReader& dates() const { return dates_; }

 private:
  struct Opener {
    BlockKind kind;
    enum class Match { begins, contains, equals } match;
    std::string words;
  };
  HeaderReader(DateReader dates) : dates_(std::move(dates)) {}
  [[nodiscard]] bool is_agency(std::string_view name) const;

  DateReader dates_;
  std::vector<std::string> agencies_;
  std::vector<Opener> openers_;
};

}  // namespace wireroom
