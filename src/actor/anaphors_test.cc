#include "actor/anaphors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wireroom {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::Not;

const Anaphors& anaphors() {
  static const Anaphors kAnaphors = *Anaphors::load();
  return kAnaphors;
}

TEST(Anaphors, ANounTellsWhatItCanTakeUp) {
  const Anaphor* group = anaphors().find("militant group");
  ASSERT_NE(group, nullptr);
  EXPECT_FALSE(group->person);
  EXPECT_THAT(group->sectors, Contains("REB"));
  const Anaphor* leader = anaphors().find("leader");
  ASSERT_NE(leader, nullptr);
  EXPECT_TRUE(leader->person);
  EXPECT_THAT(leader->roles, Contains("head"));
}

TEST(Anaphors, ALongerNounIsNarrower) {
  const Anaphor *group = anaphors().find("group"), *militants = anaphors().find("militant group");
  ASSERT_TRUE(group && militants);
  EXPECT_THAT(group->sectors, Contains("LAB"));
  EXPECT_THAT(militants->sectors, Not(Contains("LAB")));
  EXPECT_THAT(militants->sectors, Each(testing::AnyOf("REB", "UAF")));
}

TEST(Anaphors, OtherNounsTakeUpNobody) {
  for (const char* noun : {"", "bridge", "Group", "groups", "the group"})
    EXPECT_EQ(anaphors().find(noun), nullptr) << noun;
}

}  // namespace
}  // namespace wireroom
