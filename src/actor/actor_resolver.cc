#include "actor/actor_resolver.h"

#include "actor/draft.h"
#include "actor/plural_nominals.h"
#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

Status read_first_names(ActorKnowledge& knowledge) {
  WIREROOM_TRY(bytes, asset("data/actors/first_names.tsv"));
  WIREROOM_TRY(table, Table::read("data/actors/first_names.tsv", bytes, {"name", "gender"}));
  for (const Table::Row& row : table.rows()) knowledge.first_names.emplace(row["name"], row["gender"] == "female");
  return Done{};
}

Status read_collectives(ActorKnowledge& knowledge) {
  WIREROOM_TRY(bytes, asset("data/actors/doer_nouns.tsv"));
  WIREROOM_TRY(table, Table::read("data/actors/doer_nouns.tsv", bytes, {"noun", "kind"}));
  for (const Table::Row& row : table.rows())
    if (row["kind"] == "group") knowledge.collectives.emplace(row["noun"]);
  return Done{};
}

Status read_land_pairs(ActorKnowledge& knowledge) {
  WIREROOM_TRY(bytes, asset("data/actors/land_pairs.tsv"));
  WIREROOM_TRY(table, Table::read("data/actors/land_pairs.tsv", bytes, {"word", "codes"}));
  for (const Table::Row& row : table.rows()) {
    const auto codes = row.list("codes");
    if (codes.size() != 2) return Error{ErrorKind::data, row.place() + ": two codes are needed"};
    knowledge.land_pairs.emplace(row["word"], std::array{std::string(codes[0]), std::string(codes[1])});
  }
  return Done{};
}

// What governments do and undergo; shared with the places, which decide by it whether "Moscow" is a city or a
// government.
Status read_verbs(ActorKnowledge& knowledge) {
  WIREROOM_TRY(bytes, asset("data/places/metonymy.tsv"));
  WIREROOM_TRY(table, Table::read("data/places/metonymy.tsv", bytes, {"lemma", "as"}));
  for (const Table::Row& row : table.rows()) knowledge.verbs.emplace(row["lemma"], row["as"]);
  return Done{};
}

}  // namespace

Result<ActorResolver> ActorResolver::load() {
  WIREROOM_TRY(directory, Directory::load());
  WIREROOM_TRY(titles, Titles::load());
  WIREROOM_TRY(anaphors, Anaphors::load());
  ActorResolver resolver;
  resolver.knowledge_ = std::make_unique<ActorKnowledge>(
      ActorKnowledge{std::move(directory), std::move(titles), std::move(anaphors), {}, {}, {}, {}});
  if (Status status = read_first_names(*resolver.knowledge_); !status) return status.error();
  if (Status status = read_collectives(*resolver.knowledge_); !status) return status.error();
  if (Status status = read_land_pairs(*resolver.knowledge_); !status) return status.error();
  if (Status status = read_verbs(*resolver.knowledge_); !status) return status.error();
  return resolver;
}

Actors ActorResolver::resolve(const Report& report, const Parse& parse, const std::vector<Place>& places) const {
  std::vector<Draft> drafts;
  const ReportFacts facts = facts_of(*knowledge_, report, parse, places);
  for (std::size_t i = 0; i < parse.sentences.size(); ++i) {
    const auto offset = static_cast<std::int32_t>(drafts.size());
    for (Draft& draft : drafts_of(*knowledge_, report, parse.sentences[i], static_cast<std::uint32_t>(i), facts)) {
      if (draft.same >= 0) draft.same += offset;
      drafts.push_back(std::move(draft));
    }
  }
  Actors actors = joined_actors(*knowledge_, report, parse, places, std::move(drafts));
  resolve_plural_nominals(knowledge_->land_pairs, knowledge_->directory.countries(), report, parse, actors);
  return actors;
}

const Directory& ActorResolver::directory() const { return knowledge_->directory; }

ActorResolver::ActorResolver() = default;
ActorResolver::ActorResolver(ActorResolver&&) noexcept = default;
ActorResolver& ActorResolver::operator=(ActorResolver&&) noexcept = default;
ActorResolver::~ActorResolver() = default;

}  // namespace wireroom
