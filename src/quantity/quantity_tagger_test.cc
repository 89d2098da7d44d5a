#include "quantity/quantity_tagger.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/numerals.h"
#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const QuantityTagger& tagger() {
  static const auto loaded = QuantityTagger::load();
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

struct Read {
  testing::Fixture fixture;
  std::vector<Quantity> quantities;
  std::string_view text(std::size_t i) const { return fixture.report.text.view(quantities[i].span); }
  std::string_view what(std::size_t i) const {
    return quantities[i].what ? fixture.report.text.view(*quantities[i].what) : std::string_view();
  }
};

Read read(std::string_view conllu) {
  Read result{testing::fixture(conllu), {}};
  result.quantities = tagger().tag(result.fixture.report, result.fixture.parse, {});
  return result;
}

TEST(QuantityTagger, HedgedRangeOfPercent) {
  const auto r = read(R"(
1 as      as      ADV  RB _ 4 advmod _
2 much    much    ADJ  JJ _ 1 fixed  _
3 as      as      ADP  IN _ 1 fixed  _
4 85      85      NUM  CD _ 7 nummod _
5 to      to      ADP  IN _ 6 case   _
6 90      90      NUM  CD _ 4 nmod   _
7 percent percent NOUN NN _ 0 root   _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_EQ(r.text(0), "as much as 85 to 90 percent");
  EXPECT_EQ(r.quantities[0].low, 85);
  EXPECT_EQ(r.quantities[0].high, 90);
  EXPECT_EQ(r.quantities[0].unit, "percent");
  EXPECT_EQ(r.quantities[0].approximate, Approximation::at_most);
}

TEST(QuantityTagger, PersonsCountedAndTheVerbTheyHangOn) {
  const auto r = read(R"(
1 At       at       ADP  IN  _ 3 advmod _
2 least    least    ADJ  JJS _ 1 fixed  _
3 82       82       NUM  CD  _ 4 nummod _
4 soldiers soldier  NOUN NNS _ 6 nsubj:pass _
5 were     be       AUX  VBD _ 6 aux:pass _
6 killed   kill     VERB VBN _ 0 root   _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_EQ(r.text(0), "At least 82");
  EXPECT_EQ(r.what(0), "soldiers");
  EXPECT_EQ(r.quantities[0].unit, "person");
  EXPECT_EQ(r.quantities[0].approximate, Approximation::at_least);
  EXPECT_EQ(governor_of(r.fixture.parse.sentences[0], r.quantities[0]), 5u);
}

TEST(QuantityTagger, Money) {
  const auto r = read(R"(
1 about   about   ADV  RB _ 2 advmod _
2 $       $       SYM  $  _ 0 root   SpaceAfter=No
3 48.2    48.2    NUM  CD _ 4 compound _
4 million million NUM  CD _ 2 nummod _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_EQ(r.text(0), "about $48.2 million");
  EXPECT_EQ(r.quantities[0].unit, "USD");
  EXPECT_DOUBLE_EQ(*r.quantities[0].low, 48.2e6);
  EXPECT_EQ(r.quantities[0].approximate, Approximation::about);
}

TEST(QuantityTagger, DozensOfPeople) {
  const auto r = read(R"(
1 Dozens dozen  NOUN NNS _ 4 nsubj _
2 of     of     ADP  IN  _ 3 case  _
3 people people NOUN NNS _ 1 nmod  _
4 fled   flee   VERB VBD _ 0 root  _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_EQ(r.quantities[0].low, 24);
  EXPECT_EQ(r.quantities[0].approximate, Approximation::about);
  EXPECT_EQ(r.quantities[0].unit, "person");
  EXPECT_EQ(r.what(0), "people");
  EXPECT_EQ(governor_of(r.fixture.parse.sentences[0], r.quantities[0]), 3u);
}

TEST(QuantityTagger, BetweenTwoNumbers) {
  const auto r = read(R"(
1 between between ADP  IN  _ 5 case _
2 12      12      NUM  CD  _ 5 nummod _
3 and     and     CCONJ CC _ 4 cc  _
4 20      20      NUM  CD  _ 2 conj _
5 tanks   tank    NOUN NNS _ 0 root _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_EQ(r.quantities[0].low, 12);
  EXPECT_EQ(r.quantities[0].high, 20);
  EXPECT_EQ(r.quantities[0].unit, "");
  EXPECT_EQ(r.what(0), "tanks");
}

TEST(QuantityTagger, NamesOrdinalsAndPronounsAreNone) {
  EXPECT_TRUE(read(R"(
1 Resolution resolution PROPN NNP _ 0 root _
2 242        242        NUM   CD  _ 1 nummod _
3 the        the        DET   DT  _ 5 det  _
4 22nd       22nd       ADJ   JJ  _ 5 amod _
5 Amendment  amendment  PROPN NNP _ 1 dep  _
6 one        one        NUM   CD  _ 1 dep  _
7 of         of         ADP   IN  _ 8 case _
8 them       they       PRON  PRP _ 6 nmod _
)")
                  .quantities.empty());
  EXPECT_TRUE(read(R"(
1 won  win  VERB VBD _ 0 root _
2 3    3    NUM  CD  _ 1 obj  SpaceAfter=No
3 -    -    PUNCT :  _ 4 punct SpaceAfter=No
4 1    1    NUM  CD  _ 2 dep  _
)")
                  .quantities.empty());
}

TEST(QuantityTagger, ShareOfVoters) {
  const auto r = read(R"(
1 Two     two     NUM  CD  _ 3 nummod _
2 -       -       PUNCT HYPH _ 1 punct _
3 thirds  third   NOUN NNS _ 6 nsubj _
4 of      of      ADP  IN  _ 5 case _
5 voters  voter   NOUN NNS _ 3 nmod _
6 agreed  agree   VERB VBD _ 0 root _
)");
  ASSERT_EQ(r.quantities.size(), 1u);
  EXPECT_NEAR(*r.quantities[0].low, 2.0 / 3, 1e-9);
  EXPECT_EQ(r.what(0), "voters");
  EXPECT_EQ(r.quantities[0].unit, "") << "two-thirds are no number of persons";
}

// Words without a tree: "form/XPOS", a form that begins with + is joined to the one before.
Read read_words(std::string_view text) {
  std::string conllu;
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t cut = words[i].rfind('/');
    std::string form = words[i].substr(0, cut), tag = words[i].substr(cut + 1);
    if (form[0] == '+') form.erase(0, 1);
    const char* upos = tag == "CD"     ? "NUM"
                       : tag[0] == 'N' ? (tag == "NNP" ? "PROPN" : "NOUN")
                       : tag == "$"    ? "SYM"
                       : tag[0] == 'J' ? "ADJ"
                       : tag[0] == 'V' ? "VERB"
                       : tag == "IN"   ? "ADP"
                       : tag == "DT"   ? "DET"
                                       : "X";
    conllu += std::to_string(i + 1) + ' ' + form + ' ' + lower_ascii(form) + ' ' + upos + ' ' + tag + " _ " +
              (i == 0 ? "0 root" : "1 dep") +
              (i + 1 < words.size() && words[i + 1][0] == '+' ? " SpaceAfter=No\n" : " _\n");
  }
  return read(conllu);
}

// "text = low..high unit hedge" of each quantity.
std::vector<std::string> shown(std::string_view words) {
  const Read r = read_words(words);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < r.quantities.size(); ++i) {
    const Quantity& q = r.quantities[i];
    std::string line = fmt::format("{} = {:.10g}", r.text(i), *q.low);
    if (q.high != q.low) line += fmt::format("..{:.10g}", *q.high);
    if (!q.unit.empty()) line += ' ' + q.unit;
    if (q.approximate != Approximation::none) line += std::string(" ") + name(q.approximate);
    all.push_back(line);
  }
  return all;
}

TEST(QuantityTagger, MoneyByCodesAndSignsInOneWord) {
  EXPECT_THAT(shown("cost/VBD USD10m/NNP"), ElementsAre("USD10m = 10000000 USD"));
  EXPECT_THAT(shown("at/IN RM23.50/CD"), ElementsAre("RM23.50 = 23.5 MYR"));
  EXPECT_THAT(shown("worth/JJ $/$ +US55/NNP +,/, +931,000/CD"), ElementsAre("$US55,931,000 = 55931000 USD"));
  EXPECT_THAT(shown("plan/NN INR1/NNP trillion/CD"), ElementsAre("INR1 trillion = 1e+12 INR"));
  EXPECT_THAT(shown("want/VBP $/$ +4.2/CD +b/NN"), ElementsAre("$4.2b = 4200000000 USD"));
  EXPECT_THAT(shown("for/IN 1,200/CD +€/SYM"), ElementsAre("1,200€ = 1200 EUR"));
  EXPECT_THAT(shown("paid/VBD thirteen/CD dollars/NNS and/CC forty/CD +-/HYPH +five/CD cents/NNS"),
              ElementsAre("thirteen dollars and forty-five cents = 13.45 USD"));
}

TEST(QuantityTagger, UnitsCountedByOthers) {
  EXPECT_THAT(shown("at/IN $/$ +52/CD a/DT barrel/NN"), ElementsAre("$52 a barrel = 52 USD per barrel"));
  EXPECT_THAT(shown("of/IN 63/CD cents/NNS per/IN share/NN"), ElementsAre("63 cents per share = 63 cent per share"));
  EXPECT_THAT(shown("grew/VBD 5/CD percent/NN a/DT year/NN ago/RB"), ElementsAre("5 percent = 5 percent"));
  EXPECT_THAT(shown("a/DT 52,000/CD barrel/NN +-/HYPH +a/DT +-/HYPH +day/NN refinery/NN"),
              ElementsAre("52,000 barrel-a-day = 52000 barrel per day"));
}

TEST(QuantityTagger, MillionsAndMetres) {
  EXPECT_THAT(shown("for/IN 2.7/CD +m/NN people/NNS"), ElementsAre("2.7m = 2700000 person"));
  EXPECT_THAT(shown("a/DT 37/CD +m/NN tower/NN"), ElementsAre("37m = 37 metre"));
  EXPECT_THAT(shown("cost/VBD £/$ +5/CD +m/NN"), ElementsAre("£5m = 5000000 GBP"));
  EXPECT_THAT(shown("cost/VBD 5/CD +m/NN euros/NNS"), ElementsAre("5m euros = 5000000 EUR"));
}

TEST(QuantityTagger, BelowZero) {
  EXPECT_THAT(shown("to/IN minus/JJ +-/HYPH +260/CD degrees/NNS Fahrenheit/NNP"),
              ElementsAre("minus-260 degrees Fahrenheit = -260 degree Fahrenheit"));
  EXPECT_THAT(shown("at/IN -/SYM +5/CD °C/NN"), ElementsAre("-5 °C = -5 degree Celsius"));
  EXPECT_THAT(shown("men/NNS -/: 5/CD km/NN"), ElementsAre("5 km = 5 kilometre")) << "a dash is no minus";
}

TEST(QuantityTagger, RangesWithTwoUnits) {
  EXPECT_THAT(shown("a/DT five/CD per/IN cent/NN to/IN 20/CD per/IN cent/NN rebound/NN"),
              ElementsAre("five per cent to 20 per cent = 5..20 percent"));
  EXPECT_THAT(shown("between/IN 15/CD km/NN and/CC 17/CD km/NN"), ElementsAre("15 km and 17 km = 15..17 kilometre"));
  EXPECT_THAT(shown("rose/VBD from/IN 4/CD percent/NN to/IN 5/CD percent/NN"),
              ElementsAre("4 percent = 4 percent", "5 percent = 5 percent"));
  EXPECT_THAT(shown("ranging/VBG from/IN 4/CD percent/NN to/IN 5/CD percent/NN"),
              ElementsAre("4 percent to 5 percent = 4..5 percent"));
  EXPECT_THAT(shown("about/IN 40/CD -/: 50/CD years/NNS old/JJ"),
              ElementsAre("about 40 - 50 years old = 40..50 year about"));
  EXPECT_THAT(shown("from/IN $/$ +10/CD to/IN $/$ +15/CD billion/CD"),
              ElementsAre("$10 to $15 billion = 1e+10..1.5e+10 USD"));
  EXPECT_THAT(shown("from/IN $/$ +200/CD to/IN $/$ +4/CD million/CD"),
              ElementsAre("$200 to $4 million = 200..4000000 USD"));
}

TEST(QuantityTagger, Shares) {
  EXPECT_THAT(shown("one/CD in/IN five/CD voters/NNS"), ElementsAre("one in five = 0.2"));
  EXPECT_THAT(shown("nine/CD out/IN of/IN ten/CD villages/NNS"), ElementsAre("nine out of ten = 0.9"));
  EXPECT_THAT(shown("half/JJ million/CD dollars/NNS"), ElementsAre("half million dollars = 500000 USD"));
}

TEST(QuantityTagger, NumbersOfThingsAndHouses) {
  EXPECT_THAT(shown("the/DT 717/CD jet/NN"), IsEmpty());
  EXPECT_THAT(shown("at/IN 575/CD Mill/NNP Road/NNP"), IsEmpty());
  EXPECT_THAT(shown("Alan/NNP Smith/NNP (/-LRB- +4/CD +)/-RRB- ran/VBD"), IsEmpty());
  EXPECT_THAT(shown("on/IN 5/CD +G/NN"), ElementsAre("5 = 5"));
}

TEST(QuantityTagger, Ages) {
  EXPECT_THAT(shown("men/NNS aged/VBN 18/CD to/IN 34/CD"), ElementsAre("18 to 34 = 18..34 year"));
  EXPECT_THAT(shown("at/IN the/DT age/NN of/IN 70/CD"), ElementsAre("70 = 70 year"));
}

TEST(QuantityTagger, LongRunsOfNumbersTakeLinearTime) {
  std::string words;
  for (int i = 0; i < 10000; ++i) words += (i ? " " : "") + std::to_string(i * 37 % 1000) + "/CD";
  EXPECT_GT(read_words(words).quantities.size(), 100u);
  EXPECT_LE(read_words(std::string(5000, '9') + "/CD percent/NN").quantities.size(), 1u);
  std::string joined = "USD1/NNP";
  for (int i = 0; i < 5000; ++i) joined += " +,/, +000/CD";
  EXPECT_LE(read_words(joined).quantities.size(), 5001u);
}

}  // namespace
}  // namespace wireroom
