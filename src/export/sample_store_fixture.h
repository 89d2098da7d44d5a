// A store of two small reports whose records are stated here by hand, for the tests of the exports.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "export/export.h"
#include "store/store.h"

namespace wireroom {

// French minister Élise Dupont visits Oslo: a visit, with town, day, office and publisher.
inline StoredReport visit_report() {
  return {
      "r1",
      "A visit\n\nFrench minister Élise Dupont visited Oslo on Wednesday.\n",
      {R"({"type":"report","schema":1,"id":"r1","source":"in.ndjson:1","title":{"text":"A visit","span":[0,7]},)"
       R"("published":{"value":"2016-03-24"},"publisher":"Wire","url":"https://example.org/1","lang":"en","blocks":)"
       R"([{"kind":"headline","span":[0,7]},{"kind":"paragraph","span":[9,64]}],"sentences":2,"words":11})",
       R"({"type":"actor","id":"r1.a1","report":"r1","name":"Élise Dupont","kind":"person","country":"FRA","sector":"GOV",)"
       R"("code":"FRAGOV","office":{"title":"minister","country":"FRA"},"mentions":[{"span":[9,37],"form":"name"}]})",
       R"({"type":"actor","id":"r1.a2","report":"r1","name":"Norway","kind":"country","country":"NOR","sector":"GOV",)"
       R"("code":"NOR","mentions":[{"span":[46,50],"form":"metonym"}]})",
       R"({"type":"event","id":"r1.e1","report":"r1","event":"CONSULT","mode":"visit","cameo":"042","quad":)"
       R"("verbal_cooperation","goldstein":1.9,"intensity":4,"source":[{"actor":"r1.a1","span":[9,37],"text":)"
       R"("French minister Élise Dupont","name":"Élise Dupont","country":"FRA","sector":"GOV","code":"FRAGOV"}],)"
       R"("target":[{"actor":"r1.a2","span":[46,50],"text":"Oslo","name":"Norway","country":"NOR","sector":"GOV",)"
       R"("code":"NOR"}],"trigger":[[38,45]],"sentence":[9,64],"text":"visited","status":"asserted","date":{"earliest":)"
       R"("2016-03-23","latest":"2016-03-23","precision":"day","basis":"expression"},"place":{"name":"Oslo","geonames":)"
       R"("3143244","lat":59.9127,"lon":10.7461,"country":"NOR","precision":"city","basis":"expression","span":[46,50],)"
       R"("place":"r1.p1"},"rule":"visit","score":0.9})",
       R"({"type":"place","id":"r1.p1","report":"r1","span":[46,50],"text":"Oslo","kind":"city","name":"Oslo","country":)"
       R"("NOR","admin1":"Oslo"})"}};
}

// Rebels attack police in a month, told twice; a demand that is only planned; two sanctions, one against nobody known;
// a quotation over two lines. No publisher, no address.
inline StoredReport attack_report() {
  const std::string attack =
      R"("event":"ASSAULT","cameo":"190","quad":"material_conflict","goldstein":-10,"intensity":-9,"source":[{"actor":)"
      R"("r2.a1","span":[0,6],"text":"Rebels","name":"Rebels","country":"SYR","sector":"REB","code":"SYRREB"}],)"
      R"("target":[{"actor":"r2.a2","span":[16,22],"text":"police","name":"police","country":"SYR","sector":"COP",)"
      R"("code":"SYRCOP"}],"trigger":[[7,15]],"sentence":[0,32],"text":"attacked","status":"asserted","date":)"
      R"({"earliest":"2016-02-01","latest":"2016-02-29","precision":"month","basis":"narrative"},"place":{"name":"Syria",)"
      R"("geonames":"163843","lat":35,"lon":38,"country":"SYR","precision":"country","basis":"expression","span":)"
      R"([26,31],"place":"r2.p1"},"counts":[{"what":"killed","low":3,"high":3}],"rule":"attack","score":0.8)";
  const std::string sanction =
      R"("event":"SANCTION","cameo":"16","quad":"material_conflict","goldstein":-4,"intensity":-6,"source":[{"text":)"
      R"("America","name":"United States","country":"USA","sector":"GOV","code":"USA"}],"sentence":[0,32],"status":)"
      R"("asserted","score":0.7)";
  return {
      "r2",
      "Rebels attacked police in Syria.\n“We will\nnot talk,” a rebel said.\n",
      {R"({"type":"report","schema":1,"id":"r2","title":{"text":"He said \"no\",\tand\nleft"},"published":{"value":)"
       R"("2016-03-25"},"sentences":2,"words":13})",
       R"({"type":"actor","id":"r2.a1","report":"r2","name":"Rebels","kind":"unnamed","country":"SYR","sector":"REB",)"
       R"("code":"SYRREB","mentions":[{"span":[0,6],"form":"nominal"}]})",
       R"({"type":"actor","id":"r2.a2","report":"r2","name":"police","kind":"unnamed","country":"SYR","sector":"COP",)"
       R"("code":"SYRCOP","mentions":[{"span":[16,22],"form":"nominal"}]})",
       R"({"type":"event","id":"r2.e1","report":"r2",)" + attack + "}",
       R"({"type":"event","id":"r2.e2","report":"r2","same_as":"r2.e1",)" + attack + "}",
       R"({"type":"event","id":"r2.e3","report":"r2","event":"REQUEST","cameo":"100","source":[{"text":"America",)"
       R"("name":"United States","country":"USA","code":"USA"}],"target":[{"text":"Iran","name":"Iran","country":)"
       R"("IRN","code":"IRN"}],"status":"planned"})",
       R"({"type":"event","id":"r2.e4","report":"r2","target":[{"text":"the trade"}],)" + sanction + "}",
       R"({"type":"event","id":"r2.e5","report":"r2","target":[{"text":"Iran","name":"Iran","country":"IRN","code":)"
       R"("IRN"}],)" +
           sanction + "}",
       R"({"type":"statement","id":"r2.s1","report":"r2","kind":"direct","act":"say","speaker":{"text":"a rebel",)"
       R"("span":[53,60],"country":"SYR","sector":"REB"},"cue":[[61,65]],"content":[[34,50]],"text":)"
       R"("We will\nnot talk","score":0.6})"}};
}

class SampleStore : public ::testing::Test {
 protected:
  SampleStore()
      : folder_(::testing::TempDir() + "export_test_" + std::to_string(getpid()) + "_" +
                ::testing::UnitTest::GetInstance()->current_test_info()->name()) {
    std::filesystem::create_directories(folder_);
  }
  ~SampleStore() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string db() const { return folder_ + "/news.db"; }
  [[nodiscard]] std::string out() const { return folder_ + "/out"; }

  void fill(std::initializer_list<StoredReport> reports) const {
    auto store = Store::open_to_write(db());
    ASSERT_TRUE(store) << store.error().message;
    ASSERT_TRUE(store->begin_run({"1", "base", "hash", "", "", "", "2016-03-25T08:00:00Z"}, Recoding::pass_over));
    for (const StoredReport& report : reports) {
      const auto added = store->add(report);
      ASSERT_TRUE(added) << added.error().message;
    }
    ASSERT_TRUE(store->finish());
  }

  Exported write(ExportRequest request) const {
    if (request.folder.empty()) request.folder = out();
    auto store = Store::open_to_read(db());
    if (!store) throw std::runtime_error(store.error().message);
    auto exported = export_store(store->database(), request);
    if (!exported) throw std::runtime_error(exported.error().message);
    return std::move(exported).value();
  }
  Exported write(const std::string& format) const {
    ExportRequest request;
    request.format = format;
    return write(request);
  }

  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream file(out() + "/" + name, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return file ? bytes.str() : "(no file " + name + ")";
  }

  const std::string folder_;
};

}  // namespace wireroom
