#include "tokens/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tokens/characters.h"

namespace wireroom {
namespace {

using ::testing::ElementsAre;

const Tokenizer& tokenizer() {
  static const Tokenizer loaded = [] {
    Result<Tokenizer> result = Tokenizer::load();
    if (!result) ADD_FAILURE() << result.error().message;
    return std::move(result).value();
  }();
  return loaded;
}

Report report_of(std::string_view text, BlockKind kind = BlockKind::paragraph) {
  Report report;
  report.text = Text::decode(text);
  report.blocks.push_back({kind, {0, report.text.size()}});
  return report;
}

// Surface tokens, a blank between them; words of one token are joined by '+', sentences by " | ".
std::string show(const std::vector<Sentence>& sentences) {
  std::string out;
  for (const Sentence& sentence : sentences) {
    if (!out.empty()) out += " |";
    std::size_t multi = 0;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      while (multi < sentence.multi_words.size() && sentence.multi_words[multi].last < i) ++multi;
      const bool inside = multi < sentence.multi_words.size() && sentence.multi_words[multi].first < i;
      out += inside ? "+" : out.empty() ? "" : " ";
      out += sentence.words[i].form;
    }
  }
  return out;
}

std::string split(std::string_view text, BlockKind kind = BlockKind::paragraph) {
  return show(tokenizer().split(report_of(text, kind)));
}

TEST(Tokens, CountingGivesTheNumbersOfSplitting) {
  std::string longer;
  for (int i = 0; i < 300; ++i) longer += "don't stop, they said ";
  for (const std::string& text : {std::string("Mr. Roe can't. He said: \"Go!\""), longer, std::string()}) {
    const Report report = report_of(text);
    WordCount counted;
    for (const Sentence& sentence : tokenizer().split(report)) {
      ++counted.sentences;
      counted.words += sentence.words.size();
    }
    EXPECT_EQ(tokenizer().count(report).sentences, counted.sentences);
    EXPECT_EQ(tokenizer().count(report).words, counted.words);
  }
}

TEST(Tokens, MarksAreTokensOfTheirOwn) {
  EXPECT_EQ(split("The envoy (a colonel) left, he said."), "The envoy ( a colonel ) left , he said .");
  EXPECT_EQ(split("Talks—the third round—failed; nobody signed."),
            "Talks — the third round — failed ; nobody signed .");
  EXPECT_EQ(split("Wait -- what?!"), "Wait -- what ?!");
}

TEST(Tokens, HyphensSplitExceptAfterPrefixes) {
  EXPECT_EQ(split("a well-known two-day truce"), "a well - known two - day truce");
  EXPECT_EQ(split("Abu Bakr al-Masri"), "Abu Bakr al - Masri");
  EXPECT_EQ(split("the co-founder, an anti-graft mid-1990s ex-minister"),
            "the co-founder , an anti-graft mid-1990s ex-minister");
  EXPECT_EQ(split("F-16 jets and U.S.-led raids"), "F - 16 jets and U.S. - led raids");
}

TEST(Tokens, ContractionsAreOneTokenOverTwoWords) {
  EXPECT_EQ(split("We don't know and can't say."), "We do+n't know and ca+n't say .");
  EXPECT_EQ(split("It\u2019s Lara\u2019s, they won\u2019t"), "It+\u2019s Lara+\u2019s , they wo+n\u2019t");
  EXPECT_EQ(split("I cannot; we're gonna, I'd've"), "I can+not ; we+'re gon+na , I+'d+'ve");
  EXPECT_EQ(split("THE PARTY DIDN'T VOTE"), "THE PARTY DID+N'T VOTE");
  EXPECT_EQ(split("officials' pay and James' house"), "officials+' pay and James+' house");
}

TEST(Tokens, ApostrophesWithinNamesStay) {
  EXPECT_EQ(split("O'Brien met a Shi'ite from Sana'a at five o'clock."),
            "O'Brien met a Shi'ite from Sana'a at five o'clock .");
  EXPECT_EQ(split("in the 1980's and in '72"), "in the 1980's and in '72");
}

TEST(Tokens, SingleQuotationMarksAreNotPossessives) {
  EXPECT_EQ(split("He called them 'traitors' twice."), "He called them ' traitors ' twice .");
  EXPECT_EQ(split("the \u2018rebels\u2019 and the rebels\u2019 guns"),
            "the \u2018 rebels \u2019 and the rebels+\u2019 guns");
}

TEST(Tokens, SpansOfWordsInsideATokenFollowEachOther) {
  const std::vector<Sentence> sentences = tokenizer().split(report_of("They don't."));
  ASSERT_EQ(sentences.size(), 1U);
  const std::vector<Word>& words = sentences[0].words;
  ASSERT_EQ(words.size(), 4U);
  EXPECT_EQ(words[1].span, (Span{5, 7}));
  EXPECT_EQ(words[2].span, (Span{7, 10}));
  EXPECT_FALSE(words[1].space_after);
  EXPECT_FALSE(words[2].space_after);
  EXPECT_TRUE(words[0].space_after);
  EXPECT_EQ(sentences[0].span, (Span{0, 11}));
}

TEST(Tokens, NumbersDatesAndTimes) {
  EXPECT_EQ(split("85.5 of 1,200,000 on 3/24/2016 at 10:35, the 2nd"),
            "85.5 of 1,200,000 on 3/24/2016 at 10:35 , the 2nd");
  EXPECT_EQ(split("in 2011,2012"), "in 2011 , 2012");
  EXPECT_EQ(split("85-90 people, 713-555-3989"), "85 - 90 people , 713-555-3989");
  EXPECT_EQ(split("between 7:30PM and 9pm, 5kg"), "between 7:30 PM and 9 pm , 5 kg");
}

TEST(Tokens, MoneyAndPercent) {
  EXPECT_EQ(split("$5m, US$4.5bn, \u20ac20 and 12%"), "$ 5 m , US$ 4.5 bn , \u20ac 20 and 12 %");
}

TEST(Tokens, AddressesAreOneToken) {
  EXPECT_EQ(split("See https://example.org/a_(b)?c=1, or www.example.com."),
            "See https://example.org/a_(b)?c=1 , or www.example.com .");
  EXPECT_EQ(split("Write to m.lee-press@example.co.uk (now)."), "Write to m.lee-press@example.co.uk ( now ) .");
  EXPECT_EQ(split("the #ceasefire, says @un_envoy."), "the #ceasefire , says @un_envoy .");
  EXPECT_EQ(split("on example.com/news."), "on example.com/news .");
}

TEST(Tokens, StrokesAndAmpersands) {
  EXPECT_EQ(split("AT&T and/or the EU/UN team w/o him"), "AT&T and / or the EU / UN team w/o him");
}

TEST(Tokens, OddSpacesSeparateWords) { EXPECT_EQ(split("Mr.\u00a0Okoye\u2009met\u3000them"), "Mr. Okoye met them"); }

TEST(Tokens, EmojiAndCombiningMarksStayWhole) {
  EXPECT_EQ(split("ok \U0001F468\u200d\U0001F469 cafe\u0301 :)"), "ok \U0001F468\u200d\U0001F469 cafe\u0301 :)");
}

TEST(Sentences, TitlesAndInitialsDoNotEnd) {
  EXPECT_EQ(split("Gen. Ali met Mr. Ruiz. They ate."), "Gen. Ali met Mr. Ruiz . | They ate .");
  EXPECT_EQ(split("A book by J. K. Lowell and George W. Hall. It sold."),
            "A book by J. K. Lowell and George W. Hall . | It sold .");
  EXPECT_EQ(split("Rep. Harold P. \"Bo\" Kean spoke."), "Rep. Harold P. \" Bo \" Kean spoke .");
}

TEST(Sentences, AbbreviationsEndBeforeAnOpener) {
  EXPECT_EQ(split("He flew to the U.S. The visit was short."), "He flew to the U.S. | The visit was short .");
  EXPECT_EQ(split("The U.S. Senate met on Jan. 5 at 9 a.m. in Washington, D.C."),
            "The U.S. Senate met on Jan. 5 at 9 a.m. in Washington , D.C.");
  EXPECT_EQ(split("It bought Delta Corp. In May it sold it."), "It bought Delta Corp. | In May it sold it .");
}

TEST(Sentences, NumbersAfterAnAbbreviation) {
  EXPECT_EQ(split("It was No. 5 on the list. The answer was no. They left."),
            "It was No. 5 on the list . | The answer was no . | They left .");
}

TEST(Sentences, ClosingMarksBelongToTheSentenceTheyClose) {
  EXPECT_EQ(split("\"We won.\" He smiled."), "\" We won . \" | He smiled .");
  EXPECT_EQ(split("\u201cWe won.\u201d \u201cNo.\u201d (He left.) She sat."),
            "\u201c We won . \u201d | \u201c No . \u201d | ( He left . ) | She sat .");
  EXPECT_EQ(split("He said: \"It is over. We go.\" \"Now?\" she asked."),
            "He said : \" It is over . | We go . \" | \" Now ? \" she asked .");
}

TEST(Sentences, QuestionsInsideAQuotationGoOn) {
  EXPECT_EQ(split("\u201cWhat?\u201d he asked. \"Stop!\" cried the guard."),
            "\u201c What ? \u201d he asked . | \" Stop ! \" cried the guard .");
}

TEST(Sentences, TheSpeakerAfterAQuestionBelongsToIt) {
  EXPECT_EQ(split("\u201cWhy now?\u201d Clara Ott asked. \u201cEnough!\u201d The crowd left."),
            "\u201c Why now ? \u201d Clara Ott asked . | \u201c Enough ! \u201d | The crowd left .");
  EXPECT_EQ(split("They came by [?] and left."), "They came by [ ? ] and left .");
}

TEST(Sentences, Ellipses) {
  EXPECT_EQ(split("It was \u2026 odd. Then nothing... The end."), "It was \u2026 odd . | Then nothing ... | The end .");
}

TEST(Sentences, BracketsWithinASentence) {
  EXPECT_EQ(split("Col. Ruiz (ret.) said so. (He left.) They ate."),
            "Col. Ruiz ( ret . ) said so . | ( He left . ) | They ate .");
}

TEST(Sentences, MissingSpace) { EXPECT_EQ(split("It ended.Then it rained."), "It ended . | Then it rained ."); }

TEST(Sentences, TextInCapitals) {
  EXPECT_EQ(split("THE U.S. EMBASSY WAS HIT. NO ONE WAS HURT."), "THE U.S. EMBASSY WAS HIT . | NO ONE WAS HURT .");
  EXPECT_EQ(split("THE U.S. IN MAY LEFT."), "THE U.S. IN MAY LEFT .");
}

TEST(Sentences, LinesOfMailThatLostTheirBreak) {
  EXPECT_EQ(split("Ann Weber 04/26/2001 07:17 AM Will you come?"), "Ann Weber | 04/26/2001 07:17 AM | Will you come ?");
  EXPECT_EQ(split("It was due on 04/26/2001 at noon."), "It was due on 04/26/2001 at noon .");
  EXPECT_EQ(split("Best regards, Ann The file follows."), "Best regards , | Ann The file follows .");
  EXPECT_EQ(split("He sent his regards, Ann said."), "He sent his regards , Ann said .");
  EXPECT_EQ(split("http://a.org/b.html http://a.org/c.html"), "http://a.org/b.html | http://a.org/c.html");
  EXPECT_EQ(split("The site www.a.org is down."), "The site www.a.org is down .");
}

TEST(Sentences, HeadlinesKeepTheirAbbreviations) {
  EXPECT_EQ(split("U.S. And China Agree", BlockKind::headline), "U.S. And China Agree");
}

TEST(Sentences, NeverCrossABlockAndSkipWhatIsNoProse) {
  Report report;
  report.text = Text::decode("Truce holds\n\nBy A. Writer\n\nIt held.");
  report.blocks = {{BlockKind::headline, {0, 11}}, {BlockKind::byline, {13, 25}}, {BlockKind::paragraph, {27, 35}}};
  const std::vector<Sentence> sentences = tokenizer().split(report);
  EXPECT_EQ(show(sentences), "Truce holds | It held .");
  EXPECT_EQ(sentences[0].block, 0U);
  EXPECT_EQ(sentences[1].block, 2U);
}

TEST(Sentences, LongOnesAreCutAtAMark) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "one ";
  text += "two, ";
  for (int i = 0; i < 300; ++i) text += "three ";
  const std::vector<Sentence> sentences = tokenizer().split(report_of(text));
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_EQ(sentences[0].words.size(), 302U);
  EXPECT_EQ(sentences[0].words.back().form, ",");
}

// Whatever the bytes: words in order, within their sentence and block, all non-white bytes in exactly one of them.
void expect_cover(const Report& report) {
  const std::string_view text = report.text.view();
  std::vector<int> covered(text.size(), 0);
  std::uint32_t last = 0;
  for (const Sentence& sentence : tokenizer().split(report)) {
    const Span block = report.blocks.at(sentence.block).span;
    ASSERT_FALSE(sentence.words.empty());
    EXPECT_LE(sentence.words.size(), kLongestSentence);
    EXPECT_TRUE(block.contains(sentence.span));
    EXPECT_EQ(sentence.span.begin, sentence.words.front().span.begin);
    EXPECT_EQ(sentence.span.end, sentence.words.back().span.end);
    for (const Word& word : sentence.words) {
      EXPECT_GE(word.span.begin, last);
      EXPECT_LT(word.span.begin, word.span.end);
      ASSERT_LE(word.span.end, text.size());
      EXPECT_EQ(report.text.view(word.span), word.form);
      for (std::uint32_t i = word.span.begin; i < word.span.end; ++i) ++covered[i];
      last = word.span.end;
    }
    for (const MultiWord& multi : sentence.multi_words) {
      EXPECT_LT(multi.first, multi.last);
      EXPECT_LT(multi.last, sentence.words.size());
    }
  }
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    for (std::size_t i = at; i < at + character.size; ++i) EXPECT_EQ(covered[i], character.is_space() ? 0 : 1) << text;
    at += character.size;
  }
}

TEST(Property, EveryByteInExactlyOneWord) {
  const std::vector<std::string> pieces{
      "U.S.",    "Mr.", "don't",  "'",      "\u2019", "\"",         "\u201c", "\u201d",   "...",    "\u2026",
      "(",       ")",   "-",      "--",     "/",      "@",          "#",      "$",        "5",      "m",
      ".",       ",",   ":",      ";",      "!",      "?",          " ",      "\n",       "\t",     "www.",
      "http://", "a",   "B",      "co-",    "p.m.",   "'s",         "%",      "&",        "*",      "_",
      "=",       "+44", "\u00a0", "\u200d", "\u0301", "\U0001F600", "\xff",   "\xe2\x80", "\u4e2d", "1,000",
      "10-",     "No.", "etc.",   "s'",     "cannot", "[",          "]",      ":)",       "x.com",  "e-mail"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto i = random() % 40; i > 0; --i) text += pieces[random() % pieces.size()];
    expect_cover(report_of(text));
    if (HasFailure()) FAIL() << text;
  }
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto i = random() % 80; i > 0; --i) text += static_cast<char>(random() % 256);
    expect_cover(report_of(text));
    if (HasFailure()) FAIL() << round;
  }
}

TEST(Property, LongRunsTakeLinearTime) {
  for (const std::string piece :
       {"a.", "http://", "www.", "1-", "1/", "'", "\"", "a@", "(", ".", "x-", "a'", "A&", "1,000,", "A. ", "co-"}) {
    std::string text;
    while (text.size() < 200000) text += piece;
    expect_cover(report_of(text));
    if (HasFailure()) FAIL() << piece;
  }
}

}  // namespace
}  // namespace wireroom
