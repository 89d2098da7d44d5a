#include "input/fields.h"

#include <fmt/format.h>

#include <set>

#include "base/assets.h"
#include "base/table.h"
#include "input/line_shapes.h"

namespace wireroom {
namespace {

constexpr std::size_t kLongestLabel = 32;
constexpr const char* kFile = "data/reading/fields.tsv";

// "Subject:" of "Subject: …", "BODY:" of "BODY:"; empty if the line does not begin with a word and a colon.
std::string_view label_of(std::string_view line) {
  const std::size_t colon = line.substr(0, kLongestLabel).find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view label = line.substr(0, colon + 1);
  return label.find(' ') == std::string_view::npos ? label : std::string_view();
}

}  // namespace

Result<FieldReader> FieldReader::load() {
  FieldReader reader;
  WIREROOM_TRY(bytes, asset(kFile));
  WIREROOM_TRY(table, Table::read(kFile, bytes, {"form", "label", "kind"}));
  for (const Table::Row& row : table.rows()) {
    Field field;
    for (int i = 0; i <= static_cast<int>(BlockKind::boilerplate); ++i)
      if (row["kind"] == wireroom::name(static_cast<BlockKind>(i))) field.kind = static_cast<BlockKind>(i);
    const std::string_view form = row["form"];
    if ((!field.kind && row["kind"] != "body") || (form != "mail" && form != "colon" && form != "line"))
      return Error{ErrorKind::data,
                   fmt::format("{}: no such form or kind of block; see data/reading/README.md", row.place())};
    (form == "mail"    ? reader.mail_
     : form == "colon" ? reader.colon_
                       : reader.line_)
        .emplace(std::string(row["label"]), field);
  }
  return reader;
}

bool FieldReader::name(std::string_view text, std::vector<Named>& units) const {
  return name_codes(text, units) || name_mail(text, units) || name_labels(text, units);
}

// A mail's head is the first run of lines; it is one if it has at least two labels and nothing else but folded lines.
bool FieldReader::name_mail(std::string_view text, std::vector<Named>& units) const {
  std::size_t end = 0, labels = 0;
  for (; end < units.size() && (end == 0 || !units[end].unit.gap_before); ++end) {
    const Span span = units[end].unit.span;
    if (mail_.contains(label_of(text.substr(span.begin, span.size()))))
      ++labels;
    else if (end == 0)
      return false;
  }
  if (labels < 2 || 2 * labels < end) return false;
  std::vector<Named> cut;
  BlockKind last = BlockKind::boilerplate;
  for (std::size_t i = 0; i < end; ++i) {
    const Span span = units[i].unit.span;
    const std::string_view line = text.substr(span.begin, span.size());
    const std::string_view label = label_of(line);
    const auto field = mail_.find(label);
    if (field == mail_.end()) {  // a folded line goes on with the field before
      cut.push_back({units[i].unit, last, false});
      continue;
    }
    last = *field->second.kind;
    const std::size_t value = std::min(line.find_first_not_of(" \t", label.size()), line.size());
    if (last == BlockKind::boilerplate || value == line.size()) {
      cut.push_back({units[i].unit, BlockKind::boilerplate, false});
    } else {
      const auto split = span.begin + static_cast<std::uint32_t>(value);
      const auto label_end = span.begin + static_cast<std::uint32_t>(label.size());
      cut.push_back({{{span.begin, label_end}, units[i].unit.gap_before}, BlockKind::boilerplate, false});
      cut.push_back({{{split, span.end}, false}, last, false});
    }
  }
  units.erase(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(end));
  if (!units.empty()) units.front().begins_body = true;
  units.insert(units.begin(), cut.begin(), cut.end());
  return true;
}

bool FieldReader::name_labels(std::string_view text, std::vector<Named>& units) const {
  std::set<std::string_view> seen;
  const auto label = [&](const Named& named) {
    const Span span = named.unit.span;
    const std::string_view found = label_of(text.substr(span.begin, span.size()));
    return colon_.contains(found) ? found : std::string_view();
  };
  for (const Named& named : units)
    if (const std::string_view found = label(named); !found.empty()) seen.insert(found);
  if (seen.size() < 3) return false;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::string_view found = label(units[i]);
    if (found.empty()) continue;
    const Field& field = colon_.find(found)->second;
    if (field.kind) {
      units[i].kind = field.kind;
    } else if (units[i].unit.span.size() == found.size()) {  // "BODY:" alone; with words behind it they are the body
      units[i].kind = BlockKind::boilerplate;
      if (i + 1 < units.size()) units[i + 1].begins_body = true;
    } else {
      units[i].begins_body = true;
    }
  }
  return true;
}

bool FieldReader::name_codes(std::string_view text, std::vector<Named>& units) const {
  const auto code = [&](const Named& named) {
    const Span span = named.unit.span;
    return span.size() > 3 ? line_.end() : line_.find(text.substr(span.begin, span.size()));
  };
  std::set<std::string_view> seen;
  for (const Named& named : units)
    if (const auto found = code(named); found != line_.end()) seen.insert(found->first);
  if (seen.size() < 4 || !seen.contains("HD")) return false;
  std::optional<BlockKind> value = BlockKind::boilerplate;
  bool body_seen = false;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto found = code(units[i]);
    if (found == line_.end()) {
      units[i].kind = value;
      continue;
    }
    units[i].kind = BlockKind::boilerplate;
    value = found->second.kind;
    if (!value && !body_seen && i + 1 < units.size()) {
      units[i + 1].begins_body = true;
      body_seen = true;
    }
  }
  return true;
}

}  // namespace wireroom
