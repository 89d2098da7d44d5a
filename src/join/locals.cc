#include "join/locals.h"

#include <algorithm>
#include <string>
#include <vector>

namespace wireroom {
namespace {

// The countries that events bear out for the actors of a report; two for one actor are none.
class Countries {
 public:
  explicit Countries(Coded& coded) : actors_(coded.actors.actors), told_(actors_.size()) {}

  void tell(std::uint32_t actor, const std::string& country) {
    Told& told = told_[actor];
    told.doubtful = told.doubtful || (!told.country.empty() && told.country != country);
    told.country = country;
  }
  void settle() {
    for (std::size_t i = 0; i < told_.size(); ++i)
      if (!told_[i].doubtful && !told_[i].country.empty()) actors_[i].country = told_[i].country;
  }

 private:
  struct Told {
    std::string country;
    bool doubtful = false;
  };
  std::vector<Actor>& actors_;
  std::vector<Told> told_;
};

bool official(const Actor& actor) { return actor.sector == "COP" || actor.sector == "JUD" || actor.sector == "LEG"; }

// Deeds done to or by those who live where they are done.
bool on_the_spot(const Event& event) {
  return event.type == EventType::ASSAULT || event.type == EventType::COERCE || event.type == EventType::PROTEST;
}

class Locals {
 public:
  Locals(const Coded& coded, const Doers& doers) : coded_(coded), doers_(doers) {}

  [[nodiscard]] bool is_local(const Party& party) const {
    const Actor& actor = coded_.actors.actors[*party.actor];
    if (actor.kind != ActorKind::unnamed && actor.kind != ActorKind::group) return false;
    const bool plain = actor.sector.empty() || actor.sector == "CVL" || actor.sector == "UAF" || actor.sector == "CRM";
    if (!plain || party.words.sentence >= coded_.parse.sentences.size()) return false;
    return doers_.is_local(coded_.parse.sentences[party.words.sentence], party.words.head);
  }

 private:
  const Coded& coded_;
  const Doers& doers_;
};

}  // namespace

void place_locals(Coded& coded, const Doers& doers) {
  Countries countries(coded);
  const Locals locals(coded, doers);
  for (const Event& event : coded.events) {
    if (!event.place || event.place->country.empty()) continue;
    for (const auto* list : {&event.source, &event.target})
      for (const Party& party : *list) {
        if (!party.actor) continue;
        const Actor& actor = coded.actors.actors[*party.actor];
        if (!actor.country.empty() || actor.kind == ActorKind::person) continue;
        const bool here = on_the_spot(event) && event.place->basis == PlaceBasis::expression && locals.is_local(party);
        if (here || (official(actor) && list == &event.source)) countries.tell(*party.actor, event.place->country);
      }
  }
  countries.settle();
  for (Event& event : coded.events) {  // "seized two buildings in Odessa"
    if (!event.place || event.place->basis != PlaceBasis::expression || event.type == EventType::PROTEST ||
        !on_the_spot(event))
      continue;
    const std::string& country = event.place->country;
    const bool told = std::any_of(event.target.begin(), event.target.end(), [&](const Party& party) {
      return (party.actor ? coded.actors.actors[*party.actor].country : party.country) == country;
    });
    for (Party& party : event.target)
      if (!told && !party.actor && party.country.empty()) party.country = country;
  }
}

}  // namespace wireroom
