#include "time/time_tagger.h"

#include <gtest/gtest.h>

#include <sstream>

#include "testing/conllu_fixture.h"

namespace wireroom {
namespace {

const TimeTagger& tagger() {
  static const auto loaded = TimeTagger::load();
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return *loaded;
}

std::vector<TimeExpression> times_of(std::string_view conllu, std::string_view published = "2016-03-24") {
  const auto f = testing::fixture(conllu, published);
  return tagger().tag(f.report, f.parse);
}

// Words without a tree: all hang on the first; capitalised ones are proper nouns.
std::string flat(const std::string& text) {
  std::istringstream in(text);
  std::string conllu = "\n", form;
  for (int i = 1; in >> form; ++i) {
    const bool proper = form[0] >= 'A' && form[0] <= 'Z', digits = form[0] >= '0' && form[0] <= '9';
    conllu += std::to_string(i) + " " + form + " " + form +
              (proper   ? " PROPN NNP"
               : digits ? " NUM CD"
                        : " X X") +
              " _ " + (i == 1 ? "0 root" : "1 dep") + " _\n";
  }
  return conllu;
}

struct Case {
  const char* text;
  const char* words;  // of the expression, "" if there is none
  const char* value;
  const char* modifier = "";
};

void expect(const Case& wanted, const char* published = "2016-03-24") {
  const auto f = testing::fixture(flat(wanted.text), published);
  const auto times = tagger().tag(f.report, f.parse);
  if (!*wanted.words) {
    EXPECT_TRUE(times.empty()) << wanted.text << ": " << (times.empty() ? "" : times[0].value);
    return;
  }
  ASSERT_EQ(times.size(), 1u) << wanted.text;
  EXPECT_EQ(f.report.text.view(times[0].span), wanted.words);
  EXPECT_EQ(times[0].value, wanted.value) << wanted.text;
  EXPECT_EQ(times[0].modifier, wanted.modifier) << wanted.text;
}

TEST(TimeTagger, Values) {
  const Case cases[] = {
      // 2016-03-24 is a Thursday
      {"on March 24 , 2016 .", "March 24 , 2016", "2016-03-24"},
      {"on 24 March 2016 .", "24 March 2016", "2016-03-24"},
      {"Thursday , March 24 , 2016", "Thursday , March 24 , 2016", "2016-03-24"},
      {"on 2016-03-24 .", "2016-03-24", "2016-03-24"},
      {"in March 2015 .", "March 2015", "2015-03"},
      {"since 1998 .", "1998", "1998"},
      {"in the late 1970s .", "the late 1970s", "197", "END"},
      {"in the 20th century .", "the 20th century", "19"},
      {"he spoke today .", "today", "2016-03-24"},
      {"he spoke yesterday morning .", "yesterday morning", "2016-03-23TMO"},
      {"he spoke the day before yesterday .", "the day before yesterday", "2016-03-22"},
      {"he spoke tonight .", "tonight", "2016-03-24TNI"},
      {"he spoke last week .", "last week", "2016-W11"},
      {"he spoke last month .", "last month", "2016-02"},
      {"he spoke last year .", "last year", "2015"},
      {"he spoke last Friday .", "last Friday", "2016-03-18"},
      {"he speaks next Friday .", "next Friday", "2016-04-01"},
      {"he spoke two days ago .", "two days ago", "2016-03-22"},
      {"he spoke three years ago .", "three years ago", "2013"},
      {"he spoke almost two years ago .", "almost two years ago", "2014", "LESS_THAN"},
      {"he spoke a few weeks ago .", "a few weeks ago", "PAST_REF"},
      {"spoke for almost four hours .", "almost four hours", "PT4H", "LESS_THAN"},
      {"for a two - day visit", "two - day", "P2D"},
      {"over the past year .", "the past year", "P1Y"},
      {"in the last two weeks .", "the last two weeks", "P2W"},
      {"for half an hour .", "half an hour", "PT30M"},
      {"for more than four hours .", "more than four hours", "PT4H", "MORE_THAN"},
      {"for several years .", "several years", "PXY"},
      {"in recent years .", "recent years", "PAST_REF"},
      {"earlier this month .", "earlier this month", "2016-03", "START"},
      {"in early December .", "early December", "2015-12", "START"},
      {"the end of 1990 .", "the end of 1990", "1990", "END"},
      {"in mid - 1996 .", "mid - 1996", "1996", "MID"},
      {"in the third quarter .", "the third quarter", "2015-Q3"},
      {"the third quarter of 1989 .", "the third quarter of 1989", "1989-Q3"},
      {"third - quarter profit", "third - quarter", "2015-Q3"},
      {"last fall .", "last fall", "2015-FA"},
      {"the summer of 1998 .", "the summer of 1998", "1998-SU"},
      {"on Thanksgiving Day .", "Thanksgiving Day", "2015-11-26"},
      {"on Easter Sunday .", "Easter Sunday", "2016-03-27"},
      {"at 10:35 a.m. yesterday .", "10:35 a.m. yesterday", "2016-03-23T10:35"},
      {"at 10 p.m. Wednesday .", "10 p.m. Wednesday", "2016-03-23T22:00"},
      {"at 0735 GMT .", "0735 GMT", "2016-03-24T07:35Z"},
      {"at 0600 , rebels", "0600", "2016-03-24T06:00"},
      {"at 1400 today .", "1400 today", "2016-03-24T14:00"},
      {"every day .", "every day", "P1D"},
      {"each Thursday .", "each Thursday", "XXXX-WXX-4"},
      {"it is now clear", "now", "PRESENT_REF"},
      {"he said recently", "recently", "PAST_REF"},
      {"twenty - five years ago .", "twenty - five years ago", "1991"},
      {"the first nine months .", "the first nine months", "P9M"},
      {"years of war", "years", "PXY"},
  };
  for (const Case& one : cases) expect(one);
}

TEST(TimeTagger, Traps) {
  for (const char* text :
       {"they may go", "they march on", "a second look", "1,900 people", "a 30 - year - old man",
        "he is 30 years old .", "Boeing 737 jets", "http://x.org/2016/03/24/talks", "temperatures in the 60s"})
    expect({text, "", ""});
}

TEST(TimeTagger, NamesAreNoTimes) {
  EXPECT_TRUE(times_of(R"(
1 USA    USA    PROPN NNP _ 3 nsubj NER=B-ORG
2 Today  Today  PROPN NNP _ 1 flat  NER=I-ORG
3 quoted quote  VERB  VBD _ 0 root  _
4 Theresa Theresa PROPN NNP _ 3 obj NER=B-PER
5 May    May    PROPN NNP _ 4 flat  NER=I-PER
)")
                  .empty());
}

TEST(TimeTagger, BareWeekdayIsTheLastOneUnlessTheVerbLooksAhead) {
  const auto past = times_of(R"(
1 Kerry     Kerry     PROPN NNP _ 2 nsubj _
2 arrived   arrive    VERB  VBD Tense=Past 0 root _
3 on        on        ADP   IN  _ 4 case _
4 Wednesday Wednesday PROPN NNP _ 2 obl _
)");
  ASSERT_EQ(past.size(), 1u);
  EXPECT_EQ(past[0].value, "2016-03-23");
  EXPECT_EQ(past[0].basis, TimeBasis::tense);
  EXPECT_EQ(iso(past[0].interval.earliest->day), "2016-03-23");
  const auto future = times_of(R"(
1 They      they      PRON  PRP _ 3 nsubj _
2 will      will      AUX   MD  _ 3 aux   _
3 meet      meet      VERB  VB  _ 0 root  _
4 on        on        ADP   IN  _ 5 case  _
5 Wednesday Wednesday PROPN NNP _ 3 obl   _
)");
  ASSERT_EQ(future.size(), 1u);
  EXPECT_EQ(future[0].value, "2016-03-30");
  const auto planned = times_of(R"(
1 They     they     PRON  PRP _ 2 nsubj _
2 planned  plan     VERB  VBD Tense=Past 0 root _
3 a        a        DET   DT  _ 4 det   _
4 march    march    NOUN  NN  _ 2 obj   _
5 on       on       ADP   IN  _ 6 case  _
6 Saturday Saturday PROPN NNP _ 4 nmod  _
)");
  ASSERT_EQ(planned.size(), 1u);
  EXPECT_EQ(planned[0].value, "2016-03-26");
}

TEST(TimeTagger, WithoutADateNothingIsGuessed) {
  const auto times = times_of(R"(
1 He     he     PRON  PRP _ 2 nsubj _
2 left   leave  VERB  VBD Tense=Past 0 root _
3 on     on     ADP   IN  _ 4 case _
4 Friday Friday PROPN NNP _ 2 obl _
)",
                              "");
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "XXXX-WXX-5");
  EXPECT_FALSE(times[0].interval.earliest.has_value());
}

TEST(TimeTagger, TheNextDayHangsOnTheDayToldBefore) {
  const auto f = testing::fixture(flat("on March 3 , 1998 they met") + flat("they parted the next day"), "2016-03-24");
  const auto times = tagger().tag(f.report, f.parse);
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[1].value, "1998-03-04");
  EXPECT_EQ(times[1].basis, TimeBasis::narrative);
  EXPECT_EQ(times[1].anchor, 0);
}

// A report of 2013 that names older years: a bare month belongs to them, unless it owns what happened in it.
TEST(TimeTagger, AMonthThatOwnsIsTheLastOne) {
  const std::string law = "The ban of 1994 ended in 2004 .";
  EXPECT_EQ(times_of(flat(law + " In December it rained"), "2013-01-16").back().value, "2004-12");
  const std::string text = flat(law + " After December POSS rampage they met");
  const std::size_t mark = text.find("POSS POSS PROPN NNP");
  EXPECT_EQ(times_of(std::string(text).replace(mark, 19, "'s 's PART POS"), "2013-01-16").back().value, "2012-12");
}

TEST(TimeTagger, RangesAreTwoExpressions) {
  const auto f = testing::fixture(flat("from March 3 - 5 and in 2009 - 10 ."), "2016-03-24");
  const auto times = tagger().tag(f.report, f.parse);
  ASSERT_EQ(times.size(), 4u);
  EXPECT_EQ(times[0].value, "2016-03-03");
  EXPECT_EQ(times[1].value, "2016-03-05");
  EXPECT_EQ(times[2].value, "2009");
  EXPECT_EQ(times[3].value, "2010");
}

std::vector<std::string> values_of(const std::string& text, const char* published = "2016-03-24") {
  const auto f = testing::fixture(flat(text), published);
  std::vector<std::string> values;
  for (const TimeExpression& time : tagger().tag(f.report, f.parse)) values.push_back(time.value);
  return values;
}

TEST(TimeTagger, YearsOfOtherEras) {
  using Values = std::vector<std::string>;
  EXPECT_EQ(values_of("in 480 BC the fleet sailed"), (Values{"BC0480"}));
  EXPECT_EQ(values_of("from 264 to 241 BC"), (Values{"BC0264", "BC0241"}));
  EXPECT_EQ(values_of("in A.D. 1070 the town fell"), (Values{"1070"}));
}

TEST(TimeTagger, DaysOfOneMonth) {
  using Values = std::vector<std::string>;
  EXPECT_EQ(values_of("from 15 to 22 February 1986"), (Values{"1986-02-15", "1986-02-22"}));
  EXPECT_EQ(values_of("on 6 - 8 October 1952"), (Values{"1952-10-06", "1952-10-08"}));
}

TEST(TimeTagger, TheClockIsOfTheDayBesideIt) {
  using Values = std::vector<std::string>;
  EXPECT_EQ(values_of("at 10:35 a.m. ( 0735 GMT ) on Tuesday"),
            (Values{"2016-03-22T10:35", "2016-03-22T07:35Z", "2016-03-22"}));
  EXPECT_EQ(values_of("on Tuesday at 10:35 a.m."), (Values{"2016-03-22", "2016-03-22T10:35"}));
}

TEST(TimeTagger, QuartersOfAnAccount) {
  using Values = std::vector<std::string>;
  EXPECT_EQ(
      values_of("in the third quarter of 2015 it earned more than a year earlier , the latest quarter 's sales fell"),
      (Values{"2015-Q3", "2014-Q3", "2015-Q3"}));
  EXPECT_EQ(values_of("in the third quarter of 2015 , up from the same period last year"),
            (Values{"2015-Q3", "2014-Q3"}));
}

TEST(TimeTagger, LightYearsAreNoTimes) { EXPECT_TRUE(values_of("some 50 light years away").empty()); }

TEST(TimeTagger, OddNumbersAreReadOrLeft) {
  EXPECT_EQ(values_of("some 1000000 years ago"), std::vector<std::string>{"P1000000Y"});
  for (const std::string& text :
       {std::string(5000, '9') + " years ago", std::string("in 99999999999 BC"), "in " + std::string(5000, '1'),
        std::string("999999999999999999999999 days later"), std::string("the 99999999s")})
    EXPECT_LE(values_of(text).size(), 1u) << text.substr(0, 30);
}

TEST(TimeTagger, LongSentencesTakeLinearTime) {
  std::string text = "on";
  for (int i = 0; i < 10000; ++i) text += i % 3 == 0 ? " Friday" : i % 3 == 1 ? " 12" : " days";
  EXPECT_GT(values_of(text).size(), 1000u);
}

}  // namespace
}  // namespace wireroom
