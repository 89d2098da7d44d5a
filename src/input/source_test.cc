#include "input/source.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

namespace wireroom {
namespace {

namespace fs = std::filesystem;

class Inputs : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("wireroom_input_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string file(const std::string& name, const std::string& bytes) {
    const auto path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  // What comes of the inputs: ids, and "!" with the message for errors.
  std::vector<std::string> read(const std::vector<std::string>& inputs, InputOptions options = {}) {
    auto reader = Reader::open(inputs, options);
    std::vector<std::string> out;
    while (auto report = reader->next())
      out.push_back(report->has_value() ? (*report)->id : "!" + report->error().message);
    notes_ = reader->take_notes();
    return out;
  }
  fs::path folder_;
  std::vector<std::string> notes_;
};

TEST_F(Inputs, ReadsNdjsonPastABrokenLineAndNamesIt) {
  std::string lines;
  for (int i = 1; i <= 9; ++i)
    lines +=
        i == 7 ? "{\"id\": \"r7\", \"text\": \n"
               : "{\"id\": \"r" + std::to_string(i) + "\", \"text\": \"Report " + std::to_string(i) + " of them.\"}\n";
  const auto got = read({file("a.ndjson", lines)});
  ASSERT_EQ(got.size(), 9U);
  EXPECT_EQ(got[5], "r6");
  EXPECT_NE(got[6].find("a.ndjson:7: no valid JSON"), std::string::npos);
  EXPECT_EQ(got[8], "r9");
}

TEST_F(Inputs, TellsHowFarItIs) {
  std::string lines;
  std::vector<std::size_t> ends;
  for (int i = 1; i <= 300; ++i) {
    lines += "{\"id\": \"r" + std::to_string(i) + "\", \"text\": \"" + std::string(2000 + 7 * i, 'w') + "\"}\n";
    ends.push_back(lines.size());
  }
  const std::string note = file("b.txt", "A text in a file of its own.");
  auto reader = Reader::open({file("a.ndjson", lines), note}, {});
  ASSERT_TRUE(reader.has_value());
  EXPECT_EQ(reader->position().read, 0U);
  EXPECT_EQ(reader->position().all, lines.size() + fs::file_size(note));
  for (const std::size_t end : ends) {
    ASSERT_TRUE(reader->next()->has_value());
    EXPECT_NEAR(static_cast<double>(reader->position().read), static_cast<double>(end), 1);
  }
  ASSERT_TRUE(reader->next()->has_value());
  EXPECT_EQ(reader->position().read, *reader->position().all);

  // Packed, it counts packed bytes, of which each report takes its share.
  const std::string packed = (folder_ / "a.ndjson.gz").string();
  gzFile out = gzopen(packed.c_str(), "wb1h");  // Huffman codes only: a line is not packed by its likeness to others
  gzwrite(out, lines.data(), static_cast<unsigned>(lines.size()));
  gzclose(out);
  reader = Reader::open({packed}, {});
  for (int i = 0; i < 150; ++i) (void)reader->next();
  const auto middle = reader->position();
  ASSERT_TRUE(middle.all.has_value());
  EXPECT_NEAR(static_cast<double>(middle.read) / static_cast<double>(*middle.all),
              static_cast<double>(ends[149]) / static_cast<double>(ends[299]), 0.1);

  reader = Reader::open({note, "/dev/null"}, {});
  EXPECT_FALSE(reader->position().all.has_value()) << "no file: nobody knows how much will come";
}

TEST_F(Inputs, NumbersAnIdThatStandsForAnotherText) {
  EXPECT_EQ(read({file("a.ndjson", R"({"id":"x","text":"One text."}
{"id":"x","text":"One text."}
{"id":"x","text":"Another text."}
{"id":"x","text":"A third text."}
)")}),
            (std::vector<std::string>{"x", "x~2", "x~3"}));
  ASSERT_EQ(notes_.size(), 1U);
  EXPECT_NE(notes_[0].find("a.ndjson:2"), std::string::npos);
}

TEST_F(Inputs, PutsTheTitleInFrontOnce) {
  auto reader =
      Reader::open({file("a.ndjson", R"({"id":"1","title":"Élan","text":"The talks ended on Monday.","extra":[1]}
{"id":"2","title":"The talks","text":"The talks ended on Monday."}
)")},
                   {});
  const auto first = reader->next(), second = reader->next();
  EXPECT_EQ((*first)->text.utf8(), "Élan\n\nThe talks ended on Monday.");
  EXPECT_EQ((*first)->text_offset, 6U);
  EXPECT_EQ((*first)->meta, "{\"extra\":[1]}");
  EXPECT_EQ((*second)->text_offset, 0U);
}

TEST_F(Inputs, RefusesWhatIsNoTextWithAdvice) {
  const auto got = read({file("a.pdf", "%PDF-1.4 xx"), file("b.bin", std::string(300, '\1')), file("c.txt", "  \n"),
                         file("d.html", "<!DOCTYPE html><p>x"), (folder_ / "none.txt").string()});
  ASSERT_EQ(got.size(), 5U);
  EXPECT_NE(got[0].find("none.txt: no such file"), std::string::npos);
  EXPECT_NE(got[1].find("a.pdf: a PDF file"), std::string::npos);
  EXPECT_NE(got[2].find("b.bin: binary data"), std::string::npos);
  EXPECT_NE(got[3].find("c.txt: empty"), std::string::npos);
  EXPECT_NE(got[4].find("d.html: HTML"), std::string::npos);
}

TEST_F(Inputs, WalksAFolderInOrderAndTellsOfAnEmptyOne) {
  file("b.ndjson", "{\"id\":\"b\",\"text\":\"Second report here.\"}\n");
  file("a.ndjson", "{\"id\":\"a\",\"text\":\"First report here.\"}\n");
  file(".hidden", "{\"id\":\"h\",\"text\":\"Hidden.\"}\n");
  fs::create_directories(folder_ / "empty");
  EXPECT_EQ(read({folder_.string()}), (std::vector<std::string>{"a", "b"}));
  EXPECT_NE(read({(folder_ / "empty").string()}).at(0).find("holds no files"), std::string::npos);
}

TEST_F(Inputs, ReadsALineOfTenMegabytes) {
  std::string text;
  while (text.size() < (10U << 20)) text += "The talks ended on Monday without a result. ";
  EXPECT_EQ(
      read({file("a.ndjson", "{\"id\":\"big\",\"text\":\"" + text + "\"}\n{\"id\":\"small\",\"text\":\"x y\"}\n")}),
      (std::vector<std::string>{"big", "small"}));
}

TEST_F(Inputs, RefusesDeepNestingAndBombs) {
  EXPECT_NE(read({file("a.ndjson", "{\"id\":\"1\",\"text\":\"x\",\"deep\":" + std::string(100000, '[') +
                                       std::string(100000, ']') + "}\n")})
                .at(0)
                .find("a.ndjson:1"),
            std::string::npos);
  const auto path = (folder_ / "bomb.gz").string();
  gzFile out = gzopen(path.c_str(), "wb9");
  const std::string zeros(1U << 20, ' ');
  gzwrite(out, "{\"", 2);
  for (int i = 0; i < 100; ++i) gzwrite(out, zeros.data(), static_cast<unsigned>(zeros.size()));
  gzclose(out);
  EXPECT_NE(read({path}).at(0).find("times its size"), std::string::npos);
}

TEST_F(Inputs, ReadsGzipAndBrokenUtf8) {
  const auto path = (folder_ / "a.ndjson.gz").string();
  gzFile out = gzopen(path.c_str(), "wb");
  const std::string line = "{\"id\":\"z\",\"text\":\"Caf\xE9 talks ended.\"}\n";
  gzwrite(out, line.data(), static_cast<unsigned>(line.size()));
  gzclose(out);
  auto reader = Reader::open({path}, {});
  const auto report = reader->next();
  ASSERT_TRUE(report->has_value());
  EXPECT_EQ((*report)->text.utf8(), "Caf\xEF\xBF\xBD talks ended.");
  EXPECT_EQ((*report)->notes.size(), 2U);  // replaced bytes; no date
}

TEST_F(Inputs, KeepsALineWithHalfASurrogatePair) {
  auto reader = Reader::open({file("a.ndjson", R"({"id":"1","text":"Talks \ud83d ended \ud83d\ude00 \\ud83d."})"
                                               "\n")},
                             {});
  const auto report = reader->next();
  ASSERT_TRUE(report->has_value());
  EXPECT_EQ((*report)->text.utf8(), "Talks \xEF\xBF\xBD ended \xF0\x9F\x98\x80 \\ud83d.");
}

TEST_F(Inputs, ReadsDatesAsPreciseAsTheyAre) {
  auto reader = Reader::open({file("a.ndjson", R"({"id":"1","text":"One text here.","date":"2016-03"}
{"id":"2","text":"Two texts here.","date":"2016-03-24T10:35:00Z"}
{"id":"3","text":"Three texts here.","date":"1970-01-01"}
{"id":"4","text":"Four texts here.","date":"last week"}
)")},
                             {});
  const auto month = reader->next(), day = reader->next(), none = reader->next(), words = reader->next();
  EXPECT_EQ((*month)->published->precision, Precision::month);
  EXPECT_EQ(iso((*day)->published->date), "2016-03-24");
  EXPECT_FALSE((*none)->published);
  EXPECT_NE((*none)->notes.at(0).find("1970-01-01"), std::string::npos);
  EXPECT_NE((*words)->notes.at(0).find("ISO 8601"), std::string::npos);
}

TEST_F(Inputs, NamesTheLineOfAKeyOfTheWrongType) {
  const auto got = read({file("a.ndjson", R"({"id":"1","text":["One"]}
{"id":"2","text":"Two texts here.","authors":7}
[1]
{"id":4,"text":"Four texts here."}
)")});
  ASSERT_EQ(got.size(), 4U);
  EXPECT_NE(got[0].find("a.ndjson:1: \"text\" is of type array"), std::string::npos) << got[0];
  EXPECT_NE(got[1].find("a.ndjson:2: \"authors\""), std::string::npos);
  EXPECT_NE(got[2].find("a.ndjson:3: no JSON object"), std::string::npos);
  EXPECT_EQ(got[3], "4");
}

TEST_F(Inputs, KnowsPackedFilesAndHtmlWithoutADoctype) {
  const auto got = read({file("a.xz",
                              "\xFD"
                              "7zXZ and more"),
                         file("b.txt", "<div><p>The talks ended.</p></div>")});
  EXPECT_NE(got.at(0).find("a.xz: a packed file"), std::string::npos);
  EXPECT_NE(got.at(1).find("b.txt: HTML"), std::string::npos);
}

TEST_F(Inputs, GivesTheSameIdForTheSameText) {
  const auto one = read({file("a.txt", "The talks ended on Monday.")}),
             two = read({file("b.txt", "The talks ended on Monday.")});
  EXPECT_EQ(one, two);
  EXPECT_EQ(one.at(0).size(), 16U);
}

}  // namespace
}  // namespace wireroom
