// long_report [COPIES…]: how the time of each stage above the encoder grows with the length of one report.
//
//   build/release/bench/long_report            # 50, 100, 200 and 400 copies of the built-in paragraphs
//
// The paragraphs are parsed once by the model; a longer report is made of copies of them in which every name of a
// person or body is another one ("Maria Kovabaf"), as in a list of many short reports: the worst that a long report can
// be. With "same" as the first argument all copies keep the names. A stage is linear where its microseconds a kilobyte
// stay.
#include <fmt/core.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "actor/actor_resolver.h"
#include "base/assets.h"
#include "coref/chains.h"
#include "event/event_coder.h"
#include "join/doers.h"
#include "join/join.h"
#include "model/model.h"
#include "model/workspace.h"
#include "parse/name_types.h"
#include "parse/parser.h"
#include "place/place_tagger.h"
#include "quantity/quantity_tagger.h"
#include "record/record_writer.h"
#include "statement/statement_coder.h"
#include "time/time_tagger.h"
#include "tokens/tokens.h"

namespace {

using namespace wireroom;  // NOLINT: a program of one file

constexpr std::string_view kParagraphs =
    "The foreign minister of Latvia, Maria Kovacs, met her Kenyan counterpart in Riga on Monday. She said the two "
    "countries would sign a treaty in May.\n\n"
    "Police in Nairobi arrested 14 protesters after a march to the offices of the Harbour Workers Union. \"We will not "
    "be silenced,\" said Peter Odhiambo, who leads the union. Odhiambo accused the government of breaking its word.\n\n"
    "Prime Minister Jonas Lindqvist on Tuesday rejected the demand of the rebels, a spokesman said. The group had "
    "threatened to attack the capital. Its leader, Adel Haddad, was killed in an air strike, the army said.\n\n"
    "The Northern River Commission will send aid worth $20 million to Chad and Sudan, it said. The two leaders thanked "
    "the commission. The president of the body, Anna Moreau, told reporters that she was pleased with the deal.\n\n";

template <typename Loaded>
Loaded loaded(Result<Loaded> result) {
  if (result) return std::move(*result);
  fmt::print(stderr, "long_report: {}\n", result.error().message);
  std::exit(2);
}

struct Stages {
  Tokenizer tokenizer = loaded(Tokenizer::load());
  Model model = loaded(Model::load(loaded(asset("models/base.weights"))));
  NameTypes name_types = loaded(NameTypes::load());
  TimeTagger times = loaded(TimeTagger::load());
  PlaceTagger places = loaded(PlaceTagger::load());
  QuantityTagger quantities = loaded(QuantityTagger::load());
  ActorResolver actors = loaded(ActorResolver::load());
  StatementCoder statements = loaded(StatementCoder::load());
  EventCoder events = loaded(EventCoder::load());
  Doers doers = loaded(Doers::load());
};

// A report whose blocks are the stretches between blank lines.
Report report_of(std::string_view text) {
  Report report;
  report.id = "long";
  report.text = Text::decode(text);
  report.published = Published{*parse_iso_date("2016-03-24"), Precision::day, DateBasis::option, {}};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    report.blocks.push_back({BlockKind::paragraph, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    at = end + 2;
  }
  return report;
}

// Letters that tell copies apart, also for the ear of the directory.
std::string syllables(unsigned number) {
  constexpr std::string_view kConsonants = "bdfgjlmnprtvx";
  std::string text;
  for (; number > 0; number /= static_cast<unsigned>(kConsonants.size())) {
    text += 'a';
    text += kConsonants[number % kConsonants.size()];
  }
  return text;
}

// The parsed paragraphs, so many times one after the other.
Coded copied(const Parse& once, unsigned copies, bool fresh_names) {
  std::string text;
  Coded coded;
  for (unsigned copy = 0; copy < copies; ++copy) {
    std::uint32_t block = 0;
    for (const Sentence& original : once.sentences) {
      Sentence sentence = original;
      if (!text.empty()) text += original.block != block || &original == &once.sentences.front() ? "\n\n" : " ";
      block = original.block;
      sentence.block = block + copy * (once.sentences.back().block + 1);
      for (Word& word : sentence.words) {
        const bool name = word.upos == "PROPN" && (word.name == NameType::PER || word.name == NameType::ORG);
        if (fresh_names && name) word.lemma = word.form += syllables(copy);
        word.span.begin = static_cast<std::uint32_t>(text.size());
        text += word.form;
        word.span.end = static_cast<std::uint32_t>(text.size());
        if (word.space_after && &word != &sentence.words.back()) text += ' ';
      }
      sentence.span = {sentence.words.front().span.begin, sentence.words.back().span.end};
      coded.parse.sentences.push_back(std::move(sentence));
    }
  }
  coded.report = report_of(text);
  return coded;
}

class Timed {
 public:
  explicit Timed(std::size_t bytes) : kilobytes_(static_cast<double>(bytes) / 1000) {
    fmt::print("{:7.0f}", kilobytes_);
  }
  void operator()(const std::function<void()>& stage) const {
    const auto begin = std::chrono::steady_clock::now();
    stage();
    const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - begin;
    fmt::print("{:11.1f}", taken.count() / kilobytes_);
    std::fflush(stdout);
  }

 private:
  double kilobytes_;
};

void measure(const Stages& stages, Coded coded) {
  const Timed timed(coded.report.text.size());
  timed([&] { coded.times = stages.times.tag(coded.report, coded.parse); });
  timed([&] { coded.places = stages.places.tag(coded.report, coded.parse); });
  timed([&] { coded.quantities = stages.quantities.tag(coded.report, coded.parse, coded.times); });
  timed([&] { coded.actors = stages.actors.resolve(coded.report, coded.parse, coded.places); });
  timed([&] { coded.statements = stages.statements.code(coded); });
  timed([&] { coded.events = stages.events.code(coded); });
  timed([&] { join(coded, stages.doers); });
  timed([&] { coded.chains = coreference_chains(coded); });
  constexpr LayerSet kAll = LayerSet::of({Layer::report, Layer::actor, Layer::event, Layer::statement, Layer::time,
                                          Layer::place, Layer::quantity, Layer::token, Layer::coref, Layer::text});
  timed([&] { (void)RecordWriter({Format::ndjson, {kAll, 0}, {}}).report(coded); });
  fmt::print("\n");
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<unsigned> copies;
  bool fresh_names = true;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "same")
      fresh_names = false;
    else
      copies.push_back(static_cast<unsigned>(std::strtoul(argv[i], nullptr, 10)));
  }
  if (copies.empty()) copies = {50, 100, 200, 400};
  const Stages stages;
  Workspace workspace;
  const Parse once = parse(stages.model, stages.name_types, workspace, stages.tokenizer, report_of(kParagraphs));
  fmt::print("     kB{:>11}{:>11}{:>11}{:>11}{:>11}{:>11}{:>11}{:>11}{:>11}  microseconds a kB\n", "times", "places",
             "quantities", "actors", "statements", "events", "join", "coref", "writer");
  for (const unsigned number : copies) measure(stages, copied(once, number, fresh_names));
}
