#include "statement/statement_coder.h"

#include <algorithm>
#include <optional>

#include "base/by_sentence.h"
#include "statement/attribution.h"
#include "statement/circumstances.h"
#include "statement/quotation.h"
#include "statement/speakers.h"
#include "statement/tagged.h"
#include "statement/turns.h"

namespace wireroom {
namespace {

bool is_mark(std::string_view text) {
  static constexpr std::string_view kMarks[] = {"\"", "“", "”", "‘", "’",  "'", "``", "''", ",", ".",
                                                ";",  ":", "—", "–", "--", "-", "«",  "»",  "…"};
  return std::find(std::begin(kMarks), std::end(kMarks), text) != std::end(kMarks);
}

// Quotations that one statement runs through; what follows is carried over.
constexpr std::size_t kMostContinued = 200;
// How many sentences behind its cue a speech still goes on.
constexpr std::uint32_t kSentencesOn = 12;

// A turn of a transcript names its speaker in so many words.
constexpr double kTurnScore = 0.95;
constexpr std::string_view kTurnRule = "transcript";

// The statements of one report while they are put together.
class Coding {
 public:
  Coding(const Coded& coded, const CueTable& cues, const StatementScores& scores, bool all)
      : coded_(coded), cues_(cues), scores_(scores), quotations_(find_quotations(coded.report)) {
    owner_.assign(quotations_.size(), -1);
    for (std::uint32_t i = 0; i < coded.parse.sentences.size(); ++i) views_.emplace_back(coded, i, quotations_);
    tagged_ = std::any_of(views_.begin(), views_.end(), [](const SentenceView& s) { return has_tags(s); });
    threshold_ = all ? 0 : scores.threshold(tagged_);
  }

  std::vector<std::pair<Statement, Features>> all() {
    const AttributionFinder finder(cues_, quotations_);
    const std::vector<Turn> turns = find_turns(coded_.report, views_);
    auto turn = turns.begin();
    bool colon_before = false;
    for (const SentenceView& s : views_) {
      const Turn* opened = turn != turns.end() && turn->sentence == s.number() ? &*turn++ : nullptr;
      if (opened) add_turn(s, *opened);
      auto found = finder.find(s, coded_.report.blocks[s.sentence().block].kind == BlockKind::headline);
      // A body or a document that only carries words comes after the cues of the person.
      std::stable_sort(found.begin(), found.end(),
                       [&](const Attribution& a, const Attribution& b) { return !carrier(s, a) && carrier(s, b); });
      for (Attribution& a : found) {
        if (opened && a.cue <= opened->label.back() + 1) continue;  // the colon behind the label
        if (!among(a.rule, {"clause", "aside", "according to"})) drop_time_of_cue(s, a);
        add(s, a);
      }
      if (colon_before) give_to_colon(s);
      colon_before =
          waiting_ >= 0 && statements_[static_cast<std::size_t>(waiting_)].cue_words.front().sentence == s.number();
      float_free(s);
    }
    return finished();
  }

 private:
  [[nodiscard]] std::optional<MediumKind> carrier(const SentenceView& s, const Attribution& a) const {
    return a.source ? cues_.carrier(s.word(*a.source).lemma) : std::nullopt;
  }

  // No edge cuts a name: it belongs to the content that has most of its words.
  static Words with_whole_names(const SentenceView& s, const Words& words) {
    Words whole = words;
    const auto goes_on = [&](std::uint32_t i) {
      return i > 0 && i < s.size() && s.word(i).name != NameType::none && !s.word(i).name_begins &&
             s.word(i - 1).name == s.word(i).name;
    };
    for (std::uint32_t first = 0; first < s.size(); ++first) {
      std::uint32_t end = first + 1;
      while (goes_on(end)) ++end;
      std::uint32_t inside = 0;
      for (std::uint32_t i = first; i < end; ++i) inside += contains(words, i) ? 1u : 0u;
      if (inside > 0 && inside < end - first) {
        std::erase_if(whole, [&](std::uint32_t i) { return i >= first && i < end; });
        if (inside * 2 > end - first)
          for (std::uint32_t i = first; i < end; ++i) whole.push_back(i);
      }
      first = end - 1;
    }
    std::sort(whole.begin(), whole.end());
    return whole;
  }

  // Words to spans: runs without the marks at their edges.
  void append_words(const SentenceView& s, const Words& content, std::vector<Span>& spans) const {
    const Words words = with_whole_names(s, content);
    for (std::size_t i = 0; i < words.size();) {
      std::size_t last = i;
      while (last + 1 < words.size() && words[last + 1] == words[last] + 1) ++last;
      std::size_t first = i, end = last + 1;
      while (first < end && is_mark(s.word(words[first]).form)) ++first;
      while (end > first && is_mark(s.word(words[end - 1]).form)) --end;
      if (first < end) spans.push_back(s.span(words[first], words[end - 1]));
      i = last + 1;
    }
  }

  // The words of a quotation without the comma before its cue.
  [[nodiscard]] Span spoken(std::uint32_t quotation) const {
    Span span = quotations_[quotation].inner;
    if (span.size() > 1 && coded_.report.text.view(span).ends_with(',')) --span.end;
    return span;
  }

  // The quotation and all that it is continued by in the following paragraphs.
  void claim(std::uint32_t quotation, std::int32_t statement, std::vector<Span>& spans) {
    const auto end = std::min<std::size_t>(quotations_.size(), quotation + kMostContinued);
    for (std::uint32_t q = quotation; q < end; ++q) {
      if (q != quotation && quotations_[q].continues != q - 1) break;
      owner_[q] = statement;
      spans.push_back(spoken(q));
    }
  }

  // “A.” “B,” he said.
  [[nodiscard]] bool adjacent(std::uint32_t before, std::uint32_t after) const {
    const Quotation &a = quotations_[before], &b = quotations_[after];
    return a.block == b.block && b.outer.begin <= a.outer.end + 1;
  }

  void claim_one(std::uint32_t quotation, std::int32_t number, Statement& statement) {
    owner_[quotation] = number;
    statement.content.push_back(spoken(quotation));
  }

  // A quotation that seemed to go on from the paragraph before, or to float, but has a cue of its own beside it.
  void release(const SentenceView& s, std::uint32_t quotation) {
    const std::int32_t owner = owner_[quotation];
    if (owner < 0) return;
    Statement& statement = statements_[static_cast<std::size_t>(owner)];
    const bool same_sentence = !statement.cue.empty() && statement.cue_words.front().sentence == s.number();
    const bool floating = statement.cue.empty();
    if (same_sentence || (!quotations_[quotation].continues && !floating)) return;
    for (std::uint32_t q = quotation; q < quotations_.size() && owner_[q] == owner; ++q) {
      owner_[q] = -1;
      std::erase(statement.content, spoken(q));
    }
  }

  // "Poll: most voters are content": the speaker stands before the colon, however far the tree's phrase goes.
  static void clip_to_label(const SentenceView& s, std::uint32_t colon, Party& party) {
    if (party.words.last < colon || colon == 0) return;
    party.words.last = colon - 1;
    party.span.end = s.word(colon - 1).span.end;
  }

  // The label's words and no others, however the tree joins them to what follows.
  [[nodiscard]] Party label_party(const SentenceView& s, const Turn& turn) const {
    Party party = party_at(coded_, s, turn.head);
    party.words = {s.number(), turn.label.front(), turn.label.back(), turn.head};
    party.span = s.span(turn.label.front(), turn.label.back());
    if (party.mention && coded_.actors.mentions[*party.mention].words.last > turn.label.back()) {
      party.mention.reset();
      party.actor.reset();
    }
    return party;
  }

  void add_turn(const SentenceView& s, const Turn& turn) {
    Statement statement;
    statement.act = turn.asks ? SpeechAct::ask : SpeechAct::say;
    statement.rule = kTurnRule;
    statement.score = kTurnScore;
    statement.speaker = label_party(s, turn);
    statement.speaker_basis = "transcript";
    statement.cue_words.push_back({s.number(), 0, 0, 0});
    statement.content.push_back(turn.content);
    push(std::move(statement), s.number(), {}, {"bias", "rule=transcript"});
  }

  void add(const SentenceView& s, const Attribution& a) {
    const bool quoted_cue = s.quotation(a.cue) >= 0;
    if (quoted_cue && (a.act == SpeechAct::believe || a.act == SpeechAct::want || a.act == SpeechAct::other ||
                       a.rule == std::string_view("object")))
      return;
    std::vector<std::uint32_t> free;
    if (!quoted_cue && a.rule == std::string_view("quotation"))
      for (const std::uint32_t q : a.quotations) release(s, q);
    for (const std::uint32_t q : a.quotations)
      if (owner_[q] < 0) free.push_back(q);
    const auto kind = carrier(s, a);
    if (a.content.empty() && free.empty() && !a.expects_next) {
      if (kind && !a.quotations.empty() &&
          owner_[a.quotations.front()] >= 0) {  // the carrier of words that are somebody's already
        Statement& said = statements_[static_cast<std::size_t>(owner_[a.quotations.front()])];
        if (!said.medium) said.medium = Medium{*kind, party_at(coded_, s, *a.source).span};
      }
      return;
    }
    if (!a.content.empty() && overlaps_another(s, a)) return;
    Features features = features_of(coded_, s, a);
    const double score = scores_.score(features, tagged_);
    if (score < threshold_ && free.empty()) return;
    const auto number = static_cast<std::int32_t>(statements_.size());
    Statement statement;
    statement.act = a.act;
    statement.negated = a.negated;
    statement.rule = std::string("rules/statement/cues.tsv ") + a.rule;
    statement.score = score;
    statement.cue.push_back(s.span(a.cue_words.front(), a.cue_words.back()));
    statement.cue_words.push_back({s.number(), a.cue_words.front(), a.cue_words.back(), a.cue});
    Words words = a.content;
    for (const std::uint32_t q : free) {
      claim(q, number, statement.content);
      for (std::uint32_t k = q; k > 0 && adjacent(k - 1, k) && owner_[k - 1] < 0; --k)
        claim_one(k - 1, number, statement);
      std::erase_if(words, [&](std::uint32_t i) { return s.quotation(i) == static_cast<std::int32_t>(q); });
    }
    append_words(s, words, statement.content);
    if (a.source) statement.speaker = party_at(coded_, s, *a.source);
    if (a.rule == std::string_view("label")) clip_to_label(s, a.cue, *statement.speaker);
    for (const std::uint32_t head : a.addressees) statement.addressees.push_back(party_at(coded_, s, head));
    read_circumstances(coded_, s, cues_, a, statement);
    if (kind && !free.empty()) {
      if (!statement.medium) statement.medium = Medium{*kind, statement.speaker->span};
      if (const Statement* person = person_before()) {
        statement.speaker->actor = person->speaker->actor;
        statement.speaker->mention = person->speaker->mention;
        statement.speaker_basis = name(*kind) == std::string_view("transcript") ? "transcript" : "carried_over";
      }
    }
    push(std::move(statement), s.number(), a.content, std::move(features));
    if (a.expects_next) waiting_ = number;
  }

  // "rejected the charge on Sunday": the day at the end that hangs on the cue tells when it was said.
  void drop_time_of_cue(const SentenceView& s, Attribution& a) const {
    Words& words = a.content;
    auto time = std::partition_point(coded_.times.begin(), coded_.times.end(),
                                     [&](const TimeExpression& t) { return t.words.sentence < s.number(); });
    for (; time != coded_.times.end() && time->words.sentence == s.number() && !words.empty(); ++time) {
      const WordRange& range = time->words;
      if (range.last != words.back() || range.first <= a.cue || s.head(range.head) != a.cue) continue;
      const std::uint32_t first = s.subtree(range.head).front();
      if (first <= words.front() || s.quotation(range.head) >= 0) continue;
      std::erase_if(words, [&](std::uint32_t i) { return i >= first; });
    }
  }

  // Another cue of the sentence has the same content already ("said and added"); nested ones do not count.
  [[nodiscard]] bool overlaps_another(const SentenceView& s, const Attribution& a) const {
    for (std::size_t i = statements_.size(); i-- > 0 && contents_[i].first == s.number();) {
      const Words& other = contents_[i].second;
      std::size_t shared = 0;
      for (const std::uint32_t word : a.content)
        shared += static_cast<std::size_t>(std::binary_search(other.begin(), other.end(), word));
      if (shared * 10 > a.content.size() * 9 && shared * 10 > other.size() * 9) return true;
    }
    return false;
  }

  // The last statement of a named person: whose words a transcript carries.
  [[nodiscard]] const Statement* person_before() const {
    return persons_ < 0 ? nullptr : &statements_[static_cast<std::size_t>(persons_)];
  }

  void push(Statement&& statement, std::uint32_t sentence, const Words& content, Features&& features) {
    const auto& speaker = statement.speaker;
    if (speaker && speaker->actor && coded_.actors.actors[*speaker->actor].kind == ActorKind::person)
      persons_ = static_cast<std::int32_t>(statements_.size());
    statements_.push_back(std::move(statement));
    contents_.push_back({sentence, content});
    features_.push_back(std::move(features));
  }

  // "He said:" and the quotation in the next sentence.
  void give_to_colon(const SentenceView& s) {
    Statement& statement = statements_[static_cast<std::size_t>(waiting_)];
    for (std::uint32_t i = 0; i < s.size(); ++i)
      if (s.quotation(i) >= 0 && owner_[static_cast<std::size_t>(s.quotation(i))] < 0)
        claim(static_cast<std::uint32_t>(s.quotation(i)), waiting_, statement.content);
    if (statement.content.empty() && s.size() > 0) statement.content.push_back(s.sentence().span);
    waiting_ = -1;
  }

  // A sentence that is all quotation and has no cue: it goes on with the statement before in its paragraph, or repeats
  // the speaker of the paragraph before.
  void float_free(const SentenceView& s) {
    if (!s.all_quoted() || statements_.empty()) return;
    for (std::uint32_t i = 0; i < s.size(); ++i) {
      const std::int32_t q = s.quotation(i);
      if (q < 0 || owner_[static_cast<std::size_t>(q)] >= 0) continue;
      const auto block = quotations_[static_cast<std::size_t>(q)].block;
      Statement* before = nullptr;
      if (cue_follows(static_cast<std::uint32_t>(q))) return;  // the speaker is named behind it, in a sentence to come
      if (q > 0 && owner_[static_cast<std::size_t>(q) - 1] >= 0 &&
          quotations_[static_cast<std::size_t>(q) - 1].block == block)
        before = &statements_[static_cast<std::size_t>(owner_[static_cast<std::size_t>(q) - 1])];
      for (std::size_t k = statements_.size(); k-- > 0 && !before;) {
        if (s.number() - statements_[k].cue_words.front().sentence >= kSentencesOn) break;
        if (!statements_[k].content.empty() && !is_nested(statements_[k]) && statements_[k].speaker)
          before = &statements_[k];
      }
      if (!before) return;
      const std::uint32_t its_block = coded_.parse.sentences[before->cue_words.front().sentence].block;
      const auto number = static_cast<std::int32_t>(before - statements_.data());
      if (before->content.size() < kMostContinued &&
          (its_block == block || goes_on(static_cast<std::uint32_t>(q), number))) {
        claim(static_cast<std::uint32_t>(q), number, before->content);
      } else {
        Statement next;
        next.act = SpeechAct::say;
        next.speaker = before->speaker;
        next.speaker_basis = "carried_over";
        next.rule = "carried over";
        Features features{"bias", "rule=carried_over"};
        next.score = scores_.score(features, tagged_);
        next.cue_words.push_back({s.number(), 0, 0, 0});
        push(std::move(next), s.number(), {}, std::move(features));
        claim(static_cast<std::uint32_t>(q), static_cast<std::int32_t>(statements_.size() - 1),
              statements_.back().content);
      }
    }
  }

  // The paragraph before has only this speaker's words behind the cue of the statement, or ends with it: what follows
  // is the same speech.
  [[nodiscard]] bool goes_on(std::uint32_t quotation, std::int32_t statement) const {
    if (quotation == 0 || owner_[quotation - 1] != statement) return false;
    const Quotation& before = quotations_[quotation - 1];
    if (before.block + 1 != quotations_[quotation].block) return false;
    const auto last = std::partition_point(views_.begin(), views_.end(), [&](const SentenceView& s) {
      return s.sentence().span.end <= quotations_[quotation].outer.begin;
    });
    if (last == views_.begin()) return false;
    const SentenceView& s = *std::prev(last);
    return s.sentence().block == before.block &&
           s.number() <= statements_[static_cast<std::size_t>(statement)].cue_words.front().sentence + kSentencesOn;
  }

  // Whether the quotation ends in a sentence that is not all quoted and names its speaker.
  [[nodiscard]] bool cue_follows(std::uint32_t quotation) const {
    const Span inner = quotations_[quotation].inner;
    const auto at = std::partition_point(views_.begin(), views_.end(),
                                         [&](const SentenceView& s) { return s.sentence().span.end < inner.end; });
    return at != views_.end() && at->sentence().span.begin < inner.end && !at->all_quoted();
  }

  // A statement that somebody quoted makes.
  [[nodiscard]] bool is_nested(const Statement& statement) const {
    return !statement.cue.empty() &&
           views_[statement.cue_words.front().sentence].quotation(statement.cue_words.front().head) >= 0;
  }

  void set_kind(Statement& statement) const {
    std::size_t all = 0, quoted = 0;
    for (const Span& span : statement.content) {
      all += span.size();
      auto q = std::partition_point(quotations_.begin(), quotations_.end(),
                                    [&](const Quotation& other) { return other.outer.end <= span.begin; });
      for (; q != quotations_.end() && q->outer.begin < span.end; ++q) {
        const std::uint32_t begin = std::max(q->inner.begin, span.begin), end = std::min(q->inner.end, span.end);
        if (begin < end) quoted += end - begin;
      }
    }
    statement.kind = quoted * 20 >= all * 19 ? StatementKind::direct
                     : quoted * 20 > all     ? StatementKind::mixed
                                             : StatementKind::indirect;
  }

  std::vector<std::pair<Statement, Features>> finished() {
    std::vector<std::pair<Statement, Features>> out;
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      Statement& statement = statements_[i];
      join_pieces(statement);
      if (statement.content.empty()) continue;
      set_kind(statement);
      if (statement.rule == kTurnRule) statement.kind = StatementKind::direct;
      if (statement.kind == StatementKind::mixed)
        for (Span& span : statement.content) keep_pairs(span);
      if (statement.cue.empty()) statement.cue_words.clear();
      out.emplace_back(std::move(statement), std::move(features_[i]));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return first(a.first) < first(b.first); });
    drop_misread(out);
    const BySentence contents = contents_by_sentence(out);
    for (std::uint32_t i = 0; i < out.size(); ++i) nest(out, contents, i);
    for (auto& [statement, features] : out) speaks_for_itself(out, statement);
    return out;
  }

  // Touching pieces of one content are one.
  void join_pieces(Statement& statement) const {
    std::sort(statement.content.begin(), statement.content.end());
    std::vector<Span> joined;
    for (const Span& span : statement.content) {
      const bool touches =
          !joined.empty() && (span.begin <= joined.back().end || only_marks_between(joined.back().end, span.begin));
      if (touches)
        joined.back() = cover(joined.back(), span);
      else
        joined.push_back(span);
    }
    statement.content = std::move(joined);
  }

  // A quotation that begins or ends inside a mixed content keeps both of its marks, with the full stop before the
  // second.
  void keep_pairs(Span& span) const {
    auto q = std::partition_point(quotations_.begin(), quotations_.end(),
                                  [&](const Quotation& other) { return other.outer.end <= span.begin; });
    for (; q != quotations_.end() && q->outer.begin < span.end; ++q) {
      const bool opens = q->outer.begin >= span.begin && span.end > q->inner.begin && span.end < q->outer.end;
      const bool closes = q->outer.end <= span.end && span.begin > q->outer.begin && span.begin <= q->inner.begin;
      if (opens && q->inner.end <= span.end + 1) span.end = q->outer.end;
      if (closes) span.begin = q->outer.begin;
    }
  }

  // "I" and "we" inside a quotation are its speaker.
  void speaks_for_itself(const std::vector<std::pair<Statement, Features>>& all, Statement& statement) const {
    if (!statement.within || !statement.speaker) return;
    const WordRange& words = statement.speaker->words;
    const SentenceView& s = views_[words.sentence];
    if (words.first != words.last || !among(s.form(words.head), {"i", "we"}) || s.quotation(words.head) < 0) return;
    const auto& outer = all[*statement.within].first.speaker;
    if (!outer || !outer->actor) return;
    statement.speaker->actor = outer->actor;
    statement.speaker_basis = "quotation";
  }

  [[nodiscard]] static std::uint32_t first(const Statement& s) {
    return s.cue.empty() ? s.content.front().begin : std::min(s.cue.front().begin, s.content.front().begin);
  }

  // A mixed content runs through its marks; two direct pieces with only marks and blanks between stay one.
  [[nodiscard]] bool only_marks_between(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view between = coded_.report.text.view({begin, end});
    if (between.size() > 24 || between.find("\n\n") != std::string_view::npos) return false;
    return std::all_of(between.begin(), between.end(), [](char c) {
      return static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '\n' || c == '"' || c == '\'' || c == '`';
    });
  }

  using Candidates = std::vector<std::pair<Statement, Features>>;

  // The piece of a statement's content that holds another's cue; nullptr if none does.
  [[nodiscard]] static const Span* holding(const Statement& outer, const Statement& inner) {
    if (inner.cue.empty()) return nullptr;
    for (const Span& span : outer.content)
      if (span.contains(inner.cue.front())) return &span;
    return nullptr;
  }

  // Whether statement `at` stands in statement `i`, however deep.
  [[nodiscard]] static bool stands_in(const Candidates& all, std::uint32_t at, std::uint32_t i) {
    std::optional<std::uint32_t> outer = at;
    while (outer && *outer != i) outer = all[*outer].first.within;
    return outer.has_value();
  }

  // The statements with a piece of their content in a sentence, in their order.
  [[nodiscard]] BySentence contents_by_sentence(const Candidates& all) const {
    BySentence contents;
    for (std::uint32_t k = 0; k < all.size(); ++k) {
      std::uint32_t next = 0;  // pieces of one content may share a sentence
      for (const Span& span : all[k].first.content) {
        const SentenceRange over = sentences_over(coded_.parse, span);
        for (std::uint32_t s = std::max(over.first, next); s < over.end; ++s) contents.add(s, k);
        next = std::max(next, over.end);
      }
    }
    contents.settle();
    return contents;
  }

  // "They discussed the plan, NAME reported": what holds the cue of a statement around it and lies outside of that
  // one's content is not what the inner one tells.
  void drop_misread(Candidates& all) const {
    const BySentence contents = contents_by_sentence(all);
    std::vector<bool> misread(all.size(), false);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (all[i].first.cue_words.empty()) continue;
      for (const std::uint32_t k : contents.in(all[i].first.cue_words.front().sentence)) {
        if (k == i || !holding(all[k].first, all[i].first)) continue;
        const Span* back = holding(all[i].first, all[k].first);
        if (!back) continue;
        const std::vector<Span>& around = all[k].first.content;
        misread[i] = misread[i] || std::none_of(around.begin(), around.end(), [&](const Span& span) {
                       return span.begin < back->end && back->begin < span.end;
                     });
      }
    }
    std::uint32_t at = 0;
    std::erase_if(all, [&](const auto&) { return misread[at++]; });
  }

  // The smallest content that holds the cue of this statement is what it stands in. Where two hold each other's cues
  // ("she said it was wrong, according to the agency", read too far) the longer content is the outer one.
  static void nest(Candidates& all, const BySentence& contents, std::uint32_t i) {
    const Span* smallest = nullptr;
    if (all[i].first.cue_words.empty()) return;
    for (const std::uint32_t k : contents.in(all[i].first.cue_words.front().sentence)) {
      const Span* span = k == i ? nullptr : holding(all[k].first, all[i].first);
      if (!span || (smallest && span->size() >= smallest->size())) continue;
      const Span* back = holding(all[i].first, all[k].first);
      if ((back && back->size() > span->size()) || stands_in(all, k, i)) continue;
      all[i].first.within = k;
      smallest = span;
    }
  }

  const Coded& coded_;
  const CueTable& cues_;
  const StatementScores& scores_;
  bool tagged_ = false;  // the weights have the head
  double threshold_ = 0;
  std::vector<Quotation> quotations_;
  std::vector<std::int32_t> owner_;  // statement of each quotation, -1 if none yet
  std::vector<SentenceView> views_;
  std::vector<Statement> statements_;
  std::vector<std::pair<std::uint32_t, Words>> contents_;  // sentence and words of each statement's content
  std::vector<Features> features_;                         // of each statement
  std::int32_t waiting_ = -1;                              // the statement that ends with a colon
  std::int32_t persons_ = -1;                              // the last statement of a named person
};

}  // namespace

Result<StatementCoder> StatementCoder::load() {
  WIREROOM_TRY(cues, CueTable::load());
  WIREROOM_TRY(scores, StatementScores::load());
  return StatementCoder(std::move(cues), std::move(scores));
}

std::vector<Statement> StatementCoder::code(const Coded& coded) const {
  std::vector<Statement> statements;
  for (auto& [statement, features] : Coding(coded, cues_, scores_, false).all())
    statements.push_back(std::move(statement));
  return statements;
}

std::vector<std::pair<Statement, Features>> StatementCoder::candidates(const Coded& coded) const {
  return Coding(coded, cues_, scores_, true).all();
}

}  // namespace wireroom
