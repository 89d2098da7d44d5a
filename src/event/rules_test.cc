// All rule files must load: a wrong line is found at build time, not by users.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "event/event_coder.h"
#include "event/rule_reader.h"

namespace wireroom {
namespace {

TEST(Rules, AllFilesLoadAndCoverAllTypes) {
  const Result<EventCoder> coder = EventCoder::load();
  ASSERT_TRUE(coder.has_value()) << coder.error().message;
  std::set<EventType> types;
  for (const Rule& rule : coder->rules()) {
    types.insert(rule.type);
    EXPECT_FALSE(rule.yes.empty());
    EXPECT_FALSE(rule.no.empty());
  }
  EXPECT_EQ(types.size(), 16u);
}

TEST(Rules, ErrorsNamePlaceAndAdvice) {
  const Result<WordClasses> classes = WordClasses::read("classes.tsv", "class\tlemmas\ntalk\ttalk meeting\n");
  ASSERT_TRUE(classes.has_value());
  const auto message = [&](std::string_view text) {
    const auto rules = read_rules("x.rules", text, *classes);
    return rules ? std::string("no error") : rules.error().message;
  };
  EXPECT_THAT(message("event CONSULT talk\n  verb hold ~ @tlak\n"),
              testing::HasSubstr("x.rules:2:15: there is no class '@tlak'"));
  EXPECT_THAT(message("event CONSLUT talk\n"), testing::HasSubstr("x.rules:1:7: 'CONSLUT' is no PLOVER type"));
  EXPECT_THAT(message("event CONSULT talk\n  verb meet\n  no He met her.\n"),
              testing::HasSubstr("'talk' needs at least one 'yes'"));
  EXPECT_THAT(message("event CONSULT talk\n  verb meet\n  source behind\n"),
              testing::HasSubstr("x.rules:3:10: 'behind' is no position"));
  EXPECT_THAT(message("  verb meet\n"), testing::HasSubstr("before the first rule"));
}

}  // namespace
}  // namespace wireroom
