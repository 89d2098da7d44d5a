#include "event/scorer.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/table.h"

namespace wireroom {
namespace {

constexpr std::string_view kFeatures[] = {"verb",
                                          "phrase",
                                          "noun",
                                          "adjective",
                                          "source political",
                                          "target political",
                                          "source actor",
                                          "source missing",
                                          "bare noun",
                                          "by arms",
                                          "told twice",
                                          "no actor",
                                          "nothing political",
                                          "mere words",
                                          "sport",
                                          "business",
                                          "culture",
                                          "disaster",
                                          "question",
                                          "generic",
                                          "wished",
                                          "long ago",
                                          "proposed",
                                          "refused",
                                          "words and parties",
                                          "encoder",
                                          "encoder bias",
                                          "encoder denies",
                                          "proposed words and parties",
                                          "proposed encoder",
                                          "proposed encoder bias",
                                          "right",
                                          "right words and parties",
                                          "right encoder",
                                          "right denied"};

constexpr double kEnd = 4, kEncoderEnd = 3;      // of log-odds that count
constexpr double kDenial = -4, kDenialEnd = -7;  // log-odds of the encoder from which it is sure of no event

// How far the encoder is beyond doubt that a word names no event.
double denial(double encoder) { return kDenial - std::clamp(encoder, kDenialEnd, kDenial); }

// Words and relations between private people are no politics; violence, coercion and captives set free are so more
// often.
bool is_verbal(const Event& event) {
  return event.type != EventType::ASSAULT && event.type != EventType::COERCE && event.type != EventType::PROTEST &&
         event.type != EventType::MOBILIZE &&
         !(event.type == EventType::RETREAT && (event.mode == "release" || event.mode == "ceasefire"));
}

bool any_political(const PartyFinder& finder, const std::vector<Party>& parties) {
  return std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return finder.traits(p).political; });
}
bool any_actor(const PartyFinder& finder, const std::vector<Party>& parties) {
  return std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return finder.traits(p).actor; });
}

// "quarter-final": words of one with hyphens, cut by the tokenizer.
bool in_parts(const Tree& tree, Tree::Node node, std::string_view group, const WordClasses& classes) {
  if (node < 2 || tree.form(node - 1) != "-") return false;
  return classes.in(group, std::string(tree.lemma(node - 2)) + "-" + std::string(tree.lemma(node)));
}

// "paintings of the invasion", "a film about the coup"
bool is_depicted(const EventDraft& draft, const Tree& tree, const WordClasses& classes) {
  if (draft.kind != TriggerKind::noun || !tree.is(draft.head, "nmod")) return false;
  const std::optional<Tree::Node> up = tree.head(draft.head);
  const std::string preposition = tree.preposition(draft.head);
  return up && classes.in("depiction", tree.lemma(*up)) && (preposition == "of" || preposition == "about");
}

// A singer who is arrested is no matter of culture.
bool is_party(const Event& event, Tree::Node node) {
  const auto has = [&](const std::vector<Party>& parties) {
    return std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return p.words.head == node; });
  };
  return has(event.source) || has(event.target);
}

// "Soldiers who are wounded need care": of nobody in particular.
bool of_any_such(const EventDraft& draft, const Tree& tree) {
  if (draft.kind != TriggerKind::verb || tree.word(draft.head).relation != "acl:relcl") return false;
  const std::optional<Tree::Node> noun = tree.head(draft.head);
  if (!noun || tree.word(*noun).xpos != "NNS" || !tree.is(*noun, "nsubj")) return false;
  for (Tree::Node child : tree.children(*noun))
    if (tree.is(child, "det") || tree.is(child, "nummod") || tree.is(child, "amod") || tree.is(child, "nmod"))
      return false;
  const std::optional<Tree::Node> verb = tree.head(*noun);
  const auto present = [&](Tree::Node node) {
    if (tree.word(node).xpos == "VBP") return true;
    for (Tree::Node child : tree.children(node))
      if ((tree.is(child, "aux") || tree.is(child, "cop")) && tree.word(child).xpos == "VBP")
        return tree.lemma(child) == "be";
    return false;
  };
  return verb && tree.word(*verb).xpos == "VBP" && present(draft.head);
}

// "Countries often impose sanctions": bare plurals in the simple present tell of no particular time.
bool is_generic(const EventDraft& draft, const Tree& tree) {
  if (draft.told.generic) return true;
  if (of_any_such(draft, tree)) return true;
  if (draft.kind != TriggerKind::verb || draft.event.source.empty()) return false;
  const Word& verb = tree.word(draft.head);
  if (verb.xpos != "VBP" || tree.is(draft.head, "conj")) return false;
  for (Tree::Node child : tree.children(draft.head))
    if (tree.is(child, "aux")) return false;
  const Tree::Node subject = draft.event.source[0].words.head;
  if (tree.word(subject).xpos != "NNS") return false;
  return draft.event.source[0].words.first == subject && tree.word(subject).span.begin != tree.word(0).span.begin;
}

}  // namespace

Result<Scorer> Scorer::read(std::string file, std::string_view bytes) {
  WIREROOM_TRY(table, Table::read(file, bytes, {"feature", "weight"}));
  Scorer scorer;
  for (const Table::Row& row : table.rows()) {
    double value = 0;
    const std::string_view text = row["weight"];
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{})
      return Error{ErrorKind::data, row.place() + ": '" + std::string(text) + "' is no number; mend it"};
    scorer.weights_[std::string(row["feature"])] = value;
  }
  for (std::string_view feature : kFeatures)
    if (!scorer.weights_.contains(feature))
      return Error{ErrorKind::data,
                   file + ": the feature '" + std::string(feature) + "' has no weight; add a line for it"};
  return scorer;
}

double Scorer::weight(std::string_view feature) const {
  const auto found = weights_.find(feature);
  return found == weights_.end() ? 0 : found->second;
}

double Scorer::words_and_parties(const EventDraft& draft, const Tree& tree, const PartyFinder& finder,
                                 const WordClasses& classes) const {
  const Event& event = draft.event;
  double odds = draft.light                       ? weight("phrase")
                : draft.kind == TriggerKind::verb ? weight("verb")
                : draft.kind == TriggerKind::noun ? weight("noun")
                                                  : weight("adjective");
  if (draft.proposed) odds = weight("proposed") + (draft.refused ? weight("refused") : 0);
  if (draft.rule->score) odds = std::log(*draft.rule->score / (1 - *draft.rule->score));
  if (draft.prior > 0) odds = std::max(odds, std::log(draft.prior / (1 - draft.prior)));
  const bool source = any_political(finder, event.source), target = any_political(finder, event.target);
  const bool actors = any_actor(finder, event.source) || any_actor(finder, event.target);
  if (source) odds += weight("source political");
  if (target) odds += weight("target political");
  if (!source && any_actor(finder, event.source)) odds += weight("source actor");
  // A court, prosecutor or police that deals with somebody known by name: of public interest, whoever it is.
  const bool judicial = draft.rule->judicial || (event.type == EventType::COERCE && event.mode == "arrest");
  const bool public_case = judicial && std::any_of(event.target.begin(), event.target.end(), [&](const Party& p) {
                             return tree.word(p.words.head).upos == "PROPN" && finder.traits(p).actor;
                           });
  if (event.source.empty() && !public_case) odds += weight("source missing");
  const auto people = [&](const std::vector<Party>& parties) {
    return std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return finder.traits(p).people; });
  };
  const bool crowd = event.type == EventType::PROTEST && people(event.source);
  // A protest has a crowd even where the crowd has no words.
  const bool implied =
      event.type == EventType::PROTEST && event.source.empty() && (draft.kind == TriggerKind::noun || draft.light);
  if (!actors && !implied) odds += weight("no actor");
  if (!source && !target && !crowd && !implied && !public_case)
    odds += weight(is_verbal(event) && !draft.rule->judicial ? "mere words" : "nothing political");
  bool sport = false, business = false, culture = false, disaster = false;
  for (Tree::Node node = 0; node < tree.size(); ++node) {
    const std::string_view lemma = tree.lemma(node);
    sport = sport || classes.in("sport", lemma) || in_parts(tree, node, "sport", classes);
    business = business || classes.in("business", lemma);
    culture = culture || (classes.in("culture", lemma) && !is_party(event, node));
    disaster = disaster || classes.in("disaster", lemma);
  }
  if (event.type == EventType::ASSAULT && event.source.empty()) {
    const bool hit = actors || std::any_of(event.target.begin(), event.target.end(),
                                           [&](const Party& p) { return finder.traits(p).place; });
    if (hit && classes.in("arms", event.mode)) odds += weight("by arms");
    // "killed in an attack": who is killed by a deed has met with no accident.
    const auto deed = [&](Tree::Node word) { return !tree.is_verb(word) && classes.in("violence", tree.lemma(word)); };
    if (draft.triggers.size() > 1 && std::any_of(draft.triggers.begin(), draft.triggers.end(), deed))
      odds += weight("told twice");
  }
  if (sport) odds += weight("sport");
  if (business && !(source && target)) odds += weight("business");
  if (culture && !(source && target)) odds += weight("culture");
  if (disaster && event.type == EventType::ASSAULT && event.source.empty()) odds += weight("disaster");
  if (draft.bare) odds = weight("bare noun") + (sport ? weight("sport") : 0) + (business ? weight("business") : 0);
  if (draft.told.wished) odds += weight("wished");
  if (draft.told.question) odds += weight("question");
  if (is_generic(draft, tree) || is_depicted(draft, tree, classes)) odds += weight("generic");
  return odds;
}

Evidence Scorer::evidence(const EventDraft& draft, const Tree& tree, const PartyFinder& finder,
                          const WordClasses& classes) const {
  Evidence found;
  found.words = words_and_parties(draft, tree, finder, classes);
  found.proposed = draft.proposed;
  for (Tree::Node trigger : draft.triggers)
    if (const Word& word = tree.word(trigger); !word.event.empty()) {
      const double p = std::clamp(static_cast<double>(word.no_event_score), 1e-6, 1 - 1e-6);
      const double event = std::log((1 - p) / p);
      found.encoder = found.encoder ? std::max(*found.encoder, event) : event;
    }
  return found;
}

bool Scorer::keeps(const Evidence& evidence) const {
  double odds = evidence.words;
  if (evidence.encoder) {
    const auto weighed = [&](std::string_view feature) {
      return weight((evidence.proposed ? "proposed " : "") + std::string(feature));
    };
    const double encoder = std::clamp(*evidence.encoder, -kEncoderEnd, kEncoderEnd);
    odds = weighed("words and parties") * std::clamp(odds, -kEnd, kEnd) +
           weighed(encoder < 0 ? "encoder doubts" : "encoder") * encoder + weighed("encoder bias");
    if (!evidence.proposed) odds += weight("encoder denies") * denial(*evidence.encoder);
  }
  return odds >= 0;
}

double Scorer::probability(const Evidence& evidence) const {
  double odds = weight("right") + weight("right words and parties") * std::clamp(evidence.words, -kEnd, kEnd);
  if (evidence.encoder)
    odds += weight("right encoder") * std::clamp(*evidence.encoder, kDenial, kEnd) +
            weight("right denied") * denial(*evidence.encoder);
  return 1 / (1 + std::exp(-odds));
}

Evidence Scorer::long_ago(Evidence evidence) const {
  evidence.words += weight("long ago");
  return evidence;
}

}  // namespace wireroom
