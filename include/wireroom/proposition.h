// Who did what to whom, who said what: the results of the stages `statement` and `event`, completed by `join`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireroom/calendar.h"
#include "wireroom/mention.h"
#include "wireroom/span.h"

namespace wireroom {

// Somebody (or something) taking part at one place of the text.
struct Party {
  std::optional<std::uint32_t>
      actor;  // index into Actors::actors; absent for a thing, a place or a crowd unknown to them
  std::optional<std::uint32_t> mention;  // index into Actors::mentions
  WordRange words;
  Span span;                 // the fullest words of the party there, without relative clauses
  std::string country = {};  // of a thing or place that is no actor: whose it is, if its words say so
};

// ---------------------------------------------------------------------------------------------------- statements

enum class StatementKind : std::uint8_t { direct, mixed, indirect };
[[nodiscard]] const char* name(StatementKind kind);
enum class SpeechAct : std::uint8_t {
  say,
  write,
  claim,
  confirm,
  deny,
  ask,
  order,
  promise,
  threaten,
  accuse,
  praise,
  believe,
  want,
  other,
};
[[nodiscard]] const char* name(SpeechAct act);
enum class MediumKind : std::uint8_t {
  social,
  transcript,
  press_conference,
  interview,
  broadcast,
  newspaper,
  letter,
  report,
  speech,
  other,
};
[[nodiscard]] const char* name(MediumKind kind);

struct Medium {
  MediumKind kind = MediumKind::other;
  Span span;  // "Twitter", "the U.S. State Department transcript"
};

struct EventDate {
  Interval interval;
  Precision precision = Precision::day;
  TimeBasis basis = TimeBasis::publication;
  std::optional<Span> span;
  std::optional<std::uint32_t> time;  // index into Coded::times
};

enum class PlaceBasis : std::uint8_t { expression, dateline, party, caption };
[[nodiscard]] const char* name(PlaceBasis basis);

struct EventPlace {
  std::string name, geonames, country;
  std::optional<double> latitude, longitude;
  std::string precision;  // point, city, region, country
  PlaceBasis basis = PlaceBasis::expression;
  std::optional<Span> span;
  std::optional<std::uint32_t> place;  // index into Coded::places
};

// Where an event or statement stands: the place of the text with this index. Precision: a facility is a point.
[[nodiscard]] EventPlace event_place(const std::vector<Place>& places, std::uint32_t index, PlaceBasis basis);

struct Statement {
  StatementKind kind = StatementKind::indirect;
  SpeechAct act = SpeechAct::say;
  std::optional<Party> speaker;
  std::string speaker_basis;  // empty if the words at the place name the speaker; "transcript", "carried_over", …
  std::vector<Span> cue;
  std::vector<WordRange> cue_words;
  std::vector<Span> content;  // without quotation marks
  std::vector<Party> addressees;
  std::optional<Medium> medium;
  std::optional<Span> occasion;
  std::optional<EventDate> date;
  std::optional<EventPlace> place;
  std::optional<std::uint32_t> within;  // index into Coded::statements
  std::vector<std::uint32_t> events;    // indexes into Coded::events, filled by join
  std::vector<std::string> topics;
  bool negated = false;  // "did not say", "declined to comment"
  std::string rule;      // what found it
  double score = 0;
};

// -------------------------------------------------------------------------------------------------------- events

enum class EventType : std::uint8_t {
  AGREE,
  CONSULT,
  SUPPORT,
  CONCEDE,
  COOPERATE,
  AID,
  RETREAT,
  REQUEST,
  ACCUSE,
  REJECT,
  THREATEN,
  PROTEST,
  SANCTION,
  MOBILIZE,
  COERCE,
  ASSAULT,
};
[[nodiscard]] const char* name(EventType type);
[[nodiscard]] std::optional<EventType> event_type(std::string_view name);

enum class EventStatus : std::uint8_t { asserted, planned, possible, conditional, called_for, failed, denied };
[[nodiscard]] const char* name(EventStatus status);

enum class Role : std::uint8_t { host, mediator, instrument, victim, object, topic };
[[nodiscard]] const char* name(Role role);

struct OtherParty {
  Role role = Role::object;
  Party party;
  std::optional<EventType> of;  // the type of a threatened, demanded or denied act
};

struct Count {
  std::string what;  // killed injured arrested displaced missing protesters …
  std::optional<double> low, high;
  Approximation approximate = Approximation::none;
  std::optional<Party> of;
  Span span;
};

struct Duration {
  std::string value;         // ISO 8601: "PT4H"
  double low = 0, high = 0;  // seconds
  bool approximate = false;
  Span span;
};

struct Event {
  EventType type = EventType::CONSULT;
  std::string mode;
  std::vector<std::string> contexts;
  std::string cameo, quad;
  std::optional<double> goldstein, intensity;
  std::vector<Party> source, target;
  std::vector<OtherParty> other;
  std::vector<Span> trigger;  // the words that name the event, in the order of the text
  std::vector<WordRange> trigger_words;
  std::uint32_t sentence = 0;
  EventStatus status = EventStatus::asserted;
  std::optional<Party> according_to;
  std::optional<std::uint32_t> said_in;  // index into Coded::statements
  std::optional<EventDate> date;
  std::optional<EventPlace> place;
  std::optional<Duration> duration;
  std::vector<Count> counts;
  std::optional<std::uint32_t> same_as;  // index into Coded::events: the first record of the same happening
  std::string rule;                      // file and name of the rule
  double score = 0;
};

// ---------------------------------------------------------------------------------------------------- predicates

// A word that tells of an act or state, and whether it is told as a fact.
struct Predicate {
  Span span;
  WordRange words;  // one word
  std::string lemma;
  double factuality = 3;  // from -3 (certainly not) over 0 (open) to 3 (certainly)
};

}  // namespace wireroom
