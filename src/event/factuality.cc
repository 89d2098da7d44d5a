#include "event/factuality.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "base/assets.h"
#include "base/table.h"

namespace wireroom {
namespace {

using Node = Tree::Node;

constexpr double kFact = 3;
constexpr double kUnknownThat = 2.7;  // a finite clause below a word without signature
constexpr double kUnknownTo = 0.4;    // an infinitive below one
constexpr double kFuture = 2;         // "will"
constexpr double kWould = 0.6;        // "would", without a past tense of saying above
constexpr double kPossible = 0.5;     // "may", "might", "could"
constexpr double kAble = 1;           // "can"
constexpr double kDuty = 0.5;         // "should", "must"
// Share of the encoder's value in the result, the signatures have the rest. Less where they deny: the encoder often
// overlooks a negation.
constexpr double kEncoder = 0.6, kEncoderOfDenied = 0.3;
constexpr double kCondition = 0.3;  // of what hangs on an if-clause
constexpr double kPurpose = 0.5;    // "to replace him"

// Where five readers' mean lies for a value of ours: they are less sure of a denial, surer of what is likely. Knots
// fitted on UW's training part for the least mean error, -1 and 1 (the edges of "open") held; straight lines between
// them.
constexpr std::array<std::pair<double, double>, 11> kReaders = {{{-3, -2.65},
                                                                 {-2, -1.35},
                                                                 {-1, -1},
                                                                 {-0.5, -0.55},
                                                                 {0.5, 0.8},
                                                                 {1, 1},
                                                                 {1.5, 2.15},
                                                                 {2, 2.4},
                                                                 {2.5, 2.4},
                                                                 {2.8, 3},
                                                                 {3, 3}}};

double as_readers_judge(double value) {
  for (std::size_t i = 1; i < kReaders.size(); ++i) {
    const auto [from, below] = kReaders[i - 1];
    const auto [to, above] = kReaders[i];
    if (value <= to) return below + (above - below) * std::max(0.0, value - from) / (to - from);
  }
  return kReaders.back().second;
}

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_copular(const Tree& tree, Node node) { return !tree.children(node, "cop").empty(); }

bool is_predicate(const Tree& tree, Node node, const std::set<std::string, std::less<>>& event_nouns) {
  if (tree.is(node, "aux") || tree.is(node, "cop") || tree.is(node, "case") || tree.is(node, "mark") ||
      tree.is(node, "fixed"))
    return false;
  const Word& word = tree.word(node);
  return (word.upos == "VERB" && !(tree.is(node, "amod") && word.xpos != "VBN")) || is_copular(tree, node) ||
         (word.upos == "NOUN" && event_nouns.contains(tree.lemma(node)));
}

// -1 for each word of negation on it.
bool negated(const Tree& tree, Node node) {
  static constexpr std::array<std::string_view, 8> kNegations = {"not",    "never", "n't",      "neither",
                                                                 "hardly", "nor",   "scarcely", "barely"};
  bool no = false;
  for (Node child : tree.children(node)) {
    const std::string_view lemma = tree.lemma(child);
    if (one_of(kNegations, lemma) && !tree.is(child, "conj")) {
      // "not only", "not until": asserted
      const bool limit =
          child + 1 < tree.size() && (tree.lemma(child + 1) == "only" || tree.lemma(child + 1) == "until");
      if (!limit) no = !no;
    }
    if (tree.is(child, "det") && lemma == "no") no = !no;
    if ((tree.is(child, "mark") || tree.is(child, "case")) && lemma == "without") no = !no;
    if (tree.is(child, "nsubj") || (tree.is(child, "obj") && tree.is_verb(node))) {
      if (lemma == "nobody" || lemma == "none" || lemma == "nothing") no = !no;
      if (tree.is(child, "nsubj"))  // "has no plan": the plan is not, the having is
        for (Node part : tree.children(child, "det"))
          if (tree.lemma(part) == "no" || tree.lemma(part) == "neither") no = !no;
    }
  }
  return no;
}

bool is_conditional(const Tree& tree, Node clause) {
  for (Node child : tree.children(clause, "mark"))
    if (const std::string_view lemma = tree.lemma(child);
        lemma == "if" || lemma == "unless" || lemma == "whether" || lemma == "lest" || lemma == "provided")
      return true;
  return false;
}

bool asked(const Tree& tree) {
  for (Node i = tree.size(); i > 0 && tree.word(i - 1).upos == "PUNCT"; --i)
    if (tree.form(i - 1) == "?") return true;
  return false;
}

std::string_view frame_of(const Tree& tree, Node node) {
  if (!tree.is_verb(node) && !is_copular(tree, node)) return "noun";
  for (Node child : tree.children(node))
    if (tree.is(child, "mark") && tree.lemma(child) == "to") return "to";
  const std::string_view tag = tree.word(node).xpos;
  if (tag == "VBG" && tree.children(node, "aux").empty() && !is_copular(tree, node)) return "ing";
  if (tree.is(node, "xcomp")) return "to";
  return "that";
}

double through(const Signature& signature, double governor) {
  return governor >= 0 ? signature.yes * governor / kFact : signature.no * -governor / kFact;
}

}  // namespace

Result<Signatures> Signatures::read(std::string file, std::string_view bytes) {
  WIREROOM_TRY(table, Table::read(std::move(file), bytes, {"words", "frame", "yes", "no"}));
  Signatures signatures;
  for (const Table::Row& row : table.rows()) {
    Signature signature;
    for (auto [column, value] : {std::pair("yes", &signature.yes), std::pair("no", &signature.no)}) {
      const std::string_view text = row[column];
      if (std::from_chars(text.data(), text.data() + text.size(), *value).ec != std::errc{} || std::abs(*value) > kFact)
        return Error{ErrorKind::data, row.place() + ": '" + std::string(text) + "' is no number from -3 to 3; mend it"};
    }
    if (const std::string_view frame = row["frame"];
        frame != "that" && frame != "to" && frame != "ing" && frame != "noun")
      return Error{ErrorKind::data, row.place() + ": column frame must be that, to, ing or noun"};
    for (std::string_view word : row.list("words"))  // of two lines the first holds
      signatures.frames_[std::string(row["frame"])].emplace(std::string(word), signature);
  }
  return signatures;
}

const Signature* Signatures::find(std::string_view lemma, std::string_view frame) const {
  const auto words = frames_.find(frame);
  if (words == frames_.end()) return nullptr;
  const auto found = words->second.find(lemma);
  return found == words->second.end() ? nullptr : &found->second;
}

std::vector<std::string> Signatures::words() const {
  std::vector<std::string> all;
  for (const auto& [frame, words] : frames_)
    for (const auto& [word, signature] : words) all.push_back(word);
  return all;
}

Result<FactualityReader> FactualityReader::load() {
  WIREROOM_TRY(bytes, asset("rules/event/signatures.tsv"));
  WIREROOM_TRY(signatures, Signatures::read("rules/event/signatures.tsv", bytes));
  WIREROOM_TRY(form_bytes, asset("rules/event/irregular_forms.tsv"));
  WIREROOM_TRY(book, LemmaBook::read("rules/event/irregular_forms.tsv", form_bytes));
  for (const std::string& word : signatures.words()) {
    book.add_verb(word);
    book.add_noun(word);
  }
  WIREROOM_TRY(noun_bytes, asset("rules/event/event_nouns.tsv"));
  WIREROOM_TRY(nouns, Table::read("rules/event/event_nouns.tsv", noun_bytes, {"words"}));
  std::set<std::string, std::less<>> event_nouns;
  for (const Table::Row& row : nouns.rows())
    for (const std::string_view word : row.list("words")) {
      event_nouns.emplace(word);
      book.add_noun(word);
    }
  return FactualityReader(std::move(signatures), std::move(book), std::move(event_nouns));
}

double FactualityReader::own(const Tree& tree, Node node, double context) {
  double value = context;
  bool perfect = false, condition = false;
  for (Node child : tree.children(node)) {
    perfect = perfect || (tree.is(child, "aux") && tree.lemma(child) == "have");
    condition = condition || (tree.is(child, "advcl") && is_conditional(tree, child));
  }
  const auto limit = [&](double most) { value = value < 0 ? std::max(value, -most) : std::min(value, most); };
  bool infinitive_be = false, cannot = false;
  for (Node child : tree.children(node, "aux")) {
    const std::string_view form = tree.form(child), lemma = tree.lemma(child);
    if (form == "will" || form == "'ll" || form == "wo" || form == "shall")
      limit(kFuture);
    else if (form == "would" || form == "'d")
      limit(kWould);
    else if (form == "may" || form == "might" || form == "could")
      limit(kPossible);
    else if (form == "can" || form == "ca")
      limit(cannot ? kFact : kAble), cannot = true;
    else if (form == "should" || form == "must" || lemma == "ought")
      limit(kDuty);
    else if (lemma == "be")
      infinitive_be = true;
  }
  if (infinitive_be)
    for (Node child : tree.children(node, "mark"))
      if (tree.lemma(child) == "to" && !tree.is(node, "xcomp") && !tree.is(node, "advcl")) limit(kAble);
  if (condition) limit(perfect && value <= kWould ? kCondition : kPossible);
  for (Node child : tree.children(node)) {
    static constexpr std::array<std::string_view, 5> kMaybe = {"perhaps", "possibly", "maybe", "potentially", "almost"};
    static constexpr std::array<std::string_view, 6> kToldBy = {"allegedly", "reportedly", "apparently",
                                                                "probably",  "presumably", "supposedly"};
    if (tree.is(child, "advmod") && one_of(kMaybe, tree.lemma(child))) limit(kPossible);
    if (tree.is(child, "advmod") && one_of(kToldBy, tree.lemma(child))) limit(1.5);
    if (!tree.is_verb(node) && tree.is(child, "amod")) {
      static constexpr std::array<std::string_view, 12> kOpen = {"planned",  "possible", "potential", "proposed",
                                                                 "alleged",  "future",   "upcoming",  "suspected",
                                                                 "expected", "likely",   "scheduled", "threatened"};
      static constexpr std::array<std::string_view, 5> kNot = {"attempted", "failed", "foiled", "aborted", "abortive"};
      if (one_of(kOpen, tree.form(child))) limit(kAble);
      if (one_of(kNot, tree.form(child))) value = std::min(value, -1.5);
    }
  }
  if (negated(tree, node)) {
    // "cannot leave" is surely not, "may not" is open
    if (cannot && std::abs(value) <= kAble) value = std::copysign(2.5, value);
    value = -value;
  }
  return value;
}

double FactualityReader::from_above(const Tree& tree, Node node, const std::vector<double>& values,
                                    const std::vector<double>& contexts) const {
  const std::optional<Node> up = tree.head(node);
  if (!up) return asked(tree) ? 0.3 : kFact;
  const std::string_view relation = tree.base(node);
  const std::string_view frame = frame_of(tree, node);
  if (relation == "conj") {
    bool own_group = false;
    for (Node child : tree.children(node)) own_group = own_group || tree.is(child, "nsubj") || tree.is(child, "aux");
    return own_group || frame != frame_of(tree, *up) ? contexts[*up] : values[*up];
  }
  if (tree.word(node).relation == "acl:relcl" || relation == "appos" || relation == "parataxis") return kFact;
  if (relation == "advcl") {
    if (is_conditional(tree, node)) return kCondition;
    if (frame == "to") return kPurpose;
    if (tree.marker(node).empty() && frame == "ing") return values[*up];
    const std::string mark = tree.marker(node);
    if (frame == "ing" && mark != "after" && mark != "before" && mark != "while" && mark != "since")
      if (const Signature* known = signatures_.find(tree.lemma(*up), "ing")) return through(*known, values[*up]);
    return kFact;
  }
  if (relation == "ccomp" || relation == "csubj" || relation == "xcomp" || relation == "acl" || frame == "noun") {
    if (relation == "ccomp" && is_conditional(tree, node)) return 0.2;
    if (relation == "acl" && frame != "to" && frame != "that" && tree.marker(node).empty()) return kFact;
    const Signature* known = signatures_.find(tree.lemma(*up), frame);
    if (known == nullptr && frame == "to" && relation == "ccomp") known = signatures_.find(tree.lemma(*up), "that");
    if (known == nullptr && frame == "to" && relation == "xcomp" && tree.marker(node).empty())
      known = signatures_.find(tree.lemma(*up), "ing");
    if (known == nullptr && frame == "ing") known = signatures_.find(tree.lemma(*up), "noun");
    if (known != nullptr) return through(*known, values[*up]);
    if (frame == "noun") {
      // "the attack killed …": a subject is taken for granted, what hangs on a verb shares in its fate
      if (relation == "nsubj" || relation == "nmod" || relation == "compound") return kFact;
      return values[*up] < 0 ? kFact / 2 : std::max(values[*up], 1.0);
    }
    if (frame == "that") return values[*up] < 0 ? kUnknownThat / 2 : kUnknownThat;
    if (frame == "to" && !(relation == "xcomp" && tree.marker(node).empty()))
      return values[*up] < 0 ? -kUnknownTo : kUnknownTo;
    return values[*up];
  }
  return kFact;
}

std::vector<double> FactualityReader::values(const Tree& tree) const {
  std::vector<double> values(tree.size(), kFact), contexts(tree.size(), kFact);
  // From the root down, level by level, without recursion.
  Tree::Nodes open;
  for (Node node = 0; node < tree.size(); ++node)
    if (!tree.head(node)) open.push_back(node);
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Node node = open[i];
    contexts[node] = from_above(tree, node, values, contexts);
    values[node] = own(tree, node, contexts[node]);
    for (Node child : tree.children(node)) open.push_back(child);
  }
  return values;
}

std::vector<Predicate> FactualityReader::read(const Parse& parse) const {
  std::vector<Predicate> predicates;
  for (std::uint32_t s = 0; s < parse.sentences.size(); ++s) {
    const Sentence& sentence = parse.sentences[s];
    if (sentence.words.empty()) continue;
    const Tree tree(sentence, book_);
    std::vector<double> value = values(tree);
    for (Node node = 0; node < tree.size(); ++node)
      if (const auto encoder = sentence.words[node].factuality)
        value[node] += (value[node] < 0 ? kEncoderOfDenied : kEncoder) * (*encoder - value[node]);
    for (Node node = 0; node < tree.size(); ++node)
      if (is_predicate(tree, node, event_nouns_))
        predicates.push_back({sentence.words[node].span,
                              {s, node, node, node},
                              std::string(tree.lemma(node)),
                              std::round(as_readers_judge(value[node]) * 100) / 100});
  }
  return predicates;
}

}  // namespace wireroom
