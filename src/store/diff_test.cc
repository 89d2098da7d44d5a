#include "store/diff.h"

#include <gtest/gtest.h>

namespace wireroom {
namespace {

using Records = std::vector<std::string>;

std::string event(const std::string& id, int begin, const std::string& more) {
  return R"({"type":"event","id":")" + id + R"(","report":"r","trigger":[[)" + std::to_string(begin) + "," +
         std::to_string(begin + 5) + "]]," + more + "}";
}

TEST(Differences, EqualRecordsHaveNone) {
  const Records records = {event("r.e1", 0, R"("event":"CONSULT","score":0.9)")};
  EXPECT_TRUE(differences(records, records, true).empty());
}

TEST(Differences, IdsPlayNoPart) {
  const std::string party = R"("source":[{"actor":"r.a1","name":"A"}])",
                    other = R"("source":[{"actor":"r.a2","name":"A"}])";
  const Records before = {event("r.e1", 50, R"("event":"CONSULT",)" + party)};
  const Records after = {event("r.e1", 0, R"("event":"AID")"), event("r.e2", 50, R"("event":"CONSULT",)" + other)};
  const auto found = differences(before, after, false);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].before.empty());
  EXPECT_EQ(found[0].after, after[0]);
}

TEST(Differences, OneWithOtherWordsIsLostAndAdded) {
  const auto found =
      differences({event("r.e1", 0, R"("event":"AID")")}, {event("r.e1", 30, R"("event":"AID")")}, false);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].after.empty());
  EXPECT_TRUE(found[1].before.empty());
}

TEST(Differences, ChangedKeysAreNamed) {
  const Records before = {event("r.e1", 0, R"("event":"AID","status":"asserted","score":0.9)")};
  const Records after = {event("r.e1", 0, R"("event":"SUPPORT","rule":"x","status":"asserted","score":0.2)")};
  EXPECT_EQ(differences(before, after, false).at(0).keys, "event, rule");
  EXPECT_EQ(differences(before, after, true).at(0).keys, "event, rule, score");
}

TEST(Differences, AScoreThatMovedALittleIsNoChange) {
  const Records before = {event("r.e1", 0, R"("event":"AID","score":0.90)")};
  EXPECT_TRUE(differences(before, {event("r.e1", 0, R"("event":"AID","score":0.70)")}, false).empty());
  EXPECT_TRUE(differences(before, {event("r.e1", 0, R"("event":"AID","score":0.88)")}, true).empty());
  EXPECT_EQ(differences(before, {event("r.e1", 0, R"("event":"AID","score":0.70)")}, true).size(), 1U);
}

TEST(Differences, TwoEventsOnOneWordKeepTheirTypes) {
  const Records before = {event("r.e1", 0, R"("event":"AID")"), event("r.e2", 0, R"("event":"CONSULT")")};
  const Records after = {event("r.e1", 0, R"("event":"CONSULT")"), event("r.e2", 0, R"("event":"AID")")};
  EXPECT_TRUE(differences(before, after, false).empty());
}

TEST(Differences, ActorsMeetByTheirMentions) {
  const Records before = {R"({"type":"actor","id":"r.a1","name":"Kerry","mentions":[{"span":[0,5]},{"span":[9,11]}]})"};
  const Records after = {R"({"type":"actor","id":"r.a4","name":"John Kerry","mentions":[{"span":[9,11]}]})"};
  const auto found = differences(before, after, false);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].keys, "mentions, name");
}

}  // namespace
}  // namespace wireroom
