// Who did it to whom: the whole program over the sentences of parties.tsv.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/table.h"
#include "cli/items.h"
#include "wireroom/engine.h"

namespace wireroom {
namespace {

std::string written(const Table& table) {
  const std::string path = ::testing::TempDir() + "party_sentences.ndjson";
  std::ofstream file(path);
  for (const Table::Row& row : table.rows())
    file << nlohmann::json{{"id", row.place()}, {"date", "2019-05-02"}, {"text", std::string(row["text"])}}.dump()
         << '\n';
  return path;
}

// "A man (GBR -)"
std::string told(const Coded& coded, const Party& party) {
  std::string country = party.country, sector;
  if (party.actor) {
    country = coded.actors.actors[*party.actor].country;
    sector = coded.actors.actors[*party.actor].sector;
  }
  return std::string(coded.report.text.view(party.span)) + " (" + (country.empty() ? "-" : country) + " " +
         (sector.empty() ? "-" : sector) + ")";
}

std::string told(const Coded& coded, const std::vector<Party>& parties) {
  std::string all;
  for (const Party& party : parties) all += (all.empty() ? "" : "; ") + told(coded, party);
  return all;
}

const Event* event_at(const Coded& coded, std::string_view trigger) {
  for (const Event& event : coded.events)
    for (const Span& span : event.trigger)
      if (coded.report.text.view(span) == trigger) return &event;
  return nullptr;
}

TEST(Parties, AreThoseAReaderWouldRecord) {
  const Result<Engine> engine = Engine::load({"base", LayerSet::of({Layer::event, Layer::statement, Layer::actor})});
  ASSERT_TRUE(engine) << engine.error().message;
  std::ifstream file(WIREROOM_PARTY_SENTENCES);
  std::stringstream bytes;
  bytes << file.rdbuf();
  const Result<Table> table =
      Table::read("tests/actors/parties.tsv", bytes.str(), {"text", "trigger", "source", "target"});
  ASSERT_TRUE(table) << table.error().message;
  Engine::Desk desk = engine.value().desk();
  cli::Options options;
  options.inputs = {written(*table)};
  cli::Messages messages(options);
  cli::Items items(options, messages);
  for (const Table::Row& row : table->rows()) {
    auto item = items.next();
    ASSERT_TRUE(item) << row.place();
    const Coded coded = engine.value().code(std::move(item->report), desk);
    const Event* event = event_at(coded, row["trigger"]);
    if (event == nullptr) {
      ADD_FAILURE() << row.place() << ": no event at \"" << row["trigger"] << "\"";
      continue;
    }
    EXPECT_EQ(told(coded, event->source), row["source"]) << row.place();
    EXPECT_EQ(told(coded, event->target), row["target"]) << row.place();
  }
}

}  // namespace
}  // namespace wireroom
