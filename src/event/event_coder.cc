#include "event/event_coder.h"

#include <algorithm>
#include <array>

#include "base/assets.h"
#include "event/circumstances.h"
#include "event/happenings.h"
#include "event/instruments.h"
#include "event/ontology.h"
#include "event/party_finder.h"
#include "event/report_index.h"
#include "event/rule_matcher.h"
#include "event/rule_reader.h"
#include "event/scorer.h"
#include "event/status.h"

namespace wireroom {
namespace {

constexpr int kLongAgo = 50;  // years; what is older is history, not an event of the report

// A trigger inside what somebody says: the innermost statement around it and its speaker.
void attribute(Event& event, const std::vector<Statement>& statements, const ReportIndex& index) {
  const Span trigger = event.trigger.front();
  std::uint32_t best = 0;
  bool found = false;
  for (const std::uint32_t i : index.said_in(event.sentence))
    for (const Span& content : statements[i].content) {
      if (!content.contains(trigger) || (found && index.content_size(i) >= index.content_size(best))) continue;
      found = true;
      best = i;
    }
  if (!found) return;
  const Statement& statement = statements[best];
  event.said_in = best;
  if (!event.according_to) event.according_to = statement.speaker;
  if (event.status == EventStatus::asserted && statement.act == SpeechAct::deny && !statement.negated)
    event.status = EventStatus::denied;
  if (event.status == EventStatus::asserted && (statement.act == SpeechAct::want || statement.act == SpeechAct::order))
    event.status = EventStatus::called_for;
}

// "Russia says Israel must end its raids": what a party says that another must do is its demand.
void demand(EventDraft& draft, const std::vector<Statement>& statements, const PartyFinder& finder,
            const Ontology& ontology) {
  Event& event = draft.event;
  if (!draft.told.obliged || event.status != EventStatus::called_for || !event.said_in || event.source.empty()) return;
  const std::optional<Party>& speaker = statements[*event.said_in].speaker;
  const Recoding* request = ontology.embedded(EventType::REQUEST, event.type, event.mode);
  if (!speaker || !speaker->actor || request == nullptr || same_party(*speaker, event.source[0])) return;
  if (!finder.is_political(*speaker) || !finder.is_political(event.source[0])) return;
  OtherParty object;
  object.role = Role::object;
  object.of = event.type;
  object.party.words = event.trigger_words.front();
  object.party.span = event.trigger.front();
  event.other.push_back(std::move(object));
  event.type = request->type;
  event.mode = request->mode;
  event.cameo = request->cameo;
  event.status = EventStatus::asserted;
  event.target = std::move(event.source);
  event.source = {*speaker};
  event.according_to.reset();  // the report tells of the demand
  event.said_in.reset();
}

// Every lemma that a rule, a class or the table of statuses names.
void teach(LemmaBook& book, const std::vector<Rule>& rules, const WordClasses& classes, const StatusReader& status) {
  for (const Rule& rule : rules)
    for (const Pattern& pattern : rule.patterns) {
      for (const std::string& lemma : pattern.head)
        pattern.kind == TriggerKind::verb ? book.add_verb(lemma) : book.add_noun(lemma);
      for (const PatternPart& part : pattern.parts)
        for (const std::string& lemma : part.word)
          part.kind == PatternPart::Kind::complement ? book.add_verb(lemma) : book.add_noun(lemma);
    }
  for (const auto& [group, lemmas] : classes.all())
    for (const std::string& lemma : lemmas) book.add_noun(lemma);
  for (const std::string_view group :
       {"support", "occur", "move", "report", "killing", "injuring", "arresting", "displacing"})
    if (const Lemmas* lemmas = classes.find(group))
      for (const std::string& lemma : *lemmas)
        if (!lemma.ends_with("ed")) book.add_verb(lemma);  // "the detained" is a noun; its verb is "detain"
  for (const std::string& word : status.words()) {
    book.add_verb(word);
    book.add_noun(word);
  }
}

// "Following negotiations with X, Y said …", "Y: 'Fruitful' Talks With X": who speaks is the other party.
void lend_speaker(EventDraft& draft, const Tree& tree, std::uint32_t sentence, const std::vector<Statement>& statements,
                  const ReportIndex& index) {
  Event& event = draft.event;
  if (!draft.rule->symmetric || draft.kind != TriggerKind::noun || event.source.size() + event.target.size() != 1)
    return;
  const auto framed_by = [&](const Statement& statement) {
    for (Tree::Node trigger : draft.triggers) {
      const std::optional<Tree::Node> up = tree.head(trigger);
      if (!up || tree.word(trigger).relation == "parataxis") {  // a heading without a verb
        for (const Span& content : statement.content)
          if (content.contains(tree.word(trigger).span) && statement.speaker->span.end <= content.begin) return true;
        continue;
      }
      const std::string how = tree.preposition(trigger);
      if (!tree.is(trigger, "obl") || !(how == "after" || how == "follow" || how == "following" || how == "during" ||
                                        how == "before" || how == "ahead of"))
        continue;
      for (const WordRange& cue : statement.cue_words)
        if (cue.sentence == sentence && cue.first <= *up && *up <= cue.last) return true;
    }
    return false;
  };
  for (const std::uint32_t i : index.spoken_in(sentence)) {
    const Statement& statement = statements[i];
    if (!statement.speaker->actor || !framed_by(statement)) continue;
    Party speaker = *statement.speaker;
    std::vector<Party>& first = event.source;
    if (same_party(speaker, first.empty() ? event.target[0] : first[0])) return;
    if (first.empty()) std::swap(event.source, event.target);
    if (speaker.span < first[0].span) std::swap(speaker, first[0]);
    event.target.push_back(std::move(speaker));
    return;
  }
}

// The two who met, for a "they" in the sentences after.
std::vector<Party> pair_of(const Event& event) {
  if (event.type != EventType::CONSULT || event.mode == "visit" || event.source.size() != 1 || event.target.size() != 1)
    return {};
  const Party &a = event.source[0], &b = event.target[0];
  if (!a.actor || !b.actor || *a.actor == *b.actor) return {};
  return {a, b};
}

// "The attack" after an attack was told: a noun without a party that only takes up what stands before.
bool takes_up(const EventDraft& draft, const Tree& tree, const WordClasses& classes, const std::vector<Event>& before) {
  const Event& event = draft.event;
  if (draft.kind != TriggerKind::noun || !event.source.empty() || !event.target.empty()) return false;
  if (classes.in("undergone", tree.lemma(draft.head))) return false;  // "an arrest": each may be another one
  return std::any_of(before.begin(), before.end(),
                     [&](const Event& e) { return e.type == event.type && e.sentence < event.sentence; });
}

bool long_ago(const Event& event, const Report& report) {
  if (!event.date || !event.date->interval.latest || event.date->basis == TimeBasis::publication) return false;
  const int year = static_cast<int>(event.date->interval.latest->day.year());
  if (report.published) return year + kLongAgo < static_cast<int>(report.published->date.year());
  return year < 1950;
}

// Words are exchanged with somebody: "agreed to ban **fentanyl**" has no addressee. What is
// attacked, seized, rejected or punished may be a thing.
void drop_things(Event& event, const PartyFinder& finder) {
  constexpr std::array<EventType, 3> kToSomebody = {EventType::AGREE, EventType::CONSULT, EventType::REQUEST};
  if (std::find(kToSomebody.begin(), kToSomebody.end(), event.type) == kToSomebody.end()) return;
  std::erase_if(event.target, [&](const Party& party) {
    const Traits traits = finder.traits(party);
    return !traits.actor && !traits.place && finder.country(party).empty();
  });
}

}  // namespace

struct EventCoder::Knowledge {
  WordClasses classes;
  Ontology ontology;
  StatusReader status;
  Scorer scorer;
  Instruments instruments;
  LemmaBook book;
  std::vector<Rule> rules;
  std::unique_ptr<RuleMatcher> matcher;  // points to rules and classes
};

EventCoder::EventCoder(std::unique_ptr<Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}
EventCoder::EventCoder(EventCoder&&) noexcept = default;
EventCoder& EventCoder::operator=(EventCoder&&) noexcept = default;
EventCoder::~EventCoder() = default;

const std::vector<Rule>& EventCoder::rules() const { return knowledge_->rules; }

Result<EventCoder> EventCoder::load() {
  WIREROOM_TRY(class_bytes, asset("rules/event/classes.tsv"));
  WIREROOM_TRY(classes, WordClasses::read("rules/event/classes.tsv", class_bytes));
  WIREROOM_TRY(ontology, Ontology::load());
  WIREROOM_TRY(status_bytes, asset("rules/event/status.tsv"));
  WIREROOM_TRY(status, StatusReader::read("rules/event/status.tsv", status_bytes));
  WIREROOM_TRY(score_bytes, asset("rules/event/score.tsv"));
  WIREROOM_TRY(scorer, Scorer::read("rules/event/score.tsv", score_bytes));
  WIREROOM_TRY(form_bytes, asset("rules/event/irregular_forms.tsv"));
  WIREROOM_TRY(book, LemmaBook::read("rules/event/irregular_forms.tsv", form_bytes));
  WIREROOM_TRY(instrument_bytes, asset("rules/event/instruments.tsv"));
  WIREROOM_TRY(instruments, Instruments::read("rules/event/instruments.tsv", instrument_bytes));
  for (const std::string& word : instruments.words()) book.add_noun(word);
  auto knowledge = std::make_unique<Knowledge>(Knowledge{std::move(classes),
                                                         std::move(ontology),
                                                         std::move(status),
                                                         std::move(scorer),
                                                         std::move(instruments),
                                                         std::move(book),
                                                         {},
                                                         nullptr});
  for (const std::string& path : assets_below("rules/event/")) {
    if (!path.ends_with(".rules")) continue;
    WIREROOM_TRY(bytes, asset(path));
    WIREROOM_TRY(rules, read_rules(path, bytes, knowledge->classes));
    for (Rule& rule : rules) {
      const std::string place = path + ":" + std::to_string(rule.line) + ":1: rule '" + rule.name + "': ";
      if (!rule.mode.empty() && !knowledge->ontology.knows_mode(rule.type, rule.mode))
        return Error{ErrorKind::data, place + "'" + rule.mode + "' is no mode of " + name(rule.type) +
                                          "; see data/ontology/plover_modes.tsv"};
      if (!rule.cameo.empty() && !knowledge->ontology.knows_cameo(rule.cameo))
        return Error{ErrorKind::data, place + "'" + rule.cameo + "' is no CAMEO code; see data/ontology/cameo.tsv"};
      knowledge->rules.push_back(std::move(rule));
    }
  }
  teach(knowledge->book, knowledge->rules, knowledge->classes, knowledge->status);
  knowledge->matcher = std::make_unique<RuleMatcher>(knowledge->rules, knowledge->classes);
  return EventCoder(std::move(knowledge));
}

std::vector<Event> EventCoder::code(const Coded& coded) const {
  const Knowledge& known = *knowledge_;
  const ReportIndex index(coded);
  std::vector<Event> events;
  std::vector<Party> met;  // the last two who met, and where that is told
  std::uint32_t met_in = 0;
  for (std::uint32_t s = 0; s < coded.parse.sentences.size(); ++s) {
    const Sentence& sentence = coded.parse.sentences[s];
    if (sentence.words.empty()) continue;
    const Tree tree(sentence, known.book);
    PartyFinder finder(coded, index, s, tree, known.classes);
    if (!met.empty() && s <= met_in + 2) finder.set_they(met);
    std::vector<EventDraft> drafts = known.matcher->match(tree, finder, s);
    if (drafts.empty()) continue;
    for (EventDraft& draft : drafts) draft.told = known.status.status(tree, draft.head, known.classes);
    // What only the encoder proposes and the score refuses must not hide the deed below it.
    std::erase_if(drafts, [&](const EventDraft& d) {
      return d.proposed && !known.scorer.keeps(known.scorer.evidence(d, tree, finder, known.classes));
    });
    Happenings(tree, finder, known.classes, known.ontology).settle(drafts);
    known.instruments.arm(drafts, tree, finder);
    for (EventDraft& draft : drafts) lend_speaker(draft, tree, s, coded.statements, index);
    for (EventDraft& draft : drafts) draft.evidence = known.scorer.evidence(draft, tree, finder, known.classes);
    std::erase_if(drafts, [&](const EventDraft& d) {
      return !known.scorer.keeps(d.evidence) || takes_up(d, tree, known.classes, events);
    });
    for (EventDraft& draft : drafts) drop_things(draft.event, finder);
    for (EventDraft& draft : drafts) {
      attribute(draft.event, coded.statements, index);
      demand(draft, coded.statements, finder, known.ontology);
    }
    Circumstances(coded, s, tree, finder, known.classes).fill(drafts);
    std::sort(drafts.begin(), drafts.end(), [](const EventDraft& a, const EventDraft& b) {
      return a.event.trigger.front() < b.event.trigger.front();
    });
    for (EventDraft& draft : drafts) {
      if (long_ago(draft.event, coded.report)) {
        draft.evidence = known.scorer.long_ago(draft.evidence);
        if (!known.scorer.keeps(draft.evidence)) continue;
      }
      draft.event.score = known.scorer.probability(draft.evidence);
      if (std::vector<Party> both = pair_of(draft.event); !both.empty()) {
        met = std::move(both);
        met_in = s;
      }
      known.ontology.complete(draft.event);
      events.push_back(std::move(draft.event));
    }
  }
  return events;
}

}  // namespace wireroom
