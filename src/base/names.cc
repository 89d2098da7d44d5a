// The names of the enumerations as the records print them: each is the enumerator's own word.
#include <cstddef>

#include "wireroom/calendar.h"
#include "wireroom/mention.h"
#include "wireroom/proposition.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

const char* name(Precision value) {
  static constexpr const char* kNames[] = {"minute", "hour", "day", "week", "month", "quarter", "year", "decade"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(BlockKind value) {
  static constexpr const char* kNames[] = {"headline",   "byline",  "date",    "dateline", "standfirst", "caption",
                                           "paragraph",  "subhead", "list",    "table",    "quote",      "turn",
                                           "correction", "credit",  "contact", "url",      "boilerplate"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(DateBasis value) {
  static constexpr const char* kNames[] = {"date_line", "dateline", "url", "metadata", "option"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(NameType value) {
  static constexpr const char* kNames[] = {"none", "PER", "ORG", "GPE", "LOC", "NORP", "MISC"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(TimeKind value) {
  static constexpr const char* kNames[] = {"DATE", "TIME", "DURATION", "SET"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(TimeBasis value) {
  static constexpr const char* kNames[] = {"expression", "tense", "narrative", "publication"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(PlaceForm value) {
  static constexpr const char* kNames[] = {"name", "adjective", "demonym", "metonym"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(PlaceKind value) {
  static constexpr const char* kNames[] = {"country", "region", "city", "facility", "water", "land", "other"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(Approximation value) {
  static constexpr const char* kNames[] = {"none", "about", "more_than", "less_than", "at_least", "at_most"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(ActorKind value) {
  static constexpr const char* kNames[] = {"person", "organisation", "group", "country", "unnamed"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(MentionForm value) {
  static constexpr const char* kNames[] = {"name", "nominal", "pronoun", "adjective", "metonym"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(ActorBasis value) {
  static constexpr const char* kNames[] = {"none",        "title",     "office_date", "directory",
                                           "coreference", "adjective", "organisation"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(StatementKind value) {
  static constexpr const char* kNames[] = {"direct", "mixed", "indirect"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(SpeechAct value) {
  static constexpr const char* kNames[] = {"say",     "write",    "claim",  "confirm", "deny",    "ask",  "order",
                                           "promise", "threaten", "accuse", "praise",  "believe", "want", "other"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(MediumKind value) {
  static constexpr const char* kNames[] = {"social",    "transcript", "press_conference", "interview", "broadcast",
                                           "newspaper", "letter",     "report",           "speech",    "other"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(PlaceBasis value) {
  static constexpr const char* kNames[] = {"expression", "dateline", "party", "caption"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(EventType value) {
  static constexpr const char* kNames[] = {"AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
                                           "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
                                           "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(EventStatus value) {
  static constexpr const char* kNames[] = {"asserted",   "planned", "possible", "conditional",
                                           "called_for", "failed",  "denied"};
  return kNames[static_cast<std::size_t>(value)];
}

const char* name(Role value) {
  static constexpr const char* kNames[] = {"host", "mediator", "instrument", "victim", "object", "topic"};
  return kNames[static_cast<std::size_t>(value)];
}

std::optional<EventType> event_type(std::string_view text) {
  for (int i = 0; i <= static_cast<int>(EventType::ASSAULT); ++i)
    if (text == name(static_cast<EventType>(i))) return static_cast<EventType>(i);
  return std::nullopt;
}

bool is_prose(BlockKind kind) {
  switch (kind) {
    case BlockKind::headline:
    case BlockKind::standfirst:
    case BlockKind::caption:
    case BlockKind::paragraph:
    case BlockKind::subhead:
    case BlockKind::list:
    case BlockKind::quote:
    case BlockKind::turn:
    case BlockKind::correction:
      return true;
    default:
      return false;
  }
}

}  // namespace wireroom
