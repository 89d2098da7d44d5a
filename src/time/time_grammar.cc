// Walks over a sentence: at each word all rules of TimeRules are tried and the longest answer is taken; names of
// persons and organisations are passed over.
#include "time/time_grammar.h"

#include "time/time_rules.h"

namespace wireroom {

std::vector<TimePhrase> TimeRules::run() {
  std::vector<TimePhrase> phrases;
  for (std::size_t i = 0; i < lower_.size();) {
    if (in_other_name(i)) {
      ++i;
      continue;
    }
    FoundTime best = best_at(i);
    if (!best || overlaps_name(*best)) {
      ++i;
      continue;
    }
    i = best->end;
    phrases.push_back(std::move(*best));
    if (auto second = second_of_range(phrases.back())) {
      i = second->end;
      phrases.push_back(std::move(*second));
    }
  }
  return phrases;
}

FoundTime TimeRules::best_at(std::size_t i) {
  FoundTime best;
  const auto take = [&](FoundTime found) {
    if (found && (!best || found->end > best->end)) best = std::move(found);
  };
  take(clock_time(i));
  take(plain(i));
  take(modified(i));
  take(length(i));
  take(every(i));
  take(reference(i));
  return best;
}

// Expressions that a modifier ("early", "late") may stand before.
FoundTime TimeRules::plain(std::size_t i) {
  FoundTime best;
  const auto take = [&](FoundTime found) {
    if (found && (!best || found->end > best->end)) best = std::move(found);
  };
  take(iso_date(i));
  take(month_date(i));
  take(day_of_month(i));
  take(weekday(i));
  take(relative_day(i));
  take(unit(i));
  take(quarter(i));
  take(season(i));
  take(decade(i));
  take(century(i));
  take(holiday(i));
  take(year(i));
  take(middle(i));
  return best;
}

// "early December", "late last year", "the end of 1990", "mid-1996".
FoundTime TimeRules::modified(std::size_t i) {
  std::size_t start = i;
  auto [mod, end] = longest_in(i, lexicon_.point_modifiers);
  if (!mod && (is(i, "the") || is(i, "as"))) std::tie(mod, end) = longest_in(++start, lexicon_.point_modifiers);
  if (!mod) return std::nullopt;
  if (hyphen(end)) ++end;
  const bool approximate = *mod == "APPROX";
  FoundTime inner = plain(end);
  if (!inner) return std::nullopt;
  if (approximate && inner->meaning.shape != Shape::clock && inner->meaning.shape != Shape::date) return std::nullopt;
  if (is(end - 1, "in") && inner->meaning.shape != Shape::unit && inner->meaning.shape != Shape::date)
    return std::nullopt;
  if (is(i, "as")) return std::nullopt;
  inner->first = i;
  inner->meaning.modifier = *mod;
  return inner;
}

std::vector<TimePhrase> find_time_phrases(const Sentence& sentence, const TimeLexicon& lexicon) {
  return TimeRules(sentence, lexicon).run();
}

}  // namespace wireroom
