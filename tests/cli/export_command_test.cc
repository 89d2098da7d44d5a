// `export`, tested on the built program: what it writes, what it says, how it ends; and the examples that use it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.h"
#include "cli/reports.h"

namespace wireroom::cli_tests {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

class ExportCommand : public ::testing::Test {
 protected:
  ExportCommand() : db_(folder_.path() + "/news.db"), out_(folder_.path() + "/out") {
    const Ended coded = run({"code", "--db", db_, "-"}, ndjson(3));
    EXPECT_EQ(coded.status, 0) << coded.err;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream file(out_ + "/" + name, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }
  const Folder folder_;
  const std::string db_, out_;
};

TEST_F(ExportCommand, WritesTablesAndTheirDescription) {
  const Ended ended = run({"export", "--db", db_, "--format", "csv", out_});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(ended.out, "");
  EXPECT_THAT(ended.err, HasSubstr("report.csv: 3 rows"));
  EXPECT_THAT(read("event.csv"), HasSubstr("CONSULT"));
  EXPECT_EQ(Json::parse(read("datapackage.json"))["resources"].size(), 6u);
  EXPECT_EQ(run({"export", "--db", db_, "--format", "csv", "--quiet", out_}).err, "");
}

TEST_F(ExportCommand, EveryFormatOfTheListCanBeWritten) {
  for (const char* format : {"csv", "tsv", "ndjson", "parquet", "records", "polecat", "icews", "gdelt", "phoenix",
                             "annotations", "quotations", "brat"}) {
    const Ended ended = run({"export", "--db", db_, "--format", format, out_ + "/" + format});
    EXPECT_EQ(ended.status, 0) << format << ": " << ended.err;
    EXPECT_THAT(run({"formats"}).out, HasSubstr(std::string("  ") + format + " "));
  }
}

TEST_F(ExportCommand, TellsWhatHasNoPlaceInTheFormat) {
  const Ended ended = run({"export", "--db", db_, "--format", "icews", out_});
  EXPECT_THAT(ended.err, HasSubstr("icews: no column: statements (3)"));
}

TEST_F(ExportCommand, ParquetIsReadByAnotherReader) {
  (void)run({"export", "--db", db_, "--format", "parquet", out_});
  (void)run({"export", "--db", db_, "--format", "ndjson", out_});
  for (const char* table : {"report", "event", "party", "count", "statement", "actor"}) {
    const Ended rows =
        run_shell("python3 '" WIREROOM_TESTS_FOLDER "/export/read_parquet.py' '" + out_ + "/" + table + ".parquet'");
    EXPECT_EQ(rows.status, 0) << table << ": " << rows.err;
    std::istringstream parquet(rows.out), ndjson_rows(read(std::string(table) + ".ndjson"));
    std::string left, right;
    std::size_t number = 0;
    for (; std::getline(ndjson_rows, right); ++number) {
      ASSERT_TRUE(std::getline(parquet, left)) << table << " row " << number;
      EXPECT_EQ(Json::parse(left), Json::parse(right)) << table;
    }
    EXPECT_FALSE(std::getline(parquet, left)) << table << " has more rows";
  }
}

TEST_F(ExportCommand, WrongCallsAreTold) {
  const Ended unknown = run({"export", "--db", db_, "--format", "gdlt", out_});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean gdelt?"));
  EXPECT_EQ(run({"export", "--db", db_, out_}).status, 2);
  EXPECT_EQ(run({"export", "--db", db_, "--format", "csv"}).status, 2);
  EXPECT_EQ(run({"export", "--db", folder_.path() + "/none.db", "--format", "csv", out_}).status, 2);
  EXPECT_EQ(run({"export", "--db", db_, "--format", "csv", "--status", "told", out_}).status, 2);
  const Ended where = run({"export", "--db", db_, "--format", "csv", "--where", "colour = 1", out_});
  EXPECT_EQ(where.status, 2);
  EXPECT_THAT(where.err, HasSubstr("colour"));
  EXPECT_FALSE(std::filesystem::exists(out_));
}

TEST_F(ExportCommand, AFolderThatCannotBeWrittenIsAnErrorOfOutput) {
  const std::string file = folder_.file("taken", "x");
  const Ended ended = run({"export", "--db", db_, "--format", "csv", file});
  EXPECT_EQ(ended.status, 3);
  EXPECT_THAT(ended.err, HasSubstr(file));
  EXPECT_EQ(run_shell("$W export --db '" + db_ + "' --format csv /dev/full/x").status, 3);
}

TEST_F(ExportCommand, AReadOnlyStoreCanBeExported) {
  (void)run_shell("chmod 444 '" + db_ + "'");
  EXPECT_EQ(run({"export", "--db", db_, "--format", "polecat", out_}).status, 0);
}

// What an example writes for the store of these tests.
void expect_months(const std::string& file) {
  std::ifstream months(file);
  std::string header, row;
  std::getline(months, header);
  std::getline(months, row);
  EXPECT_EQ(header, "month,source_country,target_country,quad,events,goldstein");
  EXPECT_THAT(row, HasSubstr("2016-03,FRA,NOR,verbal_cooperation,3,"));
}

// R is no package that the tests ask for: it is large.
TEST_F(ExportCommand, TheExampleInRRuns) {
  if (run_shell("Rscript -e 'library(DBI); library(RSQLite)' > /dev/null 2>&1").status != 0)
    GTEST_SKIP() << "R with DBI and RSQLite is not installed (Debian: r-base-core r-cran-dbi r-cran-rsqlite)";
  const std::string file = folder_.path() + "/months.csv";
  const Ended ended =
      run_shell("Rscript '" WIREROOM_TESTS_FOLDER "/../examples/r/dyads.R' '" + db_ + "' '" + file + "'");
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("verbal_cooperation"));
  expect_months(file);
}

TEST_F(ExportCommand, TheExampleInPythonRuns) {
  const Ended ended = run_shell("python3 '" WIREROOM_TESTS_FOLDER "/../examples/python/dyads.py' '" + db_ + "' '" +
                                folder_.path() + "/months.csv'");
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("FRA → NOR"));
  expect_months(folder_.path() + "/months.csv");
}

}  // namespace
}  // namespace wireroom::cli_tests
