// TEMPORARY: stand-ins for stages that are not there yet.
#pragma once
#include "base/result.h"
#include "wireroom/coded.h"
#if WIREROOM_HAS_time
#include "time/time_tagger.h"
#else
namespace wireroom { struct TimeTagger { static Result<TimeTagger> load() { return TimeTagger{}; } std::vector<TimeExpression> tag(const Report&, const Parse&) const { return {}; } }; }
#endif
#if WIREROOM_HAS_place
#include "place/place_tagger.h"
#else
namespace wireroom { struct PlaceTagger { static Result<PlaceTagger> load() { return PlaceTagger{}; } std::vector<Place> tag(const Report&, const Parse&) const { return {}; } }; }
#endif
#if WIREROOM_HAS_quantity
#include "quantity/quantity_tagger.h"
#else
namespace wireroom { struct QuantityTagger { static Result<QuantityTagger> load() { return QuantityTagger{}; } std::vector<Quantity> tag(const Report&, const Parse&, const std::vector<TimeExpression>&) const { return {}; } }; }
#endif
#if WIREROOM_HAS_actor
#include "actor/actor_resolver.h"
#else
namespace wireroom { struct ActorResolver { static Result<ActorResolver> load() { return ActorResolver{}; } Actors resolve(const Report&, const Parse&, const std::vector<Place>&) const { return {}; } }; }
#endif
#if WIREROOM_HAS_statement
#include "statement/statement_coder.h"
#else
namespace wireroom { struct StatementCoder { static Result<StatementCoder> load() { return StatementCoder{}; } std::vector<Statement> code(const Coded&) const { return {}; } }; }
#endif
#if WIREROOM_HAS_event
#include "event/event_coder.h"
#else
namespace wireroom { struct EventCoder { static Result<EventCoder> load() { return EventCoder{}; } std::vector<Event> code(const Coded&) const { return {}; } }; }
#endif
#if WIREROOM_HAS_join
#include "join/join.h"
#else
namespace wireroom { inline void join(Coded&) {} }
#endif
