#include "event/rule_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace wireroom {
namespace {

constexpr std::string_view kBlanks = " \t\r";

struct Token {
  std::string_view text;
  std::size_t column = 0;  // 1-based
};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<Token> tokens_of(std::string_view line, std::size_t first_column) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while ((at = line.find_first_not_of(kBlanks, at)) != std::string_view::npos) {
    const std::size_t end = std::min(line.find_first_of(kBlanks, at), line.size());
    tokens.push_back({line.substr(at, end - at), first_column + at});
    at = end;
  }
  return tokens;
}

constexpr std::array<std::pair<std::string_view, RuleRole>, kRuleRoles> kRoles = {{{"source", RuleRole::source},
                                                                                   {"target", RuleRole::target},
                                                                                   {"host", RuleRole::host},
                                                                                   {"mediator", RuleRole::mediator},
                                                                                   {"topic", RuleRole::topic},
                                                                                   {"instrument", RuleRole::instrument},
                                                                                   {"object", RuleRole::object}}};

class Reader {
 public:
  Reader(const std::string& file, const WordClasses& classes) : file_(file), classes_(classes) {}

  Result<std::vector<Rule>> read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      ++line_;
      if (const std::string_view bare = trimmed(line); bare.empty() || bare[0] == '#') continue;
      if (Status status = line_of(line); !status) return status.error();
    }
    if (Status status = finish(); !status) return status.error();
    return std::move(rules_);
  }

 private:
  Error error(std::size_t column, std::string message) const {
    return {ErrorKind::data,
            file_ + ":" + std::to_string(line_) + ":" + std::to_string(column) + ": " + std::move(message)};
  }

  Status line_of(std::string_view line) {
    const std::vector<Token> tokens = tokens_of(line, 1);
    if (kBlanks.find(line[0]) == std::string_view::npos) return header(tokens);
    if (rules_.empty())
      return error(1, "a line of a rule before the first rule; begin with 'event TYPE name' at the edge of the line");
    const Token key = tokens[0];
    const std::size_t after = key.column - 1 + key.text.size();
    const std::string_view rest = line.substr(after);
    if (key.text == "verb") return patterns(TriggerKind::verb, rest, after + 1);
    if (key.text == "noun") return patterns(TriggerKind::noun, rest, after + 1);
    if (key.text == "adjective") return patterns(TriggerKind::adjective, rest, after + 1);
    if (key.text == "needs" || key.text == "not") return need(key.text == "needs", tokens);
    if (key.text == "score") return score(tokens);
    if (key.text == "yes") return example(rest, after + 1, true);
    if (key.text == "no") return example(rest, after + 1, false);
    for (const auto& [word, role] : kRoles)
      if (key.text == word) return positions(role, rest, after + 1);
    return error(key.column, "unknown line '" + std::string(key.text) +
                                 "'; lines of a rule begin with verb, noun, adjective, source, target, host, mediator, "
                                 "topic, instrument, object, needs, not, score, yes or no");
  }

  Status header(const std::vector<Token>& tokens) {
    if (Status status = finish(); !status) return status.error();
    if (tokens[0].text != "event" || tokens.size() < 3)
      return error(1, "a rule begins with 'event TYPE name', for instance 'event CONSULT visit cameo 042'");
    Rule rule;
    rule.file = file_;
    rule.line = line_;
    const std::optional<EventType> type = event_type(tokens[1].text);
    if (!type) return error(tokens[1].column, "'" + std::string(tokens[1].text) + "' is no PLOVER type");
    rule.type = *type;
    rule.name = tokens[2].text;
    for (std::size_t i = 3; i < tokens.size(); ++i) {
      const std::string_view word = tokens[i].text;
      if (word == "symmetric") {
        rule.symmetric = true;
      } else if (word == "judicial") {
        rule.judicial = true;
      } else if (word == "claim") {
        rule.claim = true;
      } else if ((word == "cameo" || word == "mode" || word == "context") && i + 1 < tokens.size()) {
        const std::string value(tokens[++i].text);
        if (word == "cameo") rule.cameo = value;
        if (word == "mode") rule.mode = value;
        if (word == "context") rule.contexts.push_back(value);
      } else {
        return error(tokens[i].column, "unexpected '" + std::string(word) +
                                           "'; after the name stand 'cameo CODE', 'mode MODE', 'context NAME', "
                                           "'symmetric', 'judicial' or 'claim'");
      }
    }
    rules_.push_back(std::move(rule));
    return Done{};
  }

  // A rule is whole when it has a pattern and an example of each kind.
  Status finish() {
    if (rules_.empty()) return Done{};
    const Rule& rule = rules_.back();
    const std::size_t line = std::exchange(line_, rule.line);
    Status status = Done{};
    if (rule.patterns.empty())
      status = error(1, "rule '" + rule.name + "' has no verb, noun or adjective line; add one");
    else if (rule.yes.empty() || rule.no.empty())
      status = error(1, "rule '" + rule.name + "' needs at least one 'yes' and one 'no' sentence; add them");
    line_ = line;
    return status;
  }

  Result<Lemmas> lemmas(const Token& token) {
    Lemmas result;
    std::string_view rest = token.text;
    while (!rest.empty()) {  // "hold/open" names two lemmas
      const std::size_t slash = std::min(rest.find('/'), rest.size());
      const std::string_view word = rest.substr(0, slash);
      rest.remove_prefix(std::min(slash + 1, rest.size()));
      if (word.empty()) continue;
      if (word[0] != '@') {
        result.emplace_back(word);
        continue;
      }
      const Lemmas* found = classes_.find(word.substr(1));
      if (found == nullptr)
        return error(token.column, "there is no class '" + std::string(word) +
                                       "' in rules/event/classes.tsv; add it or mend the name");
      result.insert(result.end(), found->begin(), found->end());
    }
    std::sort(result.begin(), result.end());
    return result;
  }

  Status patterns(TriggerKind kind, std::string_view rest, std::size_t column) {
    for (const auto& [part, at] : alternatives(rest, column)) {
      const std::vector<Token> words = tokens_of(part, at);
      if (words.empty()) return error(at, "an empty alternative; drop the '|' or write a word");
      WIREROOM_TRY(made, pattern(kind, words));
      rules_.back().patterns.push_back(std::move(made));
    }
    return Done{};
  }

  Result<Pattern> pattern(TriggerKind kind, const std::vector<Token>& words) {
    Pattern made;
    made.kind = kind;
    std::size_t i = 0;
    if (kind == TriggerKind::noun) {  // modifiers come first
      for (; i + 1 < words.size() && words[i + 1].text != "~" && words[i].text != "~" && words[i + 1].text != ">" &&
             !is_after(words, i + 1);
           ++i) {
        WIREROOM_TRY(word, lemmas(words[i]));
        made.parts.push_back({PatternPart::Kind::modifier, {}, std::move(word)});
      }
    }
    WIREROOM_TRY(head, lemmas(words[i]));
    made.head = std::move(head);
    for (++i; i < words.size(); ++i) {
      PatternPart part;
      if (words[i].text == "~" || words[i].text == ">") {
        part.kind = words[i].text == "~" ? PatternPart::Kind::object : PatternPart::Kind::complement;
        if (++i == words.size()) return error(words[i - 1].column, "a word must follow '~' or '>'");
        WIREROOM_TRY(word, lemmas(words[i]));
        part.word = std::move(word);
      } else {
        WIREROOM_TRY(word, lemmas(words[i]));
        if (i + 2 < words.size() && words[i + 1].text == "~") {
          part.kind = PatternPart::Kind::oblique;
          part.preposition = std::move(word);
          WIREROOM_TRY(noun, lemmas(words[i + 2]));
          part.word = std::move(noun);
          i += 2;
        } else {
          part.kind = PatternPart::Kind::beside;
          part.word = std::move(word);
        }
      }
      made.parts.push_back(std::move(part));
    }
    return made;
  }

  // Of a noun pattern: does a preposition stand at this word ("attack on")?
  static bool is_after(const std::vector<Token>& words, std::size_t i) {
    static constexpr std::array<std::string_view, 12> kPrepositions = {"on",  "against", "of", "to", "with", "between",
                                                                       "for", "from",    "in", "by", "into", "at"};
    return std::find(kPrepositions.begin(), kPrepositions.end(), words[i].text) != kPrepositions.end();
  }

  static std::vector<std::pair<std::string_view, std::size_t>> alternatives(std::string_view rest, std::size_t column) {
    std::vector<std::pair<std::string_view, std::size_t>> result;
    std::size_t begin = 0;
    while (begin <= rest.size()) {
      const std::size_t bar = std::min(rest.find('|', begin), rest.size());
      result.emplace_back(rest.substr(begin, bar - begin), column + begin);
      begin = bar + 1;
    }
    return result;
  }

  Status positions(RuleRole role, std::string_view rest, std::size_t column) {
    std::vector<Position>& list = rules_.back().positions[static_cast<std::size_t>(role)];
    for (const auto& [part, at] : alternatives(rest, column)) {
      const std::vector<Token> words = tokens_of(part, at);
      if (words.empty()) return error(at, "an empty alternative; drop the '|' or write a position");
      Position position;
      if (words[0].text == "after" && words.size() > 1) {
        position.kind = Position::Kind::preposition;
        for (std::size_t i = 1; i < words.size(); ++i) {
          std::string_view word = words[i].text;
          if (word.back() == ',') word.remove_suffix(1);
          std::string preposition(word);
          std::replace(preposition.begin(), preposition.end(), '_', ' ');
          position.prepositions.push_back(std::move(preposition));
        }
        std::sort(position.prepositions.begin(), position.prepositions.end());
      } else {
        static constexpr std::array<std::pair<std::string_view, Position::Kind>, 10> kKinds = {
            {{"subject", Position::Kind::subject},
             {"object", Position::Kind::object},
             {"recipient", Position::Kind::recipient},
             {"owner", Position::Kind::owner},
             {"doer", Position::Kind::complement_subject},
             {"undergoer", Position::Kind::complement_object},
             {"condition", Position::Kind::condition_subject},
             {"modifier", Position::Kind::modifier},
             {"concerned", Position::Kind::concerned},
             {"discussed", Position::Kind::discussed}}};
        const auto* found =
            std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return k.first == words[0].text; });
        if (found == kKinds.end() || words.size() > 1)
          return error(words[0].column,
                       "'" + std::string(trimmed(part)) +
                           "' is no position; write subject, object, recipient, owner, doer, "
                           "undergoer, condition, modifier, concerned, discussed or 'after PREPOSITION, …'");
        position.kind = found->second;
      }
      list.push_back(std::move(position));
    }
    return Done{};
  }

  Status need(bool wanted, const std::vector<Token>& tokens) {
    static constexpr std::array<std::pair<std::string_view, Need::Of>, 8> kOf = {{{"source", Need::Of::source},
                                                                                  {"target", Need::Of::target},
                                                                                  {"party", Need::Of::party},
                                                                                  {"object", Need::Of::object},
                                                                                  {"clause", Need::Of::clause},
                                                                                  {"occurrence", Need::Of::occurrence},
                                                                                  {"sentence", Need::Of::sentence},
                                                                                  {"told", Need::Of::told}}};
    if (tokens.size() < 3)
      return error(tokens[0].column, "write 'needs ROLE KIND', for instance 'needs source political'");
    const auto* of = std::find_if(kOf.begin(), kOf.end(), [&](const auto& k) { return k.first == tokens[1].text; });
    if (of == kOf.end())
      return error(tokens[1].column,
                   "'" + std::string(tokens[1].text) +
                       "' has no needs; write source, target, party, object, clause, occurrence, sentence or told");
    Need need;
    need.of = of->second;
    need.wanted = wanted;
    for (std::size_t i = 2; i < tokens.size(); ++i) {
      const std::string_view word = tokens[i].text;
      if (word == "|") continue;
      if (word == "political")
        need.political = true;
      else if (word == "actor")
        need.actor = true;
      else if (word == "people")
        need.people = true;
      else if (word == "named")
        need.named = true;
      else if (word == "place")
        need.place = true;
      else if (word == "country")
        need.country = true;
      else if (word == "there")
        need.there = true;
      else if (word == "question")
        need.question = true;
      else if (word == "must")
        need.must = true;
      else if (word == "should")
        need.should = true;
      else if (word == "purpose")
        need.purpose = true;
      else if (word == "refused")
        need.refused = true;
      else if (word == "denied")
        need.denied = true;
      else if (word == "own")
        need.own = true;
      else if (word[0] == '@' || (word[0] >= 'a' && word[0] <= 'z')) {
        WIREROOM_TRY(list, lemmas(tokens[i]));
        need.lemmas.insert(need.lemmas.end(), list.begin(), list.end());
      } else {
        need.sectors.emplace_back(word);
      }
    }
    std::sort(need.lemmas.begin(), need.lemmas.end());
    rules_.back().needs.push_back(std::move(need));
    return Done{};
  }

  Status score(const std::vector<Token>& tokens) {
    double value = -1;
    if (tokens.size() == 2)
      std::from_chars(tokens[1].text.data(), tokens[1].text.data() + tokens[1].text.size(), value);
    if (value <= 0 || value >= 1)
      return error(tokens[0].column, "a score is a number between 0 and 1, for instance 'score 0.7'");
    rules_.back().score = value;
    return Done{};
  }

  static std::vector<std::string> names(std::string_view list) {
    std::vector<std::string> result;
    while (!list.empty()) {
      const std::size_t comma = std::min(list.find(';'), list.size());
      if (const std::string_view word = trimmed(list.substr(0, comma)); !word.empty()) result.emplace_back(word);
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return result;
  }

  // "SENTENCE | source; source -> target | planned"
  Status example(std::string_view rest, std::size_t column, bool yes) {
    Example made;
    made.line = line_;
    const auto parts = alternatives(rest, column);
    made.sentence = trimmed(parts[0].first);
    if (made.sentence.empty()) return error(column, "a sentence must follow");
    if (parts.size() > 1) {
      const std::string_view parties = parts[1].first;
      const std::size_t arrow = parties.find("->");
      if (arrow == std::string_view::npos)
        return error(parts[1].second, "parties are written 'source -> target' (several cut by ';')");
      made.source = names(parties.substr(0, arrow));
      made.target = names(parties.substr(arrow + 2));
    }
    if (parts.size() > 2) {
      const std::string_view word = trimmed(parts[2].first);
      for (int i = 0; i <= static_cast<int>(EventStatus::denied); ++i)
        if (word == wireroom::name(static_cast<EventStatus>(i))) made.status = static_cast<EventStatus>(i);
      if (!made.status) return error(parts[2].second, "'" + std::string(word) + "' is no status");
    }
    (yes ? rules_.back().yes : rules_.back().no).push_back(std::move(made));
    return Done{};
  }

  const std::string& file_;
  const WordClasses& classes_;
  std::size_t line_ = 0;
  std::vector<Rule> rules_;
};

}  // namespace

Result<std::vector<Rule>> read_rules(const std::string& file, std::string_view text, const WordClasses& classes) {
  return Reader(file, classes).read(text);
}

}  // namespace wireroom
