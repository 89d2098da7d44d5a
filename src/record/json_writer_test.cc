#include "record/json_writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

namespace wireroom {
namespace {

TEST(JsonWriter, WritesCompactJsonWithKeysInTheOrderOfTheCalls) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("type", "event");
  json.member("empty", "");
  json.key("span");
  json.begin_array();
  json.integer(3);
  json.integer(-9);
  json.end_array();
  json.key("list");
  json.begin_array();
  json.begin_object();
  json.end_object();
  json.string("a[");
  json.boolean(true);
  json.end_array();
  json.end_object();
  EXPECT_EQ(out, R"({"type":"event","span":[3,-9],"list":[{},"a[",true]})");
}

TEST(JsonWriter, EscapesWhatJsonDemandsAndNothingElse) {
  std::string text;
  for (char c = 1; c < 127; ++c) text += c;
  text += "é„“€\xF0\x9F\x98\x80\x7F";
  std::string out;
  JsonWriter(out).string(text);
  EXPECT_EQ(nlohmann::json::parse(out).get<std::string>(), text);
  EXPECT_NE(out.find("é„“€\xF0\x9F\x98\x80"), std::string::npos);
  EXPECT_NE(out.find("\\u0001"), std::string::npos);
}

TEST(JsonWriter, NumbersComeBackAsTheyWere) {
  for (double value : {0.0, 1.0, -2.0, 0.1, 1.0 / 3, 55.75222, 37.61556, 1e-9, 8.1e9, 1e300}) {
    std::string out;
    JsonWriter(out).number(value);
    EXPECT_EQ(nlohmann::json::parse(out).get<double>(), value) << out;
  }
  std::string out;
  JsonWriter(out).number(85);
  EXPECT_EQ(out, "85");
  out.clear();
  JsonWriter(out).number(std::numeric_limits<double>::infinity());
  EXPECT_EQ(out, "null");
}

TEST(JsonWriter, ANewLineBeginsANewValueWithoutComma) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.end_object();
  out += '\n';
  json.begin_object();
  json.end_object();
  EXPECT_EQ(out, "{}\n{}");
}

}  // namespace
}  // namespace wireroom
