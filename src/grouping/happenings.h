// The same happening in several reports of one story: which event is a retelling of which.
//
//   find_happenings(events);   // for each event the number of the first one of its happening
//
// Two events are one happening where their reports belong to one story and they have the same type, no different modes,
// the same status, days that meet, and the same parties: one source of each and one target of each fit, or one side
// fits and the other is unnamed in one of them; who meets or agrees may stand on either side. In a sentence that two
// reports share word for word, events of the same type on the same words are one happening whatever else. Events are
// compared with the first record of a happening only, so that likeness does not wander. Deterministic; the order given
// is that of telling.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wireroom {

struct TellingParty {
  std::string name, country, sector, code;
};

struct Telling {
  std::size_t report = 0, story = 0;
  std::string event, mode, status;
  std::optional<std::int64_t> earliest, latest;  // days of any calendar; none: not known
  std::vector<TellingParty> sources, targets;
  std::uint64_t sentence = 0;          // hash of its words
  std::string trigger;                 // the words that name the event
  std::optional<std::size_t> same_as;  // an earlier event of the same report (known from the coding)
};

[[nodiscard]] bool same_party(const TellingParty& a, const TellingParty& b);
[[nodiscard]] bool same_happening(const Telling& a, const Telling& b);
[[nodiscard]] std::vector<std::size_t> find_happenings(const std::vector<Telling>& events);

}  // namespace wireroom
