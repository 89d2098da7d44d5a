#include "grouping/happenings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "grouping/shingles.h"

namespace wireroom {
namespace {

// "Kerry" at the end of "John Kerry", word by word, whatever the case.
bool ends_with_words(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
  return !shorter.empty() && shorter.size() <= longer.size() &&
         std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

bool days_meet(const Telling& a, const Telling& b) {
  if (a.earliest && b.latest && *a.earliest > *b.latest) return false;
  return !(b.earliest && a.latest && *b.earliest > *a.latest);
}

enum class Side { differ, open, fit };

Side compare(const std::vector<TellingParty>& a, const std::vector<TellingParty>& b) {
  if (a.empty() || b.empty()) return Side::open;
  for (const TellingParty& one : a)
    for (const TellingParty& other : b)
      if (same_party(one, other)) return Side::fit;
  return Side::differ;
}

// Who meets, agrees or works with whom stands on either side, as the words have it.
bool is_symmetric(const std::string& event, const std::string& mode) {
  return (event == "CONSULT" && mode != "visit") || event == "AGREE" || event == "COOPERATE";
}

bool parties_fit(const Telling& a, const Telling& b, bool crossed) {
  const Side sources = compare(a.sources, crossed ? b.targets : b.sources);
  const Side targets = compare(a.targets, crossed ? b.sources : b.targets);
  return sources != Side::differ && targets != Side::differ && (sources == Side::fit || targets == Side::fit);
}

}  // namespace

bool same_party(const TellingParty& a, const TellingParty& b) {
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return false;
  const std::vector<std::string> one = folded_words(a.name), other = folded_words(b.name);
  if (!one.empty() && !other.empty() && (ends_with_words(one, other) || ends_with_words(other, one))) return true;
  // "Russia" and its foreign ministry, "troops" and "the Israeli army": the state and its organs speak for each other.
  if (a.country.empty() || a.country != b.country) return false;
  const auto is_state = [](const TellingParty& p) { return p.sector.empty() || p.sector == "GOV"; };
  if (is_state(a) && is_state(b)) return a.sector.empty() || b.sector.empty();
  return (one.empty() || other.empty()) && a.sector == b.sector;
}

bool same_happening(const Telling& a, const Telling& b) {
  if (a.event != b.event || a.status != b.status) return false;
  if (a.sentence == b.sentence && a.sentence != 0 && a.trigger == b.trigger) return true;
  if (!a.mode.empty() && !b.mode.empty() && a.mode != b.mode) return false;
  if (!days_meet(a, b)) return false;
  return parties_fit(a, b, false) || (is_symmetric(a.event, a.mode) && parties_fit(a, b, true));
}

std::vector<std::size_t> find_happenings(const std::vector<Telling>& events) {
  std::vector<std::size_t> first(events.size());
  // First records so far, by what must be equal.
  std::map<std::tuple<std::size_t, std::string_view, std::string_view>, std::vector<std::size_t>> leaders;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Telling& event = events[i];
    if (event.same_as && *event.same_as < i) {
      first[i] = first[*event.same_as];
      continue;
    }
    std::vector<std::size_t>& known = leaders[{event.story, event.event, event.status}];
    const auto found = std::find_if(known.begin(), known.end(), [&](std::size_t leader) {
      // What the coding kept apart within a report stays apart.
      return events[leader].report != event.report && same_happening(events[leader], event);
    });
    first[i] = found == known.end() ? i : *found;
    if (found == known.end()) known.push_back(i);
  }
  return first;
}

}  // namespace wireroom
