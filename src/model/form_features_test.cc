#include "model/form_features.h"

#include <gtest/gtest.h>

namespace wireroom {
namespace {

TEST(FormFeatures, CaseDoesNotMatter) {
  EXPECT_EQ(form_features("Companies"), form_features("companies"));
  EXPECT_EQ(form_features("ÉCOLE"), form_features("école"));
}

TEST(FormFeatures, EqualEndingsShareBuckets) {
  const FormFeatures a = form_features("companies"), b = form_features("countries");
  EXPECT_NE(a[0], b[0]);
  for (std::size_t length : {1, 2, 3}) EXPECT_EQ(a[length], b[length]);
  for (std::size_t length : {4, 5}) EXPECT_NE(a[length], b[length]);
}

TEST(FormFeatures, EndingsAreCutBetweenCodePoints) {
  EXPECT_EQ(form_features("aé")[1], form_features("oé")[1]);
  EXPECT_NE(form_features("aé")[1], form_features("aè")[1]);
}

TEST(FormFeatures, BucketsLieInTheTable) {
  for (const char* form : {"", "a", "it", "said", "\xff\xfe", "5,000", "…"})
    for (const std::uint16_t bucket : form_features(form)) {
      EXPECT_GT(bucket, 0);
      EXPECT_LT(bucket, kFormBuckets);
    }
}

}  // namespace
}  // namespace wireroom
