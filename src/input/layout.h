// A plain text in the shape of an agency report or a newspaper's print view: its blocks and its head.
//
//   WIREROOM_TRY(layout, LayoutReader::load());
//   layout.read(report, {});   // report.text is set; metadata (title, date, url, …) may be set already and is kept
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "input/fields.h"
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
  struct Head;  // what the head has shown so far
  LayoutReader(HeaderReader headers, FieldReader fields) : headers_(std::move(headers)), fields_(std::move(fields)) {}

  // Naming of units, in this order; who comes first wins.
  void name_units(const Report& report, std::vector<Named>& units) const;
  void name_title(const Report& report, std::vector<Named>& units) const;
  void name_turns(const Report& report, std::vector<Named>& units) const;
  void split_bars(const Report& report, std::vector<Named>& units) const;
  void name_head(const Report& report, std::vector<Named>& units, bool fields) const;
  std::optional<BlockKind> kind_in_head(const Report& report, const std::vector<Named>& units, std::size_t i,
                                        const Head& head) const;
  bool is_headline(const Report& report, const std::vector<Named>& units, std::size_t i) const;
  bool is_standfirst(const Report& report, const std::vector<Named>& units, std::size_t i, const Head& head) const;
  bool is_caption_of_head(std::string_view line) const;
  std::size_t picture_credit(std::string_view line) const;
  bool is_turn(const Report& report, const Named& named) const;
  bool announces_body(const Report& report, const std::vector<Named>& units, std::size_t from) const;
  void name_body(const Report& report, std::vector<Named>& units) const;
  BlockKind kind_in_body(const Report& report, const std::vector<Named>& units, std::size_t i, std::size_t first) const;
  void name_lists(const Report& report, std::vector<Named>& units) const;

  void make_blocks(Report& report, const std::vector<Named>& units) const;
  void add_block(Report& report, const Block& block) const;
  static bool is_live(const Report& report, const std::vector<Named>& units);
  void add_entry(Report& report, Block block, bool live) const;
  // Title, authors, dates and the like from the blocks (layout_head.cc).
  void read_head(Report& report, std::optional<Date> option_date) const;
  void read_block(Report& report, const Block& block, bool named_authors) const;
  void read_dates(Report& report, std::optional<Date> option_date) const;

  HeaderReader headers_;
  FieldReader fields_;
};

}  // namespace wireroom
