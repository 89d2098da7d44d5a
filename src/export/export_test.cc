#include "export/export.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "export/sample_store_fixture.h"

namespace wireroom {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using Json = nlohmann::json;

std::vector<Json> lines(const std::string& ndjson) {
  std::vector<Json> all;
  std::istringstream in(ndjson);
  for (std::string line; std::getline(in, line);) all.push_back(Json::parse(line));
  return all;
}

TEST_F(SampleStore, CsvQuotesWhatItMust) {
  fill({visit_report(), attack_report()});
  (void)write("csv");
  EXPECT_THAT(read("report.csv"),
              StartsWith("id,title,published,publisher,url,lang,source,sentences,words,hash,version,coded\n"
                         "r1,A visit,\"2016-03-24\",Wire,https://example.org/1,en,in.ndjson:1,2,11,"));
  EXPECT_THAT(read("report.csv"), HasSubstr("\nr2,\"He said \"\"no\"\",\tand\nleft\",\"2016-03-25\",,,,,2,13,"));
  EXPECT_THAT(read("event.csv"), HasSubstr(",CONSULT,visit,,\"042\",verbal_cooperation,1.9,4,asserted,"))
      << "a code is a text with its zero";
  EXPECT_THAT(read("event.csv"), HasSubstr(",French minister Élise Dupont visited Oslo on Wednesday.,9,64,"));
  EXPECT_THAT(read("party.csv"), HasSubstr("\nr1.e1,target,1,r1.a2,Norway,NOR,GOV,NOR,Oslo,46,50\n"));
  EXPECT_EQ(read("count.csv"), "event,number,what,low,high,approximate\nr2.e1,0,killed,3,3,\nr2.e2,0,killed,3,3,\n");
  EXPECT_THAT(read("statement.csv"),
              HasSubstr("\nr2.s1,r2,direct,say,false,,,SYR,REB,a rebel,\"We will\nnot talk\",34,50,"));
  EXPECT_THAT(read("actor.csv"), HasSubstr("\nr1.a1,r1,Élise Dupont,person,FRA,GOV,,FRAGOV,minister,,,1\n"));
}

TEST_F(SampleStore, TsvEscapesTabsAndLineBreaks) {
  fill({attack_report()});
  (void)write("tsv");
  EXPECT_THAT(read("report.tsv"), HasSubstr("\nr2\tHe said \"no\",\\tand\\nleft\t2016-03-25\t\t"));
  EXPECT_THAT(read("statement.tsv"), HasSubstr("\tWe will\\nnot talk\t34\t50\t"));
}

TEST_F(SampleStore, NdjsonKeepsTypes) {
  fill({visit_report(), attack_report()});
  (void)write("ndjson");
  const auto events = lines(read("event.ndjson"));
  ASSERT_EQ(events.size(), 6u);
  EXPECT_EQ(events[0]["cameo"], "042");
  EXPECT_EQ(events[0]["goldstein"], 1.9);
  EXPECT_EQ(events[0]["sentence_begin"], 9);
  EXPECT_FALSE(events[1].contains("mode")) << "what is missing is left out";
  EXPECT_EQ(lines(read("statement.ndjson"))[0]["negated"], false);
  EXPECT_EQ(lines(read("report.ndjson"))[1]["title"], "He said \"no\",\tand\nleft");
}

TEST_F(SampleStore, NulBecomesTheReplacementCharacterInTables) {
  fill({visit_report()});
  {
    auto database = Database::open(db(), Database::Mode::write);
    ASSERT_TRUE(database && (*database)->run("UPDATE event SET words = 'vis' || char(0) || 'ited'"));
  }
  (void)write("csv");
  EXPECT_THAT(read("event.csv"), HasSubstr(",vis\xEF\xBF\xBDited,"));
  EXPECT_EQ(read("event.csv").find('\0'), std::string::npos);
}

TEST_F(SampleStore, DyadsAreOneRowAPair) {
  fill({visit_report(), attack_report()});
  ExportRequest request;
  request.format = "ndjson";
  request.dyads = true;
  const Exported exported = write(request);
  const auto pairs = lines(read("dyad.ndjson"));
  ASSERT_EQ(pairs.size(), 6u);
  EXPECT_EQ(pairs[0]["id"], "r1.e1-1-1");
  EXPECT_EQ(pairs[0]["event_id"], "r1.e1");
  EXPECT_EQ(pairs[0]["source_code"], "FRAGOV");
  EXPECT_EQ(pairs[0]["target"], "Norway");
  EXPECT_EQ(read("event.ndjson"), "(no file event.ndjson)");
}

TEST_F(SampleStore, FiltersChooseEventsAndWhatBelongsToThem) {
  fill({visit_report(), attack_report()});
  const auto ids = [&](const ExportRequest& request, const char* file) {
    ExportRequest full = request;
    full.format = "ndjson";
    (void)write(full);
    std::string all;
    for (const Json& row : lines(read(file))) all += row["id"].get<std::string>() + " ";
    return all;
  };
  ExportRequest request;
  request.where = "goldstein < -5 AND country = 'SYR'";
  EXPECT_EQ(ids(request, "event.ndjson"), "r2.e1 r2.e2 ");
  EXPECT_EQ(ids(request, "report.ndjson"), "r2 ");
  EXPECT_EQ(ids(request, "statement.ndjson"), "") << "no chosen event stands in it";
  request.where.clear();
  request.statuses = {"planned"};
  EXPECT_EQ(ids(request, "event.ndjson"), "r2.e3 ");
  request.statuses.clear();
  request.filters.since = "2016-03-01";
  request.filters.until = "2016-03-23";
  EXPECT_EQ(ids(request, "event.ndjson"), "r1.e1 ");
  EXPECT_EQ(ids(request, "actor.ndjson"), "r1.a1 r1.a2 ");
  request.filters = {};
  request.filters.country = "IRN";
  EXPECT_EQ(ids(request, "event.ndjson"), "r2.e3 r2.e5 ");
  request.filters = {};
  request.filters.actor = "dupont";
  EXPECT_EQ(ids(request, "event.ndjson"), "r1.e1 ");
}

TEST_F(SampleStore, ABadConditionIsToldAndWritesNothing) {
  fill({visit_report()});
  auto store = Store::open_to_read(db());
  ASSERT_TRUE(store);
  ExportRequest request;
  request.format = "csv";
  request.folder = out();
  for (const char* where : {"no_such_column = 1", "1) OR (", "1; DELETE FROM event", "SELECT"}) {
    request.where = where;
    const auto exported = export_store(store->database(), request);
    ASSERT_FALSE(exported) << where;
    EXPECT_EQ(exported.error().kind, ErrorKind::call);
    EXPECT_THAT(exported.error().message, HasSubstr("--where"));
  }
  EXPECT_FALSE(std::filesystem::exists(out()));
}

TEST_F(SampleStore, AnEmptyStoreGivesEmptyTables) {
  fill({});
  for (const ExportFormat& format : export_formats()) {
    ExportRequest request;
    request.format = format.name;
    EXPECT_NO_THROW((void)write(request)) << format.name;
  }
  EXPECT_EQ(read("count.csv"), "event,number,what,low,high,approximate\n");
  EXPECT_EQ(read("gdelt.export.CSV"), "");
  EXPECT_TRUE(Json::parse(read("annotations.jsonld"))["items"].empty());
  EXPECT_TRUE(Json::parse(read("quotations.jsonld"))["@graph"].empty());
}

TEST_F(SampleStore, AFolderThatCannotBeWrittenIsNamed) {
  fill({visit_report()});
  std::ofstream(out()) << "a file";
  auto store = Store::open_to_read(db());
  ExportRequest request;
  request.format = "csv";
  for (const std::string& folder : {out(), out() + "/below"}) {
    request.folder = folder;
    const auto exported = export_store(store->database(), request);
    ASSERT_FALSE(exported);
    EXPECT_EQ(exported.error().kind, ErrorKind::output);
    EXPECT_THAT(exported.error().message, HasSubstr(out()));
  }
}

TEST_F(SampleStore, NoHalfFilesStayBehind) {
  fill({visit_report()});
  std::filesystem::create_directories(out() + "/statement.csv");  // a folder where a file must go
  auto store = Store::open_to_read(db());
  ExportRequest request;
  request.format = "csv";
  request.folder = out();
  EXPECT_FALSE(export_store(store->database(), request));
  for (const auto& entry : std::filesystem::directory_iterator(out()))
    EXPECT_EQ(entry.path().string().find(".part"), std::string::npos) << entry.path();
  EXPECT_FALSE(std::filesystem::exists(out() + "/datapackage.json"));
}

TEST_F(SampleStore, ThePackageDescribesEachColumn) {
  fill({visit_report(), attack_report()});
  (void)write("csv");
  Json package = Json::parse(read("datapackage.json"));
  EXPECT_EQ(package["profile"], "tabular-data-package");
  ASSERT_EQ(package["resources"].size(), 6u);
  const Json& event = package["resources"][1];
  EXPECT_EQ(event["path"], "event.csv");
  EXPECT_EQ(event["bytes"], read("event.csv").size());
  EXPECT_EQ(event["schema"]["primaryKey"], Json::array({"id"}));
  EXPECT_EQ(event["schema"]["foreignKeys"][0]["reference"]["resource"], "report");
  std::string header;
  for (const Json& field : event["schema"]["fields"]) {
    header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
    EXPECT_NE(field["description"], "") << field;
    if (field["name"] == "lat") {
      EXPECT_EQ(field["unit"], "degrees north, WGS 84");
    }
    if (field["name"] == "cameo") {
      EXPECT_EQ(field["type"], "string");
    }
  }
  EXPECT_THAT(read("event.csv"), StartsWith(header + "\n"));
  (void)write("gdelt");
  package = Json::parse(read("datapackage.json"));
  EXPECT_EQ(package["resources"][0]["dialect"]["header"], false);
  EXPECT_EQ(package["resources"][0]["schema"]["fields"].size(), 61u);
}

TEST_F(SampleStore, TheSameRequestGivesTheSameBytes) {
  fill({visit_report(), attack_report()});
  for (const char* format : {"parquet", "annotations", "gdelt"}) {
    (void)write(format);
    const std::string names[] = {"event.parquet", "annotations.jsonld", "gdelt.export.CSV", "datapackage.json"};
    std::string before, after;
    for (const std::string& name : names) before += read(name);
    (void)write(format);
    for (const std::string& name : names) after += read(name);
    EXPECT_EQ(before, after) << format;
  }
}

TEST_F(SampleStore, WholeRecordsComeAsTheyWereStored) {
  const StoredReport report = visit_report();
  fill({report});
  (void)write("records");
  const auto records = lines(read("records.ndjson"));
  ASSERT_EQ(records.size(), 5u);
  for (std::size_t i = 0; i < records.size(); ++i) EXPECT_EQ(records[i], Json::parse(report.records[i]));
}

TEST_F(SampleStore, AnnotationsQuoteTheWordsAndTellTheirPlace) {
  fill({visit_report(), attack_report()});
  (void)write("annotations");
  const Json page = Json::parse(read("annotations.jsonld"));
  EXPECT_EQ(page["@context"], "http://www.w3.org/ns/anno.jsonld");
  Json visit;
  for (const Json& item : page["items"])
    if (item["id"] == "urn:wireroom:r1.e1") visit = item;
  ASSERT_TRUE(visit.is_object());
  EXPECT_EQ(visit["motivation"], "classifying");
  EXPECT_EQ(visit["body"][0]["value"], "CONSULT");
  const Json& target = visit["target"][0];
  EXPECT_EQ(target["source"], "urn:wireroom:r1");
  EXPECT_EQ(target["scope"], "https://example.org/1");
  EXPECT_EQ(target["selector"][0], Json({{"type", "TextQuoteSelector"},
                                         {"exact", "visited"},
                                         {"prefix", "t\n\nFrench minister Élise Dupont "},
                                         {"suffix", " Oslo on Wednesday.\n"}}));
  EXPECT_EQ(target["selector"][1], Json({{"type", "TextPositionSelector"}, {"start", 38}, {"end", 45}}));
}

TEST_F(SampleStore, QuotationsArePartsOfArticles) {
  StoredReport report = attack_report();
  report.records.push_back(
      R"({"type":"statement","id":"r2.s2","report":"r2","kind":"indirect","act":"say","content":[[0,6]],"text":"Rebels"})");
  fill({report});
  const Exported exported = write("quotations");
  const Json graph = Json::parse(read("quotations.jsonld"))["@graph"];
  ASSERT_EQ(graph.size(), 2u);
  EXPECT_EQ(graph[0]["@type"], "NewsArticle");
  EXPECT_EQ(graph[0]["datePublished"], "2016-03-25");
  EXPECT_EQ(graph[1]["@type"], "Quotation");
  EXPECT_EQ(graph[1]["text"], "We will\nnot talk");
  EXPECT_EQ(graph[1]["creator"]["name"], "a rebel");
  EXPECT_EQ(graph[1]["isPartOf"]["@id"], graph[0]["@id"]);
  EXPECT_THAT(exported.homeless, Contains("left out: indirect speech (1)"));
}

TEST_F(SampleStore, BratMarksCodePointsAndEndsMarksAtLineBreaks) {
  fill({visit_report(), attack_report()});
  (void)write("brat");
  EXPECT_EQ(read("r1.txt"), visit_report().text);
  EXPECT_EQ(read("r1.ann"),
            "T1\tPerson 9 37\tFrench minister Élise Dupont\n"
            "T2\tCountry 46 50\tOslo\n"
            "T3\tPlace 46 50\tOslo\n"
            "T4\tCONSULT 38 45\tvisited\n"
            "E1\tCONSULT:T4 Source:T1 Target:T2\n"
            "A1\tStatus E1 asserted\n"
            "#1\tAnnotatorNotes E1\tr1.e1\n");
  EXPECT_THAT(read("r2.ann"), HasSubstr("\tContent 34 41;42 50\tWe will not talk\n"));
  EXPECT_THAT(read("r2.ann"), HasSubstr("\tStatement 61 65\tsaid\n"));
  EXPECT_THAT(read("annotation.conf"), HasSubstr("\nCONSULT\t"));
}

TEST_F(SampleStore, AReportsIdIsNoPath) {
  StoredReport report = visit_report();
  report.id = "../r1";
  std::string& own = report.records.front();
  own.replace(own.find("\"id\":\"r1\""), 9, "\"id\":\"../r1\"");
  fill({report});
  (void)write("brat");
  EXPECT_THAT(read("_..%2Fr1.txt"), StartsWith("A visit"));
  EXPECT_FALSE(std::filesystem::exists(folder_ + "/r1.txt"));
}

}  // namespace
}  // namespace wireroom
