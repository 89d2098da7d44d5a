// Reports whose head is a list of labelled fields: mails ("Subject: …") and exports of press archives ("BYLINE: …"; a
// code alone on its line and the value beneath).
//
// Which form a text has is told by several labels together; one alone ("DATE: to be announced") is no form.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "input/units.h"
#include "wireroom/report.h"

namespace wireroom {

// A unit with what is known of it.
struct Named {
  Unit unit;
  std::optional<BlockKind> kind;
  bool begins_body = false;  // the fields say that the head ends before this unit
};

class FieldReader {
 public:
  static Result<FieldReader> load();

  // Cuts labels off where they stand in one line with a value of a mail, and names what the fields tell. Units without
  // a field stay without a kind. Whether the text has fields at all.
  [[nodiscard]] bool name(std::string_view text, std::vector<Named>& units) const;

 private:
  struct Field {
    std::optional<BlockKind> kind;  // none: the body begins
  };
  using Fields = std::map<std::string, Field, std::less<>>;
  bool name_mail(std::string_view text, std::vector<Named>& units) const;
  bool name_labels(std::string_view text, std::vector<Named>& units) const;
  bool name_codes(std::string_view text, std::vector<Named>& units) const;

  Fields mail_, colon_, line_;
};

}  // namespace wireroom
