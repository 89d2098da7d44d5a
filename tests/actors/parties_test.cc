// Who did it to whom: the whole program over the sentences of parties.tsv.
#include <gtest/gtest.h>

#include "coded_rows.h"

namespace wireroom {
namespace {

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
  each_coded_row("parties.tsv", WIREROOM_PARTY_SENTENCES, {"text", "trigger", "source", "target"}, "2019-05-02",
                 [](const Table::Row& row, const Coded& coded) {
                   const Event* event = event_at(coded, row["trigger"]);
                   ASSERT_NE(event, nullptr) << row.place() << ": no event at \"" << row["trigger"] << "\"";
                   EXPECT_EQ(told(coded, event->source), row["source"]) << row.place();
                   EXPECT_EQ(told(coded, event->target), row["target"]) << row.place();
                 });
}

}  // namespace
}  // namespace wireroom
