// An ordered sieve (Raghunathan and others 2010; Lee and others 2013), surest first: full names, surnames, bodies and
// acronyms, countries, appositions, titles and nominals, pronouns. A later step only adds to what stands.
#include <algorithm>
#include <array>

#include "actor/cameo_code.h"
#include "actor/joiner.h"

namespace wireroom {
namespace {

constexpr std::array<std::string_view, 7> kBodies = {"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"};

}  // namespace

bool is_state(std::string_view country) {
  return !country.empty() && std::find(kBodies.begin(), kBodies.end(), country) == kBodies.end();
}

std::string last_word(const std::string& text) {
  const std::size_t blank = text.rfind(' ');
  return blank == std::string::npos ? text : text.substr(blank + 1);
}

Joiner::Joiner(const ActorKnowledge& knowledge, const Report& report, const Parse& parse,
               const std::vector<Place>& places, std::vector<Draft> drafts)
    : knowledge_(knowledge),
      report_(report),
      parse_(parse),
      places_(places),
      drafts_(std::move(drafts)),
      quoted_(parse) {
  if (report.published) on_ = report.published->date;
}

Actors Joiner::join() {
  full_names();
  short_names();
  bodies();
  countries();
  appositions();
  who_they_are();
  count_countries();
  nominals_and_pronouns();
  owned_persons();
  return collected();
}

std::int32_t Joiner::found_new(std::size_t draft) {
  Cluster added;
  added.first = added.last = draft;
  clusters_.push_back(std::move(added));
  return static_cast<std::int32_t>(clusters_.size()) - 1;
}

void Joiner::set_country(Cluster& c, const std::string& country) {
  c.actor.country = country;
  citizens_.add(country, static_cast<std::int32_t>(&c - clusters_.data()), c.first);
}

// Takes what a mention says of its actor; the first that says something is kept.
void Joiner::add(std::size_t number, std::int32_t to) {
  Draft& draft = drafts_[number];
  draft.actor = to;
  Cluster& c = cluster(to);
  c.first = std::min(c.first, number);
  c.last = std::max(c.last, number);
  if (draft.form == MentionForm::pronoun) return;
  Actor& actor = c.actor;
  if ((actor.country.empty() || (c.ambiguous && !draft.ambiguous)) && !draft.country.empty()) {
    set_country(c, draft.country);
    c.ambiguous = draft.ambiguous;
  }
  if ((actor.sector.empty() || (c.loose && !draft.loose)) && !draft.sector.empty()) {
    actor.sector = draft.sector;
    actor.sector2 = draft.sector2;
    c.loose = draft.loose;
  }
  if (actor.basis == ActorBasis::none) actor.basis = draft.basis;
  if (!actor.office && !draft.office.empty() && draft.kind == ActorKind::person && !draft.role.empty() &&
      !draft.people && draft.sector != "REB")
    actor.office = Office{draft.office, draft.body, draft.country, {}, {}};
  if (!draft.role.empty()) c.roles.insert(draft.role);
  if (!draft.body.empty()) c.bodies.insert(draft.body);
  if (c.gender == Gender::unknown) c.gender = draft.gender;
  c.institution = c.institution || draft.institution;
  c.people = c.people || draft.people;
  c.collective = c.collective || draft.collective;
  if (draft.entry && actor.entry.empty()) actor.entry = draft.entry->id;
}

Actors Joiner::collected() {
  Actors result;
  std::vector<std::int32_t> renumbered(clusters_.size(), -1);
  for (Draft& draft : drafts_) {
    if (draft.actor < 0) continue;
    auto& number = renumbered[static_cast<std::size_t>(draft.actor)];
    if (number < 0) {
      number = static_cast<std::int32_t>(result.actors.size());
      Actor actor = std::move(cluster(draft.actor).actor);
      const bool plain_country = actor.kind == ActorKind::country && !cluster(draft.actor).institution;
      if (actor.basis == ActorBasis::none && draft.form != MentionForm::name) actor.basis = ActorBasis::coreference;
      actor.code = cameo_actor_code(actor.country, plain_country ? std::string() : actor.sector,
                                    plain_country ? std::string() : actor.sector2);
      if (actor.office && actor.office->country.empty()) actor.office->country = actor.country;
      result.actors.push_back(std::move(actor));
    }
    Mention mention{draft.words, draft.span, draft.form, static_cast<std::uint32_t>(number), {}};
    result.actors[mention.actor].mentions.push_back(static_cast<std::uint32_t>(result.mentions.size()));
    result.mentions.push_back(mention);
  }
  return result;
}

Actors joined_actors(const ActorKnowledge& knowledge, const Report& report, const Parse& parse,
                     const std::vector<Place>& places, std::vector<Draft> drafts) {
  return Joiner(knowledge, report, parse, places, std::move(drafts)).join();
}

}  // namespace wireroom
