#include "event/tree.h"

#include <algorithm>
#include <array>

namespace wireroom {
namespace {

constexpr int kDeepest = 12;  // chains of control, conjunction and relative clauses are followed this far

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Verbs whose object does not do what the infinitive says ("Iran promised Iraq to leave").
constexpr std::array<std::string_view, 4> kSubjectControl = {"promise", "threaten", "vow", "use"};
// "saw ships carrying oil": what follows the object is done by it.
constexpr std::array<std::string_view, 14> kPerceiving = {"see",    "hear",    "watch", "catch",     "find",
                                                          "detect", "spot",    "film",  "show",      "leave",
                                                          "keep",   "observe", "send",  "photograph"};
constexpr std::array<std::string_view, 3> kSaying = {"say", "announce", "confirm"};
constexpr std::array<std::string_view, 5> kRelatives = {"who", "whom", "which", "that", "whose"};

}  // namespace

Tree::Tree(const Sentence& sentence, const LemmaBook& book) : sentence_(&sentence) {
  lemmas_.reserve(sentence.words.size());
  forms_.reserve(sentence.words.size());
  for (const Word& word : sentence.words) {
    lemmas_.push_back(book.lemma(word));
    forms_.push_back(lower(word.form));
  }
  join_hyphens(book);
}

// "cease - fire", "sit - in": the tokenizer cuts at hyphens, rules know them as one word. Its lemma goes to the part
// that the other hangs on.
void Tree::join_hyphens(const LemmaBook& book) {
  for (Node last = 2; last < size(); ++last) {
    const Word &before = word(last - 2), &hyphen = word(last - 1), &after = word(last);
    if (hyphen.form != "-" || before.span.end != hyphen.span.begin || hyphen.span.end != after.span.begin) continue;
    const Node top = head(last) == last - 2 ? last - 2 : last;
    if (top == last && head(last - 2) != last) continue;
    if (std::string lemma = book.joined(before, after, word(top).upos == "VERB"); !lemma.empty())
      lemmas_[top] = std::move(lemma);
  }
}

std::optional<Tree::Node> Tree::head(Node node) const {
  const std::int32_t head = word(node).head;
  if (head == kRoot) return std::nullopt;
  return static_cast<Node>(head);
}

std::string_view Tree::base(Node node) const {
  const std::string_view relation = word(node).relation;
  return relation.substr(0, relation.find(':'));
}

bool Tree::is(Node node, std::string_view relation) const {
  return word(node).relation == relation || base(node) == relation;
}

Tree::Nodes Tree::children(Node node) const {
  const auto begin = sentence_->child_list.begin();
  return {begin + sentence_->child_begin[node], begin + sentence_->child_begin[node + 1]};
}

Tree::Nodes Tree::children(Node node, std::string_view relation) const {
  Nodes result;
  for (std::uint32_t i = sentence_->child_begin[node]; i < sentence_->child_begin[node + 1]; ++i)
    if (is(sentence_->child_list[i], relation)) result.push_back(sentence_->child_list[i]);
  return result;
}

bool Tree::has(Node node, std::string_view feature) const {
  const std::string_view feats = word(node).feats;
  std::size_t at = 0;
  while ((at = feats.find(feature, at)) != std::string_view::npos) {
    const std::size_t end = at + feature.size();
    if ((at == 0 || feats[at - 1] == '|') && (end == feats.size() || feats[end] == '|')) return true;
    at = end;
  }
  return false;
}

bool Tree::is_verb(Node node) const {
  const Word& w = word(node);
  return w.upos == "VERB" || w.upos == "AUX" || (w.upos == "ADJ" && w.xpos.starts_with("VB")) || headline_verb(node);
}

// "Sudan and Chad sign accord": without an article or ending the tagger takes the verb of a headline for a noun, but
// nouns have no objects.
bool Tree::headline_verb(Node node) const {
  if (word(node).upos != "NOUN" || word(node).xpos == "NNS" || !is(node, "root")) return false;
  bool object = false;
  for (Node child : children(node)) {
    object = object || (word(child).relation == "obj" && child > node);
    if (is(child, "det") || is(child, "case") || is(child, "cop")) return false;
  }
  return object;
}

bool Tree::is_noun(Node node) const {
  const std::string_view upos = word(node).upos;
  return upos == "NOUN" || upos == "PROPN" || upos == "PRON" || upos == "NUM";
}

bool Tree::is_passive(Node node) const {
  bool subject = false, auxiliary = false, object = false;
  for (Node child : children(node)) {
    const std::string_view relation = word(child).relation;
    subject = subject || relation == "nsubj:pass" || relation == "csubj:pass";
    auxiliary = auxiliary || relation == "aux:pass";
    object = object || relation == "obj";
  }
  if (auxiliary) return true;
  // "The president shortened by an hour the curfew": a verb in the past with an object is active, whatever the tree
  // says.
  if (subject) return !(object && word(node).xpos == "VBD");
  if (word(node).xpos != "VBN" && !(has(node, "VerbForm=Part") && has(node, "Tense=Past"))) return false;
  for (Node child : children(node))
    if (is(child, "aux") || is(child, "nsubj") || is(child, "obj")) return false;
  if (word(node).relation == "acl" || is(node, "amod") || is(node, "advcl")) return true;
  if (is(node, "conj")) {
    const std::optional<Node> first = head(node);
    return first && is_passive(*first);
  }
  // "Journalist arrested in Minsk" as a headline, "saw him arrested"
  return is(node, "root") || is(node, "xcomp") || is(node, "parataxis");
}

bool Tree::below(Node node, Node ancestor, int steps) const {
  std::optional<Node> at = head(node);
  for (; at && steps > 0; --steps, at = head(*at))
    if (*at == ancestor) return true;
  return false;
}

std::string Tree::preposition(Node node) const {
  for (Node child : children(node, "case")) {
    if (form(child) == "'s" || form(child) == "\xE2\x80\x99s" || form(child) == "'") continue;
    std::string text(lemma(child));
    for (Node part : children(child, "fixed")) text += " " + std::string(form(part));
    return text;
  }
  return {};
}

std::string Tree::marker(Node node) const {
  std::string text;
  for (Node child : children(node))
    if (is(child, "mark") || is(child, "case")) {
      text = lemma(child);
      for (Node part : children(child, "fixed")) text += " " + std::string(form(part));
      if (text != "to") return text;  // "in order to", "for X to": the telling one comes first
    }
  return text;
}

// "Chad, Niger and Mali": the second taken for an apposition of the first.
bool Tree::is_list(Node first, Node second) const {
  const auto land = [&](Node node) {
    return word(node).name == NameType::GPE || word(node).name == NameType::ORG || word(node).name == NameType::NORP;
  };
  if (!land(first) || !land(second) || word(first).name != word(second).name) return false;
  for (Node other : children(second, "conj"))
    if (!children(other, "cc").empty() && land(other)) return true;
  return false;
}

Tree::Nodes Tree::with_conjuncts(Node node) const {
  Nodes result{node};
  for (std::size_t i = 0; i < result.size() && result.size() < 40; ++i) {  // "A, B and C" may hang as a chain
    for (Node child : children(result[i], "conj"))
      if (is_noun(child) || word(child).upos == word(node).upos) result.push_back(child);
    for (Node child : children(result[i], "appos"))
      if (is_list(result[i], child)) result.push_back(child);
  }
  std::sort(result.begin() + 1, result.end());
  return result;
}

bool Tree::is_relative(Node node) const {
  if (!one_of(kRelatives, form(node)) || word(node).upos == "DET") return false;
  return has(node, "PronType=Rel") || word(node).xpos.starts_with("W") || form(node) == "that";
}

std::optional<Tree::Node> Tree::antecedent(Node pronoun) const {
  Node at = pronoun;
  for (int i = 0; i < kDeepest; ++i) {
    if (word(at).relation == "acl:relcl") return head(at);
    const std::optional<Node> up = head(at);
    if (!up) return std::nullopt;
    at = *up;
  }
  return std::nullopt;
}

// "the union, which may impose tariffs" hung on the verb before: who or what stands before the comma.
std::optional<Tree::Node> Tree::beside_comma(Node pronoun) const {
  if (pronoun < 2 || form(pronoun - 1) != ",") return std::nullopt;
  const Node before = pronoun - 2;
  if (!is_noun(before) || (form(pronoun) != "who" && word(before).name == NameType::none)) return std::nullopt;
  Node at = before;  // the head of the name
  for (int i = 0; i < kDeepest; ++i) {
    const std::optional<Node> up = head(at);
    if (!up || !(is(at, "flat") || is(at, "compound"))) break;
    at = *up;
  }
  return at;
}

// "was shot by a gunman targeting lawyers", "saw ships carrying oil": of the noun right before, however it hangs.
std::optional<Tree::Node> Tree::doer_before(Node participle) const {
  const std::optional<Node> up = head(participle);
  if (!up || !is(participle, "advcl") || word(participle).xpos != "VBG" || participle == 0) return std::nullopt;
  if (!marker(participle).empty()) return std::nullopt;
  const Node before = participle - 1;
  if (head(before) != up) return std::nullopt;
  const bool agent = word(before).relation == "obl:agent" || (is(before, "obl") && preposition(before) == "by");
  const bool seen = word(before).relation == "obj" && one_of(kPerceiving, lemma(*up));
  if ((agent && is_passive(*up)) || seen) return before;
  return std::nullopt;
}

std::optional<Tree::Node> Tree::own_subject(Node verb) const {
  for (Node child : children(verb)) {
    if (!is(child, "nsubj")) continue;
    if (!is_relative(child)) return child;
    return is(verb, "advcl") ? beside_comma(child) : antecedent(child);
  }
  if (const std::optional<Node> doer = doer_before(verb)) return doer;
  if (headline_verb(verb))
    for (Node child : children(verb))
      if (child < verb && (word(child).relation == "nmod:poss" || is(child, "compound")) && is_noun(child))
        return child;
  return std::nullopt;
}

std::optional<Tree::Node> Tree::surface_subject(Node verb) const {
  Node at = verb;
  for (int depth = 0; depth < kDeepest; ++depth) {
    if (const std::optional<Node> own = own_subject(at)) return own;
    const std::optional<Node> up = head(at);
    if (!up) return std::nullopt;
    const std::string_view relation = word(at).relation;
    if (relation == "advcl:relcl") return std::nullopt;  // "which angered": of nobody told
    if (relation == "acl:relcl") {
      // "the city they shelled" has its own subject; without one the antecedent is meant
      return up;
    }
    if (relation == "amod" && word(at).xpos == "VBG") return up;  // "striking miners"
    if (is(at, "acl")) {
      if (marker(at) != "to") return up;  // participles: "the men arrested", "rebels fighting in"
      // "its plan to attack": whoever has the plan
      if (const std::optional<Node> owner = possessor(*up)) return owner;
      const std::optional<Node> governor = head(*up);
      if (!governor || !is_verb(*governor)) return std::nullopt;
      if (is(*up, "nsubj")) return std::nullopt;
      at = *governor;
      if (const std::optional<Node> own = own_subject(at)) return own;
      continue;
    }
    if (is(at, "xcomp")) {
      if (!one_of(kSubjectControl, lemma(*up)))
        for (Node child : children(*up))
          if (word(child).relation == "obj" || word(child).relation == "iobj")
            return is_relative(child) ? antecedent(child) : child;
      at = *up;
      continue;
    }
    if (is(at, "conj") && is(*up, "ccomp") && children(at, "cc").empty() && at > *up && word(at).xpos == "VB") {
      // "Obama says Syria has used gas, will send weapons": a headline that goes on with its speaker
      const std::optional<Node> says = head(*up);
      if (says && word(*says).xpos == "VBZ" && is(*says, "root") && one_of(kSaying, lemma(*says))) {
        at = *says;
        if (const std::optional<Node> own = own_subject(at)) return own;
        continue;
      }
    }
    if (is(at, "advcl") || is(at, "conj")) {
      if (!is_verb(*up) && !is(at, "conj") && children(*up, "cop").empty()) return std::nullopt;
      at = *up;
      continue;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Tree::Node> Tree::subject(Node verb) const {
  if (!is_passive(verb)) return surface_subject(verb);
  for (Node child : children(verb))
    if (word(child).relation == "obl:agent" || (is(child, "obl") && preposition(child) == "by" && is_noun(child)))
      return is_relative(child) ? antecedent(child) : child;
  for (Node child : children(verb, "obj"))  // "was given ten trucks by Romania", hung on the trucks
    for (Node part : children(child, "nmod"))
      if (preposition(part) == "by" && part > verb) return part;
  for (Node child : children(verb, "obl"))  // "was attacked in a market by gunmen", hung on the market
    for (Node part : children(child, "nmod"))
      if (preposition(part) == "by" && child > verb && is_noun(part)) return part;
  if (is(verb, "conj")) {  // "were beaten and arrested by police"; the agent may hang on either verb
    const std::optional<Node> first = head(verb);
    if (first)
      for (Node child : children(*first))
        if (word(child).relation == "obl:agent") return child;
  }
  for (Node other : children(verb, "conj"))
    for (Node child : children(other))
      if (word(child).relation == "obl:agent" && is_passive(other) && !own_subject(other)) return child;
  return std::nullopt;
}

std::optional<Tree::Node> Tree::object(Node verb) const {
  std::optional<Node> direct;
  for (Node child : children(verb))
    if (word(child).relation == "obj") {
      direct = child;
      break;
    }
  if (!direct)  // "warned Ankara that …"
    for (Node child : children(verb))
      if (word(child).relation == "iobj") direct = child;
  if (direct) return is_relative(*direct) ? antecedent(*direct) : direct;
  if (is_passive(verb)) return surface_subject(verb);
  // "called off its strike": behind a particle parsers take the object for an adverbial; that has a preposition or a
  // name of time.
  for (Node particle : children(verb, "compound:prt"))
    for (Node child : children(verb, "obl"))
      if (child > particle && word(child).upos == "NOUN" && preposition(child).empty() &&
          (!children(child, "nmod:poss").empty() || !children(child, "det").empty()) && word(child).relation == "obl")
        return child;
  if (word(verb).relation == "acl:relcl" && own_subject(verb) && own_subject(verb) != head(verb)) {
    bool complement = false;  // "the city they shelled", not "the city that said it …"
    for (Node child : children(verb)) complement = complement || is(child, "ccomp") || is(child, "xcomp");
    if (!complement) return head(verb);
  }
  if (is(verb, "conj")) {  // "attacked and burned the village": shared if it stands after both
    const std::optional<Node> first = head(verb);
    if (first && is_verb(*first))
      for (Node child : children(*first))
        if (word(child).relation == "obj" && child > verb) return child;
  }
  for (Node other : children(verb, "conj")) {
    if (!is_verb(other) || own_subject(other) || other > verb + 3) continue;
    bool alone = true;  // "detained and questioned him": nothing between the verbs
    for (Node child : children(verb)) alone = alone && (child < verb || child == other || is(child, "punct"));
    if (!alone) continue;
    for (Node child : children(other))
      if (word(child).relation == "obj") return child;
  }
  return std::nullopt;
}

std::optional<Tree::Node> Tree::recipient(Node verb) const {
  for (Node child : children(verb))
    if (word(child).relation == "iobj") return is_relative(child) ? antecedent(child) : child;
  if (is_passive(verb) && !children(verb, "obj").empty()) return surface_subject(verb);
  return std::nullopt;
}

Tree::Nodes Tree::complements(Node verb) const {
  Nodes result;
  for (Node child : children(verb)) {
    if (is(child, "xcomp") || is(child, "ccomp")) {
      result.push_back(child);
    } else if (is(child, "advcl") || is(child, "acl") || (is(child, "obl") && is_verb(child))) {
      const std::string mark = marker(child);
      static constexpr std::array<std::string_view, 9> kMarks = {"to",   "of", "for", "from", "against",
                                                                 "that", "on", "in",  "over"};
      if (is(child, "acl") && word(child).relation == "acl:relcl") continue;
      if (one_of(kMarks, mark) &&
          (mark == "to" || mark == "that" || has(child, "VerbForm=Ger") || word(child).xpos == "VBG"))
        result.push_back(child);
    }
  }
  const std::size_t direct = result.size();
  for (std::size_t i = 0; i < direct; ++i)
    for (Node other : children(result[i], "conj"))
      if (is_verb(other)) result.push_back(other);
  return result;
}

bool Tree::has_beside(Node verb, std::string_view wanted, Node* where) const {
  for (Node child : children(verb)) {
    if (lemma(child) == wanted && (is(child, "compound") || is(child, "advmod") || is(child, "case") ||
                                   is(child, "obl") || is(child, "mark") || is(child, "xcomp") || is(child, "obj"))) {
      *where = child;
      return true;
    }
    if (is(child, "obl") || is(child, "advcl") || is(child, "nmod") || is(child, "xcomp") || is(child, "acl"))
      for (Node mark : children(child))
        if ((is(mark, "case") || is(mark, "mark")) && lemma(mark) == wanted) {
          *where = mark;
          return true;
        }
  }
  return false;
}

Tree::Nodes Tree::after(Node node, const std::vector<std::string>& prepositions) const {
  Nodes result;
  const auto fits = [&](const std::string& text) {
    return !text.empty() && std::binary_search(prepositions.begin(), prepositions.end(), text);
  };
  const auto add_children = [&](Node from, Node not_before) {
    for (Node child : children(from)) {
      if (child < not_before || !(is(child, "obl") || is(child, "nmod") || is(child, "advcl"))) continue;
      if (!is_noun(child) && word(child).upos != "ADJ") continue;
      if (fits(preposition(child))) result.push_back(is_relative(child) ? antecedent(child).value_or(child) : child);
    }
  };
  add_children(node, 0);
  if (result.empty() && is(node, "conj"))
    if (const std::optional<Node> first = head(node)) add_children(*first, node);
  return result;
}

std::optional<Tree::Node> Tree::possessor(Node noun) const {
  for (Node child : children(noun))
    if (word(child).relation == "nmod:poss") return child;
  return std::nullopt;
}

Tree::Nodes Tree::modifiers(Node noun) const {
  Nodes result;
  for (Node child : children(noun))
    if (child < noun && (is(child, "amod") || is(child, "compound") || is(child, "nmod")) &&
        word(child).relation != "nmod:poss" && preposition(child).empty())
      for (Node part : with_conjuncts(child)) result.push_back(part);
  return result;
}

}  // namespace wireroom
