// Text of any bytes with tags and trees that mean nothing, through all layers, the join and every writer: no fault, and
// records that keep the contract. The first two bytes change the trees, the third chooses the report's date, the writer
// and which records are explained: all of them for every input would leave time for few inputs.
#include <array>

#include "actor/actor_resolver.h"
#include "contract/contract.h"
#include "event/event_coder.h"
#include "fuzz/fuzz.h"
#include "fuzz/scrambled_parse.h"
#include "input/layout.h"
#include "join/doers.h"
#include "join/join.h"
#include "place/place_tagger.h"
#include "quantity/quantity_tagger.h"
#include "record/explain.h"
#include "record/record_writer.h"
#include "statement/statement_coder.h"
#include "time/time_tagger.h"
#include "tokens/tokens.h"

using namespace wireroom;

namespace {

constexpr LayerSet kAll = LayerSet::of({Layer::report, Layer::actor, Layer::event, Layer::statement, Layer::time,
                                        Layer::place, Layer::quantity, Layer::token, Layer::coref, Layer::text});

struct Layers {
  LayoutReader layout = fuzz::loaded(LayoutReader::load());
  Tokenizer tokenizer = fuzz::loaded(Tokenizer::load());
  TimeTagger times = fuzz::loaded(TimeTagger::load());
  PlaceTagger places = fuzz::loaded(PlaceTagger::load());
  QuantityTagger quantities = fuzz::loaded(QuantityTagger::load());
  ActorResolver actors = fuzz::loaded(ActorResolver::load());
  StatementCoder statements = fuzz::loaded(StatementCoder::load());
  EventCoder events = fuzz::loaded(EventCoder::load());
  Doers doers = fuzz::loaded(Doers::load());
};

Coded coded(const Layers& layers, std::string_view text, std::uint64_t seed, bool dated) {
  Coded coded;
  coded.report.id = "fuzz";
  coded.report.source = "fuzz";
  coded.report.text = Text::decode(text);
  layers.layout.read(coded.report, dated ? parse_iso_date("2016-03-24") : std::nullopt);
  coded.parse.sentences = layers.tokenizer.split(coded.report);
  fuzz::scramble(coded.parse.sentences, seed);
  coded.times = layers.times.tag(coded.report, coded.parse);
  coded.places = layers.places.tag(coded.report, coded.parse);
  coded.quantities = layers.quantities.tag(coded.report, coded.parse, coded.times);
  coded.actors = layers.actors.resolve(coded.report, coded.parse, coded.places);
  coded.statements = layers.statements.code(coded);
  coded.events = layers.events.code(coded);
  join(coded, layers.doers);
  return coded;
}

void check_records(const Coded& coded, std::size_t choice) {
  std::vector<nlohmann::json> records;
  json_records(coded, {kAll, 0},
               [&](std::string_view line) { records.push_back(nlohmann::json::parse(line.begin(), line.end())); });
  const auto faults = contract::faults(records);
  fuzz::promise(faults.empty(), faults.empty() ? "" : faults.front());
  constexpr std::array kFormats = {Format::table, Format::json, Format::csv, Format::tsv, Format::conllu};
  const RecordWriter writer({kFormats[choice % kFormats.size()], {kAll, 0.5}, {}});
  (void)writer.report(coded);
  for (std::size_t i = choice % 8; i < records.size(); i += 8) {
    std::string out;
    const auto name = record_name(records[i]["id"].get<std::string>());
    if (name) (void)explain(coded, *name, {}, out);
  }
}

}  // namespace

// Read before the first input, whose time it would count to.
static const Layers* layers = nullptr;

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  static const Layers loaded;
  layers = &loaded;
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const std::uint64_t seed = data[0] + 256U * data[1];
  check_records(coded(*layers, fuzz::bytes_of(data + 3, size - 3), seed, data[2] % 4 != 0), data[2] / 4U);
  return 0;
}
