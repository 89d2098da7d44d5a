// Whom "the minister", "police", "his Russian counterpart", "the country" mean.
#include <algorithm>

#include "actor/joiner.h"
#include "base/unicode.h"

namespace wireroom {

void Joiner::count_countries() {
  for (const Draft& draft : drafts_)
    if (is_state(draft.country)) ++weights_[draft.country];
  for (const Place& place : places_)
    if (!place.country.empty() && place.kind != PlaceKind::country) ++weights_[place.country];
  for (const Draft& draft : drafts_)
    if (draft.actor >= 0 && draft.country.empty() && is_state(cluster(draft.actor).actor.country))
      ++weights_[cluster(draft.actor).actor.country];
}

// The country of what has only a sector: the one of the sentence, else the one of the report; none where there are
// several.
std::string Joiner::country_near(std::size_t number) const {
  const Draft& draft = drafts_[number];
  for (const Draft& inside : drafts_)  // "a spokesman for President Mahmoud Abbas"
    if (&inside != &draft && draft.span.contains(inside.span) && inside.actor >= 0) {
      const std::string& country = clusters_[static_cast<std::size_t>(inside.actor)].actor.country;
      if (is_state(country)) return country;
    }
  std::set<std::string> on_the_spot, doers;
  for (const Place& place : places_)
    if (place.words.sentence == draft.words.sentence && !place.country.empty() && place.form == PlaceForm::name &&
        !place.span.overlaps(draft.span))
      on_the_spot.insert(place.country);
  for (const Draft& other : drafts_) {
    if (other.words.sentence != draft.words.sentence || &other == &draft) continue;
    const std::string& country =
        other.actor >= 0 ? clusters_[static_cast<std::size_t>(other.actor)].actor.country : other.country;
    if (is_state(country)) doers.insert(country);
  }
  std::set<std::string> all = doers;
  all.insert(on_the_spot.begin(), on_the_spot.end());
  if (all.size() == 1) return *all.begin();
  const bool of_a_state =
      draft.sector == "LEG" || draft.sector == "GOV" || draft.sector == "JUD" || draft.sector == "SPY";
  if (all.size() > 1) {
    if (!of_a_state && on_the_spot.size() == 1) return *on_the_spot.begin();
    if (of_a_state && doers.size() == 1) return *doers.begin();
    return {};
  }
  int most = 0, sum = 0;
  std::string country;
  for (const auto& [code, weight] : weights_) {
    sum += weight;
    if (weight > most) most = weight, country = code;
  }
  return most * 10 >= sum * 6 ? country : std::string();
}

bool Joiner::compatible(const Draft& draft, const Cluster& c) const {
  return draft.country.empty() || c.actor.country.empty() || draft.country == c.actor.country;
}

// "the minister" is the foreign minister named before, "the president" whoever is called so in the report.
std::int32_t Joiner::antecedent(std::size_t number) const {
  const Draft& draft = drafts_[number];
  const std::string noun = last_word(draft.role);
  for (std::size_t at = number; at-- > 0;) {
    const Draft& before = drafts_[at];
    if (before.actor < 0 || before.form == MentionForm::pronoun || before.kind == ActorKind::country) continue;
    if (draft.words.sentence - before.words.sentence > 12) break;
    const Cluster& c = clusters_[static_cast<std::size_t>(before.actor)];
    if (!compatible(draft, c) || c.actor.plural != draft.plural) continue;
    if (draft.words.sentence == before.words.sentence && before.words.last >= draft.words.first) continue;
    const bool same = std::any_of(c.roles.begin(), c.roles.end(), [&](const std::string& role) {
      return role == draft.role || (draft.role == noun && last_word(role) == noun);
    });
    if (!same) continue;
    if (!draft.country.empty() || draft.definite || !draft.neutral) return before.actor;
  }
  return -1;
}

// "his Russian counterpart": who holds the office of the other one in that country.
void Joiner::counterpart(std::size_t number) {
  Draft& draft = drafts_[number];
  std::set<std::string> roles;
  for (std::size_t at = number; at-- > 0 && roles.empty();)
    if (drafts_[at].actor >= 0 && cluster(drafts_[at].actor).person) {
      const Cluster& c = cluster(drafts_[at].actor);
      if (c.actor.country == draft.country) continue;
      roles = c.roles;
      if (c.actor.office) roles.insert(lower(c.actor.office->title));
      draft.sector = c.actor.sector == "ELI" ? std::string() : c.actor.sector;
      draft.sector2 = c.actor.sector2;
    }
  for (const Cluster& c : clusters_) {  // somebody of that country with the same office is named in the report
    const bool foreign = roles_overlap(c.roles, roles);
    if (c.person && !draft.country.empty() && c.actor.country == draft.country && foreign) {
      add(number, static_cast<std::int32_t>(&c - clusters_.data()));
      return;
    }
  }
  for (const std::string& role : roles) {
    std::string office = role;
    if (is_foreign(role)) office = draft.country == "USA" ? "secretary of state" : "foreign minister";
    if (role.find("defen") != std::string::npos || role == "minister of defence") office = "defence minister";
    if (draft.country.empty()) break;
    if (auto entry = knowledge_.directory.holder(office, draft.country, on_)) {
      join_holder(number, *entry);
      return;
    }
  }
  if (roles.empty() && draft.country.empty()) return;
  unnamed(number);
}

bool Joiner::is_foreign(const std::string& role) {
  return role == "secretary of state" || role.find("foreign") != std::string::npos || role == "top diplomat" ||
         role == "chief diplomat";
}

bool Joiner::roles_overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
  for (const std::string& one : a)
    for (const std::string& other : b)
      if (one == other || (is_foreign(one) && is_foreign(other))) return true;
  return false;
}

std::int32_t Joiner::unnamed(std::size_t number) {
  const Draft& draft = drafts_[number];
  const std::int32_t to = found_new(number);
  add(number, to);
  Cluster& c = cluster(to);
  c.actor.name = draft.name;
  c.actor.plural = draft.plural;
  c.person = draft.kind == ActorKind::person && !draft.plural;
  c.actor.kind = draft.kind == ActorKind::organisation && !draft.plural ? ActorKind::organisation : ActorKind::unnamed;
  return to;
}

void Joiner::nominals() {
  std::map<std::string, std::int32_t> known;  // unnamed ones by their words and country
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    if (draft.form != MentionForm::nominal || draft.actor >= 0) continue;
    if (draft.counterpart) {
      counterpart(i);
      continue;
    }
    if (draft.role == "state" || draft.role == "country" || draft.role == "nation") {
      the_country(i);
      continue;
    }
    // Without an article a title with its country is as good as a name ("Russian Foreign Minister in Moscow").
    const bool sole =
        !draft.plural && !draft.indefinite && !draft.country.empty() && !draft.body.empty() && !draft.people;
    if (draft.definite || sole) {
      if (const std::int32_t to = antecedent(i); to >= 0) {
        add(i, to);
        continue;
      }
    }
    bool guessed = false;
    if (draft.country.empty() && !draft.sector.empty()) {
      draft.country = country_near(i);
      guessed = !draft.country.empty();
    }
    if (draft.country.empty() && draft.sector.empty()) continue;
    if (!draft.plural && !draft.former && is_state(draft.country) && (draft.definite || sole) && !guessed) {
      if (auto entry = knowledge_.directory.holder(draft.role, draft.country, on_)) {
        join_holder(i, *entry);
        continue;
      }
    }
    const std::string key = draft.role + '/' + draft.country + '/' + draft.sector;
    const bool repeats = draft.definite || draft.institution || draft.people;
    const auto found = known.find(key);
    if (repeats && found != known.end() && cluster(found->second).actor.plural == draft.plural) {
      add(i, found->second);
      continue;
    }
    const std::int32_t to = unnamed(i);
    if (guessed) cluster(to).actor.basis = ActorBasis::coreference;
    known[key] = to;
  }
}

void Joiner::the_country(std::size_t number) {
  for (std::size_t at = number; at-- > 0;) {
    const Draft& before = drafts_[at];
    if (drafts_[number].words.sentence - before.words.sentence > 2) return;
    if (before.kind == ActorKind::country && before.actor >= 0 && before.form != MentionForm::adjective)
      return add(number, before.actor);
  }
}

}  // namespace wireroom
