#include "event/rule_audit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "event/rule_reader.h"
#include "event/word_classes.h"

namespace wireroom {
namespace {

std::vector<Rule> rules(std::string_view text) {
  const Result<WordClasses> classes = WordClasses::read("classes.tsv", "class\tlemmas\ntalk\ttalk meeting\n");
  EXPECT_TRUE(classes.has_value());
  auto read = read_rules("x.rules", text, *classes);
  EXPECT_TRUE(read.has_value()) << (read ? "" : read.error().message);
  return read ? std::move(read).value() : std::vector<Rule>{};
}

TEST(RuleAudit, APatternBehindTheSameWordsIsShadowed) {
  const RuleAudit audit = audit_rules(
      rules("event CONSULT meet cameo 040\n  verb meet | hold ~ @talk\n  source subject\n  yes A met B.\n  no No.\n"
            "event CONSULT hold cameo 046\n  verb hold ~ talk/meeting | confer\n  source subject\n"
            "  needs source political\n  yes A met B.\n  no No.\n"));
  ASSERT_EQ(audit.findings.size(), 1U);
  EXPECT_EQ(audit.findings[0].place, "x.rules:6");
  EXPECT_THAT(audit.findings[0].message, testing::HasSubstr("rule 'hold': 'hold meeting/...' never wins"));
}

TEST(RuleAudit, TheSameWordsForTwoTypesContradict) {
  const RuleAudit audit =
      audit_rules(rules("event CONSULT meet cameo 040\n  verb meet\n  yes A met B.\n  no No.\n"
                        "event AGREE meet_again cameo 036\n  verb meet\n  yes A met B.\n  no No.\n"));
  ASSERT_EQ(audit.findings.size(), 1U);
  EXPECT_THAT(audit.findings[0].message, testing::HasSubstr("and is CONSULT"));
}

TEST(RuleAudit, ACopulaIsNoTrigger) {
  const RuleAudit audit =
      audit_rules(rules("event CONSULT talk cameo 040\n  verb be in ~ @talk\n  yes A met B.\n  no No.\n"));
  ASSERT_EQ(audit.findings.size(), 1U);
  EXPECT_THAT(audit.findings[0].message, testing::HasSubstr("'be in meeting/...' finds nothing"));
}

TEST(RuleAudit, WhoAsksForMoreComesFirstIsNoFinding) {
  const RuleAudit audit =
      audit_rules(rules("event CONSULT meet cameo 040\n  verb meet\n  source subject\n  needs source political\n"
                        "  yes A met B.\n  no No.\n"
                        "event AGREE meet_again cameo 036\n  verb meet\n  source subject\n  yes A met B.\n  no No.\n"));
  EXPECT_TRUE(audit.findings.empty());
  EXPECT_EQ(audit.patterns.at(EventType::CONSULT).at("040"), 1U);
}

}  // namespace
}  // namespace wireroom
