#include "record/json_records.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "record/record_test_report.h"

namespace wireroom {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> lines_of(const Coded& coded, RecordChoice choice) {
  std::vector<std::string> lines;
  json_records(coded, choice, [&](std::string_view line) { lines.emplace_back(line); });
  return lines;
}

std::map<std::string, Json> records_of(const Coded& coded, RecordChoice choice) {
  std::map<std::string, Json> records;
  for (const std::string& line : lines_of(coded, choice)) {
    Json record = Json::parse(line);
    records[record["id"]] = record;
  }
  return records;
}

LayerSet everything() {
  LayerSet all;
  for (std::size_t i = 0; i < kLayerNames.size(); ++i) all.add(static_cast<Layer>(i));
  return all;
}

// A span of a record cut out of the report's text by code points, as a Python user would.
std::string cut(const Coded& coded, const Json& span) {
  const Text& text = coded.report.text;
  return std::string(text.view({text.byte_of(span[0]), text.byte_of(span[1])}));
}

TEST(JsonRecords, AnEventTellsWhoDidWhatToWhomWhenAndWhere) {
  const Coded coded = testing::example_report();
  const Json event = records_of(coded, {LayerSet::of({Layer::event}), 0}).at("wire.e1");
  EXPECT_EQ(event["type"], "event");
  EXPECT_EQ(event["report"], "wire");
  EXPECT_EQ(event["event"], "CONSULT");
  EXPECT_EQ(event["source"][0]["actor"], "wire.a1");
  EXPECT_EQ(event["source"][0]["code"], "FRAGOV");
  EXPECT_EQ(event["source"][0]["text"], "Élise Dupont");
  EXPECT_EQ(event["target"][0]["country"], "NOR");
  EXPECT_FALSE(event["target"][0].contains("sector")) << "keys without a value are left out";
  EXPECT_EQ(
      event["date"].dump(),
      R"({"earliest":"2016-03-21","latest":"2016-03-21","precision":"day","basis":"tense","span":[32,38],"time":"wire.t1"})");
  EXPECT_EQ(event["place"]["name"], "Oslo");
  EXPECT_EQ(event["status"], "asserted");
  EXPECT_EQ(event["score"], 0.912);
  EXPECT_FALSE(event.contains("same_as"));
}

TEST(JsonRecords, SpansCountCodePointsAndGiveTheWordsBack) {
  const Coded coded = testing::example_report();
  const auto records = records_of(coded, {everything(), 0});
  EXPECT_EQ(records.at("wire.e1")["trigger"].dump(), "[[13,20]]");
  EXPECT_EQ(cut(coded, records.at("wire.e1")["trigger"][0]), "arrived");
  EXPECT_EQ(cut(coded, records.at("wire.s1")["content"][0]), records.at("wire.s1")["text"]);
  for (const auto& [id, record] : records) {
    if (!record.contains("span")) continue;
    for (const char* words : {"text", "form"}) {
      if (record.contains(words)) {
        EXPECT_EQ(cut(coded, record["span"]), record[words]) << id;
      }
    }
  }
}

TEST(JsonRecords, KeysComeInTheOrderOfTheContract) {
  const Coded coded = testing::example_report();
  std::vector<std::string> keys;
  const Json event = records_of(coded, {LayerSet::of({Layer::event}), 0}).at("wire.e2");
  for (const auto& [key, value] : event.items()) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{"type", "id", "report", "event", "mode", "cameo", "quad", "source",
                                            "target", "trigger", "sentence", "text", "status", "said_in", "place",
                                            "same_as", "rule", "score"}));
}

TEST(JsonRecords, RecordsComeInTheOrderOfTheLayersAndIdsDoNotDependOnTheChoice) {
  const Coded coded = testing::example_report();
  const auto lines = lines_of(coded, {LayerSet::standard(), 0});
  std::vector<std::string> ids;
  for (const std::string& line : lines) ids.push_back(Json::parse(line)["id"]);
  EXPECT_EQ(ids, (std::vector<std::string>{"wire", "wire.a1", "wire.a2", "wire.e1", "wire.e2", "wire.s1"}));
}

TEST(JsonRecords, WhatIsBelowTheScoreIsLeftOutAndNotReferredTo) {
  const Coded coded = testing::example_report();
  const auto records = records_of(coded, {LayerSet::standard(), 0.5});
  EXPECT_FALSE(records.contains("wire.e2"));
  EXPECT_FALSE(records.at("wire.s1").contains("events"));
}

TEST(JsonRecords, TheReportHasItsTextOnlyOnDemand) {
  const Coded coded = testing::example_report();
  const Json plain = records_of(coded, {LayerSet::of({Layer::report}), 0}).at("wire");
  EXPECT_FALSE(plain.contains("text"));
  EXPECT_EQ(plain["schema"], 1);
  EXPECT_EQ(plain["sentences"], 2);
  EXPECT_EQ(plain["words"], 17);
  EXPECT_EQ(plain["text_offset"], 0);
  EXPECT_EQ(plain["published"].dump(), R"({"value":"2016-03-24","precision":"day","basis":"option"})");
  EXPECT_EQ(plain["blocks"].dump(), R"([{"kind":"paragraph","span":[0,69]}])");
  EXPECT_EQ(records_of(coded, {LayerSet::of({Layer::report, Layer::text}), 0}).at("wire")["text"],
            coded.report.text.utf8());
}

TEST(JsonRecords, OtherKeysOfTheInputAreCarriedThrough) {
  Coded coded = testing::example_report();
  coded.report.meta = R"({"desk":"Oslo"})";
  coded.report.notes = {"a \"note\""};
  const Json report = records_of(coded, {LayerSet::of({Layer::report}), 0}).at("wire");
  EXPECT_EQ(report["meta"]["desk"], "Oslo");
  EXPECT_EQ(report["notes"][0], "a \"note\"");
}

TEST(JsonRecords, ChainsAreListsOfSpans) {
  Coded coded = testing::example_report();
  coded.chains.emplace_back();
  for (const std::uint32_t mention : coded.actors.actors[0].mentions)
    coded.chains.back().push_back(coded.actors.mentions[mention].span);
  EXPECT_EQ(records_of(coded, {LayerSet::of({Layer::coref}), 0}).at("wire.c1")["chains"].dump(), "[[[0,12],[59,62]]]");
}

TEST(JsonRecords, AnInferredSpeakerNamesItsBasis) {
  const Coded coded = testing::example_report();
  const Json speaker = records_of(coded, {LayerSet::of({Layer::statement}), 0}).at("wire.s1")["speaker"];
  EXPECT_EQ(speaker["basis"], "carried_over");
  EXPECT_EQ(speaker["text"], "she");
  EXPECT_EQ(speaker["name"], "Élise Dupont");
}

}  // namespace
}  // namespace wireroom
