// At each word: hedge, currency sign, number (or "dozens"), second number of a range, unit; then the tree is asked what is
// counted. Numbers in times, names and clock-like sequences are passed over.
#include "quantity/quantity_tagger.h"

#include <algorithm>
#include <string>

#include "base/numerals.h"
#include "quantity/quantity_lexicon.h"

namespace wireroom {
namespace {

class SentenceReader {
 public:
  SentenceReader(const Sentence& sentence, std::uint32_t number, const QuantityLexicon& lexicon, std::vector<char> blocked)
      : sentence_(sentence), number_(number), lexicon_(lexicon), blocked_(std::move(blocked)) {
    for (const Word& word : sentence.words) lower_.push_back(lower_ascii(word.form));
  }

  void run(std::vector<Quantity>& out) {
    for (std::size_t i = 0; i < lower_.size();) {
      std::size_t end = i + 1;
      if (auto quantity = read(i, end)) out.push_back(std::move(*quantity));
      i = std::max(end, i + 1);
    }
  }

 private:
  struct Amount {
    double low = 0, high = 0;
    std::size_t end = 0;
    bool digits = false, vague = false, range = false;
    std::size_t last_number = 0;  // first word of the (second) number, which the tree hangs on a noun
    std::string unit;             // from a currency sign
    std::size_t number_at = 0;
  };

  [[nodiscard]] std::string_view at(std::size_t i) const { return i < lower_.size() ? std::string_view(lower_[i]) : std::string_view(); }
  [[nodiscard]] bool is(std::size_t i, std::string_view text) const { return at(i) == text; }
  [[nodiscard]] bool hyphen(std::size_t i) const { return is(i, "-") || is(i, "\u2013") || is(i, "\u2010") || is(i, "\u2014"); }
  [[nodiscard]] bool joined(std::size_t i) const { return i < lower_.size() && !sentence_.words[i].space_after; }

  // The longest entry of a table that begins at word i, and where it ends.
  template <typename Map>
  [[nodiscard]] auto longest(std::size_t i, const Map& map, bool as_printed = false) const {
    std::pair<const typename Map::mapped_type*, std::size_t> best{nullptr, i};
    std::string text;
    for (std::size_t k = i; k < std::min(lower_.size(), i + QuantityLexicon::kMostWords); ++k) {
      if (k > i && !as_printed) text += ' ';
      text += as_printed ? sentence_.words[k].form : lower_[k];
      if (const auto found = map.find(text); found != map.end()) best = {&found->second, k + 1};
    }
    return best;
  }

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

  [[nodiscard]] bool begins_amount(std::size_t i) const {
    if (i >= lower_.size()) return false;
    if (blocked_[i] && !longest(i, lexicon_.signs, true).first) return false;
    if (read_part(i) || read_numeral(sentence_, i) || longest(i, lexicon_.vague).first) return true;
    if (is(i, "the") && read_numeral(sentence_, i + 1)) return false;
    const auto [sign, after] = longest(i, lexicon_.signs, true);
    return sign && after < lower_.size() && read_numeral(sentence_, after).has_value();
  }

  // A number with what belongs to it before the unit.
  std::optional<Amount> read_amount(std::size_t i, bool between) const {
    Amount amount;
    std::size_t k = i;
    if (i >= lower_.size()) return std::nullopt;
    const bool sign_begins = longest(i, lexicon_.signs, true).first != nullptr;  // "HK$", though HK is a place
    if (blocked_[i] && !sign_begins) return std::nullopt;
    if (const auto part = read_part(i)) return part;
    if (const auto [vague, after] = longest(i, lexicon_.vague); vague) {
      amount = {vague->low, vague->high, after, false, true, false, i, {}, i};
      return amount;
    }
    if (const auto [sign, after] = longest(k, lexicon_.signs, true); sign) {
      amount.unit = *sign;
      k = after;
    }
    if (k >= lower_.size() || blocked_[k]) return std::nullopt;
    std::optional<Numeral> number = read_numeral(sentence_, k);
    if (!number) number = glued(k);
    if (!number) return std::nullopt;
    if (amount.unit.empty() && !stands_for_amount(k, *number)) return std::nullopt;
    amount.number_at = amount.last_number = k;
    amount.low = amount.high = number->value;
    amount.end = number->end;
    amount.digits = number->digits;
    read_fraction(amount);
    read_range(amount, between);
    return amount;
  }

  // "a third of", "half of", "half the".
  [[nodiscard]] std::optional<Amount> read_part(std::size_t i) const {
    std::size_t k = i;
    double value = 0;
    if (is(k, "half") && (is(k + 1, "of") || is(k + 1, "the") || is(k + 1, "its") || is(k + 1, "their"))) {
      value = 0.5;
    } else if (is(k, "a") || is(k, "one")) {
      ++k;
      if (hyphen(k)) ++k;
      if (!is(k + 1, "of")) return std::nullopt;
      if (is(k, "quarter")) value = 0.25;
      else if (is(k, "half")) value = 0.5;
      else if (const auto ordinal = k < lower_.size() ? ordinal_of(lower_[k]) : std::nullopt; ordinal && *ordinal >= 3 && *ordinal <= 10)
        value = 1.0 / *ordinal;
    }
    if (value == 0) return std::nullopt;
    return Amount{value, value, k + 1, false, false, false, i, {}, i};
  }

  // "500km", "30GB", "140km/h": digits and unit in one word.
  [[nodiscard]] std::optional<Numeral> glued(std::size_t i) const {
    const std::string_view text = at(i);
    std::size_t cut = 0;
    while (cut < text.size() && ((text[cut] >= '0' && text[cut] <= '9') || text[cut] == '.' || text[cut] == ',')) ++cut;
    if (cut == 0 || cut == text.size()) return std::nullopt;
    const auto value = number_of_digits(text.substr(0, cut));
    if (!value || !lexicon_.units.contains(text.substr(cut))) return std::nullopt;
    return Numeral{*value, i + 1, true, false};
  }

  // "two-thirds", "three quarters".
  void read_fraction(Amount& amount) const {
    std::size_t k = amount.end;
    if (hyphen(k)) ++k;
    double parts = 0;
    std::string_view word = at(k);
    if (word == "half" || word == "halves") parts = 2;
    else if (word == "quarter" || word == "quarters") parts = 4;
    else {
      if (word.size() > 4 && word.back() == 's') word.remove_suffix(1);
      if (const auto ordinal = ordinal_of(word); ordinal && *ordinal >= 3 && *ordinal <= 20 && !(word[0] >= '0' && word[0] <= '9')) parts = *ordinal;
    }
    if (parts == 0 || amount.low >= parts || amount.low < 1 || amount.digits) return;
    if (parts == 4 && !hyphen(amount.end) && !(is(k + 1, "of"))) return;  // "three quarters" of a year are times
    amount.low = amount.high = amount.low / parts;
    amount.end = k + 1;
  }

  // "to 90", "-90", "and 20" after "between", "or three".
  void read_range(Amount& amount, bool between) const {
    std::size_t k = amount.end;
    const bool by_hyphen = hyphen(k) && joined(k) && joined(k - 1);
    if (!(is(k, "to") || by_hyphen || (between && is(k, "and")) || is(k, "or"))) return;
    const bool by_or = is(k, "or");
    std::size_t second_at = k + 1;
    if (const auto [sign, after] = longest(second_at, lexicon_.signs, true); sign) second_at = after;
    const auto second = read_numeral(sentence_, second_at);
    if (!second || second_at >= blocked_.size() || blocked_[second_at]) return;
    double low = amount.low;
    // "2 to 3 million": the scale is told once.
    if (second->value >= 1000 && low < 1000 && low > 0 && second->end > second_at + 1) {
      double scale = 1;
      while (second->value / scale >= 1000) scale *= 1000;
      if (low * scale < second->value) low *= scale;
    }
    if (second->value <= low) return;
    if (by_or && second->value - low > std::max(2.0, low * 0.5)) return;
    if (by_hyphen && hyphen(second->end) && joined(second->end)) return;  // 555-12-1234
    // "a 3-4 loss": bare figures joined by a hyphen are a score unless something is counted
    if (by_hyphen && second->value < 30 && amount.unit.empty() && !unit_at(second->end).first && !counted_noun(second_at, second->end)) return;
    amount.low = low;
    amount.high = second->value;
    amount.range = true;
    amount.last_number = second_at;
    amount.end = second->end;
  }

  // Is the number at k an amount at all: not "Resolution 242", "No. 3", "one of", a year, a list's "1."?
  [[nodiscard]] bool stands_for_amount(std::size_t k, const Numeral& number) const {
    const Word& word = sentence_.words[k];
    if (is(k, "one") && !number.digits && number.end == k + 1) {
      if (word.upos == "PRON" || is(k + 1, "of") || is(k + 1, "another") || is(k + 1, "'s") || word.relation != "nummod") return false;
    }
    if (number.article && word.upos == "PROPN") return false;
    if (number.digits && k > 0) {
      const Word& before = sentence_.words[k - 1];
      if (lexicon_.numbered.contains(at(k - 1)) && !(before.upos == "ADP")) return false;
      if (is(k - 1, "#") || is(k - 1, "/") || (hyphen(k - 1) && joined(k - 1) && k > 1 && joined(k - 2))) return false;
      const bool left_name = before.upos == "PROPN" && word.head == static_cast<std::int32_t>(k) - 1;
      if (left_name) return false;
      // "Big 12", "iPhone 11": a name's number counts nothing to its right
      const bool counts = word.relation.substr(0, 6) == "nummod" && word.head > static_cast<std::int32_t>(k);
      if (before.upos == "PROPN" && k > 1 && !counts && !unit_at(number.end).first) return false;
    }
    if (number.digits && number.end == k + 1 && joined(k)) {
      if (is(k + 1, "/") || is(k + 1, ":")) return false;
      // "3-1", "555-1234"
      if (hyphen(k + 1) && joined(k + 1) && k + 2 < lower_.size())
        if (const auto other = number_of_digits(sentence_.words[k + 2].form); other && *other <= number.value) return false;
    }
    if (k == 0 && number.digits && number.end == 1 && (is(1, ".") || is(1, ")")) && lower_.size() > 2) return false;
    // A year standing alone that the times did not take.
    if (number.digits && number.end == k + 1 && at(k).size() == 4 && number.value >= 1500 && number.value <= 2100 &&
        word.relation != "nummod" && !unit_at(number.end).first)
      return false;
    if (word.upos == "NOUN" || word.upos == "VERB") return number.digits || number.end > k + 1;
    return true;
  }

  [[nodiscard]] std::pair<const std::string*, std::size_t> unit_at(std::size_t k) const {
    auto found = longest(k, lexicon_.units);
    if (!found.first && hyphen(k)) {
      found = longest(k + 1, lexicon_.units);
      if (!found.first) found.second = k;
    }
    if (found.first && found.second == k + 1) {
      const std::string_view word = at(k);
      if (word.size() == 1 && word != "%" && word != "p" && word != "°" && word != "\u00B0") found.first = nullptr;
      // "in", "min" and the like as plain words; "May" is no unit either
      if (word == "real" || word == "won" || word == "min" || word == "sec" || word == "franc")
        if (sentence_.words[k].upos != "NOUN" && sentence_.words[k].upos != "SYM") found.first = nullptr;
    }
    return found;
  }

  // The noun that the number at k counts, if the tree says so.
  [[nodiscard]] std::optional<std::uint32_t> counted_noun(std::size_t k, std::size_t end) const {
    for (std::size_t i = k; i < end && i < sentence_.words.size(); ++i) {
      const Word& word = sentence_.words[i];
      if (word.head < 0) continue;
      const auto head = static_cast<std::uint32_t>(word.head);
      if (head >= k && head < end) continue;
      if (word.relation.substr(0, 6) == "nummod" && head >= end) return head;
      if ((word.relation == "compound" || word.relation == "amod") && head >= end && sentence_.words[head].upos == "NOUN") return head;
    }
    // A tree that went astray: the plural right behind the number, adjectives between.
    std::size_t next = end;
    while (next < sentence_.words.size() && next < end + 2 && sentence_.words[next].upos == "ADJ") ++next;
    if (next < sentence_.words.size() && sentence_.words[next].xpos == "NNS" && sentence_.words[k].upos == "NUM")
      return static_cast<std::uint32_t>(next);
    // "82 of the passengers", "dozens of people"
    for (std::size_t i = k; i < end && i < sentence_.words.size(); ++i)
      for (std::uint32_t c = sentence_.child_begin[i]; c < sentence_.child_begin[i + 1]; ++c) {
        const std::uint32_t child = sentence_.child_list[c];
        if (child >= end && sentence_.words[child].relation == "nmod" && has_case(child, "of")) return child;
      }
    return std::nullopt;
  }
  [[nodiscard]] bool has_case(std::uint32_t word, std::string_view lemma) const {
    for (std::uint32_t c = sentence_.child_begin[word]; c < sentence_.child_begin[word + 1]; ++c) {
      const Word& child = sentence_.words[sentence_.child_list[c]];
      if (child.relation == "case" && child.form == lemma) return true;
    }
    return false;
  }

  // The noun with what stands between the number and it: "new Airbus jets" of "twenty new Airbus jets".
  [[nodiscard]] Span noun_span(std::uint32_t noun, std::size_t from) const {
    std::size_t first = noun;
    while (first > from && sentence_.words[first - 1].upos != "ADP" && sentence_.words[first - 1].upos != "PUNCT" &&
           sentence_.words[first - 1].upos != "DET")
      --first;
    std::size_t last = noun;  // "aid workers": flat and compound parts to the right
    while (last + 1 < sentence_.words.size() && sentence_.words[last + 1].head == static_cast<std::int32_t>(noun) &&
           (sentence_.words[last + 1].relation == "flat" || sentence_.words[last + 1].relation == "compound"))
      ++last;
    return {sentence_.words[first].span.begin, sentence_.words[last].span.end};
  }

  std::optional<Quantity> finish(std::size_t first, Amount amount, Approximation approximation, std::size_t& end) {
    Quantity quantity;
    quantity.low = amount.low;
    quantity.high = amount.high;
    quantity.approximate = amount.vague ? Approximation::about : approximation;
    if (approximation != Approximation::none) quantity.approximate = approximation;
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
        if (*unit == "pound" && amount.high >= 1e6) quantity.unit = "GBP";
        else quantity.unit = *unit;
        last_end = after;
      }
    }
    std::size_t after_number = last_end;
    if (const auto [hedge, after] = longest(last_end, lexicon_.hedges_after); hedge && !is(last_end, "odd")) {
      if (quantity.approximate == Approximation::none) quantity.approximate = *hedge;
      last_end = after;
    } else if (hyphen(last_end) && (is(last_end + 1, "odd") || is(last_end + 1, "plus"))) {
      if (quantity.approximate == Approximation::none)
        quantity.approximate = is(last_end + 1, "odd") ? Approximation::about : Approximation::at_least;
      last_end += 2;
    }
    // "dozens of people", "a score of jets": "of" links, the noun is what is counted.
    set_counted(quantity, amount, after_number);
    if (quantity.unit.empty() && !quantity.what && after_person(amount)) quantity.unit = "year";  // "Smith, 49, had left"
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

  [[nodiscard]] std::optional<std::string> glued_unit_of(std::size_t i) const {
    const std::string_view text = at(i);
    std::size_t cut = 0;
    while (cut < text.size() && ((text[cut] >= '0' && text[cut] <= '9') || text[cut] == '.' || text[cut] == ',')) ++cut;
    if (cut == 0 || cut == text.size()) return std::nullopt;
    const auto found = lexicon_.units.find(text.substr(cut));
    if (found == lexicon_.units.end()) return std::nullopt;
    return found->second;
  }

  void set_counted(Quantity& quantity, const Amount& amount, std::size_t after) const {
    std::optional<std::uint32_t> noun;
    if (quantity.unit.empty()) {
      noun = counted_noun(amount.number_at, after);
    } else {
      // "85 percent of voters": what a share or a measure is of
      noun = counted_noun(amount.end > 0 ? amount.end : after, after);
      if (noun && sentence_.words[*noun].relation != "nmod") noun.reset();
    }
    if (!noun || *noun < after) return;
    const Word& word = sentence_.words[*noun];
    if (word.upos == "SYM" || word.upos == "PUNCT") return;
    if (quantity.unit.empty())  // "tens of millions of dollars"
      if (const auto unit = lexicon_.units.find(lower_[*noun]); unit != lexicon_.units.end() && amount.vague && unit->second != "person") {
        quantity.unit = unit->second;
        return;
      }
    quantity.what_head = *noun;
    quantity.what = noun_span(*noun, after);
    if (!quantity.unit.empty()) return;
    const bool person = lexicon_.persons.contains(word.lemma) || lower_[*noun] == "people" || lexicon_.persons.contains(lower_ascii(word.lemma)) ||
                        word.name == NameType::NORP;
    quantity.unit = person ? "person" : word.lemma;
  }

  [[nodiscard]] bool after_person(const Amount& amount) const {
    const std::size_t k = amount.number_at;
    return k >= 2 && is(k - 1, ",") && sentence_.words[k - 2].name == NameType::PER && amount.low >= 1 && amount.low < 120 &&
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
    if (!quantity.unit.empty() || quantity.what || quantity.approximate != Approximation::none || amount.range) return true;
    return !amount.vague;
  }

  const Sentence& sentence_;
  std::uint32_t number_;
  const QuantityLexicon& lexicon_;
  std::vector<char> blocked_;
  std::vector<std::string> lower_;
};

// Words of times other than durations, and of names, hold no quantities.
std::vector<char> blocked_words(const Sentence& sentence, std::uint32_t number, const std::vector<TimeExpression>& times) {
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

std::vector<Quantity> QuantityTagger::tag(const Report&, const Parse& parse, const std::vector<TimeExpression>& times) const {
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
