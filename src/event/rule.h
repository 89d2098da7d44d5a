// Rules of political events as the matcher reads them. People write them in rules/event/*.rules; see the README there.
//
//   event CONSULT visit          cameo 042  mode visit
//     verb    visit | pay ~ visit | arrive in
//     source  subject
//     target  object | after to, in
//     needs   source political
//     yes     Kerry arrived in Moscow on Wednesday.   | Kerry -> Moscow
//     no      Thousands of tourists visited the museum.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireroom/proposition.h"

namespace wireroom {

// One word of a pattern: any of these lemmas (a class of lemmas is written out), sorted.
using Lemmas = std::vector<std::string>;
[[nodiscard]] bool holds(const Lemmas& lemmas, std::string_view lemma);

enum class TriggerKind : std::uint8_t { verb, noun, adjective };

// What must stand beside the head of a pattern.
struct PatternPart {
  enum class Kind : std::uint8_t {
    beside,      // a particle or preposition: "pull out", "travel to"
    object,      // "~ visit": the (logical) object has this lemma
    oblique,     // "on ~ alert": `preposition` with this lemma after it
    complement,  // "> resign": a clause or infinitive whose verb has this lemma
    modifier,    // of a noun: the word before it, "hunger strike"
  };
  Kind kind = Kind::beside;
  Lemmas preposition;
  Lemmas word;
};

struct Pattern {
  TriggerKind kind = TriggerKind::verb;
  Lemmas head;
  std::vector<PatternPart> parts;
};

// Where a party stands, seen from the trigger.
struct Position {
  enum class Kind : std::uint8_t {
    subject,
    object,
    recipient,
    owner,
    preposition,
    complement_subject,
    complement_object,
    condition_subject,
    modifier,
    concerned,
    discussed
  };
  Kind kind = Kind::subject;
  Lemmas prepositions;
};

// Roles that a rule can fill; the last three go into Event::other.
enum class RuleRole : std::uint8_t { source, target, host, mediator, topic, instrument, object };
inline constexpr std::size_t kRuleRoles = 7;

struct Need {
  enum class Of : std::uint8_t {
    source,
    target,
    party,
    object,
    clause,
    occurrence,  // the noun is the subject of a verb of happening or lasting
    sentence,
    told  // how the verb itself is told
  };      // clause: what is said, asked, shown
  Of of = Of::source;
  bool wanted = true;  // false: "not"
  bool named = false;  // a single person known by name or office
  bool political = false, actor = false, people = false, place = false, country = false, there = false;
  bool question = false;             // of a clause: it asks something
  bool must = false;                 // of a clause: somebody must do something
  bool should = false;               // of a clause: the same, or only should
  bool purpose = false;              // of a clause: what it is done for
  bool refused = false;              // of how it is told: "will not"
  bool denied = false;               // of how it is told: "had not"
  bool own = false;                  // of a clause: the deed told there is the source's own, still to come
  Lemmas lemmas;                     // of a class
  std::vector<std::string> sectors;  // PLOVER
};

struct Example {
  std::string sentence;
  std::vector<std::string> source, target;  // words that the parties must hold; empty: not told
  std::optional<EventStatus> status;
  std::size_t line = 0;
};

struct Rule {
  EventType type = EventType::CONSULT;
  std::string name, mode, cameo;
  std::vector<std::string> contexts;
  bool symmetric = false;  // all parties act on one another
  bool judicial = false;   // an act of a court or prosecutor, whoever is named
  bool claim = false;      // told by the source itself ("claimed responsibility for")
  std::vector<Pattern> patterns;
  std::array<std::vector<Position>, kRuleRoles> positions;
  std::vector<Need> needs;
  std::optional<double> score;
  std::vector<Example> yes, no;
  std::string file;
  std::size_t line = 0;

  // Is the refusal of a deed what it looks for ("will not budge")?
  [[nodiscard]] bool tells_refusal() const {
    return std::any_of(needs.begin(), needs.end(), [](const Need& need) { return need.of == Need::Of::told; });
  }
  // "rules/event/consult.rules visit"
  [[nodiscard]] std::string title() const { return file + " " + name; }
  [[nodiscard]] const std::vector<Position>& at(RuleRole role) const {
    return positions[static_cast<std::size_t>(role)];
  }
};

}  // namespace wireroom
