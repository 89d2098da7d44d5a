#include "wireroom/engine.h"

#include <exception>
#include <new>
#include <optional>
#include <utility>

#include "actor/actor_resolver.h"
#include "base/assets.h"
#include "coref/chains.h"
#include "event/event_coder.h"
#include "event/factuality.h"
#include "join/doers.h"
#include "join/join.h"
#include "model/model.h"
#include "model/workspace.h"
#include "parse/name_types.h"
#include "parse/parser.h"
#include "place/place_tagger.h"
#include "quantity/quantity_tagger.h"
#include "statement/statement_coder.h"
#include "time/time_tagger.h"
#include "tokens/tokens.h"

namespace wireroom {
namespace {

// Which stages the chosen records need. Events and statements refer to each other (said_in, events, dates and places
// that join fills), so that either of them needs all: a record is the same whatever else is chosen.
struct Stages {
  bool analysis = false, times = false, places = false, quantities = false, actors = false, propositions = false,
       predicates = false, chains = false;

  static Stages of(LayerSet layers) {
    Stages stages;
    stages.chains = layers.has(Layer::coref);  // who says "I" is told by the statements
    stages.propositions = layers.has_any(LayerSet::of({Layer::event, Layer::statement, Layer::coref}));
    stages.actors = stages.propositions || layers.has(Layer::actor);
    stages.quantities = stages.propositions || layers.has(Layer::quantity);
    stages.places = stages.actors || layers.has(Layer::place);
    stages.times = stages.quantities || layers.has(Layer::time);
    stages.predicates = layers.has(Layer::predicate);
    stages.analysis = stages.places || stages.times || stages.predicates || layers.has(Layer::token);
    return stages;
  }
};

// Runs one stage. A fault of the program costs this stage's records of this report, and is told.
template <typename Stage>
void guarded(Report& report, const char* what, Stage&& stage) {
  try {
    stage();
  } catch (const std::bad_alloc&) {
    throw;  // lack of memory is no fault of one report
  } catch (const std::exception& error) {
    report.notes.push_back("internal: the stage " + std::string(what) + " failed (" + error.what() +
                           "); its records are missing");
  }
}

}  // namespace

struct Engine::Knowledge {
  Stages stages;
  bool every_block = false;
  std::optional<Tokenizer> tokenizer;
  std::optional<Model> model;
  std::optional<NameTypes> name_types;
  std::optional<TimeTagger> times;
  std::optional<PlaceTagger> places;
  std::optional<QuantityTagger> quantities;
  std::optional<ActorResolver> actors;
  std::optional<StatementCoder> statements;
  std::optional<EventCoder> events;
  std::optional<Doers> doers;
  std::optional<FactualityReader> factuality;

  void code(Coded& coded, Workspace& workspace) const;
};

struct Engine::Desk::Memory {
  Workspace workspace;
};

Engine::Desk::Desk(std::unique_ptr<Memory> memory) : memory_(std::move(memory)) {}
Engine::Desk::Desk(Desk&&) noexcept = default;
Engine::Desk& Engine::Desk::operator=(Desk&&) noexcept = default;
Engine::Desk::~Desk() = default;

Engine::Engine(std::unique_ptr<const Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::load(const EngineOptions& options) {
  auto knowledge = std::make_unique<Knowledge>();
  const Stages stages = knowledge->stages = Stages::of(options.layers);
  knowledge->every_block = options.every_block;
  WIREROOM_TRY(tokenizer, Tokenizer::load());
  knowledge->tokenizer = std::move(tokenizer);
  if (stages.analysis) {
    WIREROOM_TRY(weights, asset("models/" + options.model + ".weights"));
    WIREROOM_TRY(model, Model::load(weights));
    knowledge->model = std::move(model);
    WIREROOM_TRY(name_types, NameTypes::load());
    knowledge->name_types = std::move(name_types);
  }
  if (stages.times) {
    WIREROOM_TRY(times, TimeTagger::load());
    knowledge->times = std::move(times);
  }
  if (stages.places) {
    WIREROOM_TRY(places, PlaceTagger::load());
    knowledge->places = std::move(places);
  }
  if (stages.quantities) {
    WIREROOM_TRY(quantities, QuantityTagger::load());
    knowledge->quantities = std::move(quantities);
  }
  if (stages.actors) {
    WIREROOM_TRY(actors, ActorResolver::load());
    knowledge->actors = std::move(actors);
  }
  if (stages.propositions) {
    WIREROOM_TRY(statements, StatementCoder::load());
    knowledge->statements = std::move(statements);
    WIREROOM_TRY(events, EventCoder::load());
    knowledge->events = std::move(events);
    WIREROOM_TRY(doers, Doers::load());
    knowledge->doers = std::move(doers);
  }
  if (stages.predicates) {
    WIREROOM_TRY(factuality, FactualityReader::load());
    knowledge->factuality = std::move(factuality);
  }
  return Engine(std::move(knowledge));
}

Engine::Desk Engine::desk() const { return Desk(std::make_unique<Desk::Memory>()); }

Coded Engine::code(Report report, Desk& desk) const {
  Coded coded;
  coded.report = std::move(report);
  guarded(coded.report, "words", [&] {
    const Tokenizer& tokenizer = *knowledge_->tokenizer;
    if (knowledge_->stages.analysis)
      coded.parse.sentences = tokenizer.split(coded.report, knowledge_->every_block);
    else
      coded.counted = tokenizer.count(coded.report, knowledge_->every_block);
  });
  knowledge_->code(coded, desk.memory_->workspace);
  return coded;
}

Coded Engine::code_given_words(Report report, Parse words, Desk& desk) const {
  Coded coded;
  coded.report = std::move(report);
  coded.parse = std::move(words);
  knowledge_->code(coded, desk.memory_->workspace);
  return coded;
}

void Engine::Knowledge::code(Coded& coded, Workspace& workspace) const {
  Report& report = coded.report;
  if (!stages.analysis) return;
  bool analysed = false;
  guarded(report, "analysis", [&] {
    analyse(*model, *name_types, workspace, coded.parse.sentences);
    analysed = true;
  });
  if (!analysed) {  // nothing below can work without tags and trees
    coded.parse.sentences.clear();
    return;
  }
  if (factuality) guarded(report, "predicates", [&] { coded.predicates = factuality->read(coded.parse); });
  if (times) guarded(report, "times", [&] { coded.times = times->tag(report, coded.parse); });
  if (places) guarded(report, "places", [&] { coded.places = places->tag(report, coded.parse); });
  if (quantities)
    guarded(report, "quantities", [&] { coded.quantities = quantities->tag(report, coded.parse, coded.times); });
  if (actors) guarded(report, "actors", [&] { coded.actors = actors->resolve(report, coded.parse, coded.places); });
  if (!stages.propositions) return;
  guarded(report, "statements", [&] { coded.statements = statements->code(coded); });
  guarded(report, "events", [&] { coded.events = events->code(coded); });
  guarded(report, "join", [&] { join(coded, *doers); });
  if (stages.chains) guarded(report, "coref", [&] { coded.chains = coreference_chains(coded); });
}

}  // namespace wireroom
