// At each word: hedge, amount (amount_reader.h), unit, hedge; then the tree is asked what is counted (counted_noun.h).
// Numbers in times, names and clock-like sequences are passed over.
#include "quantity/quantity_tagger.h"

#include <algorithm>
#include <string>

#include "quantity/amount_reader.h"
#include "quantity/counted_noun.h"
#include "quantity/quantity_lexicon.h"

namespace wireroom {
namespace {

class SentenceReader : private AmountReader {
 public:
  SentenceReader(const Sentence& sentence, std::uint32_t number, const QuantityLexicon& lexicon,
                 std::vector<char> blocked)
      : AmountReader(sentence, lexicon, std::move(blocked)), number_(number) {}

  void run(std::vector<Quantity>& out) {
    for (std::size_t i = 0; i < lower_.size();) {
      std::size_t end = i + 1;
      if (auto quantity = read(i, end)) out.push_back(std::move(*quantity));
      i = std::max(end, i + 1);
    }
  }

 private:
  std::optional<Quantity> read(std::size_t i, std::size_t& end) {
    Approximation approximation = Approximation::none;
    std::size_t k = i;
    bool between = false;
    for (int hedges = 0; hedges < 2; ++hedges) {
      const auto [hedge, after] = longest(k, lexicon_.hedges_before);
      if (!hedge) break;
      // "some" and "over" have other uses: only right before a number.
      if (!begins_amount(after) && !longest(after, lexicon_.hedges_before).first && !is(after, "between")) break;
      if (approximation == Approximation::none) approximation = *hedge;
      k = after;
    }
    if (is(k, "between") && begins_amount(k + 1)) {
      between = true;
      ++k;
    } else if (is(k, "from") && k == i && begins_amount(k + 1)) {
      // "from 12 to 20": a range, told with its first word only if it is one
      if (auto amount = read_amount(k + 1, false); amount && amount->range) {
        return finish(i + 1, std::move(*amount), Approximation::none, end);
      }
      return std::nullopt;
    }
    auto amount = read_amount(k, between);
    if (!amount) return std::nullopt;
    if (between && !amount->range) {
      end = k;
      return std::nullopt;
    }
    return finish(i, std::move(*amount), approximation, end);
  }

  std::optional<Quantity> finish(std::size_t first, Amount amount, Approximation approximation, std::size_t& end) {
    Quantity quantity;
    quantity.low = amount.low;
    quantity.high = amount.high;
    quantity.approximate = amount.vague ? Approximation::about : approximation;
    if (approximation != Approximation::none) quantity.approximate = approximation;
    std::size_t last_end = read_unit(quantity, amount);
    read_second(quantity, amount, first, last_end);
    const std::size_t after_number = last_end;
    read_hedge_after(quantity, last_end);
    // "dozens of people", "a score of jets": "of" links, the noun is what is counted.
    set_counted(quantity, amount, after_number);
    if (quantity.unit.empty() && !quantity.what && is_age(amount, first)) quantity.unit = "year";
    quantity.words.sentence = number_;
    quantity.words.first = static_cast<std::uint32_t>(first);
    quantity.words.last = static_cast<std::uint32_t>(last_end - 1);
    quantity.words.head = static_cast<std::uint32_t>(amount.last_number);
    if (const auto word = outer(quantity.words)) quantity.words.head = *word;
    quantity.span = {sentence_.words[first].span.begin, sentence_.words[last_end - 1].span.end};
    end = last_end;
    if (!worth(quantity, amount)) return std::nullopt;
    return quantity;
  }

  // The unit behind the number, in one word with it or by its sign; returns the end of it.
  std::size_t read_unit(Quantity& quantity, const Amount& amount) const {
    quantity.unit = amount.unit;
    std::size_t last_end = amount.end;
    bool glued_unit = false;
    if (amount.unit.empty() && amount.end == amount.number_at + 1)
      if (const auto unit = glued_unit_of(amount.number_at)) {
        quantity.unit = *unit;
        glued_unit = true;
      }
    if (!glued_unit) {
      const auto [unit, after] = unit_at(amount.end);
      if (unit && *unit != "person" && (quantity.unit.empty() || *unit == quantity.unit)) {
        if (*unit == "pound" && amount.high >= 1e6)
          quantity.unit = "GBP";
        else
          quantity.unit = *unit;
        last_end = after;
      }
    }
    if (!quantity.unit.empty() && quantity.unit != "year" && quantity.unit != "person")
      if (const auto [each, end] = each_at(last_end); !each.empty()) {
        quantity.unit += " per " + each;
        last_end = end;
      }
    return last_end;
  }

  // The second end of a range whose first has its own unit ("5 per cent to 20 per cent", "between 15 kHz and 17 kHz"),
  // and the small coins of a sum ("thirteen dollars and forty-five cents").
  void read_second(Quantity& quantity, Amount& amount, std::size_t first, std::size_t& last_end) const {
    if (quantity.unit.empty() || amount.range || amount.vague) return;
    std::size_t k = last_end;
    const bool coins = is(k, "and") || number_of_digits(at(k)) || read_numeral(sentence_, k);
    const bool range =
        is(k, "to") || (hyphen(k) && !is(k + 1, "a")) || (is(k, "and") && first > 0 && range_begins(first));
    if (!coins && !range) return;
    if (is(k, "and") || is(k, "to") || hyphen(k)) ++k;
    if (k >= lower_.size() || blocked_[k] > 1) return;
    const auto second = read_amount(k, false);
    if (!second || second->range || second->vague || second->number_at > k + 1) return;
    Quantity other;
    const std::size_t end = read_unit(other, *second);
    if (coins && (other.unit == "cent" || other.unit == "penny") && is_money(quantity.unit) && second->high < 100 &&
        second->unit.empty()) {
      quantity.low = quantity.high = amount.low = amount.high = amount.low + second->high / 100;
      last_end = end;
      return;
    }
    if (!range || other.unit != quantity.unit || second->high <= amount.low || changes(first)) return;
    quantity.high = amount.high = second->high;
    amount.range = true;
    amount.last_number = second->number_at;
    last_end = end;
  }

  // "between", "from": does a range begin with the words before word i, or at it?
  [[nodiscard]] bool range_begins(std::size_t i) const { return is(i, "between") || (i > 0 && is(i - 1, "between")); }

  // "rose from 4.7 percent to 4.8 percent" are two amounts, "ranging from 1 percent to 3 percent" is a range.
  [[nodiscard]] bool changes(std::size_t first) const {
    if (first == 0 || !is(first - 1, "from")) return false;
    for (std::size_t k = first >= 4 ? first - 4 : 0; k < first; ++k)
      if (lower_[k].starts_with("rang") || is(k, "anywhere") || is(k, "vary") || is(k, "varies") || is(k, "varying"))
        return false;
    return true;
  }

  [[nodiscard]] static bool is_money(std::string_view unit) {
    return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "or more", "-odd" behind the unit; moves last_end behind it.
  void read_hedge_after(Quantity& quantity, std::size_t& last_end) const {
    if (const auto [hedge, after] = longest(last_end, lexicon_.hedges_after); hedge && !is(last_end, "odd")) {
      if (quantity.approximate == Approximation::none) quantity.approximate = *hedge;
      last_end = after;
    } else if (hyphen(last_end) && (is(last_end + 1, "odd") || is(last_end + 1, "plus"))) {
      if (quantity.approximate == Approximation::none)
        quantity.approximate = is(last_end + 1, "odd") ? Approximation::about : Approximation::at_least;
      last_end += 2;
    }
  }

  void set_counted(Quantity& quantity, const Amount& amount, std::size_t after) const {
    std::optional<std::uint32_t> noun;
    if (quantity.unit.empty()) {
      noun = counted_noun(sentence_, amount.number_at, after);
    } else {
      // "85 percent of voters": what a share or a measure is of
      noun = counted_noun(sentence_, amount.end > 0 ? amount.end : after, after);
      if (noun && sentence_.words[*noun].relation != "nmod") noun.reset();
    }
    if (!noun || *noun < after) return;
    const Word& word = sentence_.words[*noun];
    if (word.upos == "SYM" || word.upos == "PUNCT") return;
    if (quantity.unit.empty())  // "tens of millions of dollars"
      if (const auto unit = lexicon_.units.find(lower_[*noun]);
          unit != lexicon_.units.end() && amount.vague && unit->second != "person") {
        quantity.unit = unit->second;
        return;
      }
    quantity.what_head = *noun;
    quantity.what = noun_span(sentence_, *noun, after);
    if (!quantity.unit.empty()) return;
    const bool person = lexicon_.persons.contains(word.lemma) || lower_[*noun] == "people" ||
                        lexicon_.persons.contains(lower_ascii(word.lemma)) || word.name == NameType::NORP;
    const bool share = amount.high > 0 && amount.high < 1;  // "two-thirds of the members"
    if (person && !share) quantity.unit = "person";
  }

  // "Smith, 49, had left", "aged 25", "men aged 18 to 34", "at the age of 70".
  [[nodiscard]] bool is_age(const Amount& amount, std::size_t first) const {
    if (amount.low < 1 || amount.high > 120) return false;
    if (first >= 1 && (is(first - 1, "aged") || is(first - 1, "age") || is(first - 1, "ages"))) return true;
    if (first >= 2 && is(first - 1, "of") && is(first - 2, "age")) return true;
    const std::size_t k = amount.number_at;
    return k >= 2 && is(k - 1, ",") && sentence_.words[k - 2].name == NameType::PER &&
           (is(amount.end, ",") || is(amount.end, "."));
  }

  [[nodiscard]] std::optional<std::uint32_t> outer(const WordRange& range) const {
    for (std::uint32_t i = range.first; i <= range.last; ++i) {
      const std::int32_t head = sentence_.words[i].head;
      if (head < static_cast<std::int32_t>(range.first) || head > static_cast<std::int32_t>(range.last)) return i;
    }
    return std::nullopt;
  }

  // Small bare numbers that count nothing are mostly parts of names, scores and lists.
  [[nodiscard]] static bool worth(const Quantity& quantity, const Amount& amount) {
    if (!quantity.unit.empty() || quantity.what || quantity.approximate != Approximation::none || amount.range)
      return true;
    return !amount.vague;
  }

  std::uint32_t number_;  // of the sentence in the report
};

// Words of times other than durations, and of names, hold no quantities.
std::vector<char> blocked_words(const Sentence& sentence, std::uint32_t number,
                                const std::vector<TimeExpression>& times) {
  std::vector<char> blocked(sentence.words.size(), 0);
  for (std::size_t i = 0; i < sentence.words.size(); ++i) blocked[i] = sentence.words[i].name != NameType::none;
  for (const TimeExpression& time : times)
    if (time.words.sentence == number)
      for (std::uint32_t i = time.words.first; i <= time.words.last && i < blocked.size(); ++i) blocked[i] = 1;
  return blocked;
}

}  // namespace

QuantityTagger::QuantityTagger() = default;
QuantityTagger::QuantityTagger(QuantityTagger&&) noexcept = default;
QuantityTagger& QuantityTagger::operator=(QuantityTagger&&) noexcept = default;
QuantityTagger::~QuantityTagger() = default;

Result<QuantityTagger> QuantityTagger::load() {
  WIREROOM_TRY(lexicon, QuantityLexicon::load());
  QuantityTagger tagger;
  tagger.lexicon_ = std::make_unique<const QuantityLexicon>(std::move(lexicon));
  return tagger;
}

std::vector<Quantity> QuantityTagger::tag(const Report&, const Parse& parse,
                                          const std::vector<TimeExpression>& times) const {
  std::vector<Quantity> quantities;
  auto next = times.begin();
  for (std::uint32_t s = 0; s < parse.sentences.size(); ++s) {
    std::vector<TimeExpression> here;
    for (; next != times.end() && next->words.sentence <= s; ++next)
      if (next->words.sentence == s) here.push_back(*next);
    SentenceReader(parse.sentences[s], s, *lexicon_, blocked_words(parse.sentences[s], s, here)).run(quantities);
  }
  return quantities;
}

std::optional<std::uint32_t> governor_of(const Sentence& sentence, const Quantity& quantity) {
  std::uint32_t word = quantity.what_head.value_or(quantity.words.head);
  // "dozens of people were": people hang on dozens, dozens on the verb.
  for (int steps = 0; steps < 6; ++steps) {
    if (word >= sentence.words.size() || sentence.words[word].head < 0) return std::nullopt;
    const auto above = static_cast<std::uint32_t>(sentence.words[word].head);
    if (above < quantity.words.first || above > quantity.words.last) return above;
    word = above;
  }
  return std::nullopt;
}

}  // namespace wireroom
