// A report as it was read: its text, its blocks, its head. The result of the stage `input`, immutable afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wireroom/calendar.h"
#include "wireroom/span.h"
#include "wireroom/text.h"

namespace wireroom {

enum class BlockKind : std::uint8_t {
  headline,
  byline,
  date,
  dateline,
  standfirst,
  caption,
  paragraph,
  subhead,
  list,
  table,
  quote,
  turn,
  correction,
  credit,
  contact,
  url,
  boilerplate,
};
[[nodiscard]] const char* name(BlockKind kind);

// Blocks are in the order of the text and never overlap. A dateline at the head of a paragraph ("KABUL, March 3
// (Reuters) - ") is a block of its own before the paragraph's block.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
};
// Blocks whose words are the report's own telling: they are split into sentences and coded.
[[nodiscard]] bool is_prose(
    BlockKind kind);  // headline standfirst caption paragraph subhead list quote turn correction

struct TextPiece {
  std::string text;
  std::optional<Span> span;  // absent if the value comes from metadata
};

enum class DateBasis : std::uint8_t { date_line, dateline, url, metadata, option };
[[nodiscard]] const char* name(DateBasis basis);

struct Published {
  Date date;  // day, month or year, see precision
  Precision precision = Precision::day;
  DateBasis basis = DateBasis::date_line;
  std::optional<Span> span;
};

struct Dateline {
  std::string place;  // "KABUL" as printed; may be empty
  std::optional<Date> date;
  std::string agency;  // "Reuters"; may be empty
  Span span;           // the whole dateline without the dash that ends it
  std::optional<Span> place_span;
};

struct Report {
  std::string id;
  std::string source;  // file name or "-:LINE"
  Text text;
  std::uint32_t text_offset = 0;  // code points of `text` before the text that was given (a title put in front)
  std::optional<TextPiece> title;
  std::vector<TextPiece> authors;
  std::optional<Published> published;
  std::optional<Dateline> dateline;
  std::string publisher, url, lang;
  std::vector<Block> blocks;
  std::vector<std::string> notes;  // what was odd, in words
  std::string meta;                // JSON object of the input's other keys; empty if none
};

}  // namespace wireroom
