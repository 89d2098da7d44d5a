// Whom "the minister", "police", "his Russian counterpart", "the country" mean.
#include <algorithm>
#include <array>

#include "actor/joiner.h"
#include "base/unicode.h"

namespace wireroom {
namespace {

constexpr std::uint32_t kRoleSentencesBack = 12;
constexpr std::uint32_t kCounterpartSentencesBack = 100;  // a report of the usual length is shorter

}  // namespace

bool Joiner::compatible(const Draft& draft, const Cluster& c) const {
  return draft.country.empty() || c.actor.country.empty() || draft.country == c.actor.country;
}

// "the minister" is the foreign minister named before, "the president" whoever is called so in the report.
std::int32_t Joiner::antecedent(std::size_t number) const {
  const Draft& draft = drafts_[number];
  const std::string noun = last_word(draft.role);
  for (std::size_t at = number; at-- > 0;) {
    const Draft& before = drafts_[at];
    if (draft.words.sentence - before.words.sentence > kRoleSentencesBack) break;
    if (before.actor < 0 || before.form == MentionForm::pronoun || before.kind == ActorKind::country) continue;
    const Cluster& c = clusters_[static_cast<std::size_t>(before.actor)];
    if (!compatible(draft, c) || c.actor.plural != draft.plural) continue;
    if (draft.words.sentence == before.words.sentence && before.words.last >= draft.words.first) continue;
    // "the chairman of the Joint Chiefs of Staff" is no chairman of a committee.
    if (draft.neutral && !draft.body.empty() && !c.bodies.contains(draft.body)) continue;
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
  for (std::size_t at = number; at-- > 0 && roles.empty();) {
    if (draft.words.sentence - drafts_[at].words.sentence > kCounterpartSentencesBack) break;
    if (drafts_[at].actor >= 0 && cluster(drafts_[at].actor).person) {
      const Cluster& c = cluster(drafts_[at].actor);
      if (c.actor.country == draft.country) continue;
      roles = c.roles;
      if (c.actor.office) roles.insert(lower(c.actor.office->title));
      draft.sector = c.actor.sector == "ELI" ? std::string() : c.actor.sector;
      draft.sector2 = c.actor.sector2;
    }
  }
  if (!draft.country.empty()) {  // somebody of that country with the same office is named in the report
    std::int32_t same = -1;
    for (const std::int32_t citizen : citizens_.around(draft.country, number)) {
      const Cluster& c = cluster(citizen);
      const bool first = c.person && (same < 0 || citizen < same);
      if (first && c.actor.country == draft.country && roles_overlap(c.roles, roles)) same = citizen;
    }
    if (same >= 0) return add(number, same);
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

// Inner phrases first ("the group" of "the group's leader"), so that an owner is known before what he owns.
void Joiner::nominals_and_pronouns() {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < drafts_.size(); ++i)
    if (drafts_[i].form == MentionForm::nominal || drafts_[i].form == MentionForm::pronoun) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Span &one = drafts_[a].span, &other = drafts_[b].span;
    return one.end != other.end ? one.end < other.end : one.begin > other.begin;
  });
  for (const std::size_t i : order) {
    if (drafts_[i].actor >= 0) continue;
    if (drafts_[i].form == MentionForm::nominal)
      nominal(i);
    else
      pronoun(i);
  }
}

// "Smith is a lawyer", "China is a neighbour": no one new. What the noun says is the subject's, where it is a person's
// part; the words themselves are no mention of a land.
bool Joiner::told_of_subject(std::size_t number) {
  Draft& draft = drafts_[number];
  if (!draft.predicate || draft.plural) return false;
  const Sentence& sentence = parse_.sentences[draft.words.sentence];
  for (std::size_t at = number; at-- > 0 && drafts_[at].words.sentence == draft.words.sentence;) {
    const Draft& subject = drafts_[at];
    const Word& head = sentence.words[subject.words.head];
    if (!head.relation.starts_with("nsubj") || head.head != static_cast<std::int32_t>(draft.words.head)) continue;
    if (subject.actor < 0 || subject.plural) return false;
    const Cluster& c = cluster(subject.actor);
    if (draft.kind == ActorKind::person || draft.people) {
      if (!c.person) return c.actor.kind == ActorKind::country;
      if (!compatible(draft, c)) return false;
      add(number, subject.actor);
      return true;
    }
    return c.actor.kind == ActorKind::country;
  }
  return false;
}

// "Kerry called. The former senator from Massachusetts said": the one spoken of, by what he was. -1 if none.
std::int32_t Joiner::epithet(std::size_t number) const {
  const Draft& draft = drafts_[number];
  if (!draft.former || !draft.definite || draft.plural || draft.kind != ActorKind::person || draft.country.empty())
    return -1;
  for (std::size_t at = number; at-- > 0;) {
    const Draft& before = drafts_[at];
    if (draft.words.sentence - before.words.sentence > 2) break;
    if (before.words.sentence == draft.words.sentence || before.actor < 0 || !before.subject) continue;
    const Cluster& c = clusters_[static_cast<std::size_t>(before.actor)];
    if (c.named && c.person && c.actor.country == draft.country) return before.actor;
  }
  return -1;
}

// "those forces", "these fighters": the group spoken of last. -1 if none.
std::int32_t Joiner::pointed_at(std::size_t number) const {
  constexpr std::uint32_t kSentencesBack = 2;
  const Draft& draft = drafts_[number];
  if (!draft.pointing || !draft.plural) return -1;
  for (std::size_t at = number; at-- > 0;) {
    const Draft& before = drafts_[at];
    if (draft.words.sentence - before.words.sentence > kSentencesBack) break;
    if (before.actor < 0 || before.words.sentence == draft.words.sentence || !before.plural) continue;
    const Cluster& c = clusters_[static_cast<std::size_t>(before.actor)];
    const std::string& sector = c.actor.sector;
    const bool armed = sector == "MIL" || sector == "REB" || sector == "PRM" || sector == "UAF" || sector == "COP";
    if (armed && compatible(draft, c)) return before.actor;
  }
  return -1;
}

// "The Emirates' President Zayed and Oil Minister Mana": the second is of the first one's cabinet.
std::string Joiner::country_of_conjunct(std::size_t number) const {
  const Draft& draft = drafts_[number];
  const Sentence& sentence = parse_.sentences[draft.words.sentence];
  for (std::size_t at = number; at-- > 0 && drafts_[at].words.sentence == draft.words.sentence;) {
    const Draft& first = drafts_[at];
    if (first.actor < 0 || first.kind != ActorKind::person || first.sector != "GOV" || first.plural) continue;
    const auto inside = [&](std::int32_t word) {
      return word >= static_cast<std::int32_t>(first.words.first) &&
             word <= static_cast<std::int32_t>(first.words.last);
    };
    for (std::uint32_t word = draft.words.first; word <= draft.words.last; ++word)
      if (sentence.words[word].relation == "conj" && inside(sentence.words[word].head))
        return clusters_[static_cast<std::size_t>(first.actor)].actor.country;
  }
  return {};
}

// "His spokesman Garba Shehu": whose he is.
// "Police chief Ali Tahir", "Senator Vale" are of the country where the report's police and parliament are; ministers,
// officers and candidates only of the one that the report is chiefly about, for they travel.
std::string Joiner::country_of_office(std::size_t number) const {
  const Draft& draft = drafts_[number];
  const auto in = [&](const auto& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  static constexpr std::array<std::string_view, 3> kLocal = {"COP", "JUD", "LEG"};
  static constexpr std::array<std::string_view, 3> kLocalRoles = {"governor", "mayor", "prefect"};
  static constexpr std::array<std::string_view, 5> kTravelling = {"GOV", "MIL", "REB", "PTY", "OPP"};
  if (in(kLocal, draft.sector) || in(kLocalRoles, draft.role)) return country_near(number);
  if (dominant_.empty() || !in(kTravelling, draft.sector)) return {};
  std::string country = country_near(number);
  return country == dominant_ ? country : std::string();
}

void Joiner::owned_persons() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const Draft& draft = drafts_[i];
    if (draft.form != MentionForm::name || draft.kind != ActorKind::person || draft.actor < 0) continue;
    if (draft.role.empty() || draft.about) continue;
    Actor& actor = cluster(draft.actor).actor;
    if (!actor.country.empty()) continue;
    const std::int32_t owner = owner_of(i);
    if (owner < 0 || owner == draft.actor) {
      if (!draft.anywhere) actor.country = country_of_office(i);
      if (actor.country.empty() && actor.sector == "GOV" && !draft.anywhere) actor.country = country_of_conjunct(i);
      continue;
    }
    actor.country = cluster(owner).actor.country;
    if (actor.sector.empty()) actor.sector = cluster(owner).actor.sector;
    if (actor.basis == ActorBasis::none) actor.basis = ActorBasis::coreference;
  }
}

void Joiner::nominal(std::size_t i) {
  Draft& draft = drafts_[i];
  if (draft.counterpart) return counterpart(i);
  if (told_of_subject(i)) return;
  if (draft.role == "state" || draft.role == "country" || draft.role == "nation" || draft.role == "kingdom" ||
      draft.role == "republic")
    return the_country(i);
  bool guessed = false;
  if (draft.country.empty() && !draft.about)
    if (const std::int32_t owner = owner_of(i); owner >= 0) {
      const Actor& of = cluster(owner).actor;
      draft.country = of.country;
      if (draft.sector.empty()) draft.sector = of.sector;
      guessed = !draft.country.empty();
    }
  // Without an article a title with its country is as good as a name ("Russian Foreign Minister in Moscow").
  const bool sole =
      !draft.plural && !draft.indefinite && !draft.country.empty() && !draft.body.empty() && !draft.people;
  if (draft.definite || sole) {
    std::int32_t to = antecedent(i);
    if (to < 0) to = taken_up(i);
    if (to < 0) to = epithet(i);
    if (to < 0) to = pointed_at(i);
    if (to >= 0) return add(i, to);
  }
  if (draft.general && draft.country.empty()) return;  // "those forces" of whom nobody knows
  if (draft.country.empty() && draft.sector == "GOV" && draft.kind == ActorKind::person && !draft.plural)
    draft.country = country_of_conjunct(i);
  if (draft.country.empty() && !draft.sector.empty()) {
    draft.country = country_near(i);
    guessed = !draft.country.empty();
  }
  if (draft.country.empty() && draft.sector.empty()) return;
  if (!draft.plural && !draft.former && is_state(draft.country) && (draft.definite || sole) && !guessed)
    if (auto entry = knowledge_.directory.holder(draft.role, draft.country, on_)) return join_holder(i, *entry);
  const std::string key = draft.role + '/' + draft.country + '/' + draft.sector;
  const bool repeats = draft.definite || draft.institution || draft.people;
  const auto found = unnamed_.find(key);
  if (repeats && found != unnamed_.end() && cluster(found->second).actor.plural == draft.plural)
    return add(i, found->second);
  const std::int32_t to = unnamed(i);
  if (guessed) cluster(to).actor.basis = ActorBasis::coreference;
  unnamed_[key] = to;
}

// The last country named as one, else the report's own.
void Joiner::the_country(std::size_t number) {
  for (std::size_t at = number; at-- > 0;) {
    const Draft& before = drafts_[at];
    if (drafts_[number].words.sentence - before.words.sentence > 3) break;
    if (before.kind == ActorKind::country && before.actor >= 0 && before.form != MentionForm::adjective)
      return add(number, before.actor);
  }
  if (dominant_.empty()) return;
  if (const auto known = countries_.find(dominant_); known != countries_.end()) add(number, known->second);
}

}  // namespace wireroom
