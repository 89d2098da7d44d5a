// Who, when, where, how many: what the layers between the parse and the propositions find. Immutable afterwards.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireroom/calendar.h"
#include "wireroom/span.h"

namespace wireroom {

// Words first..last (inclusive) of a sentence; `head` is the word that the others hang on.
struct WordRange {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0, head = 0;
};

// ---------------------------------------------------------------------------------------------------------- when

enum class TimeKind : std::uint8_t { DATE, TIME, DURATION, SET };
[[nodiscard]] const char* name(TimeKind kind);

enum class TimeBasis : std::uint8_t { expression, tense, narrative, publication };
[[nodiscard]] const char* name(TimeBasis basis);

struct TimeExpression {
  WordRange words;  // of a sentence; `span` is exact, also inside a word ("2009" in "2009-2010")
  Span span;
  TimeKind kind = TimeKind::DATE;
  std::string value;     // TIMEX3: "2016-03-23", "PT4H", "PAST_REF", "XXXX-WXX-5"
  std::string modifier;  // TIMEX3 mod: "LESS_THAN", "APPROX", …; empty if none
  Interval interval;     // calendar days or moments that the value names; empty for durations and sets
  std::optional<Precision> precision;
  TimeBasis basis =
      TimeBasis::expression;  // what fixed the value: the words alone, the tense, the narrative, the publication date
  std::optional<std::int32_t> anchor;          // index of the time expression that the value was counted from
  double duration_low = 0, duration_high = 0;  // seconds, of a DURATION; 0 if not known
};

// --------------------------------------------------------------------------------------------------------- where

enum class PlaceForm : std::uint8_t { name, adjective, demonym, metonym };
[[nodiscard]] const char* name(PlaceForm form);
enum class PlaceKind : std::uint8_t { country, region, city, facility, water, land, other };
[[nodiscard]] const char* name(PlaceKind kind);

struct Place {
  WordRange words;
  Span span;
  PlaceForm form = PlaceForm::name;
  PlaceKind kind = PlaceKind::other;
  std::string name;      // canonical name; as printed if the tables do not know it
  std::string country;   // ISO 3166-1 alpha-3, KOS; empty if unknown
  std::string geonames;  // empty if none is trusted
  std::string admin1;
  std::optional<double> latitude, longitude;
  double score = 0;
};

// ------------------------------------------------------------------------------------------------------ how many

enum class Approximation : std::uint8_t { none, about, more_than, less_than, at_least, at_most };
[[nodiscard]] const char* name(Approximation approximation);

struct Quantity {
  WordRange words;  // from the hedge to the unit
  Span span;
  std::optional<double> low, high;
  Approximation approximate = Approximation::none;
  std::string
      unit;  // "percent", "USD", "USD per barrel", "kilometre", "person"; empty where a thing is counted (`what`)
  std::optional<Span> what;
  std::optional<std::uint32_t> what_head;  // word index of the head of the thing counted, in the same sentence
};

// ----------------------------------------------------------------------------------------------------------- who

enum class ActorKind : std::uint8_t { person, organisation, group, country, unnamed };
[[nodiscard]] const char* name(ActorKind kind);
enum class MentionForm : std::uint8_t { name, nominal, pronoun, adjective, metonym };
[[nodiscard]] const char* name(MentionForm form);
enum class ActorBasis : std::uint8_t { none, title, office_date, directory, coreference, adjective, organisation };
[[nodiscard]] const char* name(ActorBasis basis);

struct Office {
  std::string title, body, country;
  std::string from, to;  // ISO 8601, as precise as known; empty if not known
};

// What one source makes of an actor.
struct ActorReading {
  std::string country, sector, office;
};

// The report's words and the directory disagree who somebody is. The words decide; both readings are kept.
struct ActorConflict {
  ActorReading text, directory;
  std::string entry;  // id of the directory's
};

struct Actor {
  std::string name;  // fullest in the report; for unnamed ones the words of the first mention
  ActorKind kind = ActorKind::unnamed;
  std::string country;          // ISO 3166-1 alpha-3, KOS, or IGO UNO EUR NGO ISM IMG MNC; empty if unknown
  std::string sector, sector2;  // PLOVER
  std::string code;             // CAMEO actor code
  std::optional<Office> office;
  std::string entry, wikidata;
  ActorBasis basis = ActorBasis::none;
  std::optional<ActorConflict> conflict;
  std::vector<std::uint32_t> mentions;  // indexes into Actors::mentions, in the order of the text
  bool plural = false;                  // a list or a group of persons ("two ministers", "protesters")
};

// One mention of an actor: its noun phrase without relative clauses ("U.S. Secretary of State John Kerry"); for a
// possessive the words before 's.
struct Mention {
  WordRange words;
  Span span;
  MentionForm form = MentionForm::name;
  std::uint32_t actor = 0;  // index into Actors::actors
  // Whom a plural phrase means ("the two leaders"), as indexes into Actors::actors; `actor` is then a group of its own.
  // Empty: just `actor`.
  std::vector<std::uint32_t> members = {};
};

struct Actors {
  std::vector<Actor> actors;      // in the order of their first mention
  std::vector<Mention> mentions;  // in the order of the text
  // The mention whose head is this word, else nullptr. An adjective of nationality is a mention of form adjective of
  // its country and stands beside the mention it modifies.
  [[nodiscard]] const Mention* with_head(std::uint32_t sentence, std::uint32_t word) const;
  // The innermost mention that covers this word, else nullptr.
  [[nodiscard]] const Mention* covering(std::uint32_t sentence, std::uint32_t word) const;
};

}  // namespace wireroom
