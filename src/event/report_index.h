// What the coder of events asks of a whole report, looked up once: its time is linear in the report, not in report
// times events.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/by_sentence.h"
#include "wireroom/coded.h"

namespace wireroom {

class ReportIndex {
 public:
  explicit ReportIndex(const Coded& coded);  // times, places, actors and statements are there, events are not needed

  // Statements with words of their cue, with their speaker's words, with words of their content in the sentence, as
  // indexes into Coded::statements, ascending.
  [[nodiscard]] std::span<const std::uint32_t> cued_in(std::uint32_t sentence) const { return cued_.in(sentence); }
  [[nodiscard]] std::span<const std::uint32_t> spoken_in(std::uint32_t sentence) const { return spoken_.in(sentence); }
  [[nodiscard]] std::span<const std::uint32_t> said_in(std::uint32_t sentence) const { return said_.in(sentence); }
  // Bytes of a statement's content.
  [[nodiscard]] std::uint32_t content_size(std::uint32_t statement) const { return sizes_[statement]; }

  // The actor that is this country itself, the first place of the text that the dateline names.
  [[nodiscard]] std::optional<std::uint32_t> country_actor(std::string_view country) const;
  [[nodiscard]] std::optional<std::uint32_t> dateline_place() const { return dateline_place_; }

 private:
  void read_statements(const Coded& coded);
  void read_dateline(const Coded& coded);

  BySentence cued_, spoken_, said_;
  std::vector<std::uint32_t> sizes_;
  std::map<std::string_view, std::uint32_t> countries_;
  std::optional<std::uint32_t> dateline_place_;
};

}  // namespace wireroom
