// A plain text in the shape of an agency report or a newspaper's print view: its blocks and its head.
//
//   WIREROOM_TRY(layout, LayoutReader::load());
//   layout.read(report);   // report.text is set; metadata (title, date, url, …) may be set already and is kept
#pragma once

#include "base/result.h"
#include "input/headers.h"
#include "input/units.h"
#include "wireroom/report.h"

namespace wireroom {

class LayoutReader {
 public:
  static Result<LayoutReader> load();

  // Fills blocks (every byte that is no white space lies in exactly one), and where metadata has not set them: title,
  // authors, published, dateline, url, publisher. A date of metadata wins over a date line, that over a dateline, that
  // over the address, that over `option_date`.
  void read(Report& report, std::optional<Date> option_date) const;

 private:
  struct Named {
    Unit unit;
    std::optional<BlockKind> kind;
  };
  explicit LayoutReader(HeaderReader headers) : headers_(std::move(headers)) {}
  void name_units(const Report& report, std::vector<Named>& units) const;
  void name_head(const Report& report, std::vector<Named>& units) const;
  void name_body(const Report& report, std::vector<Named>& units, std::size_t first) const;
  void name_turns(const Report& report, std::vector<Named>& units) const;
  void make_blocks(Report& report, const std::vector<Named>& units) const;
  void read_head(Report& report, std::optional<Date> option_date) const;

  HeaderReader headers_;
};

}  // namespace wireroom
