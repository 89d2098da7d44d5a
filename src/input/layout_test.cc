#include "input/layout.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iterator>
#include <random>

namespace wireroom {
namespace {

const LayoutReader& reader() {
  static const auto layout = LayoutReader::load();
  return *layout;
}

Report read(std::string_view text) {
  Report report;
  report.text = Text::decode(text);
  reader().read(report, std::nullopt);
  return report;
}

std::string shape(const Report& report) {
  std::string out;
  for (const Block& block : report.blocks) out += std::string(out.empty() ? "" : " ") + name(block.kind);
  return out;
}

constexpr std::string_view kPrintView =
    "Minister: 'Frank' Exchange With Neighbour\n\nBy Anna Petrova\n\nMarch 24, 2016\n\n\n\n"
    "Foreign Minister A. Example (L) and his guest shake hands as they meet in Oslo, Norway, March 24, 2016.\n\n"
    "The two ministers met in Oslo and spoke for two hours about the border. \"We hope that it will bring wisdom to "
    "our\n\n"
    "conversations,\" the host said.\n\nContact the author at a.petrova@example.org\n\nOriginal url:\n\n"
    "https://www.example.org/2016/03/24/minister-frank-exchange\n";

TEST(Layout, NamesTheBlocksOfAPrintView) {
  const Report report = read(kPrintView);
  EXPECT_EQ(shape(report), "headline byline date caption paragraph contact url url");
  ASSERT_TRUE(report.title);
  EXPECT_EQ(report.title->text, "Minister: 'Frank' Exchange With Neighbour");
  ASSERT_EQ(report.authors.size(), 1U);
  EXPECT_EQ(report.text.view(*report.authors[0].span), "Anna Petrova");
  ASSERT_TRUE(report.published);
  EXPECT_EQ(iso(report.published->date), "2016-03-24");
  EXPECT_EQ(report.published->basis, DateBasis::date_line);
  EXPECT_EQ(report.text.view(*report.published->span), "March 24, 2016");
  EXPECT_EQ(report.url, "https://www.example.org/2016/03/24/minister-frank-exchange");
  EXPECT_EQ(report.publisher, "example.org");
}

TEST(Layout, JoinsAParagraphTornInMidSentence) {
  const Report report = read(kPrintView);
  EXPECT_NE(report.text.view(report.blocks[4].span).find("wisdom to our\n\nconversations"), std::string_view::npos);
}

TEST(Layout, CutsADatelineOffItsParagraph) {
  const Report report = read(
      "KABUL, March 3 (Reuters) - Troops left the town on Monday, the ministry said.\n\nIt gave no reason for it.\n");
  ASSERT_EQ(shape(report), "dateline paragraph paragraph");
  ASSERT_TRUE(report.dateline);
  EXPECT_EQ(report.dateline->place, "KABUL");
  EXPECT_EQ(report.dateline->agency, "Reuters");
  EXPECT_TRUE(report.text.view(report.blocks[1].span).starts_with("Troops"));
}

TEST(Layout, ARoundupHasADatelineAtEachItem) {
  const Report report = read(
      "KABUL, March 3 - Troops left the town on Monday, the ministry said, and nobody was hurt.\n\n"
      "OSLO - Fishermen blocked the harbour with forty boats in a row over the price of cod.\n\n"
      "The minister - who was abroad - gave no reason for it.\n");
  EXPECT_EQ(shape(report), "dateline paragraph dateline paragraph paragraph");
  ASSERT_TRUE(report.dateline);
  EXPECT_EQ(report.dateline->place, "KABUL") << "that of the report is the first";
}

TEST(Layout, GivesADatelineTheYearOfTheAddress) {
  const Report report = read(
      "KABUL, Dec 31 (Reuters) - Troops left the town on Monday, the ministry "
      "said.\n\nhttps://news.example.org/2020/01/01/kabul\n");
  ASSERT_TRUE(report.published);
  EXPECT_EQ(iso(report.published->date), "2019-12-31");
  EXPECT_EQ(report.published->basis, DateBasis::dateline);
}

TEST(Layout, ASentencesDashIsNoDateline) {
  EXPECT_EQ(
      shape(read("Troops left the town - and nobody knew why they had done so.\n\nThe mayor was not told of it.\n")),
      "paragraph paragraph");
}

TEST(Layout, JoinsWrappedLines) {
  const Report report = read(
      "The government and the rebels agreed on Tuesday to stop fighting in the\n"
      "north of the country, a mediator said. The agreement takes effect at noon\n"
      "and will be watched by observers of the African Union, who arrived in the\n"
      "capital last week.\n\nIt is the third truce this year, and both earlier ones were broken\nwithin days, "
      "residents said.\n");
  EXPECT_EQ(shape(report), "paragraph paragraph");
}

TEST(Layout, ByWordsOfASentenceIsNoByline) {
  EXPECT_EQ(shape(read("By the time the troops arrived in the village, everybody had left it for the hills.\n\nNobody "
                       "was hurt, officials said.\n")),
            "paragraph paragraph");
}

TEST(Layout, AnAmbiguousNumericDateGivesNoDay) {
  EXPECT_FALSE(read("A headline about the talks\n\n03/04/2016\n\nThe talks began in the morning and ended at night.\n")
                   .published);
  EXPECT_EQ(iso(read("A headline about the talks\n\n24/03/2016\n\nThe talks began in the morning and ended at night.\n")
                    .published->date),
            "2016-03-24");
}

TEST(Layout, ReadsTheHeadOfAMail) {
  const Report report = read(
      "From: News Desk <news@example.org>\nTo: reader@example.org\nDate: Wed, 24 Apr 2019 07:35:00 +0000\n"
      "Subject: Ministers meet in Oslo\n\nAnna Smith and AP\n\n"
      "The ministers of both countries met in Oslo on Tuesday and agreed to meet again in May.\n\n"
      "You receive this mail because you subscribed to our alerts.\n");
  EXPECT_EQ(shape(report),
            "boilerplate boilerplate boilerplate date boilerplate headline byline paragraph boilerplate");
  EXPECT_EQ(report.title->text, "Ministers meet in Oslo");
  EXPECT_EQ(iso(report.published->date), "2019-04-24");
  ASSERT_EQ(report.authors.size(), 2U);
  EXPECT_EQ(report.authors[1].text, "AP");
}

TEST(Layout, ReadsLabelledFieldsOfAnArchive) {
  const Report report = read(
      "The Example Times\n\nAugust 8, 2024 Thursday\n\nMinisters meet in Oslo\n\nBYLINE: Anna Smith\n\nSECTION: WORLD; "
      "Pg. 4\n\n"
      "LENGTH: 897 words\n\nDATELINE: OSLO, Norway\n\nBODY:\n\n\n"
      "The ministers of both countries met on Tuesday and agreed to meet again in May.\n\nLOAD-DATE: August 9, 2024\n");
  EXPECT_EQ(shape(report),
            "boilerplate date headline byline boilerplate boilerplate dateline boilerplate paragraph boilerplate");
  EXPECT_EQ(report.title->text, "Ministers meet in Oslo");
  EXPECT_EQ(report.authors.at(0).text, "Anna Smith");
  EXPECT_EQ(report.dateline->place, "OSLO, Norway");
  EXPECT_EQ(iso(report.published->date), "2024-08-08");
}

TEST(Layout, ReadsFieldCodesOfAnArchive) {
  const Report report = read(
      "HD\nMinisters meet in Oslo\nBY\nBy Anna Smith\nWC\n1160 words\nPD\n28 August "
      "2024\nSN\nexample.org\nLA\nEnglish\n\nLP\n"
      "The ministers of both countries met in Oslo on Tuesday.\n\nTD\nThey agreed to meet again in "
      "May.\n\nAN\nDocument EX1\n");
  EXPECT_EQ(report.title->text, "Ministers meet in Oslo");
  EXPECT_EQ(report.authors.at(0).text, "Anna Smith");
  EXPECT_EQ(iso(report.published->date), "2024-08-28");
  EXPECT_EQ(report.text.view(report.blocks.at(report.blocks.size() - 3).span), "They agreed to meet again in May.");
}

TEST(Layout, ReadsWhatABrowserPrints) {
  const Report report = read(
      "30/06/2026, 14:37 Ministers meet in Oslo | example.org\n\nMinisters meet in Oslo\n\n"
      "By Anna Smith | Published 29 June 2026, 6:12 pm | 4 min read\n\nShare  Save  Listen to this article\n\n"
      "The ministers of both countries met in Oslo on Tuesday and agreed to meet again in May.\n\n"
      "https://example.org/world/ministers 1/3\n");
  EXPECT_EQ(shape(report), "boilerplate headline byline date boilerplate paragraph boilerplate");
  EXPECT_EQ(iso(report.published->date), "2026-06-29");
  EXPECT_EQ(report.url, "https://example.org/world/ministers");
}

TEST(Layout, FindsTheHeadlineBelowTheByline) {
  const Report report = read(
      "By ANNA SMITH\nAssociated Press\n\nMinisters meet in Oslo, agree on little\n\n"
      "OSLO, Norway (AP) — The ministers of both countries met on Tuesday and agreed to meet again in May.\n");
  EXPECT_EQ(shape(report), "byline credit headline dateline paragraph");
  EXPECT_EQ(report.dateline->agency, "AP");
}

std::string place_of(std::string_view paragraph) {
  const Report report = read(std::string(paragraph) + "\n\nNobody was hurt, officials said on Tuesday evening.\n");
  return report.dateline ? report.dateline->place + "|" + report.dateline->agency : "none";
}

TEST(Layout, KnowsDatelinesByPlaceDateAgencyAndDash) {
  EXPECT_EQ(place_of("JERUSALEM, Israel – Troops left the town on Monday, the ministry said."), "JERUSALEM, Israel|");
  EXPECT_EQ(place_of("Moscow. March 24. INTERFAX.RU - Troops left the town on Monday, the ministry said."),
            "Moscow|INTERFAX.RU");
  EXPECT_EQ(place_of("(New York, NY - October 21) - Troops left the town on Monday, the ministry said."),
            "New York, NY|");
  EXPECT_EQ(place_of("BEIRUT/JERUSALEM (Reuters) - Troops left the town on Monday, it said."),
            "BEIRUT/JERUSALEM|Reuters");
  EXPECT_EQ(place_of("Seoul, South Korea (CNN)Troops left the town on Monday, it said."), "Seoul, South Korea|CNN");
  EXPECT_EQ(place_of("(CNN) Troops left the town on Monday, the ministry said."), "|CNN");
  EXPECT_EQ(place_of("THE HAGUE (AP) — Judges of the tribunal met on Monday, it said."), "THE HAGUE|AP");
  EXPECT_EQ(place_of("The Hague — Judges of the tribunal met on Monday, it said."), "The Hague|");
  EXPECT_EQ(place_of("On Thursday, the European Court of Justice (ECJ) — the highest court — ruled on it."), "none");
  EXPECT_EQ(place_of("EXCLUSIVE — Troops left the town on Monday, the ministry said."), "none");
  EXPECT_EQ(place_of("The World Health Organization (WHO) declared the outbreak over on Monday."), "none");
}

TEST(Layout, KnowsADatelineOfATeleprinterWithoutCapitals) {
  const Report report = read(
      "troops leave border town\n\nnairobi, may 3, 1984 (unia) - troops left the town on thursday, the ministry "
      "said.\n");
  EXPECT_EQ(shape(report), "headline dateline paragraph");
  ASSERT_TRUE(report.dateline);
  EXPECT_EQ(report.dateline->place, "nairobi");
  EXPECT_EQ(report.dateline->agency, "unia");
  ASSERT_TRUE(report.published);
  EXPECT_EQ(iso(report.published->date), "1984-05-03");
  EXPECT_EQ(place_of("troops left the town - on May 3 - the ministry said."), "none");
  EXPECT_EQ(place_of("troops left the town - as on other days - the ministry said."), "none");
}

TEST(Layout, ADateMayOpenALineThatGoesOn) {
  const auto date = [](const std::string& line) {
    const Report report = read("Ministers meet in Oslo\n\n" + line +
                               "\n\nThe ministers met in the town hall and agreed to meet again in some weeks.\n");
    return report.published ? iso(report.published->date) : "none";
  };
  EXPECT_EQ(date("Monday 4 March 2019. All times local. More news as it comes in."), "2019-03-04");
  EXPECT_EQ(date("The situation in the north, as of 4 March 2019"), "2019-03-04");
  EXPECT_EQ(date("On 4 March 2019 the ministers had met for the first time, in Bergen."), "none");
  EXPECT_EQ(date("The bridge was opened as of 4 March 2019 and closed in May of the same year."), "none");
}

TEST(Layout, TimesAtTheHeadOfEntriesOfALiveReportAreBlocks) {
  EXPECT_EQ(shape(read("Ministers meet in Oslo: live\n\n10.05: The ministers arrive at the town hall by car.\n\n"
                       "11:30 GMT - They go in without a word to the press.\n\n2:15 p.m.: Lunch is served.\n")),
            "headline date paragraph date paragraph date paragraph");
  EXPECT_EQ(shape(read("Ministers meet in Oslo\n\nThe ministers met at the town hall of Oslo on Monday.\n\n"
                       "10.05: The ministers arrive at the town hall by car, and go in without a word.\n")),
            "headline paragraph paragraph");
}

TEST(Layout, KnowsTheFurnitureOfAPressRelease) {
  EXPECT_EQ(shape(read("FOR IMMEDIATE RELEASE\n\nMinisters meet in Oslo\n\nThe ministers met at the town hall of Oslo "
                       "on Monday and agreed to meet again.\n\nMedia enquiries: press@example.org\n")),
            "boilerplate headline paragraph contact");
  EXPECT_EQ(
      shape(read("Ministers meet in Oslo\n\nThe ministers met at the town hall of Oslo on Monday and agreed to meet "
                 "again.\n\nFor further information, please contact press@example.org\n")),
      "headline paragraph contact");
}

TEST(Layout, ACaptionBeforeTheBodyEndsWithADateOrACredit) {
  EXPECT_EQ(shape(read("Ministers meet in Oslo\n\nThe ministers arrive at the town hall. [Jane Doe/AFP]\n\n"
                       "The ministers met on Tuesday and agreed to meet again in May.\n")),
            "headline caption credit paragraph");
  EXPECT_EQ(
      shape(read("Ministers meet in Oslo\n\nThe ministers met on Tuesday and agreed to meet again.\n\nJane Doe/EPA\n\n"
                 "They said that there was no other way, and went home.\n")),
      "headline paragraph credit paragraph");
}

TEST(Layout, TellsSubheadsFromListsTablesAndLinks) {
  const std::string head =
      "Ministers meet in Oslo\n\nThe ministers met on Tuesday and agreed to meet again in May.\n\n";
  const std::string tail =
      "\n\nThe two sides said that they would send experts before the end of the month to look at it.\n";
  EXPECT_EQ(shape(read(head + "What has been agreed?" + tail)), "headline paragraph subhead paragraph");
  EXPECT_EQ(shape(read(head + "'A good beginning'" + tail)), "headline paragraph subhead paragraph");
  EXPECT_EQ(shape(read(head + "\"It was a good beginning,\" the minister said" + tail)),
            "headline paragraph paragraph paragraph");
  EXPECT_EQ(shape(read(head + "Free passage\n\nA new office\n\nMore flights" + tail)),
            "headline paragraph list list list paragraph");
  EXPECT_EQ(shape(read(head + "Net 12 vs 14\n\nRevs 104 vs 110\n\nShrs 47 vs 48" + tail)),
            "headline paragraph table table table paragraph");
  EXPECT_EQ(shape(read(head + "MINISTER SAYS NEXT TALKS WILL DECIDE ON THE BORDER" + tail)),
            "headline paragraph boilerplate paragraph");
  EXPECT_EQ(shape(read(head + "RELATED: Who is who\n\nREAD: What is at stake\n\nRELATED: How it began" + tail)),
            "headline paragraph boilerplate boilerplate boilerplate paragraph");
}

TEST(Layout, ReadsATranscriptByTurns) {
  EXPECT_EQ(
      shape(read(
          "MR. SMITH: Good morning, everybody.\n\nQ: When do the talks begin?\n\nMR. SMITH: On Monday, in Oslo.\n")),
      "turn turn turn");
}

TEST(Layout, LinksWithALabelAreNoTurns) {
  const std::string link = "DAILYPOST: Singer Recounts Long Battle With Illness\n\n";
  const std::string words = shape(read("Mayor opens bridge\n\nThe mayor opened the bridge on Monday.\n\n" + link +
                                       "He spoke of a new age for the town.\n\n" + link +
                                       "The crowd cheered him for a minute.\n\n" + link + "He left at noon.\n"));
  EXPECT_EQ(words.find("turn"), std::string::npos) << words;
}

TEST(Layout, MetadataWinsOverADateLineAndGivesTheYearOfADateline) {
  Report report;
  report.text = Text::decode(
      "A headline about the talks\n\n24 March 2016\n\nKABUL, Dec 31 (Reuters) - Troops left the town on Monday.\n");
  report.published = Published{*parse_iso_date("2020-01-01"), Precision::day, DateBasis::metadata, std::nullopt};
  reader().read(report, parse_iso_date("1999-01-01"));
  EXPECT_EQ(report.published->basis, DateBasis::metadata);
  EXPECT_EQ(iso(*report.dateline->date), "2019-12-31");
}

TEST(Layout, ReadsALongTextInLinearTime) {
  std::string text = "A headline about the talks\n\n";
  while (text.size() < (4U << 20)) text += "“Yes” (he said) - no: it was / was not so, and ";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_GE(read(text).blocks.size(), 2U);
  for (std::size_t at = 60; at < text.size(); at += 60) text[at] = '\n';
  EXPECT_GE(read(text).blocks.size(), 2U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

constexpr std::string_view kOtherViews[] = {
    "HD\nMinisters meet in Oslo\nBY\nBy Anna Smith\nPD\n28 August 2024\n\nLP\nThe ministers met.\n\nTD\nThey "
    "agreed.\n\nAN\nDocument EX1\n",
    "From: a <a@example.org>\nDate: Wed, 24 Apr 2019 07:35:00 +0000\nSubject: Ministers meet\n\nOslo — The ministers "
    "met.\n",
    "30/06/2026, 14:37 Talks | x.org\n\nTalks\n\nBy Anna Smith • Published 29 June 2026\n\n(CNN)Troops "
    "left.\n\n\"Yes.\" — Mr X\n",
    "Q: What?\n\nA: That.\n\nMR. X: Yes.\n\nBYLINE: A B\n\nSECTION: C\n\nBODY:\n\nDATELINE: X\n\nNAIROBI: Troops left "
    "the town.\n"};

// Whatever the bytes: blocks are in order, do not overlap, and every byte that is no white space lies in one.
TEST(Layout, CoversRandomAndMutatedTexts) {
  std::mt19937 random(11);
  for (int round = 0; round < 1200; ++round) {
    std::string bytes(round % 2 ? kPrintView
                                : kOtherViews[static_cast<std::size_t>(round / 2) % std::size(kOtherViews)]);
    for (int i = 0; i < 12; ++i) {
      const std::size_t at = random() % bytes.size();
      if (random() % 2)
        bytes[at] = static_cast<char>(random() % 256);
      else
        bytes.insert(at, 1, "\n\r \t-\"(:\xE2|"[random() % 10]);
    }
    const Report report = read(bytes);
    std::uint32_t at = 0;
    const std::string& text = report.text.utf8();
    for (const Block& block : report.blocks) {
      ASSERT_LE(at, block.span.begin);
      ASSERT_LT(block.span.begin, block.span.end);
      for (; at < block.span.begin; ++at)
        ASSERT_TRUE(static_cast<unsigned char>(text[at]) <= 32 || static_cast<unsigned char>(text[at]) >= 0x80) << at;
      ASSERT_EQ(report.text.byte_of(report.text.code_points_before(block.span.begin)), block.span.begin);
      ASSERT_EQ(report.text.byte_of(report.text.code_points_before(block.span.end)), block.span.end);
      at = block.span.end;
    }
    for (; at < text.size(); ++at)
      ASSERT_TRUE(static_cast<unsigned char>(text[at]) <= 32 || static_cast<unsigned char>(text[at]) >= 0x80);
  }
}

}  // namespace
}  // namespace wireroom
