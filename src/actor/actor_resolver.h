// Who takes part: the actors of a report with all their mentions, their country, sector, office and code.
//
//   WIREROOM_TRY(resolver, ActorResolver::load());
//   Actors actors = resolver.resolve(report, parse, places);
//
// What the text says decides the code (title, apposition, adjective, body); the directory of dated offices says who it
// was on the report's date and fills what the text leaves open. Names, titles, nominals ("the minister", "police") and
// pronouns of one actor are joined in this order of certainty. What is not known stays empty.
#pragma once

#include <memory>
#include <vector>

#include "actor/directory.h"
#include "base/result.h"
#include "wireroom/mention.h"
#include "wireroom/report.h"
#include "wireroom/sentence.h"

namespace wireroom {

struct ActorKnowledge;

class ActorResolver {
 public:
  // Reads data/actors/*.tsv and data/countries.tsv.
  static Result<ActorResolver> load();
  [[nodiscard]] Actors resolve(const Report& report, const Parse& parse, const std::vector<Place>& places) const;
  [[nodiscard]] const Directory& directory() const;

  ActorResolver(ActorResolver&&) noexcept;
  ActorResolver& operator=(ActorResolver&&) noexcept;
  ~ActorResolver();

 private:
  ActorResolver();
  std::unique_ptr<ActorKnowledge> knowledge_;
};

}  // namespace wireroom
